// Months in messages.

/** 202505 → "2025-05"; 202500 → "2025" (a file that gives the year only). */
export const monthText = (period: number): string => {
  const text = String(period);
  return text.endsWith('00') ? text.slice(0, 4) : `${text.slice(0, 4)}-${text.slice(4)}`;
};

/** Months in order: "2025-05, 2025-06 and 2025-11". */
export function monthsText(periods: readonly number[]): string {
  const texts = periods.map(monthText);
  const last = texts.at(-1) ?? '';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} and ${last}`;
}
