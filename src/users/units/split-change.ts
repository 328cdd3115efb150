// Why a cost changed from last year: more or fewer measures, a dearer or cheaper mix of them, or another unit cost.

import { add, fraction, multiply, subtract, ZERO } from '../../money/fraction.ts';
import { roundTogether } from '../../money/round-together.ts';
import type { Change } from '../../tables/users.ts';

/** Cost and volume of a part (a level, a unit and level) in one year. */
export type PartYear = { readonly key: string; readonly costOre: bigint; readonly parts: bigint };

/**
 * With p the unit cost of all parts last year and c(l) that of part l (p for one that is new):
 * volume = p·(A₁ − A₀), mix = Σ c(l)·A₁(l) − p·A₁, price = what is left of C₁ − C₀. Exact, rounded together, so that
 * the three sum to the change. Without volume last year all of it is volume; cost without volume is price.
 * @example 10 days at 100 and 10 at 200 become 12 at 110 and 10 at 200: volume 300, mix −100, price 120 of 320
 */
export function splitChange(before: readonly PartYear[], after: readonly PartYear[]): Change {
  const costOf = (parts: readonly PartYear[]): bigint =>
    parts.reduce((sum, { costOre }) => sum + costOre, 0n);
  const volumeOf = (parts: readonly PartYear[]): bigint => parts.reduce((sum, one) => sum + one.parts, 0n);
  const change = costOf(after) - costOf(before);
  const known = before.filter(({ parts }) => parts > 0n);
  const [last, now] = [volumeOf(known), volumeOf(after)];
  if (last === 0n) return { volumeOre: change, mixOre: 0n, priceOre: 0n };
  const unitCost = fraction(costOf(known), last);
  const costs = new Map(known.map(({ key, costOre, parts }) => [key, fraction(costOre, parts)]));
  const atLastCosts = after
    .map(({ key, parts }) => multiply(costs.get(key) ?? unitCost, fraction(parts)))
    .reduce(add, ZERO);
  const volume = multiply(unitCost, fraction(now - last));
  const mix = subtract(atLastCosts, multiply(unitCost, fraction(now)));
  const price = subtract(fraction(change), add(volume, mix));
  const [volumeOre = 0n, mixOre = 0n, priceOre = 0n] = roundTogether([volume, mix, price], change, [
    '1',
    '2',
    '3',
  ]);
  return { volumeOre, mixOre, priceOre };
}
