// The days of 2025: how many each month has, which are working days, and how a date is written.

export const DAYS_IN_MONTH: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
export const DAYS_IN_YEAR = 365;

const two = (value: number): string => String(value).padStart(2, '0');

/** "2025-03" for month 2 (0 = January). */
export const monthText = (month: number): string => `2025-${two(month + 1)}`;

/** "2025-03-09" for month 2, day 9. */
export const dateText = (month: number, day: number): string => `${monthText(month)}-${two(day)}`;

/** The Mondays to Fridays of a month, as days from 1. */
export const workingDays = (month: number): number[] =>
  Array.from({ length: DAYS_IN_MONTH[month] ?? 0 }, (_, i) => i + 1).filter((day) => {
    const weekday = new Date(Date.UTC(2025, month, day)).getUTCDay();
    return weekday !== 0 && weekday !== 6;
  });
