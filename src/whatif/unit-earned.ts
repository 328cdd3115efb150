// What a unit would earn in a year: base grant, supplements, and price × quantity, rounded once.

import type { PriceTable } from '../financing/price-book.ts';
import { add, type Fraction, fraction, ONE, roundHalfAway } from '../money/fraction.ts';
import type { PaidVolume } from './paid-volumes.ts';

/** Whole øre of the price year; the base grant is part of what is earned. */
export type UnitEarned = { readonly unit: string; readonly baseOre: bigint; readonly earnedOre: bigint };

/**
 * F(u) = base + Σ (P(s,l) + supplements) × Q(u,s,l), at published prices; what has no price earns nothing.
 * @example base 6,564,600, price 918 × 55,000 hours: 57,054,600 kroner
 */
export function unitEarned(unit: string, volumes: readonly PaidVolume[], prices: PriceTable): UnitEarned {
  const baseOre = prices.baseGrant(unit);
  // Sums by denominator: whole prices of hours and of days give two of them, however many services there are.
  const sums = new Map<bigint, bigint>([[1n, baseOre]]);
  for (const { service, level, parts, perMeasure, factor } of volumes) {
    const price = prices.unitPrice(unit, service, level);
    if (!price) continue;
    const { num, den } = worth(price, parts, perMeasure, factor);
    sums.set(den, (sums.get(den) ?? 0n) + num);
  }
  const exact = [...sums].map(([den, num]) => fraction(num, den)).reduce(add);
  return { unit, baseOre, earnedOre: roundHalfAway(exact) };
}

/** Øre: price × parts × factor, not in lowest terms. */
const worth = (price: Fraction, parts: bigint, perMeasure: bigint, factor: Fraction): Fraction =>
  factor === ONE
    ? { num: price.num * parts, den: price.den * perMeasure }
    : { num: price.num * parts * factor.num, den: price.den * perMeasure * factor.den };
