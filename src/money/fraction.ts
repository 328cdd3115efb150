// Exact fractions of bigints: rates, prices and shares are kept as these and rounded once, where they are shown.

/** num / den with den > 0. Not necessarily in lowest terms; `reduced` makes it so. */
export type Fraction = { readonly num: bigint; readonly den: bigint };

export const ZERO: Fraction = { num: 0n, den: 1n };
export const ONE: Fraction = { num: 1n, den: 1n };

const abs = (a: bigint): bigint => (a < 0n ? -a : a);

/** Greatest common divisor, never negative; gcd(0, 0) = 0. */
export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [abs(a), abs(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** num / den in lowest terms with a positive denominator. Throws RangeError when den is 0. */
export function fraction(num: bigint, den = 1n): Fraction {
  if (den === 0n) throw new RangeError('a fraction with denominator 0');
  const divisor = gcd(num, den) * (den < 0n ? -1n : 1n);
  return { num: num / divisor, den: den / divisor };
}

export const add = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.num * b.den + b.num * a.den, a.den * b.den);
export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, { num: -b.num, den: b.den });
export const multiply = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.num, a.den * b.den);
/** a / b. Throws RangeError when b is 0. */
export const divide = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.den, a.den * b.num);
/** Negative, 0 or positive as a is less than, equal to or greater than b. */
export const compare = (a: Fraction, b: Fraction): number => {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** ⌊num / den⌋ for den > 0: rounds toward minus infinity, unlike bigint division. */
export function floorDivide(num: bigint, den: bigint): bigint {
  const quotient = num / den;
  return num < 0n && quotient * den !== num ? quotient - 1n : quotient;
}

/** Nearest whole number, halves away from zero ("kaufmännisch"): 2.5 → 3, −2.5 → −3. */
export function roundHalfAway({ num, den }: Fraction): bigint {
  const magnitude = (2n * abs(num) + den) / (2n * den);
  return num < 0n ? -magnitude : magnitude;
}

/**
 * A decimal text ("4.2", "-0.125", "1e3" refused) or percentage ("4.2 %" → 42/1000) as an exact fraction;
 * decimal point or comma. Undefined when the text is no number.
 */
export function parseFraction(text: string): Fraction | undefined {
  const match = /^\s*([+-]?)(\d+)(?:[.,](\d+))?\s*(%?)\s*$/.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', decimals = '', percent] = match;
  const num = BigInt(whole + decimals) * (sign === '-' ? -1n : 1n);
  return fraction(num, 10n ** BigInt(decimals.length) * (percent ? 100n : 1n));
}

/** A fraction as decimal text with `decimals` digits, halves away from zero, decimal point: 50400/29, 2 → "1737.93". */
export function toDecimal(value: Fraction, decimals: number): string {
  const scaled = roundHalfAway({ num: value.num * 10n ** BigInt(decimals), den: value.den });
  const digits = abs(scaled)
    .toString()
    .padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const text = decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
  return scaled < 0n ? `-${text}` : text;
}

/** The least common denominator brings fractions to whole weights: [1/2, 1/3] → [3, 2]. */
export function toWholeWeights(values: readonly Fraction[]): bigint[] {
  let common = 1n;
  for (const { den } of values) common = (common / gcd(common, den)) * den;
  return values.map(({ num, den }) => num * (common / den));
}
