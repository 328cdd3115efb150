// Vouchers as they stand in a SIE file: #VER, a brace, transaction lines, a brace. Only #TRANS counts: #BTRANS are
// lines that were taken away and #RTRANS lines that were added later, which the standard repeats as #TRANS.

import type { Finding } from '../../../findings/finding.ts';
import { ore } from '../../../money/ore.ts';
import { showCell } from '../../tables/fault.ts';
import { isFault, type LineFault, type PostingLine, transaction } from './posting-lines.ts';
import { sieAmount } from './sie-amount.ts';
import type { SieLine } from './split-line.ts';

/** The voucher being read. `isOpen` from its opening brace on. */
type Voucher = {
  readonly row: number;
  readonly name: string;
  readonly date: string;
  isOpen: boolean;
  sumOre: bigint;
};

/** Filled while the file is read; `findings` carry no file. */
export type Vouchers = {
  current?: Voucher;
  count: number;
  transactions: number;
  readonly findings: Finding[];
};

export const noVouchers = (): Vouchers => ({ count: 0, transactions: 0, findings: [] });

const AGAIN = 'Export the file again.';

/** "#VER A 7 20250131 …" begins a voucher; one that is not closed yet is told. */
export function beginVoucher(
  vouchers: Vouchers,
  { fields, objects }: SieLine,
  row: number,
  decode: (text: string) => string,
): void {
  endVouchers(vouchers, row);
  const [series = '', number = '', date = ''] = fields;
  vouchers.count += 1;
  vouchers.current = {
    row,
    name: showCell(decode([series, number].filter((part) => part !== '').join(' ')), false).slice(1, -1),
    date,
    isOpen: objects !== undefined,
    sumOre: 0n,
  };
}

export function openVoucher(vouchers: Vouchers): void {
  if (vouchers.current) vouchers.current.isOpen = true;
}

/** Its lines must sum to zero; it is taken as it is where they do not. */
export function closeVoucher(vouchers: Vouchers): void {
  const { current } = vouchers;
  delete vouchers.current;
  if (!current || current.sumOre === 0n) return;
  vouchers.findings.push({
    rule: 'sie/unbalanced-voucher',
    severity: 'warning',
    message: `Voucher ${current.name} sums to ${sieAmount(current.sumOre)}; debit and credit should be equal.`,
    remedy: 'Its lines are taken as they are; correct the voucher in the accounting system.',
    where: { file: '', row: current.row },
    amountOre: ore(current.sumOre),
  });
}

/** At the next voucher (`row`) or the end of the file: a voucher without its closing brace is not whole. */
export function endVouchers(vouchers: Vouchers, row?: number): void {
  const { current } = vouchers;
  if (!current) return;
  delete vouchers.current;
  const message =
    row === undefined
      ? `The file ends within voucher ${current.name}: it is cut off.`
      : `Voucher ${current.name} has no closing brace before the next voucher in row ${row}.`;
  vouchers.findings.push({
    rule: row === undefined ? 'sie/cut-off' : 'sie/open-voucher',
    severity: 'error',
    message,
    remedy: AGAIN,
    where: { file: '', row: current.row },
  });
}

const OUTSIDE: LineFault = {
  rule: 'sie/outside-voucher',
  column: '#TRANS',
  message: 'The transaction stands outside the braces of a voucher.',
  remedy: AGAIN,
};

/** A #TRANS line: a posting line, or what is wrong with it. */
export function addTransaction(vouchers: Vouchers, line: SieLine, row: number): PostingLine | LineFault {
  const { current } = vouchers;
  vouchers.transactions += 1;
  if (!current?.isOpen) return OUTSIDE;
  const found = transaction(line, row, current.date);
  if (!isFault(found)) current.sumOre += found.amountOre;
  return found;
}
