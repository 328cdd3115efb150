// Reads prices/<name>-own-year.csv back: every number exact, and every mistake of a hand that edited it with its row
// and column.

import type { Finding } from '../findings/finding.ts';
import { type CsvTable, parseTable, type TableRow } from '../model/tables/read-table.ts';
import { suggestName } from '../model/yaml/nearest-name.ts';
import { type Fraction, fraction, multiply, ONE, ZERO } from '../money/fraction.ts';
import { partsPerMeasure } from '../tables/activity.ts';
import type { BaseYear, OwnCost, OwnVolume } from '../tables/financing.ts';
import { readExactNumber } from './exact-number.ts';
import { OWN_YEAR_COLUMNS, type OwnYearColumn, PARTS_PER_HOUR } from './own-year-text.ts';

/** Tells what is wrong in a cell, and how to put it right. */
type Tell = (row: number, column: OwnYearColumn | string, message: string, remedy: string) => void;

/**
 * The own year in `text`, which stands in `file`. Without values when anything is wrong; all that is wrong is told at
 * once.
 */
export function readOwnYear(
  text: string,
  file: string,
): { readonly values?: BaseYear; readonly findings: Finding[] } {
  const findings: Finding[] = [];
  const table = parseTable({ file, reading: { findings } }, new TextEncoder().encode(text));
  const found = findings.map(asOwnYear);
  const tell: Tell = (row, column, message, remedy) =>
    found.push({ rule: RULE, severity: 'error', message, remedy, where: { file, row, column } });
  if (!table || found.length > 0 || !hasColumns(table, tell)) return { findings: found };
  const rows = table.rows.map((row) => readRow(row, tell));
  tellRepeated(rows, tell);
  if (rows.length === 0) tell(1, 'kind', 'the table has no rows.', ADOPT_AGAIN);
  if (found.length > 0) return { findings: found };
  return {
    values: {
      costs: rows.flatMap(({ cost = [] }) => cost),
      volumes: rows.flatMap(({ volume = [] }) => volume),
    },
    findings: found,
  };
}

const RULE = 'prices/own-year-file';
const ADOPT_AGAIN = 'Adopt the prices again, which writes it.';

/** What reading any table tells, as told of this one. */
const asOwnYear = (finding: Finding): Finding => ({
  ...finding,
  rule: RULE,
  remedy: finding.remedy ?? 'Correct it, or adopt the prices again.',
});

function hasColumns({ columns }: CsvTable, tell: Tell): boolean {
  const missing = OWN_YEAR_COLUMNS.filter((column) => !columns.includes(column));
  const unknown = columns.filter((column) => !OWN_YEAR_COLUMNS.some((known) => known === column));
  for (const column of missing) tell(1, column, `the column "${column}" is missing.`, ADOPT_AGAIN);
  for (const column of unknown)
    tell(1, column, `no column "${column}" is known here.`, suggestName(column, missing) ?? 'Take it out.');
  return missing.length === 0 && unknown.length === 0;
}

/** A row as far as it can be read; what is wrong with it has been told. */
type ReadRow = {
  readonly row: number;
  readonly of: readonly string[];
  readonly cost?: OwnCost;
  readonly volume?: OwnVolume;
};

/** Cells that a row of a kind must not fill: they would say what nobody reads. */
const NOT_FOR: { readonly [kind in 'cost' | 'volume']: readonly OwnYearColumn[] } = {
  cost: ['quantity', 'measure', 'hours'],
  volume: ['nature', 'paid-as', 'kroner', 'growth'],
};

function readRow({ row, cells }: TableRow, tell: Tell): ReadRow {
  const text = (column: OwnYearColumn): string => cells.get(column) ?? '';
  const wrong = (column: OwnYearColumn, message: string, remedy: string): void =>
    tell(row, column, message, remedy);
  const kind = text('kind');
  if (kind !== 'cost' && kind !== 'volume') {
    wrong('kind', `"${kind}" is not as expected.`, 'Write cost or volume.');
    return { row, of: [] };
  }
  for (const column of NOT_FOR[kind])
    if (text(column) !== '')
      wrong(
        column,
        `a ${kind} has no "${column}".`,
        `Leave the cell empty, or make the row a ${OTHER[kind]}.`,
      );
  const cellsOf: RowCells = { text, wrong };
  if (kind === 'cost') {
    const cost = readCost(cellsOf);
    return { row, of: [kind, cost.unit, cost.service, cost.level, cost.nature, cost.paidAs], cost };
  }
  const volume = readVolume(cellsOf);
  return { row, of: [kind, volume.unit, volume.service, volume.level], volume };
}

