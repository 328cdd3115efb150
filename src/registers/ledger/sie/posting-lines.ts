// The amounts of a SIE file as posting lines: which account and objects, which month, how much. Each line of the file
// that should be one is checked here, and is a posting line or a finding.

import type { Finding } from '../../../findings/finding.ts';
import { showCell } from '../../tables/fault.ts';
import { readPeriod } from '../../tables/read-period.ts';
import { parseSieAmount } from './sie-amount.ts';
import type { SieLine } from './split-line.ts';

/** One amount; `objects` are pairs of dimension and object, as bytes; month is 0 where only the year is known. */
export type PostingLine = {
  readonly row: number;
  readonly account: string;
  readonly objects: readonly string[];
  readonly year: number;
  readonly month: number;
  readonly amountOre: bigint;
};

/** What is wrong with one line; the file is added where findings are gathered. */
export type LineFault = Pick<Finding, 'rule' | 'message' | 'remedy'> & {
  readonly column: string;
};

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const NO_OBJECTS: readonly string[] = [];
const AGAIN = 'Correct it in the accounting system and export the file again.';

/** `column` is the field's name in the standard, in English. */
const fault = (rule: string, column: string, message: string): LineFault => ({
  rule: `sie/${rule}`,
  column,
  message,
  remedy: AGAIN,
});

export const isFault = <T extends object>(value: T | LineFault): value is LineFault => 'rule' in value;

/** The account and the amount that most lines have, or what is wrong with them. */
export function accountAndAmount(
  line: SieLine,
  places: { readonly account: number; readonly amount: number },
): { readonly account: string; readonly amountOre: bigint; readonly objects: readonly string[] } | LineFault {
  const account = line.fields[places.account] ?? '';
  const amount = line.fields[places.amount] ?? '';
  const { objects = NO_OBJECTS } = line;
  if (!/^\d{1,8}$/.test(account))
    return fault('account', 'account', `${showCell(account, false)} is no account number.`);
  if (objects.length % 2 > 0)
    return fault('object-list', 'objects', 'The list in braces is not pairs of dimension and object.');
  const amountOre = parseSieAmount(amount);
  if (amountOre === undefined) {
    const mark = amount.includes(',') ? ' SIE writes a point before the decimals.' : '';
    return fault('amount', 'amount', `${showCell(amount, false)} is no amount in whole öre.${mark}`);
  }
  return { account, amountOre, objects };
}

/** `#TRANS account {objects} amount [date] …`; without a date of its own it has the voucher's. */
export function transaction(line: SieLine, row: number, voucherDate: string): PostingLine | LineFault {
  const found = accountAndAmount(line, { account: 0, amount: 1 });
  if (isFault(found)) return found;
  const date = line.fields[2] || voucherDate;
  const period = periodOfDay(date);
  if (!period) return fault('date', 'date', `${showCell(date, true)} is no date such as 20250131.`);
  return { row, ...found, year: period.year, month: period.month };
}

/** "20250131" → January 2025; undefined where it is no day of the calendar. Every line has one: no Date is made. */
function periodOfDay(text: string): { readonly year: number; readonly month: number } | undefined {
  if (!/^\d{8}$/.test(text)) return undefined;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? 28 + Number(isLeap) : (MONTH_DAYS[month - 1] ?? 0);
  return year > 0 && day >= 1 && day <= days ? { year, month } : undefined;
}

/** `#PSALDO year period account {objects} amount`, and #PBUDGET alike; the amount is the month's own. */
export function periodAmount(line: SieLine, row: number): PostingLine | LineFault {
  const found = accountAndAmount(line, { account: 2, amount: 3 });
  if (isFault(found)) return found;
  const text = line.fields[1] ?? '';
  const period = /^\d{6}$/.test(text) ? readPeriod(text) : undefined;
  if (!period) return fault('period', 'period', `${showCell(text, true)} is no period such as 202501.`);
  return { row, ...found, year: period.year, month: period.month };
}

/** `#RES year account amount`, the balance of an income or cost account of the whole year. */
export function yearAmount(line: SieLine, row: number, year: number): PostingLine | LineFault {
  const found = accountAndAmount(line, { account: 1, amount: 2 });
  return isFault(found) ? found : { row, ...found, year, month: 0 };
}
