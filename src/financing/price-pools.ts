// Which pools are the price's own: the same money on both sides, as cost that prices are made of and as expense that
// they pay for.

import type { Model, Pool } from '../model/model.ts';
import type { PricedPool } from '../tables/prices.ts';

/** What the pools of a model are to its financing. */
export type PricePools = {
  /** Pools that providers answer for and whose cost goes to services: their expense is what financing is to cover. */
  readonly inPrice: ReadonlyMap<string, Pool>;
  /** Pools of the financing itself. */
  readonly financing: ReadonlySet<string>;
};

/** The pools of the price with how each is paid: what adopting writes beside the prices. */
export const pricedPools = (model: Model): PricedPool[] =>
  [...pricePools(model).inPrice.values()].map(({ name, paidAs }) => ({ pool: name, paidAs }));

const REACHES_SERVICES = new Set(['share', 'own-unit', 'follows', 'follows-each']);

/** The pools of the price and of the financing, by name. */
export function pricePools({ costing }: Model): PricePools {
  const own = costing.pools.filter(
    ({ answers, goes, financing }) => answers === 'provider' && !financing && REACHES_SERVICES.has(goes.kind),
  );
  return {
    inPrice: new Map(own.map((pool) => [pool.name, pool])),
    financing: new Set(costing.pools.filter(({ financing }) => financing).map(({ name }) => name)),
  };
}
