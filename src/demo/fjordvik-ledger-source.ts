// How each form of Fjordvik's ledger is declared in innsats.yaml, and the pool that keeps the balance out where the file
// holds it.

import type { LedgerFormat } from './formats.ts';
import { SAFT_DIMENSIONS, SAFT_OBJECT } from './write-saft.ts';
import { FUNCTION_DIMENSION } from './write-sie.ts';

/** Forms of the ledger that the whole model can be made on. */
export type FullLedgerFormat = Exclude<LedgerFormat, 'kostra'>;

const AMOUNT = '  amount: { in: kroner, decimal: ",", income: negative }';
const MAP = `      # own account -> official article and the municipality's own digit
      account-map: { table: data/accounts.csv, source: Fjordvik's chart of accounts 2025 }`;

const csv = (total: string): string => `\
    - read: table
      files: data/ledger-2025-*.csv
      columns: { account: Kontostreng, period: Periode, amount: Beløp }
      control-total: "${total}"          # "my trial balance says"
  # 4210 258 010 0 000: fourteen characters
  account-string: [{ responsibility: 4 }, { function: 3 }, { article: 3, own: 1 }, { object: 3 }]
${AMOUNT}`;

const table = (ending: string, total: string): string => `\
    - read: table
      files: data/ledger-2025-*.${ending}
      columns: { article: Konto, responsibility: Ansvar, function: Funksjon, object: Objekt, date: Dato, amount: Beløp }
${MAP}
      control-total: "${total}"          # "my trial balance says"
${AMOUNT}`;

const saft = `\
    - read: saft                                 # the file's own totals are controlled
      files: data/ledger-2025.xml
      dimensions: { responsibility: ${SAFT_DIMENSIONS.responsibility}, function: ${SAFT_DIMENSIONS.function}, object: ${SAFT_OBJECT} }
${MAP}`;

const sie = `\
    - read: sie                                  # the file's own results are controlled
      files: data/ledger-2025.se
      dimensions: { responsibility: 1, object: 2, function: ${FUNCTION_DIMENSION} }
${MAP}`;

/** The entries below `sources: ledger:`; `total` is what the ledger sums to, as it is written in the model. */
export function ledgerSource(format: FullLedgerFormat, total: string): string {
  if (format === 'csv') return csv(total);
  if (format === 'saft') return saft;
  return format === 'sie' ? sie : table(format, total);
}

const balance = (codes: string): string => `\
    # What every voucher is paid from stands in the file too.
    - balance:            { name: Balansen, class: ${codes}, not-costed: balansen }
`;

/** The pool before all others where the file holds the balance; else nothing. */
export const balancePool = (format: FullLedgerFormat): string =>
  format === 'saft' ? balance('2') : format === 'sie' ? balance('[S, T]') : '';
