// What a nature of cost grows by from the cost year to the price year.

import type { Finding } from '../findings/finding.ts';
import type { Model } from '../model/model.ts';
import { add, type Fraction, multiply, ONE } from '../money/fraction.ts';

/** The factor of a nature, and the findings about growth that was asked for and is not stated. */
export type GrowthFactors = {
  readonly of: (nature: string) => Fraction;
  readonly findings: () => Finding[];
};

/**
 * g_k = Π (1 + growth_k,year) over the years after the cost year up to the price year: wages 4.2 % in 2026 → 1.042.
 * A nature without growth for a year ("all" stands for those not named) counts as 1 and is an error.
 */
export function growthFactors(model: Model): GrowthFactors {
  const factors = new Map<string, Fraction>();
  const missing: Finding[] = [];
  const factor = (nature: string): Fraction => {
    let product = ONE;
    for (let year = model.years.cost + 1; year <= model.years.price; year++) {
      const stated = model.growth.find((growth) => growth.year === year)?.natures;
      const growth = stated?.get(nature) ?? stated?.get('all');
      if (growth) product = multiply(product, add(ONE, growth));
      else missing.push(noGrowth(model, nature, year));
    }
    return product;
  };
  return {
    of: (nature) => {
      const known = factors.get(nature) ?? factor(nature);
      factors.set(nature, known);
      return known;
    },
    findings: () => missing,
  };
}

function noGrowth(model: Model, nature: string, year: number): Finding {
  const at = model.growth.find((growth) => growth.year === year)?.at;
  return {
    rule: 'prices/no-growth',
    severity: 'error',
    message: `no growth is stated for ${nature} in ${year}, and a price rests on it`,
    remedy: `Write it in ${model.file}: growth: { ${year}: { ${nature}: … %, source: … } }`,
    where: at
      ? { file: at.file, line: at.line, position: at.column, key: `growth ${year}` }
      : { file: model.file, key: `growth ${year}` },
  };
}
