// The amounts that could not be read: their cells are fetched again from the file, and each is told what it lacks.

import type { Finding } from '../../findings/finding.ts';
import type { LedgerSource } from '../../model/model.ts';
import { cellsAt, faultyRows, type Relation } from '../../store/scan.ts';
import type { ReadContext } from '../reader.ts';
import type { Table } from './delivered-table.ts';
import { showCell } from './fault.ts';
import { markOf } from './open-table.ts';
import { orOtherMark } from './other-decimal-mark.ts';
import { LISTED } from './outcome.ts';

const AMOUNT_COLUMNS = ['amount', 'debit', 'credit'] as const;

const EXPECTED = {
  ore: 'an amount in whole øre',
  kroner: 'an amount in kroner with at most two decimals',
  thousand: 'an amount in thousand kroner with at most five decimals',
};
const EXAMPLE = {
  ',': { ore: '1 250 000', kroner: '12 500,00', thousand: '12,5' },
  '.': { ore: '1,250,000', kroner: '12,500.00', thousand: '12.5' },
};

/** Up to twenty rows, and how many more there are. */
export async function amountFindings(
  { db, stage }: ReadContext,
  table: Table,
  relation: Relation,
  source: LedgerSource,
): Promise<Finding[]> {
  const rows = await db.rows<{ row: number; rows: bigint }>(
    faultyRows(stage, relation, 'amount_ore is null', LISTED),
  );
  if (rows.length === 0) return [];
  const named = AMOUNT_COLUMNS.filter((name) => table.columns.has(name));
  const positions = named.map((name) => table.columns.get(name)!);
  const cells = await db.rows<{ row: number } & { [column: string]: string }>(
    cellsAt(
      relation,
      positions,
      rows.map(({ row }) => row),
    ),
  );
  const { unit, decimal } = source.amount;
  const mark = markOf(table, named[0]!, decimal);
  const findings = cells.map((cell): Finding => {
    const texts = positions.map((position) => cell[`c${position}`]!.trim());
    const shown = texts.filter((text) => text !== '').map((text) => showCell(text, false));
    return {
      rule: 'ledger/amount',
      severity: 'error',
      message: shown.length === 0 ? 'The amount is empty.' : `${shown.join(' / ')} is not ${EXPECTED[unit]}.`,
      remedy: `Write it as ${EXAMPLE[decimal][unit]}${orOtherMark(texts, mark, 'under amount')}.`,
      where: {
        file: table.file,
        row: cell.row,
        column: named.map((name) => source.columns[name]).join(' / '),
      },
      count: 1,
    };
  });
  const more = Number(rows[0]!.rows) - rows.length;
  if (more === 0) return findings;
  const { rule, severity, where } = findings[0]!;
  const { row: _, ...place } = where;
  return [
    ...findings,
    { rule, severity, message: `And ${more} more rows of the same kind.`, where: place, count: more },
  ];
}
