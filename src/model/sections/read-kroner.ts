// An amount as people write it in a model: in kroner.

import { multiply } from '../../money/fraction.ts';
import { type Ore, ore } from '../../money/ore.ts';
import { expected, readPositive } from '../yaml/read-values.ts';
import type { Spot } from '../yaml/spot.ts';

/** Whole øre, written in kroner. */
export function readKroner(spot: Spot): Ore | undefined {
  const kroner = readPositive(spot, 'an amount in kroner');
  if (!kroner) return undefined;
  const { num, den } = multiply(kroner, { num: 100n, den: 1n });
  return den === 1n ? ore(num) : expected(spot, 'kroner with at most two decimals');
}
