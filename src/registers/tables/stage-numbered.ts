// Small tables that number their rows from 0, such as the accounts and objects of a file.

import type { Db } from '../../store/db.ts';
import { identifier } from '../../store/scan.ts';

/** Makes the table of a number and texts; gives the select that lists its rows in order. */
export async function stageNumbered(
  db: Db,
  table: string,
  [number, ...texts]: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<string> {
  const columns = [`${identifier(number!)} integer`, ...texts.map((name) => `${identifier(name)} varchar`)];
  await db.run(`create temp table ${identifier(table)} (${columns.join(', ')})`);
  const appender = await db.connection.createAppender(table, 'main', 'temp');
  for (const [i, row] of rows.entries()) {
    appender.appendInteger(i);
    for (const cell of row) appender.appendVarchar(cell);
    appender.endRow();
  }
  appender.closeSync();
  const names = [number!, ...texts].map(identifier);
  return `select ${names.join(', ')} from ${identifier(table)} order by ${names[0]}`;
}
