// Results of cost per user on disk: what may be shown in one folder, and what is about persons, or about so few that it
// says something of each, in a folder of its own within it.

import { join } from 'node:path';
import type { Db } from '../../store/db.ts';
import { writeTables } from '../../store/result-files.ts';
import type { Table } from '../../tables/schema.ts';
import { isApart } from './publication.ts';

/** The folder of what is not for publication, within the folder of results. */
export const APART = 'not-for-publication';

const NOTICE = `These files are about single persons, by pseudonym, or about so few that they say something of each.
They are not for publication, and version control must not track them. What may be shown lies in the folder above.
`;

/** Writes Parquet and CSV of every table into `dir` and, apart, `dir`/not-for-publication; both are replaced as a whole. */
export async function writeUsers(
  db: Db,
  dir: string,
  tables: readonly Table[],
  certificate: string,
): Promise<void> {
  const apart = tables.filter(isApart);
  await writeTables(
    db,
    dir,
    tables.filter((table) => !apart.includes(table)),
    { 'certificate.json': certificate },
  );
  await writeTables(db, join(dir, APART), apart, { 'NOT-FOR-PUBLICATION.txt': NOTICE });
}
