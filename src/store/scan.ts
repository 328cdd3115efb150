// Where SQL text is built from the column mappings of the model, and nowhere else: how DuckDB reads a delivered file,
// and how the texts of its cells become codes, øre and parts. A file's columns go by position (c0, c1, …) and its
// path and delimiter are quoted literals, so that nothing written in a file or in the model is ever read as SQL.

/** What a statement reads from. `row` gives the row as a spreadsheet shows it, once the records stand in a table. */
export type Relation = { readonly from: string; readonly columns: number; readonly row: string };

/** Joins the texts of several columns to one dictionary text; it stands in no file that people type. */
export const TEXT_SEPARATOR = '\u001f';

/** 'it''s': a text as a SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** "odd ""name""": a name as a SQL identifier. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** DuckDB takes paths for patterns and has no way to write one with both a backslash and the signs of a pattern. */
export const isScannable = (path: string): boolean => !(path.includes('\\') && /[*?[]/.test(path));

/** A path that DuckDB takes as it stands, also where it holds the signs of a pattern: "a[1]*.csv" → "a[[]1][*].csv". */
function pathLiteral(path: string): string {
  if (!isScannable(path)) throw new RangeError('a path with a backslash and the signs of a pattern');
  return literal(path.replace(/[*?[]/g, '[$&]'));
}

const columnNames = (count: number): string[] => Array.from({ length: count }, (_, i) => `c${i}`);

/** A CSV file whose first record, on one line, is the header; every cell as text. */
export function csvRelation(file: {
  readonly path: string;
  readonly delimiter: string;
  readonly encoding: 'utf-8' | 'latin-1';
  readonly columns: number;
}): Relation {
  const types = columnNames(file.columns).map((name) => `'${name}': 'VARCHAR'`);
  return {
    from: `read_csv(${pathLiteral(file.path)}, auto_detect = false, header = true, delim = ${literal(file.delimiter)},
      quote = '"', escape = '"', encoding = '${file.encoding}', columns = {${types.join(', ')}})`,
    columns: file.columns,
    row: 'rowid + 2',
  };
}

/** A Parquet file, its columns by position; its first record is row 1. */
export const parquetRelation = (path: string, columns: number): Relation => ({
  from: `read_parquet(${pathLiteral(path)}) as source(${columnNames(columns).join(', ')})`,
  columns,
  row: 'rowid + 1',
});

/** Records that already stand in a table, with their row in the column "row". */
export const tableRelation = (table: string, columns: number): Relation => ({
  from: identifier(table),
  columns,
  row: '"row"',
});

/** The names and types of a Parquet file's columns. */
export const describeParquet = (path: string): string =>
  `select column_name as name, column_type as type from (describe select * from read_parquet(${pathLiteral(path)}))`;

/** An empty table for records that were read one by one. */
export const createRecordsTable = (table: string, columns: number): string =>
  `create temp table ${identifier(table)} ("row" integer, ${columnNames(columns)
    .map((name) => `${name} varchar`)
    .join(', ')})`;

/** The text of some columns (by position; undefined = the file has none), joined; an empty cell is "". */
function textOf(columns: readonly (number | undefined)[]): string {
  const cells = columns.map((column) => (column === undefined ? `''` : cellOf(column)));
  if (cells.length === 0) return `''`;
  return cells.length === 1
    ? `coalesce(${cells[0]}, '')`
    : `concat(${cells.join(`, ${literal(TEXT_SEPARATOR)}, `)})`;
}

/** A cell's text; null where it is empty. */
const cellOf = (column: number): string => `c${column}::varchar`;

// ---- dictionaries: each distinct text once ------------------------------------------------------------------

/** Columns whose distinct texts are few and are read by rules in TypeScript. */
export type Dictionary = { readonly name: string; readonly columns: readonly (number | undefined)[] };

export const textsTable = (stage: string): string => `${stage}_texts`;
const textType = (stage: string, dictionary: string): string => identifier(`${stage}_${dictionary}_text`);
const variable = (stage: string, list: string): string => `${stage}_${list}`;

/** One pass over the file: the distinct texts of every dictionary, as (which, text). */
export function collectTexts(stage: string, relation: Relation, dictionaries: readonly Dictionary[]): string {
  const names = dictionaries.map((_, i) => `d${i}`);
  const selected = dictionaries.map(({ columns }, i) => `${textOf(columns)} as d${i}`);
  const which = names.map((_, i) => `when grouping(d${i}) = 0 then ${i}`).join(' ');
  const text = names.map((name) => `when grouping(${name}) = 0 then ${name}`).join(' ');
  return `create temp table ${identifier(textsTable(stage))} as
    with source_texts as (select ${selected.join(', ')} from ${relation.from})
    select case ${which} end as which, case ${text} end as text
    from source_texts group by grouping sets (${names.map((name) => `(${name})`).join(', ')})`;
}

/** The texts of one dictionary in the order in which DuckDB numbers them. */
export const textsOf = (stage: string, which: number): string =>
  `select text from ${identifier(textsTable(stage))} where which = ${which} order by text`;

export const createTextType = (stage: string, dictionary: string, which: number): string =>
  `create temp type ${textType(stage, dictionary)} as enum (${textsOf(stage, which)})`;

export const dropTextType = (stage: string, dictionary: string): string =>
  `drop type if exists ${textType(stage, dictionary)}`;

/** Keeps a table (position, value) as a list that statements look codes up in; and forgets it. */
export const setList = (stage: string, list: string, table: string): string =>
  `set variable ${identifier(variable(stage, list))} =
    (select list(value order by position) from ${identifier(table)})`;
export const resetList = (stage: string, list: string): string =>
  `reset variable ${identifier(variable(stage, list))}`;

/** The position of a row's text in its dictionary, from 1; null where the text is in none. */
export function positionOf(stage: string, { name, columns }: Dictionary): string {
  return `enum_code(try_cast(${textOf(columns)} as ${textType(stage, name)}))::integer + 1`;
}

/** The value that a list holds at a position. */
export const lookUp = (
  stage: string,
  list: string,
  position: string,
  type: 'integer' | 'bigint' = 'integer',
): string => `getvariable(${literal(variable(stage, list))})[${position}]::${type}`;

// ---- numbers ------------------------------------------------------------------------------------------------

/** A column that holds numbers, and its decimal mark ("." where the file's own type is numeric). */
export type NumberColumn = { readonly column: number; readonly decimal: ',' | '.' };

/**
 * The number as "-1234.50", or null: spaces or marks between thousands, any minus, before or after, or parentheses.
 * No thousands begin with 0: where the decimal mark is a comma, "0.750" is another decimal mark and not 750.
 */
function normalNumber({
  column,
  decimal,
  cell = cellOf(column),
}: NumberColumn & { readonly cell?: string }): string {
  const thousands = decimal === ',' ? '.' : ',';
  const spaced = `trim(translate(${cell}, '\t\u00a0\u2007\u2009\u202f\u2212\u2013', '     --'))`;
  const signed = String.raw`regexp_replace(${spaced}, '^(?:\((.*)\)|([^-].*?) ?-)$', '-\1\2')`;
  const whole = `(?:[0-9]+|[0-9]{1,3}(?: [0-9]{3})+|[1-9][0-9]{0,2}(?:[${thousands}][0-9]{3})+)`;
  const pattern = `[-+]? ?(?:${whole}(?:[${decimal}][0-9]*)?|[${decimal}][0-9]+)`;
  return `case when regexp_full_match(${signed}, '${pattern}')
    then translate(${signed}, '${decimal} +${thousands}', '.') end`;
}

/** How many decimals of a written amount an øre can hold, by what the amount is written in. */
const ORE_DECIMALS = { ore: 0, kroner: 2, thousand: 5 } as const;
export type MoneyUnit = keyof typeof ORE_DECIMALS;

/** Øre as BIGINT; null where the cell is no amount, is finer than an øre or has more than 10^17 øre. */
function oreOf(number: NumberColumn, unit: MoneyUnit): string {
  const decimals = ORE_DECIMALS[unit];
  const scaled = (text: string, width: number): string =>
    `cast(cast(${text} as decimal(${width}, ${decimals})) * ${10 ** decimals} as bigint)`;
  const plain = `-?[0-9]{1,12}${decimals === 0 ? '' : `([${number.decimal}][0-9]{1,${decimals}})?`}`;
  const normal = normalNumber(number);
  const fits = `-?[0-9]{0,${17 - decimals}}([.][0-9]{0,${decimals}}0*)?`;
  return `case when regexp_full_match(${cellOf(number.column)}, '${plain}')
    then ${scaled(`replace(${cellOf(number.column)}, ',', '.')`, 18)}
    when regexp_full_match(${normal}, '${fits}') then ${scaled(normal, 38)} end`;
}

const blank = (column: number): string => `trim(coalesce(${cellOf(column)}, '')) = ''`;

/** One amount column, or debit less credit, where an empty cell of the two is nothing. */
export type AmountColumns =
  | { readonly amount: NumberColumn }
  | { readonly debit: NumberColumn; readonly credit: NumberColumn };

function amountOf(columns: AmountColumns, unit: MoneyUnit, sign: 1 | -1): string {
  if ('amount' in columns) return `${sign} * (${oreOf(columns.amount, unit)})`;
  const { debit, credit } = columns;
  const side = (number: NumberColumn): string =>
    `(case when ${blank(number.column)} then 0 else ${oreOf(number, unit)} end)`;
  return `case when not (${blank(debit.column)} and ${blank(credit.column)}) then ${side(debit)} - ${side(credit)} end`;
}

// ---- the staged rows ----------------------------------------------------------------------------------------

export const rowsOf = (stage: string): string => identifier(`${stage}_rows`);
export const rowColumn = (relation: Relation): string => (relation.row === '"row"' ? '"row", ' : '');

/**
 * Postings with coded account and period (negative: a fault), the person that they name (null: none) and the amount in
 * øre (null: a fault), in file order.
 */
export function stagePostings(
  stage: string,
  relation: Relation,
  columns: {
    readonly account: Dictionary;
    readonly period: Dictionary;
    readonly person?: Dictionary;
    readonly amount: AmountColumns;
    readonly unit: MoneyUnit;
    readonly sign: 1 | -1;
  },
): string {
  return `create temp table ${rowsOf(stage)} as select ${rowColumn(relation)}
    ${lookUp(stage, 'account', positionOf(stage, columns.account))} as account,
    ${lookUp(stage, 'period', positionOf(stage, columns.period))} as period,
    ${columns.person ? lookUp(stage, 'person', positionOf(stage, columns.person)) : 'null::integer'} as person,
    ${amountOf(columns.amount, columns.unit, columns.sign)} as amount_ore
    from ${relation.from}`;
}

const SOUND_POSTING = 'account >= 0 and period >= 0 and amount_ore is not null and coalesce(person, 0) >= 0';

export const countPostings = (stage: string): string =>
  `select count(*) as read, count(*) filter (where ${SOUND_POSTING}) as sound,
    coalesce(sum(amount_ore) filter (where ${SOUND_POSTING}), 0)::hugeint as total,
    count(*) filter (where account is null or period is null) as lost from ${rowsOf(stage)}`;

/** The sound postings; with the person that each names where the file has a column of them. */
export const selectPostings = (stage: string, relation: Relation, hasPersons: boolean): string =>
  `select (${relation.row})::integer as "row", account::integer as account, (period // 100)::integer as year,
    (period % 100)::integer as month, ${hasPersons ? 'person::integer as person, ' : ''}amount_ore from ${rowsOf(stage)} where ${SOUND_POSTING}`;

/** Activity with coded object, period and day, person (null: none) and the quantity in parts (null: a fault). */
export function stageRecords(
  stage: string,
  relation: Relation,
  columns: {
    readonly object: Dictionary;
    readonly period: Dictionary;
    readonly person?: Dictionary;
    readonly quantity: NumberColumn;
    /** Parts of a written one are the object's entry in the list `factor` ÷ this. */
    readonly factorDenominator: bigint;
  },
): string {
  const factor = lookUp(stage, 'factor', 'object_text', 'bigint');
  const normal = normalNumber({ ...columns.quantity, cell: 'quantity' });
  const one = 1_000_000_000_000n;
  const whole = columns.factorDenominator * one;
  const isPlain = columns.factorDenominator === 1n ? `regexp_full_match(quantity, '[0-9]{1,9}')` : 'false';
  return `create temp table ${rowsOf(stage)} as
    with source_texts as (
      select ${rowColumn(relation)} ${positionOf(stage, columns.object)} as object_text,
        ${columns.person ? positionOf(stage, columns.person) : 'null'} as person_text,
        ${positionOf(stage, columns.period)} as period_text,
        ${cellOf(columns.quantity.column)} as quantity
      from ${relation.from}),
    source_rows as (
      select ${rowColumn(relation)} ${lookUp(stage, 'object', 'object_text')} as object,
        ${columns.person ? lookUp(stage, 'person', 'person_text') : 'null::integer'} as person,
        ${lookUp(stage, 'period', 'period_text')} as period,
        ${lookUp(stage, 'day', 'period_text')} as day,
        ${isPlain} as plain,
        case when plain then cast(quantity as bigint) * (${factor}) end as plain_parts,
        case when plain then null when regexp_full_match(${normal}, '-?[0-9]{0,9}([.][0-9]*)?')
          then cast(cast(${normal} as decimal(38, 12)) * ${one} as hugeint) * (${factor}) end as numerator
      from source_texts)
    select ${rowColumn(relation)} object, person, period, day,
      case when plain then plain_parts
        else cast(sign(numerator) * ((2 * abs(numerator) + ${whole}) // ${2n * whole}) as bigint) end as parts,
      case when plain then false else numerator % ${whole} <> 0 end as finer
    from source_rows`;
}

const SOUND_RECORD = 'object >= 0 and period >= 0 and parts > 0 and coalesce(person, 0) >= 0';

export const countRecords = (stage: string): string =>
  `select count(*) as read, count(*) filter (where ${SOUND_RECORD}) as sound,
    coalesce(sum(parts) filter (where ${SOUND_RECORD}), 0)::hugeint as total,
    count(*) filter (where object is null or period is null) as lost from ${rowsOf(stage)}`;

export const selectRecords = (stage: string, relation: Relation): string =>
  `select (${relation.row})::integer as "row", object::integer as object, person::integer as person,
    (period // 100)::integer as year, (period % 100)::integer as month,
    date '1970-01-01' + day::integer as date, parts from ${rowsOf(stage)} where ${SOUND_RECORD}`;

/** The years of the sound rows in order, with how many rows each has and, of postings, their sum in øre. */
export const yearsOf = (stage: string, register: 'ledger' | 'activity'): string =>
  `select (period // 100)::integer as year, count(*) as rows,
    ${register === 'ledger' ? 'sum(amount_ore)::hugeint' : 'null'} as total from ${rowsOf(stage)}
    where ${register === 'ledger' ? SOUND_POSTING : SOUND_RECORD} group by year order by year`;

/** What the sound postings on some accounts sum to, in øre. */
export const sumOfAccounts = (stage: string, accounts: readonly number[]): string =>
  `select coalesce(sum(amount_ore), 0)::hugeint as total from ${rowsOf(stage)}
    where ${SOUND_POSTING} and account in (${accounts.join(', ')})`;

/** Of some accounts with sound postings: how many, the first of them, and their sum in øre; in order of the account. */
export const sumsByAccount = (stage: string, relation: Relation, accounts: readonly number[]): string =>
  `select account::integer as account, count(*) as rows, min(${relation.row})::integer as first,
    sum(amount_ore)::hugeint as total from ${rowsOf(stage)}
    where ${SOUND_POSTING} and account in (${accounts.join(', ')}) group by account order by account`;

// ---- faults -------------------------------------------------------------------------------------------------

/** How many rows have each negative code in a column, and the first of them. */
export const countFaults = (stage: string, relation: Relation, column: string): string =>
  `select ${column}::integer as code, count(*) as rows, min(${relation.row})::integer as first
    from ${rowsOf(stage)} where ${column} < 0 group by ${column} order by first, code`;

/** The first rows that a condition holds for, and how many there are. */
export const faultyRows = (stage: string, relation: Relation, condition: string, limit: number): string =>
  `select (${relation.row})::integer as "row", count(*) over () as rows from ${rowsOf(stage)}
    where ${condition} order by "row" limit ${limit}`;

/**
 * Per period, how many persons have more of the objects than a limit of parts, or of parts per day of the period, and
 * the first row of any of them.
 */
export function busyPersons(
  stage: string,
  relation: Relation,
  objects: readonly number[],
  limit: { readonly parts: bigint } | { readonly partsPerDay: bigint },
): string {
  const begin = 'make_date(period // 100, greatest(period % 100, 1), 1)';
  const length = `date_diff('day', ${begin}, ${begin} + case when period % 100 = 0 then interval 1 year else interval 1 month end)`;
  const most = 'parts' in limit ? String(limit.parts) : `${limit.partsPerDay} * ${length}`;
  return `with monthly as (
      select person, period, sum(parts) as parts, min(${relation.row}) as first from ${rowsOf(stage)}
      where ${SOUND_RECORD} and person is not null and object in (${objects.join(', ')}) group by person, period)
    select period, count(*) as persons, min(first)::integer as first
    from monthly where parts > ${most} group by period order by period`;
}

/** The texts of some columns in some rows, read again from the file. */
export function cellsAt(relation: Relation, columns: readonly number[], rows: readonly number[]): string {
  const cells = columns.map((column) => `coalesce(${cellOf(column)}, '') as c${column}`).join(', ');
  const row =
    relation.row === '"row"' ? '"row"' : relation.row.replace('rowid', '(row_number() over () - 1)');
  return `with numbered as (select ${row} as "row", ${cells} from ${relation.from})
    select "row"::integer as "row", ${columns.map((column) => `c${column}`).join(', ')}
    from numbered where "row" in (${rows.join(', ')}) order by "row"`;
}

/** How many cells of a column are written as one group of thousands ("1.250"), and the first row of them. */
export function groupedCells(relation: Relation, column: number, mark: ',' | '.'): string {
  const row =
    relation.row === '"row"' ? '"row"' : relation.row.replace('rowid', '(row_number() over () - 1)');
  return `with numbered as (select ${row} as "row", trim(${cellOf(column)}) as cell from ${relation.from})
    select min("row")::integer as "row", count(*) as "rows"
    from numbered where regexp_full_match(cell, '[1-9][0-9]{0,2}[${mark}][0-9]{3}')`;
}

export const dropTable = (table: string): string => `drop table if exists ${identifier(table)}`;
