// Drivers: what makes a cost vary, and by which it is shared.

import { add, compare, type Fraction, ONE, toDecimal, ZERO } from '../../money/fraction.ts';
import type { Driver, DriverRule, Level, Unit } from '../model.ts';
import { checkName, checkNewName, type Names, namesOf, readName, readNames } from '../yaml/names.ts';
import {
  type Entry,
  type Fields,
  readChoice,
  readEntries,
  readFields,
  readNonNegative,
  readPositive,
  readShare,
  readText,
} from '../yaml/read-values.ts';
import { complain, locationOf, type Spot } from '../yaml/spot.ts';
import { readTableRule } from './read-driver-table.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What drivers refer to, besides units, services and activities. */
export type DriverNames = {
  readonly vocabulary: Vocabulary;
  readonly columns: Names;
  readonly units: readonly Unit[];
  readonly pools: Names;
  readonly levels: ReadonlyMap<string, readonly Level[]>;
};

const KINDS = ['column', 'table', 'shares', 'minutes', 'amount'] as const;
const KEYS = [...KINDS, 'capacity', 'source', 'negative'] as const;
type Key = (typeof KEYS)[number];

/** Drivers that every model has. */
export const BUILT_IN: readonly { readonly name: string; readonly kind: 'quantity' | 'equal' }[] = [
  { name: 'volumes', kind: 'quantity' },
  { name: 'equal', kind: 'equal' },
];

/** Reads `drivers:`, which may be absent, by name; the built-in ones included. `spot` is where costing stands. */
export function readDrivers(entries: readonly Entry[], spot: Spot, names: DriverNames): Map<string, Driver> {
  const at = locationOf(spot);
  const drivers = new Map<string, Driver>(
    BUILT_IN.map(({ name, kind }) => [name, { name, kind, negative: 'refuse', at }]),
  );
  for (const entry of entries) {
    checkNewName(entry.key, entry.at);
    if (BUILT_IN.some(({ name }) => name === entry.key)) {
      const message = `"${entry.key}" is a driver that every model has.`;
      complain(entry.at, { rule: 'name', message, remedy: 'Give yours another name.' });
      continue;
    }
    const driver = readDriver(entry, names);
    if (driver) drivers.set(entry.key, driver);
  }
  return drivers;
}

function readDriver({ key, at, value }: Entry, names: DriverNames): Driver | undefined {
  const fields = readFields(value, 'a driver', KEYS);
  const negative =
    (fields.negative && readChoice(fields.negative, ['refuse', 'zero', 'magnitude'])) ?? 'refuse';
  const source = fields.source && readText(fields.source);
  const kinds = KINDS.filter((kind) => fields[kind]);
  if (kinds.length !== 1) {
    complain(at, {
      rule: 'expected',
      message: `expected exactly one of ${KINDS.join(', ')} in the driver "${key}", found ${kinds.length}.`,
    });
    return undefined;
  }
  if (fields.capacity && !fields.minutes)
    complain(fields.capacity, {
      rule: 'unknown-key',
      message: '"capacity" is for drivers with "minutes".',
      remedy: 'Leave it out, or state minutes per measure.',
    });
  const rule = readRule(fields, names, negative === 'refuse');
  return (
    rule && { ...rule, name: key, ...(source === undefined ? {} : { source }), negative, at: locationOf(at) }
  );
}

function readRule(fields: Fields<Key>, names: DriverNames, refuseNegative: boolean): DriverRule | undefined {
  if (fields.column) {
    const column = readName(fields.column, names.columns);
    return column === undefined ? undefined : { kind: 'column', column };
  }
  if (fields.table) return readTableRule(fields.table, names.vocabulary, refuseNegative);
  if (fields.shares) return readShares(fields.shares, names.vocabulary);
  if (fields.minutes) {
    const minutes = readMinutes(fields.minutes, names);
    const capacity = fields.capacity && readCapacity(fields.capacity, names);
    return { kind: 'minutes', minutes, ...(capacity ? { capacity } : {}) };
  }
  return fields.amount && { kind: 'amount', pools: readNames(fields.amount, names.pools) };
}

function readShares(spot: Spot, { units, services, activities }: Vocabulary): DriverRule {
  const known = namesOf(
    'unit, service or activity',
    [...units.all, ...services.all, ...activities.all],
    units.complete && services.complete,
  );
  const shares = new Map<string, Fraction>();
  let sum = ZERO;
  let whole = true;
  for (const { key, at, value } of readEntries(spot, 'shares')) {
    checkName(key, at, known);
    const share = readShare(value);
    if (!share) whole = false;
    else sum = add(sum, share);
    shares.set(key, share ?? ZERO);
  }
  if (whole && compare(sum, ONE) !== 0)
    complain(spot, {
      rule: 'shares',
      message: `the shares sum to ${toDecimal({ num: sum.num * 100n, den: sum.den }, 2)} %, not 100 %.`,
      remedy: 'Write shares that sum to 100 %; thirds may be written 1/3.',
    });
  return { kind: 'shares', shares };
}

/** `{ home-nursing: 60, nursing-home: { ordinary: 290 } }`: minutes per measure, by level where given. */
function readMinutes(
  spot: Spot,
  { vocabulary, levels }: DriverNames,
): Map<string, ReadonlyMap<string, Fraction>> {
  const minutes = new Map<string, ReadonlyMap<string, Fraction>>();
  for (const { key, at, value } of readEntries(spot, 'minutes')) {
    if (checkName(key, at, vocabulary.services) === undefined) continue;
    if (!(value.node && 'items' in value.node)) {
      const each = readNonNegative(value, 'minutes per measure');
      if (each) minutes.set(key, new Map([['', each]]));
      continue;
    }
    const known = namesOf(
      `level of ${key}`,
      (levels.get(key) ?? []).map(({ name }) => name),
    );
    const byLevel = readEntries(value, 'minutes by level').flatMap((entry): [string, Fraction][] => {
      const each = readNonNegative(entry.value, 'minutes per measure');
      return checkName(entry.key, entry.at, known) !== undefined && each ? [[entry.key, each]] : [];
    });
    minutes.set(key, new Map(byLevel));
  }
  return minutes;
}

/** Minutes: a number for every unit, `{ unit: number }`, or `{ column: name }` of the table of units (where filled). */
function readCapacity(spot: Spot, { vocabulary, columns, units }: DriverNames): Map<string, Fraction> {
  const capacity = new Map<string, Fraction>();
  if (!(spot.node && 'items' in spot.node)) {
    const minutes = readPositive(spot, 'a capacity in minutes');
    if (minutes) capacity.set('', minutes);
    return capacity;
  }
  for (const { key, at, value } of readEntries(spot, 'capacity')) {
    if (key === 'column') {
      const column = readName(value, columns) ?? '';
      for (const { id, columns: own } of units) {
        const minutes = own.get(column);
        if (minutes) capacity.set(id, minutes);
      }
      continue;
    }
    const minutes = readPositive(value, 'a capacity in minutes');
    if (checkName(key, at, vocabulary.units) !== undefined && minutes) capacity.set(key, minutes);
  }
  return capacity;
}
