// When something happened, as tables write it: a period ("2025-03", "202503"), a month ("3", "03"), a date
// ("2025-03-31", "31.03.2025") or a year, in one column or several.

/**
 * Year, month (0 where only the year is known) and, of a date, its day as days since 1970-01-01. `isClosing`: written as
 * period 13, in which ledgers close the year; it counts as December.
 */
export type Period = {
  readonly year: number;
  readonly month: number;
  readonly day?: number;
  readonly isClosing?: boolean;
};

const DATE_FIRST_YEAR = /^(\d{4})([-./]?)(\d{2})\2(\d{2})(?:[T ]\d{2}:\d{2}.*)?$/;
const DATE_LAST_YEAR = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})(?: \d{2}:\d{2}.*)?$/;
const YEAR_MONTH = /^(\d{4})[-./M ]?(\d{1,2})$/;
const MONTH_YEAR = /^(\d{1,2})[-./](\d{4})$/;
const YEAR = /^\d{4}$/;
const MONTH = /^\d{1,2}$/;

/** The period after December, for postings that close the year. */
const CLOSING = 13;

const isMonth = (month: number): boolean => month >= 1 && month <= 12;

/** A date of the calendar: "2025-03-31", "20250331", "31.03.2025", each with or without a time of day. */
export function readDate(text: string): Period | undefined {
  const first = DATE_FIRST_YEAR.exec(text);
  const last = first ? undefined : DATE_LAST_YEAR.exec(text);
  const [year, month, day] = first
    ? [first[1], first[3], first[4]].map(Number)
    : [last?.[3], last?.[2], last?.[1]].map(Number);
  if (!year || !month || !day) return undefined;
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return { year, month, day: time / 86_400_000 };
}

/** A period with its year ("2025-03", "202503", "2025M3", "03.2025"), a date, a year, or a bare month (year 0). */
export function readPeriod(text: string): Period | undefined {
  if (YEAR.test(text)) return { year: Number(text), month: 0 };
  if (MONTH.test(text)) return isMonth(Number(text)) ? { year: 0, month: Number(text) } : undefined;
  const first = YEAR_MONTH.exec(text);
  const last = first ? undefined : MONTH_YEAR.exec(text);
  const [year, month] = first ? [first[1], first[2]].map(Number) : [last?.[2], last?.[1]].map(Number);
  if (year && month === CLOSING) return { year, month: 12, isClosing: true };
  if (year && month !== undefined) return isMonth(month) ? { year, month } : undefined;
  return readDate(text);
}
