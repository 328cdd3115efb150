// Which columns a table that the model names may have, and which it cannot do without.

import { suggestName } from '../yaml/nearest-name.ts';
import { type CsvTable, complainAt } from './read-table.ts';

/** True where no needed column is lacking; a column that is not known, or lacks, is told at the head of the table. */
export function hasColumns(
  table: CsvTable,
  { known, needed }: { readonly known: readonly string[]; readonly needed: readonly string[] },
): boolean {
  const wrong = (message: string, remedy: string) =>
    complainAt(table, { row: 1 }, { rule: 'table', message, remedy });
  for (const column of table.columns)
    if (!known.includes(column))
      wrong(`no column "${column}" is known here.`, suggestName(column, known) ?? '');
  const lacking = needed.filter((column) => !table.columns.includes(column));
  for (const column of lacking)
    wrong(`the table has no column "${column}".`, `Columns: ${known.join(', ')}.`);
  return lacking.length === 0;
}
