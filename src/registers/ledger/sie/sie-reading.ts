// A SIE file while it is read, line by line: what its head says, the vouchers, the balances kept for the end, and the
// postings on their way to the engine.

import type { Finding } from '../../../findings/finding.ts';
import type { LedgerSource } from '../../../model/model.ts';
import { ore } from '../../../money/ore.ts';
import { type AccountBook, emptyBook, numberOf } from './account-strings.ts';
import { type BalanceRows, keepBalance, noBalances } from './balance-lines.ts';
import { isFault, type LineFault, type PostingLine } from './posting-lines.ts';
import { emptyHead, noteHead, type SieHead } from './sie-head.ts';
import { splitLine } from './split-line.ts';
import type { PostingSink } from './stage-postings.ts';
import {
  addTransaction,
  beginVoucher,
  closeVoucher,
  noVouchers,
  openVoucher,
  type Vouchers,
} from './vouchers.ts';

/** Lines of a kind: how many, the first of them, their sum. */
export type Tally = { rows: number; first: number; sumOre: bigint };

/** `findings` carry no file yet. `accounts` are canonical postings by account number, `years` by calendar year. */
export type SieReading = {
  readonly source: LedgerSource;
  readonly decode: (field: string) => string;
  readonly sink: PostingSink;
  readonly head: SieHead;
  readonly vouchers: Vouchers;
  readonly balances: BalanceRows;
  readonly book: AccountBook;
  readonly accounts: Map<string, Tally>;
  readonly years: Map<number, Tally>;
  /** Postings outside fiscal year 0. */
  readonly outside: Tally;
  /** Lines that are neither label nor brace, and lines with a quotation mark or brace left open. */
  readonly stray: Tally;
  readonly open: Tally;
  readonly findings: Finding[];
  read: number;
  refused: number;
  sumOre: bigint;
};

const emptyTally = (): Tally => ({ rows: 0, first: 0, sumOre: 0n });

export const beginReading = (
  source: LedgerSource,
  decode: (field: string) => string,
  sink: PostingSink,
): SieReading => ({
  source,
  decode,
  sink,
  head: emptyHead(),
  vouchers: noVouchers(),
  balances: noBalances(),
  book: emptyBook(source),
  accounts: new Map(),
  years: new Map(),
  outside: emptyTally(),
  stray: emptyTally(),
  open: emptyTally(),
  findings: [],
  read: 0,
  refused: 0,
  sumOre: 0n,
});

/** Adds a line to a tally. */
function count(tally: Tally, row: number, amountOre = 0n): void {
  if (tally.rows === 0) tally.first = row;
  tally.rows += 1;
  tally.sumOre += amountOre;
}

/** Takes in line `row` of the file. */
export function takeLine(reading: SieReading, text: string, row: number): void {
  const line = text.trim();
  if (line === '') return;
  const { vouchers, head } = reading;
  if (line === '{') openVoucher(vouchers);
  else if (line === '}') closeVoucher(vouchers);
  else if (line.startsWith('#')) {
    const parts = splitLine(line);
    if (parts.isOpen) count(reading.open, row);
    noteHead(head, parts);
    if (parts.label === '#TRANS') {
      const found = addTransaction(vouchers, parts, row);
      if (reading.source.kind === 'actual') post(reading, found, row);
    } else if (parts.label === '#VER') beginVoucher(vouchers, parts, row, reading.decode);
    else keepBalance(reading.balances, row, parts);
  } else count(reading.stray, row);
}

/** One more line that should be a posting: it becomes one, or a finding. */
export function post(reading: SieReading, found: PostingLine | LineFault, row: number): void {
  reading.read += 1;
  const fault = isFault(found) ? found : otherYear(reading.source, found);
  if (fault) {
    reading.refused += 1;
    const { column, ...said } = fault;
    reading.findings.push({ ...said, severity: 'error', where: { file: '', row, column } });
  } else if (!isFault(found)) accept(reading, found);
}

function accept(reading: SieReading, line: PostingLine): void {
  const { row, account, year, month, amountOre } = line;
  reading.sink.add({ row, account: numberOf(reading.book, line, reading.head), year, month, amountOre });
  reading.sumOre += amountOre;
  count(tallyOf(reading.accounts, account), row, amountOre);
  count(tallyOf(reading.years, year), row, amountOre);
  if (month > 0 && isOutside(reading.head, year * 100 + month)) count(reading.outside, row, amountOre);
}

function tallyOf<K>(tallies: Map<K, Tally>, key: K): Tally {
  const known = tallies.get(key);
  if (known) return known;
  const fresh = emptyTally();
  tallies.set(key, fresh);
  return fresh;
}

/** Whether a month, as 202501, is outside fiscal year 0; years begin and end with months. */
function isOutside({ years }: SieHead, month: number): boolean {
  const own = years.get('0');
  return own !== undefined && (month < Number(own.from.slice(0, 6)) || month > Number(own.to.slice(0, 6)));
}

function otherYear(
  source: LedgerSource,
  { year, amountOre }: PostingLine,
): (LineFault & Pick<Finding, 'amountOre'>) | undefined {
  if (source.year === undefined || source.year === year) return undefined;
  return {
    rule: 'sie/other-year',
    column: 'date',
    message: `The line is of ${year}; the model says that the file is of ${source.year}.`,
    remedy: 'Export the file of that year alone, or correct year in the source.',
    amountOre: ore(amountOre),
  };
}
