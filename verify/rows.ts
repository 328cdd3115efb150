// Tables are derived again and compared with the run's, row by row; whatever differs is named by table and key.

/** Every cell is text, whole numbers of any size in decimals. */
export type Row = { readonly [column: string]: string };
/** A row as it must be, as far as its columns go. */
export type Cells = { readonly [column: string]: string | bigint | undefined };
export type Tables<T extends string = string> = { readonly [table in T]: readonly Row[] };
export type Due<T extends string = string> = { readonly [table in T]?: readonly Cells[] };
/** What identifies a row of a table, and what is checked of it. */
export type About = readonly [key: string, about: string];
export type Fail = (table: string, key: string, message: string) => void;

/** The cells of the named columns, joined: keyOf(row, 'unit level') → "solvang|dementia". */
export const keyOf = (row: Cells, columns: string): string =>
  columns.replace(/\w+ ?/g, (column) => `|${row[column.trim()]}`).slice(1);
export const grouped = (rows: readonly Row[], by: string) => Map.groupBy(rows, (row) => keyOf(row, by));
export const whole = (row: Row, column = 'amount_ore'): bigint => BigInt(row[column] ?? 0);
export const total = (rows: readonly Row[] = [], column?: string): bigint =>
  rows.reduce((sum, row) => sum + whole(row, column), 0n);

/** One row per key: the named columns, and the sums of others. */
export const summed = (rows: readonly Row[], columns: string, ...sums: string[]): Row[] =>
  [...grouped(rows, columns).values()].map((group) => {
    const cells = columns.split(' ').map((column) => [column, group[0]?.[column]]);
    return Object.fromEntries([...cells, ...sums.map((sum) => [sum, `${total(group, sum)}`])]) as Row;
  });

/** Sums by key; what is not there is 0. */
export class Sums extends Map<string, bigint> {
  at = (key: string): bigint => this.get(key) ?? 0n;
  add = (key: string, amount: bigint) => this.set(key, this.at(key) + amount);
}
export const sumsOf = (rows: readonly Row[], columns: string, column?: string): Sums =>
  new Sums([...grouped(rows, columns)].map(([key, group]) => [key, total(group, column)]));

/** Compares a table with what is due: the same rows, and in them the same cells. */
export function compare(table: string, key: string, rows: readonly Row[], due: readonly Cells[], fail: Fail) {
  const [found, known] = [grouped(rows, key), new Map(due.map((cells) => [keyOf(cells, key), cells]))];
  for (const at of found.keys()) if (!known.has(at)) fail(table, at, 'should not be there');
  for (const [at, cells] of known) {
    const row = found.get(at)?.[0];
    const wrong = Object.keys(cells).filter((column) => row?.[column] !== `${cells[column]}`);
    const differs = wrong.map((column) => `${column} is ${row?.[column]}, derived again ${cells[column]}`);
    if (!row || wrong.length > 0) fail(table, at, row ? differs.join('; ') : 'is missing');
  }
}
