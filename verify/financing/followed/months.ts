// How a year's amount falls on its months: by days, working days, twelfths, or as last year's postings did.

import { largestRemainder } from '../../fractions.ts';
import { type Row, total } from '../../rows.ts';

export const MONTHS = Array.from({ length: 12 }, (_, i) => `${i + 1}`.padStart(2, '0'));
const ALIKE = MONTHS.map(() => 1n);

/** A year's amount on the months from one on, by weights; alike where they weigh nothing. */
export function spread(sum: bigint, weights: readonly bigint[], from = 1): bigint[] {
  const later = (some: readonly bigint[]) => some.map((weight, i) => (i + 1 < from ? 0n : weight));
  const left = later(weights).some((weight) => weight > 0n) ? later(weights) : later(ALIKE);
  const unit = left.reduce((all, weight) => all + weight, 0n);
  const values = left.map((weight) => weight * sum);
  const parts = largestRemainder(MONTHS, values, unit, sum);
  return MONTHS.map((month) => parts.at(month));
}

/** The weights of a unit's months. `posted`: last year's accounts by unit and month. */
export function weightsOf(how: string, year: number, country: string, posted: readonly Row[]) {
  const all = Array.from({ length: 366 }, (_, i) => new Date(Date.UTC(year, 0, i + 1)));
  const dates = all.filter((day) => day.getUTCFullYear() === year);
  const count = (days: readonly Date[]) =>
    MONTHS.map((month) => BigInt(days.filter((day) => day.toJSON().slice(5, 7) === month).length));
  const off = holidays(year, country);
  const isWorked = (day: Date) => day.getUTCDay() % 6 > 0 && !off.includes(day.toJSON().slice(5, 10));
  const [calendar, working] = [count(dates), count(dates.filter(isWorked))];
  const units = Map.groupBy(posted, ({ unit }) => `${unit}`);
  return (unit: string): readonly bigint[] => {
    const rows = units.get(unit) ?? [];
    const then = MONTHS.map((at) => total(rows.filter(({ month }) => month === `${Number(at)}`)));
    const known = then.map((amount) => (amount > 0n ? amount : 0n));
    const asThen = known.some((amount) => amount > 0n) ? known : calendar;
    return { 'working-days': working, twelfths: ALIKE, 'last-year': asThen }[how] ?? calendar;
  };
}

/** Public holidays as "05-17". Easter by the rule of Gauss, with the moon and Sunday of 1900 to 2099. */
function holidays(year: number, country: string): string[] {
  const moon = (19 * (year % 19) + 24) % 30;
  const sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7;
  const isLate = sunday === 6 && (moon === 29 || (moon === 28 && year % 19 > 10));
  const easter = Date.UTC(year, 2, 22 + moon + sunday - (isLate ? 7 : 0));
  const greatPrayer = country === 'DK' && year < 2024 ? [26] : [];
  const after = country === 'SE' ? [-2, 1, 39] : [-3, -2, 1, 39, 50, ...greatPrayer];
  const dates = { NO: '05-01 05-17', SE: '01-06 05-01 06-06' }[country] ?? '';
  const moving = after.map((days) => new Date(easter + days * 86_400_000).toJSON().slice(5, 10));
  return [...moving, ...`01-01 12-25 12-26 ${dates}`.split(' ')];
}
