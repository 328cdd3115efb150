// Parts of a rounded figure against sums counted by hand, and the laws.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, fraction, parseFraction, roundHalfAway, subtract, ZERO } from './fraction.ts';
import { roundTogether } from './round-together.ts';

const KEYS = ['a', 'b', 'c', 'd'];
const exact = (texts: readonly string[]) => texts.map((text) => parseFraction(text)!);

describe('rounding together', () => {
  it.each<[string, string[], bigint, bigint[]]>([
    ['up, the first of equal remainders', ['1.4', '1.4', '0'], 3n, [2n, 1n, 0n]],
    ['down', ['1.2', '1.1', '0.1'], 2n, [1n, 1n, 0n]],
    ['the largest remainder', ['1.2', '1.4'], 3n, [1n, 2n]],
    ['both signs', ['-1.5', '2.75'], 1n, [-2n, 3n]],
    ['a negative sum as its mirror', ['1.5', '-2.75'], -1n, [2n, -3n]],
    ['nothing gets nothing while something is there', ['0', '0.5'], 1n, [0n, 1n]],
    ['an øre that stands alone falls on what is not nothing', ['0', '-2'], -1n, [0n, -1n]],
    ['nothing at all', ['0', '0'], 0n, [0n, 0n]],
    ['no parts', [], 0n, []],
  ])('%s', (_, values, total, expected) =>
    expect(roundTogether(exact(values), total, KEYS.slice(0, values.length))).toEqual(expected),
  );

  it('refuses a total that is another figure', () => {
    expect(() => roundTogether(exact(['1', '1']), 4n, ['a', 'b'])).toThrow(RangeError);
    expect(() => roundTogether(exact(['-1', '-1']), -4n, ['a', 'b'])).toThrow(RangeError);
  });

  const anyValues = fc
    .array(fc.tuple(fc.bigInt(-1000n, 1000n), fc.bigInt(1n, 12n)), { minLength: 1, maxLength: 8 })
    .map((pairs) => pairs.map(([num, den]) => fraction(num, den)));

  it('keeps the total, is within an øre of each value, leaves zeros alone, and mirrors', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const total = roundHalfAway(values.reduce(add, ZERO));
        const keys = values.map((_, i) => String(i));
        const parts = roundTogether(values, total, keys);
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(total);
        for (const [i, value] of values.entries()) {
          const error = subtract(fraction(parts[i]!), value);
          expect(compare(error, fraction(1n)) < 0 && compare(error, fraction(-1n)) > 0).toBe(true);
          if (value.num === 0n) expect(parts[i]).toBe(0n);
        }
        if (total === 0n) return;
        const mirrored = values.map(({ num, den }) => fraction(-num, den));
        expect(roundTogether(mirrored, -total, keys)).toEqual(parts.map((part) => -part));
      }),
    );
  });

  it('gives the same to the same key, in whatever order they stand', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const total = roundHalfAway(values.reduce(add, ZERO));
        const keys = values.map((_, i) => String(i));
        const forward = roundTogether(values, total, keys);
        const backward = roundTogether(values.toReversed(), total, keys.toReversed());
        expect(backward.toReversed()).toEqual(forward);
      }),
    );
  });
});
