// While raw personal identifiers are in DuckDB's memory, it may not move memory to disk.

import type { Db } from '../../store/db.ts';
import { literal } from '../../store/scan.ts';

/** Runs the work with spilling off and puts the setting back. Throws before the work begins if it cannot be put off. */
export async function withoutSpilling<T>(db: Db, work: () => Promise<T>): Promise<T> {
  const [setting] = await db.rows<{ folder: string | null }>(
    "select current_setting('temp_directory') as folder",
  );
  try {
    await db.run("set temp_directory = ''");
  } catch {
    throw new Error('persons are read by an engine that has moved memory to disk already');
  }
  try {
    return await work();
  } finally {
    await db.run(`set temp_directory = ${literal(setting?.folder ?? '')}`);
  }
}
