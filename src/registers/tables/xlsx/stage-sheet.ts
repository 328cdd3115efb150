// Puts the rows of a sheet into a table in memory as a delimited file's would stand there, all of it text, and tells
// what only a sheet can have wrong: error values, formulas without a value, codes that lost their zeros, merged cells.

import type { DuckDBAppender } from '@duckdb/node-api';
import type { Finding } from '../../../findings/finding.ts';
import type { Db } from '../../../store/db.ts';
import { createRecordsTable, type Relation, tableRelation } from '../../../store/scan.ts';
import type { OpenedSheet, SheetColumn } from '../delivered-table.ts';
import { recordsTable } from '../stage-record-by-record.ts';
import { type Cell, TOO_LONG } from './cell-value.ts';
import { faultOf } from './parse-part.ts';
import { type Merged, type SheetRow, sheetRows } from './read-sheet.ts';
import { SheetTally, type What } from './sheet-tally.ts';

type Staged = {
  readonly relation: Relation;
  readonly ragged: number;
  readonly findings: readonly Finding[];
  /** The sheet broke off: what was staged of it is not to be read. */
  readonly isBroken: boolean;
};

/** A row whose named cells are all empty is no row. One with a cell that says nothing is refused. */
export async function stageSheet(db: Db, stage: string, file: string, opened: OpenedSheet): Promise<Staged> {
  const name = recordsTable(stage);
  const relation = tableRelation(name, opened.columns.length);
  const tally = new SheetTally(file);
  await db.run(createRecordsTable(name, opened.columns.length));
  const appender = await db.connection.createAppender(name, 'main', 'temp');
  try {
    const { ragged, lastRow, merged } = await appendRows(appender, opened, tally);
    const findings = [...tally.findings(), ...mergedFindings(file, merged, opened, lastRow)];
    return { relation, ragged, findings, isBroken: false };
  } catch (error) {
    const { rule, message, remedy } = faultOf(error);
    const finding: Finding = { rule, severity: 'error', message, remedy, where: { file } };
    return { relation, ragged: 0, findings: [finding], isBroken: true };
  } finally {
    appender.closeSync();
  }
}

/** Appends the sound rows; gives how many are refused, the last row with anything in it, and the merged blocks. */
async function appendRows(
  appender: DuckDBAppender,
  { workbook, sheet, headerRow, decimal, columns }: OpenedSheet,
  tally: SheetTally,
): Promise<{ readonly ragged: number; readonly lastRow: number; readonly merged: readonly Merged[] }> {
  const merged: Merged[] = [];
  const wanted = { columns: new Set(columns.map(({ at }) => at)), merged };
  let [ragged, lastRow] = [0, headerRow];
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
  return { ragged, lastRow, merged };
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
function judgeRow({ row, cells }: SheetRow, columns: readonly SheetColumn[], tally: SheetTally): boolean {
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

/** Merged blocks that cover named columns below the header: only their first cell holds a value. */
function mergedFindings(
  file: string,
  merged: readonly Merged[],
  { columns, headerRow }: OpenedSheet,
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
