// A unit's own standard: what its cost year, grown, would have spent and paid hours for on a month's quantities.

import { type Exact, exact, given, over, plus, sumOf, times } from '../../fractions.ts';
import type { Funding } from '../followed/ground.ts';
import type { OwnCost, OwnVolume } from '../followed/identity.ts';

/** Grown øre by nature. */
export type Costs = ReadonlyMap<string, Exact>;
/** A paid quantity and what it is worth at the unit's price. */
export type Worth = { service: string; level: string; parts: bigint; now: Exact };
type Own = Pick<OwnCost, 'unit' | 'service' | 'level'>;

export const NOTHING = exact(0n);
export const only = (costs: Costs, natures: readonly string[]) =>
  sumOf([...costs].filter(([nature]) => natures.includes(nature)).map(([, cost]) => cost));
const totalOf = (costs: Costs) => sumOf([...costs.values()]);

function grownOf(costs: readonly OwnCost[]): Costs {
  const sums = new Map<string, Exact>();
  for (const { nature, costOre, growth } of costs)
    sums.set(nature, plus(sums.get(nature) ?? NOTHING, times(exact(BigInt(costOre)), given(growth))));
  return sums;
}

/** The part of all natures that the named ones are. */
export const shareOf = (costs: Costs, natures: readonly string[]): Exact =>
  totalOf(costs)[0] === 0n ? NOTHING : over(only(costs, natures), totalOf(costs));

export type Standards = ReturnType<typeof standardsOf>;

export function standardsOf({ prices }: Funding) {
  const { costs = [], volumes = [] } = prices?.base ?? {};
  const priced = costs.filter(({ paidAs }) => paidAs === 'price');
  const base = (unit: string) => costs.filter((row) => row.paidAs === 'base' && row.unit === unit);
  const own = rates(priced, volumes, ({ unit, service, level }) => `${unit}\n${service}\n${level}`);
  const byLevel = rates(priced, volumes, ({ service, level }) => `${service}\n${level}`);
  const byService = rates(priced, volumes, ({ service }) => service);
  /** What the unit did not do then is measured against the average of all, brought to what the unit is paid. */
  const of = (unit: string, row: Worth) => {
    const then = own.get(`${unit}\n${row.service}\n${row.level}`);
    if (then) return { ...then, times: exact(row.parts, then.parts), isCommon: false };
    const all = byLevel.get(`${row.service}\n${row.level}`) ?? byService.get(row.service);
    const isKnown = all && totalOf(all.costs)[0] !== 0n && row.parts !== 0n;
    return isKnown && { ...all, times: over(row.now, totalOf(all.costs)), isCommon: true };
  };
  return {
    base: (unit: string) => grownOf(base(unit)),
    hasBase: (unit: string) => base(unit).length > 0,
    inPrice: (unit: string) => grownOf(priced.filter((row) => row.unit === unit)),
    ofService: (service: string) => grownOf(priced.filter((row) => row.service === service)),
    /** Ĉ by nature, what of it is common, and H0; hours only where all of it says them. */
    of: (unit: string, rows: readonly Worth[]) => {
      const known = rows.flatMap((row) => of(unit, row) || []);
      const sum = (some: typeof known): Costs => {
        const sums = new Map<string, Exact>();
        for (const { costs, times: factor } of some)
          for (const [nature, cost] of costs)
            sums.set(nature, plus(sums.get(nature) ?? NOTHING, times(cost, factor)));
        return sums;
      };
      const isTimed = known.every(({ hours }) => hours);
      const hours = sumOf(known.map(({ hours, times: factor }) => times(hours ?? NOTHING, factor)));
      const common = sum(known.filter(({ isCommon }) => isCommon));
      return { costs: sum(known), common, hours: isTimed ? hours : undefined };
    },
  };
}

function rates(costs: readonly OwnCost[], volumes: readonly OwnVolume[], keyOf: (row: Own) => string) {
  const spent = Map.groupBy(costs, keyOf);
  const known = [...Map.groupBy(volumes, keyOf)].map(([key, those]) => {
    const parts = those.reduce((sum, row) => sum + BigInt(row.parts), 0n);
    const isTimed = those.every(({ hourParts }) => hourParts);
    const hours = isTimed ? sumOf(those.map(({ hourParts }) => given(hourParts))) : undefined;
    return [key, { parts, hours, costs: grownOf(spent.get(key) ?? []) }] as const;
  });
  return new Map(known.filter(([, { parts }]) => parts !== 0n));
}
