// A model with the price rules of a funding model that is tried out, so that it can be priced.

import type { OwnPriceRules } from './financing.ts';
import type { Costing, Model, Pricing } from './model.ts';

/**
 * The model whose prices a funding model is paid by: pools paid as base grant and supplements are its own. The same
 * object where it has no price rules of its own: then it is paid by the prices in force.
 * @throws RangeError where the model has no funding model of that name.
 * @example base [night-patrol], supplements [] → the pool night-patrol is paid as base, all others by price, no supplements
 */
export function variantOf(model: Model, name: string): Model {
  const funding = model.financing?.models.find((one) => one.name === name);
  if (!funding) throw new RangeError(`the model has no funding model "${name}"`);
  if (!funding.prices) return model;
  return {
    ...model,
    costing: withBase(model.costing, funding.prices),
    pricing: withSupplements(model.pricing, funding.prices),
  };
}

function withBase(costing: Costing, { base }: OwnPriceRules): Costing {
  if (!base) return costing;
  const pools = costing.pools.map((pool) => {
    const paidAs = base.includes(pool.name) ? 'base' : 'price';
    return pool.paidAs === paidAs ? pool : ({ ...pool, paidAs } as const);
  });
  return { ...costing, pools };
}

function withSupplements(pricing: Pricing, { supplements: kept }: OwnPriceRules): Pricing {
  if (!kept) return pricing;
  return { ...pricing, supplements: pricing.supplements.filter(({ name }) => kept.includes(name)) };
}
