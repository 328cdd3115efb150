// The table of units (units.csv): id;name;kind;provision;groups;responsibilities;parent and numeric columns.

import { byKey } from '../../money/apportion.ts';
import { type Fraction, ZERO } from '../../money/fraction.ts';
import { describeCodes, parseCodes, rangesOverlap } from '../match-code.ts';
import type { CodeRange, CodeSet, Unit, UnitKind } from '../model.ts';
import { type CsvTable, complainAt, readNumbers, type TableRow } from '../tables/read-table.ts';
import { isName } from '../yaml/names.ts';
import { didYouMean, suggestName } from '../yaml/nearest-name.ts';
import { isBuiltInGroup } from './built-in-groups.ts';
import type { RowInHand } from './row-in-hand.ts';
import { isDated, type Period, periodsOverlap, readPeriod } from './unit-periods.ts';
import { readSuccessors, type Successor } from './unit-successors.ts';

const KINDS: readonly UnitKind[] = ['provider', 'support', 'purchaser'];
const PROVISIONS = ['own', 'private', 'municipality'] as const;
const TEXT_COLUMNS = [
  ...['id', 'name', 'kind', 'provision', 'groups', 'responsibilities', 'parent'],
  ...['from', 'to', 'purchaser', 'successor'],
];

/**
 * Reads the rows of a table of units, in order of id and start; no responsibility belongs to two of them at a time.
 */
export function readUnitRows(table: CsvTable): UnitRow[] {
  for (const column of ['id', 'kind']) {
    if (table.columns.includes(column)) continue;
    const message = `the table of units has no column "${column}".`;
    const columns = 'Columns: id, name, kind, provision, groups, responsibilities, parent, and numbers.';
    complainAt(table, { row: 1 }, { rule: 'table', message, remedy: columns });
  }
  if (!table.columns.includes('id')) return [];
  const numbers = numericColumns(table);
  const seen = new Map<string, number>();
  const units = table.rows.flatMap((row) => readUnit(table, row, seen, numbers) ?? []);
  checkGroups(table, units);
  checkAbove(table, units);
  checkResponsibilities(table, units);
  return units.sort((a, b) => byKey(a.unit.id, b.unit.id) || byKey(a.period.from, b.period.from));
}

/** A column is numeric when most of its filled cells are numbers; then those that are not are errors. */
function numericColumns(table: CsvTable): Map<string, Map<number, Fraction>> {
  const numeric = table.columns.filter((column) => {
    if (TEXT_COLUMNS.includes(column)) return false;
    const filled = table.rows.map(({ cells }) => cells.get(column) ?? '').filter((cell) => cell !== '');
    return filled.filter((cell) => /^[-−]?[\d\s.,\u00a0\u202f]+$/.test(cell)).length * 2 > filled.length;
  });
  return new Map(numeric.map((column) => [column, readNumbers(table, column)]));
}

/** A row of the table: a unit as it is during a period, and who takes over when it ends. */
export type UnitRow = {
  readonly unit: Unit;
  readonly row: number;
  readonly period: Period;
  readonly successors: readonly Successor[];
};

function readUnit(
  table: CsvTable,
  { row, cells }: TableRow,
  seen: Map<string, number>,
  numbers: ReadonlyMap<string, ReadonlyMap<number, Fraction>>,
): UnitRow | undefined {
  const hand: RowInHand = {
    cell: (column) => cells.get(column) ?? '',
    wrong: (column, message, remedy) =>
      complainAt(table, { row, column }, { rule: 'table', message, remedy }),
  };
  const period = readPeriod(hand);
  const id = readId(hand, isDated(period) ? new Map() : seen);
  if (id === undefined) return undefined;
  seen.set(id, seen.get(id) ?? row);
  const kind = readWord(hand, 'kind', KINDS);
  if (table.columns.includes('kind') && hand.cell('kind') === '')
    hand.wrong('kind', `the unit "${id}" has no kind.`, `Write one of ${KINDS.join(', ')}.`);
  const [parent, purchaser] = [hand.cell('parent'), hand.cell('purchaser')];
  const unit: Unit = {
    id,
    name: hand.cell('name') || id,
    kind: kind ?? 'provider',
    provision: readWord(hand, 'provision', PROVISIONS) ?? 'own',
    groups: splitNames(hand.cell('groups')),
    responsibilities: readResponsibilities(hand),
    ...(parent === '' ? {} : { parent }),
    ...(purchaser === '' ? {} : { purchaser }),
    columns: new Map(
      [...numbers].flatMap(([name, rows]) => (rows.has(row) ? [[name, rows.get(row) ?? ZERO]] : [])),
    ),
  };
  return { unit, row, period, successors: readSuccessors(hand) };
}

