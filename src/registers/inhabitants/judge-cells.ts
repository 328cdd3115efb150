// Judges the texts of people's cells: birth years, sexes, districts, dates, instruments and weights become codes, or
// the fault that their rows have.

import { byKey } from '../../money/apportion.ts';
import { compare, type Fraction, parseFraction, ZERO } from '../../money/fraction.ts';
import type { Sex } from '../../tables/people.ts';
import { couldIdentify, type Fault, FaultList, type Judged, showCell } from '../tables/fault.ts';
import { readDate } from '../tables/read-period.ts';

/** A fault of a column; every one of them refuses the file. */
type Wrong = Omit<Fault, 'severity'>;

/** Judges each text with a rule that gives a code or what is wrong with it. */
function judge(texts: readonly string[], rule: (text: string) => number | Wrong): Judged {
  const faults = new FaultList();
  const values = texts.map((text) => {
    const judged = rule(text.trim());
    return typeof judged === 'number' ? judged : faults.add({ ...judged, severity: 'error' });
  });
  return { values, faults: faults.faults };
}

/** Nobody alive was born before this year. */
const FIRST_BIRTH_YEAR = 1900;

/** Birth years from a year ("1941") or a date; 0 where the cell is empty. `last` is the last year that anyone can be of. */
export const judgeBirths = (texts: readonly string[], column: string, last: number): Judged =>
  judge(texts, (text) => {
    if (text === '') return 0;
    const year = /^\d{4}$/.test(text) ? Number(text) : readDate(text)?.year;
    const rule = { rule: 'people/birth-year', column };
    if (year === undefined) {
      const message = `${showCell(text, true)} is no birth year and no date.`;
      return { ...rule, message, remedy: 'Write 1941, 1941-03-31 or 31.03.1941.' };
    }
    if (year >= FIRST_BIRTH_YEAR && year <= last) return year;
    const message =
      year > last
        ? `The birth year ${year} has not come yet.`
        : `The birth year ${year} is before ${FIRST_BIRTH_YEAR}.`;
    return { ...rule, message, remedy: 'Correct it where the file comes from, or leave the cell empty.' };
  });

/** Codes of sexes in staged rows. */
const SEX_CODES: { readonly [sex in Sex]: number } = { '': 0, female: 1, male: 2 };

/** What registers write, lower case; 1 and 2 as in ISO/IEC 5218 and the Nordic statistics, 0 and 9 not known. */
const SEXES: ReadonlyMap<string, Sex> = new Map([
  ...['', '0', '9', 'unknown', 'ukjent', 'okänd', 'ukendt'].map((text): [string, Sex] => [text, '']),
  ...['1', 'm', 'male', 'mann', 'man', 'mand'].map((text): [string, Sex] => [text, 'male']),
  ...['2', 'k', 'f', 'female', 'kvinne', 'kvinna', 'kvinde'].map((text): [string, Sex] => [text, 'female']),
]);

/** Sexes by the model's `sexes`, else by what registers write. */
export const judgeSexes = (
  texts: readonly string[],
  column: string,
  declared: ReadonlyMap<string, Sex>,
): Judged =>
  judge(texts, (text) => {
    const sex = declared.get(text) ?? SEXES.get(text.toLowerCase());
    if (sex !== undefined) return SEX_CODES[sex];
    const message = `${showCell(text, true)} is no sex that is known.`;
    return {
      rule: 'people/sex',
      column,
      message,
      remedy: 'Say what it stands for under "sexes" in the source: female, male or unknown.',
    };
  });

/** Names that are kept as they stand, such as districts: `names` distinct and in order, values positions among them. */
export function judgeNames(
  texts: readonly string[],
  column: string,
  rule: string,
): Judged & { readonly names: readonly string[] } {
  const names = [...new Set(texts.map((text) => text.trim()))].sort(byKey);
  const rank = new Map(names.map((name, i) => [name, i]));
  return {
    names,
    ...judge(texts, (text) => {
      if (!couldIdentify(text)) return rank.get(text)!;
      const message = `${showCell(text, true)} has the form of a personal identifier and is not kept.`;
      return { rule, column, message, remedy: 'Check which column the source names.' };
    }),
  };
}

/** Dates as 20250331; 0 where the cell is empty and may be. */
export const judgeDates = (texts: readonly string[], column: string, mayBeEmpty: boolean): Judged =>
  judge(texts, (text) => {
    if (text === '' && mayBeEmpty) return 0;
    const date = readDate(text);
    if (date?.day !== undefined) {
      const day = new Date(date.day * 86_400_000).getUTCDate();
      return date.year * 10_000 + date.month * 100 + day;
    }
    const message = text === '' ? 'The cell is empty.' : `${showCell(text, true)} is not a date.`;
    return { rule: 'assessments/date', column, message, remedy: 'Write 2025-03-31 or 31.03.2025.' };
  });

/** Weights: a score by its declared weight, any other by itself; `weights` by position. */
export function judgeWeights(
  texts: readonly string[],
  column: string,
  declared: ReadonlyMap<string, Fraction>,
): Judged & { readonly weights: readonly Fraction[] } {
  const weights: Fraction[] = [];
  const judged = judge(texts, (text) => {
    const weight = declared.size > 0 ? declared.get(text) : parseFraction(text);
    if (weight && compare(weight, ZERO) >= 0 && weight.num < 10n ** 15n && weight.den < 10n ** 15n)
      return weights.push(weight) - 1;
    const message =
      text === ''
        ? 'The cell is empty.'
        : `${showCell(text, true)} is ${declared.size > 0 ? 'no score that has a weight' : 'no weight'}.`;
    const remedy =
      declared.size > 0
        ? 'Give it one under "weights" in the source.'
        : 'Write a number, not negative, such as 1,4.';
    return { rule: 'assessments/weight', column, message, remedy };
  });
  return { ...judged, weights };
}
