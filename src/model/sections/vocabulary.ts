// What a `to:` or `units:` may name, and how it is spelled out into ids.

import { byKey } from '../../money/apportion.ts';
import type { Target } from '../model.ts';
import type { Names } from '../yaml/names.ts';
import { suggestName } from '../yaml/nearest-name.ts';
import { readList, readText } from '../yaml/read-values.ts';
import { complain, type Spot } from '../yaml/spot.ts';

type Groups = ReadonlyMap<string, readonly string[]>;

/** The names in force. Groups are spelled out: sorted ids by name of group. */
export type Vocabulary = {
  readonly units: Names;
  readonly unitGroups: Groups;
  readonly services: Names;
  readonly serviceGroups: Groups;
  readonly activities: Names;
};

/** What a `to:` says: a target, the posting's own unit, or that the cost is no part of the price. */
export type Towards =
  | { readonly kind: 'own-unit' }
  | { readonly kind: 'not-in-price' }
  | { readonly kind: 'target'; readonly target: Target };

const members = (name: string, names: Names, groups: Groups): readonly string[] | undefined =>
  names.all.has(name) ? [name] : groups.get(name);

/** Units and groups of units, spelled out; unknown names are reported. */
export function readUnitNames(spot: Spot, vocabulary: Vocabulary): string[] {
  const { units, unitGroups } = vocabulary;
  const found = readList(spot).flatMap((item) => {
    const name = readText(item, 'the name of a unit or a group of units');
    if (name === undefined) return [];
    const ids = members(name, units, unitGroups);
    if (!ids && units.complete) {
      const known = [...units.all, ...unitGroups.keys()];
      const message = `no unit or group of units "${name}".`;
      complain(item, { rule: 'unknown-name', message, remedy: suggestName(name, known) });
    }
    return ids ?? [];
  });
  return [...new Set(found)].sort(byKey);
}

/** One name of a `to:` as a target, or what it says instead. */
type Part = Towards | { readonly kind: 'unknown' };

/** Reads a `to:`; undefined when it cannot be understood (reported). */
export function readTowards(spot: Spot, vocabulary: Vocabulary): Towards | undefined {
  const parts = readList(spot).flatMap((item): Part[] => {
    const name = readText(item, 'where the cost goes');
    return name === undefined ? [{ kind: 'unknown' }] : [readPart(name, item, vocabulary)];
  });
  const [first] = parts;
  if (!first || parts.some(({ kind }) => kind === 'unknown')) return undefined;
  if (parts.length === 1) return first.kind === 'unknown' ? undefined : first;
  const targets = parts.flatMap((part) => (part.kind === 'target' ? [part.target] : []));
  const shape = (target: Target) => `${target.kind}/${'own' in target ? target.own : false}`;
  if (targets.length < parts.length || targets.some((target) => shape(target) !== shape(targets[0]!))) {
    complain(spot, {
      rule: 'mixed-target',
      message: 'a list under "to" holds either units, services, own services or own activities.',
      remedy: 'Send the cost to one kind; let units pass it on by a rule under "centres".',
    });
    return undefined;
  }
  return { kind: 'target', target: targets.reduce(joinTargets) };
}

function joinTargets(a: Target, b: Target): Target {
  const join = (one: readonly string[], two: readonly string[]) => [...new Set([...one, ...two])].sort(byKey);
  if (a.kind === 'units' && b.kind === 'units') return { ...a, units: join(a.units, b.units) };
  if (a.kind === 'services' && b.kind === 'services') return { ...a, services: join(a.services, b.services) };
  if (a.kind === 'activities' && b.kind === 'activities')
    return { ...a, activities: join(a.activities, b.activities) };
  return a;
}

function readPart(name: string, spot: Spot, vocabulary: Vocabulary): Part {
  if (name === 'own unit') return { kind: 'own-unit' };
  if (name === 'not-in-price') return { kind: 'not-in-price' };
  const target = name.startsWith('own ')
    ? ownTarget(name.slice(4), vocabulary)
    : anyTarget(name, spot, vocabulary);
  if (target === 'reported') return { kind: 'unknown' };
  if (target) {
    if (membersOf(target).length === 0) {
      const message = `"${name}" holds nothing in this model: what goes there would be parked.`;
      complain(spot, {
        rule: 'empty-group',
        severity: 'warning',
        message,
        remedy: 'Send the cost elsewhere.',
      });
    }
    return { kind: 'target', target };
  }
  if (vocabulary.units.complete && vocabulary.services.complete && vocabulary.activities.complete) {
    const known = knownTargets(vocabulary);
    complain(spot, {
      rule: 'unknown-name',
      message: `"to" names "${name}", which is no service, unit or group.`,
      remedy: suggestName(name, known),
    });
  }
  return { kind: 'unknown' };
}

function membersOf(target: Target): readonly string[] {
  if (target.kind === 'units') return target.units;
  return target.kind === 'services' ? target.services : target.activities;
}

function ownTarget(name: string, { services, serviceGroups, activities }: Vocabulary): Target | undefined {
  if (name === 'services') return { kind: 'services', services: [...services.all].sort(byKey), own: true };
  if (name === 'activities')
    return { kind: 'activities', activities: [...activities.all].sort(byKey), own: true };
  const ids = members(name, services, serviceGroups);
  if (ids) return { kind: 'services', services: ids, own: true };
  return activities.all.has(name) ? { kind: 'activities', activities: [name], own: true } : undefined;
}

function anyTarget(name: string, spot: Spot, vocabulary: Vocabulary): Target | 'reported' | undefined {
  const units = members(name, vocabulary.units, vocabulary.unitGroups);
  const services = members(name, vocabulary.services, vocabulary.serviceGroups);
  if (units && services) {
    const message = `"${name}" names both units and services.`;
    complain(spot, { rule: 'ambiguous-name', message, remedy: 'Give one of the two another name.' });
    return 'reported';
  }
  if (units) return { kind: 'units', units };
  if (services) return { kind: 'services', services, own: false };
  if (!vocabulary.activities.all.has(name)) return undefined;
  const message = `"${name}" is an activity, which every unit has for itself.`;
  complain(spot, { rule: 'expected', message, remedy: `Write "own ${name}".` });
  return 'reported';
}

function knownTargets({ units, unitGroups, services, serviceGroups, activities }: Vocabulary): string[] {
  const own = [
    'unit',
    'services',
    ...(activities.all.size > 0 ? ['activities'] : []),
    ...services.all,
    ...serviceGroups.keys(),
  ];
  return [
    ...services.all,
    ...serviceGroups.keys(),
    ...units.all,
    ...unitGroups.keys(),
    ...own.map((name) => `own ${name}`),
    'not-in-price',
  ];
}
