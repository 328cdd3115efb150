// Files of decisions, visits and what surrounds them, read with real DuckDB in a folder of their own, for tests.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CircumstanceSource, DecisionRules } from '../../src/model/care-sources.ts';
import type { ActivitySource, Model } from '../../src/model/model.ts';
import type { AbsenceFile } from '../../src/registers/activity/read-decisions.ts';
import { pseudonymiser } from '../../src/registers/people/pseudonym.ts';
import type { ReadContext, ReadOutcome } from '../../src/registers/reader.ts';
import { Db, type SqlRow } from '../../src/store/db.ts';
import { ACTIVITY, MODEL } from './table-workspace.ts';

const AT = { file: 'innsats.yaml', line: 1, column: 1 };
const KEY = { secret: new Uint8Array(32).fill(7), file: '' };

/** The model of these tests: without units, home nursing in hours, a nursing home in days. */
export const CARE_MODEL: Model = {
  ...MODEL,
  units: [],
  services: MODEL.services.map((service) => ({ ...service, levels: [] })),
};

/** Decisions in the columns pnr;tjeneste;mengde;per;fra;til;vedtak, in the measure. */
export const decisionSource = (
  rules: Partial<DecisionRules> = {},
  more: Partial<ActivitySource> = {},
): ActivitySource => {
  const { quantityIn: _, ...activity } = ACTIVITY;
  return {
    ...activity,
    kind: 'decisions',
    state: 'granted',
    columns: { person: 'pnr', service: 'tjeneste', quantity: 'mengde', per: 'per', from: 'fra', to: 'til' },
    decisions: {
      pers: new Map([
        ['day', 'day'],
        ['week', 'week'],
        ['month', 'month'],
      ]),
      changes: 'add',
      weeks: 'calendar',
      ...rules,
    },
    ...more,
  };
};

/** A source of circumstances with these columns. */
export const circumstanceSource = (
  kind: CircumstanceSource['kind'],
  columns: CircumstanceSource['columns'],
  more: Partial<CircumstanceSource> = {},
): CircumstanceSource => ({
  read: 'table',
  kind,
  files: [],
  columns,
  services: new Map(),
  units: new Map(),
  kinds: new Map(),
  decimal: ',',
  at: AT,
  ...more,
});

/** Somebody was away: a file pnr;fra;til. */
export const absence = (file: string): AbsenceFile => ({
  file,
  sha256: '',
  declared: circumstanceSource('suspensions', { person: 'pnr', from: 'fra', to: 'til' }),
});

export type CareRead = ReadOutcome & { readonly rows: { readonly [table: string]: readonly SqlRow[] } };

/** Writes the files by name, reads with `read`, and gives the outcome with the rows of its tables. */
export async function readCare(
  files: { readonly [name: string]: string | Uint8Array },
  read: (context: ReadContext) => Promise<ReadOutcome>,
  { model = CARE_MODEL, withoutKey = false }: { model?: Model; withoutKey?: boolean } = {},
): Promise<CareRead> {
  const workspaceDir = mkdtempSync(join(tmpdir(), 'innsats-care-'));
  const db = await Db.open({ threads: 2 });
  try {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(workspaceDir, name), bytes);
    const key = withoutKey ? {} : { pseudonymise: pseudonymiser(KEY) };
    const outcome = await read({ db, workspaceDir, stage: 'stage', model, ...key });
    const rows: { [table: string]: readonly SqlRow[] } = {};
    for (const { name, sql } of outcome.tables) rows[name] = await db.rows(sql);
    return { ...outcome, rows };
  } finally {
    db.close();
    rmSync(workspaceDir, { recursive: true });
  }
}
