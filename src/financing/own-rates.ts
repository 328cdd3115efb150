// What the cost year spent and paid hours for, per part of a quantity: of a unit's own, and of all units on average.

import { add, divide, type Fraction, fraction, multiply, ZERO } from '../money/fraction.ts';
import type { OwnCost, OwnVolume } from '../tables/financing.ts';

/** Nature → øre, grown to the price year. */
export type CostByNature = ReadonlyMap<string, Fraction>;

/** Øre by nature and paid hours (in parts) per part of the measure; hours undefined where a volume does not say them. */
export type Rate = { readonly costs: CostByNature; readonly hourParts: Fraction | undefined };

/** An own cost in øre of the price year. */
export const grown = ({ costOre, growth }: OwnCost): Fraction => multiply(fraction(costOre), growth);

export function grownByNature(costs: readonly OwnCost[]): CostByNature {
  const sums = new Map<string, Fraction>();
  for (const cost of costs) sums.set(cost.nature, add(sums.get(cost.nature) ?? ZERO, grown(cost)));
  return sums;
}

/** Which part of all natures the named ones are; 0 of nothing. */
export function shareOf(costs: CostByNature, named: readonly string[]): Fraction {
  const all = total(costs);
  return all.num === 0n ? ZERO : divide(total(only(costs, named)), all);
}

/** The named natures alone. */
export const only = (costs: CostByNature, named: readonly string[]): CostByNature =>
  new Map([...costs].filter(([nature]) => named.includes(nature)));

export const total = (costs: CostByNature): Fraction => [...costs.values()].reduce(add, ZERO);

/** What a rate is known for. */
type Keyed = { readonly unit: string; readonly service: string; readonly level: string };

/**
 * Cost ÷ volume and hours ÷ volume of everything that `keyOf` takes as one and that has volume.
 * @example 46,332,000 kroner × 1.042 ÷ 55,000 hours: 877.78 kroner an hour
 */
export function ratesBy(
  costs: readonly OwnCost[],
  volumes: readonly OwnVolume[],
  keyOf: (row: Keyed) => string,
): Map<string, Rate> {
  const spent = Map.groupBy(costs, keyOf);
  const rates = new Map<string, Rate>();
  for (const [key, those] of Map.groupBy(volumes, keyOf)) {
    const parts = those.reduce((sum, volume) => sum + volume.parts, 0n);
    if (parts === 0n) continue;
    const perPart = fraction(1n, parts);
    const isTimed = those.every(({ hourParts }) => hourParts);
    const hours = those.map(({ hourParts }) => hourParts ?? ZERO).reduce(add, ZERO);
    rates.set(key, {
      costs: timesEach(grownByNature(spent.get(key) ?? []), perPart),
      hourParts: isTimed ? multiply(hours, perPart) : undefined,
    });
  }
  return rates;
}

/** Every nature times a factor. */
export const timesEach = (costs: CostByNature, factor: Fraction): CostByNature =>
  new Map([...costs].map(([nature, cost]) => [nature, multiply(cost, factor)]));
