// Accruals: which articles belong to other months than those in which they are posted.

import type { Accrual, AccrualRule } from '../accrual.ts';
import { checkNewName } from '../yaml/names.ts';
import {
  type Entry,
  expected,
  type Fields,
  missing,
  readChoice,
  readCodes,
  readEntries,
  readFields,
  readText,
} from '../yaml/read-values.ts';
import { complain, locationOf, type Spot } from '../yaml/spot.ts';

const KEYS = ['articles', 'by', 'earned-on', 'lag', 'source'] as const;

/** The most months that something may be late: beyond that it belongs to another year. */
const MOST_MONTHS = 11;

/**
 * Reads `accruals:`, which may be absent: `holiday-pay: { articles: 015, by: month-earned, earned-on: 010-014 }`,
 * `supplements: { articles: 020-029, lag: 1 month }`.
 */
export const readAccruals = (spot: Spot | undefined): Accrual[] =>
  spot ? readEntries(spot, 'accruals').flatMap((entry) => readAccrual(entry) ?? []) : [];

function readAccrual({ key, at, value }: Entry): Accrual | undefined {
  checkNewName(key, at);
  const fields = readFields(value, 'an accrual', KEYS);
  const articles = fields.articles
    ? readCodes(fields.articles)
    : missing(at, 'articles', 'Say which articles it moves: "articles: 710".');
  const source = fields.source && readText(fields.source);
  const rule = readRule(fields, at);
  if (!articles || !rule) return undefined;
  return { name: key, articles, rule, ...(source === undefined ? {} : { source }), at: locationOf(at) };
}

function readRule(fields: Fields<(typeof KEYS)[number]>, at: Spot): AccrualRule | undefined {
  const { by, lag, 'earned-on': on } = fields;
  if (by && lag) {
    const message = 'expected one of by and lag, found both: which month do the postings belong to?';
    complain(lag, { rule: 'expected', message, remedy: 'Leave one of the two out.' });
    return undefined;
  }
  if (on && !by)
    complain(on, {
      rule: 'unknown-key',
      message: '"earned-on" tells what each month earned, and nothing here is by month earned.',
      remedy: 'Write "by: month-earned" beside it, or leave it out.',
    });
  if (lag) return readLag(lag);
  if (!by)
    return missing(
      at,
      'by',
      'Say which month the postings belong to: "by: month-earned", or "lag: 1 month".',
    );
  const how = readChoice(by, ['month-earned']);
  const earnedOn = on && readCodes(on);
  if (!how || (on && !earnedOn)) return undefined;
  return { kind: 'month-earned', ...(earnedOn ? { earnedOn } : {}) };
}

/** "1 month", "3 months". */
function readLag(spot: Spot): AccrualRule | undefined {
  const what = `a number of months from 1 to ${MOST_MONTHS}, such as 1 month`;
  const text = readText(spot, what);
  if (text === undefined) return undefined;
  const months = Number(/^(\d{1,2})\s+months?$/.exec(text)?.[1] ?? 0);
  return months >= 1 && months <= MOST_MONTHS ? { kind: 'lag', months } : expected(spot, what);
}
