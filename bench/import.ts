// What an import costs beside a bare copy: three million activity rows hashed, read, checked, pseudonymised, written as a
// snapshot and put in force, against DuckDB turning the same file into Parquet and asking nothing.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importSources } from '../src/registers/import-sources.ts';
import { Db } from '../src/store/db.ts';
import { literal } from '../src/store/scan.ts';
import { workspaceAt } from '../src/store/workspace.ts';
import { ACTIVITY_MODEL, writeActivityFile } from './activity-file.ts';
import { type Measured, medianMs } from './measured.ts';

const ROUNDS = 7;

/** Median of seven rounds, the two taking turns; an engine of its own each time. */
export async function benchImport(rows = 3_000_000): Promise<Measured[]> {
  const dir = await mkdtemp(join(tmpdir(), 'innsats-bench-'));
  try {
    await writeActivityFile(join(dir, 'activity.csv'), rows);
    const [copyMs, importMs] = await medianMs(ROUNDS, [
      () => copyBarely(dir),
      () => importChecked(dir, rows),
    ]);
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

/** All that `innsats` does with a new file, from hashing its bytes to the register in force. */
async function importChecked(dir: string, rows: number): Promise<void> {
  const db = await Db.open();
  const workspace = workspaceAt(dir);
  const key = { secret: new Uint8Array(32).fill(7), file: '' };
  const { register, refused } = await importSources({ workspace, model: ACTIVITY_MODEL, db, key });
  db.close();
  if (refused || register.snapshots[0]?.read !== rows) throw new Error('the file was not imported whole');
  await rm(workspace.registersDir, { recursive: true });
}
