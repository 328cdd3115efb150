// Laws of changes whose effect is known: another method, k times the money, the opposite sign, prices of no growth.

import { cost } from '../../../src/costing/cost.ts';
import type { Model } from '../../../src/model/model.ts';
import { byKey } from '../../../src/money/apportion.ts';
import { add, type Fraction, fraction, multiply, ZERO } from '../../../src/money/fraction.ts';
import { price } from '../../../src/prices/price.ts';
import { partsPerMeasure } from '../../../src/tables/activity.ts';
import type { Costs } from '../../../src/tables/costs.ts';
import { FRACTION_BITS } from '../../../src/tables/network.ts';
import { growth } from '../hand-made-model.ts';
import { asText, type Case } from './law.ts';

export function methodsAgree({ municipality }: Case): string[] | undefined {
  const { model } = municipality;
  const order = model.units.flatMap(({ id, kind }) => (kind === 'support' ? [id] : []));
  if (order.length === 0) return undefined;
  const results = ([{ kind: 'reciprocal' }, { kind: 'direct' }, { kind: 'step-down', order }] as const).map(
    (method) => {
      const { costs } = cost({ ...municipality, model: { ...model, costing: { ...model.costing, method } } });
      return costs && asText([costs.objects, costs.remainders, costs.solution]);
    },
  );
  return results.every((result) => result === results[0]) ? [] : ['the methods differ'];
}

/** Amount of every end, strand by strand. */
function endAmounts({ network, solution }: Costs): Map<string, bigint> {
  return new Map(
    solution.ends.map(({ node, strand, amountOre }) => [
      `${network.nodes[node]!.key} ${network.strands[strand]!.key}`,
      amountOre,
    ]),
  );
}

export function scales({ municipality, costs, random }: Case): string[] {
  const k = BigInt(2 + random.below(1000));
  const accounts = municipality.accounts.map((row) => ({ ...row, amountOre: row.amountOre * k }));
  const after = cost({ ...municipality, accounts }).costs;
  if (!after) return ['refused'];
  const [before, then] = [endAmounts(costs), endAmounts(after)];
  const complaints: string[] = [];
  for (const key of new Set([...before.keys(), ...then.keys()])) {
    const off = (then.get(key) ?? 0n) - k * (before.get(key) ?? 0n);
    if (off > k || off < -k) complaints.push(`${key} is ${off} øre off ${k} times`);
  }
  for (const [s, row] of costs.solution.throughput.entries()) {
    for (const [n, value] of row.entries()) {
      const off = after.solution.throughput[s]![n]! - k * value;
      if ((off < 0n ? -off : off) >> (FRACTION_BITS - 60n) > 0n) complaints.push(`throughput of ${n} is off`);
    }
  }
  return complaints;
}

export function negates({ municipality, costs }: Case): string[] | undefined {
  const { model } = municipality;
  if (model.costing.pools.some(({ goes }) => goes.kind === 'share' && goes.driver === 'like-first'))
    return undefined;
  const accounts = municipality.accounts.map((row) => ({ ...row, amountOre: -row.amountOre }));
  const after = cost({ ...municipality, accounts }).costs;
  if (!after) return ['refused'];
  const negative = new Map([...endAmounts(after)].map(([key, amountOre]) => [key, -amountOre]));
  const inOrder = (map: ReadonlyMap<string, bigint>): string =>
    asText([...map].sort(([a], [b]) => byKey(a, b)));
  return inOrder(negative) === inOrder(endAmounts(costs)) ? [] : ['costs are not the negative of costs'];
}

/** With growth 0 and unrounded: Σ price × volume + supplements + base grants = what providers answer for there. */
export function calibrates({ municipality, costs }: Case): string[] | undefined {
  const model: Model = { ...municipality.model, growth: [growth(2026, { all: '0 %' })] };
  const { prices } = price({ model, costs });
  if (!prices) return undefined;
  const measures = (service: string, parts: bigint): Fraction => {
    const { measure = '' } = model.services.find(({ id }) => id === service)!;
    return fraction(parts, partsPerMeasure(measure));
  };
  let paid = ZERO;
  for (const { kind, service, exact, volumeParts } of prices.prices)
    if (kind === 'financing') paid = add(paid, multiply(exact, measures(service, volumeParts)));
  for (const { service, unit: at, amount } of prices.supplements)
    for (const object of costs.objects)
      if (object.service === service && object.unit === at)
        paid = add(paid, multiply(amount, measures(service, object.parts)));
  for (const { exact } of prices.baseGrants) paid = add(paid, exact);
  const answered = fraction(answeredFor(model, costs));
  return asText(paid) === asText(answered) ? [] : [`paid ${asText(paid)}, answered for ${asText(answered)}`];
}

/** Provider-answered øre that prices and base grants must pay: at priced services, as base grant, and unused. */
function answeredFor(model: Model, { objects, remainders }: Costs): bigint {
  const priced = new Set(objects.filter(({ parts }) => parts > 0n).map(({ service }) => service));
  let sum = 0n;
  for (const { service, costs } of objects)
    for (const { strand, amountOre } of costs)
      if (strand.answers === 'provider' && (strand.paidAs === 'base' || priced.has(service)))
        sum += amountOre;
  if (model.pricing.unused === 'purchaser') return sum;
  for (const { kind, costs } of remainders)
    for (const { strand, amountOre } of costs)
      if (kind === 'unused' && strand.answers === 'provider') sum += amountOre;
  return sum;
}
