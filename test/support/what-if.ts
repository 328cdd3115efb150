// Live re-costing held against the stages from scratch, on generated municipalities: whatever is changed, and in
// whatever order, the sheet holds the same to the last byte.

import { cost } from '../../src/costing/cost.ts';
import { volumesByUnit } from '../../src/costing/organised.ts';
import type { Driver, Model } from '../../src/model/model.ts';
import { add, type Fraction, fraction, multiply, roundHalfAway, ZERO } from '../../src/money/fraction.ts';
import { price } from '../../src/prices/price.ts';
import { partsPerMeasure } from '../../src/tables/activity.ts';
import type { PriceList } from '../../src/tables/prices.ts';
import { type Change, changedModel } from '../../src/whatif/change.ts';
import { withChanges } from '../../src/whatif/change-sheet.ts';
import { groundOf } from '../../src/whatif/ground.ts';
import { keyChange } from '../../src/whatif/keys/key-change.ts';
import { isProblem } from '../../src/whatif/problem.ts';
import { drawSheet, paidPrices, type Sheet } from '../../src/whatif/sheet.ts';
import { type Random, randomFrom } from '../auditor/generate-network.ts';
import { cubeOf, dividedAmongPersons } from './cube-of.ts';
import { generateMunicipality, type Municipality } from './generate-municipality.ts';
import { asText } from './laws/law.ts';

const pick = <T>(random: Random, from: readonly T[]): T => from[random.below(from.length)]!;

/** The sheet of a generated municipality; undefined where the model is refused. */
export function sheetOf(municipality: Municipality, random: Random): Sheet | undefined {
  const { model, volumes } = municipality;
  const cube = cubeOf(dividedAmongPersons(random, volumes, model.years.cost));
  return drawSheet(model, groundOf(model, { ...municipality, cube })).sheet;
}

/** What a random walk through changes says against the stages; undefined where the first sheet is refused. */
export function whatIfComplaints(seed: number, steps: number): string[] | undefined {
  const municipality = generateMunicipality(seed);
  const random = randomFrom(seed + 7_000_003);
  const first = sheetOf(municipality, random);
  if (!first) return undefined;
  let sheet: Sheet = first;
  const made: Change[] = [];
  for (let step = 1; step <= steps; step++) {
    const changes = someChanges(random, sheet);
    const next: Sheet | undefined = withChanges(sheet, changes).sheet;
    const expected = fromScratch(municipality, [...made, ...changes]);
    const found = next && asText(figures(next));
    if (found !== expected) return [`step ${step}, ${asText(changes)}: ${differing(found, expected)}`];
    if (!next) continue;
    sheet = next;
    made.push(...changes);
  }
  return [];
}

const figures = ({ model, costs, list, earned, costFindings, priceFindings }: Sheet) => [
  ...[model.growth, costs, list, [...earned.values()].map(({ unit, earnedOre }) => [unit, earnedOre])],
  ...[costFindings, priceFindings],
];

/** The same figures by a whole run of the stages on the changed model; undefined where it is refused. */
function fromScratch(municipality: Municipality, changes: readonly Change[]): string | undefined {
  const model = changes.reduce(changedModel, municipality.model);
  const costing = cost({ ...municipality, model });
  const pricing = costing.costs && price({ model, costs: costing.costs });
  if (!costing.costs || !pricing?.prices) return undefined;
  const earned = plainlyEarned({ ...municipality, model }, pricing.prices, changes);
  const { costs, findings } = costing;
  return asText([model.growth, costs, pricing.prices, earned, findings, pricing.findings]);
}

