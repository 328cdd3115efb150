import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitInBlocks } from './split-in-blocks.ts';

describe('splitInBlocks', () => {
  it('covers the rows in order and keeps the total, in blocks of at most 256', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.nat(200_000), (total, count) => {
        let [next, sum] = [0, 0n];
        for (const block of splitInBlocks(total, count)) {
          expect(block.first).toBe(next);
          expect(block.count).toBeLessThanOrEqual(256);
          next += block.count;
          sum += block.total;
        }
        expect(next).toBe(count);
        expect(sum).toBe(count === 0 ? 0n : total);
      }),
      { numRuns: 50 },
    );
  });
});
