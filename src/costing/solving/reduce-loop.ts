// Taking the rings, chains and branches out of a large loop before it is solved: nodes whose removal adds no more
// edges than it takes away.

import { edgeBetween, type LinkedGraph, link, linkedGraph, unlink } from './linked-graph.ts';
import type { LoopShares, LoopSolver } from './loop.ts';

/** Row q holds the nodes and shares at start[q] ≤ e < start[q + 1]. */
type Rows = { readonly start: number[]; readonly node: number[]; readonly share: number[] };

/** Nodes in the order of being taken out: what each kept, who handed to it and whom it handed to at that time. */
type Reduction = {
  readonly order: readonly number[];
  readonly kept: readonly number[];
  readonly into: Rows;
  readonly out: Rows;
};

/** Below this part of nodes that can go cheaply, taking them out is not worth its lists. */
const WORTHWHILE = 1 / 20;

/**
 * Takes out node after node that n others hand to and that hands to m others, while n·m ≤ n + m, by the same sums
 * without subtraction as eliminateDense; `solveCore` solves what is left. A ring or a chain of any length vanishes.
 */
export function reduceLoop(loop: LoopShares, solveCore: (core: LoopShares) => LoopSolver): LoopSolver {
  if (cheapNodes(loop) < loop.size * WORTHWHILE) return solveCore(loop);
  const graph = linkedGraph(loop);
  const taken = takeOut(graph);
  const { nodes, kept, core } = coreOf(graph);
  const solver = solveCore(core);
  const inCore = (x: Float64Array): Float64Array => Float64Array.from(nodes, (node) => x[node]!);
  return {
    throughput: (b) => {
      const x = Float64Array.from(b);
      handDown(taken, taken.out, x);
      for (const [k, value] of solver.throughput(inCore(x)).entries()) x[nodes[k]!] = value / kept[k]!;
      return fillIn(taken, taken.into, x);
    },
    contribution: (c) => {
      const a = Float64Array.from(c);
      handDown(taken, taken.into, a);
      const right = inCore(a).map((value, k) => value / kept[k]!);
      for (const [k, value] of solver.contribution(right).entries()) a[nodes[k]!] = value;
      return fillIn(taken, taken.out, a);
    },
  };
}

/** In the order of taking out: what stands at a node goes to those that were still there. */
function handDown({ order, kept }: Reduction, { start, node, share }: Rows, x: Float64Array): void {
  for (let q = 0; q < order.length; q++) {
    const handed = x[order[q]!]! / kept[q]!;
    for (let e = start[q]!; e < start[q + 1]!; e++) x[node[e]!]! += handed * share[e]!;
  }
}

/** Backwards: the value of a node from those that were still there. */
function fillIn({ order, kept }: Reduction, { start, node, share }: Rows, x: Float64Array): Float64Array {
  for (let q = order.length - 1; q >= 0; q--) {
    let sum = x[order[q]!]!;
    for (let e = start[q]!; e < start[q + 1]!; e++) sum += x[node[e]!]! * share[e]!;
    x[order[q]!] = sum / kept[q]!;
  }
  return x;
}

function cheapNodes({ size, rowStart, to }: LoopShares): number {
  const inCount = new Int32Array(size);
  for (const target of to) inCount[target]!++;
  let cheap = 0;
  for (let i = 0; i < size; i++) if (isCheap(inCount[i]!, rowStart[i + 1]! - rowStart[i]!)) cheap++;
  return cheap;
}

const isCheap = (inCount: number, outCount: number): boolean => inCount * outCount <= inCount + outCount;

/** The nodes that are left as a loop of its own, each row divided by what its node keeps from handing to itself. */
function coreOf(graph: LinkedGraph): { nodes: number[]; kept: number[]; core: LoopShares } {
  const nodes: number[] = [];
  const place = new Int32Array(graph.size);
  for (let node = 0; node < graph.size; node++) {
    if (!graph.isOut[node]) place[node] = nodes.push(node) - 1;
  }
  const kept = nodes.map((node) => keptBy(graph, node));
  const rowStart = new Int32Array(nodes.length + 1);
  const to: number[] = [];
  const share: number[] = [];
  for (const [k, node] of nodes.entries()) {
    for (let e = graph.outHead[node]!; e >= 0; e = graph.outNext[e]!) {
      to.push(place[graph.to[e]!]!);
      share.push(graph.share[e]! / kept[k]!);
    }
    rowStart[k + 1] = to.length;
  }
  const leak = Float64Array.from(nodes, (node, k) => graph.leak[node]! / kept[k]!);
  const core = {
    size: nodes.length,
    rowStart,
    to: Int32Array.from(to),
    share: Float64Array.from(share),
    leak,
  };
  return { nodes, kept, core };
}

/** Takes cheap nodes out in order of number, then those that became cheap, until none is or one node is left. */
function takeOut(graph: LinkedGraph): Reduction {
  const { size, isOut, inCount, outCount } = graph;
  const order: number[] = [];
  const kept: number[] = [];
  const into: Rows = { start: [0], node: [], share: [] };
  const out: Rows = { start: [0], node: [], share: [] };
  const queue: number[] = [];
  const consider = (node: number): void => {
    if (isCheap(inCount[node]!, outCount[node]!)) queue.push(node);
  };
  for (let node = 0; node < size; node++) consider(node);
  for (let q = 0; q < queue.length && order.length < size - 1; q++) {
    const node = queue[q]!;
    if (isOut[node] || !isCheap(inCount[node]!, outCount[node]!)) continue;
    isOut[node] = 1;
    order.push(node);
    kept.push(keptBy(graph, node));
    passThrough(graph, node, kept.at(-1)!);
    for (let e = graph.inHead[node]!; e >= 0; e = graph.inHead[node]!) {
      consider(moveEdge(graph, e, graph.from[e]!, into));
    }
    for (let e = graph.outHead[node]!; e >= 0; e = graph.outHead[node]!) {
      consider(moveEdge(graph, e, graph.to[e]!, out));
    }
    into.start.push(into.node.length);
    out.start.push(out.node.length);
  }
  return { order, kept, into, out };
}

/** Moves an edge from the graph to the record of its node at the other end, which is returned. */
function moveEdge(graph: LinkedGraph, e: number, other: number, record: Rows): number {
  record.node.push(other);
  record.share.push(graph.share[e]!);
  unlink(graph, e);
  return other;
}

/** What a node hands to others and leaks: 1 less what it hands back to itself, without subtraction. */
function keptBy({ outHead, outNext, share, leak }: LinkedGraph, node: number): number {
  let kept = leak[node]!;
  for (let e = outHead[node]!; e >= 0; e = outNext[e]!) kept += share[e]!;
  return kept;
}

/** Joins everyone who hands to the node with everyone it hands to; the places it needs are freed only afterwards. */
function passThrough(graph: LinkedGraph, node: number, kept: number): void {
  for (let into = graph.inHead[node]!; into >= 0; into = graph.inNext[into]!) {
    const from = graph.from[into]!;
    const factor = graph.share[into]! / kept;
    graph.leak[from]! += factor * graph.leak[node]!;
    for (let out = graph.outHead[node]!; out >= 0; out = graph.outNext[out]!) {
      const to = graph.to[out]!;
      if (to === from) continue;
      const known = edgeBetween(graph, from, to);
      if (known >= 0) graph.share[known]! += factor * graph.share[out]!;
      else link(graph, graph.free.pop()!, from, to, factor * graph.share[out]!);
    }
  }
}
