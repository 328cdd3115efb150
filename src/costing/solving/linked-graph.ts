// A loop as linked lists of edges, from which nodes can be taken out one by one.

import type { LoopShares } from './loop.ts';

/** Edges in lists that are linked both ways, from both ends. −1 ends a list. */
export type LinkedGraph = {
  readonly size: number;
  readonly leak: Float64Array;
  readonly isOut: Uint8Array;
  readonly outHead: Int32Array;
  readonly inHead: Int32Array;
  readonly outCount: Int32Array;
  readonly inCount: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly share: Float64Array;
  readonly outNext: Int32Array;
  readonly outLast: Int32Array;
  readonly inNext: Int32Array;
  readonly inLast: Int32Array;
  /** Places for edges that are free again, or were never used. */
  readonly free: number[];
};

/** The edges of a loop in linked lists, with room for those that taking nodes out adds before it frees any. */
export function linkedGraph({ size, rowStart, to, share, leak }: LoopShares): LinkedGraph {
  const room = to.length + 2 * size + 8;
  const graph: LinkedGraph = {
    size,
    leak: Float64Array.from(leak),
    isOut: new Uint8Array(size),
    outHead: new Int32Array(size).fill(-1),
    inHead: new Int32Array(size).fill(-1),
    outCount: new Int32Array(size),
    inCount: new Int32Array(size),
    from: new Int32Array(room),
    to: new Int32Array(room),
    share: new Float64Array(room),
    outNext: new Int32Array(room),
    outLast: new Int32Array(room),
    inNext: new Int32Array(room),
    inLast: new Int32Array(room),
    free: Array.from({ length: room - to.length }, (_, i) => to.length + i),
  };
  for (let i = 0; i < size; i++) {
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) link(graph, e, i, to[e]!, share[e]!);
  }
  return graph;
}

/** Puts an edge at place `e`. */
export function link(graph: LinkedGraph, e: number, from: number, to: number, share: number): void {
  graph.from[e] = from;
  graph.to[e] = to;
  graph.share[e] = share;
  const [out, into] = [graph.outHead[from]!, graph.inHead[to]!];
  graph.outNext[e] = out;
  graph.outLast[e] = -1;
  if (out >= 0) graph.outLast[out] = e;
  graph.outHead[from] = e;
  graph.inNext[e] = into;
  graph.inLast[e] = -1;
  if (into >= 0) graph.inLast[into] = e;
  graph.inHead[to] = e;
  graph.outCount[from]!++;
  graph.inCount[to]!++;
}

/** Takes the edge at place `e` out and frees the place. */
export function unlink(graph: LinkedGraph, e: number): void {
  const [from, to] = [graph.from[e]!, graph.to[e]!];
  const [outNext, outLast] = [graph.outNext[e]!, graph.outLast[e]!];
  if (outLast < 0) graph.outHead[from] = outNext;
  else graph.outNext[outLast] = outNext;
  if (outNext >= 0) graph.outLast[outNext] = outLast;
  const [inNext, inLast] = [graph.inNext[e]!, graph.inLast[e]!];
  if (inLast < 0) graph.inHead[to] = inNext;
  else graph.inNext[inLast] = inNext;
  if (inNext >= 0) graph.inLast[inNext] = inLast;
  graph.outCount[from]!--;
  graph.inCount[to]!--;
  graph.free.push(e);
}

/** The edge between two nodes, or −1, looked for in the shorter of the two lists. */
export function edgeBetween(graph: LinkedGraph, from: number, to: number): number {
  if (graph.outCount[from]! <= graph.inCount[to]!) {
    let e = graph.outHead[from]!;
    while (e >= 0 && graph.to[e] !== to) e = graph.outNext[e]!;
    return e;
  }
  let e = graph.inHead[to]!;
  while (e >= 0 && graph.from[e] !== from) e = graph.inNext[e]!;
  return e;
}
