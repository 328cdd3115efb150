// What the file says that it holds against what was found in it: number of entries, debit and credit.

import type { Finding } from '../../../findings/finding.ts';
import { formatAmount } from '../../../money/amount-text.ts';
import { ore } from '../../../money/ore.ts';
import { showCell } from '../../tables/fault.ts';
import { isOre, saftAmount } from './saft-amount.ts';
import type { SaftTotals } from './saft-record.ts';

/** What was counted on the way; a line whose amount cannot be read counts in the lines only. */
export type Counted = { transactions: number; lines: number; debitOre: bigint; creditOre: bigint };

/** An error for each total that differs; a warning where the file does not say its totals. */
export function compareTotals(declared: SaftTotals, found: Counted, file: string): Finding[] {
  return [
    ...compareEntries(declared.entries, found, file),
    ...compareAmount('TotalDebit', declared.debit, found.debitOre, file),
    ...compareAmount('TotalCredit', declared.credit, found.creditOre, file),
  ];
}

const REMEDY =
  'Lines are missing or were added after the export. Export the file again; of an export in several files, each says its own totals.';

/** Entries are transactions; some systems count lines, which is told and let pass. */
function compareEntries(text: string | undefined, { transactions, lines }: Counted, file: string): Finding[] {
  if (text === undefined) return [undeclared('NumberOfEntries', file)];
  if (!/^\d{1,12}$/.test(text)) return [unreadable('NumberOfEntries', text, file)];
  const declared = Number(text);
  if (declared === transactions) return [];
  const where = { file, column: 'NumberOfEntries' };
  if (declared === lines)
    return [
      {
        rule: 'saft/entries-are-lines',
        severity: 'note',
        message: `The file counts its ${lines} lines as entries, not its ${transactions} transactions.`,
        where,
      },
    ];
  const difference = Math.abs(declared - transactions);
  return [
    {
      rule: 'saft/totals',
      severity: 'error',
      message: `The file says that it has ${declared} transactions and has ${transactions}: ${difference} ${declared > transactions ? 'are missing' : 'too many'}.`,
      remedy: REMEDY,
      where,
      count: difference,
    },
  ];
}

function compareAmount(
  column: 'TotalDebit' | 'TotalCredit',
  text: string | undefined,
  foundOre: bigint,
  file: string,
): Finding[] {
  if (text === undefined) return [undeclared(column, file)];
  const declared = saftAmount(text);
  if (!isOre(declared)) return [unreadable(column, text, file)];
  if (declared === foundOre) return [];
  const side = column === 'TotalDebit' ? 'debit' : 'credit';
  const difference = foundOre - declared;
  return [
    {
      rule: 'saft/totals',
      severity: 'error',
      message: `The file says that its ${side} is ${kroner(declared)} kr; its lines sum to ${kroner(foundOre)} kr, a difference of ${kroner(difference)} kr.`,
      remedy: REMEDY,
      where: { file, column },
      amountOre: ore(difference),
    },
  ];
}

const undeclared = (column: string, file: string): Finding => ({
  rule: 'saft/no-totals',
  severity: 'warning',
  message: `The file does not say its ${column}, so that nothing shows that it is whole.`,
  remedy: 'Name its total under control-total in the source.',
  where: { file, column },
});

const unreadable = (column: string, text: string, file: string): Finding => ({
  rule: 'saft/totals',
  severity: 'error',
  message: `${showCell(text, false)} is no ${column}.`,
  remedy: 'Export the file again.',
  where: { file, column },
});

/** Amounts in messages: "9,487,049.35". */
export const kroner = (amountOre: bigint): string => formatAmount(amountOre, { language: 'en' });
