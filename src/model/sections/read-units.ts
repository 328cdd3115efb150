// Units: who does things, who supports, who grants. They stand in a table (units.csv); without one, the whole
// municipality is one unit.

import { byKey } from '../../money/apportion.ts';
import { type Unit, type UnitKind, WHOLE_MUNICIPALITY } from '../model.ts';
import { readTable } from '../tables/read-table.ts';
import { checkNewName, type Names, namesOf, readNames } from '../yaml/names.ts';
import { readEntries, readText } from '../yaml/read-values.ts';
import { complain, type Spot } from '../yaml/spot.ts';
import { isBuiltInGroup, PLURALS } from './built-in-groups.ts';
import { type Organised, type OrganisedAs, organise } from './organise-units.ts';
import { readUnitRows } from './read-unit-rows.ts';

/**
 * The units of a model, the groups they form (sorted ids by name of group), and whether the list is whole. Groups and
 * columns are known also where only units of other years have them.
 */
export type UnitSection = Pick<Organised, 'organisation' | 'replaced'> & {
  readonly units: readonly Unit[];
  readonly names: Names;
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** The numeric columns of the table. */
  readonly columns: Names;
};

const KINDS: readonly UnitKind[] = ['provider', 'support', 'purchaser'];

/** Reads `units:` and `unit-groups:`; both may be absent. */
export function readUnits(
  spot: Spot | undefined,
  groups: Spot | undefined,
  municipality: string,
  as: OrganisedAs,
): UnitSection {
  const file = spot && readText(spot, 'the path of a table of units');
  const table = spot && file !== undefined ? readTable(spot, file) : undefined;
  const rows = table ? readUnitRows(table) : [];
  const organised = table && organise(table, rows, as);
  const units = spot ? (organised?.units ?? []) : [wholeMunicipality(municipality)];
  const replaced = organised?.replaced ?? new Map();
  const names = namesOf(
    'unit',
    [...units.map(({ id }) => id), ...replaced.keys()],
    spot === undefined || table !== undefined,
  );
  const formed = formGroups(
    units,
    rows.flatMap(({ unit }) => unit.groups),
  );
  if (groups) addGroups(groups, names, formed);
  const columns = new Set(rows.flatMap(({ unit }) => [...unit.columns.keys()]));
  return {
    units: units.map((unit) => ({ ...unit, groups: groupsOf(unit, formed) })),
    names,
    groups: formed,
    columns: namesOf('numeric column of the units', columns, names.complete),
    replaced,
    ...(organised?.organisation ? { organisation: organised.organisation } : {}),
  };
}

/** The groups that the table or the model puts a unit in; those that every model has are left out. */
const groupsOf = ({ id }: Unit, groups: ReadonlyMap<string, readonly string[]>): string[] =>
  [...groups]
    .filter(([name, ids]) => ids.includes(id) && !isBuiltInGroup(name))
    .map(([name]) => name)
    .sort(byKey);

const wholeMunicipality = (name: string): Unit => ({
  id: WHOLE_MUNICIPALITY,
  name,
  kind: 'provider',
  provision: 'own',
  groups: [],
  responsibilities: [],
  columns: new Map(),
});

function formGroups(units: readonly Unit[], names: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>([
    ['all units', []],
    ...KINDS.map((kind): [string, string[]] => [PLURALS[kind], []]),
    ...names.map((name): [string, string[]] => [name, []]),
  ]);
  for (const unit of units)
    for (const group of new Set(['all units', PLURALS[unit.kind], ...unit.groups]))
      groups.set(group, [...(groups.get(group) ?? []), unit.id]);
  return groups;
}

function addGroups(spot: Spot, names: Names, groups: Map<string, string[]>): void {
  for (const { key, at, value } of readEntries(spot, 'unit-groups')) {
    checkNewName(key, at);
    const taken = names.all.has(key)
      ? 'the name of a unit'
      : isBuiltInGroup(key)
        ? 'a group that every model has'
        : '';
    if (taken !== '')
      complain(at, {
        rule: 'name',
        message: `"${key}" is ${taken}.`,
        remedy: 'Give the group another name.',
      });
    const members = new Set([...(groups.get(key) ?? []), ...readNames(value, names)]);
    groups.set(key, [...members].sort(byKey));
  }
}
