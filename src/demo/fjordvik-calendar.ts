// The days of 2025 and 2026: how many each month has, which are working days, and how a date is written.

/** The year that is costed, and the one that is followed month by month. */
export const YEARS = [2025, 2026] as const;
export type FjordvikYear = (typeof YEARS)[number];

/** Neither is a leap year. */
export const DAYS_IN_MONTH: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
export const DAYS_IN_YEAR = 365;

/** Norway's public holidays that fall on Mondays to Fridays. */
const HOLIDAYS = new Set(
  `2025-01-01 2025-04-17 2025-04-18 2025-04-21 2025-05-01 2025-05-29 2025-06-09 2025-12-25 2025-12-26
   2026-01-01 2026-04-02 2026-04-03 2026-04-06 2026-05-01 2026-05-14 2026-05-25 2026-12-25`.split(/\s+/),
);

const two = (value: number): string => String(value).padStart(2, '0');

/** "2025-03" for month 2 (0 = January). */
export const monthText = (year: FjordvikYear, month: number): string => `${year}-${two(month + 1)}`;

/** "2025-03-09" for month 2, day 9. */
export const dateText = (year: FjordvikYear, month: number, day: number): string =>
  `${monthText(year, month)}-${two(day)}`;

/** The date of a day of the year counted from 0: day 31 is 1 February. */
export const dayText = (year: FjordvikYear, day: number): string =>
  new Date(Date.UTC(year, 0, day + 1)).toISOString().slice(0, 10);

/** Months counted on from January 2025, so that the same stream says something else of each: March 2026 is 14. */
export const monthsSinceStart = (year: FjordvikYear, month: number): number => (year - YEARS[0]) * 12 + month;

/** Mondays to Fridays of a month that are no public holidays, as days from 1: 21 in May 2025 less 1 and 29 May = 20. */
export const workingDays = (year: FjordvikYear, month: number): number[] =>
  Array.from({ length: DAYS_IN_MONTH[month] ?? 0 }, (_, i) => i + 1).filter((day) => {
    const weekday = new Date(Date.UTC(year, month, day)).getUTCDay();
    return weekday !== 0 && weekday !== 6 && !HOLIDAYS.has(dateText(year, month, day));
  });
