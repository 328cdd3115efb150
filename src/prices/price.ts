// From what services cost to what they are paid: cost of the cost year, grown by nature to the price year, divided by
// volume; base grants and supplements apart. The same money as the expense, to the last øre.

import { type Finding, isRefused } from '../findings/finding.ts';
import type { Model } from '../model/model.ts';
import { byKey } from '../money/apportion.ts';
import { ZERO } from '../money/fraction.ts';
import type { Costs } from '../tables/costs.ts';
import type { PriceKind, PriceList } from '../tables/prices.ts';
import { growthFactors } from './growth-factors.ts';
import { priceFindings } from './price-findings.ts';
import { pricedCost } from './priced-cost.ts';
import { pricedVolumes } from './priced-volumes.ts';
import { baseGrant, servicePrices } from './service-prices.ts';
import { supplementPrices, supplementsPaid } from './supplements.ts';

const KINDS: readonly PriceKind[] = ['financing', 'full-cost'];

/**
 * The price list of the price year: financing prices, then full-cost prices, in order of service and level; base
 * grants in order of unit. P(s) = (Σ_k g_k·ΣV_k − supplements) ÷ ΣA; base(u) = Σ_k g_k·X_k(u).
 * Calibration: with g = 1 and unrounded, Σ price × volume + base grants + supplements is exactly what providers
 * answer for at the priced services. What has volume and no cost has no price: 0 could be adopted. Without `prices` when a finding is an error (no growth, unused undecided).
 */
export function price({ model, costs }: { readonly model: Model; readonly costs: Costs }): {
  prices?: PriceList;
  findings: Finding[];
} {
  const growth = growthFactors(model);
  const cost = pricedCost(model, costs);
  const volumes = pricedVolumes(model, costs);
  const supplements = supplementPrices(model);
  const prices = KINDS.flatMap((kind) =>
    volumes.flatMap((volume) => {
      const natures = cost.services[kind].get(volume.service.id) ?? new Map<string, bigint>();
      const paid = kind === 'financing' ? supplementsPaid(volume, supplements) : ZERO;
      const isFree = paid.num === 0n && [...natures.values()].every((costOre) => costOre === 0n);
      if (isFree) return [];
      return servicePrices({
        kind,
        volume,
        natures,
        supplementsPaid: paid,
        growth,
        roundToOre: model.pricing.roundToOre,
      });
    }),
  );
  const baseGrants = [...cost.base]
    .sort(([a], [b]) => byKey(a, b))
    .map(([unit, natures]) => baseGrant(unit, natures, growth));
  const findings = [...cost.findings, ...growth.findings(), ...priceFindings(model, costs, volumes, prices)];
  if (isRefused(findings)) return { findings };
  const { cost: costYear, price: priceYear } = model.years;
  return { prices: { costYear, priceYear, prices, baseGrants, supplements }, findings };
}
