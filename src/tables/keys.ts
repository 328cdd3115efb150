// Keys that rows are added up by, and the order that they give.

import { byKey } from '../money/apportion.ts';

/** Codes as one text, in order of the first, then the second …: no code has the character between them. */
export const keyOf = (...codes: readonly (string | number | bigint)[]): string => codes.join('\u0000');

/** What a map holds, in order of key. */
export const valuesInOrder = <T>(byItsKey: ReadonlyMap<string, T>): T[] =>
  [...byItsKey].sort(([a], [b]) => byKey(a, b)).map(([, value]) => value);
