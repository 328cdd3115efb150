// Who had a responsibility when.

import { monthText } from '../time/month-text.ts';
import { matchesCode } from './match-code.ts';
import type { Holding } from './organisation.ts';

/** Who had a responsibility in a month, or (month 0) at any time of a year, latest first. */
export const holdingsAt = (
  holdings: readonly Holding[],
  responsibility: string,
  year: number,
  month: number,
): Holding[] =>
  holdings.filter(
    (holding) => isThere(holding, year, month) && matchesCode(responsibility, holding.responsibilities),
  );

/** True where a unit was there in a month, or at any time of a year where month is 0. */
export function isThere({ from, to }: Pick<Holding, 'from' | 'to'>, year: number, month: number): boolean {
  const first = monthText(year, month || 1);
  const last = monthText(year, month || 12);
  return from <= last && first <= to;
}
