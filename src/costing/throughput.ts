// What passes each node of the network: part by part in the order in which cost flows, loops solved as a whole.

import { FRACTION_BITS, type Network } from '../tables/network.ts';
import { eliminateDense } from './eliminate.ts';
import { solveExactly } from './fixed-point.ts';
import { cutLoop } from './loop.ts';
import type { ShareMatrix } from './share-matrix.ts';

/** throughput[strand][node] in fixed point, for a network without closed loops whose `parts` are in order of flow. */
export function throughputOf(
  network: Network,
  matrix: ShareMatrix,
  parts: readonly (readonly number[])[],
): bigint[][] {
  const throughput = network.strands.map((): bigint[] => new Array(matrix.size).fill(0n));
  for (const { node, strand, amountOre } of network.own)
    throughput[strand]![node]! += amountOre << FRACTION_BITS;
  const localOf = new Int32Array(matrix.size);
  for (const part of parts) {
    if (part.length > 1) solveLoop(matrix, part, throughput, localOf);
    else for (const x of throughput) handOn(matrix, part[0]!, x);
  }
  return throughput;
}

/** Adds to each node that `node` sends to its share of what passes `node`. */
function handOn({ rowStart, to, weight, total }: ShareMatrix, node: number, x: bigint[]): void {
  const value = x[node]!;
  if (value === 0n) return;
  for (let e = rowStart[node]!; e < rowStart[node + 1]!; e++)
    x[to[e]!]! += (value * weight[e]!) / total[node]!;
}

/** Solves the loop for every strand that reaches it, and hands on what leaves it. */
function solveLoop(
  matrix: ShareMatrix,
  members: readonly number[],
  throughput: readonly bigint[][],
  localOf: Int32Array,
): void {
  const loop = cutLoop(matrix, members, localOf);
  const solver = eliminateDense(loop);
  for (const x of throughput) {
    const b = members.map((node) => x[node]!);
    if (b.every((value) => value === 0n)) continue;
    const solved = solveExactly(loop, solver, b);
    for (const [local, node] of members.entries()) x[node] = solved[local]!;
    for (const node of members) {
      for (let e = matrix.rowStart[node]!; e < matrix.rowStart[node + 1]!; e++) {
        const target = matrix.to[e]!;
        if (localOf[target]! < 0) x[target]! += (x[node]! * matrix.weight[e]!) / matrix.total[node]!;
      }
    }
  }
}
