// The finding of units beside each other: the widest gap between two that give the same service.

import type { Model } from '../../model/model.ts';
import { compare, type Fraction, fraction, multiply, subtract } from '../../money/fraction.ts';
import { partsPerMeasure } from '../../tables/activity.ts';
import type { UnitYear } from '../../tables/users.ts';
import type { Language } from '../../words/language.ts';
import { sayMeasure } from '../../words/report-texts.ts';
import { sayOfUsers } from '../../words/user-texts.ts';
import { serviceName, unitName } from '../result-views.ts';
import { rateText } from './figures.ts';

type Gap = { readonly dear: UnitYear; readonly cheap: UnitYear; readonly weight: Fraction };

/** "Home nursing: Innlandet costs 1,193 kr per hour, Sjøsiden 972 kr"; without sister units the dearest service. */
export function unitsTitle(model: Model, units: readonly UnitYear[], language: Language): string {
  const gap = widestGap(units.filter(({ unit, unitCost }) => unit !== '' && unitCost));
  if (gap) {
    const { dear, cheap } = gap;
    return sayOfUsers('unitGap', language, {
      service: serviceName(model, dear.service, language),
      measure: sayMeasure(dear.measure, language),
      dear: unitName(model, dear.unit),
      dearCost: rateText(dear.unitCost, language),
      cheap: unitName(model, cheap.unit),
      cheapCost: rateText(cheap.unitCost, language),
    });
  }
  const all = units.filter(({ unit, provision, unitCost }) => unit === '' && provision === '' && unitCost);
  const largest = all.reduce<UnitYear | undefined>(
    (most, one) => (most && most.costOre >= one.costOre ? most : one),
    undefined,
  );
  if (!largest) return sayOfUsers('units', language, { year: model.years.cost });
  return sayOfUsers('oneUnit', language, {
    service: serviceName(model, largest.service, language),
    cost: rateText(largest.unitCost, language),
    measure: sayMeasure(largest.measure, language),
  });
}

/** (unit cost − the cheaper sister's) × volume, the largest of all. */
function widestGap(sisters: readonly UnitYear[]): Gap | undefined {
  let widest: Gap | undefined;
  for (const dear of sisters)
    for (const cheap of sisters) {
      if (dear.service !== cheap.service || compare(dear.unitCost!, cheap.unitCost!) <= 0) continue;
      const difference = subtract(dear.unitCost!, cheap.unitCost!);
      const weight = multiply(difference, fraction(dear.parts, partsPerMeasure(dear.measure)));
      if (!widest || compare(weight, widest.weight) > 0) widest = { dear, cheap, weight };
    }
  return widest;
}
