// The one rule by which an amount is divided: largest remainder, ties by key, sign restored. The parts always sum
// to the whole, each is within one øre of its exact share, and nobody's øre depends on who stands before whom.

import { floorDivide } from './fraction.ts';

/** Orders keys by code unit, the same on every machine (never by locale). */
export const byKey = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Rounds exact values nᵢ/den (den > 0) to whole øre that keep their sum, Σ nᵢ being a multiple of den: everyone gets
 * the whole øre below the exact value, and what is left goes, an øre each, to the largest remainders; equal
 * remainders in order of key. Negating all values negates all parts (the rule is applied to the magnitude of a
 * negative sum). Keys must be distinct.
 * @throws RangeError when the sum is not whole.
 * @example roundKeepingSum([5n, 5n, 2n], 4n, ['a', 'b', 'c']) // [1n, 1n, 1n]: 1.25 + 1.25 + 0.5 = 3
 */
export function roundKeepingSum(
  numerators: readonly bigint[],
  den: bigint,
  keys: readonly string[],
): bigint[] {
  let sum = 0n;
  for (const numerator of numerators) sum += numerator;
  if (sum % den !== 0n) throw new RangeError(`the values sum to ${sum}/${den}, which is not a whole amount`);
  const sign = sum < 0n ? -1n : 1n;
  const parts = numerators.map((numerator) => floorDivide(sign * numerator, den));
  const remainders = numerators.map((numerator, i) => sign * numerator - parts[i]! * den);
  let left = (sign * sum) / den;
  for (const part of parts) left -= part;
  const order = [...parts.keys()].sort((i, j) => {
    const difference = remainders[j]! - remainders[i]!;
    return difference < 0n ? -1 : difference > 0n ? 1 : byKey(keys[i]!, keys[j]!);
  });
  for (const i of order.slice(0, Number(left))) parts[i]! += 1n;
  return parts.map((part) => sign * part);
}

/**
 * Divides `total` øre in proportion to whole weights (fractions: see `toWholeWeights`).
 * Weights may be zero or of mixed sign as long as they do not sum to zero; with no keys the position is the key.
 * @throws RangeError when the weights sum to zero and the total does not: there is no one to give it to.
 * @example apportion(18225n, [98n, 2n], ['a', 'b']) // [17861n, 364n]: 178.605 + 3.645 = 182.25
 */
export function apportion(total: bigint, weights: readonly bigint[], keys?: readonly string[]): bigint[] {
  let sum = 0n;
  for (const weight of weights) sum += weight;
  if (sum === 0n) {
    if (total === 0n) return weights.map(() => 0n);
    throw new RangeError(`cannot divide ${total} øre by weights that sum to zero`);
  }
  const sign = sum < 0n ? -1n : 1n;
  const order = keys ?? weights.map((_, i) => String(i).padStart(12, '0'));
  return roundKeepingSum(
    weights.map((weight) => total * weight * sign),
    sum * sign,
    order,
  );
}
