// The book: what flows along each edge in whole øre, so that own + in = out at every node and nothing is lost on the
// way to the rounded amounts at the ends.

import { type Flow, FRACTION_BITS, type Network, type NodeAmount } from '../../tables/network.ts';
import { join } from './connected-parts.ts';
import { type FlowGraph, GRID_BITS, roundUp } from './round-flows.ts';
import type { ShareMatrix } from './share-matrix.ts';

const GRID = BigInt(GRID_BITS);
const BELOW_ONE = (1n << GRID) - 1n;

/**
 * The flows of one strand, in order of edges, zero flows left out. Each exact flow is rounded up or down so that nodes
 * stay in balance; what the rounded ends then ask for is pushed along a spanning tree of the largest flows (Kruskal;
 * equal flows in order of edges).
 *
 * Bound: a flow off the tree is less than an øre (and half a grid unit) from exact. Rounding leaves a node at most one
 * øre out of balance, an end two, and these sum to zero, so that a tree edge carries at most half of it: at most as many
 * øre in all as the connected part has nodes.
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
  for (let e = 0; e < network.edges.length; e++) if (partOf[network.edges[e]!.from]! >= 0) edges.push(e);
  const graph: FlowGraph = {
    nodes: matrix.size,
    from: Int32Array.from(edges, (e) => network.edges[e]!.from),
    to: Int32Array.from(edges, (e) => network.edges[e]!.to),
  };
  const { amounts, sizes } = roundedFlows(matrix, graph, edges, throughput);
  const balance: bigint[] = new Array(matrix.size).fill(0n);
  for (const own of network.own) if (own.strand === strand) balance[own.node]! += own.amountOre;
  for (const end of ends) balance[end.node]! -= end.amountOre;
  for (let e = 0; e < amounts.length; e++) {
    balance[graph.from[e]!]! -= amounts[e]!;
    balance[graph.to[e]!]! += amounts[e]!;
  }
  pushAlong(spanningForest(graph, sizes), graph, balance, amounts);
  if (balance.some((left) => left !== 0n)) throw new Error('the book of flows does not balance');
  const flows = amounts.map((amountOre, e) => ({ edge: edges[e]!, strand, amountOre }));
  return flows.filter(({ amountOre }) => amountOre !== 0n);
}

/** Flows in whole øre, in balance but for the ends, and their magnitudes by which the largest are found. */
function roundedFlows(
  { weight, total }: ShareMatrix,
  graph: FlowGraph,
  edges: readonly number[],
  throughput: readonly bigint[],
): { amounts: bigint[]; sizes: Float64Array } {
  const drop = FRACTION_BITS - GRID;
  const half = 1n << (drop - 1n);
  const onGrid = edges.map((edge, e) => {
    const from = graph.from[e]!;
    return ((throughput[from]! * weight[edge]!) / total[from]! + half) >> drop;
  });
  const up = roundUp(
    graph,
    Int32Array.from(onGrid, (value) => Number(value & BELOW_ONE)),
  );
  return {
    amounts: onGrid.map((value, e) => (value >> GRID) + BigInt(up[e]!)),
    sizes: Float64Array.from(onGrid, (value) => Math.abs(Number(value))),
  };
}

/** The edges of the forest in which every part hangs together by its largest flows. */
function spanningForest({ nodes, from, to }: FlowGraph, sizes: Float64Array): number[] {
  const order = Int32Array.from(sizes, (_, e) => e).sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  const forest = Int32Array.from({ length: nodes }, (_, node) => node);
  const tree: number[] = [];
  for (const e of order) if (join(forest, from[e]!, to[e]!)) tree.push(e);
  return tree;
}

/**
 * From the leaves of the forest inward, each node's imbalance goes along its last edge to the node beyond. The edges
 * that a node still has are kept as their exclusive or: when there is one left, that is it.
 */
function pushAlong(
  tree: readonly number[],
  { nodes, from, to }: FlowGraph,
  balance: bigint[],
  amounts: bigint[],
): void {
  const degree = new Int32Array(nodes);
  const edgesLeft = new Int32Array(nodes);
  const change = (node: number, e: number, by: number): void => {
    degree[node]! += by;
    edgesLeft[node]! ^= e;
  };
  for (const e of tree) {
    change(from[e]!, e, 1);
    change(to[e]!, e, 1);
  }
  const leaves: number[] = [];
  for (let node = 0; node < nodes; node++) if (degree[node] === 1) leaves.push(node);
  for (let i = 0; i < leaves.length; i++) {
    const leaf = leaves[i]!;
    if (degree[leaf] !== 1) continue;
    const e = edgesLeft[leaf]!;
    const beyond = leaf === from[e] ? to[e]! : from[e]!;
    const excess = balance[leaf]!;
    amounts[e]! += leaf === from[e] ? excess : -excess;
    balance[leaf] = 0n;
    balance[beyond]! += excess;
    change(leaf, e, -1);
    change(beyond, e, -1);
    if (degree[beyond] === 1) leaves.push(beyond);
  }
}
