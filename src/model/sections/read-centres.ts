// Centres and activities: what passes on the cost that reaches it, by a driver, to those whom it serves.

import { byKey } from '../../money/apportion.ts';
import type { Centre, Target } from '../model.ts';
import { checkNewName, readName } from '../yaml/names.ts';
import { suggestName } from '../yaml/nearest-name.ts';
import { type Entry, type Fields, missing, readFields } from '../yaml/read-values.ts';
import { complain, locationOf, type Spot } from '../yaml/spot.ts';
import type { PoolNames } from './read-pools.ts';
import { readTowards, readUnitNames } from './vocabulary.ts';

type CentreNames = Pick<PoolNames, 'vocabulary' | 'drivers'>;

/** Reads `centres:` (a unit or a group of units hands on) in order; the first that names a unit wins. */
export function readCentres(entries: readonly Entry[], names: CentreNames): Centre[] {
  const { units, unitGroups } = names.vocabulary;
  const taken = new Set<string>();
  return entries.flatMap(({ key, at, value }): Centre[] => {
    const ids = units.all.has(key) ? [key] : unitGroups.get(key);
    if (!ids && units.complete) {
      const remedy = suggestName(key, [...units.all, ...unitGroups.keys()]);
      complain(at, { rule: 'unknown-name', message: `no unit or group of units "${key}".`, remedy });
    }
    if (ids && ids.length > 0 && ids.every((id) => taken.has(id)))
      complain(at, {
        rule: 'never-reached',
        severity: 'warning',
        message: `every unit of "${key}" has a rule above: this one is never used.`,
        remedy: 'Put the narrower rule first.',
      });
    for (const id of ids ?? []) taken.add(id);
    const passed = readPassing(readFields(value, 'a centre', ['driver', 'to']), at, names);
    return passed && ids ? [{ name: key, units: ids, ...passed, at: locationOf(at) }] : [];
  });
}

/** Reads `activities:`; each stands at the units it names, or at all. */
export function readActivities(entries: readonly Entry[], names: CentreNames): Centre[] {
  return entries.flatMap(({ key, at, value }): Centre[] => {
    checkNewName(key, at);
    const fields = readFields(value, 'an activity', ['driver', 'to', 'units']);
    const passed = readPassing(fields, at, names);
    const units = fields.units
      ? readUnitNames(fields.units, names.vocabulary)
      : [...names.vocabulary.units.all].sort(byKey);
    return passed ? [{ name: key, units, activity: key, ...passed, at: locationOf(at) }] : [];
  });
}

type Passing = Fields<'driver' | 'to'>;

function readPassing(
  fields: Passing,
  at: Spot,
  names: CentreNames,
): { driver: string; to: Target } | undefined {
  const towards = fields.to
    ? readTowards(fields.to, names.vocabulary)
    : missing(at, 'to', 'Say to whom the cost is passed on: "to: own services".');
  const driver = fields.driver
    ? readName(fields.driver, names.drivers)
    : missing(
        at,
        'driver',
        'Say what it is shared by: "driver: volumes", or one that you declare under "drivers".',
      );
  if (fields.to && towards && towards.kind !== 'target') {
    complain(fields.to, {
      rule: 'expected',
      message: 'cost is passed on to units or services; it cannot stay or leave the price here.',
      remedy: 'Name a unit, a service or a group, or "own services".',
    });
    return undefined;
  }
  return towards?.kind === 'target' && driver !== undefined ? { driver, to: towards.target } : undefined;
}
