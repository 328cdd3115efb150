// Keys that rows are added up by, and the order that they give.

import { byKey } from '../money/apportion.ts';

/** Codes as one text, in order of the first, then the second …: no code has the character between them. */
export const keyOf = (...codes: readonly (string | number | bigint)[]): string => codes.join('\u0000');

/** A month (1 to 12; 0 for the whole year) as a code that comes in its order: 4 → "04". */
export const monthCode = (month: number): string => String(month).padStart(2, '0');

/** What a map holds, in order of key. */
export const valuesInOrder = <T>(byItsKey: ReadonlyMap<string, T>): T[] =>
  [...byItsKey].sort(([a], [b]) => byKey(a, b)).map(([, value]) => value);
