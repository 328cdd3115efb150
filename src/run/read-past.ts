// What the last run had seen, read from its tables.

import type { Db } from '../store/db.ts';
import { readTable } from '../store/result-files.ts';
import { ASSIGNMENTS, VOLUMES } from '../tables/results.ts';
import { accountIn, textIn, wholeIn } from '../tables/row-cells.ts';
import type { Row } from '../tables/schema.ts';
import type { Past } from './find-drift.ts';
import type { PastAssignment } from './suggest-home.ts';

/** Reads accounts with their pools, units and services of the run in `dir`. Throws where its tables are not there. */
export async function readPast(db: Db, dir: string): Promise<Past> {
  const assignments = await readTable(db, dir, ASSIGNMENTS);
  const volumes = await readTable(db, dir, VOLUMES);
  return {
    assignments: assignments.map(pastAssignment),
    units: new Set([...assignments, ...volumes].map((row) => textIn(row, 'unit'))),
    services: new Set(volumes.map((row) => textIn(row, 'service'))),
  };
}

const pastAssignment = (row: Row): PastAssignment => ({
  ...accountIn(row),
  pool: textIn(row, 'pool'),
  amountOre: wholeIn(row),
});
