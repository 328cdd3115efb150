// The postings of Fjordvik's ledgers, month by month: each planned account's year falls over the months by its profile,
// and each month over its postings, always by apportioning, so that the year comes out to the øre at any size.

import { apportion } from '../money/apportion.ts';
import { randomAt, streamOf } from './counted-random.ts';
import { MONTHS_OF_YEAR } from './fjordvik-articles.ts';
import { type FjordvikYear, monthsSinceStart, monthText } from './fjordvik-calendar.ts';
import { ledgerPlan } from './fjordvik-ledger-plan.ts';
import { firstIn } from './fjordvik-stays.ts';
import type { LedgerLine } from './ledger-line.ts';
import type { PlannedAccount } from './planned-account.ts';
import type { Size } from './size.ts';
import { splitInBlocks } from './split-in-blocks.ts';

export const LEDGER_HEADER = 'Bilag;Kontostreng;Periode;Beløp;Tekst;Gjelder';

/** Where every invoice is for one person: an invoice a month for each place, all alike. */
const NAMED = 'bought-places';

const JULY = 6;

/** The year's amount by month; the day centre's cost for July 2025 was never booked, and stands in the other months. */
function byMonth(account: PlannedAccount, year: FjordvikYear): bigint[] {
  const forgotten = account.unit === 'day-centre' && year === 2025 ? JULY : -1;
  const weights = MONTHS_OF_YEAR[year][account.months].map((weight, month) =>
    BigInt(month === forgotten ? 0 : weight * (account.factors?.[month] ?? 1)),
  );
  return apportion(account.amountOre, weights);
}

/** 1234550 øre → "12345,50", or "12 345,50" with spaces. */
export function amountText(ore: bigint, withSpaces: boolean): string {
  const digits = String(ore < 0n ? -ore : ore).padStart(3, '0');
  const whole = digits.slice(0, -2);
  const grouped = withSpaces ? whole.replace(/\B(?=(?:\d{3})+$)/g, ' ') : whole;
  return `${ore < 0n ? '-' : ''}${grouped},${digits.slice(-2)}`;
}

/** How much of the month one posting takes; every fiftieth invoice or so is a credit note. */
function shareOf(random: number, row: number, account: PlannedAccount): bigint {
  if (account.unit === NAMED) return 1n;
  const isInvoice = account.article >= '100' && account.article < '290';
  // Only every fifth row may be one, and small: so the shares of a block never sum to zero.
  const isCredit = isInvoice && row % 5 === 4 && random % 10 === 0;
  return isCredit ? -BigInt(50 + (random % 300)) : BigInt(400 + (random % 1200));
}

/** The amounts of an account's postings in a month. */
function* postings(
  stream: number,
  account: PlannedAccount,
  monthOre: bigint,
  scale: number,
): Generator<bigint> {
  if (monthOre === 0n) return;
  const count = Math.max(1, Math.round(account.postingsPerMonth * scale));
  for (const { first, count: rows, total } of splitInBlocks(monthOre, count)) {
    const shares = Array.from({ length: rows }, (_, i) => shareOf(randomAt(stream, first + i), i, account));
    yield* apportion(total, shares);
  }
}

/**
 * A posting: `own` are the municipality's own digits after the article; vouchers are numbered from 1; `person` is whom
 * an invoice is for, or "".
 */
export type FjordvikLine = LedgerLine & {
  readonly own: string;
  readonly object: string;
  readonly voucher: number;
  readonly person: string;
};

/** The municipality's own account of an article and its own digit: KOSTRA's class of operations before both, "10100". */
export const ownAccount = (article: string, own: string): string => `1${article}${own}`;

/** The postings of some months of a year (0 = January), month by month. */
export function* ledgerLines(
  year: FjordvikYear,
  size: Size,
  months: readonly number[],
): Generator<FjordvikLine> {
  const plan = ledgerPlan(year, size.scale).map((account) => ({ account, months: byMonth(account, year) }));
  let voucher = 0;
  for (const month of months)
    for (const [i, { account, months: amounts }] of plan.entries()) {
      const { responsibility, function: code, article, own, object, text } = account;
      const stream = streamOf(size.seed, `posting/${i}/${monthsSinceStart(year, month)}`);
      const same = { article, own, object, responsibility, function: code, month: month + 1, text };
      let posting = 0;
      for (const amountOre of postings(stream, account, amounts[month]!, size.scale)) {
        voucher += 1;
        const person = account.unit === NAMED ? firstIn(NAMED, posting) : '';
        posting += 1;
        yield { ...same, account: ownAccount(article, own), amountOre, voucher, person };
      }
    }
}

/** Their rows: voucher, account string of 14 characters, period, amount in kroner, text, whom it is for. */
export function* ledgerRows(
  year: FjordvikYear,
  size: Size,
  months: readonly number[],
  withSpaces: boolean,
): Generator<string> {
  yield LEDGER_HEADER;
  for (const line of ledgerLines(year, size, months)) {
    const { responsibility, article, own, object, month, amountOre, voucher, text, person } = line;
    const accountString = responsibility + line.function + article + own + object;
    const period = monthText(year, month - 1).replace('-', '');
    yield `${voucher};${accountString};${period};${amountText(amountOre, withSpaces)};${text};${person}`;
  }
}
