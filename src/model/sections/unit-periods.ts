// From when to when a unit is what a row of the table of units says: days, both included, and the months that they
// touch.

import type { RowInHand } from './row-in-hand.ts';

/** Days such as "2025-03-31", both included; "" and "9999-12-31" where the row does not say. */
export type Period = { readonly from: string; readonly to: string };

const OPEN: Period = { from: '', to: '9999-12-31' };

export const isDated = ({ from, to }: Period): boolean => from !== OPEN.from || to !== OPEN.to;
export const hasEnd = ({ to }: Period): boolean => to !== OPEN.to;
export const periodsOverlap = (a: Period, b: Period): boolean => a.from <= b.to && b.from <= a.to;

/** The month of a day: "2025-03-31" → "2025-03"; "" stays "". */
export const monthOf = (day: string): string => day.slice(0, 7);

/** The day after: "2025-12-31" → "2026-01-01". */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** Reads the cells `from` and `to`: a day, or a month, which begins on its first day and ends on its last. */
export function readPeriod(hand: RowInHand): Period {
  const from = readDay(hand, 'from') ?? OPEN.from;
  const to = readDay(hand, 'to') ?? OPEN.to;
  if (from <= to) return { from, to };
  hand.wrong('to', `the unit ends on ${to}, before it begins on ${from}.`, 'Correct one of the two days.');
  return { from, to: OPEN.to };
}

function readDay({ cell, wrong }: RowInHand, column: 'from' | 'to'): string | undefined {
  const text = cell(column);
  if (text === '') return undefined;
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text) ?? [];
  const [, lastDay, lastMonth, lastYear] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  const found = asDay(
    Number(year ?? lastYear),
    Number(month ?? lastMonth),
    year && !day ? column : Number(day ?? lastDay),
  );
  if (found === undefined) wrong(column, `"${text}" is no date.`, 'Write 2025-06-30, 30.06.2025 or 2025-06.');
  return found;
}

/** A day of the calendar; 'from' and 'to' stand for the first and the last of the month. */
function asDay(year: number, month: number, day: number | 'from' | 'to'): string | undefined {
  const date = new Date(
    Date.UTC(year, day === 'to' ? month : month - 1, day === 'from' ? 1 : day === 'to' ? 0 : day),
  );
  const fits = date.getUTCMonth() === month - 1 && date.getUTCFullYear() === year;
  return fits && (typeof day === 'string' || date.getUTCDate() === day)
    ? date.toISOString().slice(0, 10)
    : undefined;
}
