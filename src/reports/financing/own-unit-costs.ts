// What a unit's own services cost in the year that prices were found on, beside the common price: dearer or cheaper before
// the year began.

import { add, fraction, multiply, roundHalfAway, ZERO } from '../../money/fraction.ts';
import type { ModelPrices } from '../../tables/financing.ts';
import { keyOf } from '../../tables/keys.ts';
import type { ServiceCost } from './monthly-report.ts';

/**
 * Cost paid by price of every unit and service, grown to the price year, in whole øre, and its volume of the cost year;
 * levels together, services without volume left out. Empty where what the cost year was made of is not beside the prices.
 * @example 46,332,000 kroner × 1.042 on 55,000 hours → 878 kroner an hour beside a price of 918
 */
export function ownUnitCosts(prices: ModelPrices | undefined): ServiceCost[] {
  const { costs = [], volumes = [] } = prices?.base ?? {};
  const priced = costs.filter(({ paidAs }) => paidAs === 'price');
  const byService = Map.groupBy(priced, ({ unit, service }) => keyOf(unit, service));
  const sold = Map.groupBy(volumes, ({ unit, service }) => keyOf(unit, service));
  return [...byService].flatMap(([key, those]) => {
    const parts = (sold.get(key) ?? []).reduce((sum, volume) => sum + volume.parts, 0n);
    if (parts <= 0n) return [];
    const grown = those.map(({ costOre, growth }) => multiply(fraction(costOre), growth)).reduce(add, ZERO);
    const { unit, service } = those[0]!;
    return [{ unit, service, costOre: roundHalfAway(grown), parts }];
  });
}
