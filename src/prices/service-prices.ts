// The price of a service: its cost by nature, grown to the price year, less supplements, per measure; by need level
// where it has levels; exact, and rounded as published.

import { byKey } from '../money/apportion.ts';
import {
  add,
  divide,
  type Fraction,
  fraction,
  multiply,
  ONE,
  roundHalfAway,
  subtract,
  ZERO,
} from '../money/fraction.ts';
import type { BaseGrant, Price, PriceKind, PricePart } from '../tables/prices.ts';
import type { GrowthFactors } from './growth-factors.ts';
import type { CostByNature } from './priced-cost.ts';
import { inMeasures, type PricedVolume } from './priced-volumes.ts';

/** What a price is made of: cost in øre of the cost year, supplements in øre of the price year. */
export type PriceGround = {
  readonly kind: PriceKind;
  readonly volume: PricedVolume;
  readonly natures: CostByNature;
  readonly supplementsPaid: Fraction;
  readonly growth: GrowthFactors;
  /** Published prices are multiples of this many øre. */
  readonly roundToOre: bigint;
};

/** P(s) = (Σ_k g_k·V_k − supplements) ÷ A; P(s,l) = P(s)·w_l ÷ w̄ for each level with volume, in order of level. */
export function servicePrices(ground: PriceGround): Price[] {
  const { volume, natures, growth } = ground;
  const perMeasure = divide(ONE, inMeasures(volume.parts, volume.service));
  const average = grownParts(natures, growth).map((part) => scaled(part, perMeasure));
  const supplements = multiply(ground.supplementsPaid, perMeasure);
  const weightOf = levelWeights(volume);
  return [...volume.levels].map(([level, parts]) => {
    const weight = weightOf(level);
    return roundedPrice(ground, {
      level,
      volumeParts: parts,
      parts: average.map((part) => scaled(part, weight)),
      supplementsPerMeasure: multiply(supplements, weight),
    });
  });
}

/** base(u) = Σ_k g_k·X_k(u): 6,300,000 × 1.042 = 6,564,600. Published in whole øre. */
export function baseGrant(unit: string, natures: CostByNature, growth: GrowthFactors): BaseGrant {
  const parts = grownParts(natures, growth);
  const exact = parts.map((part) => part.perMeasure).reduce(add, ZERO);
  return { unit, parts, exact, publishedOre: roundHalfAway(exact) };
}

/** Cost × growth by nature, in order; perMeasure is still the whole amount. Natures without cost are left out. */
function grownParts(natures: CostByNature, growth: GrowthFactors): PricePart[] {
  return [...natures]
    .filter(([, costOre]) => costOre !== 0n)
    .sort(([a], [b]) => byKey(a, b))
    .map(([nature, costOre]) => {
      const factor = growth.of(nature);
      return { nature, costOre, growth: factor, perMeasure: multiply(fraction(costOre), factor) };
    });
}

const scaled = (part: PricePart, factor: Fraction): PricePart => ({
  ...part,
  perMeasure: multiply(part.perMeasure, factor),
});

/** w_l ÷ w̄, w̄ = Σ w_l·A_l ÷ ΣA; 1 without levels. Weights 1 and 1.18 on 900 and 100 days: w̄ = 1.018. */
function levelWeights({ service, parts, levels }: PricedVolume): (level: string) => Fraction {
  const weights = new Map(service.levels.map(({ name, weight }) => [name, weight]));
  const sum = [...levels]
    .map(([level, volume]) => multiply(weights.get(level) ?? ONE, fraction(volume)))
    .reduce(add, ZERO);
  if (sum.num === 0n) return () => ONE;
  const mean = divide(sum, fraction(parts));
  return (level) => divide(weights.get(level) ?? ONE, mean);
}

type Unrounded = Pick<Price, 'level' | 'volumeParts' | 'parts' | 'supplementsPerMeasure'>;

function roundedPrice({ kind, volume, roundToOre }: PriceGround, unrounded: Unrounded): Price {
  const { service } = volume;
  const whole = unrounded.parts.map(({ perMeasure }) => perMeasure).reduce(add, ZERO);
  const exact = subtract(whole, unrounded.supplementsPerMeasure);
  const publishedOre = roundHalfAway(divide(exact, fraction(roundToOre))) * roundToOre;
  const effect = multiply(
    subtract(fraction(publishedOre), exact),
    inMeasures(unrounded.volumeParts, service),
  );
  return {
    kind,
    service: service.id,
    measure: service.measure ?? '',
    ...unrounded,
    exact,
    publishedOre,
    roundingEffectOre: roundHalfAway(effect),
  };
}
