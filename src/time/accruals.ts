// Accruals: what is posted in one month and belongs to another, moved within its year. Twelve months in øre go in,
// January first; twelve lines come out that are to be added to them and sum to zero, exactly. Of a year that is still
// running only the months up to one are known: they are treated as the year is, so that nothing is moved to or from a
// month that is not there.

import { apportion } from '../money/apportion.ts';
import { MONTH_CODES } from './month-text.ts';

/**
 * What is posted `lag` months late goes back to the month that it is of. What the first months post of last year
 * stands for what the last months will post next year, so that every month has its own and the year is what it was.
 * Up to month `through`, its first months stand for what is posted after it; with a lag as long as that nothing that is
 * posted is of a month that is known, and nothing is moved.
 * @example posted 10 in every month but 40 in March, lag 1: February +30, March −30
 */
export function laggedAccruals(posted: readonly bigint[], lag: number, through = 12): bigint[] {
  const known = months(posted, through);
  const isMoved = through === 12 || lag < through;
  return isMoved
    ? known.map((amount, i) => known[(((i + lag) % through) + through) % through]! - amount)
    : known.map(() => 0n);
}

/**
 * What is posted when it is paid goes to the months in which it is earned, by what was earned on in each (a month that
 * earned less than nothing earns nothing); equally where there is nothing to tell by. Up to month `through`, what has
 * been paid so far goes to the months so far.
 * @example 1,200 posted in June, wages alike in all months: +100 in each, June −1,100
 */
export function earnedAccruals(
  posted: readonly bigint[],
  earnedOn: readonly bigint[],
  through = 12,
): bigint[] {
  const known = months(posted, through);
  const total = known.reduce((sum, amount) => sum + amount, 0n);
  const weights = months(earnedOn, through).map((amount) => (amount > 0n ? amount : 0n));
  const isKnown = weights.some((weight) => weight > 0n);
  const keys = MONTH_CODES.slice(0, through);
  const earned = apportion(total, isKnown ? weights : weights.map(() => 1n), keys);
  return known.map((amount, i) => earned[i]! - amount);
}

const months = (amounts: readonly bigint[], through: number): bigint[] =>
  MONTH_CODES.slice(0, through).map((_, i) => amounts[i] ?? 0n);
