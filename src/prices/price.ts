// From what services cost to what they are paid: cost of the cost year, grown by nature to the price year, divided by
// volume; base grants and supplements apart. The same money as the expense, to the last øre.

import { type Finding, isRefused } from '../findings/finding.ts';
import type { Model, Service } from '../model/model.ts';
import { byKey } from '../money/apportion.ts';
import {
  add,
  divide,
  type Fraction,
  fraction,
  multiply,
  roundHalfAway,
  subtract,
  ZERO,
} from '../money/fraction.ts';
import { ore } from '../money/ore.ts';
import { partsPerMeasure } from '../tables/activity.ts';
import type { Costs } from '../tables/costs.ts';
import type { BaseGrant, Price, PriceKind, PriceList, PricePart, SupplementPrice } from '../tables/prices.ts';
import { type GrowthFactors, growthFactors } from './growth-factors.ts';
import { type CostByNature, pricedCost } from './priced-cost.ts';

/**
 * The price list of the price year. P(s) = (Σ_k g_k·ΣV_k − supplements) ÷ ΣA; base(u) = Σ_k g_k·X_k; by level
 * P(s,l) = P(s)·w_l ÷ w̄. Calibration: with g = 1 and unrounded, Σ price × volume + base grants + supplements is
 * exactly what providers answer for at the priced services. Without `prices` when a finding is an error.
 */
export function price({ model, costs }: { readonly model: Model; readonly costs: Costs }): {
  prices?: PriceList;
  findings: Finding[];
} {
  const growth = growthFactors(model);
  const cost = pricedCost(model, costs);
  const volumes = pricedVolumes(model, costs);
  const supplements = supplementPrices(model);
  const kinds: readonly PriceKind[] = ['financing', 'full-cost'];
  const prices = kinds.flatMap((kind) =>
    volumes.flatMap((volume) => {
      const natures = cost.services[kind].get(volume.service.id) ?? new Map<string, bigint>();
      const taken = kind === 'financing' ? supplementsTaken(volume, supplements) : ZERO;
      return servicePrices({ kind, volume, natures, taken, growth, roundToOre: model.pricing.roundToOre });
    }),
  );
  const baseGrants = [...cost.base]
    .sort(([a], [b]) => byKey(a, b))
    .map(([unit, natures]) => baseGrant(unit, natures, growth));
  const findings = [
    ...cost.findings,
    ...growth.findings(),
    ...unpriced(model, costs),
    ...prices.flatMap((found) => negative(model, found)),
  ];
  if (isRefused(findings)) return { findings };
  const { cost: costYear, price: priceYear } = model.years;
  return { prices: { costYear, priceYear, prices, baseGrants, supplements }, findings };
}

// ---- volumes ------------------------------------------------------------------------------------------------

/** A service's volume over all units: in all, by level, and by unit; whole parts of the measure. */
type PricedVolume = {
  readonly service: Service;
  readonly parts: bigint;
  readonly levels: ReadonlyMap<string, bigint>;
  readonly units: ReadonlyMap<string, bigint>;
};

/** Services that have a volume, in order of id. */
function pricedVolumes(model: Model, costs: Costs): PricedVolume[] {
  const objects = Map.groupBy(costs.objects, ({ service }) => service);
  return [...model.services]
    .sort((a, b) => byKey(a.id, b.id))
    .flatMap((service) => {
      const levels = new Map<string, bigint>();
      const units = new Map<string, bigint>();
      let sum = 0n;
      for (const { unit, level, parts } of objects.get(service.id) ?? []) {
        if (parts === 0n) continue;
        levels.set(level, (levels.get(level) ?? 0n) + parts);
        units.set(unit, (units.get(unit) ?? 0n) + parts);
        sum += parts;
      }
      return sum > 0n ? [{ service, parts: sum, levels, units }] : [];
    });
}

// ---- prices of a service ------------------------------------------------------------------------------------

type PriceGround = {
  readonly kind: PriceKind;
  readonly volume: PricedVolume;
  readonly natures: CostByNature;
  /** What supplements take out of the price, øre of the price year. */
  readonly taken: Fraction;
  readonly growth: GrowthFactors;
  readonly roundToOre: bigint;
};

/** One price, or one for each level that has volume, in order of level. */
function servicePrices(ground: PriceGround): Price[] {
  const { volume, natures, growth, taken } = ground;
  const { service, parts } = volume;
  const measures = fraction(parts, partsPerMeasure(service.measure ?? ''));
  const made = growParts(natures, growth).map((part) => ({
    ...part,
    perMeasure: divide(part.perMeasure, measures),
  }));
  const supplements = divide(taken, measures);
  const weights = levelWeights(volume);
  return [...volume.levels]
    .sort(([a], [b]) => byKey(a, b))
    .map(([level, levelParts]) => {
      const weight = weights.get(level) ?? fraction(1n);
      const weighed = made.map((part) => ({ ...part, perMeasure: multiply(part.perMeasure, weight) }));
      return roundedPrice(ground, level, levelParts, weighed, multiply(supplements, weight));
    });
}

