// Where cost is paid for: at the object that it reached, as price or base grant, with unused capacity placed where the
// model says.

import type { Finding } from '../findings/finding.ts';
import type { Model } from '../model/model.ts';
import { apportion, byKey } from '../money/apportion.ts';
import { ore } from '../money/ore.ts';
import type { Costs } from '../tables/costs.ts';
import type { Strand } from '../tables/network.ts';

/**
 * Cost in one strand, in whole øre, at the service and level that it is paid with; service "" for unused capacity that
 * a unit's base grant bears. `level` is "" where the service has none, and for unused capacity of all its levels.
 */
export type PlacedCost = {
  readonly unit: string;
  readonly service: string;
  readonly level: string;
  readonly strand: Strand;
  readonly paidAs: 'price' | 'base';
  readonly amountOre: bigint;
};

export type Placed = { readonly placed: readonly PlacedCost[]; readonly findings: readonly Finding[] };

/** All cost that reached objects, and unused capacity where the model lets prices or base grants bear it. */
export function placeCost(model: Model, costs: Costs): Placed {
  const reached = costs.objects.flatMap(({ unit, service, level, costs: strands }) =>
    strands.map(({ strand, amountOre }) => ({
      ...{ unit, service, level, strand, amountOre },
      paidAs: strand.paidAs,
    })),
  );
  const { placed, findings } = placeUnused(model, costs);
  return { placed: [...reached, ...placed], findings };
}

function placeUnused(model: Model, costs: Costs): Placed {
  const unused = costs.remainders.filter(({ kind }) => kind === 'unused');
  if (unused.length === 0 || model.pricing.unused === 'purchaser') return { placed: [], findings: [] };
  if (model.pricing.unused === undefined)
    return { placed: [], findings: [undecided(model, unused[0]!.name, unused)] };
  if (model.pricing.unused === 'price') return intoPrices(model, costs);
  const placed = unused.flatMap(({ unit, costs: strands }) =>
    strands.map(({ strand, amountOre }) => ({
      ...{ unit, service: '', level: '', strand, amountOre },
      paidAs: 'base' as const,
    })),
  );
  return { placed, findings: [] };
}

/** Each flow to unused capacity is divided over the services that its node serves, by the minutes that they used. */
function intoPrices(model: Model, { network, solution }: Costs): Placed {
  const placed: PlacedCost[] = [];
  const findings: Finding[] = [];
  const isUnused = (node: number): boolean => network.nodes[node]!.kind === 'unused';
  const leaving = Map.groupBy(network.edges, ({ from }) => from);
  for (const { edge, strand: number, amountOre: whole } of solution.flows) {
    const { from, to } = network.edges[edge]!;
    if (!isUnused(to)) continue;
    const served = leaving.get(from)!.filter((other) => !isUnused(other.to));
    const nodes = served.map((other) => network.nodes[other.to]!);
    if (served.length === 0 || nodes.some(({ service }) => service === '')) {
      findings.push(nowhereToPrice(model, network.nodes[from]!.key, network.nodes[to]!.name, whole));
      continue;
    }
    const weights = served.map(({ weight }) => weight);
    const keys = nodes.map(({ key }) => key);
    const strand = network.strands[number]!;
    for (const [i, amountOre] of apportion(whole, weights, keys).entries()) {
      const { unit, service, level } = nodes[i]!;
      placed.push({ unit, service, level, strand, amountOre, paidAs: strand.paidAs });
    }
  }
  return { placed, findings: findings.sort((a, b) => byKey(a.message, b.message)) };
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
