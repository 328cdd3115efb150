// What is wrong with the quantities of activity rows, and rows that name nobody.

import type { Finding } from '../../findings/finding.ts';
import type { ActivitySource } from '../../model/model.ts';
import { cellsAt, faultyRows, groupedCells, type Relation } from '../../store/scan.ts';
import type { ReadContext } from '../reader.ts';
import type { Table } from './delivered-table.ts';
import { showCell } from './fault.ts';
import { numberColumn } from './open-table.ts';
import { orOtherMark } from './other-decimal-mark.ts';
import { LISTED } from './outcome.ts';

type Faulty = { readonly row: number; readonly rows: bigint };

/** Unreadable and negative quantities row by row; zero, rounded and nameless rows counted. */
export async function recordFindings(
  context: ReadContext,
  table: Table,
  relation: Relation,
  source: ActivitySource,
): Promise<Finding[]> {
  const { db, stage } = context;
  const { file } = table;
  const column = source.columns.quantity ?? '';
  const { decimal = source.decimal } = numberColumn(table, 'quantity', source.decimal) ?? {};
  const quantity = { column, decimal };
  const rowsWhere = (condition: string): Promise<Faulty[]> =>
    db.rows<Faulty>(faultyRows(stage, relation, condition, LISTED));
  const counted = (rows: readonly Faulty[], finding: Omit<Finding, 'where'>, at: string): Finding[] => {
    const first = rows[0];
    return first
      ? [{ ...finding, where: { file, row: first.row, column: at }, count: Number(first.rows) }]
      : [];
  };
  const zero = counted(await rowsWhere('parts = 0'), zeroRule(source), column);
  const finer = counted(await rowsWhere('finer and parts > 0'), FINER, column);
  const nobody = source.columns.person
    ? counted(await rowsWhere('person is null'), NOBODY, source.columns.person)
    : [];
  return [
    ...(await eachRow(
      context,
      table,
      relation,
      quantity,
      await rowsWhere('parts is null and object >= 0'),
      false,
    )),
    ...(await eachRow(context, table, relation, quantity, await rowsWhere('parts < 0'), true)),
    ...zero,
    ...finer,
    ...nobody,
    ...(await doubtfulMarks(context, table, relation, source)),
  ];
}

/** "1.250" where the model names no decimal mark: read as 1 250, which a file with decimal points does not mean. */
async function doubtfulMarks(
  { db }: ReadContext,
  table: Table,
  relation: Relation,
  source: ActivitySource,
): Promise<Finding[]> {
  const number = numberColumn(table, 'quantity', source.decimal);
  if (!source.isDecimalAssumed || number?.decimal !== source.decimal) return [];
  const [found] = await db.rows<Faulty>(groupedCells(relation, number.column, '.'));
  if (!found || found.rows === 0n) return [];
  return [
    {
      rule: 'activity/assumed-mark',
      severity: 'warning',
      message: 'Quantities are written as 1.250 and read as 1250, since the model names no decimal mark.',
      remedy:
        'Say decimal: "," at the source where that is right, decimal: "." where 1.250 is one and a quarter.',
      where: { file: table.file, row: found.row, column: source.columns.quantity ?? '' },
      count: Number(found.rows),
    },
  ];
}

const zeroRule = ({ kind }: ActivitySource): Omit<Finding, 'where'> => ({
  rule: 'activity/zero',
  severity: kind === 'volumes' ? 'note' : 'warning',
  message: 'Rows with the quantity zero are left out.',
  remedy: 'Check that nothing was delivered.',
});

const FINER: Omit<Finding, 'where'> = {
  rule: 'activity/finer-than-a-part',
  severity: 'note',
  message:
    'Quantities are finer than what is counted in (a tenth of a second, a thousandth of other measures) and are rounded.',
};

const NOBODY: Omit<Finding, 'where'> = {
  rule: 'activity/nobody',
  severity: 'warning',
  message: 'Rows name no person; they count in volumes and not with any user.',
  remedy: 'Fill in the person, if there is one.',
};

/** The column of the quantity, and the decimal mark that its source writes. */
type Quantity = { readonly column: string; readonly decimal: ',' | '.' };

async function eachRow(
  { db }: ReadContext,
  { file, columns }: Table,
  relation: Relation,
  { column, decimal }: Quantity,
  rows: readonly Faulty[],
  isNegative: boolean,
): Promise<Finding[]> {
  if (rows.length === 0) return [];
  const position = columns.get('quantity')!;
  const cells = await db.rows<{ row: number } & { [column: string]: string }>(
    cellsAt(
      relation,
      [position],
      rows.map(({ row }) => row),
    ),
  );
  const rule = { rule: 'activity/quantity', severity: 'error' as const };
  const findings = cells.map((cell): Finding => {
    const text = cell[`c${position}`]!.trim();
    const shown = showCell(text, columns.has('person'));
    const message = isNegative
      ? `The quantity ${shown} is negative.`
      : `${text === '' ? 'The quantity is empty.' : `${shown} is no quantity.`}`;
    const remedy = isNegative
      ? 'Take the delivery out that it corrects, and the row with it.'
      : `Write a number, such as ${decimal === ',' ? '45 or 7,5' : '45 or 7.5'}${orOtherMark([text], decimal, 'at the source')}.`;
    return { ...rule, message, remedy, where: { file, row: cell.row, column }, count: 1 };
  });
  const more = Number(rows[0]!.rows) - rows.length;
  if (more > 0)
    findings.push({
      ...rule,
      message: `And ${more} more rows of the same kind.`,
      where: { file, column },
      count: more,
    });
  return findings;
}
