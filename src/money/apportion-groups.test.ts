// The fast kernel against the one rule, on amounts and weights on both sides of every bound where its way changes.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from './apportion.ts';
import { apportionGroups } from './apportion-groups.ts';

const around = (exponent: number): number[] => [2 ** exponent - 1, 2 ** exponent, 2 ** exponent + 1];
const wholeTo = (bits: number): fc.Arbitrary<number> =>
  fc.oneof(
    fc.integer({ min: 0, max: 9 }),
    fc.maxSafeInteger().map((value) => Math.floor(Math.abs(value) / 2 ** (53 - bits))),
    fc.constantFrom(...[8, 26, 27, 32, 49, 50, 51, 52].filter((exponent) => exponent < bits).flatMap(around)),
  );
const signed = (value: fc.Arbitrary<number>): fc.Arbitrary<number> =>
  fc.tuple(value, fc.boolean()).map(([size, negative]) => (negative ? 0 - size : size));

function both(total: number, weights: readonly number[]): [unknown, unknown] {
  const attempt = (work: () => number[]): unknown => {
    try {
      return work();
    } catch (error) {
      return error instanceof RangeError ? 'refused' : error;
    }
  };
  const input = {
    totals: Float64Array.of(total),
    starts: Uint32Array.of(0, weights.length),
    weights: Float64Array.from(weights),
  };
  const slow = (): number[] => {
    const parts = apportion(BigInt(total), weights.map(BigInt)).map(Number);
    if (!parts.every(Number.isSafeInteger)) throw new RangeError('too large');
    return parts;
  };
  return [attempt(() => [...apportionGroups(input)]), attempt(slow)];
}

describe('apportionGroups', () => {
  it.each<[string, number, number[]]>([
    ['182.25 split 98/2', 18_225, [98, 2]],
    ['the odd øre of 7 · 10^15 split 1:2', 7_000_000_000_000_000, [1, 2]],
    ['equal remainders go to those who stand first', 100, [1, 1, 1]],
    ['income', -100, [1, 1, 1]],
    ['weights below zero', 100, [-1, -2, 0]],
    ['weights of both signs', 100, [5, -2, 4]],
    ['weights that nearly cancel', 1_000_003, [1_000_000_007, -1_000_000_000]],
    ['a product of 2^53 + 1', 3_002_399_751_580_331, [3, 2]],
    ['weights that sum to 2^53 + 1', 1, [2 ** 52, 2 ** 52, 1]],
    [
      'large weights of both signs that nearly cancel, many times',
      4_294_967_291,
      [
        ...Array.from({ length: 41 }, () => 1_048_573),
        ...Array.from({ length: 40 }, (_, i) => -1_048_573 - (i % 2)),
        -1_048_552,
      ],
    ],
    ['nothing to divide', 0, [0, 0]],
    ['nothing to divide by', 5, [0, 0]],
    ['nobody', 0, []],
    ['nobody, and something to divide', 5, []],
  ])('is apportion: %s', (_, total, weights) => {
    const [fast, exact] = both(total, weights);
    expect(fast).toEqual(exact);
  });

  it.each([
    ['positive weights', fc.array(wholeTo(53), { minLength: 1, maxLength: 12 })],
    ['weights of both signs', fc.array(signed(wholeTo(51)), { minLength: 1, maxLength: 12 })],
    [
      'weights that nearly cancel',
      fc
        .array(wholeTo(22), { minLength: 1, maxLength: 40 })
        .chain((each) =>
          fc
            .array(fc.integer({ min: 0, max: 2 }), { minLength: each.length, maxLength: each.length })
            .map((more) => [...each, ...each.map((weight, i) => -weight + more[i]!)]),
        ),
    ],
    ['few distinct weights', fc.array(fc.constantFrom(1, 2, 3), { minLength: 1, maxLength: 60 })],
    ['weights below 2^40', fc.array(wholeTo(40), { minLength: 1, maxLength: 12 })],
  ])('is apportion on any amount: %s', (_, weights) => {
    fc.assert(
      fc.property(signed(wholeTo(53)), weights, (total, each) => {
        const [fast, exact] = both(total, each);
        expect(fast).toEqual(exact);
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps groups apart', () => {
    const group = fc.tuple(signed(wholeTo(45)), fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1 }));
    fc.assert(
      fc.property(fc.array(group), (groups) => {
        const starts = [0];
        for (const [, weights] of groups) starts.push(starts.at(-1)! + weights.length);
        const parts = apportionGroups({
          totals: Float64Array.from(groups, ([total]) => total),
          starts: Uint32Array.from(starts),
          weights: Float64Array.from(groups.flatMap(([, weights]) => weights)),
        });
        const each = groups.flatMap(([total, weights]) => both(total, weights)[1]);
        expect([...parts]).toEqual(each);
      }),
    );
  });

  it('refuses what is not whole', () => {
    expect(both(1.5, [1, 2])[0]).toBe('refused');
    expect(both(1, [0.5, 0.5])[0]).toBe('refused');
    expect(both(1, [Number.NaN])[0]).toBe('refused');
    expect(both(Number.POSITIVE_INFINITY, [1])[0]).toBe('refused');
  });
});
