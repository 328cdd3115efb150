// The contract of every table that Innsats writes: columns, types, units and key, in order.

/**
 * text; int (whole number within 2^31); ore (signed øre, BIGINT); big (whole number of any size, kept as decimal
 * text in files and as bigint in memory); parts (quantity in whole parts of the measure, BIGINT).
 */
export type ColumnType = 'text' | 'int' | 'ore' | 'big' | 'parts';
export type Column = { readonly name: string; readonly type: ColumnType; readonly about: string };

/** A table's columns; rows are unique by `key` and are written in order of key. */
export type TableSchema = {
  readonly name: string;
  readonly about: string;
  readonly columns: readonly Column[];
  readonly key: readonly string[];
};

export type Cell = string | number | bigint | null;
export type Row = { readonly [column: string]: Cell };

/** A result table: its contract and its rows. */
export type Table<R extends Row = Row> = { readonly schema: TableSchema; readonly rows: readonly R[] };
