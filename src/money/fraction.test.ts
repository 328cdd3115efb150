// Exact fractions: the arithmetic of schools, and rounding by a named rule.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  divide,
  type Fraction,
  floorDivide,
  fraction,
  gcd,
  multiply,
  parseFraction,
  roundHalfAway,
  subtract,
  toDecimal,
  toWholeWeights,
} from './fraction.ts';

const whole = fc.bigInt(-(10n ** 20n), 10n ** 20n);
const den = fc.bigInt(1n, 10n ** 12n);
const anyFraction = fc.tuple(whole, den).map(([num, below]) => fraction(num, below));
const isSame = (a: Fraction, b: Fraction): boolean => a.num * b.den === b.num * a.den;

describe('fraction', () => {
  it('is in lowest terms with a positive denominator', () => {
    expect(fraction(6n, -4n)).toEqual({ num: -3n, den: 2n });
    expect(fraction(0n, -4n)).toEqual({ num: 0n, den: 1n });
    expect(() => fraction(1n, 0n)).toThrow(RangeError);
    expect(() => divide(fraction(1n), fraction(0n))).toThrow(RangeError);
    expect(gcd(0n, 0n)).toBe(0n);
  });

  it('adds, subtracts, multiplies and divides exactly', () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, anyFraction, (a, b, c) => {
        expect(isSame(subtract(add(a, b), b), a)).toBe(true);
        expect(isSame(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(true);
        if (b.num !== 0n) expect(isSame(multiply(divide(a, b), b), a)).toBe(true);
        expect(Math.sign(compare(a, b))).toBe(Math.sign(Number(subtract(a, b).num)));
        expect(add(a, b).den > 0n && gcd(add(a, b).num, add(a, b).den) === 1n).toBe(true);
      }),
    );
  });

  it('floors toward minus infinity and rounds halves away from zero', () => {
    expect([7n, -7n, 6n, -6n].map((num) => floorDivide(num, 2n))).toEqual([3n, -4n, 3n, -3n]);
    expect([5n, -5n, 4n, -3n, 1n].map((num) => roundHalfAway({ num, den: 2n }))).toEqual([
      3n,
      -3n,
      2n,
      -2n,
      1n,
    ]);
    fc.assert(
      fc.property(whole, den, (num, below) => {
        const floor = floorDivide(num, below);
        expect(floor * below <= num && num < (floor + 1n) * below).toBe(true);
        const error = 2n * (roundHalfAway({ num, den: below }) * below - num);
        expect(-below <= error && error <= below).toBe(true);
        expect(roundHalfAway({ num: -num, den: below })).toBe(-roundHalfAway({ num, den: below }));
      }),
    );
  });

  it.each<[string, bigint, bigint]>([
    ['4.2', 21n, 5n],
    ['4,2 %', 21n, 500n],
    ['-0.125', -1n, 8n],
    ['100%', 1n, 1n],
    ['+007', 7n, 1n],
  ])('reads %j', (text, num, below) => {
    expect(parseFraction(text)).toEqual({ num, den: below });
  });

  it.each(['', '%', '1e3', '.5', '5.', '1 000', '4.2 % ca', '0x1', '--1', 'NaN', '1/2'])(
    'does not read %j',
    (text) => {
      expect(parseFraction(text)).toBeUndefined();
    },
  );

  it('writes decimals that read back within half of the last digit', () => {
    expect(toDecimal(fraction(50_400n, 29n), 2)).toBe('1737.93');
    expect(toDecimal(fraction(-1n, 200n), 2)).toBe('-0.01');
    expect(toDecimal(fraction(5n), 0)).toBe('5');
    fc.assert(
      fc.property(anyFraction, fc.integer({ min: 0, max: 12 }), (value, decimals) => {
        const back = parseFraction(toDecimal(value, decimals))!;
        const error = subtract(back, value);
        const half = fraction(1n, 2n * 10n ** BigInt(decimals));
        expect(compare(error, half) <= 0 && compare(error, { num: -half.num, den: half.den }) >= 0).toBe(
          true,
        );
      }),
    );
  });

  it('brings fractions to whole weights in the same proportion', () => {
    expect(toWholeWeights([fraction(1n, 2n), fraction(1n, 3n)])).toEqual([3n, 2n]);
    fc.assert(
      fc.property(fc.array(anyFraction, { maxLength: 6 }), (values) => {
        const weights = toWholeWeights(values);
        for (const [i, a] of values.entries()) {
          for (const [j, b] of values.entries()) {
            expect(isSame(multiply(a, fraction(weights[j]!)), multiply(b, fraction(weights[i]!)))).toBe(true);
          }
        }
      }),
    );
  });
});
