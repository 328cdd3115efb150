// Fjordvik's ledgers as each kind of system exports it: account strings in CSV, own accounts in workbooks, Parquet,
// SAF-T and SIE. The same postings in all of them.

import { join } from 'node:path';
import { byKey } from '../money/apportion.ts';
import { MONTHS } from './fjordvik-articles.ts';
import { type FjordvikYear, monthText, YEARS } from './fjordvik-calendar.ts';
import { amountText, ledgerLines, ledgerRows, ownAccount } from './fjordvik-ledger.ts';
import { ledgerPlan } from './fjordvik-ledger-plan.ts';
import type { FullLedgerFormat } from './fjordvik-ledger-source.ts';
import type { LedgerLine } from './ledger-line.ts';
import type { Encoding } from './row-file.ts';
import type { Size } from './size.ts';
import { writeSaft } from './write-saft.ts';
import { type SieAccount, writeSie } from './write-sie.ts';

/** A table as lines with semicolons, the header first; without its ending. */
export type DataTable = {
  readonly name: string;
  readonly rows: Iterable<string>;
  readonly encoding?: Encoding;
};

export const QUARTERS = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
  [9, 10, 11],
] as const;

const ALL_MONTHS = MONTHS.even.map((_, month) => month);
const NAME = 'Fjordvik kommune';
const BANK = '2100';

/** Account strings, a file a quarter. */
export const ledgerTables = (year: FjordvikYear, size: Size): DataTable[] =>
  QUARTERS.map((months, i) => {
    // The first half of 2025 was written by the old accounting system: with spaces and in Latin-1.
    const isOld = year === 2025 && i < 2;
    return {
      name: `ledger-${year}-q${i + 1}`,
      rows: ledgerRows(year, size, months, isOld),
      encoding: isOld ? 'latin-1' : 'utf-8',
    };
  });

/** Own accounts and dimensions in columns of their own, a file a quarter. */
export const accountTables = (year: FjordvikYear, size: Size): DataTable[] =>
  QUARTERS.map((months, i) => ({
    name: `ledger-${year}-q${i + 1}`,
    rows: accountRows(year, size, months),
  }));

function* accountRows(year: FjordvikYear, size: Size, months: readonly number[]): Generator<string> {
  yield 'Bilag;Konto;Ansvar;Funksjon;Objekt;Dato;Beløp;Tekst;Gjelder';
  for (const line of ledgerLines(year, size, months)) {
    const { voucher, account, responsibility, object, month, amountOre, text, person } = line;
    const date = `${monthText(year, month - 1)}-01`;
    yield `${voucher};${account};${responsibility};${line.function};${object};${date};${amountText(amountOre, false)};${text};${person}`;
  }
}

/** data/accounts.csv: own account → article and own digit. */
export const accountMapTable = ({ scale }: Size): DataTable => ({
  name: 'accounts',
  rows: ['account;article;own', ...ownAccounts(scale).map((row) => row.join(';'))],
});

function ownAccounts(scale: number): (readonly [account: string, article: string, own: string])[] {
  const accounts = new Map(
    YEARS.flatMap((year) => ledgerPlan(year, scale)).map(({ article, own }) => {
      const account = ownAccount(article, own);
      return [account, [account, article, own] as const];
    }),
  );
  return [...accounts.values()].sort(([a], [b]) => byKey(a, b));
}

/** Writes a year's ledger as one SAF-T or SIE file into `dir`; gives its name and how many postings it holds. */
export async function writeExport(
  dir: string,
  format: Extract<FullLedgerFormat, 'saft' | 'sie'>,
  year: FjordvikYear,
  size: Size,
): Promise<{ readonly name: string; readonly rows: number }> {
  const name = `ledger-${year}.${format === 'saft' ? 'xml' : 'se'}`;
  if (format === 'saft') {
    const lines = { [Symbol.iterator]: () => ledgerLines(year, size, ALL_MONTHS) };
    const saft = { name: NAME, year, organisation: '999999901', lines };
    return { name, rows: await writeSaft(join(dir, name), saft) };
  }
  const chart = new Map<string, SieAccount>([[BANK, { name: 'Bank', type: 'T' }]]);
  for (const [account, article] of ownAccounts(size.scale))
    chart.set(account, { name: `Art ${article}`, type: article < '600' ? 'K' : 'I' });
  const sie = { name: NAME, year, organisation: '999999-9901', accounts: chart, counterAccount: BANK };
  let rows = 0;
  const counted = function* (): Generator<LedgerLine> {
    for (const line of ledgerLines(year, size, ALL_MONTHS)) {
      rows += 1;
      yield line;
    }
  };
  await writeSie(join(dir, name), sie, counted());
  return { name, rows };
}
