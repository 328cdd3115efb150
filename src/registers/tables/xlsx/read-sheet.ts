// The rows of a sheet, a few hundred at a time, with what their cells say and what stands beside them: hidden rows and
// merged cells.

import { type Cell, dateText, numberText, plainText, timeText } from './cell-value.ts';
import { parsePart } from './parse-part.ts';
import { partName, unpack } from './read-archive.ts';
import { isTrue, type Sheet, type Workbook } from './read-workbook.ts';
import { damaged } from './workbook-error.ts';

/** `row` counts from 1, `cells` from column A; empty cells are undefined. */
export type SheetRow = {
  readonly row: number;
  readonly cells: readonly (Cell | undefined)[];
  readonly isHidden: boolean;
};

/** Rows and columns of a merged block of cells, from 1, both ends included. */
export type Merged = {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
};

/** The most that a sheet may unpack to: 2 GB. It is read in pieces and never held. */
export const LARGEST_SHEET = 2 ** 31;

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** What is asked of a sheet: cells of these columns alone (from 0; all when absent), and where to put merged blocks. */
export type Wanted = { readonly columns?: ReadonlySet<number>; readonly merged?: Merged[] };

/** Rows in batches; merged blocks are told after the last row. */
export async function* sheetRows(
  workbook: Workbook,
  sheet: Sheet,
  wanted: Wanted = {},
): AsyncGenerator<readonly SheetRow[]> {
  const entry = workbook.archive.entries.get(partName(sheet.part));
  if (!entry) throw damaged('the sheet is missing');
  const gathered: SheetRow[] = [];
  const events = rowEvents(workbook, gathered, wanted);
  for await (const _ of parsePart(unpack(workbook.archive, entry, LARGEST_SHEET), events)) {
    if (gathered.length > 0) yield gathered.splice(0);
  }
}

/** The cell that is being read. */
type Open = {
  column: number;
  type: string;
  style: number;
  value: string;
  inline: string;
  hasValue: boolean;
  isFormula: boolean;
};

function rowEvents(workbook: Workbook, gathered: SheetRow[], { columns, merged }: Wanted) {
  const dates = new Map<string, string | undefined>();
  let row = 0;
  let cells: (Cell | undefined)[] = [];
  let isHidden = false;
  let cell: Open | undefined;
  let into: 'value' | 'inline' | undefined;
  let isAid = false;
  const openRow = (attributes: Readonly<Record<string, string>>): void => {
    const number = attributes.r === undefined ? row + 1 : Number(attributes.r);
    if (!Number.isInteger(number) || number <= row || number > MOST_ROWS)
      throw damaged('its rows are not in order');
    row = number;
    cells = [];
    isHidden = isTrue(attributes.hidden);
  };
  const openCell = ({ r, t = 'n', s }: Readonly<Record<string, string>>): void => {
    const column = r === undefined ? cells.length : columnOf(r, row);
    if (!(column >= cells.length && column < MOST_COLUMNS)) throw damaged('its cells are not in order');
    cell = {
      column,
      type: t,
      style: Number(s ?? 0),
      value: '',
      inline: '',
      hasValue: false,
      isFormula: false,
    };
  };
  return {
    open: (name: string, attributes: Readonly<Record<string, string>>): void => {
      if (name === 'c') openCell(attributes);
      else if (name === 'row') openRow(attributes);
      else if (name === 'mergeCell') merged?.push(mergedBlock(attributes.ref ?? ''));
      else if (!cell) return;
      else if (name === 'v') {
        into = 'value';
        cell.hasValue = true;
      } else if (name === 'f') cell.isFormula = true;
      else if (name === 'rPh') isAid = true;
      else if (name === 't' && !isAid) into = 'inline';
    },
    text: (piece: string): void => {
      if (into && cell) cell[into] += piece;
    },
    close: (name: string): void => {
      if (name === 'v' || name === 't') into = undefined;
      else if (name === 'rPh') isAid = false;
      else if (name === 'c' && cell) {
        cells[cell.column] = !columns || columns.has(cell.column) ? cellOf(cell, workbook, dates) : undefined;
        cell = undefined;
      } else if (name === 'row') gathered.push({ row, cells, isHidden });
    },
  };
}

/** "C17" in row 17 → 2. */
function columnOf(reference: string, row: number): number {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  if (column === 0 || Number(reference.slice(at)) !== row) throw damaged('a cell stands outside its row');
  return column - 1;
}

function mergedBlock(reference: string): Merged {
  const found = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(reference.replaceAll('$', ''));
  if (!found) throw damaged('its merged cells are not written as they should be');
  const [, fromLetters = '', fromRow = '', toLetters = fromLetters, toRow = fromRow] = found;
  const column = (letters: string): number =>
    [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return {
    fromRow: Number(fromRow),
    toRow: Number(toRow),
    fromColumn: column(fromLetters),
    toColumn: column(toLetters),
  };
}

/** `dates` remembers days that were met before. */
function cellOf(
  open: Open,
  { texts, shown, is1904 }: Workbook,
  dates: Map<string, string | undefined>,
): Cell | undefined {
  const { type, value, isFormula } = open;
  const cell = (kind: Cell['kind'], text: string): Cell => ({ kind, text, isFormula });
  if (type === 'inlineStr') return open.inline === '' ? undefined : cell('text', plainText(open.inline));
  if (isFormula && !open.hasValue) return cell('missing', '');
  if (value === '') return undefined;
  if (type === 's') {
    const text = texts[Number(value)];
    if (text === undefined) throw damaged('a cell refers to a text that is not there');
    return text === '' ? undefined : cell('text', text);
  }
  if (type === 'str') return cell('text', plainText(value));
  if (type === 'b') return cell('boolean', isTrue(value) ? 'TRUE' : 'FALSE');
  if (type === 'e') return cell('error', plainText(value));
  if (type === 'd') return cell('date', plainText(value));
  const number = numberText(value);
  if (number === undefined) throw damaged('a number is not written as one');
  const form = shown[open.style] ?? 'number';
  if (form === 'time') return cell('date', timeText(Number(number)));
  if (form === 'date' && !dates.has(number)) dates.set(number, dateText(Number(number), is1904));
  const date = form === 'date' ? dates.get(number) : undefined;
  return date === undefined ? cell('number', number) : cell('date', date);
}
