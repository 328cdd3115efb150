// Exact numbers, and the one rule by which they become whole øre.

import { type Row, Sums } from './rows.ts';

/** An exact number: numerator, denominator > 0, in lowest terms. Divided by nothing it is [0, 0]. */
export type Exact = readonly [num: bigint, den: bigint];

export const size = (value: bigint): bigint => (value < 0n ? -value : value);
export const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? size(a) : gcd(b, a % b));
export function exact(num: bigint, den = 1n): Exact {
  const by = gcd(num, den) || 1n;
  return [num / by, den / by];
}
export const times = (a: Exact, b: Exact): Exact => exact(a[0] * b[0], a[1] * b[1]);
export const plus = (a: Exact, b: Exact): Exact => exact(a[0] * b[1] + b[0] * a[1], a[1] * b[1]);
export const minus = (a: Exact, [num, den]: Exact): Exact => plus(a, [-num, den]);
export const over = (a: Exact, [num, den]: Exact): Exact =>
  num === 0n ? [0n, 0n] : times(a, num < 0n ? [-den, -num] : [den, num]);
export const sumOf = (values: readonly Exact[]): Exact => values.reduce(plus, exact(0n));
/** A fraction as JSON has it: { num: "3", den: "2" }; 1 where there is none. */
export const given = ({ num = '1', den = '1' }: Partial<Row> = {}): Exact => exact(BigInt(num), BigInt(den));
/** The two cells of an exact number in a table: name_num, name_den. */
export const cells = (name: string, [num, den]: Exact) => ({ [`${name}_num`]: num, [`${name}_den`]: den });
export const halfAway = ([num, den]: Exact): bigint => ((num < 0n ? -den : den) + 2n * num) / (2n * den);

/**
 * Values ÷ unit in whole øre that come to a sum: largest remainder, of equal ones those of nothing last, then by key; on
 * the magnitude of the sum, which is the values' own or what that is rounded to.
 */
export function largestRemainder(
  keys: readonly string[],
  values: readonly bigint[],
  unit: bigint,
  sum: bigint,
): Sums {
  const sign = sum < 0n ? -1n : 1n;
  const shares = values.map((value, i) => {
    const rest = (((sign * value) % unit) + unit) % unit;
    return { key: keys[i] ?? '', isNothing: value === 0n, whole: (sign * value - rest) / unit, rest };
  });
  const left = shares.reduce((left, { whole }) => left - whole, sign * sum);
  const step = left < 0n ? -1n : 1n;
  const later = (a: (typeof shares)[number], b: typeof a) => (a.isNothing ? 1 : 0) - (b.isNothing ? 1 : 0);
  shares.sort(
    (a, b) =>
      Number(step * (b.rest - a.rest > 0n ? 1n : b.rest < a.rest ? -1n : 0n)) ||
      later(a, b) ||
      (a.key < b.key ? -1 : 1),
  );
  return new Sums(shares.map(({ key, whole }, i) => [key, sign * (whole + (i < step * left ? step : 0n))]));
}

/** Exact values in whole øre that come to a total. */
export function roundedTo(total: bigint, keys: readonly string[], values: readonly Exact[]): Sums {
  const unit = values.reduce((all, [, den]) => (all / gcd(all, den)) * den, 1n);
  return largestRemainder(
    keys,
    values.map(([num, den]) => num * (unit / den)),
    unit,
    total,
  );
}
