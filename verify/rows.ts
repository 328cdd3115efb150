// Tables are derived again and compared with the run's, row by row; whatever differs is named by table and key.

const ACCOUNT = 'class responsibility function article own object project';
const STRAND = 'nature answers paid_as';
/** What identifies a row of each table, of the certificate's sources and of its totals. */
export const KEYS = {
  sources: 'snapshot',
  totals: 'section name',
  assignments: ACCOUNT,
  nodes: 'node',
  weights: 'from_node to_node',
  own: `node ${STRAND}`,
  throughput: `node ${STRAND}`,
  flows: `from_node to_node ${STRAND}`,
  ends: `node ${STRAND}`,
  volumes: 'service unit level state year month',
  unit_costs: 'service unit level',
  prices: 'year kind service level',
  price_parts: 'year kind service level nature',
  base_grants: 'year unit',
  supplements: 'year name service unit',
  findings: 'number',
};
export type Table = keyof typeof KEYS;
type Texts =
  | 'snapshot'
  | 'register'
  | 'file'
  | 'sha256'
  | 'kind'
  | 'node'
  | 'from_node'
  | 'to_node'
  | 'nature';
type MoreTexts = 'answers' | 'paid_as' | 'pool' | 'name' | 'unit' | 'service' | 'level' | 'state' | 'article';
type Wholes =
  | 'amount_ore'
  | 'rows'
  | 'parts'
  | 'weight'
  | 'value'
  | 'read'
  | 'refused'
  | 'year'
  | 'published_ore';
/** The columns that checks speak of; a row has those of its table. Whole numbers are bigint, all else is text. */
export type Row = { readonly [column in Texts | MoreTexts | 'responsibility']: string } & {
  readonly [column in Wholes]: bigint;
};
export type Cells = { readonly [column: string]: string | bigint | undefined };
export type Failure = { readonly table: string; readonly key: string; readonly message: string };

/** The cells of the named columns, joined: keyOf(row, 'unit level') → "solvang|dementia". */
export const keyOf = (row: Cells, columns: string): string =>
  columns.replace(/\w+/g, (column) => `${row[column]}`).replaceAll(' ', '|');
export const strandOf = (row: Row): string => `${row.nature}|${row.answers}|${row.paid_as}`;

export const total = (rows: readonly Row[], column: Wholes): bigint =>
  rows.reduce((sum, row) => sum + row[column], 0n);
/** Adds to a sum by key. */
export const add = (sums: Map<string, bigint>, key: string, amount: bigint) =>
  sums.set(key, (sums.get(key) ?? 0n) + amount);

/** One row per key: the first row's cells with the sums of the named columns. */
export const summed = (rows: readonly Row[], key: string, ...sums: Wholes[]): Row[] =>
  [...Map.groupBy(rows, (row) => keyOf(row, key)).values()].map(
    (group) => ({ ...group[0], ...Object.fromEntries(sums.map((sum) => [sum, total(group, sum)])) }) as Row,
  );

/** The named columns alone. */
export const only = (row: Cells, columns: string): Cells =>
  Object.fromEntries(columns.split(' ').map((column) => [column, row[column]]));

/** Compares the rows that should be in a table, as far as their columns go, with the rows that are. */
export function compare(
  tables: { readonly [t in Table]: readonly Row[] },
  table: Table,
  expected: readonly Cells[],
) {
  const key = (row: Cells) => keyOf(row, KEYS[table]);
  const found = new Map(tables[table].map((row): [string, Cells] => [key(row), row]));
  const due = new Set(expected.map(key));
  const wrong = expected.flatMap((row): Failure[] => {
    const is = found.get(key(row));
    const columns = Object.keys(row).filter((column) => is?.[column] !== row[column]);
    const differs = columns.map((column) => `${column} is ${is?.[column]}, derived again ${row[column]}`);
    return columns.length === 0
      ? []
      : [{ table, key: key(row), message: is ? differs.join('; ') : 'is missing' }];
  });
  const extra = [...found.keys()].filter((key) => !due.has(key));
  return [...wrong, ...extra.map((key) => ({ table, key, message: 'should not be there' }))];
}
