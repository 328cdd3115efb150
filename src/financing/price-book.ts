// The adopted prices of a funding model, as they are asked for: what a service is paid at a unit in a month, and what a
// unit gets whatever its activity. What is published is what is paid.

import { add, type Fraction, fraction, ZERO } from '../money/fraction.ts';
import type { ModelPrices } from '../tables/financing.ts';
import { keyOf } from '../tables/keys.ts';
import type { AdoptedPrices, SupplementPrice } from '../tables/prices.ts';

/** Prices that hold at one time. */
export type PriceTable = {
  /** Published øre per measure of a service and level; undefined where none is adopted. */
  readonly price: (service: string, level: string) => bigint | undefined;
  readonly supplements: (unit: string, service: string) => readonly SupplementPrice[];
  /** p(u,s,l): price and supplements, øre per measure. */
  readonly unitPrice: (unit: string, service: string, level: string) => Fraction | undefined;
  /** Øre per year. */
  readonly baseGrant: (unit: string) => bigint;
  /** Levels that a service has prices for. */
  readonly levels: (service: string) => readonly string[];
  /** Units with a base grant. */
  readonly granted: readonly string[];
};

/** Prices through the year: those of January are what was voted. */
export type PriceBook = {
  readonly voted: PriceTable;
  readonly inMonth: (month: number) => PriceTable;
  /** Units with a base grant at any time. */
  readonly granted: readonly string[];
};

/** The book of a model's adopted prices; without any, nothing has a price. */
export function priceBook(prices: ModelPrices | undefined): PriceBook {
  const periods = (prices?.periods ?? [])
    .map(({ fromMonth, prices: list }) => ({ fromMonth, table: priceTable(list) }))
    .sort((a, b) => a.fromMonth - b.fromMonth);
  const voted = periods[0]?.table ?? priceTable(undefined);
  const months = Array.from(
    { length: 12 },
    (_, i) => periods.findLast(({ fromMonth }) => fromMonth <= i + 1)?.table ?? voted,
  );
  const granted = [...new Set(periods.flatMap(({ table }) => table.granted))];
  return { voted, inMonth: (month) => months[month - 1]!, granted };
}

function priceTable(list: AdoptedPrices | undefined): PriceTable {
  const financing = (list?.prices ?? []).filter(({ kind }) => kind === 'financing');
  const prices = new Map(financing.map((price) => [keyOf(price.service, price.level), price.publishedOre]));
  const levels = Map.groupBy(financing, ({ service }) => service);
  const supplements = Map.groupBy(list?.supplements ?? [], ({ unit, service }) => keyOf(unit, service));
  const grants = new Map((list?.baseGrants ?? []).map(({ unit, publishedOre }) => [unit, publishedOre]));
  const extra = new Map(
    [...supplements].map(([key, all]) => [key, all.map(({ amount }) => amount).reduce(add, ZERO)]),
  );
  const price = (service: string, level: string): bigint | undefined => prices.get(keyOf(service, level));
  return {
    price,
    supplements: (unit, service) => supplements.get(keyOf(unit, service)) ?? [],
    unitPrice: (unit, service, level) => {
      const published = price(service, level);
      if (published === undefined) return undefined;
      const more = extra.get(keyOf(unit, service));
      return more ? add(fraction(published), more) : { num: published, den: 1n };
    },
    baseGrant: (unit) => grants.get(unit) ?? 0n,
    levels: (service) => (levels.get(service) ?? []).map(({ level }) => level),
    granted: [...grants.keys()],
  };
}
