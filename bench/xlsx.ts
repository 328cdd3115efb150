// What reading a workbook as a ledger costs beside hucre's bare reading of the same file: every cell judged, amounts in
// øre, accounts and periods checked, against its rows handed over and dropped.

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { streamXlsxRows } from 'hucre/xlsx';
import type { LedgerLine } from '../src/demo/ledger-line.ts';
import { writeLedgerXlsx } from '../src/demo/write-xlsx.ts';
import type { LedgerSource } from '../src/model/model.ts';
import { readLedgerTable } from '../src/registers/tables/read-ledger-table.ts';
import { Db } from '../src/store/db.ts';
import { type Measured, medianMs } from './measured.ts';

const ROUNDS = 5;
const YEAR = 2025;

const SOURCE: LedgerSource = {
  read: 'table',
  kind: 'actual',
  files: [],
  columns: { article: 'Art', responsibility: 'Ansvar', function: 'Funksjon', date: 'Dato', amount: 'Beløp' },
  amount: { unit: 'kroner', decimal: ',', income: 'negative' },
  at: { file: 'bench', line: 1, column: 1 },
};

/** Median of five rounds, the two taking turns; an engine of its own each time. */
export async function benchXlsx(rows = 200_000): Promise<Measured[]> {
  const dir = await mkdtemp(join(tmpdir(), 'innsats-bench-'));
  try {
    await writeLedgerXlsx(join(dir, 'ledger.xlsx'), lines(rows), YEAR);
    const [bareMs, readMs] = await medianMs(ROUNDS, [
      () => readBarely(dir, rows),
      () => readChecked(dir, rows),
    ]);
    const perSecond = Math.round(rows / readMs);
    const detail = `${readMs.toFixed(0)} ms against ${bareMs.toFixed(0)} ms for ${rows / 1000} thousand rows: ${perSecond} thousand a second`;
    return [{ name: 'XLSX ledger ÷ hucre’s bare reading', ratio: readMs / bareMs, aim: 2, detail }];
  } finally {
    await rm(dir, { recursive: true });
  }
}

function* lines(rows: number): Generator<LedgerLine> {
  for (let i = 0; i < rows; i += 1)
    yield {
      account: String(5000 + (i % 90)),
      article: String(i % 100).padStart(3, '0'),
      responsibility: String(4700 + (i % 61)),
      function: String(230 + (i % 30)),
      month: 1 + (i % 12),
      amountOre: BigInt((i * 7919) % 10_000_019),
      text: `Bilag ${i}`,
    };
}

async function readBarely(dir: string, rows: number): Promise<void> {
  let read = 0;
  for await (const _ of streamXlsxRows(await readFile(join(dir, 'ledger.xlsx')))) read += 1;
  if (read !== rows + 1) throw new Error('the workbook was not read whole');
}

async function readChecked(workspaceDir: string, rows: number): Promise<void> {
  const db = await Db.open();
  const model = {
    municipality: { id: '9901', country: 'NO' as const },
    years: { cost: YEAR, price: YEAR + 1 },
    units: [],
    services: [],
  };
  const outcome = await readLedgerTable('ledger.xlsx', SOURCE, { db, workspaceDir, stage: 'bench', model });
  db.close();
  if (outcome.read !== rows || outcome.refused > 0) throw new Error('the workbook was not read whole');
}
