// "name=value": what every option looks like, and the two kinds of value.

import { add, type Fraction, ONE, parseFraction } from '../../money/fraction.ts';

/** The two sides of the last "="; undefined where there is none, or nothing on a side. */
export function sidesOf(text: string): { readonly name: string; readonly value: string } | undefined {
  const at = text.lastIndexOf('=');
  const [name, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  return at < 0 || name === '' || value === '' ? undefined : { name, value };
}

/** "a/b" → ["a", "b"]. */
export const namesIn = (name: string): string[] => name.split('/').map((part) => part.trim());

const withPlainMinus = (text: string): string => text.replace('−', '-');

/** "5 %" or "-1,5%" as a fraction; undefined where there is no percent sign: 5 would be five hundred per cent. */
export const percentage = (value: string): Fraction | undefined =>
  value.endsWith('%') ? parseFraction(withPlainMinus(value)) : undefined;

/** "+5 %" as the factor 1.05, "-3%" as 0.97; undefined without a sign, or for less than nothing. */
export function factorOf(value: string): Fraction | undefined {
  const share = /^[+\-−]/.test(value) ? percentage(value) : undefined;
  const factor = share && add(ONE, share);
  return factor && factor.num >= 0n ? factor : undefined;
}

/** "930", "80,5" or "30 %" as an exact number. */
export const numberOf = (value: string): Fraction | undefined => parseFraction(withPlainMinus(value));
