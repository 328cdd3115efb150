// How each form of Fjordvik's ledgers is declared in innsats.yaml, and the pool that keeps the balance out where the file
// holds it.

import { type FjordvikYear, YEARS } from './fjordvik-calendar.ts';
import type { LedgerFormat } from './formats.ts';
import { SAFT_DIMENSIONS, SAFT_OBJECT } from './write-saft.ts';
import { FUNCTION_DIMENSION } from './write-sie.ts';

/** Forms of the ledger that the whole model can be made on. */
export type FullLedgerFormat = Exclude<LedgerFormat, 'kostra'>;

const AMOUNT = 'amount: { in: kroner, decimal: ",", income: negative }';
const MAP = `      # own account -> official article and the municipality's own digit
      account-map: { table: data/accounts.csv, source: Fjordvik's chart of accounts 2025 }`;

/** What a year's ledger sums to, as it is written in the model. */
type Totals = { readonly [year in FjordvikYear]: string };

/** Files of the cost year are known without it. */
const ofYear = (year: FjordvikYear): string => (year === 2025 ? '' : `\n      year: ${year}`);

const csv = (year: FjordvikYear, totals: Totals): string => `\
    - read: table${ofYear(year)}
      files: data/ledger-${year}-*.csv
      columns: { account: Kontostreng, period: Periode, amount: Beløp, person: Gjelder }
      control-total: "${totals[year]}"          # "my trial balance says"`;

const table =
  (ending: string) =>
  (year: FjordvikYear, totals: Totals): string =>
    `\
    - read: table${ofYear(year)}
      files: data/ledger-${year}-*.${ending}
      columns: { article: Konto, responsibility: Ansvar, function: Funksjon, object: Objekt, date: Dato, amount: Beløp, person: Gjelder }
${MAP}
      control-total: "${totals[year]}"          # "my trial balance says"`;

const saft = (year: FjordvikYear): string => `\
    - read: saft                                 # the file's own totals are controlled${ofYear(year)}
      files: data/ledger-${year}.xml
      dimensions: { responsibility: ${SAFT_DIMENSIONS.responsibility}, function: ${SAFT_DIMENSIONS.function}, object: ${SAFT_OBJECT} }
${MAP}`;

const sie = (year: FjordvikYear): string => `\
    - read: sie                                  # the file's own results are controlled${ofYear(year)}
      files: data/ledger-${year}.se
      dimensions: { responsibility: 1, object: 2, function: ${FUNCTION_DIMENSION} }
${MAP}`;

const SOURCES: {
  readonly [format in FullLedgerFormat]: (year: FjordvikYear, totals: Totals) => string;
} = { csv, saft, sie, xlsx: table('xlsx'), parquet: table('parquet') };

/** The account string is the CSV files' own; how amounts are written is for the budget too. */
const SHARED: { readonly [format in FullLedgerFormat]: string } = {
  csv: `\
  # 4210 258 010 0 000: fourteen characters
  account-string: [{ responsibility: 4 }, { function: 3 }, { article: 3, own: 1 }, { object: 3 }]
  ${AMOUNT}`,
  saft: `  ${AMOUNT}`,
  sie: `  ${AMOUNT}`,
  xlsx: `  ${AMOUNT}`,
  parquet: `  ${AMOUNT}`,
};

const BUDGET = `\
    - read: table                                # as voted in December: a row an account, for the whole year
      kind: budget
      year: 2026
      files: data/budget-2026.csv
      columns: { responsibility: Ansvar, function: Funksjon, article: Art, own: Egen, object: Objekt, year: År, amount: Budsjett }`;

/** The entries below `sources: ledger:`, and what holds for all of them. */
export const ledgerSources = (format: FullLedgerFormat, totals: Totals): string =>
  [...YEARS.map((year) => SOURCES[format](year, totals)), BUDGET].join('\n\n').concat('\n', SHARED[format]);

const balance = (codes: string): string => `\
    # What every voucher is paid from stands in the file too.
    - balance:            { name: Balansen, class: ${codes}, not-costed: balansen }
`;

/** The pool before all others where the file holds the balance; else nothing. */
export const balancePool = (format: FullLedgerFormat): string =>
  format === 'saft' ? balance('2') : format === 'sie' ? balance('[S, T]') : '';