/** F(u) = base + Σ (price + supplements) × quantity, one volume after another. */
function plainlyEarned(
  { model, volumes }: Municipality,
  list: PriceList,
  changes: readonly Change[],
): [string, bigint][] {
  const measures = new Map(model.services.map(({ id, measure }) => [id, measure ?? '']));
  const stated = changes.filter((change) => change.kind === 'price');
  const factors = changes.filter((change) => change.kind === 'volume');
  const sums = new Map<string, Fraction>();
  const give = (unit: string, amount: Fraction): unknown =>
    sums.set(unit, add(sums.get(unit) ?? ZERO, amount));
  for (const { unit, publishedOre } of list.baseGrants) give(unit, fraction(publishedOre));
  for (const { service, unit, level, parts, state, year } of volumesByUnit(model, volumes)) {
    if (state !== model.costing.volumes || year !== model.years.cost) continue;
    const found = list.prices.find(
      (one) => one.kind === 'financing' && one.service === service && one.level === level,
    );
    const said = stated.findLast((one) => one.service === service && one.level === level);
    const quantity = factors
      .filter((one) => (one.service ?? service) === service && (one.unit ?? unit) === unit)
      .map(({ factor }) => factor)
      .reduce(multiply, fraction(parts, partsPerMeasure(measures.get(service)!)));
    const rates = list.supplements
      .filter((one) => one.service === service && one.unit === unit)
      .map(({ amount }) => amount);
    const rate = found && [fraction(said?.publishedOre ?? found.publishedOre), ...rates].reduce(add);
    give(unit, rate ? multiply(rate, quantity) : ZERO);
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([unit, amount]) => [unit, roundHalfAway(amount)]);
}

/** One to three changes of any kind that can be made of the sheet. */
export function someChanges(random: Random, sheet: Sheet): Change[] {
  let { model } = sheet;
  return Array.from({ length: 1 + random.below(3) }).flatMap(() => {
    const change = pick(random, [someGrowth, somePrice, someKey, someKey, someVolume])(random, sheet, model);
    if (change) model = changedModel(model, change);
    return change ?? [];
  });
}

type Draw = (random: Random, sheet: Sheet, model: Model) => Change | undefined;

const someGrowth: Draw = (random, _, { years }) => ({
  kind: 'growth',
  year: years.price,
  nature: pick(random, ['wages', 'goods', 'refunds', 'all']),
  growth: fraction(BigInt(random.below(400) - 100), 1000n),
});

const somePrice: Draw = (random, sheet) => {
  const prices = paidPrices(sheet);
  if (prices.length === 0) return undefined;
  const { service, level } = pick(random, prices);
  return { kind: 'price', service, level, publishedOre: BigInt(random.below(1_000_000)) };
};

const someVolume: Draw = (random, { volumes }) => {
  const places = [...volumes].flatMap(([unit, paid]) => paid.map(({ service }) => ({ service, unit })));
  if (places.length === 0) return undefined;
  const { service, unit } = pick(random, places);
  const factor = fraction(BigInt(random.below(200)), 100n);
  return { kind: 'volume', factor, ...pick(random, [{ service }, { unit }, { service, unit }]) };
};

const someKey: Draw = (random, _, model) => {
  const driver = pick(random, [...model.costing.drivers.values()]);
  const names = someNames(random, driver, model);
  const amount = random.chance(50)
    ? ({ kind: 'factor', factor: fraction(BigInt(random.below(30)), 10n) } as const)
    : ({
        kind: 'quantity',
        quantity: fraction(BigInt(random.below(100)), driver.kind === 'shares' ? 100n : 4n),
      } as const);
  const change = keyChange(model, { driver: driver.name, names, amount });
  return isProblem(change) ? undefined : change;
};

function someNames(random: Random, driver: Driver, model: Model): string[] {
  if (driver.kind === 'shares') return [pick(random, [...driver.shares.keys(), 'nobody'])];
  if (driver.kind === 'minutes') {
    const { id, levels } = pick(random, model.services);
    return [id, ...levels.filter(() => random.chance(30)).map(({ name }) => name)];
  }
  const [one, other] = [pick(random, model.units).id, pick(random, model.units).id];
  return driver.kind === 'table' && random.chance(60) ? [one, other] : [one];
}

function differing(found: string | undefined, expected: string | undefined): string {
  if (found === undefined || expected === undefined)
    return found === expected
      ? 'both refused'
      : `only ${found === undefined ? 'the sheet' : 'the run'} is refused`;
  let at = 0;
  while (found[at] === expected[at]) at += 1;
  return `${found.slice(at - 80, at + 60)} instead of ${expected.slice(at - 80, at + 60)}`;
}
