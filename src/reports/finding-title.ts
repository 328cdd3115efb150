// The title of the costing page: the widest gap between two units that give the same service, weighted by what it
// costs; without sister units, the service that took the most money.

import type { Model } from '../model/model.ts';
import { formatRate } from '../money/amount-text.ts';
import { compare, type Fraction, multiply, subtract } from '../money/fraction.ts';
import type { CostObject, Costs } from '../tables/costs.ts';
import type { Language } from '../words/language.ts';
import { say, sayMeasure } from '../words/report-texts.ts';
import { serviceName, unitName } from './result-views.ts';

type Gap = { readonly dear: CostObject; readonly cheap: CostObject; readonly weight: Fraction };

/** "Home nursing: Innlandet costs 1 157 kr per hour, Sjøsiden 913 kr" */
export function findingTitle(model: Model, costs: Costs, language: Language): string {
  const gap = widestGap(costs.objects);
  const kr = (object: CostObject): string => `${formatRate(object.unitCost!, { language, decimals: 0 })} kr`;
  if (gap) {
    const { dear, cheap } = gap;
    return say('gapTitle', language, {
      service: serviceName(model, dear.service, language),
      measure: sayMeasure(dear.measure, language),
      dear: unitName(model, dear.unit),
      dearCost: kr(dear),
      cheap: unitName(model, cheap.unit),
      cheapCost: kr(cheap),
    });
  }
  const counted = costs.objects.filter((object) => object.unitCost);
  const largest = counted.reduce<CostObject | undefined>(
    (most, object) => (!most || object.amountOre > most.amountOre ? object : most),
    undefined,
  );
  if (!largest) return say('title', language, { year: model.years.cost });
  return say('totalTitle', language, {
    service: serviceName(model, largest.service, language),
    cost: kr(largest),
    measure: sayMeasure(largest.measure, language),
    year: model.years.cost,
  });
}

/** Within each service and level: (unit cost − the cheapest) × volume; the largest of all. */
function widestGap(objects: readonly CostObject[]): Gap | undefined {
  let widest: Gap | undefined;
  for (const dear of objects) {
    if (!dear.unitCost) continue;
    for (const cheap of objects) {
      if (cheap.service !== dear.service || cheap.level !== dear.level || !cheap.unitCost) continue;
      const difference = subtract(dear.unitCost, cheap.unitCost);
      if (difference.num <= 0n) continue;
      const weight = multiply(difference, { num: dear.parts, den: 1n });
      if (!widest || compare(weight, widest.weight) > 0) widest = { dear, cheap, weight };
    }
  }
  return widest;
}
