// Budgets are voted in whole kroner.

import { apportion } from '../money/apportion.ts';

/** How an amount in øre is divided by weights. */
export type Divide = (totalOre: bigint, weights: readonly bigint[]) => bigint[];

/** Divided in whole kroner; what øre there are stand on the first part: 10001 by 1, 1 → 5001, 5000. */
export const inWholeKroner: Divide = (totalOre, weights) => {
  const parts = apportion(totalOre / 100n, weights);
  return parts.map((kroner, i) => kroner * 100n + (i === 0 ? totalOre % 100n : 0n));
};
