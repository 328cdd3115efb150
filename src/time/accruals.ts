// Accruals: what is posted in one month and belongs to another, moved within its year. Twelve months in øre go in,
// January first; twelve lines come out that are to be added to them and sum to zero, exactly.

import { apportion } from '../money/apportion.ts';

const MONTH_KEYS = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'));

/**
 * What is posted `lag` months late goes back to the month that it is of. What the first months post of last year
 * stands for what the last months will post next year, so that every month has its own and the year is what it was.
 * @example posted 10 in every month but 40 in March, lag 1: February +30, March −30
 */
export const laggedAccruals = (posted: readonly bigint[], lag: number): bigint[] =>
  months(posted).map((amount, i, all) => all[(((i + lag) % 12) + 12) % 12]! - amount);

/**
 * What is posted when it is paid goes to the months in which it is earned, by what was earned on in each (a month that
 * earned less than nothing earns nothing); equally where there is nothing to tell by.
 * @example 1,200 posted in June, wages alike in all months: +100 in each, June −1,100
 */
export function earnedAccruals(posted: readonly bigint[], earnedOn: readonly bigint[]): bigint[] {
  const total = posted.reduce((sum, amount) => sum + amount, 0n);
  const weights = months(earnedOn).map((amount) => (amount > 0n ? amount : 0n));
  const isKnown = weights.some((weight) => weight > 0n);
  const earned = apportion(total, isKnown ? weights : weights.map(() => 1n), MONTH_KEYS);
  return months(posted).map((amount, i) => earned[i]! - amount);
}

const months = (amounts: readonly bigint[]): bigint[] => MONTH_KEYS.map((_, i) => amounts[i] ?? 0n);
