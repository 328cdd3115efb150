// The statements over a delivered table whose every column is a dictionary: its rows as codes, and the canonical rows
// that were worked out of them. Only the program's own names are built in, never a cell.

import { identifier, type Relation, rowsOf } from './scan.ts';

/** The staged codes of some columns, in order of row. */
export const selectCodes = (stage: string, relation: Relation, columns: readonly string[]): string =>
  `select (${relation.row})::integer as "row", ${columns
    .map((column) => `${identifier(column)}::integer as ${identifier(column)}`)
    .join(', ')} from ${rowsOf(stage)} order by "row"`;

/** A day of the calendar, staged as days since 1970, as a date. */
const dateOf = (column: string): string =>
  `date '1970-01-01' + ${identifier(column)} as ${identifier(column)}`;

/**
 * The rows of a staged table in order; columns that end in _date are staged as days since 1970, and `empty` are columns
 * that it has not and that are null, by type.
 */
export const selectStaged = (
  table: string,
  columns: readonly string[],
  order: readonly string[],
  empty: { readonly [column: string]: 'date' } = {},
): string =>
  `select ${columns
    .map((column) => {
      const type = empty[column];
      if (type) return `null::${type} as ${identifier(column)}`;
      return column.endsWith('_date') ? dateOf(column) : identifier(column);
    })
    .join(', ')} from ${identifier(table)} order by ${order.map(identifier).join(', ')}`;
