// Exact numbers as text that a person can read: a decimal where there is one, else a fraction.

import { type Fraction, fraction, parseFraction, toDecimal } from '../money/fraction.ts';

/** Beyond so many decimals a fraction is easier to read. */
const MOST_DECIMALS = 12;

/** @example exactNumber(521/500) // "1.042"; exactNumber(1/3) // "1/3" */
export function exactNumber(value: Fraction): string {
  const { num, den } = fraction(value.num, value.den);
  for (let decimals = 0, power = 1n; decimals <= MOST_DECIMALS; decimals++, power *= 10n)
    if (power % den === 0n) return toDecimal({ num, den }, decimals);
  return `${num}/${den}`;
}

const FRACTION = /^(-?\d+)\/(0*[1-9]\d*)$/;

/** Reads it back; a decimal comma will do. Undefined for what is no such number, percentages among them. */
export function readExactNumber(text: string): Fraction | undefined {
  const found = FRACTION.exec(text);
  if (found) return fraction(BigInt(found[1]!), BigInt(found[2]!));
  return text.includes('%') ? undefined : parseFraction(text);
}
