// The cost that prices and base grants are made of: whose it is, by service, unit and nature, with unused capacity
// placed where the model says.

import type { Finding } from '../findings/finding.ts';
import type { Model } from '../model/model.ts';
import { apportion, byKey } from '../money/apportion.ts';
import { ore } from '../money/ore.ts';
import type { Costs } from '../tables/costs.ts';
import type { Strand } from '../tables/network.ts';
import type { PriceKind } from '../tables/prices.ts';

/** Nature → whole øre of the cost year. */
export type CostByNature = ReadonlyMap<string, bigint>;

/** ΣV by service for each kind of price, and X by unit for base grants. */
export type PricedCost = {
  readonly services: { readonly [kind in PriceKind]: ReadonlyMap<string, CostByNature> };
  readonly base: ReadonlyMap<string, CostByNature>;
  readonly findings: readonly Finding[];
};

type Sums = Map<string, Map<string, bigint>>;

const isFinanced = ({ answers, paidAs }: Strand): boolean => answers === 'provider' && paidAs === 'price';
const isBase = ({ answers, paidAs }: Strand): boolean => answers === 'provider' && paidAs === 'base';

/**
 * Financing prices take what providers answer for and is paid by price; base grants what they answer for and is paid
 * as base, at the unit where it ended; full-cost prices take everything that reached the service. Unused capacity is
 * in the price of the services that share its minutes, in the base grant of its unit, or with the purchaser.
 */
export function pricedCost(model: Model, costs: Costs): PricedCost {
  const services: { [kind in PriceKind]: Sums } = { financing: new Map(), 'full-cost': new Map() };
  const base: Sums = new Map();
  const place = (service: string, unit: string, strand: Strand, amountOre: bigint): void => {
    put(services['full-cost'], service, strand.nature, amountOre);
    if (isFinanced(strand)) put(services.financing, service, strand.nature, amountOre);
    if (isBase(strand)) put(base, unit, strand.nature, amountOre);
  };
  for (const object of costs.objects)
    for (const { strand, amountOre } of object.costs) place(object.service, object.unit, strand, amountOre);
  const findings = placeUnused(model, costs, place, (unit, strand, amountOre) => {
    if (strand.answers === 'provider') put(base, unit, strand.nature, amountOre);
  });
  return { services, base, findings };
}

function put(sums: Sums, key: string, nature: string, amountOre: bigint): void {
  const natures = sums.get(key) ?? new Map<string, bigint>();
  natures.set(nature, (natures.get(nature) ?? 0n) + amountOre);
  sums.set(key, natures);
}

function placeUnused(
  model: Model,
  costs: Costs,
  inPrice: (service: string, unit: string, strand: Strand, amountOre: bigint) => void,
  withUnit: (unit: string, strand: Strand, amountOre: bigint) => void,
): Finding[] {
  const unused = costs.remainders.filter(({ kind }) => kind === 'unused');
  if (unused.length === 0 || model.pricing.unused === 'purchaser') return [];
  if (model.pricing.unused === undefined) return [undecided(model, unused[0]!.name, unused)];
  if (model.pricing.unused === 'unit') {
    for (const { unit, costs: strands } of unused)
      for (const { strand, amountOre } of strands) withUnit(unit, strand, amountOre);
    return [];
  }
  return intoPrices(model, costs, inPrice);
}

/** Each flow to unused capacity is divided over the services that its node serves, by the minutes that they used. */
function intoPrices(
  model: Model,
  { network, solution }: Costs,
  inPrice: (service: string, unit: string, strand: Strand, amountOre: bigint) => void,
): Finding[] {
  const findings: Finding[] = [];
  const isUnused = (node: number): boolean => network.nodes[node]!.kind === 'unused';
  const leaving = Map.groupBy(network.edges, ({ from }) => from);
  for (const { edge, strand, amountOre } of solution.flows) {
    const { from, to } = network.edges[edge]!;
    if (!isUnused(to)) continue;
    const served = leaving.get(from)!.filter((other) => !isUnused(other.to));
    const nodes = served.map((other) => network.nodes[other.to]!);
    if (served.length === 0 || nodes.some(({ service }) => service === '')) {
      findings.push(nowhereToPrice(model, network.nodes[from]!.key, network.nodes[to]!.name, amountOre));
      continue;
    }
    const weights = served.map(({ weight }) => weight);
    const keys = nodes.map(({ key }) => key);
    for (const [i, part] of apportion(amountOre, weights, keys).entries())
      inPrice(nodes[i]!.service, nodes[i]!.unit, network.strands[strand]!, part);
  }
  return findings.sort((a, b) => byKey(a.message, b.message));
}

function undecided(model: Model, driver: string, unused: readonly { amountOre: bigint }[]): Finding {
  return {
    rule: 'prices/unused-undecided',
    severity: 'error',
    message: `the driver "${driver}" has unused capacity, and the model does not say who bears it`,
    remedy: `Write prices: { unused: price }, unit or purchaser in ${model.file}.`,
    where: { file: model.file, key: 'prices' },
    amountOre: ore(unused.reduce((sum, { amountOre }) => sum + amountOre, 0n)),
  };
}

function nowhereToPrice(model: Model, from: string, driver: string, amountOre: bigint): Finding {
  return {
    rule: 'prices/unused-without-service',
    severity: 'error',
    message: `unused capacity of "${driver}" at ${from} is to be in the price, and no service with volume shares those minutes`,
    remedy: `Write prices: { unused: unit } or purchaser in ${model.file}, or send that cost to services.`,
    where: { file: model.file, key: 'prices' },
    amountOre: ore(amountOre),
  };
}
