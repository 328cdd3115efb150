// Several amounts divided among the same parties, so that everybody's pieces also sum to everybody's part of the whole:
// the sums 1, 1 + 2, 1 + 2 + 3, … are divided by the one rule, and the pieces are the differences.

import { apportion } from '../money/apportion.ts';
import { apportionGroups, type Groups } from '../money/apportion-groups.ts';

/**
 * pieces[n][i]: what party i has of amount n. Σ over parties = the amount; Σ over amounts = apportion(Σ amounts)[i]; each
 * is less than 2 øre from its exact share, and the running sums less than 1. Weights are whole and of one sign.
 * @example runningShares([10n, 5n], [1n, 1n, 1n]) // [[4n, 3n, 3n], [1n, 2n, 2n]]: 10 is 4, 3, 3 and 15 is 5, 5, 5
 */
export function runningShares(amounts: readonly bigint[], weights: readonly bigint[]): bigint[][] {
  let sum = 0n;
  let before = weights.map(() => 0n);
  return amounts.map((amount) => {
    sum += amount;
    const now = apportion(sum, weights);
    const pieces = now.map((part, i) => part - before[i]!);
    before = now;
    return pieces;
  });
}

/**
 * The same for many groups of cells at once: `amounts[n][g]` øre of group g, in whole doubles.
 * @throws RangeError as `apportionGroups` does.
 */
export function runningGroupShares(
  amounts: readonly Float64Array[],
  { starts, weights }: Omit<Groups, 'totals'>,
): Float64Array[] {
  const sums = new Float64Array(starts.length - 1);
  let before: Float64Array = new Float64Array(weights.length);
  return amounts.map((ofGroups) => {
    for (let g = 0; g < sums.length; g++) sums[g]! += ofGroups[g]!;
    const now = apportionGroups({ totals: sums, starts, weights });
    const pieces = before;
    for (let i = 0; i < now.length; i++) pieces[i] = now[i]! - before[i]!;
    before = now;
    return pieces;
  });
}
