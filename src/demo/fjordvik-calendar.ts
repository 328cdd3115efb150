// The days of 2025: how many each month has, which are working days, and how a date is written.

export const DAYS_IN_MONTH: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
export const DAYS_IN_YEAR = 365;

/** Norway's public holidays in 2025 that fall on Mondays to Fridays. */
const HOLIDAYS = new Set(
  '2025-01-01 2025-04-17 2025-04-18 2025-04-21 2025-05-01 2025-05-29 2025-06-09 2025-12-25 2025-12-26'.split(
    ' ',
  ),
);

const two = (value: number): string => String(value).padStart(2, '0');

/** "2025-03" for month 2 (0 = January). */
export const monthText = (month: number): string => `2025-${two(month + 1)}`;

/** "2025-03-09" for month 2, day 9. */
export const dateText = (month: number, day: number): string => `${monthText(month)}-${two(day)}`;

/** Mondays to Fridays of a month that are no public holidays, as days from 1: 21 in May 2025 less 1 and 29 May = 20. */
export const workingDays = (month: number): number[] =>
  Array.from({ length: DAYS_IN_MONTH[month] ?? 0 }, (_, i) => i + 1).filter((day) => {
    const weekday = new Date(Date.UTC(2025, month, day)).getUTCDay();
    return weekday !== 0 && weekday !== 6 && !HOLIDAYS.has(dateText(month, day));
  });
