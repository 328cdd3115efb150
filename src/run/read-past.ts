// What the last run had seen, read from its tables.

import type { Db } from '../store/db.ts';
import { readTable } from '../store/result-files.ts';
import { ASSIGNMENTS, VOLUMES } from '../tables/results.ts';
import type { Row } from '../tables/schema.ts';
import type { Past } from './find-drift.ts';
import type { PastAssignment } from './suggest-home.ts';

/** Reads accounts with their pools, units and services of the run in `dir`. Throws where its tables are not there. */
export async function readPast(db: Db, dir: string): Promise<Past> {
  const assignments = await readTable(db, dir, ASSIGNMENTS);
  const volumes = await readTable(db, dir, VOLUMES);
  return {
    assignments: assignments.map(pastAssignment),
    units: new Set([...assignments, ...volumes].map((row) => text(row, 'unit'))),
    services: new Set(volumes.map((row) => text(row, 'service'))),
  };
}

const text = (row: Row, column: string): string => String(row[column] ?? '');

const pastAssignment = (row: Row): PastAssignment => ({
  class: text(row, 'class'),
  responsibility: text(row, 'responsibility'),
  function: text(row, 'function'),
  article: text(row, 'article'),
  own: text(row, 'own'),
  object: text(row, 'object'),
  project: text(row, 'project'),
  pool: text(row, 'pool'),
  amountOre: BigInt(row['amount_ore'] ?? 0),
});
