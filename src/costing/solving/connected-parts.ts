// What of the network a strand's cost can reach, and how that hangs together: whole øre can be balanced within a
// connected part, and only there.

import type { Network } from '../../tables/network.ts';
import type { ShareMatrix } from './share-matrix.ts';

/**
 * For each node the first node of its connected part, or −1 where the strand's cost cannot come. Reach is a matter of
 * edges and non-zero own amounts, not of values, so that cost and income that cancel out on the way change nothing.
 */
export function connectedParts(network: Network, matrix: ShareMatrix, strand: number): Int32Array {
  const { size, rowStart, to } = matrix;
  const partOf = new Int32Array(size).fill(-1);
  const reached: number[] = [];
  const reach = (node: number): void => {
    if (partOf[node] !== -1) return;
    partOf[node] = node;
    reached.push(node);
  };
  for (const own of network.own) if (own.strand === strand && own.amountOre !== 0n) reach(own.node);
  for (let i = 0; i < reached.length; i++) {
    const node = reached[i]!;
    for (let e = rowStart[node]!; e < rowStart[node + 1]!; e++) reach(to[e]!);
  }
  for (const node of reached) {
    for (let e = rowStart[node]!; e < rowStart[node + 1]!; e++) join(partOf, node, to[e]!);
  }
  for (let node = 0; node < size; node++) if (partOf[node] !== -1) partOf[node] = first(partOf, node);
  return partOf;
}

/** The first node of a part, shortening the way to it for the next time (union-find). */
export function first(partOf: Int32Array, node: number): number {
  let at = node;
  while (partOf[at] !== at) {
    partOf[at] = partOf[partOf[at]!]!;
    at = partOf[at]!;
  }
  return at;
}

/** Joins two parts under the lower of their first nodes; false when they were one already. */
export function join(partOf: Int32Array, a: number, b: number): boolean {
  const [one, other] = [first(partOf, a), first(partOf, b)];
  partOf[Math.max(one, other)] = Math.min(one, other);
  return one !== other;
}
