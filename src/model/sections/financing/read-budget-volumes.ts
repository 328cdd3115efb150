// Budgeted volumes of the finance year: a table unit;service;level;month;users;quantity, of which level, month and users
// may be left out.

import { add, type Fraction, fraction, multiply } from '../../../money/fraction.ts';
import { valuesInOrder } from '../../../tables/keys.ts';
import type { BudgetVolume } from '../../financing.ts';
import type { Heir, Service } from '../../model.ts';
import { hasColumns } from '../../tables/has-columns.ts';
import { type CsvTable, complainAt, readNumbers, readTable, type TableRow } from '../../tables/read-table.ts';
import { suggestName } from '../../yaml/nearest-name.ts';
import { missing, readFields, readText } from '../../yaml/read-values.ts';
import type { Spot } from '../../yaml/spot.ts';
import { standingIn } from './financed-units.ts';
import type { FinancingGround } from './financing-ground.ts';

const COLUMNS = ['unit', 'service', 'level', 'month', 'users', 'quantity'] as const;
type Column = (typeof COLUMNS)[number];

/** Budgeted volumes in order of unit, service, level and month, and who decided them. */
export type BudgetVolumes = { readonly volumes: readonly BudgetVolume[]; readonly source?: string };

/** Reads `{ table: data/budget-volumes-2026.csv, source: council budget 2026 }`. A budget moves money: its source has no default. */
export function readBudgetVolumes(spot: Spot, ground: FinancingGround): BudgetVolumes {
  const fields = readFields(spot, 'budget volumes', ['table', 'source']);
  const source = fields.source
    ? readText(fields.source, 'who decided them')
    : missing(spot, 'source', 'Say who decided them: "source: council budget 2026".');
  const file = fields.table
    ? readText(fields.table, 'the path of a table')
    : missing(spot, 'table', 'Name the table: "table: data/budget-volumes-2026.csv".');
  const table = fields.table && file !== undefined ? readTable(fields.table, file) : undefined;
  const rows = table && hasVolumes(table) ? readRows(table, ground) : [];
  return { volumes: joined(rows), ...(source === undefined ? {} : { source }) };
}

function hasVolumes(table: CsvTable): boolean {
  const isWhole = hasColumns(table, { known: COLUMNS, needed: ['unit', 'service', 'quantity'] });
  if (table.rows.length === 0)
    complainAt(
      table,
      { row: 1 },
      {
        rule: 'table',
        message: 'no volume stands in the table.',
        remedy: 'Write a row for what each unit is to do, or leave "volumes" out.',
      },
    );
  return isWhole;
}

/** A row of the table, with the units that stand in the place of the one that it names. */
type VolumeRow = Omit<BudgetVolume, 'unit'> & { readonly heirs: readonly Heir[] };

function readRows(table: CsvTable, ground: FinancingGround): VolumeRow[] {
  const numbers = {
    quantity: readNumbers(table, 'quantity'),
    users: table.columns.includes('users') ? readNumbers(table, 'users') : new Map<number, Fraction>(),
  };
  const seen = new Map<string, number>();
  return table.rows.flatMap((row) => {
    const hand = handOf(table, row);
    const unit = hand.cell('unit');
    const heirs = readUnit(hand, ground);
    const service = readService(hand, ground);
    const level = service ? readLevel(hand, service) : '';
    const month = readMonthCell(hand, ground.year);
    const quantity = notNegative(hand, 'quantity', numbers.quantity.get(row.row));
    const users = notNegative(hand, 'users', numbers.users.get(row.row));
    if (hand.cell('quantity') === '')
      hand.wrong('quantity', 'table', 'the quantity is missing.', 'Write 0 where there is none.');
    if (!service || month === undefined) return [];
    refuseTwice(hand, { unit, service: service.id, level, month }, seen);
    if (!quantity) return [];
    return [
      { heirs, service: service.id, level, month, quantity, ...(users ? { users } : {}), row: row.row },
    ];
  });
}

type Hand = {
  readonly row: number;
  readonly cell: (column: Column) => string;
  readonly wrong: (column: Column, rule: string, message: string, remedy?: string) => void;
};

const handOf = (table: CsvTable, { row, cells }: TableRow): Hand => ({
  row,
  cell: (column) => cells.get(column) ?? '',
  wrong: (column, rule, message, remedy) => complainAt(table, { row, column }, { rule, message, remedy }),
});

function readUnit({ cell, wrong }: Hand, ground: FinancingGround): readonly Heir[] {
  const name = cell('unit');
  if (name === '') {
    wrong('unit', 'table', 'the unit is missing.', 'Say who is to do it.');
    return [];
  }
  const standing = standingIn(name, ground);
  if (standing.wrong) wrong('unit', standing.wrong.rule, standing.wrong.message, standing.wrong.remedy);
  return standing.heirs;
}

