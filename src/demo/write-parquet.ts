// Writes a table as Parquet with typed columns, as a data warehouse exports it: by way of a CSV file beside it, which
// the engine copies in order, so that a table of any size fits in constant memory.

import { rm } from 'node:fs/promises';
import { Db } from '../store/db.ts';
import { csvRelation, identifier, literal } from '../store/scan.ts';
import { writeRows } from './row-file.ts';
import type { CellKind, LineTable } from './table-lines.ts';

/** What the engine makes of a cell's text; kroner and hours keep two decimals. */
const CAST: { readonly [kind in CellKind]: (cell: string) => string } = {
  text: (cell) => cell,
  whole: (cell) => `${cell}::bigint`,
  decimal: (cell) => `replace(${cell}, ',', '.')::decimal(18, 2)`,
  date: (cell) => `${cell}::date`,
};

/**
 * Writes the file; the same lines give the same bytes, whatever the size of the batches.
 * @returns how many rows were written, the header among them.
 * @throws Error of the engine when a cell is not of its column's kind.
 */
export async function writeParquet(
  path: string,
  { columns, rows }: LineTable,
  options: { readonly batchRows: number; readonly onBatch?: (rows: number) => void },
): Promise<number> {
  const lines = `${path}.writing`;
  // One thread keeps the rows in order; without it the groups of the file would come as they are done.
  const db = await Db.open({ threads: 1, memoryLimit: '512MB' });
  try {
    const written = await writeRows(lines, rows, options);
    const { from } = csvRelation({
      ...{ path: lines, delimiter: ';', encoding: 'utf-8', columns: columns.length },
    });
    const cells = columns.map(({ name, kind }, i) => `${CAST[kind](`c${i}`)} as ${identifier(name)}`);
    await db.run(`copy (select ${cells.join(', ')} from ${from}) to ${literal(path)} (format parquet)`);
    return written;
  } finally {
    db.close();
    await rm(lines, { force: true });
  }
}
