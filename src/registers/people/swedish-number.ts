// Swedish identity numbers: the date of birth, a birth number and a control digit, written with ten digits or, with the
// century, twelve.

import { isDay, type NationalReading, twoDigits } from './national-number.ts';

/** What else the writing says: "+" stands for a hundred years or more; `year` is the year that the data is of. */
export type SwedishWriting = { readonly hasPlus: boolean; readonly year: number };

/**
 * Ten or twelve digits by Skatteverket's rules: day + 60 is a coordination number; the last digit is Luhn's over the
 * nine before it. `normal` has twelve digits, so that both spellings are one: "8112189876" and "198112189876" are
 * both → "198112189876".
 * Sources: folkbokföringslagen 18 and 18 a §§; Skatteverket, Rättslig vägledning, "Personnummer".
 */
export function swedishNumber(digits: string, writing: SwedishWriting): NationalReading {
  if (digits.length !== 10 && digits.length !== 12) return undefined;
  const ten = digits.slice(-10);
  const year = digits.length === 12 ? Number(digits.slice(0, 4)) : yearOf(twoDigits(ten, 0), writing);
  const day = twoDigits(ten, 4);
  const isCoordination = day > 60;
  const isBirth =
    year !== undefined &&
    year >= 1800 &&
    year < 2100 &&
    isDay(year, twoDigits(ten, 2), isCoordination ? day - 60 : day);
  if (!isBirth) return { doubt: 'date', normal: digits };
  const normal = `${year}${ten.slice(2)}`;
  if (!hasLuhnDigit(ten)) return { doubt: 'check-digit', normal };
  return { kind: isCoordination ? 'coordination-number' : 'personal-number', normal };
}

/** Nobody is older, whatever a plus sign says. */
const OLDEST = 130;
/** A file of a year may be written some years later, when its oldest have got their plus sign. */
const WRITTEN_LATER = 10;

/**
 * The year of birth that two digits mean: the latest that is not after the data's; with "+", which replaces the hyphen
 * from the year in which somebody turns 100, a hundred years before. In 2025: 20 → 2020, 20 with "+" → 1920, and 26
 * with "+" → 1926, for who turned 100 before the file was written. Undefined where a plus sign cannot be right.
 */
function yearOf(two: number, { hasPlus, year }: SwedishWriting): number | undefined {
  const age = (((year - two) % 100) + 100) % 100;
  if (!hasPlus) return year - age;
  if (age + 100 <= OLDEST) return year - age - 100;
  return age >= 100 - WRITTEN_LATER ? year - age : undefined;
}

/** Every second digit from the first counts twice, its own digits added; the sum ends in 0. */
function hasLuhnDigit(digits: string): boolean {
  let sum = 0;
  for (const [i, digit] of [...digits].entries()) {
    const counted = Number(digit) * (i % 2 === 0 ? 2 : 1);
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum % 10 === 0;
}
