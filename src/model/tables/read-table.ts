// Small tables that a model refers to (units, drivers): CSV as people save it, with row and column for every message.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type Fraction, parseFraction } from '../../money/fraction.ts';
import { complain, type Reading, type Spot } from '../yaml/spot.ts';

/** A table's cells by column; `row` counts as a spreadsheet does: the header is row 1. */
export type TableRow = { readonly row: number; readonly cells: ReadonlyMap<string, string> };
export type CsvTable = {
  readonly file: string;
  /** Where findings about the table go. */
  readonly reading: Pick<Reading, 'findings'>;
  readonly delimiter: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
};

/** Which table is meant, and where findings about it go. */
export type TablePlace = Pick<CsvTable, 'file' | 'reading'>;

/** Adds an error finding at a row and column of a table. */
export function complainAt(
  table: TablePlace,
  place: { row: number; column?: string },
  { rule, message, remedy }: { rule: string; message: string; remedy?: string | undefined },
): void {
  const where = { file: table.file, row: place.row, ...(place.column ? { column: place.column } : {}) };
  table.reading.findings.push({
    rule: `model/${rule}`,
    severity: 'error',
    message,
    ...(remedy ? { remedy } : {}),
    where,
  });
}

/** UTF-8 where the bytes are valid UTF-8, else Latin-1 (Windows-1252). */
function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Reads a table named at a spot; says so and gives undefined when it cannot be read. */
export function readTable(spot: Spot, file: string): CsvTable | undefined {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(join(spot.reading.folder, file));
  } catch {
    complain(spot, {
      rule: 'no-file',
      message: `cannot read the table "${file}".`,
      remedy: 'Paths are relative to the folder of the model file.',
    });
    return undefined;
  }
  return parseTable({ file, reading: spot.reading }, bytes);
}

/** Reads a table from its bytes; what is wrong is said, and undefined given where nothing can be read. */
export function parseTable(place: TablePlace, bytes: Uint8Array): CsvTable | undefined {
  const text = decodeText(bytes).normalize('NFC');
  const [header = ''] = text.replace(/^\ufeff/, '').split(/\r?\n|\r/, 1);
  const count = (mark: string) => header.split(mark).length;
  const delimiter = ['\t', ';', ','].reduce((a, b) => (count(b) >= count(a) ? b : a));
  const records = parseRecords(place, text, delimiter);
  const columns = (records?.[0] ?? []).map((cell) => cell.trim());
  if (!records) return undefined;
  if (columns.every((column) => column === '')) {
    complainAt(
      place,
      { row: 1 },
      { rule: 'table', message: 'the table is empty.', remedy: 'Row 1 names the columns.' },
    );
    return undefined;
  }
  const twice = columns.find((column, i) => column !== '' && columns.indexOf(column) !== i);
  if (twice !== undefined) {
    complainAt(
      place,
      { row: 1, column: twice },
      { rule: 'table', message: `the column "${twice}" stands twice.` },
    );
    return undefined;
  }
  const rows = records.slice(1).flatMap((cells, i) => readRow(place, columns, cells, i + 2));
  return { ...place, delimiter, columns: columns.filter((column) => column !== ''), rows };
}

function parseRecords(place: TablePlace, text: string, delimiter: string): string[][] | undefined {
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: false });
  } catch (error) {
    const row = Number((error as { records?: unknown }).records ?? 0) + 1;
    const message = 'a quotation mark is not closed, or stands inside a cell.';
    complainAt(
      place,
      { row },
      { rule: 'table', message, remedy: 'Put the whole cell in "…", and write " as "".' },
    );
    return undefined;
  }
}

function readRow(place: TablePlace, columns: readonly string[], cells: string[], row: number): TableRow[] {
  if (cells.every((cell) => cell.trim() === '')) return [];
  const extra = cells.slice(columns.length).some((cell) => cell.trim() !== '');
  if (extra || cells.length < columns.length) {
    const message = `the row has ${cells.length} cells, the header ${columns.length}.`;
    complainAt(place, { row }, { rule: 'table', message, remedy: 'Give every row a cell for each column.' });
  }
  return [{ row, cells: new Map(columns.map((column, i) => [column, cells[i]?.trim() ?? ''])) }];
}

const MINUS = /^[−–]/;
const SPACES = /(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g;

/**
 * The decimal mark of a column, judged by all its cells: a mark that stands before other than three digits, after a
 * leading 0, or last of two kinds. Undefined where every mark could as well part thousands ("1.234" beside ";").
 */
export function decimalMark(cells: readonly string[], delimiter: string): ',' | '.' | undefined {
  for (const cell of cells) {
    const marks = cell.match(/[.,]/g) ?? [];
    const last = marks.at(-1) as ',' | '.' | undefined;
    if (last === undefined) continue;
    if (new Set(marks).size === 2) return last;
    if (marks.length > 1) return last === ',' ? '.' : ',';
    if (!/^[^\d]*[1-9]\d{0,2}[.,]\d{3}$/.test(cell)) return last;
  }
  const used = cells.some((cell) => cell.includes('.')) ? '.' : ',';
  const plain = !cells.some((cell) => /[.,]/.test(cell));
  if (plain) return '.';
  return delimiter === ',' ? (used === '.' ? '.' : undefined) : used === ',' ? ',' : undefined;
}

/** A number as people write it in a table, with a known decimal mark; undefined when it is none. */
export function parseCell(text: string, mark: ',' | '.'): Fraction | undefined {
  const thousands = mark === ',' ? /(?<=\d)\.(?=\d{3}(?!\d))/g : /(?<=\d),(?=\d{3}(?!\d))/g;
  const plain = text.replace(MINUS, '-').replace(SPACES, '').replace(thousands, '');
  return (mark === ',' ? /\./ : /,/).test(plain) ? undefined : parseFraction(plain);
}

/** Reads a numeric column by row; blank cells are left out, others that are no numbers are errors at their row. */
export function readNumbers(table: CsvTable, column: string): Map<number, Fraction> {
  const cells = table.rows.map(({ row, cells }) => ({ row, text: cells.get(column) ?? '' }));
  const filled = cells.filter(({ text }) => text !== '');
  const mark = decimalMark(
    filled.map(({ text }) => text),
    table.delimiter,
  );
  const numbers = new Map<number, Fraction>();
  for (const { row, text } of filled) {
    const value = mark && parseCell(text, mark);
    if (value) numbers.set(row, value);
    else if (mark) {
      complainAt(
        table,
        { row, column },
        { rule: 'table', message: `"${text}" is not a number.`, remedy: 'Write 1234,5 or 1234.5.' },
      );
    } else {
      const message = `"${text}" may be read in two ways.`;
      complainAt(
        table,
        { row, column },
        { rule: 'table', message, remedy: 'Write numbers without marks between thousands.' },
      );
      return numbers;
    }
  }
  return numbers;
}