function readService({ cell, wrong }: Hand, { services, vocabulary }: FinancingGround): Service | undefined {
  const name = cell('service');
  const service = services.find(({ id }) => id === name);
  if (name === '') wrong('service', 'table', 'the service is missing.', 'Say what is to be done.');
  else if (!service && vocabulary.services.complete)
    wrong(
      'service',
      'unknown-name',
      `no service "${name}".`,
      suggestName(name, [...vocabulary.services.all]),
    );
  else if (service?.open)
    wrong(
      'service',
      'table',
      `"${name}" is open to all: nothing of it is counted.`,
      'Take the row out: an open service has no volume.',
    );
  return service?.open ? undefined : service;
}

function readLevel({ cell, wrong }: Hand, { id, levels }: Service): string {
  const level = cell('level');
  const names = levels.map(({ name }) => name);
  if (level === '' && names.length > 0)
    wrong('level', 'table', `"${id}" has levels, and the row names none.`, `Levels: ${names.join(', ')}.`);
  else if (level !== '' && names.length === 0)
    wrong('level', 'unknown-name', `"${id}" has no levels.`, 'Leave the cell empty.');
  else if (level !== '' && !names.includes(level))
    wrong('level', 'unknown-name', `no level of ${id} "${level}".`, suggestName(level, names));
  return level;
}

/** 1 to 12, "2026-03", or 0 for the whole year where the cell is empty. */
function readMonthCell({ cell, wrong }: Hand, year: number): number | undefined {
  const text = cell('month');
  if (text === '') return 0;
  const [, ofYear = String(year), month] = /^(?:(\d{4})-)?(\d{1,2})$/.exec(text) ?? [];
  if (Number(ofYear) === year && Number(month) >= 1 && Number(month) <= 12) return Number(month);
  wrong(
    'month',
    'table',
    `"${text}" is no month of ${year}.`,
    `Write 1 to 12 or ${year}-03; leave it empty for the whole year.`,
  );
  return undefined;
}

function notNegative(
  { wrong }: Hand,
  column: 'quantity' | 'users',
  value: Fraction | undefined,
): Fraction | undefined {
  if (!value || value.num >= 0n) return value;
  const message = `${column === 'users' ? 'a number of users' : 'a budgeted quantity'} cannot be negative.`;
  wrong(column, 'table', message, 'Write 0 where there is none.');
  return undefined;
}

/** The same is budgeted once: for the whole year or by months, not both. */
function refuseTwice(
  { row, wrong }: Hand,
  place: { readonly unit: string; readonly service: string; readonly level: string; readonly month: number },
  seen: Map<string, number>,
): void {
  const what = `${place.unit}/${place.service}/${place.level}`;
  const before = seen.get(`${what}/${place.month}`);
  const isYear = place.month === 0;
  const other = seen.get(`${what}/${isYear ? 'some month' : 0}`);
  if (before !== undefined)
    wrong('quantity', 'table', `the same is said already in row ${before}.`, 'Keep one of the two rows.');
  else if (other !== undefined)
    wrong(
      'month',
      'table',
      `row ${other} says it ${isYear ? 'by month' : 'for the whole year'}.`,
      'Budget it for the whole year or by months, not both.',
    );
  seen.set(`${what}/${place.month}`, row);
  if (!isYear && !seen.has(`${what}/some month`)) seen.set(`${what}/some month`, row);
}

/** Rows with their heirs as volumes, each with its part; rows that come to speak of the same are one. */
function joined(rows: readonly VolumeRow[]): BudgetVolume[] {
  const sums = new Map<string, BudgetVolume>();
  for (const { heirs, ...row } of rows) {
    const whole = heirs.reduce((sum, { weight }) => sum + weight, 0n);
    for (const { unit, weight } of heirs) {
      const part = fraction(weight, whole);
      const key = [unit, row.service, row.level, String(row.month).padStart(2, '0')].join('/');
      const before = sums.get(key);
      const users = sumUsers(before, row.users && multiply(row.users, part));
      const quantity = multiply(row.quantity, part);
      const { users: _users, ...rest } = row;
      sums.set(key, {
        ...rest,
        unit,
        quantity: before ? add(before.quantity, quantity) : quantity,
        ...(users ? { users } : {}),
      });
    }
  }
  return valuesInOrder(sums);
}

/** Users are known where every row says them. */
const sumUsers = (before: BudgetVolume | undefined, users: Fraction | undefined): Fraction | undefined =>
  before === undefined ? users : users && before.users && add(before.users, users);
