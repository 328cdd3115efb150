// Rows of a followed month by unit and month, and how an address says which: "sjosiden", "sjosiden@4", "sjosiden@4/pool".

import { readTable } from '../../store/result-files.ts';
import type { Row, TableSchema } from '../../tables/schema.ts';
import type { ExplainContext } from '../explain-context.ts';
import { findName } from '../find-name.ts';
import { UnknownFigure } from '../level.ts';

/** `month` absent: the year so far. */
export type Address = { readonly name: string; readonly month?: number; readonly rest: string };

/** "sjosiden@4/care-wages" → sjosiden, 4, care-wages. */
export function readAddress(text: string): Address {
  const at = text.lastIndexOf('@');
  if (at < 0) return { name: text, rest: '' };
  const [month = '', ...rest] = text.slice(at + 1).split('/');
  return { name: text.slice(0, at), month: Number(month), rest: rest.join('/') };
}

/** The rows of a table of a unit and, where the address names one, a month. @throws UnknownFigure */
export async function rowsAt(
  context: ExplainContext,
  schema: TableSchema,
  { name, month }: Address,
): Promise<Row[]> {
  const rows = await readTable(context.db, context.runDir, schema);
  findName(
    'unit',
    name,
    rows.map((row) => String(row['unit'])),
  );
  const own = rows.filter((row) => row['unit'] === name);
  if (month === undefined) return own;
  findMonth(name, month, own);
  return own.filter((row) => row['month'] === month);
}

/** @throws UnknownFigure naming the months that there are: no month is a misspelling of another. */
export function findMonth(name: string, month: number, rows: readonly Row[]): void {
  const months = [...new Set(rows.map((row) => Number(row['month'])))].sort((a, b) => a - b);
  if (months.includes(month)) return;
  throw new UnknownFigure(
    `The run has no month ${month} of ${name}: it has ${months.join(', ')}. A later one is run with "innsats run --month".`,
  );
}

/** "month 4" or "so far". */
export const monthLabel = (month: number | undefined): string =>
  month === undefined ? 'so far this year' : `month ${month}`;
