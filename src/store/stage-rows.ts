// Rows that TypeScript has made, put into a temporary table of the engine.

import type { DuckDBAppender } from '@duckdb/node-api';
import type { Cell, Row } from '../tables/schema.ts';
import type { Db } from './db.ts';

/** Type of a staged column, as the engine names it. */
export type StagedType = 'INTEGER' | 'BIGINT' | 'VARCHAR';

/**
 * Makes the temporary table `name` with these columns and appends the rows. `name` and the column names are the
 * program's own (letters, digits, underscores), never a user's.
 */
export async function stageRows(
  db: Db,
  name: string,
  columns: { readonly [column: string]: StagedType },
  rows: Iterable<Row>,
): Promise<void> {
  for (const own of [name, ...Object.keys(columns)])
    if (!/^\w+$/.test(own)) throw new Error(`"${own}" cannot name a staged table or column`);
  const typed = Object.entries(columns);
  await db.run(
    `create temp table ${name} (${typed.map(([column, type]) => `"${column}" ${type}`).join(', ')})`,
  );
  const appender = await db.connection.createAppender(name);
  for (const row of rows) {
    for (const [column, type] of typed) appendCell(appender, type, row[column]);
    appender.endRow();
  }
  appender.closeSync();
}

function appendCell(appender: DuckDBAppender, type: StagedType, cell: Cell | undefined): void {
  if (cell === null || cell === undefined) appender.appendNull();
  else if (type === 'INTEGER') appender.appendInteger(Number(cell));
  else if (type === 'BIGINT') appender.appendBigInt(BigInt(cell));
  else appender.appendVarchar(String(cell));
}
