// What a quantity that is granted per day, week or month comes to in each month of a year: exact, and rounded to whole
// parts once, so that the months sum to the year.

import { apportion } from '../money/apportion.ts';
import {
  add,
  type Fraction,
  fraction,
  multiply,
  roundHalfAway,
  toWholeWeights,
  ZERO,
} from '../money/fraction.ts';
import { lengthOf, monthsOf } from './days.ts';
import { MONTH_CODES } from './month-text.ts';

/** How often a granted quantity comes again. */
export type Per = 'day' | 'week' | 'month';

/** The months' share of a quantity: `days` in force of each month of `year`, January first. */
export type Granted = {
  readonly quantity: Fraction;
  readonly per: Per;
  readonly year: number;
  readonly days: readonly number[];
  /** Weeks that a whole month counts, where a register's own rule says it; otherwise a week is seven days. */
  readonly weeksPerMonth?: Fraction | undefined;
};

/**
 * The exact quantity of each month. Per day: × days in force. Per week: × days ÷ 7, or with a week rule × weeks of a
 * month × days ÷ days of the month. Per month: × days ÷ days of the month.
 * @example 7 hours a week, all of February 2025: 7 × 28 ÷ 7 = 28 hours; by KPR's rule of 4 weeks 7 × 4 = 28
 */
export function prorate({ quantity, per, year, days, weeksPerMonth }: Granted): Fraction[] {
  return monthsOf(year).map((month, i) => {
    const inForce = BigInt(days[i] ?? 0);
    const ofMonth = fraction(inForce, BigInt(lengthOf(month)));
    if (per === 'day') return multiply(quantity, fraction(inForce));
    if (per === 'month') return multiply(quantity, ofMonth);
    return multiply(quantity, weeksPerMonth ? multiply(weeksPerMonth, ofMonth) : fraction(inForce, 7n));
  });
}

/**
 * Whole parts of each month. The year is rounded (halves away from zero) and given to the months by largest remainder,
 * so that they sum to it and each is within two parts of its exact value.
 * @example 1 part a week in all of 2025: 365/7 = 52.14 → 52 parts, 4 or 5 a month
 */
export function prorateWhole(granted: Granted): bigint[] {
  const months = prorate(granted);
  const year = roundHalfAway(months.reduce(add, ZERO));
  return year === 0n ? months.map(() => 0n) : apportion(year, toWholeWeights(months), MONTH_CODES);
}
