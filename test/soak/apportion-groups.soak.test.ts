// The long twin of src/money/apportion-groups.test.ts: the fast kernel against the one rule on a million groups, whose
// amounts and weights have every number of bits.

import { describe, expect, it } from 'vitest';
import { apportion } from '../../src/money/apportion.ts';
import { apportionGroups } from '../../src/money/apportion-groups.ts';
import { type Random, randomFrom } from '../auditor/generate-network.ts';

const GROUPS = 10_000;

const ofBits = (random: Random, most: number): number =>
  Number(random.big(1n << BigInt(random.below(most + 1))));

describe('apportionGroups', () => {
  it.each(Array.from({ length: 100 }, (_, seed) => seed))(
    'is apportion on 10,000 groups, seed %i',
    (seed) => {
      const random = randomFrom(seed);
      const amounts = Array.from({ length: GROUPS }, () => ofBits(random, 53) * (random.chance(30) ? -1 : 1));
      const weights = amounts.map(() => {
        const bits = random.below(46);
        return Array.from({ length: 1 + random.below(12) }, () => ofBits(random, bits) + 1);
      });
      const starts = new Uint32Array(GROUPS + 1);
      for (const [g, each] of weights.entries()) starts[g + 1] = starts[g]! + each.length;
      const parts = apportionGroups({
        totals: Float64Array.from(amounts),
        starts,
        weights: Float64Array.from(weights.flat()),
      });
      for (const [g, each] of weights.entries()) {
        const expected = apportion(BigInt(amounts[g]!), each.map(BigInt)).map(Number);
        const found = [...parts.subarray(starts[g]!, starts[g + 1]!)];
        if (found.join() !== expected.join())
          expect(found, `group ${g}: ${amounts[g]} by ${each}`).toEqual(expected);
      }
    },
  );
});
