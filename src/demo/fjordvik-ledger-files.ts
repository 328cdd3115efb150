// Fjordvik's ledger as each kind of system exports it: account strings in CSV, own accounts in workbooks, Parquet,
// SAF-T and SIE. The same postings in all of them.

import { join } from 'node:path';
import { byKey } from '../money/apportion.ts';
import { MONTHS } from './fjordvik-articles.ts';
import { monthText } from './fjordvik-calendar.ts';
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
export const ledgerTables = (size: Size): DataTable[] =>
  QUARTERS.map((months, i) => ({
    name: `ledger-2025-q${i + 1}`,
    // The first half was written by the old accounting system: with spaces and in Latin-1.
    rows: ledgerRows(size, months, i < 2),
    encoding: i < 2 ? 'latin-1' : 'utf-8',
  }));

/** Own accounts and dimensions in columns of their own, a file a quarter. */
export const accountTables = (size: Size): DataTable[] =>
  QUARTERS.map((months, i) => ({ name: `ledger-2025-q${i + 1}`, rows: accountRows(size, months) }));

function* accountRows(size: Size, months: readonly number[]): Generator<string> {
  yield 'Bilag;Konto;Ansvar;Funksjon;Objekt;Dato;Beløp;Tekst';
  for (const line of ledgerLines(size, months)) {
    const { voucher, account, responsibility, object, month, amountOre, text } = line;
    const date = `${monthText(month - 1)}-01`;
    yield `${voucher};${account};${responsibility};${line.function};${object};${date};${amountText(amountOre, false)};${text}`;
  }
}

/** data/accounts.csv: own account → article and own digit. */
export const accountMapTable = ({ scale }: Size): DataTable => ({
  name: 'accounts',
  rows: ['account;article;own', ...ownAccounts(scale).map((row) => row.join(';'))],
});

function ownAccounts(scale: number): (readonly [account: string, article: string, own: string])[] {
  const accounts = new Map(
    ledgerPlan(scale).map(({ article, own }) => {
      const account = ownAccount(article, own);
      return [account, [account, article, own] as const];
    }),
  );
  return [...accounts.values()].sort(([a], [b]) => byKey(a, b));
}

/** Writes the year's ledger as one SAF-T or SIE file into `dir`; gives its name and how many postings it holds. */
export async function writeExport(
  dir: string,
  format: Extract<FullLedgerFormat, 'saft' | 'sie'>,
  size: Size,
): Promise<{ readonly name: string; readonly rows: number }> {
  if (format === 'saft') {
    const lines = { [Symbol.iterator]: () => ledgerLines(size, ALL_MONTHS) };
    const saft = { name: NAME, year: 2025, organisation: '999999901', lines };
    return { name: 'ledger-2025.xml', rows: await writeSaft(join(dir, 'ledger-2025.xml'), saft) };
  }
  const chart = new Map<string, SieAccount>([[BANK, { name: 'Bank', type: 'T' }]]);
  for (const [account, article] of ownAccounts(size.scale))
    chart.set(account, { name: `Art ${article}`, type: article < '600' ? 'K' : 'I' });
  const sie = { name: NAME, year: 2025, organisation: '999999-9901', accounts: chart, counterAccount: BANK };
  let rows = 0;
  const counted = function* (): Generator<LedgerLine> {
    for (const line of ledgerLines(size, ALL_MONTHS)) {
      rows += 1;
      yield line;
    }
  };
  await writeSie(join(dir, 'ledger-2025.se'), sie, counted());
  return { name: 'ledger-2025.se', rows };
}
