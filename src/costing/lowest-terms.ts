// Weights without a common divisor, so that a driver in hours shares exactly as one in minutes does.

import { gcd } from '../money/fraction.ts';

/** Whole weights ≥ 0 divided by their greatest common divisor: [20, 0, 30] → [2, 0, 3]. */
export function inLowestTerms(weights: readonly bigint[]): readonly bigint[] {
  let divisor = 0n;
  for (const weight of weights) {
    divisor = gcd(divisor, weight);
    if (divisor === 1n) return weights;
  }
  return divisor === 0n ? weights : weights.map((weight) => weight / divisor);
}
