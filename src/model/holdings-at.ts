// Who had a responsibility when.

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
  const first = `${year}-${String(month || 1).padStart(2, '0')}`;
  const last = `${year}-${String(month || 12).padStart(2, '0')}`;
  return from <= last && first <= to;
}
