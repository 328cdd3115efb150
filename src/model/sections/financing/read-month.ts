// A month of the finance year.

import { readText } from '../../yaml/read-values.ts';
import { complain, type Spot } from '../../yaml/spot.ts';

/** "2026-07" → 7, in 2026; a month of another year is told. */
export function readMonth(spot: Spot, year: number): number | undefined {
  const what = `a month of ${year}, such as ${year}-07`;
  const text = readText(spot, what);
  if (text === undefined) return undefined;
  const [, ofYear, month] = /^(\d{4})-(\d{2})$/.exec(text) ?? [];
  if (Number(ofYear) === year && Number(month) >= 1 && Number(month) <= 12) return Number(month);
  const remedy =
    Number(ofYear) === year ? undefined : `The finance year is ${year}; ${year}-01 is all of it.`;
  complain(spot, { rule: 'expected', message: `expected ${what}, found "${text}".`, remedy });
  return undefined;
}
