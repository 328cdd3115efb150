// What passes each node of the network: part by part in the order in which cost flows, loops solved as a whole.

import { FRACTION_BITS, type Network } from '../../tables/network.ts';
import { loopThroughput, type SolvableLoop } from './fixed-point.ts';
import { cutLoop } from './loop.ts';
import { loopSolver } from './loop-solver.ts';
import type { ShareMatrix } from './share-matrix.ts';
import { doublings, wholeWeights } from './whole-product.ts';

/** Single nodes and loops, each before those that it sends cost to; `stepOf` gives each node's place in `steps`. */
export type Course = {
  readonly steps: readonly (number | SolvableLoop)[];
  readonly stepOf: Int32Array;
};

/** The course through strongly connected parts that are in order of flow. */
export function courseThrough(matrix: ShareMatrix, parts: readonly (readonly number[])[]): Course {
  const stepOf = new Int32Array(matrix.size);
  for (const [step, members] of parts.entries()) for (const node of members) stepOf[node] = step;
  const localOf = new Int32Array(matrix.size);
  const steps = parts.map((members, step) => {
    if (members.length === 1) return members[0]!;
    const loop = cutLoop(matrix, members, localOf, (node) => stepOf[node] === step);
    return { loop, solver: loopSolver(loop), weights: wholeWeights(loop) };
  });
  return { steps, stepOf };
}

/**
 * throughput[strand][node] in fixed point, for a network without closed loops. It is computed with as many bits more
 * as an error can grow by on its way, which is the throughput that one unit of own cost at every node would give, and
 * then rounded: the digits are those of the exact value, whatever the order of nodes or the way of solving.
 */
export function throughputOf(network: Network, matrix: ShareMatrix, course: Course): bigint[][] {
  const reach = throughputInDoubles(matrix, course, new Float64Array(matrix.size).fill(1));
  const guard = guardBits(reach);
  const throughput = network.strands.map((): bigint[] => new Array(matrix.size).fill(0n));
  for (const { node, strand, amountOre } of network.own) {
    throughput[strand]![node]! += amountOre << (FRACTION_BITS + guard);
  }
  for (const x of throughput) {
    passOn(matrix, course, x);
    for (let node = 0; node < x.length; node++) x[node] = withoutGuard(x[node]!, guard);
  }
  return throughput;
}

/** Errors stay below 2^-32 units: one value in four thousand million may be rounded otherwise than its exact one. */
const SPARE_BITS = 32;

/** Bits enough for the errors of all nodes together to grow by the largest of their factors and stay far below a unit. */
export function guardBits(factors: Float64Array): bigint {
  const largest = factors.reduce((most, factor) => Math.max(most, factor), 1);
  if (!(largest < 1e300)) throw new Error('a loop leaks less than one part in 10^300');
  return BigInt(doublings(largest * (factors.length + 1)) + 2 + SPARE_BITS);
}

/** The nearest value without its guard bits. */
export const withoutGuard = (value: bigint, guard: bigint): bigint => (value + (1n << (guard - 1n))) >> guard;

/** From own cost to throughput, in place. */
function passOn(matrix: ShareMatrix, { steps, stepOf }: Course, x: bigint[]): void {
  const { rowStart, to, weight, total } = matrix;
  for (const [step, at] of steps.entries()) {
    const members = typeof at === 'number' ? [at] : at.loop.members;
    if (members.every((node) => x[node] === 0n)) continue;
    if (typeof at !== 'number') {
      const b = members.map((node) => x[node]!);
      for (const [local, value] of loopThroughput(at, b).entries()) x[members[local]!] = value;
    }
    for (const node of members) {
      const value = x[node]!;
      for (let e = rowStart[node]!; e < rowStart[node + 1]!; e++) {
        const target = to[e]!;
        if (stepOf[target] !== step) x[target]! += (value * weight[e]!) / total[node]!;
      }
    }
  }
}

/** Throughput for own cost b, in doubles: right to some 10 digits. */
export function throughputInDoubles(matrix: ShareMatrix, course: Course, b: Float64Array): Float64Array {
  const { rowStart, to, share } = matrix;
  const x = Float64Array.from(b);
  for (const [step, at] of course.steps.entries()) {
    const members = typeof at === 'number' ? [at] : at.loop.members;
    if (typeof at !== 'number') {
      const right = Float64Array.from(members, (node) => x[node]!);
      for (const [local, value] of at.solver.throughput(right).entries()) x[members[local]!] = value;
    }
    for (const node of members) {
      for (let e = rowStart[node]!; e < rowStart[node + 1]!; e++) {
        if (course.stepOf[to[e]!] !== step) x[to[e]!]! += x[node]! * share[e]!;
      }
    }
  }
  return x;
}
