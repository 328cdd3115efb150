// A table on its way into a file, line by line: what its columns are called and what stands in them.

/** A whole number, a number with a decimal comma, a day as 2025-03-09, or any text, codes and months among them. */
export type CellKind = 'text' | 'whole' | 'decimal' | 'date';

export type LineColumn = { readonly name: string; readonly kind: CellKind };

/** Lines with semicolons, the header first; no cell holds a semicolon, a quotation mark or a line break. */
export type LineTable = { readonly columns: readonly LineColumn[]; readonly rows: Iterable<string> };

/** What stands in Fjordvik's columns; all others hold texts. */
const KINDS: { readonly [column: string]: CellKind } = {
  Bilag: 'whole',
  Dato: 'date',
  Beløp: 'decimal',
  dato: 'date',
  minutter: 'whole',
  døgn: 'whole',
  oppmøter: 'whole',
  antall: 'whole',
  timer: 'decimal',
  mengde: 'decimal',
  fra: 'date',
  til: 'date',
};

/** The columns that a header names. */
const columnsOf = (header: string): LineColumn[] =>
  header.split(';').map((name) => ({ name, kind: KINDS[name] ?? 'text' }));

/** A table from its lines, whose first one is read to know the columns; an array or a generator that has not begun. */
export function lineTable(rows: Iterable<string>): LineTable {
  const lines = rows[Symbol.iterator]();
  const first = lines.next();
  const header = first.done ? '' : first.value;
  return { columns: columnsOf(header), rows: startingWith(header, lines) };
}

function* startingWith(header: string, lines: Iterator<string>): Generator<string> {
  yield header;
  for (let next = lines.next(); !next.done; next = lines.next()) yield next.value;
}
