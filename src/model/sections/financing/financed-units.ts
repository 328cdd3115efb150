// Units that the financing section names: those of the finance year, and who stands in the place of one that has ended.

import { byKey } from '../../../money/apportion.ts';
import type { Heir, UnitKind } from '../../model.ts';
import { suggestName } from '../../yaml/nearest-name.ts';
import { readList, readText } from '../../yaml/read-values.ts';
import { type Complaint, complain, type Spot } from '../../yaml/spot.ts';
import type { FinancingGround } from './financing-ground.ts';

type Ground = Pick<FinancingGround, 'year' | 'units'>;

/** Whom a name stands for in the finance year, by weight (none where it is not known), and what is wrong with it. */
export type Standing = { readonly heirs: readonly Heir[]; readonly wrong?: Complaint };

/** The units that a name stands for: itself, or its heirs. `kind` says which units may be named here. */
export function standingIn(name: string, { year, units }: Ground, kind: UnitKind = 'provider'): Standing {
  const unit = units.units.find(({ id }) => id === name);
  if (unit && unit.kind !== kind) {
    const message = `"${name}" is a ${unit.kind} unit.`;
    return { heirs: [], wrong: { rule: 'expected', message, remedy: `Name a ${kind} unit.` } };
  }
  if (unit) return { heirs: [{ unit: name, weight: 1n }] };
  const heirs = units.replaced.get(name);
  if (heirs && heirs.length > 0) return { heirs };
  if (heirs) {
    const message = `the unit "${name}" is not there in ${year}.`;
    return {
      heirs: [],
      wrong: { rule: 'unknown-name', message, remedy: 'Name a unit that is there in the finance year.' },
    };
  }
  if (!units.names.complete) return { heirs: [] };
  const remedy = suggestName(name, [...units.names.all]);
  return { heirs: [], wrong: { rule: 'unknown-name', message: `no unit "${name}".`, remedy } };
}

/** The unit named at a spot, by its heirs; what is wrong is said there. */
export function readStanding(spot: Spot, ground: Ground, kind?: UnitKind): readonly Heir[] {
  const name = readText(spot, 'the name of a unit');
  return name === undefined ? [] : sayStanding(name, spot, ground, kind);
}

/** As readStanding, for a name already read (a key of a map). */
export function sayStanding(name: string, spot: Spot, ground: Ground, kind?: UnitKind): readonly Heir[] {
  const { heirs, wrong } = standingIn(name, ground, kind);
  if (wrong) complain(spot, wrong);
  return heirs;
}

/**
 * Provider units and groups of units, spelled out and in order; of a group its providers. A unit that provides nothing
 * and a group without providers are told.
 */
export function readFinancedUnits(spot: Spot, ground: Ground): string[] {
  const { units } = ground;
  const found = readList(spot).flatMap((item) => {
    const name = readText(item, 'the name of a unit or a group of units');
    if (name === undefined) return [];
    const group = units.names.all.has(name) ? undefined : units.groups.get(name);
    if (group) return providersOf(group, name, item, ground);
    if (!units.names.all.has(name) && units.names.complete) {
      const message = `no unit or group of units "${name}".`;
      const remedy = suggestName(name, [...units.names.all, ...units.groups.keys()]);
      complain(item, { rule: 'unknown-name', message, remedy });
      return [];
    }
    return sayStanding(name, item, ground).map(({ unit }) => unit);
  });
  return [...new Set(found)].sort(byKey);
}

function providersOf(
  ids: readonly string[],
  group: string,
  spot: Spot,
  { year, units }: Ground,
): readonly string[] {
  const providers = units.units.filter(({ id, kind }) => kind === 'provider' && ids.includes(id));
  if (providers.length === 0) {
    const message = `"${group}" holds no provider unit in ${year}: nobody is financed so.`;
    complain(spot, { rule: 'empty-group', message, remedy: 'Name units or groups that provide services.' });
  }
  return providers.map(({ id }) => id);
}
