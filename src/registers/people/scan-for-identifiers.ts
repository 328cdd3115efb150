// Finds national identity numbers in running text or in a cell that ought to hold something else, in whatever spelling.
// It counts them and never hands them on.

import type { Country } from '../../model/model.ts';
import { danishNumber, hasDanishControl } from './danish-number.ts';
import type { NationalReading } from './national-number.ts';
import { norwegianNumber } from './norwegian-number.ts';
import { swedishNumber } from './swedish-number.ts';

const WITHIN = String.raw`[\s./\p{Pd}\u2212]`;
const BETWEEN = String.raw`[\s.,/+_\p{Pd}\u2212]{0,3}`;
const DATE = String.raw`\d{2}${WITHIN}\d{2}${WITHIN}\d{2}`;

/** A date of six digits (eight too in Sweden), its parts all together or all apart, and then the rest; no digit around. */
const WRITTEN: { readonly [country in Country]: RegExp } = {
  NO: numberPattern(String.raw`\d{6}|${DATE}`, String.raw`\d{3}${WITHIN}?\d{2}`),
  SE: numberPattern(String.raw`\d{8}|\d{6}|(?:\d{2})?${DATE}`, String.raw`\d{4}`),
  DK: numberPattern(String.raw`\d{6}|${DATE}`, String.raw`\d{4}`),
};

function numberPattern(date: string, tail: string): RegExp {
  return new RegExp(String.raw`(?<!\d)(${date})(${BETWEEN})(${tail})(?!\d)`, 'gu');
}

/**
 * How many valid national numbers of the country stand in the text, separate or within other words. Numbers in doubt
 * are not found, for their digits could be anything; nor are help numbers without a date, for a bank account has the
 * same control digit. "fnr 010190-12345, kvittering 4711" → 1 where the number is valid.
 */
export function scanForIdentifiers(text: string, country: Country): number {
  const plain = text.normalize('NFKC').replace(/\p{Cf}/gu, '');
  if (plain.replace(/\D/g, '').length < 10) return 0;
  const pattern = new RegExp(WRITTEN[country]);
  let hits = 0;
  for (let found = pattern.exec(plain); found; found = pattern.exec(plain)) {
    const [whole, date = '', between = '', tail = ''] = found;
    if (isNumber(date.replace(/\D/g, ''), tail.replace(/\D/g, ''), country, between !== '')) hits++;
    // Another number may begin within what only looked like one.
    else pattern.lastIndex = found.index + (/^\d+/.exec(whole)?.[0].length ?? 1);
  }
  return hits + (country === 'NO' ? withoutZero(plain) : 0);
}

function isNumber(date: string, tail: string, country: Country, isApart: boolean): boolean {
  const digits = date + tail;
  if (country === 'NO') return Number(date) < 800_000 && isSound(norwegianNumber(digits));
  // Only whether the date exists matters here, and 2000 had every day that 1900 had.
  if (country === 'SE') return isSound(swedishNumber(digits, { hasPlus: false, year: 2099 }));
  return isSound(danishNumber(digits)) && (isApart || hasDanishControl(digits));
}

const isSound = (reading: NationalReading): boolean => reading !== undefined && 'kind' in reading;

/**
 * Ten digits that are a birth number or a synthetic one once a spreadsheet's lost zero is put back. Other kinds would
 * make one in fifty of all codes of ten digits a person.
 */
const withoutZero = (text: string): number =>
  [...text.matchAll(/(?<!\d)\d{10}(?!\d)/g)].filter(([digits]) => {
    const reading = norwegianNumber(`0${digits}`);
    const isMonth = /^\d(?:0|1|8|9)/.test(digits);
    return isMonth && isSound(reading);
  }).length;
