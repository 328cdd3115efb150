// Writes a table into as many workbooks as it takes: a sheet holds about a million rows, and what is left over goes on
// in the next file.

import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { CellKind, LineTable } from './table-lines.ts';
import { MOST_SHEET_ROWS, type SheetCell, writeXlsx } from './write-xlsx.ts';

const CELL: { readonly [kind in CellKind]: (text: string) => SheetCell } = {
  text: (text) => text,
  whole: Number,
  decimal: (text) => Number(text.replace(',', '.')),
  date: (text) => new Date(`${text}T00:00:00Z`),
};

/**
 * Writes `path` ("…/stays.xlsx") and, where one sheet is not enough, "…/stays-part2.xlsx" and so on, each with the
 * header; further parts that a larger table left there are removed.
 * @returns how many rows were written, headers among them.
 */
export async function writeSheets(
  path: string,
  { columns, rows }: LineTable,
  options: { readonly sheetRows?: number; readonly onFile?: (rows: number) => void } = {},
): Promise<number> {
  const { sheetRows = MOST_SHEET_ROWS, onFile } = options;
  const lines = rows[Symbol.iterator]();
  lines.next();
  const header = columns.map(({ name }) => name);
  const cellsOf = (line: string): SheetCell[] =>
    line.split(';').map((text, i) => CELL[columns[i]?.kind ?? 'text'](text));
  let [next, written, part] = [lines.next(), 0, 1];
  do {
    const first = written;
    const sheet = function* (): Generator<SheetCell[]> {
      written += 1;
      for (; !next.done && written - first < sheetRows; next = lines.next()) {
        written += 1;
        yield cellsOf(next.value);
      }
    };
    await writeXlsx(partOf(path, part), { sheet: 'Data', header, rows: sheet() });
    onFile?.(written);
    part += 1;
  } while (!next.done);
  for (; existsSync(partOf(path, part)); part++) await rm(partOf(path, part));
  return written;
}

const partOf = (path: string, part: number): string =>
  part === 1 ? path : path.replace(/(\.\w+)$/, `-part${part}$1`);