function readId({ cell, wrong }: RowInHand, seen: ReadonlyMap<string, number>): string | undefined {
  const id = cell('id');
  const before = seen.get(id);
  if (id === '') wrong('id', 'the unit has no id.', 'Give every unit a short id, such as solvang.');
  else if (before !== undefined) wrong('id', `the unit "${id}" stands already in row ${before}.`);
  else if (!isName(id))
    wrong('id', `"${id}" cannot be an id.`, 'Use letters, digits, spaces, "-", "." and "_".');
  return id === '' || before !== undefined ? undefined : id;
}

/** One of the given words; undefined where the cell is empty, or holds another (reported). */
function readWord<W extends string>(
  { cell, wrong }: RowInHand,
  column: string,
  words: readonly W[],
): W | undefined {
  const text = cell(column);
  const word = words.find((one) => one === text);
  if (word === undefined && text !== '')
    wrong(column, `expected one of ${words.join(', ')}, found "${text}".`, didYouMean(text, words));
  return word;
}

function readResponsibilities({ cell, wrong }: RowInHand): CodeSet {
  const text = cell('responsibilities');
  const codes = text === '' ? [] : parseCodes(text);
  if (!codes) wrong('responsibilities', `"${text}" are no responsibilities.`, 'Write 4710-4719 4725 or 47*.');
  return codes ?? [];
}

/** Several names in a cell, parted by space, comma or |. */
const splitNames = (text: string): string[] =>
  [...new Set(text.split(/[\s,|]+/).filter((name) => name !== ''))].sort(byKey);

function checkGroups(table: CsvTable, units: readonly UnitRow[]): void {
  const ids = new Set(units.map(({ unit }) => unit.id));
  for (const { unit, row } of units)
    for (const group of unit.groups) {
      const taken = ids.has(group)
        ? 'the id of a unit'
        : isBuiltInGroup(group)
          ? 'a group that every model has'
          : '';
      if (taken === '') continue;
      const message = `"${group}" is ${taken}.`;
      complainAt(
        table,
        { row, column: 'groups' },
        { rule: 'name', message, remedy: 'Give the group another name.' },
      );
    }
}

/** Whoever is above a unit, or purchases of it, is a unit; nobody is above itself. */
function checkAbove(table: CsvTable, units: readonly UnitRow[]): void {
  const kinds = new Map(units.map(({ unit }) => [unit.id, unit.kind]));
  for (const { unit, row } of units) {
    const { purchaser } = unit;
    if (purchaser === undefined || kinds.get(purchaser) === 'purchaser') continue;
    const kind = kinds.get(purchaser);
    const message = kind ? `"${purchaser}" is a ${kind} unit.` : `no unit "${purchaser}".`;
    const remedy = kind ? 'Name a purchaser unit.' : suggestName(purchaser, [...kinds.keys()]);
    complainAt(table, { row, column: 'purchaser' }, { rule: 'unknown-name', message, remedy });
  }
  checkParents(table, units);
}

function checkParents(table: CsvTable, units: readonly UnitRow[]): void {
  const parents = new Map(units.map(({ unit }) => [unit.id, unit.parent]));
  for (const { unit, row } of units) {
    if (unit.parent === undefined) continue;
    const wrong = (message: string, remedy?: string) =>
      complainAt(table, { row, column: 'parent' }, { rule: 'unknown-name', message, remedy });
    if (!parents.has(unit.parent)) {
      wrong(`no unit "${unit.parent}".`, suggestName(unit.parent, [...parents.keys()]));
      continue;
    }
    const path = new Set([unit.id]);
    let above: string | undefined = unit.parent;
    while (above !== undefined && !path.has(above)) {
      path.add(above);
      above = parents.get(above);
    }
    if (above === unit.id) wrong(`"${unit.id}" is above itself: ${[...path, above].join(' → ')}.`);
  }
}

/** No responsibility may belong to two units at the same time. */
function checkResponsibilities(table: CsvTable, units: readonly UnitRow[]): void {
  const all = units.flatMap(({ unit, row, period }) =>
    unit.responsibilities.map((range) => ({ unit, row, period, range })),
  );
  const earlier: { unit: Unit; row: number; period: Period; range: CodeRange }[] = [];
  for (const one of all) {
    const other = earlier.find(
      ({ unit, row, range, period }) =>
        rangesOverlap(range, one.range) &&
        periodsOverlap(period, one.period) &&
        (unit.id !== one.unit.id || row === one.row),
    );
    if (other) {
      const both = `${describeCodes([one.range])} of "${one.unit.id}" and ${describeCodes([other.range])} of "${other.unit.id}"`;
      complainAt(
        table,
        { row: one.row, column: 'responsibilities' },
        {
          rule: 'overlap',
          message: `${both} (row ${other.row}) overlap.`,
          remedy: 'Give every responsibility to one unit.',
        },
      );
    }
    earlier.push(one);
  }
}
