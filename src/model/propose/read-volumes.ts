// The table of yearly volumes that `innsats init` is given: one row a service, with its measure, its quantity and the
// functions that its money stands on. Column names may be Norwegian, Swedish, Danish or English.

import { parse } from 'csv-parse/sync';
import type { Finding } from '../../findings/finding.ts';
import { decimalMark, decodeText } from '../tables/read-table.ts';
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

const MEASURES: Readonly<Record<string, string>> = {
  time: 'hour',
  timer: 'hour',
  hours: 'hour',
  timme: 'hour',
  timmar: 'hour',
  døgn: 'day',
  dygn: 'day',
  days: 'day',
  dag: 'day',
  dager: 'day',
  dage: 'day',
  dagar: 'day',
  måned: 'month',
  måneder: 'month',
  månad: 'month',
  months: 'month',
  elev: 'pupil',
  elever: 'pupil',
  pupils: 'pupil',
  barn: 'child',
  children: 'child',
};

/** The table, or what is wrong with it: file, row, column and how to put it right. */
export function readVolumes(
  bytes: Uint8Array,
  file: string,
): VolumesTable | { readonly findings: readonly Finding[] } {
  const records = parse(decodeText(bytes), {
    bom: true,
    delimiter: [';', ',', '\t'],
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  }) as string[][];
  const [header = [], ...body] = records;
  const at = (column: Column): number =>
    header.findIndex((title) => (COLUMNS[column] as readonly string[]).includes(title.toLowerCase()));
  const missing = (Object.keys(COLUMNS) as Column[]).filter((column) => at(column) < 0);
  if (missing.length > 0) return { findings: missing.map((column) => noColumn(file, column, header)) };
  const cell = (row: readonly string[], column: Column): string => row[at(column)] ?? '';
  const findings = body.flatMap((row, i) => emptyCells(file, i + 2, (column) => cell(row, column)));
  if (findings.length > 0) return { findings };
  return {
    rows: body.map((row) => ({
      service: cell(row, 'service'),
      measure: MEASURES[cell(row, 'measure').toLowerCase()] ?? cell(row, 'measure').toLowerCase(),
      quantity: cell(row, 'quantity'),
      functions: cell(row, 'functions')
        .split(/[\s+|/]+/)
        .filter((code) => code !== ''),
    })),
    columns: { service: header[at('service')]!, quantity: header[at('quantity')]! },
    decimal: markOf(body.map((row) => cell(row, 'quantity'))),
  };
}

/** The mark that the quantities show; a comma where none of them does. */
const markOf = (quantities: readonly string[]): ',' | '.' =>
  quantities.some((quantity) => /[.,]/.test(quantity)) ? (decimalMark(quantities, ';') ?? ',') : ',';

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