const OTHER = { cost: 'volume', volume: 'cost' } as const;

type RowCells = {
  readonly text: (column: OwnYearColumn) => string;
  readonly wrong: (column: OwnYearColumn, message: string, remedy: string) => void;
};

function readCost({ text, wrong }: RowCells): OwnCost {
  const paidAs = text('paid-as');
  const [service, level, nature] = [text('service'), text('level'), text('nature')];
  if (paidAs !== 'price' && paidAs !== 'base')
    wrong('paid-as', `"${paidAs}" is not as expected.`, 'Write price or base.');
  if (paidAs === 'price' && service === '')
    wrong('service', 'what is paid by price is of no service.', 'Name the service, or write base.');
  if (paidAs === 'base' && (service !== '' || level !== ''))
    wrong('service', 'what is paid as base is of the whole unit.', 'Leave service and level empty.');
  if (nature === '') wrong('nature', 'the nature is missing.', 'Name it as the model does, such as wages.');
  const kroner = number({ text, wrong }, 'kroner', '46332000.00') ?? ZERO;
  const ore = multiply(kroner, fraction(100n));
  if (ore.den !== 1n) wrong('kroner', `${text('kroner')} is no whole øre.`, 'Write two decimals at most.');
  const growth = number({ text, wrong }, 'growth', '1.042') ?? ONE;
  if (growth.num < 0n)
    wrong('growth', 'a growth factor is not below zero.', 'Write 1.042 where it is 4.2 per cent.');
  return {
    ...{ unit: text('unit'), service, level, nature, growth },
    paidAs: paidAs === 'base' ? 'base' : 'price',
    costOre: ore.num,
  };
}

function readVolume({ text, wrong }: RowCells): OwnVolume {
  const [service, measure] = [text('service'), text('measure')];
  if (service === '') wrong('service', 'a volume is of no service.', 'Name the service.');
  const quantity = number({ text, wrong }, 'quantity', '55000') ?? ZERO;
  const parts = multiply(quantity, fraction(partsPerMeasure(measure)));
  if (measure === '' && quantity.num !== 0n)
    wrong('measure', 'the measure is missing.', 'Name it as the model does, such as hour.');
  else if (parts.num < 0n || parts.den !== 1n)
    wrong(
      'quantity',
      `${text('quantity')} is below zero, or finer than what is counted in.`,
      'Hours are counted in tenths of a second, all else in thousandths.',
    );
  const volume = { unit: text('unit'), service, level: text('level'), parts: parts.num };
  if (text('hours') === '') return volume;
  const hours = number({ text, wrong }, 'hours', '99000') ?? ZERO;
  if (hours.num < 0n)
    wrong('hours', 'paid hours are below zero.', 'Leave the cell empty if they are unknown.');
  return { ...volume, hourParts: multiply(hours, PARTS_PER_HOUR) };
}

function number({ text, wrong }: RowCells, column: OwnYearColumn, example: string): Fraction | undefined {
  const value = readExactNumber(text(column));
  if (!value)
    wrong(
      column,
      text(column) === '' ? `"${column}" is missing.` : `"${text(column)}" is no number.`,
      `Write it as ${example}, or as a fraction such as 7/3.`,
    );
  return value;
}

function tellRepeated(rows: readonly ReadRow[], tell: Tell): void {
  const seen = new Map<string, number>();
  for (const { row, of } of rows) {
    const key = of.join('\u0000');
    const before = of.length === 0 ? undefined : seen.get(key);
    const name = of.filter((code) => code !== '').join(' · ');
    if (before !== undefined)
      tell(row, 'kind', `row ${before} is of ${name} too.`, 'Keep the one that was adopted.');
    else seen.set(key, row);
  }
}
