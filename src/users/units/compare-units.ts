// Every unit's unit cost beside its sisters' and its own last year, service by service; each provision, and the service,
// computed again from its parts.

import { type Model, WHOLE_MUNICIPALITY } from '../../model/model.ts';
import { byKey } from '../../money/apportion.ts';
import { fraction } from '../../money/fraction.ts';
import { partsPerMeasure } from '../../tables/activity.ts';
import type { CostObject } from '../../tables/costs.ts';
import { keyOf } from '../../tables/keys.ts';
import type { Outliers, ProvisionOrAll, UnitFigures, UnitYear, UserCosts } from '../../tables/users.ts';
import { outliersAt } from '../outliers/find-outliers.ts';
import { needAdjusted, type ObjectNeed, objectNeeds } from './need.ts';
import { type ObjectUse, objectUses } from './object-use.ts';
import { splitChange } from './split-change.ts';

export type UnitsInput = {
  readonly model: Model;
  readonly objects: readonly CostObject[];
  readonly users: UserCosts;
  readonly outliers?: Outliers;
  /** The objects of the year before; absent where it is not known. */
  readonly last?: readonly CostObject[];
  /** Place-days of the year by unit. */
  readonly places: ReadonlyMap<string, bigint>;
  /** Øre that users paid, by unit. */
  readonly fees: ReadonlyMap<string, bigint>;
};

type Group = {
  readonly unit: string;
  readonly provision: ProvisionOrAll;
  readonly units: ReadonlySet<string>;
};

/** Rows by service in order of id: the service, each provision where there are several, then its units by id. */
export function compareUnits(input: UnitsInput): UnitYear[] {
  const { model, objects } = input;
  const measured = new Set(model.services.filter(({ open }) => !open).map(({ id }) => id));
  const services = [...new Set(objects.map(({ service }) => service))].filter((id) => measured.has(id));
  return services.sort(byKey).flatMap((service) => compareService(input, service));
}

function compareService(input: UnitsInput, service: string): UnitYear[] {
  const { model, users } = input;
  const own = input.objects.filter((object) => object.service === service);
  const last = input.last?.filter((object) => object.service === service);
  const isOutlier = input.outliers ? outliersAt(input.outliers, service) : new Set<string>();
  const uses = objectUses(users.cells, model.costing.volumes, service, isOutlier);
  const levels = model.services.find(({ id }) => id === service)?.levels ?? [];
  const needs = objectNeeds(levels, users.needUnit, uses);
  const ground: Ground = { input, service, own, uses, needs, last };
  const units = [...new Set([...own, ...(last ?? [])].map(({ unit }) => unit))].sort(byKey);
  const rows = groupsOf(model, units).map((group) => unitYear(ground, group));
  return rows.filter((row) => row.costOre !== 0n || row.parts > 0n || row.last !== undefined);
}

type Ground = {
  readonly input: UnitsInput;
  readonly service: string;
  readonly own: readonly CostObject[];
  readonly uses: readonly ObjectUse[];
  readonly needs: readonly ObjectNeed[];
  readonly last: readonly CostObject[] | undefined;
};

function groupsOf({ units: known }: Model, units: readonly string[]): Group[] {
  const provisionOf = (id: string): ProvisionOrAll =>
    known.find((unit) => unit.id === id)?.provision ?? 'own';
  const provisions = [...new Set(units.map(provisionOf))].sort(byKey);
  const all: Group = { unit: '', provision: '', units: new Set(units) };
  const each = units.map((unit): Group => ({ unit, provision: provisionOf(unit), units: new Set([unit]) }));
  const together = provisions.map(
    (provision): Group => ({
      unit: '',
      provision,
      units: new Set(units.filter((unit) => provisionOf(unit) === provision)),
    }),
  );
  return [all, ...(provisions.length > 1 ? together : []), ...each];
}

