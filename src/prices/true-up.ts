// Settling a forecast price against the actual one. The rule may be asymmetric: a scheme that pays providers when
// the actual price came out above the forecast, and claims nothing back when it came out below.

import type { Finding } from '../findings/finding.ts';
import type { Model, Pricing } from '../model/model.ts';
import { byKey } from '../money/apportion.ts';
import { type Fraction, fraction, multiply, roundHalfAway } from '../money/fraction.ts';
import { type Ore, ore } from '../money/ore.ts';
import { partsPerMeasure, type Volume } from '../tables/activity.ts';
import type { AdoptedPrice, AdoptedPrices, PriceList } from '../tables/prices.ts';

/** What a unit is paid (positive) or gives back (negative) for a service and level; prices are øre per measure. */
export type TrueUpLine = {
  readonly service: string;
  readonly level: string;
  readonly unit: string;
  readonly parts: bigint;
  readonly forecastOre: bigint;
  readonly actualOre: bigint;
  readonly amountOre: Ore;
};

type Rule = NonNullable<Pricing['trueUp']>;

/**
 * Settles published financing prices: (actual − forecast) × volume × the share that the model pays when the actual
 * price is above, or claims when it is below. 10 hours, forecast 918, actual 930, pays 100 %: 120 kroner; actual 900,
 * claims 0 %: 0. Volumes are those of the price year that the prices were paid for; lines in order of service,
 * level and unit, each rounded once. Without a rule in the model nothing is settled, and that is an error.
 */
export function trueUp({
  model,
  forecast,
  actual,
  volumes,
}: {
  readonly model: Model;
  readonly forecast: AdoptedPrices | PriceList;
  readonly actual: AdoptedPrices | PriceList;
  readonly volumes: readonly Volume[];
}): { lines: TrueUpLine[]; findings: Finding[] } {
  const rule = model.pricing.trueUp;
  if (!rule) return { lines: [], findings: [noRule(model)] };
  if (forecast.priceYear !== actual.priceYear)
    return { lines: [], findings: [otherYear(model, forecast.priceYear, actual.priceYear)] };
  const forecasts = financingPrices(forecast.prices);
  const actuals = financingPrices(actual.prices);
  const findings: Finding[] = [];
  const lines = yearSums(volumes, model, actual.priceYear).flatMap(({ service, level, unit, parts }) => {
    const key = `${service}/${level}`;
    const [before, after] = [forecasts.get(key), actuals.get(key)];
    if (!before && !after) return [];
    if (!before || !after) {
      findings.push(onlyOne(model, key, before ? 'actual' : 'forecast'));
      return [];
    }
    const amountOre = settle(rule, before, after, parts);
    const [forecastOre, actualOre] = [before.publishedOre, after.publishedOre];
    return [{ service, level, unit, parts, forecastOre, actualOre, amountOre }];
  });
  return { lines, findings: distinct(findings) };
}

function settle(rule: Rule, before: AdoptedPrice, after: AdoptedPrice, parts: bigint): Ore {
  const difference = after.publishedOre - before.publishedOre;
  const part: Fraction = difference > 0n ? rule.payWhenAbove : rule.claimWhenBelow;
  const measures = fraction(parts, partsPerMeasure(after.measure));
  return ore(roundHalfAway(multiply(multiply(fraction(difference), measures), part)));
}

const financingPrices = (prices: readonly AdoptedPrice[]): Map<string, AdoptedPrice> =>
  new Map(
    prices
      .filter(({ kind }) => kind === 'financing')
      .map((price) => [`${price.service}/${price.level}`, price]),
  );

type YearSum = Pick<Volume, 'service' | 'level' | 'unit' | 'parts'>;

/** Volumes of the year in the state that the model's prices are divided by, months added up. */
function yearSums(volumes: readonly Volume[], model: Model, year: number): YearSum[] {
  const paid = volumes.filter((volume) => volume.year === year && volume.state === model.costing.volumes);
  const groups = Map.groupBy(paid, ({ service, level, unit }) => `${service}\n${level}\n${unit}`);
  return [...groups]
    .sort(([a], [b]) => byKey(a, b))
    .map(([, [first, ...rest]]) => ({
      ...first!,
      parts: rest.reduce((sum, { parts }) => sum + parts, first!.parts),
    }));
}

const distinct = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [finding.message, finding])).values(),
];

const noRule = (model: Model): Finding => ({
  rule: 'prices/no-true-up',
  severity: 'error',
  message: 'the model has no rule for settling a forecast price against the actual one',
  remedy: `Write prices: { true-up: { pay-when-above: … %, claim-when-below: … % } } in ${model.file}.`,
  where: { file: model.file, key: 'prices' },
});

const otherYear = (model: Model, forecast: number, actual: number): Finding => ({
  rule: 'prices/true-up-year',
  severity: 'error',
  message: `the forecast prices are for ${forecast} and the actual ones for ${actual}`,
  remedy: 'Settle prices of one year: cost the year that was forecast, with the same price year.',
  where: { file: model.file, key: 'prices' },
});

const onlyOne = (model: Model, key: string, missing: string): Finding => ({
  rule: 'prices/true-up-incomplete',
  severity: 'warning',
  message: `${key.replace(/\/$/, '').replace('/', ' · ')} has volume and no ${missing} price, so it is not settled`,
  remedy: 'Adopt a price for it, or settle it apart.',
  where: { file: model.file, key },
});
