// Puts the rows of a sheet into a table in memory as a delimited file's would stand there, all of it text, and tells
// what only a sheet can have wrong: error values, formulas without a value, codes that lost their zeros, merged cells.

import type { Finding } from '../../../findings/finding.ts';
import type { Db } from '../../../store/db.ts';
import { createRecordsTable, dropTable, type Relation, tableRelation } from '../../../store/scan.ts';
import type { OpenedSheet, SheetColumn } from '../delivered-table.ts';
import { recordsTable } from '../stage-record-by-record.ts';
import { type Cell, TOO_LONG } from './cell-value.ts';
import { faultOf } from './parse-part.ts';
import { type Merged, type SheetRow, sheetRows } from './read-sheet.ts';

type Staged = {
  readonly relation: Relation;
  readonly ragged: number;
  readonly findings: readonly Finding[];
  /** The sheet broke off: what was staged of it is gone. */
  readonly isBroken: boolean;
};

/** A row whose named cells are all empty is no row. One with a cell that says nothing is refused. */
export async function stageSheet(db: Db, stage: string, file: string, opened: OpenedSheet): Promise<Staged> {
  const { workbook, sheet, headerRow, decimal, columns } = opened;
  const name = recordsTable(stage);
  const relation = tableRelation(name, columns.length);
  const tally = new Tally(file);
  const merged: Merged[] = [];
  const wanted = { columns: new Set(columns.map(({ at }) => at)), merged };
  let [ragged, lastRow] = [0, headerRow];
  await db.run(createRecordsTable(name, columns.length));
  const appender = await db.connection.createAppender(name, 'main', 'temp');
  try {
    for await (const rows of sheetRows(workbook, sheet, wanted)) {
      for (const row of rows) {
        if (row.row <= headerRow || isEmpty(row, columns)) continue;
        lastRow = row.row;
        if (row.isHidden) tally.add('hidden', row.row);
        if (!judgeRow(row, columns, tally)) {
          ragged += 1;
          continue;
        }
        appender.appendInteger(row.row);
        for (const { at } of columns) appender.appendVarchar(textOf(row.cells[at], decimal));
        appender.endRow();
      }
    }
    appender.closeSync();
  } catch (error) {
    const { rule, message, remedy } = faultOf(error);
    appender.closeSync();
    await db.run(dropTable(name));
    return {
      relation,
      ragged: 0,
      findings: [{ rule, severity: 'error', message, remedy, where: { file } }],
      isBroken: true,
    };
  }
  const findings = [...tally.findings(), ...mergedFindings(file, merged, columns, headerRow, lastRow)];
  return { relation, ragged, findings, isBroken: false };
}

const isEmpty = ({ cells }: SheetRow, columns: readonly SheetColumn[]): boolean =>
  columns.every(({ at }) => {
    const cell = cells[at];
    return cell === undefined || (cell.kind === 'text' && cell.text.trim() === '');
  });

/** Numbers get the source's decimal mark, so that they are read as written ones are. */
function textOf(cell: Cell | undefined, decimal: ',' | '.'): string {
  if (!cell) return '';
  return cell.kind === 'number' && decimal === ',' ? cell.text.replace('.', ',') : cell.text;
}

/** False when a cell of the row says nothing that can be trusted. */
function judgeRow({ row, cells }: SheetRow, columns: readonly SheetColumn[], tally: Tally): boolean {
  let isSound = true;
  for (const column of columns) {
    const cell = cells[column.at];
    if (!cell) continue;
    const fault = faultIn(cell, column);
    if (fault) {
      tally.add(fault, row, column.name);
      isSound = false;
    } else if (cell.isFormula) tally.add('formula', row, column.name);
  }
  return isSound;
}

function faultIn({ kind, text }: Cell, { codeLength }: SheetColumn): What | undefined {
  if (kind === 'error') return 'error';
  if (kind === 'missing') return 'missing';
  if (kind !== 'number') return undefined;
  if (Math.abs(Number(text)) >= TOO_LONG) return 'digits';
  const isShort = codeLength !== undefined && /^\d+$/.test(text) && text.length < codeLength;
  return isShort ? 'zeros' : undefined;
}

