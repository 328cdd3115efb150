// What ledger and activity sources have in common: files, columns, encoding, sheet, year.

import {
  expected,
  type Fields,
  missing,
  readChoice,
  readFields,
  readInteger,
  readList,
  readText,
  readYear,
} from '../yaml/read-values.ts';
import { locationOf, type Spot } from '../yaml/spot.ts';

const ENCODINGS = ['utf-8', 'latin-1', 'windows-1252', 'utf-16'] as const;

/** Keys that every source may have. */
export const FILE_KEYS = [
  'read',
  'kind',
  'files',
  'columns',
  'year',
  'control-total',
  'encoding',
  'delimiter',
  'sheet',
  'header-row',
] as const;

export type Columns<K extends string> = { [name in K]?: string };
/** Canonical column → column of the file. */
export function readColumns<K extends string>(spot: Spot | undefined, allowed: readonly K[]): Columns<K> {
  const columns: Columns<K> = {};
  if (!spot) return columns;
  const fields = readFields(spot, 'columns', allowed);
  for (const name of allowed) {
    const at = fields[name];
    const column = at && readText(at, 'the name of a column of the file');
    if (column !== undefined) columns[name] = column;
  }
  return columns;
}

/** The fields that say which files are read, and how they are written. */
export function readFileFields(spot: Spot, fields: Fields<(typeof FILE_KEYS)[number]>) {
  const files = fields.files
    ? readList(fields.files).flatMap((item) => readText(item, 'a path such as data/ledger-2025-*.csv') ?? [])
    : (missing(spot, 'files', 'Name the files: "files: data/ledger-2025-*.csv".') ?? []);
  if (fields.files && files.length === 0) expected(fields.files, 'at least one path');
  const year = fields.year && readYear(fields.year);
  const encoding = fields.encoding && readChoice(fields.encoding, ENCODINGS);
  const delimiter = fields.delimiter && readDelimiter(fields.delimiter);
  const sheet = fields.sheet && readText(fields.sheet, 'the name of a sheet of the workbook');
  const headerRow =
    fields['header-row'] && readInteger(fields['header-row'], 'the number of a row', 1, 1_048_576);
  return {
    files,
    ...(year === undefined ? {} : { year }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(headerRow === undefined ? {} : { headerRow }),
    at: locationOf(spot),
  };
}

function readDelimiter(spot: Spot): string | undefined {
  const raw = spot.node && 'value' in spot.node ? String(spot.node.value) : '';
  if (raw === '\t' || raw === '\\t' || raw === 'tab') return '\t';
  return [';', ',', '|'].includes(raw.trim()) ? raw.trim() : expected(spot, 'one of ";" "," "|" or tab');
}
