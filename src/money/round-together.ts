// Exact values that are rounded together: the parts of a figure that has itself been rounded once, in whole øre that
// sum to it.

import { byKey } from './apportion.ts';
import { type Fraction, floorDivide, fraction, toWholeWeights } from './fraction.ts';

/**
 * Whole øre that sum to `total`, which is the exact values' own sum, rounded (within 1 øre of it). Everyone gets the
 * whole øre below the exact value, and what is left goes, an øre each, to the largest remainders; of equal ones to
 * those that are not nothing, then in order of key. Negating all values and the total negates all parts.
 * @throws RangeError when the total is further than that from the sum.
 * @example roundTogether([1.4, 1.4, 0], 3n, ['a', 'b', 'c']) // [2n, 1n, 0n]: 2.8 is rounded to 3
 */
export function roundTogether(values: readonly Fraction[], total: bigint, keys: readonly string[]): bigint[] {
  const numerators = toWholeWeights([...values, fraction(1n)]);
  const den = numerators.pop()!;
  const sign = total < 0n ? -1n : 1n;
  const parts = numerators.map((numerator) => floorDivide(sign * numerator, den));
  const remainders = numerators.map((numerator, i) => sign * numerator - parts[i]! * den);
  const sum = numerators.reduce((all, one) => all + one, 0n);
  const away = total * den - sum;
  if (away > den || -away > den) throw new RangeError(`${total} øre is not what ${sum}/${den} is rounded to`);
  const left = Number(parts.reduce((rest, part) => rest - part, sign * total));
  const step = left < 0 ? -1n : 1n;
  const order = [...parts.keys()].sort((i, j) => {
    const difference = step * (remainders[j]! - remainders[i]!);
    if (difference !== 0n) return difference < 0n ? -1 : 1;
    return Number(numerators[i] === 0n) - Number(numerators[j] === 0n) || byKey(keys[i]!, keys[j]!);
  });
  for (const i of order.slice(0, Math.abs(left))) parts[i]! += step;
  return parts.map((part) => sign * part);
}
