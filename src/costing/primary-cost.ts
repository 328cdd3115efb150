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

/** Sums assigned accounts by pool × unit and strand. What sums to nothing leaves no trace. */
export function primaryCost(model: Model, assignments: readonly Assignment[]): PrimaryCost {
  const pools = new Map(model.costing.pools.map((pool) => [pool.name, pool]));
  const sums = new Map<string, { node: NetworkNode; amounts: Map<string, bigint> }>();
  const strands = new Map<string, Strand>();
  for (const { pool, unit, nature, amountOre } of assignments) {
    const { answers, paidAs } = pools.get(pool)!;
    const strand = `${nature}|${answers}|${paidAs}`;
    if (!strands.has(strand)) strands.set(strand, { key: strand, nature, answers, paidAs });
    const node = networkNode('pool', pool, { unit });
    const sum = sums.get(node.key) ?? { node, amounts: new Map<string, bigint>() };
    sum.amounts.set(strand, (sum.amounts.get(strand) ?? 0n) + amountOre);
    sums.set(node.key, sum);
  }
  const held = [...sums.values()]
    .map(({ node, amounts }) => ({ node, amounts: withoutZeros(amounts) }))
    .filter(({ amounts }) => amounts.size > 0);
  const used = new Set(held.flatMap(({ amounts }) => [...amounts.keys()]));
  const own = new Map(held.map(({ node, amounts }) => [node.key, amounts]));
  return {
    nodes: held.map(({ node }) => node),
    strands: new Map([...strands].filter(([key]) => used.has(key))),
    own,
    poolAmount: (pool, unit) => {
      const amounts = own.get(networkNode('pool', pool, { unit }).key);
      return amounts ? amounts.values().reduce((sum, amountOre) => sum + amountOre, 0n) : 0n;
    },
    orphansOf: (pool) => orphans(assignments.filter((found) => found.pool === pool)),
  };
}

const withoutZeros = (amounts: ReadonlyMap<string, bigint>): Map<string, bigint> =>
  new Map([...amounts].filter(([, amountOre]) => amountOre !== 0n));

function orphans(assignments: readonly Assignment[]): Orphans {
  const without = assignments.filter(({ unit, amountOre }) => unit === '' && amountOre !== 0n);
  return {
    responsibilities: [...new Set(without.map(({ responsibility }) => responsibility))].sort(byKey),
    rows: without.reduce((sum, { rows }) => sum + rows, 0),
  };
}