/** w_l ÷ w̄, w̄ = Σ w_l·A_l ÷ ΣA. Weights 1 and 1.18 on 900 and 100 days: w̄ = 1.018. */
function levelWeights({ service, parts, levels }: PricedVolume): Map<string, Fraction> {
  const weights = service.levels.map(({ name, weight }) => [name, weight] as const);
  const sum = weights.reduce(
    (total, [name, weight]) => add(total, multiply(weight, fraction(levels.get(name) ?? 0n))),
    ZERO,
  );
  if (sum.num === 0n) return new Map();
  const mean = divide(sum, fraction(parts));
  return new Map(weights.map(([name, weight]) => [name, divide(weight, mean)]));
}

function roundedPrice(
  { kind, volume, roundToOre }: PriceGround,
  level: string,
  volumeParts: bigint,
  parts: readonly PricePart[],
  supplementsPerMeasure: Fraction,
): Price {
  const { service } = volume;
  const measure = service.measure ?? '';
  const exact = subtract(
    parts.reduce((sum, { perMeasure }) => add(sum, perMeasure), ZERO),
    supplementsPerMeasure,
  );
  const publishedOre = roundHalfAway(divide(exact, fraction(roundToOre))) * roundToOre;
  const measures = fraction(volumeParts, partsPerMeasure(measure));
  const roundingEffectOre = roundHalfAway(multiply(subtract(fraction(publishedOre), exact), measures));
  return {
    kind,
    service: service.id,
    level,
    measure,
    parts,
    supplementsPerMeasure,
    volumeParts,
    exact,
    publishedOre,
    roundingEffectOre,
  };
}

/** Cost × growth by nature; `perMeasure` still holds the whole amount. Natures without cost are left out. */
function growParts(natures: CostByNature, growth: GrowthFactors): PricePart[] {
  return [...natures]
    .filter(([, costOre]) => costOre !== 0n)
    .sort(([a], [b]) => byKey(a, b))
    .map(([nature, costOre]) => {
      const factor = growth.of(nature);
      return { nature, costOre, growth: factor, perMeasure: multiply(fraction(costOre), factor) };
    });
}

function baseGrant(unit: string, natures: CostByNature, growth: GrowthFactors): BaseGrant {
  const parts = growParts(natures, growth);
  const exact = parts.reduce((sum, { perMeasure }) => add(sum, perMeasure), ZERO);
  return { unit, parts, exact, publishedOre: roundHalfAway(exact) };
}

// ---- supplements --------------------------------------------------------------------------------------------

function supplementPrices(model: Model): SupplementPrice[] {
  return model.pricing.supplements
    .flatMap(({ name, services, units, amount }) =>
      services.flatMap((service) => units.map((unit) => ({ name, service, unit, amount }))),
    )
    .sort((a, b) => byKey(a.name, b.name) || byKey(a.service, b.service) || byKey(a.unit, b.unit));
}

/** Σ amount × volume of the service at the units that get a supplement: 131 × 46,000 hours. */
function supplementsTaken(volume: PricedVolume, supplements: readonly SupplementPrice[]): Fraction {
  const { service, units } = volume;
  return supplements
    .filter((supplement) => supplement.service === service.id)
    .reduce((sum, { unit, amount }) => {
      const measures = fraction(units.get(unit) ?? 0n, partsPerMeasure(service.measure ?? ''));
      return add(sum, multiply(amount, measures));
    }, ZERO);
}

// ---- findings -----------------------------------------------------------------------------------------------

/** Services without volume, and provider-answered cost of open services, which no price pays for. */
function unpriced(model: Model, costs: Costs): Finding[] {
  const objects = Map.groupBy(costs.objects, ({ service }) => service);
  return model.services.flatMap((service) => {
    const found = objects.get(service.id) ?? [];
    const where = {
      file: service.at.file,
      line: service.at.line,
      position: service.at.column,
      key: service.id,
    };
    if (!service.open && found.every(({ parts }) => parts === 0n))
      return [withoutVolume(service, where, found)];
    if (!service.open) return [];
    const unpaid = found
      .flatMap((object) => object.costs)
      .filter(({ strand }) => strand.answers === 'provider' && strand.paidAs === 'price')
      .reduce((sum, { amountOre }) => sum + amountOre, 0n);
    return unpaid === 0n ? [] : [openUnpaid(service, where, unpaid)];
  });
}

function withoutVolume(service: Service, where: Finding['where'], found: Costs['objects']): Finding {
  return {
    rule: 'prices/no-volume',
    severity: 'warning',
    message: `${service.id} has no volume in the cost year, so it has no price`,
    remedy: 'Look for its activity under sources:, or take the service out.',
    where,
    amountOre: ore(found.reduce((sum, { amountOre }) => sum + amountOre, 0n)),
  };
}

function openUnpaid(service: Service, where: Finding['where'], amountOre: bigint): Finding {
  return {
    rule: 'prices/open-service-unpaid',
    severity: 'warning',
    message: `${service.id} is open help without a price, and its providers answer for cost that no base grant pays`,
    remedy: 'Name its pools under prices: base:, or let the purchaser answer for them.',
    where,
    amountOre: ore(amountOre),
  };
}

function negative(model: Model, { kind, service, level, exact }: Price): Finding[] {
  if (exact.num >= 0n) return [];
  const key = [kind, service, level].filter((part) => part !== '').join(' · ');
  return [
    {
      rule: 'prices/negative',
      severity: 'warning',
      message: `the price ${key} is negative: its income or its supplements are larger than its cost`,
      remedy: `Look at its supplements and at the pools of income in ${model.file}.`,
      where: { file: model.file, key },
    },
  ];
}
