// A line of a transaction becomes a posting, or what it lacks is said.

import type { Finding } from '../../../findings/finding.ts';
import type { Ore } from '../../../money/ore.ts';
import { showCell } from '../../tables/fault.ts';
import { readDate } from '../../tables/read-period.ts';
import { isOre, saftAmount } from './saft-amount.ts';
import type { SaftLine, SaftTransaction } from './saft-record.ts';

/** Year and month; `isClosing` where the file has a period after December, in which ledgers close the year. */
export type SaftPeriod = { readonly year: number; readonly month: number; readonly isClosing?: boolean };

/** What a line lacks, and how to put it right. */
export type Fault = Pick<Finding, 'rule' | 'message'> & { readonly remedy: string; readonly column: string };

export const isFault = (judged: object): judged is Fault => 'rule' in judged;

/** Periods 13 to 16 come after December: closing entries, which count as December. */
const LAST_CLOSING = 16;

/**
 * The period of a transaction: Period and PeriodYear, else its TransactionDate.
 * @example judgePeriod({ id: '1', period: '03', year: '2025', date: '2025-03-31' }) // { year: 2025, month: 3 }
 */
export function judgePeriod({ period, year, date }: SaftTransaction): SaftPeriod | Fault {
  const day = readDate(date);
  if (period === '' && year === '')
    return day
      ? { year: day.year, month: day.month }
      : periodFault(`It has no period, and ${showCell(date, false)} is no date.`, 'TransactionDate');
  if (!/^(19|2\d)\d\d$/.test(year))
    return periodFault(`${showCell(year, false)} is not a year.`, 'PeriodYear');
  const number = /^\d{1,2}$/.test(period) ? Number(period) : 0;
  if (number >= 1 && number <= 12) return { year: Number(year), month: number };
  if (number > 12 && number <= LAST_CLOSING) return { year: Number(year), month: 12, isClosing: true };
  return periodFault(
    `${showCell(period, false)} is not a period from 1 to 12 (or to 16, to close the year).`,
    'Period',
  );
}

const periodFault = (message: string, column: string): Fault => ({
  rule: 'saft/period',
  column,
  message,
  remedy: 'Correct the transaction in the accounting system and export the file again.',
});

/** The amounts of a line; debit and credit are what counts in the file's totals. */
export type LineAmount = { readonly debitOre: bigint; readonly creditOre: bigint; readonly amountOre: Ore };

/**
 * Debit − credit in øre.
 * @example judgeAmount({ debit: '12500.5', … }) // { debitOre: 1250050n, creditOre: 0n, amountOre: 1250050n }
 */
export function judgeAmount(line: SaftLine): LineAmount | Fault {
  if (line.debit === undefined && line.credit === undefined)
    return amountFault('The line has neither a debit nor a credit amount.', 'DebitAmount');
  const debit = saftAmount(line.debit ?? '0');
  if (!isOre(debit)) return amountFault(why(line.debit ?? '', debit), 'DebitAmount');
  const credit = saftAmount(line.credit ?? '0');
  if (!isOre(credit)) return amountFault(why(line.credit ?? '', credit), 'CreditAmount');
  return { debitOre: debit, creditOre: credit, amountOre: (debit - credit) as Ore };
}

const why = (text: string, fault: Exclude<ReturnType<typeof saftAmount>, bigint>): string => {
  const shown = showCell(text, false);
  if (fault === 'finer than an øre') return `${shown} is finer than an øre.`;
  return fault === 'too large' ? `${shown} is too large for one posting.` : `${shown} is not an amount.`;
};

const amountFault = (message: string, column: string): Fault => ({
  rule: 'saft/amount',
  column,
  message,
  remedy: 'SAF-T writes 1234.50; correct the line in the accounting system and export the file again.',
});

/** A line must say where it is posted. */
export const noAccount: Fault = {
  rule: 'saft/no-account',
  column: 'AccountID',
  message: 'The line has no account.',
  remedy: 'Correct the line in the accounting system and export the file again.',
};

/** Neither is shown or kept. */
export const identityNumber: Fault = {
  rule: 'saft/identity-number',
  column: 'Line',
  message: 'The account, or an analysis that holds a dimension, has an identity number in it.',
  remedy: 'Name another analysis type under dimensions, or take the number out of the accounts.',
};
