// Unit prices with everything they are made of.

import type { Fraction } from '../money/fraction.ts';

export type PriceKind = 'financing' | 'full-cost';

/**
 * One nature's part of a price: cost in the cost year's øre, growth factor, and the øre per measure it gives. In the
 * price of a level the cost is the service's, all levels together, and perMeasure = cost × growth ÷ volume of all
 * levels × w_l ÷ w̄; in a base grant perMeasure is the whole amount, cost × growth.
 */
export type PricePart = {
  readonly nature: string;
  readonly costOre: bigint;
  readonly growth: Fraction;
  readonly perMeasure: Fraction;
};

/**
 * The price of a service (and level) in the price year. `exact` is øre per measure; `published` is rounded øre;
 * `roundingEffectOre` = (published − exact) × volume, halves away from zero: what rounding costs in a year.
 */
export type Price = {
  readonly kind: PriceKind;
  readonly service: string;
  readonly level: string;
  readonly measure: string;
  readonly parts: readonly PricePart[];
  /** Øre per measure taken out for supplements (≤ 0 in effect on the price; shown as a positive amount). */
  readonly supplementsPerMeasure: Fraction;
  readonly volumeParts: bigint;
  readonly exact: Fraction;
  readonly publishedOre: bigint;
  readonly roundingEffectOre: bigint;
};

/** What a unit is paid whatever its activity, in whole øre of the price year, with the exact value it was rounded from. */
export type BaseGrant = {
  readonly unit: string;
  readonly parts: readonly PricePart[];
  readonly exact: Fraction;
  readonly publishedOre: bigint;
};

/** A supplement per measure for named units, in øre of the price year. */
export type SupplementPrice = {
  readonly name: string;
  readonly service: string;
  readonly unit: string;
  readonly amount: Fraction;
};

export type PriceList = {
  readonly costYear: number;
  readonly priceYear: number;
  readonly prices: readonly Price[];
  readonly baseGrants: readonly BaseGrant[];
  readonly supplements: readonly SupplementPrice[];
};

/** An adopted price of a service (and level): exact and published øre per measure. */
export type AdoptedPrice = Pick<Price, 'kind' | 'service' | 'level' | 'measure' | 'exact' | 'publishedOre'>;

/** A pool that providers answer for, and how it is paid. */
export type PricedPool = { readonly pool: string; readonly paidAs: 'price' | 'base' };

/** What prices/<year>.yaml says: the prices that financing reads, when they were adopted and the run they came from. */
export type AdoptedPrices = {
  readonly costYear: number;
  readonly priceYear: number;
  /** The day of the decision, "2025-12-11". */
  readonly adopted: string;
  /** The month from which they hold, "2026-07", where they were decided during the year; absent: from New Year. */
  readonly from?: string;
  readonly run: string;
  /** The pools that they are made of; absent in files that do not say. */
  readonly pools?: readonly PricedPool[];
  readonly prices: readonly AdoptedPrice[];
  readonly baseGrants: readonly Pick<BaseGrant, 'unit' | 'exact' | 'publishedOre'>[];
  readonly supplements: readonly SupplementPrice[];
};
