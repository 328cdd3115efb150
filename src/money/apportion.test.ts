// The one rule by which amounts are divided, held to what it promises, up to 10^18 øre and weights of 10^12.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion, byKey, roundKeepingSum } from './apportion.ts';
import { fraction, toWholeWeights } from './fraction.ts';

const total = fc.oneof(
  fc.bigInt(-20n, 20n),
  fc.bigInt(-(10n ** 18n), 10n ** 18n),
  fc.constantFrom(10n ** 18n, -(10n ** 18n)),
);
const positive = fc.oneof(fc.bigInt(1n, 5n), fc.bigInt(1n, 10n ** 12n), fc.constant(10n ** 12n));
const weightOrZero = fc.oneof(positive, fc.constant(0n));
const anySign = fc.oneof(
  weightOrZero,
  positive.map((weight) => -weight),
);
/** Weights that do not sum to zero, each with a key of its own. */
const parties = (weight: fc.Arbitrary<bigint>): fc.Arbitrary<[string, bigint][]> =>
  fc
    .uniqueArray(fc.tuple(fc.string({ maxLength: 3 }), weight), {
      minLength: 1,
      maxLength: 20,
      selector: ([key]) => key,
    })
    .filter((each) => sum(each.map(([, one]) => one)) !== 0n);
const anyParties = fc.oneof(parties(weightOrZero), parties(anySign));

const sum = (values: readonly bigint[]): bigint => values.reduce((all, value) => all + value, 0n);
const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);
const divide = (amount: bigint, each: readonly [string, bigint][]): bigint[] =>
  apportion(
    amount,
    each.map(([, weight]) => weight),
    each.map(([key]) => key),
  );

describe('apportion', () => {
  it.each<[string, bigint, bigint[], bigint[]]>([
    ['182.25 split 98/2', 18_225n, [98n, 2n], [17_861n, 364n]],
    [
      '7,000,000,000,000,000 split 1:2, the odd øre',
      7_000_000_000_000_000n,
      [1n, 2n],
      [2_333_333_333_333_333n, 4_666_666_666_666_667n],
    ],
    ['one øre more', 7_000_000_000_000_001n, [1n, 2n], [2_333_333_333_333_334n, 4_666_666_666_666_667n]],
    ['equal remainders in order', 100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    ['income', -100n, [1n, 1n, 1n], [-34n, -33n, -33n]],
    ['nothing to someone', 100n, [0n, 3n, 0n], [0n, 100n, 0n]],
    ['weights below zero', 100n, [-1n, -3n], [25n, 75n]],
    ['weights of both signs', 100n, [3n, -1n], [150n, -50n]],
    ['no øre for no weight', 0n, [0n, 0n], [0n, 0n]],
    ['nobody', 0n, [], []],
    ['one party', -7n, [3n], [-7n]],
  ])('%s', (_, amount, weights, expected) => {
    expect(apportion(amount, weights)).toEqual(expected);
  });

  it('ties go by key, not by place', () => {
    expect(apportion(100n, [1n, 1n, 1n], ['c', 'a', 'b'])).toEqual([33n, 34n, 33n]);
    expect(apportion(2n, [1n, 1n, 1n], ['å', 'Z', 'z'])).toEqual([0n, 1n, 1n]);
    expect(
      apportion(
        1n,
        Array.from({ length: 12 }, () => 1n),
      ).indexOf(1n),
    ).toBe(0);
  });

  it('says so when there is no one to give to', () => {
    expect(() => apportion(5n, [0n, 0n])).toThrow('cannot divide 5 øre by weights that sum to zero');
    expect(() => apportion(5n, [2n, -2n])).toThrow(RangeError);
    expect(() => apportion(5n, [])).toThrow(RangeError);
    expect(() => roundKeepingSum([1n, 1n], 4n, ['a', 'b'])).toThrow('2/4, which is not a whole amount');
  });

  it('Σ parts = total', () => {
    fc.assert(fc.property(total, anyParties, (amount, each) => sum(divide(amount, each)) === amount));
  });

  it('every part is less than one øre from its exact share', () => {
    fc.assert(
      fc.property(total, anyParties, (amount, each) => {
        const all = sum(each.map(([, weight]) => weight));
        for (const [i, part] of divide(amount, each).entries()) {
          expect(magnitude(part * all - amount * each[i]![1]) < magnitude(all)).toBe(true);
        }
      }),
    );
  });

  it('permuting parties permutes parts', () => {
    const shuffled = anyParties.chain((each) =>
      fc.tuple(fc.constant(each), fc.shuffledSubarray(each, { minLength: each.length })),
    );
    fc.assert(
      fc.property(total, shuffled, (amount, [each, permuted]) => {
        const before = new Map(divide(amount, each).map((part, i) => [each[i]![0], part]));
        const after = new Map(divide(amount, permuted).map((part, i) => [permuted[i]![0], part]));
        expect([...after].sort(([a], [b]) => byKey(a, b))).toEqual(
          [...before].sort(([a], [b]) => byKey(a, b)),
        );
      }),
    );
  });

  it('apportion(−T) = −apportion(T), and weights may all change sign', () => {
    fc.assert(
      fc.property(total, anyParties, (amount, each) => {
        const parts = divide(amount, each);
        expect(divide(-amount, each)).toEqual(parts.map((part) => -part));
        const turned = each.map(([key, weight]): [string, bigint] => [key, -weight]);
        expect(divide(amount, turned)).toEqual(parts);
      }),
    );
  });

  it('who has no weight gets nothing, and changes nothing for the others', () => {
    fc.assert(
      fc.property(total, anyParties, (amount, each) => {
        const parts = divide(amount, each);
        const some = each.map((_, i) => i).filter((i) => each[i]![1] !== 0n);
        for (const [i, part] of parts.entries()) if (each[i]![1] === 0n) expect(part).toBe(0n);
        expect(
          divide(
            amount,
            some.map((i) => each[i]!),
          ),
        ).toEqual(some.map((i) => parts[i]!));
      }),
    );
  });

  it('only the proportions of weights count', () => {
    fc.assert(
      fc.property(total, anyParties, positive, (amount, each, factor) => {
        const scaled = each.map(([key, weight]): [string, bigint] => [key, weight * factor]);
        expect(divide(amount, scaled)).toEqual(divide(amount, each));
        const asFractions = toWholeWeights(each.map(([, weight]) => fraction(weight, factor)));
        expect(
          apportion(
            amount,
            asFractions,
            each.map(([key]) => key),
          ),
        ).toEqual(divide(amount, each));
      }),
    );
  });

  it('no one with a larger remainder goes without while another gets an øre', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 18n), parties(weightOrZero), (amount, each) => {
        const all = sum(each.map(([, weight]) => weight));
        const parts = divide(amount, each);
        const given = parts.map((part, i) => {
          const exact = amount * each[i]![1];
          return { remainder: exact % all, extra: part - exact / all, key: each[i]![0] };
        });
        for (const a of given) {
          for (const b of given) {
            if (a.extra <= b.extra) continue;
            expect(a.remainder > b.remainder || (a.remainder === b.remainder && a.key < b.key)).toBe(true);
          }
        }
      }),
    );
  });
});
