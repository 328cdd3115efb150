// Supplements: what named units are paid on top of the price for each measure, such as for long roads. The money is
// taken out of the service's cost before the price is averaged, so that nothing is paid twice.

import type { Model } from '../model/model.ts';
import { byKey } from '../money/apportion.ts';
import { add, type Fraction, multiply, ZERO } from '../money/fraction.ts';
import type { SupplementPrice } from '../tables/prices.ts';
import { inMeasures, type PricedVolume } from './priced-volumes.ts';

/** Every supplement spelled out by service and unit, in order of name, service and unit. */
export function supplementPrices({ pricing }: Model): SupplementPrice[] {
  return pricing.supplements
    .flatMap(({ name, services, units, amount }) =>
      services.flatMap((service) => units.map((unit) => ({ name, service, unit, amount }))),
    )
    .sort((a, b) => byKey(a.name, b.name) || byKey(a.service, b.service) || byKey(a.unit, b.unit));
}

/** Øre of the price year that supplements pay for a service: 131 kroner × 31,000 hours at Innlandet. */
export function supplementsPaid(
  { service, units }: PricedVolume,
  supplements: readonly SupplementPrice[],
): Fraction {
  return supplements
    .filter((supplement) => supplement.service === service.id && units.has(supplement.unit))
    .map(({ unit, amount }) => multiply(amount, inMeasures(units.get(unit)!, service)))
    .reduce(add, ZERO);
}
