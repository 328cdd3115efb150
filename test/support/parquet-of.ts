// The bytes of a Parquet file that holds what a query gives, for tests of columns with types of their own.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Db } from '../../src/store/db.ts';

/** `query` may select values only: it reads no file. */
export async function parquetOf(query: string): Promise<Uint8Array> {
  const dir = mkdtempSync(join(tmpdir(), 'innsats-parquet-'));
  const db = await Db.open();
  try {
    await db.run(`copy (${query}) to '${join(dir, 'a.parquet')}' (format parquet)`);
    return readFileSync(join(dir, 'a.parquet'));
  } finally {
    db.close();
    rmSync(dir, { recursive: true });
  }
}
