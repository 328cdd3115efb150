// The cost that prices and base grants are made of: whose it is, by service, unit and nature.

import type { Finding } from '../findings/finding.ts';
import type { Model } from '../model/model.ts';
import type { Costs } from '../tables/costs.ts';
import type { PriceKind } from '../tables/prices.ts';
import { placeCost } from './placed-cost.ts';

/** Nature → whole øre of the cost year. */
export type CostByNature = ReadonlyMap<string, bigint>;

/** ΣV by service for each kind of price, and X by unit for base grants. */
export type PricedCost = {
  readonly services: { readonly [kind in PriceKind]: ReadonlyMap<string, CostByNature> };
  readonly base: ReadonlyMap<string, CostByNature>;
  readonly findings: readonly Finding[];
};

type Sums = Map<string, Map<string, bigint>>;

/**
 * Financing prices take what providers answer for and is paid by price; base grants what they answer for and is paid
 * as base, at the unit where it ended; full-cost prices take everything that reached the service. Unused capacity is
 * in the price of the services that share its minutes, in the base grant of its unit, or with the purchaser.
 */
export function pricedCost(model: Model, costs: Costs): PricedCost {
  const services: { [kind in PriceKind]: Sums } = { financing: new Map(), 'full-cost': new Map() };
  const base: Sums = new Map();
  const { placed, findings } = placeCost(model, costs);
  for (const { unit, service, strand, paidAs, amountOre } of placed) {
    const { nature, answers } = strand;
    if (service !== '') put(services['full-cost'], service, nature, amountOre);
    if (answers !== 'provider') continue;
    if (paidAs === 'base') put(base, unit, nature, amountOre);
    else put(services.financing, service, nature, amountOre);
  }
  return { services, base, findings };
}

function put(sums: Sums, key: string, nature: string, amountOre: bigint): void {
  const natures = sums.get(key) ?? new Map<string, bigint>();
  natures.set(nature, (natures.get(nature) ?? 0n) + amountOre);
  sums.set(key, natures);
}
