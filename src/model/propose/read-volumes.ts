// The table of yearly volumes that `innsats init` is given: one row a service, with its measure, its quantity and the
// functions that its money stands on. Column names may be Norwegian, Swedish, Danish or English.

import type { Finding } from '../../findings/finding.ts';
import { type CsvTable, decimalMark, parseTable, type TableRow } from '../tables/read-table.ts';
import type { ServiceRow } from './group-services.ts';

const COLUMNS = {
  service: ['service', 'tjeneste', 'insats', 'ydelse'],
  measure: ['measure', 'enhet', 'måleenhet', 'mått', 'enhed'],
  quantity: ['quantity', 'mengde', 'volum', 'antall', 'volym', 'antal', 'mængde'],
  functions: ['function', 'functions', 'funksjon', 'funksjoner', 'verksamhet', 'funktion', 'funktioner'],
} as const;
type Column = keyof typeof COLUMNS;

export type VolumesTable = {
  readonly rows: readonly ServiceRow[];
  /** The names of the two columns that the model will read. */
  readonly columns: { readonly service: string; readonly quantity: string };
  readonly decimal: ',' | '.';
};

const MEASURES: ReadonlyMap<string, string> = new Map([
  ['time', 'hour'],
  ['timer', 'hour'],
  ['hours', 'hour'],
  ['timme', 'hour'],
  ['timmar', 'hour'],
  ['døgn', 'day'],
  ['dygn', 'day'],
  ['days', 'day'],
  ['dag', 'day'],
  ['dager', 'day'],
  ['dage', 'day'],
  ['dagar', 'day'],
  ['måned', 'month'],
  ['måneder', 'month'],
  ['månad', 'month'],
  ['months', 'month'],
  ['elev', 'pupil'],
  ['elever', 'pupil'],
  ['pupils', 'pupil'],
  ['barn', 'child'],
  ['children', 'child'],
]);

/** The table, or what is wrong with it: file, row, column and how to put it right. */
export function readVolumes(
  bytes: Uint8Array,
  file: string,
): VolumesTable | { readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const table = parseTable({ file, reading: { findings } }, bytes);
  if (!table) return { findings };
  const named = (column: Column): string =>
    table.columns.find((title) => (COLUMNS[column] as readonly string[]).includes(title.toLowerCase())) ?? '';
  const missing = (Object.keys(COLUMNS) as Column[]).filter((column) => named(column) === '');
  if (missing.length > 0) return { findings: missing.map((column) => noColumn(file, column, table.columns)) };
  const cell = (row: TableRow, column: Column): string => row.cells.get(named(column)) ?? '';
  for (const row of table.rows) findings.push(...emptyCells(file, row.row, (column) => cell(row, column)));
  if (table.rows.length === 0) findings.push(noRows(file));
  if (findings.length > 0) return { findings };
  return {
    rows: table.rows.map((row) => ({
      service: cell(row, 'service'),
      measure: MEASURES.get(cell(row, 'measure').toLowerCase()) ?? cell(row, 'measure').toLowerCase(),
      quantity: cell(row, 'quantity'),
      functions: cell(row, 'functions')
        .split(/[\s,;+|/]+/)
        .filter((code) => code !== ''),
    })),
    columns: { service: named('service'), quantity: named('quantity') },
    decimal: markOf(table),
  };
}

/** The mark that the quantities show; a comma where none of them does. */
function markOf({ rows, delimiter, columns }: CsvTable): ',' | '.' {
  const column = columns.find((title) =>
    (COLUMNS.quantity as readonly string[]).includes(title.toLowerCase()),
  );
  const quantities = rows.map(({ cells }) => cells.get(column ?? '') ?? '');
  return quantities.some((quantity) => /[.,]/.test(quantity))
    ? (decimalMark(quantities, delimiter) ?? ',')
    : ',';
}

const noRows = (file: string): Finding => ({
  rule: 'init/volumes-rows',
  severity: 'error',
  message: 'the table has a header and no rows.',
  remedy: 'Write a row for each service, such as institution;day;78840;253 261.',
  where: { file, row: 2 },
});

const noColumn = (file: string, column: Column, header: readonly string[]): Finding => ({
  rule: 'init/volumes-column',
  severity: 'error',
  message: `there is no column "${column}" among ${header.map((title) => `"${title}"`).join(', ')}.`,
  remedy: 'The header is service;measure;quantity;functions, such as institution;day;78840;253 261.',
  where: { file, row: 1 },
});

function emptyCells(file: string, row: number, cell: (column: Column) => string): Finding[] {
  return (['service', 'measure', 'quantity'] as const)
    .filter((column) => cell(column) === '')
    .map((column) => ({
      rule: 'init/volumes-cell',
      severity: 'error' as const,
      message: `the ${column} is missing.`,
      remedy: 'Fill it in, or take the row out.',
      where: { file, row, column },
    }));
}
