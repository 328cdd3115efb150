// Danish identity numbers (CPR): ten digits, of which the seventh tells the century and the last controls the others,
// except in numbers issued since 2007 for dates that had run out.

import { isDay, type NationalReading, twoDigits, weightedRest } from './national-number.ts';

const WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/**
 * Ten digits by the CPR office's rules: day + 60 is a replacement number, whose last digit need not agree. A number of
 * the first of January may lack the control digit (the dates that have run out are first days of January, given to
 * those whose birthday is not known).
 * Source: CPR-kontoret, "Personnummeret i CPR-systemet" and "Personnumre uden kontrolciffer".
 * "0707614285" → cpr-number.
 */
export function danishNumber(digits: string): NationalReading {
  if (digits.length !== 10) return undefined;
  const [day, month] = [twoDigits(digits, 0), twoDigits(digits, 2)];
  const isReplacement = day > 60;
  if (!isDay(yearOf(digits), month, isReplacement ? day - 60 : day)) return { doubt: 'date', normal: digits };
  if (isReplacement) return { kind: 'replacement-number', normal: digits };
  const mayLackControl = day === 1 && month === 1;
  return mayLackControl || hasDanishControl(digits)
    ? { kind: 'cpr-number', normal: digits }
    : { doubt: 'check-digit', normal: digits };
}

/** True where the last of the ten digits agrees with the others. */
export const hasDanishControl = (digits: string): boolean => weightedRest(digits, WEIGHTS) === 0;

/**
 * The year of birth by the fifth to seventh digit: 0–3 are of the 1900s; 4 and 9 of the 2000s to 36, of the 1900s from
 * 37; 5–8 of the 2000s to 57, of the 1800s from 58.
 */
function yearOf(digits: string): number {
  const [year, seventh] = [twoDigits(digits, 4), Number(digits[6])];
  if (seventh <= 3) return 1900 + year;
  if (seventh === 4 || seventh === 9) return year <= 36 ? 2000 + year : 1900 + year;
  return year <= 57 ? 2000 + year : 1800 + year;
}
