// What the rules of a country make of digits that may be a national identity number, and the arithmetic they share.

/** What a number is, by the rule that it was issued under. */
export type NationalKind =
  | 'birth-number'
  | 'd-number'
  | 'help-number'
  | 'nav-number'
  | 'synthetic-number'
  | 'personal-number'
  | 'coordination-number'
  | 'cpr-number'
  | 'replacement-number';

/** Why a text of the right length is no national number: its date does not exist, its control digits do not agree, or a digit is missing. */
export type Doubt = 'date' | 'check-digit' | 'length';

/** `normal` is the one spelling of the number, digits alone; undefined where the digits have not a number's length. */
export type NationalReading =
  | { readonly kind: NationalKind; readonly normal: string }
  | { readonly doubt: Doubt; readonly normal: string }
  | undefined;

/** Σ weight × digit, modulo 11. weightedRest("020132999", [3,7,6,1,8,9,4,5,2]) = 156 mod 11 = 2. */
export const weightedRest = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11;

/** True for a day of the Gregorian calendar. isDay(2023, 2, 29) is false. */
export function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return month >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Two digits of a number, from a position counted from 0. */
export const twoDigits = (digits: string, at: number): number => Number(digits.slice(at, at + 2));
