// What reading a SIE file costs beside its bytes alone: vouchers checked, accounts and objects found, öre in the engine,
// against decoding the same bytes as code page 437 and splitting them into lines.

import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import type { LedgerLine } from '../src/demo/ledger-line.ts';
import { FUNCTION_DIMENSION, writeSie } from '../src/demo/write-sie.ts';
import type { LedgerSource } from '../src/model/model.ts';
import { readSie } from '../src/registers/ledger/sie/read-sie.ts';
import { Db } from '../src/store/db.ts';
import { type Measured, medianMs } from './measured.ts';

const ROUNDS = 5;
const SOURCE: LedgerSource = {
  read: 'sie',
  kind: 'actual',
  files: ['ledger.se'],
  columns: {},
  dimensions: { function: FUNCTION_DIMENSION },
  amount: { unit: 'kroner', decimal: '.', income: 'negative' },
  at: { file: 'innsats.yaml', line: 1, column: 1 },
};
const MODEL = {
  municipality: { id: '0142', country: 'SE' },
  years: { cost: 2025, price: 2026 },
  units: [],
  services: [],
} as const;

/** Median of five rounds, the two taking turns; `rows` transaction lines, an engine of its own each time. */
export async function benchSie(rows = 500_000): Promise<Measured[]> {
  const dir = await mkdtemp(join(tmpdir(), 'innsats-bench-'));
  try {
    const path = join(dir, 'ledger.se');
    await writeSie(path, { ...FILE }, ledgerLines(rows));
    const bytes = (await stat(path)).size;
    const [plainMs, readMs] = await medianMs(ROUNDS, [() => readPlainly(path), () => readChecked(dir, rows)]);
    const perSecond = Math.round(rows / readMs) * 1000;
    const detail = `${readMs.toFixed(0)} ms against ${plainMs.toFixed(0)} ms for ${rows} lines, ${(bytes / 1e6).toFixed(0)} MB: ${perSecond} lines a second`;
    return [
      { name: 'SIE ÷ decoding and splitting the same bytes', ratio: readMs / plainMs, aim: 10, detail },
    ];
  } finally {
    await rm(dir, { recursive: true });
  }
}

const FILE = {
  name: 'Ljungby',
  organisation: '212000-0142',
  year: 2025,
  accounts: new Map(
    Array.from({ length: 400 }, (_, i) => [String(4000 + i), { name: 'Löner', type: 'K' }] as const),
  ),
  counterAccount: '1930',
};

/** As many distinct account strings as a municipality of some size has. */
const ACCOUNT_STRINGS = 10_000;

function* ledgerLines(rows: number): Generator<LedgerLine> {
  for (let i = 0; i < rows; i++) {
    const string = (i * 7919) % ACCOUNT_STRINGS;
    yield {
      account: String(4000 + (string % 400)),
      article: '',
      responsibility: String(4700 + (string % 37)),
      function: String(250 + (string % 11)),
      month: 1 + Math.floor((12 * i) / rows),
      amountOre: BigInt((i * 7919) % 1_000_000),
      text: 'Månadslön hemtjänst',
    };
  }
}

async function readPlainly(path: string): Promise<void> {
  const lines = iconv.decode(await readFile(path), 'cp437').split('\n');
  if (lines.length < 2) throw new Error('the file was not read');
}

async function readChecked(dir: string, rows: number): Promise<void> {
  const db = await Db.open();
  const outcome = await readSie('ledger.se', SOURCE, { db, workspaceDir: dir, stage: 'bench', model: MODEL });
  if (outcome.read < rows || outcome.refused > 0) throw new Error('the file was not read whole');
  db.close();
}
