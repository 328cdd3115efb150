// Primary cost: what the ledger put into each pool at each unit, kept apart by strand.

import type { Model } from '../model/model.ts';
import { byKey } from '../money/apportion.ts';
import type { Assignment } from '../tables/costs.ts';
import type { NetworkNode, Strand } from '../tables/network.ts';
import { networkNode } from './network-node.ts';

/** Postings of a pool whose responsibility belongs to no unit: the responsibilities, in order, and how many rows. */
export type Orphans = { readonly responsibilities: readonly string[]; readonly rows: number };

/** Nodes and strands that hold cost; amounts in øre by node key and strand key, none of them 0. */
export type PrimaryCost = {
  readonly nodes: readonly NetworkNode[];
  readonly strands: ReadonlyMap<string, Strand>;
  readonly own: ReadonlyMap<string, ReadonlyMap<string, bigint>>;
  /** Øre of a pool at a unit, all strands together. */
  readonly poolAmount: (pool: string, unit: string) => bigint;
  readonly orphansOf: (pool: string) => Orphans;
};

type Held = { readonly node: NetworkNode; readonly amounts: Map<string, bigint> };

/** Sums assigned accounts by pool × unit and strand. What sums to nothing leaves no trace. */
export function primaryCost(model: Model, assignments: readonly Assignment[]): PrimaryCost {
  const strands = new Map<string, Strand>();
  const sums = sumByPoolAndUnit(model, assignments, strands);
  const held = [...sums.values()].flatMap((units) => [...units.values()]).filter(withoutZeros);
  const used = new Set(held.flatMap(({ amounts }) => [...amounts.keys()]));
  return {
    nodes: held.map(({ node }) => node),
    strands: new Map([...strands].filter(([key]) => used.has(key))),
    own: new Map(held.map(({ node, amounts }) => [node.key, amounts])),
    poolAmount: (pool, unit) =>
      sums
        .get(pool)
        ?.get(unit)
        ?.amounts.values()
        .reduce((sum, amountOre) => sum + amountOre, 0n) ?? 0n,
    orphansOf: (pool) => orphans(assignments.filter((found) => found.pool === pool)),
  };
}

/** Pool → unit → what it holds; `strands` gathers the strands met on the way. */
function sumByPoolAndUnit(
  model: Model,
  assignments: readonly Assignment[],
  strands: Map<string, Strand>,
): ReadonlyMap<string, ReadonlyMap<string, Held>> {
  const pools = new Map(model.costing.pools.map((pool) => [pool.name, pool]));
  const sums = new Map<string, Map<string, Held>>();
  for (const { pool, unit, nature, amountOre } of assignments) {
    const { answers, paidAs } = pools.get(pool)!;
    const strand = `${nature}|${answers}|${paidAs}`;
    if (!strands.has(strand)) strands.set(strand, { key: strand, nature, answers, paidAs });
    const units = sums.get(pool) ?? new Map<string, Held>();
    const { node, amounts } = units.get(unit) ?? {
      node: networkNode('pool', pool, { unit }),
      amounts: new Map<string, bigint>(),
    };
    amounts.set(strand, (amounts.get(strand) ?? 0n) + amountOre);
    units.set(unit, { node, amounts });
    sums.set(pool, units);
  }
  return sums;
}

/** Drops strands that sum to nothing; false when none is left. */
function withoutZeros({ amounts }: Held): boolean {
  for (const [strand, amountOre] of amounts) if (amountOre === 0n) amounts.delete(strand);
  return amounts.size > 0;
}

function orphans(assignments: readonly Assignment[]): Orphans {
  const without = assignments.filter(({ unit, amountOre }) => unit === '' && amountOre !== 0n);
  return {
    responsibilities: [...new Set(without.map(({ responsibility }) => responsibility))].sort(byKey),
    rows: without.reduce((sum, { rows }) => sum + rows, 0),
  };
}
