// A folder with one delivered table in it, and the table readers run over it with real DuckDB, for tests.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ActivitySource, LedgerSource, Model, Service } from '../../src/model/model.ts';
import { fraction } from '../../src/money/fraction.ts';
import { pseudonymiser } from '../../src/registers/people/pseudonym.ts';
import type { ReadContext, ReadOutcome } from '../../src/registers/reader.ts';
import { readActivityTable } from '../../src/registers/tables/read-activity-table.ts';
import { readLedgerTable } from '../../src/registers/tables/read-ledger-table.ts';
import { Db, type SqlRow } from '../../src/store/db.ts';

const AT = { file: 'innsats.yaml', line: 1, column: 1 };

const service = (id: string, measure: string | undefined, levels: readonly string[] = []): Service => ({
  id,
  name: { en: id },
  ...(measure !== undefined && { measure }),
  open: measure === undefined,
  groups: [],
  functions: [],
  levels: levels.map((name) => ({ name, weight: fraction(1n) })),
  at: AT,
});

/** Two units; home nursing in hours, a nursing home in days with levels, an open day centre. */
export const MODEL: Model = {
  file: 'innsats.yaml',
  municipality: { id: '9901', name: 'Fjordvik', country: 'NO', language: 'nb' },
  years: { cost: 2025, price: 2026 },
  ledger: [],
  activity: [],
  units: ['sjosiden', 'solvang'].map((id) => ({
    id,
    name: id,
    kind: 'provider',
    provision: 'own',
    groups: [],
    responsibilities: [],
    columns: new Map(),
  })),
  services: [
    service('home-nursing', 'hour'),
    service('nursing-home', 'day', ['ordinary', 'dementia']),
    service('day-centre', undefined),
  ],
  concepts: [],
  weekRule: { weeksPerMonth: fraction(4n), source: 'KPR' },
  costing: {
    method: { kind: 'direct' },
    volumes: 'delivered',
    pools: [],
    centres: [],
    drivers: new Map(),
    natures: [],
  },
  growth: [],
  pricing: { roundToOre: 1n, supplements: [] },
};

/** Kontostreng;Periode;Beløp in kroner, on an account string of responsibility 4, function 3, article 3, own 1. */
export const LEDGER: LedgerSource = {
  read: 'table',
  kind: 'actual',
  files: ['data/*.csv'],
  columns: { account: 'Kontostreng', period: 'Periode', amount: 'Beløp' },
  accountString: [
    { field: 'responsibility', length: 4 },
    { field: 'function', length: 3 },
    { field: 'article', length: 3 },
    { field: 'own', length: 1 },
  ],
  amount: { unit: 'kroner', decimal: ',', income: 'negative' },
  at: AT,
};

/** pnr;tjeneste;enhet;dato;minutter;behov in minutes. */
export const ACTIVITY: ActivitySource = {
  read: 'table',
  kind: 'records',
  state: 'delivered',
  files: ['data/*.csv'],
  columns: {
    person: 'pnr',
    service: 'tjeneste',
    unit: 'enhet',
    date: 'dato',
    quantity: 'minutter',
    level: 'behov',
  },
  services: new Map([
    ['Hjemmesykepleie', 'home-nursing'],
    ['Sykehjem', 'nursing-home'],
  ]),
  units: new Map([['Sjøsiden', 'sjosiden']]),
  levels: new Map([['demens', 'dementia']]),
  quantityIn: 'minutes',
  decimal: ',',
  at: AT,
};

/** Writes the bytes under `file` in a folder that is removed when the work is done. */
export async function withFile<T>(
  file: string,
  bytes: string | Uint8Array,
  work: (dir: string) => Promise<T>,
): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'innsats-table-'));
  try {
    writeFileSync(join(dir, file), bytes);
    return await work(dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

export type Read = ReadOutcome & { readonly rows: { readonly [table: string]: readonly SqlRow[] } };
export type Options = {
  readonly file?: string;
  readonly model?: Model;
  readonly threads?: number;
  readonly withoutKey?: boolean;
  /** Looks at the engine after the file has been read. */
  readonly inspect?: (db: Db) => Promise<void>;
};

const KEY = { secret: new Uint8Array(32).fill(7), file: '' };

async function readIn(
  bytes: string | Uint8Array,
  options: Options,
  read: (file: string, context: ReadContext) => Promise<ReadOutcome>,
): Promise<Read> {
  const file = options.file ?? 'table.csv';
  return withFile(file, bytes, async (workspaceDir) => {
    const db = await Db.open(options.threads === undefined ? {} : { threads: options.threads });
    try {
      const context = { db, workspaceDir, stage: 'stage', model: options.model ?? MODEL };
      const key = options.withoutKey ? {} : { pseudonymise: pseudonymiser(KEY) };
      const outcome = await read(file, { ...context, ...key });
      const rows: { [table: string]: readonly SqlRow[] } = {};
      for (const { name, sql } of outcome.tables) rows[name] = await db.rows(sql);
      await options.inspect?.(db);
      return { ...outcome, rows };
    } finally {
      db.close();
    }
  });
}

/** Reads the bytes as a ledger. */
export const readLedger = (
  bytes: string | Uint8Array,
  source: Partial<LedgerSource> = {},
  options: Options = {},
): Promise<Read> =>
  readIn(bytes, options, (file, context) => readLedgerTable(file, { ...LEDGER, ...source }, context));

/** Reads the bytes as activity. */
export const readActivity = (
  bytes: string | Uint8Array,
  source: Partial<ActivitySource> = {},
  options: Options = {},
): Promise<Read> =>
  readIn(bytes, options, (file, context) => readActivityTable(file, { ...ACTIVITY, ...source }, context));
