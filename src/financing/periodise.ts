// How a year's amount falls on its months: by days, by working days, in twelfths, or as last year's postings did. What
// falls on the months sums to the year, to the øre.

import type { Finding } from '../findings/finding.ts';
import type { Financing } from '../model/financing.ts';
import type { Model } from '../model/model.ts';
import { apportion } from '../money/apportion.ts';
import type { PoolMonth } from '../tables/financing.ts';
import { lengthOf, monthsOf } from '../time/days.ts';
import { MONTH_CODES } from '../time/month-text.ts';
import { workingDaysByMonth } from '../time/working-days.ts';

/** Weights of the twelve months, January first: none below 0, some above. */
export type MonthWeights = readonly bigint[];

/** The weights of a unit's months, and what is to be told of those that could not be found. */
export type Profiles = {
  readonly of: (unit: string) => MonthWeights;
  readonly findings: () => readonly Finding[];
};

const EQUAL: MonthWeights = MONTH_CODES.map(() => 1n);

/**
 * An amount on the months from `from` on, by weights; nothing before. Equally where those months have no weight.
 * @example spread(365n, days of 2025) // 31n, 28n, 31n, … · spread(100n, twelfths, 11) // …, 50n, 50n
 */
export function spread(total: bigint, weights: MonthWeights, from = 1): bigint[] {
  const later = (some: MonthWeights): bigint[] => some.map((weight, i) => (i + 1 < from ? 0n : weight));
  const left = later(weights);
  const isWeighed = left.some((weight) => weight > 0n);
  return apportion(total, isWeighed ? left : later(EQUAL), MONTH_CODES);
}

/**
 * The model's profile for every unit. As last year: by all of the unit's postings, months below 0 counting nothing; a
 * unit that had none takes the days of the calendar, which is told.
 */
export function profiles(model: Model, financing: Financing, lastYear: readonly PoolMonth[]): Profiles {
  const { year, frame } = financing;
  const days = monthsOf(year).map((month) => BigInt(lengthOf(month)));
  if (frame.periodise !== 'last-year') {
    const same = { 'calendar-days': days, twelfths: EQUAL, 'working-days': workingDays(model, year) }[
      frame.periodise
    ];
    return { of: () => same, findings: () => [] };
  }
  const posted = lastYearsMonths(lastYear);
  const without = new Set<string>();
  return {
    of: (unit) => {
      const own = posted.get(unit);
      if (own?.some((weight) => weight > 0n)) return own;
      without.add(unit);
      return days;
    },
    findings: () => (without.size === 0 ? [] : [noLastYear(financing, [...without].sort())]),
  };
}

const workingDays = ({ municipality }: Model, year: number): MonthWeights =>
  workingDaysByMonth(year, municipality.country).map(BigInt);

function lastYearsMonths(postings: readonly PoolMonth[]): Map<string, bigint[]> {
  const sums = new Map<string, bigint[]>();
  for (const { unit, month, amountOre } of postings) {
    if (month < 1) continue;
    const months = sums.get(unit) ?? MONTH_CODES.map(() => 0n);
    months[month - 1]! += amountOre;
    sums.set(unit, months);
  }
  for (const [unit, months] of sums)
    sums.set(
      unit,
      months.map((amount) => (amount > 0n ? amount : 0n)),
    );
  return sums;
}

const noLastYear = ({ year, at }: Financing, units: readonly string[]): Finding => ({
  rule: 'financing/no-last-year',
  severity: 'warning',
  message: `amounts are to fall on months as the postings of ${year - 1} did, and ${units.join(', ')} had none by month: the days of the calendar are used`,
  remedy: `Import the ledger of ${year - 1} by month, or choose another "periodise:".`,
  where: { file: at.file, line: at.line, position: at.column, key: 'financing: frame' },
  count: units.length,
});
