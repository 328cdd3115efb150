// Months as files, commands and messages write them.

/** A month (1 to 12; 0 for the whole year) as a code that comes in its order: 4 → "04". */
export const monthCode = (month: number): string => String(month).padStart(2, '0');

/** "01" to "12": what twelve months are told apart by where an amount is divided over them. */
export const MONTH_CODES: readonly string[] = Array.from({ length: 12 }, (_, i) => monthCode(i + 1));

/** "2026-04". */
export const monthText = (year: number, month: number): string => `${year}-${monthCode(month)}`;
