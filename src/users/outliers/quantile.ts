// Quantiles of whole amounts, exactly.

import { type Fraction, fraction, ZERO } from '../../money/fraction.ts';

/**
 * The value below which a share of the sorted amounts lies, between the two nearest (Hyndman & Fan 1996, definition 7):
 * at place (n − 1)·share. 0 without amounts.
 * @example quantile([10, 20, 40], 1/4) // 15: at place 1/2, half way from 10 to 20
 */
export function quantile(sorted: Float64Array, { num, den }: Fraction): Fraction {
  if (sorted.length === 0) return ZERO;
  const place = BigInt(sorted.length - 1) * num;
  const below = place / den;
  const low = BigInt(sorted[Number(below)]!);
  const high = BigInt(sorted[Math.min(Number(below) + 1, sorted.length - 1)]!);
  return fraction(low * den + (high - low) * (place - below * den), den);
}

const HALF = fraction(1n, 2n);

/** The middle one, or half way between the middle two. */
export const medianOf = (sorted: Float64Array): Fraction => quantile(sorted, HALF);

/** The median distance from the median (MAD); 0 where more than half are alike. */
export function medianDistance(sorted: Float64Array): Fraction {
  const { num, den } = medianOf(sorted);
  // The median is whole or a half: distances are whole in halves of an øre.
  const inHalves = (value: number): number => Math.abs(2 * value - Number((num * 2n) / den));
  const distances = sorted.map(inHalves).sort();
  const middle = medianOf(distances);
  return fraction(middle.num, middle.den * 2n);
}