type What = 'error' | 'missing' | 'digits' | 'zeros' | 'formula' | 'hidden';

const SAYS: {
  readonly [what in What]: Pick<Finding, 'rule' | 'severity' | 'remedy'> & { readonly says: string };
} = {
  error: {
    rule: 'table/error-value',
    severity: 'error',
    says: 'holds an error value, such as #N/A, in place of its own',
    remedy: 'Correct the formula in the workbook, and save it again.',
  },
  missing: {
    rule: 'table/formula',
    severity: 'error',
    says: 'holds a formula that was never calculated',
    remedy: 'Open the workbook in the spreadsheet program, let it calculate, and save it again.',
  },
  digits: {
    rule: 'table/long-number',
    severity: 'error',
    says: 'holds a number of more than 15 digits, of which a sheet loses the last',
    remedy: 'Format the column as text, and fill it in again from the system that it comes from.',
  },
  zeros: {
    rule: 'table/lost-zeros',
    severity: 'error',
    says: 'holds a code as a number that is shorter than the code: it has lost its first zeros',
    remedy: 'Format the column as text, and fill it in again from the system that it comes from.',
  },
  formula: {
    rule: 'table/formula',
    severity: 'warning',
    says: 'holds a formula; the value that was stored with it is read',
    remedy: 'Check that the workbook was calculated before it was saved, or deliver values.',
  },
  hidden: {
    rule: 'table/hidden',
    severity: 'note',
    says: 'is hidden in the sheet; it is read',
    remedy: 'Nothing to do if it belongs to the ledger or the activity; else take it out.',
  },
};

/** Counts what is wrong by kind and column, with the first row of each. */
class Tally {
  private readonly file: string;
  private readonly seen = new Map<
    string,
    { what: What; column: string | undefined; row: number; count: number }
  >();

  constructor(file: string) {
    this.file = file;
  }

  add(what: What, row: number, column?: string): void {
    const key = `${what}\n${column ?? ''}`;
    const known = this.seen.get(key);
    if (known) known.count += 1;
    else this.seen.set(key, { what, column, row, count: 1 });
  }

  findings(): Finding[] {
    return [...this.seen.values()].map(({ what, column, row, count }) => {
      const { rule, severity, says, remedy } = SAYS[what];
      const one = column === undefined ? 'row' : 'cell';
      const message = `${count === 1 ? `A ${one} ${says}` : `${count} ${one}s, of which this is the first: each ${says}`}.`;
      const where = { file: this.file, row, ...(column !== undefined && { column }) };
      return { rule, severity, message, ...(remedy !== undefined && { remedy }), where, count };
    });
  }
}

/** Merged blocks that cover named columns below the header: only their first cell holds a value. */
function mergedFindings(
  file: string,
  merged: readonly Merged[],
  columns: readonly SheetColumn[],
  headerRow: number,
  lastRow: number,
): Finding[] {
  const touching = merged.filter(
    ({ fromRow, toRow, fromColumn, toColumn }) =>
      toRow > headerRow &&
      fromRow <= lastRow &&
      (toRow > fromRow || toColumn > fromColumn) &&
      columns.some(({ at }) => at + 1 >= fromColumn && at + 1 <= toColumn),
  );
  if (touching.length === 0) return [];
  const row = touching.reduce((first, { fromRow }) => Math.min(first, fromRow), Infinity);
  const message = `${touching.length === 1 ? 'A block of merged cells covers' : `${touching.length} blocks of merged cells cover`} rows of the table: only the first cell of a block holds a value.`;
  const remedy = 'Unmerge the cells, and write the value in each of them.';
  return [
    {
      rule: 'table/merged',
      severity: 'error',
      message,
      remedy,
      where: { file, row },
      count: touching.length,
    },
  ];
}
