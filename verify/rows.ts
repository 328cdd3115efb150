// Tables are derived again and compared with the run's, row by row; whatever differs is named by table and key.

export const STRAND = 'nature answers paid_as';
/** What identifies a row of each table of a run, and what is checked of it. */
export const TABLES = {
  sources: ['snapshot', 'files counted again, and snapshots summed again, are what was read'],
  assignments: ['class responsibility function article own object project unit', 'the first pool that fits'],
  volumes: ['service unit level state year month', 'the activity of the year, month by month'],
  own: [`node ${STRAND}`, 'what the accounts put into the network'],
  nodes: ['node', 'what cost can reach'],
  weights: ['from_node to_node', 'positive, in lowest terms; no end hands on'],
  throughput: [`node ${STRAND}`, 'own cost and what comes in, to 2^-64 øre'],
  flows: [`from_node to_node ${STRAND}`, 'in + own = out at every node, each flow beside its exact share'],
  ends: [`node ${STRAND}`, 'the exact values rounded once, every øre of them'],
  unit_costs: ['service unit level', 'cost ÷ volume of every object'],
  prices: ['year kind service level', 'cost × growth ÷ volume, without supplements; rounding and its effect'],
  price_parts: ['year kind service level nature', 'what each price is made of'],
  base_grants: ['year unit', 'what units are paid whatever their activity'],
  supplements: ['year name service unit', 'as the model states them'],
  findings: ['number', 'each once'],
} as const;
export type Table = keyof typeof TABLES;
/** Every cell is text, whole numbers of any size in decimals. */
export type Row = { readonly [column: string]: string };
export type Tables = { readonly [table in Table]: readonly Row[] };
/** Rows as they must be, as far as their columns go, by table. */
export type Due = { readonly [table in Table]?: readonly Cells[] };
export type Cells = { readonly [column: string]: string | bigint | undefined };
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
export function compare(table: Table, rows: readonly Row[], due: readonly Cells[], fail: Fail): void {
  const keyed = due.map((cells): [string, Cells] => [keyOf(cells, TABLES[table][0]), cells]);
  const [found, known] = [grouped(rows, TABLES[table][0]), new Map(keyed)];
  for (const key of found.keys()) if (!known.has(key)) fail(table, key, 'should not be there');
  for (const [key, cells] of known) {
    const row = found.get(key)?.[0];
    const wrong = Object.keys(cells).filter((column) => row?.[column] !== `${cells[column]}`);
    const differs = wrong.map((column) => `${column} is ${row?.[column]}, derived again ${cells[column]}`);
    if (!row || wrong.length > 0) fail(table, key, row ? differs.join('; ') : 'is missing');
  }
}
