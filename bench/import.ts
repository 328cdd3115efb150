// What an import costs beside a bare copy: three million activity rows read, checked, pseudonymised and written as a
// snapshot, against DuckDB turning the same file into Parquet and asking nothing.

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pseudonymiser } from '../src/registers/people/pseudonym.ts';
import { readActivityTable } from '../src/registers/tables/read-activity-table.ts';
import { Db } from '../src/store/db.ts';
import { literal } from '../src/store/scan.ts';
import { ACTIVITY_MODEL, ACTIVITY_SOURCE, writeActivityFile } from './activity-file.ts';
import type { Measured } from './apportion.ts';

const ROUNDS = 7;

/** Median of seven rounds, the two taking turns; an engine of its own each time. */
export async function benchImport(rows = 3_000_000): Promise<Measured[]> {
  const dir = await mkdtemp(join(tmpdir(), 'innsats-bench-'));
  try {
    await writeActivityFile(join(dir, 'activity.csv'), rows);
    const copies: number[] = [];
    const imports: number[] = [];
    for (let round = -1; round < ROUNDS; round++) {
      const [copyMs, importMs] = [await timeMs(() => copyBarely(dir)), await timeMs(() => importChecked(dir, rows))];
      if (round < 0) continue;
      copies.push(copyMs);
      imports.push(importMs);
    }
    const [importMs, copyMs] = [median(imports), median(copies)];
    const detail = `${importMs.toFixed(0)} ms against ${copyMs.toFixed(0)} ms for ${rows / 1e6} million rows`;
    return [{ name: 'import ÷ bare copy to Parquet', ratio: importMs / copyMs, aim: 3, detail }];
  } finally {
    await rm(dir, { recursive: true });
  }
}

async function copyBarely(dir: string): Promise<void> {
  const db = await Db.open();
  const [from, to] = ['activity.csv', 'bare.parquet'].map((name) => literal(join(dir, name)));
  await db.run(`copy (select * from read_csv(${from})) to ${to} (format parquet)`);
  db.close();
}

async function importChecked(dir: string, rows: number): Promise<void> {
  const db = await Db.open();
  const pseudonymise = pseudonymiser({ secret: new Uint8Array(32).fill(7), file: '' });
  const context = { db, workspaceDir: dir, stage: 'bench', model: ACTIVITY_MODEL, pseudonymise };
  const outcome = await readActivityTable('activity.csv', ACTIVITY_SOURCE, context);
  if (outcome.read !== rows || outcome.refused > 0) throw new Error('the file was not read whole');
  await mkdir(join(dir, 'snapshot'), { recursive: true });
  for (const { name, sql } of outcome.tables) {
    await db.run(`copy (${sql}) to ${literal(join(dir, 'snapshot', `${name}.parquet`))} (format parquet)`);
  }
  db.close();
}

async function timeMs(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
