// Judges the texts of cells one by one: dates, quantities and words become items, or the fault that their rows have.

import { parseCell } from '../../model/tables/read-table.ts';
import type { Fraction } from '../../money/fraction.ts';
import type { Day } from '../../time/days.ts';
import type { Judgement } from './coded-rows.ts';
import { type Fault, FaultList, showCell } from './fault.ts';
import { readDate } from './read-period.ts';

/** What a text stands for, or what is wrong with it; an error unless it says otherwise. */
export type Reading<T> =
  | { readonly is: T }
  | (Omit<Fault, 'severity'> & { readonly severity?: Fault['severity'] });

/** Codes are positions among `items`. */
export type JudgedTexts<T> = Judgement & { readonly items: readonly T[] };

/** Judges each text, without the spaces around it. */
export function judgeTexts<T>(texts: readonly string[], rule: (text: string) => Reading<T>): JudgedTexts<T> {
  const faults = new FaultList();
  const items: T[] = [];
  const values = texts.map((text) => {
    const reading = rule(text.trim());
    return 'is' in reading ? items.push(reading.is) - 1 : faults.add({ severity: 'error', ...reading });
  });
  return { values, items, faults: faults.faults };
}

/** Systems write an open end as a day far ahead. */
const OPEN_END_YEAR = 2200;

/** Days; undefined where an end is open: empty, or as far away as 9999-12-31. */
export const judgeDays = (
  texts: readonly string[],
  { rule, column, mayBeOpen }: { rule: string; column: string; mayBeOpen: boolean },
): JudgedTexts<Day | undefined> =>
  judgeTexts(texts, (text) => {
    if (text === '' && mayBeOpen) return { is: undefined };
    const date = readDate(text);
    if (date?.day !== undefined)
      return { is: mayBeOpen && date.year >= OPEN_END_YEAR ? undefined : date.day };
    const message = text === '' ? 'The cell is empty.' : `${showCell(text, true)} is not a date.`;
    return { rule, column, message, remedy: 'Write 2025-03-31 or 31.03.2025.' };
  });

/** Numbers above zero; zero is left out with a warning, unless it may be. */
export const judgeNumbers = (
  texts: readonly string[],
  {
    rule,
    column,
    decimal,
    zero = 'left out',
  }: { rule: string; column: string; decimal: ',' | '.'; zero?: 'left out' | 'kept' },
): JudgedTexts<Fraction> =>
  judgeTexts(texts, (text) => {
    const number = parseCell(text, decimal);
    if (number && (number.num > 0n || (number.num === 0n && zero === 'kept'))) return { is: number };
    if (!number) {
      const message = text === '' ? 'The cell is empty.' : `${showCell(text, true)} is not a number.`;
      return { rule, column, message, remedy: `Write a number with "${decimal}" before its decimals.` };
    }
    if (number.num < 0n)
      return { rule, column, message: 'The number is negative.', remedy: 'Correct it where it comes from.' };
    const message = 'Rows with the quantity zero are left out.';
    const remedy = 'Nothing needs doing if nothing was meant.';
    return { rule: rule.replace(/\/.*/, '/zero'), severity: 'warning', column, message, remedy };
  });

/** Words by a list of those that are known. */
export const judgeWords = <T>(
  texts: readonly string[],
  known: ReadonlyMap<string, T>,
  { rule, column, what, remedy }: { rule: string; column: string; what: string; remedy: string },
): JudgedTexts<T> =>
  judgeTexts(texts, (text) => {
    const is = known.get(text) ?? known.get(text.toLowerCase());
    if (is !== undefined) return { is };
    const message = text === '' ? 'The cell is empty.' : `${showCell(text, true)} is no ${what}.`;
    return { rule, column, message, remedy };
  });

/** Any text as it stands, equal texts with equal codes; for names that only tell rows apart and are not kept. */
export const judgeMarks = (texts: readonly string[]): JudgedTexts<string> =>
  judgeTexts(texts, (text) => ({ is: text }));
