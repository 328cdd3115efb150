// The months that the records are of: a rule that compares records one by one goes month by month, which bounds what
// the engine holds at a time.

import type { Db } from '../../store/db.ts';
import { readSql } from '../../store/read-sql.ts';

const PERIODS = readSql(import.meta.url, 'checked-periods.sql');

/** Periods (year × 100 + month) that have records, in order. */
export const checkedPeriods = async (db: Db): Promise<number[]> =>
  (await db.rows<{ period: number }>(PERIODS)).map(({ period }) => period);
