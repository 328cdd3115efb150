// What each unit's own cost year was made of: the cost behind the common prices unit by unit, its volumes and the hours
// that were paid for them. Adopted beside the prices, so that financing can tell a dear unit from a dear year.

import type { Finding } from '../findings/finding.ts';
import { hoursByUnit } from '../model/inherited-circumstances.ts';
import type { Model } from '../model/model.ts';
import { apportion, byKey } from '../money/apportion.ts';
import { fraction, multiply } from '../money/fraction.ts';
import type { PaidHours } from '../tables/circumstances.ts';
import type { CostObject, Costs } from '../tables/costs.ts';
import type { BaseYear, OwnCost, OwnVolume } from '../tables/financing.ts';
import { keyOf } from '../tables/keys.ts';
import type { PriceList } from '../tables/prices.ts';
import { growthFactors } from './growth-factors.ts';
import { hourShares } from './hour-shares.ts';
import { levelWeights } from './level-weights.ts';
import { type PlacedCost, placeCost } from './placed-cost.ts';

/** `prices` are those of `costs`; `hours` paid hours, of which those of the cost year count. */
export type OwnYearGround = {
  readonly model: Model;
  readonly costs: Costs;
  readonly prices: PriceList;
  readonly hours: readonly PaidHours[];
};

const WAGES: readonly string[] = ['wages'];

/**
 * The year that prices were made of, in order of unit, service, level and nature: Σ cost paid as price is what the
 * financing prices of a service are made of, and Σ cost paid as base what the base grant of a unit is, to the øre, both
 * before growth. Levels share unused capacity of their service by weight × volume.
 *
 * Paid hours are ordinary, overtime and agency hours, without sick leave; a unit's are divided whole over its objects
 * (exact fractions of a part), and absent where it has none. An object without volume may have cost and hours.
 */
export function ownYear(ground: OwnYearGround): { readonly base: BaseYear; readonly findings: Finding[] } {
  const { model, costs } = ground;
  const byUnit = Map.groupBy(costs.objects, ({ unit }) => unit);
  const growth = growthFactors(model);
  const { placed } = placeCost(model, costs);
  const own = ownCosts(placed, ground, byUnit).map((cost) => ({ ...cost, growth: growth.of(cost.nature) }));
  const hours = ownVolumes(ground, byUnit);
  return {
    base: { costs: own, volumes: hours.volumes },
    findings: [...growth.findings(), ...hours.findings],
  };
}

type ByUnit = ReadonlyMap<string, readonly CostObject[]>;

/** Provider-answered cost of what has a price, and all of it that is paid as base. */
function ownCosts(
  placed: readonly PlacedCost[],
  { model, prices }: OwnYearGround,
  byUnit: ByUnit,
): Omit<OwnCost, 'growth'>[] {
  const priced = new Set(prices.prices.flatMap((price) => (price.kind === 'financing' ? price.service : [])));
  const sums = new Map<string, Omit<OwnCost, 'growth'>>();
  const put = (cost: Omit<OwnCost, 'growth'>): void => {
    const key = keyOf(cost.unit, cost.service, cost.level, cost.nature, cost.paidAs);
    sums.set(key, { ...cost, costOre: cost.costOre + (sums.get(key)?.costOre ?? 0n) });
  };
  for (const { unit, service, level, strand, paidAs, amountOre } of placed) {
    if (strand.answers !== 'provider') continue;
    const { nature } = strand;
    if (paidAs === 'base') put({ unit, service: '', level: '', nature, paidAs, costOre: amountOre });
    else if (priced.has(service))
      for (const part of ofLevels(model, { unit, service, level, amountOre }, byUnit))
        put({ unit, service, ...part, nature, paidAs });
  }
  return [...sums].sort(([a], [b]) => byKey(a, b)).flatMap(([, cost]) => (cost.costOre === 0n ? [] : [cost]));
}

/** Cost of a service as a whole is shared by its levels at the unit. */
function ofLevels(
  model: Model,
  { unit, service, level, amountOre }: Pick<PlacedCost, 'unit' | 'service' | 'level' | 'amountOre'>,
  byUnit: ByUnit,
): Pick<OwnCost, 'level' | 'costOre'>[] {
  const objects = (byUnit.get(unit) ?? []).filter((object) => object.service === service);
  if (objects.length === 0 || objects.some((object) => object.level === level))
    return [{ level, costOre: amountOre }];
  const weights = levelWeights(model, objects);
  const parts = apportion(
    amountOre,
    weights,
    objects.map((object) => object.level),
  );
  return objects.map((object, i) => ({ level: object.level, costOre: parts[i]! }));
}

function ownVolumes(
  { model, hours }: OwnYearGround,
  byUnit: ByUnit,
): { readonly volumes: OwnVolume[]; readonly findings: Finding[] } {
  const wages = model.financing?.natures.wages ?? WAGES;
  const shares = hourShares(model, ({ costs }) =>
    costs
      .filter(({ strand }) => strand.answers === 'provider' && wages.includes(strand.nature))
      .reduce((sum, { amountOre }) => sum + amountOre, 0n),
  );
  const paid = hoursOfYear(hoursByUnit(model, hours), model.years.cost);
  const volumes = [...byUnit]
    .sort(([a], [b]) => byKey(a, b))
    .flatMap(([unit, objects]) => {
      const parts = paid.get(unit) ?? 0n;
      const divided = parts === 0n ? undefined : shares.of(unit, objects);
      return objects.map((object, i): OwnVolume => {
        const volume = { unit, service: object.service, level: object.level, parts: object.parts };
        return divided ? { ...volume, hourParts: multiply(fraction(parts), divided[i]!) } : volume;
      });
    })
    .filter(({ parts, hourParts }) => parts > 0n || (hourParts && hourParts.num !== 0n));
  return { volumes, findings: shares.findings() };
}

function hoursOfYear(hours: readonly PaidHours[], year: number): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { unit, year: of, kind, parts } of hours)
    if (of === year && kind !== 'sick-leave') sums.set(unit, (sums.get(unit) ?? 0n) + parts);
  return sums;
}