function unitYear({ input, service, own, uses, needs, last }: Ground, group: Group): UnitYear {
  const { unit, provision, units } = group;
  const at = <T extends { readonly unit: string }>(list: readonly T[]): T[] =>
    list.filter((one) => units.has(one.unit));
  const [mine, used, before] = [at(own), at(uses), at(last ?? [])];
  const measure = mine[0]?.measure ?? before[0]?.measure ?? '';
  const figures = figuresOf(mine, measure, distinct(used.map(({ users }) => users)));
  const [granted, delivered] = [sum(used, 'grantedParts'), sum(used, 'deliveredParts')];
  const perGranted = rate(figures.costOre, granted, measure);
  const perDelivered = rate(figures.costOre, delivered, measure);
  const adjusted = needAdjusted(needs, units, figures.costOre, measure);
  const occupancy = measure === 'day' ? occupancyOf(input, units) : undefined;
  return {
    ...{ service, unit, provision, measure, ...figures },
    ...{ grantedParts: granted, deliveredParts: delivered },
    ...(perGranted ? { perGranted } : {}),
    ...(perDelivered ? { perDelivered } : {}),
    ...(adjusted ? { needAdjusted: adjusted } : {}),
    ...(occupancy ? { occupancy } : {}),
    feesOre: [...units].reduce((all, id) => all + (input.fees.get(id) ?? 0n), 0n),
    ...(input.outliers ? { ordinary: ordinary(figures, used, measure) } : {}),
    ...(last && before.length > 0 ? { last: lastYear(before, mine, measure) } : {}),
  };
}

const rate = (costOre: bigint, parts: bigint, measure: string) =>
  parts > 0n && measure !== '' ? fraction(costOre * partsPerMeasure(measure), parts) : undefined;

const sum = (uses: readonly ObjectUse[], column: 'grantedParts' | 'deliveredParts'): bigint =>
  uses.reduce((all, use) => all + use[column], 0n);

const distinct = (sets: readonly ReadonlySet<number>[]): number =>
  new Set(sets.flatMap((set) => [...set])).size;

function figuresOf(objects: readonly CostObject[], measure: string, users: number): UnitFigures {
  const costOre = objects.reduce((all, { amountOre }) => all + amountOre, 0n);
  const parts = objects.reduce((all, object) => all + object.parts, 0n);
  const unitCost = rate(costOre, parts, measure);
  return { users, costOre, parts, ...(unitCost ? { unitCost } : {}) };
}

/** Cost, volume and users without the outliers'. */
function ordinary(figures: UnitFigures, uses: readonly ObjectUse[], measure: string): UnitFigures {
  const costOre = uses.reduce((all, { outlierOre }) => all - outlierOre, figures.costOre);
  const parts = uses.reduce((all, { outlierParts }) => all - outlierParts, figures.parts);
  const users = figures.users - distinct(uses.map(({ outliers }) => outliers));
  const unitCost = rate(costOre, parts, measure);
  return { users, costOre, parts, ...(unitCost ? { unitCost } : {}) };
}

function lastYear(
  before: readonly CostObject[],
  now: readonly CostObject[],
  measure: string,
): NonNullable<UnitYear['last']> {
  const partsOf = (objects: readonly CostObject[]) =>
    objects.map(({ unit, level, amountOre, parts }) => ({
      key: keyOf(unit, level),
      costOre: amountOre,
      parts,
    }));
  const { users: _, ...figures } = figuresOf(before, measure, 0);
  return { ...figures, change: splitChange(partsOf(before), partsOf(now)) };
}

/** Days of all services measured in days ÷ place-days, where every unit with such days has known places. */
function occupancyOf({ objects, places }: UnitsInput, units: ReadonlySet<string>) {
  const days = new Map<string, bigint>();
  for (const { unit, measure, parts } of objects)
    if (units.has(unit) && measure === 'day') days.set(unit, (days.get(unit) ?? 0n) + parts);
  const isKnown = [...days.keys()].every((unit) => (places.get(unit) ?? 0n) > 0n);
  if (!isKnown || days.size === 0 || units.has(WHOLE_MUNICIPALITY)) return undefined;
  const used = [...days.values()].reduce((all, parts) => all + parts, 0n);
  const available = [...days.keys()].reduce((all, unit) => all + places.get(unit)!, 0n);
  return fraction(used, available * partsPerMeasure('day'));
}
