// Where the cost of an object comes from: of each øre that enters the network at a node, how much ends there.

import { FRACTION_BITS, type Network, type NodeAmount } from '../tables/network.ts';
import { components } from './solving/components.ts';
import { loopContribution } from './solving/fixed-point.ts';
import { roundToTotal } from './solving/round-ends.ts';
import { type ShareMatrix, shareMatrix } from './solving/share-matrix.ts';
import { type Course, courseThrough, guardBits, withoutGuard } from './solving/throughput.ts';

/**
 * a = S·a with a = 1 at `end`, in fixed point (2^FRACTION_BITS = the whole øre): an øre of own cost at node i brings
 * a[i] øre to the end node, by whatever ways. The same for every strand. For a network without closed loops.
 * @example A sends 1/6 to M, M 1/5 to A, M 4/5 to the end: a(A) = 4/29, a(M) = 24/29.
 */
export function contributions(network: Network, end: number): bigint[] {
  const matrix = shareMatrix(network);
  const course = courseThrough(matrix, components(matrix));
  const guard = guardBits(stepsToAnEnd(matrix, course));
  const a: bigint[] = new Array(matrix.size).fill(0n);
  a[end] = 1n << (FRACTION_BITS + guard);
  for (let step = course.steps.length - 1; step >= 0; step--) gather(matrix, course, step, a);
  return a.map((value) => withoutGuard(value, guard));
}

/** The contribution of a step's nodes from those that they hand to, which have theirs. */
function gather(
  { rowStart, to, weight, total }: ShareMatrix,
  { steps, stepOf }: Course,
  step: number,
  a: bigint[],
): void {
  const at = steps[step]!;
  const members = typeof at === 'number' ? [at] : at.loop.members;
  const fromOutside = members.map((node) => {
    let sum = 0n;
    for (let e = rowStart[node]!; e < rowStart[node + 1]!; e++) {
      if (stepOf[to[e]!] !== step) sum += weight[e]! * a[to[e]!]!;
    }
    return sum === 0n ? 0n : sum / total[node]!;
  });
  if (fromOutside.every((value) => value === 0n)) return;
  const values = typeof at === 'number' ? fromOutside : loopContribution(at, fromOutside);
  for (const [k, node] of members.entries()) a[node] = values[k]!;
}

/** How many times an øre at each node is handed on until it comes to an end: how far an error can grow. */
function stepsToAnEnd({ rowStart, to, share, size }: ShareMatrix, { steps, stepOf }: Course): Float64Array {
  const a = new Float64Array(size).fill(1);
  for (let step = steps.length - 1; step >= 0; step--) {
    const at = steps[step]!;
    const members = typeof at === 'number' ? [at] : at.loop.members;
    for (const node of members) {
      for (let e = rowStart[node]!; e < rowStart[node + 1]!; e++) {
        if (stepOf[to[e]!] !== step) a[node]! += share[e]! * a[to[e]!]!;
      }
    }
    if (typeof at === 'number') continue;
    const values = at.solver.contribution(Float64Array.from(members, (node) => a[node]!));
    for (const [k, node] of members.entries()) a[node] = values[k]!;
  }
  return a;
}

/**
 * The øre of a strand at an end node by the nodes where they entered the network; they sum to `amountOre`, each within
 * an øre of its exact value. `shares` is as contributions gives it; nodes that contribute 0 øre are left out.
 */
export function originsOf(
  network: Network,
  shares: readonly bigint[],
  strand: number,
  amountOre: bigint,
): NodeAmount[] {
  const own = network.own.filter((entry) => entry.strand === strand && shares[entry.node] !== 0n);
  if (own.length === 0) return [];
  const amounts = roundToTotal(
    own.map((entry) => entry.amountOre * shares[entry.node]!),
    amountOre,
    own.map((entry) => network.nodes[entry.node]!.key),
  );
  return own
    .map(({ node }, i) => ({ node, strand, amountOre: amounts[i]! }))
    .filter((origin) => origin.amountOre !== 0n);
}
