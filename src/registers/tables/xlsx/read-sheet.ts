// The rows of a sheet, a few hundred at a time, with what their cells say and what stands beside them: hidden rows and
// merged cells.

import { type Cell, dateText, numberText, plainText, timeText } from './cell-value.ts';
import { type PartEvents, parsePart } from './parse-part.ts';
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
const LARGEST_SHEET = 2 ** 31;

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
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  inline: string;
  hasValue: boolean;
  isFormula: boolean;
};

type Attributes = Readonly<Record<string, string>>;

/** Where the reading stands: the row, its cells so far, the cell that is open and which of its texts. */
type Standing = {
  row: number;
  cells: (Cell | undefined)[];
  isHidden: boolean;
  cell?: Open | undefined;
  into?: 'value' | 'inline' | undefined;
  isAid: boolean;
  /** Days that were met before, by number. */
  readonly dates: Map<string, string | undefined>;
};

function rowEvents(workbook: Workbook, gathered: SheetRow[], { columns, merged }: Wanted): PartEvents {
  const at: Standing = { row: 0, cells: [], isHidden: false, isAid: false, dates: new Map() };
  return {
    open: (name, attributes) => {
      if (name === 'c') at.cell = openCell(at, attributes);
      else if (name === 'row') openRow(at, attributes);
      else if (name === 'mergeCell') merged?.push(mergedBlock(attributes.ref ?? ''));
      else if (at.cell) openText(at, at.cell, name);
    },
    text: (piece) => {
      if (at.into && at.cell) at.cell[at.into] += piece;
    },
    close: (name) => {
      if (name === 'v' || name === 't') at.into = undefined;
      else if (name === 'rPh') at.isAid = false;
      else if (name === 'row') gathered.push({ row: at.row, cells: at.cells, isHidden: at.isHidden });
      else if (name === 'c' && at.cell) {
        const { column } = at.cell;
        const isWanted = columns === undefined || columns.has(column);
        at.cells[column] = isWanted ? cellOf(at.cell, workbook, at.dates) : undefined;
        at.cell = undefined;
      }
    },
  };
}

function openRow(at: Standing, { r, hidden }: Attributes): void {
  const row = r === undefined ? at.row + 1 : Number(r);
  if (!Number.isInteger(row) || row <= at.row || row > MOST_ROWS) throw damaged('its rows are not in order');
  at.row = row;
  at.cells = [];
  at.isHidden = isTrue(hidden);
}

function openCell({ row, cells }: Standing, { r, t = 'n', s = '0' }: Attributes): Open {
  const column = r === undefined ? cells.length : columnOf(r, row);
  if (!(column >= cells.length && column < MOST_COLUMNS)) throw damaged('its cells are not in order');
  return { column, type: t, style: Number(s), value: '', inline: '', hasValue: false, isFormula: false };
}

function openText(at: Standing, cell: Open, name: string): void {
  if (name === 'v') {
    at.into = 'value';
    cell.hasValue = true;
  } else if (name === 'f') cell.isFormula = true;
  else if (name === 'rPh') at.isAid = true;
  else if (name === 't' && !at.isAid) at.into = 'inline';
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
