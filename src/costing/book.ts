// The book: what flows along each edge in whole øre, so that own + in = out at every node and nothing is lost on the
// way to the rounded amounts at the ends.

import { type Flow, FRACTION_BITS, type Network, type NodeAmount } from '../tables/network.ts';
import { join } from './connected-parts.ts';
import { quantised } from './round-ends.ts';
import type { ShareMatrix } from './share-matrix.ts';

/**
 * The flows of one strand. Each exact flow is rounded to the nearest øre; what is then out of balance at the nodes is
 * pushed along a spanning tree of the largest flows (Kruskal; equal flows in order of edges). Zero flows are left out.
 * @throws Error when a connected part's own amounts and ends do not agree: wrong program.
 */
export function bookOf(
  network: Network,
  matrix: ShareMatrix,
  strand: number,
  throughput: readonly bigint[],
  ends: readonly NodeAmount[],
  partOf: Int32Array,
): Flow[] {
  const edges: number[] = [];
  const flow = new Map<number, bigint>();
  const size = new Float64Array(network.edges.length);
  const balance: bigint[] = new Array(matrix.size).fill(0n);
  for (const own of network.own) if (own.strand === strand) balance[own.node]! += own.amountOre;
  for (const end of ends) balance[end.node]! -= end.amountOre;
  for (let e = 0; e < network.edges.length; e++) {
    const { from, to, weight } = network.edges[e]!;
    if (partOf[from]! < 0) continue;
    const exact = (throughput[from]! * weight) / matrix.total[from]!;
    const amount = nearest(exact);
    edges.push(e);
    flow.set(e, amount);
    size[e] = Math.abs(Number(quantised(exact)));
    balance[from]! -= amount;
    balance[to]! += amount;
  }
  edges.sort((a, b) => size[b]! - size[a]! || a - b);
  const forest = Int32Array.from({ length: matrix.size }, (_, node) => node);
  const tree = edges.filter((e) => join(forest, network.edges[e]!.from, network.edges[e]!.to));
  pushResiduals(network, tree, balance, flow);
  if (balance.some((left) => left !== 0n)) throw new Error('the book of flows does not balance');
  return edges
    .sort((a, b) => a - b)
    .map((edge) => ({ edge, strand, amountOre: flow.get(edge)! }))
    .filter(({ amountOre }) => amountOre !== 0n);
}

/** Whole øre nearest to a fixed-point value, halves away from zero. */
function nearest(value: bigint): bigint {
  const half = 1n << (FRACTION_BITS - 1n);
  return value < 0n ? -((half - value) >> FRACTION_BITS) : (value + half) >> FRACTION_BITS;
}

/** From the leaves of the tree inward: each node's imbalance goes along its last edge to the node beyond. */
function pushResiduals(
  network: Network,
  tree: readonly number[],
  balance: bigint[],
  flow: Map<number, bigint>,
): void {
  const edgesAt = new Map<number, Set<number>>();
  const at = (node: number): Set<number> => {
    const known = edgesAt.get(node) ?? new Set();
    edgesAt.set(node, known);
    return known;
  };
  for (const e of tree) {
    at(network.edges[e]!.from).add(e);
    at(network.edges[e]!.to).add(e);
  }
  const leaves = [...edgesAt].filter(([, edges]) => edges.size === 1).map(([node]) => node);
  for (let i = 0; i < leaves.length; i++) {
    const leaf = leaves[i]!;
    const [e] = at(leaf);
    if (e === undefined) continue;
    const { from, to } = network.edges[e]!;
    const beyond = leaf === from ? to : from;
    const excess = balance[leaf]!;
    flow.set(e, flow.get(e)! + (leaf === from ? excess : -excess));
    balance[leaf] = 0n;
    balance[beyond]! += excess;
    at(leaf).delete(e);
    at(beyond).delete(e);
    if (at(beyond).size === 1) leaves.push(beyond);
  }
}
