// How fresh the activity register is: the last day that anything was delivered on.

import type { Db } from '../store/db.ts';
import { readSql } from '../store/read-sql.ts';
import { damagedSnapshot } from './read-totals.ts';
import { type Register, snapshotTable } from './register.ts';

const LAST_DAY = readSql(import.meta.url, 'last-record-day.sql');

/**
 * The last day of a year ("2026-04-28"), up to a month of it, with a delivery; undefined where deliveries are known by
 * month only.
 * @throws WorkspaceError when a snapshot cannot be read.
 */
export async function lastRecordDay(
  db: Db,
  register: Register,
  { year, through }: { readonly year: number; readonly through: number },
): Promise<string | undefined> {
  let last = '';
  for (const snapshot of register.snapshots) {
    if (snapshot.register !== 'activity' || snapshot.kind !== 'delivered') continue;
    if (!snapshot.years.includes(year)) continue;
    const [row] = await db
      .rows<{ lastDay: string | null }>(LAST_DAY, [
        snapshotTable(register, snapshot, 'records'),
        year,
        through,
      ])
      .catch((cause: unknown) => {
        throw damagedSnapshot(snapshot, cause);
      });
    if (row?.lastDay && row.lastDay > last) last = row.lastDay;
  }
  return last === '' ? undefined : last;
}
