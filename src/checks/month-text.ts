// Months in messages.

/** 202505 → "2025-05"; 202500 → "2025" (a file that gives the year only). */
export const monthText = (period: number): string => {
  const text = String(period);
  return text.endsWith('00') ? text.slice(0, 4) : `${text.slice(0, 4)}-${text.slice(4)}`;
};

/** Months of a year, in order, in as few words as they allow: "2025-02, 2025-05 to 2025-07 and 2025-11". */
export function monthsText(periods: readonly number[]): string {
  const stretches: { first: number; last: number }[] = [];
  for (const period of periods) {
    const stretch = stretches.at(-1);
    if (stretch?.last === period - 1) stretch.last = period;
    else stretches.push({ first: period, last: period });
  }
  const texts = stretches.flatMap(({ first, last }) =>
    last - first > 1
      ? [`${monthText(first)} to ${monthText(last)}`]
      : first === last
        ? [monthText(first)]
        : [monthText(first), monthText(last)],
  );
  const end = texts.at(-1) ?? '';
  return texts.length < 2 ? end : `${texts.slice(0, -1).join(', ')} and ${end}`;
}
