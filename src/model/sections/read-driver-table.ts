// Driver tables: CSV columns [from] [unit] [service] [activity] [level] quantity, one row per share.

import type { DriverRow, DriverRule } from '../model.ts';
import { hasColumns } from '../tables/has-columns.ts';
import { type CsvTable, complainAt, readNumbers, readTable } from '../tables/read-table.ts';
import { suggestName } from '../yaml/nearest-name.ts';
import { readText } from '../yaml/read-values.ts';
import type { Spot } from '../yaml/spot.ts';
import type { Vocabulary } from './vocabulary.ts';

const PLACES = ['from', 'unit', 'service', 'activity', 'level'] as const;

/**
 * Reads the table named at a spot. With `refuseNegative` a negative quantity is an error at its row.
 */
export function readTableRule(
  spot: Spot,
  vocabulary: Vocabulary,
  refuseNegative: boolean,
): DriverRule | undefined {
  const file = readText(spot, 'the path of a table');
  const table = file === undefined ? undefined : readTable(spot, file);
  if (!table) return undefined;
  if (!hasColumns(table, { known: [...PLACES, 'quantity'], needed: ['quantity'] })) return undefined;
  if (!['unit', 'service', 'activity'].some((column) => table.columns.includes(column)))
    complainAt(
      table,
      { row: 1 },
      {
        rule: 'table',
        message: 'the table does not say what its quantities are of.',
        remedy: 'Add a column unit, service or activity.',
      },
    );
  return { kind: 'table', file: table.file, rows: readDriverRows(table, vocabulary, refuseNegative) };
}

function readDriverRows(table: CsvTable, vocabulary: Vocabulary, refuseNegative: boolean): DriverRow[] {
  const names = {
    from: vocabulary.units,
    unit: vocabulary.units,
    service: vocabulary.services,
    activity: vocabulary.activities,
  };
  const quantities = readNumbers(table, 'quantity');
  const seen = new Map<string, number>();
  return table.rows.flatMap(({ row, cells }): DriverRow[] => {
    const wrong = (column: string, rule: string, message: string, remedy?: string) =>
      complainAt(table, { row, column }, { rule, message, remedy });
    const place: { [column in (typeof PLACES)[number]]?: string } = {};
    for (const column of PLACES) {
      const text = cells.get(column) ?? '';
      if (text === '') continue;
      place[column] = text;
      const known = column === 'level' ? undefined : names[column];
      if (known?.complete && !known.all.has(text))
        wrong(column, 'unknown-name', `no ${known.what} "${text}".`, suggestName(text, [...known.all]));
    }
    const quantity = quantities.get(row);
    if (cells.get('quantity') === '')
      wrong('quantity', 'table', 'the quantity is missing.', 'Write 0 where there is none.');
    if (quantity && quantity.num < 0n && refuseNegative)
      wrong(
        'quantity',
        'negative-driver',
        'a quantity to share by cannot be negative.',
        'Correct it, or say "negative: zero" or "negative: magnitude" at the driver.',
      );
    const key = PLACES.map((column) => place[column] ?? '').join('/');
    const before = seen.get(key);
    if (before !== undefined)
      wrong('quantity', 'table', `the same is said already in row ${before}.`, 'Keep one of the two rows.');
    seen.set(key, row);
    return quantity ? [{ ...place, quantity, row }] : [];
  });
}
