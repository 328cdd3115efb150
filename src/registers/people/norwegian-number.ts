// Norwegian identity numbers: eleven digits, of which the last two control the others. Birth numbers and D-numbers are
// the national register's; help numbers are the health service's; synthetic ones belong to people who do not exist.

import {
  isDay,
  type NationalKind,
  type NationalReading,
  twoDigits,
  weightedRest,
} from './national-number.ts';

const FIRST_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const SECOND_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
/** What the sum over the first control digit may leave: 0 since 1964; 1, 2 and 3 too in numbers issued from 2032. */
const FIRST_RESTS = 3;

/** What is added to the month, and whose numbers they are; the same month may stand for several, all of them synthetic. */
const MONTHS: readonly { readonly added: number; readonly kind: NationalKind }[] = [
  { added: 0, kind: 'birth-number' },
  { added: 20, kind: 'nav-number' },
  { added: 40, kind: 'help-number' },
  { added: 60, kind: 'synthetic-number' },
  { added: 65, kind: 'synthetic-number' },
  { added: 80, kind: 'synthetic-number' },
];

/**
 * Eleven digits by the national register's rules: day + 40 is a D-number; month + 40 a help number (or one of Nav's
 * synthetic people), + 80 a synthetic person of the tax administration, + 65 and + 60 others' test numbers, + 20 Nav's
 * own; 8 or 9 first is a shared help number without a date. Both control digits must agree.
 * Sources: Skatteetaten, "Fødselsnummer fra 2032"; Direktoratet for e-helse, HIS 1001 "Identifikatorer for personer".
 * "02013299997" → birth-number; the same with another last digit → doubt about the check digit.
 */
export function norwegianNumber(digits: string): NationalReading {
  if (digits.length !== 11) return undefined;
  const kind = kindOf(digits);
  if (!kind) return { doubt: 'date', normal: digits };
  const isControlled =
    weightedRest(digits, FIRST_WEIGHTS) <= FIRST_RESTS && weightedRest(digits, SECOND_WEIGHTS) === 0;
  return isControlled ? { kind, normal: digits } : { doubt: 'check-digit', normal: digits };
}

/** Undefined where the digits hold no date. The century is not read: numbers from 2032 do not tell it. */
function kindOf(digits: string): NationalKind | undefined {
  const [day, month, year] = [twoDigits(digits, 0), twoDigits(digits, 2), twoDigits(digits, 4)];
  if (day >= 80) return 'help-number';
  const isD = day > 40;
  const found = MONTHS.find(({ added }) => isDay(2000 + year, month - added, isD ? day - 40 : day));
  return isD && found?.kind === 'birth-number' ? 'd-number' : found?.kind;
}
