// Result tables on disk: one Parquet and one CSV file each, rows in order of key, and the canonical hash by which a
// table is known whatever file it lies in.

import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBAppender } from '@duckdb/node-api';
import { byKey } from '../money/apportion.ts';
import type { Cell, Column, ColumnType, Row, Table, TableSchema } from '../tables/schema.ts';
import type { Db } from './db.ts';

const PARQUET_TYPE: { readonly [type in ColumnType]: string } = {
  text: 'VARCHAR',
  int: 'INTEGER',
  ore: 'BIGINT',
  big: 'VARCHAR',
  parts: 'BIGINT',
};

const compareCells = (a: Cell, b: Cell): number =>
  typeof a === 'string' || typeof b === 'string'
    ? byKey(String(a), String(b))
    : a === b
      ? 0
      : (a ?? 0) < (b ?? 0)
        ? -1
        : 1;

/** The rows in order of the schema's key: text by code unit, numbers by size. */
export function inKeyOrder({ schema, rows }: Table): Row[] {
  return [...rows].sort((a, b) => {
    for (const column of schema.key) {
      const order = compareCells(a[column] ?? null, b[column] ?? null);
      if (order !== 0) return order;
    }
    return 0;
  });
}

/**
 * SHA-256 (hex) over the table's name and its rows in order of key: a line of JSON each, column by column in the
 * schema's order, every cell as text. Two tables of one schema are equal exactly when their hashes are.
 * @example the first lines of a table: ends ⏎ {"entity":"9901","node":"object:home-nursing/sjosiden/", … }
 */
export function hashTable(table: Table): string {
  const names = table.schema.columns.map(({ name }) => name);
  const hash = createHash('sha256').update(`${table.schema.name}\n`);
  for (const row of inKeyOrder(table)) {
    const cells = names.map((name) => [name, row[name] === null ? null : String(row[name])]);
    hash.update(`${JSON.stringify(Object.fromEntries(cells))}\n`);
  }
  return hash.digest('hex');
}

const csvField = (cell: Cell | undefined): string => {
  const text = cell === null || cell === undefined ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

function csvText(columns: readonly Column[], rows: readonly Row[]): string {
  const lines = rows.map((row) => columns.map(({ name }) => csvField(row[name])).join(','));
  return `${[columns.map(({ name }) => name).join(','), ...lines].join('\r\n')}\r\n`;
}

function appendCell(appender: DuckDBAppender, type: ColumnType, cell: Cell | undefined): void {
  if (cell === null || cell === undefined) appender.appendNull();
  else if (type === 'int') appender.appendInteger(Number(cell));
  else if (type === 'ore' || type === 'parts') appender.appendBigInt(BigInt(cell));
  else appender.appendVarchar(String(cell));
}

const quoted = (path: string): string => `'${path.replaceAll("'", "''")}'`;

async function writeParquet(db: Db, file: string, schema: TableSchema, rows: readonly Row[]): Promise<void> {
  const columns = schema.columns.map(({ name, type }) => `"${name}" ${PARQUET_TYPE[type]}`).join(', ');
  await db.run(`create or replace temp table result_to_write (${columns})`);
  const appender = await db.connection.createAppender('result_to_write');
  for (const row of rows) {
    for (const { name, type } of schema.columns) appendCell(appender, type, row[name]);
    appender.endRow();
  }
  appender.closeSync();
  await db.run(`copy result_to_write to ${quoted(file)} (format parquet)`);
  await db.run('drop table result_to_write');
}

/**
 * Writes `<name>.parquet` and `<name>.csv` (RFC 4180, comma and point) of every table into `dir`, which is replaced
 * as a whole: everything is written beside it first and then renamed. `texts` are further files by name, such as
 * certificate.json, so that no run stands there without its certificate.
 */
export async function writeTables(
  db: Db,
  dir: string,
  tables: readonly Table[],
  texts: { readonly [name: string]: string } = {},
): Promise<void> {
  const staged = `${dir}.writing`;
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(staged, { recursive: true });
  for (const table of tables) {
    const rows = inKeyOrder(table);
    await writeParquet(db, join(staged, `${table.schema.name}.parquet`), table.schema, rows);
    writeFileSync(join(staged, `${table.schema.name}.csv`), csvText(table.schema.columns, rows));
  }
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(staged, name), text);
  rmSync(dir, { recursive: true, force: true });
  renameSync(staged, dir);
}

/** Reads a result table back from its Parquet file in `dir`; `big` columns as bigint. Throws when it is not there. */
export async function readTable(db: Db, dir: string, schema: TableSchema): Promise<Row[]> {
  const rows = await db.rows<{ [column: string]: Cell }>(
    `select * from read_parquet(${quoted(join(dir, `${schema.name}.parquet`))})`,
  );
  const big = schema.columns.filter(({ type }) => type === 'big').map(({ name }) => name);
  for (const row of rows) for (const name of big) if (row[name] !== null) row[name] = BigInt(row[name] ?? 0);
  return rows;
}
