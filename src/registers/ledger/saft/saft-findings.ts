// What is said of a SAF-T file as a whole and of its transactions: version, currency, years, and what it covers.

import type { Finding, Place } from '../../../findings/finding.ts';
import type { LedgerSource, Model } from '../../../model/model.ts';
import { type Ore, ore } from '../../../money/ore.ts';
import { ledgerYears } from '../../reading-year.ts';
import { showCell } from '../../tables/fault.ts';
import type { Fault } from './judge-line.ts';
import type { SaftHeader, SaftTransaction } from './saft-record.ts';
import { kroner } from './saft-totals.ts';

/** Versions 1.0 to 1.3, which exports write as 1.0, 1.1, 1.10, 1.2, 1.20, 1.3 or 1.30. */
const VERSION = /^1\.[0-3]\d?$/;

export function wrongVersion({ version }: SaftHeader, file: string): Omit<Finding, 'severity'> | undefined {
  if (version !== undefined && VERSION.test(version)) return undefined;
  return {
    rule: 'saft/version',
    message: `The file ${version === undefined ? 'does not say its version' : `is of version ${showCell(version, false)}`}; 1.0 to 1.3 are known here.`,
    remedy: 'Export the ledger as SAF-T Financial 1.1 to 1.3.',
    where: { file, column: 'AuditFileVersion' },
  };
}

export function wrongCurrency({ currency }: SaftHeader, file: string): Omit<Finding, 'severity'> | undefined {
  if (currency === undefined || currency === 'NOK') return undefined;
  return {
    rule: 'saft/currency',
    message: `The amounts of the file are in ${showCell(currency, false)}, not in NOK.`,
    remedy: 'Export the ledger in Norwegian kroner.',
    where: { file, column: 'DefaultCurrencyCode' },
  };
}

/** A line that is refused; rows are running numbers of the lines in the file. */
export const lineFinding = (
  fault: Fault,
  { file, row }: { file: string; row: number },
  amountOre?: Ore,
): Finding => ({
  rule: fault.rule,
  severity: 'error',
  message: fault.message,
  remedy: fault.remedy,
  where: { file, row, column: fault.column },
  ...(amountOre === undefined ? {} : { amountOre }),
});

/** A year that the source says the file is not of. */
export const otherYear = (year: number, declared: number): Fault => ({
  rule: 'saft/other-year',
  column: 'PeriodYear',
  message: `The transaction is of ${year}; the model says that the file is of ${declared}.`,
  remedy: `Export ${declared} alone, or correct year in the source.`,
});

/** `place` is the last line of the transaction. */
export const unbalanced = ({ id }: SaftTransaction, sumOre: bigint, place: Place): Finding => ({
  rule: 'saft/unbalanced',
  severity: 'warning',
  message: `Transaction ${showCell(id, false)} does not balance: its debit exceeds its credit by ${kroner(sumOre)} kr.`,
  remedy: 'Correct it in the accounting system, or ask whether the export leaves lines out.',
  where: { ...place, column: 'TransactionID' },
  amountOre: ore(sumOre),
});

export type YearTotal = { rows: number; amountOre: bigint };

/** What stands in a file that has been read to its end. */
export type FileFacts = {
  readonly file: string;
  readonly source: LedgerSource;
  readonly years: Model['years'];
  readonly lines: number;
  /** Lines in periods after December. */
  readonly closingLines: number;
  readonly yearTotals: ReadonlyMap<number, YearTotal>;
};

export function fileFindings(facts: FileFacts): Finding[] {
  const { file, lines, closingLines } = facts;
  return [
    ...(lines === 0 ? [noLines(file)] : []),
    ...otherYears(facts),
    ...(closingLines === 0 ? [] : [closingPeriods(closingLines, file)]),
  ];
}

const noLines = (file: string): Finding => ({
  rule: 'saft/no-lines',
  severity: 'error',
  message: 'The file has no transaction lines.',
  remedy: 'Export it with general ledger entries; of an export in several files, name those that have them.',
  where: { file, column: 'GeneralLedgerEntries' },
});

const closingPeriods = (lines: number, file: string): Finding => ({
  rule: 'saft/closing-period',
  severity: 'note',
  message: `${lines} lines stand in periods after December, which close the year; they count as December.`,
  where: { file, column: 'Period' },
  count: lines,
});

/** Years that are not asked for count in no costing: a warning with lines and øre; a file without any other is refused. */
function otherYears({ file, source, years, yearTotals }: FileFacts): Finding[] {
  if (source.year !== undefined) return [];
  const wanted = ledgerYears(source, years);
  const others = [...yearTotals].filter(([year]) => !wanted.includes(year)).sort(([a], [b]) => a - b);
  return others.map(([year, { rows, amountOre }]) => ({
    rule: 'ledger/other-year',
    severity: others.length === yearTotals.size ? 'error' : 'warning',
    message: `The file has postings of ${year}; the model asks for ${wanted.join(' or ')}.`,
    remedy: `Deliver the file of ${wanted.join(' or ')}, or write year: in the source if another is meant.`,
    where: { file },
    count: rows,
    amountOre: ore(amountOre),
  }));
}

/**
 * What the file says it is the whole of: "SAF-T 888888888 2017-01 to 2017-04, from transaction 1001". An export in
 * several files gives each its own transactions, so the first of them tells the parts from a second delivery.
 */
export function coverage(header: SaftHeader | undefined, firstTransaction: string): string[] {
  const { organisation = '', selection } = header ?? { selection: {} };
  const { start, startYear, end, endYear } = selection;
  if (!/^\d{9}$/.test(organisation) || !start || !end || !/^[\w./-]{1,20}$/.test(firstTransaction)) return [];
  if (![start, end].every((text) => /^[\d-]{1,10}$/.test(text)) || /\d{11}/.test(firstTransaction)) return [];
  const month = (year: string | undefined, period: string) =>
    year === undefined || !/^\d{4}$/.test(year) ? period : `${year}-${period.padStart(2, '0')}`;
  return [
    `SAF-T ${organisation} ${month(startYear, start)} to ${month(endYear, end)}, from transaction ${firstTransaction}`,
  ];
}
