// Pieces of several amounts: each amount whole, everybody's pieces the division of the sum, over typed arrays as well.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { apportion } from '../money/apportion.ts';
import { runningGroupShares, runningShares } from './running-shares.ts';

const amounts = fc.array(fc.bigInt(-(10n ** 9n), 10n ** 9n), { minLength: 1, maxLength: 5 });
const weights = fc
  .array(fc.bigInt(0n, 10n ** 6n), { minLength: 1, maxLength: 8 })
  .filter((all) => all.some(Boolean));
const sum = (all: readonly bigint[]): bigint => all.reduce((total, one) => total + one, 0n);

it('divides 10 and 5 among three as 10 and 15 are divided', () => {
  expect(runningShares([10n, 5n], [1n, 1n, 1n])).toEqual([
    [4n, 3n, 3n],
    [1n, 2n, 2n],
  ]);
});

it('keeps every amount, and everybody’s part of the whole', () => {
  fc.assert(
    fc.property(amounts, weights, (all, each) => {
      const pieces = runningShares(all, each);
      expect(pieces.map(sum)).toEqual(all);
      expect(each.map((_, i) => sum(pieces.map((piece) => piece[i]!)))).toEqual(apportion(sum(all), each));
    }),
  );
});

it('is less than 2 øre from the exact share', () => {
  fc.assert(
    fc.property(amounts, weights, (all, each) => {
      const total = sum(each);
      for (const [n, piece] of runningShares(all, each).entries())
        for (const [i, part] of piece.entries()) {
          const off = part * total - all[n]! * each[i]!;
          expect((off < 0n ? -off : off) < 2n * total).toBe(true);
        }
    }),
  );
});

it('does the same for groups of cells', () => {
  fc.assert(
    fc.property(amounts, fc.array(weights, { minLength: 1, maxLength: 4 }), (all, groups) => {
      const starts = [0];
      for (const each of groups) starts.push(starts.at(-1)! + each.length);
      const pieces = runningGroupShares(
        all.map((amount) => Float64Array.from(groups, () => Number(amount))),
        { starts: Uint32Array.from(starts), weights: Float64Array.from(groups.flat(), Number) },
      );
      const slow = groups.map((each) => runningShares(all, each));
      expect(pieces.map((piece) => [...piece].map(BigInt))).toEqual(
        all.map((_, n) => slow.flatMap((one) => one[n]!)),
      );
    }),
  );
});
