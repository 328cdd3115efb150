// A loop: nodes that serve one another, cut out of the network with what leaks from each of them to the outside.

import type { ShareMatrix } from './share-matrix.ts';

/** Shares between the nodes of a loop as rows of doubles, and the share of each node that leaves the loop. */
export type LoopShares = {
  readonly size: number;
  readonly rowStart: Int32Array;
  readonly to: Int32Array;
  readonly share: Float64Array;
  readonly leak: Float64Array;
};

/**
 * A loop of the network, numbered within itself (node k is `members[k]`): edges inside it with their whole weights,
 * `total` being the weight of all that leaves a node, inside and out.
 */
export type Loop = LoopShares & {
  readonly members: readonly number[];
  readonly weight: readonly bigint[];
  readonly total: readonly bigint[];
};

/**
 * `throughput(b)` ≈ x with x = b + Sᵀx: what passes each node when b enters. `contribution(c)` ≈ a with a = c + S·a:
 * what of an øre at each node comes to the c of it. Both in whatever unit the right side is in.
 */
export type LoopSolver = {
  readonly throughput: (b: Float64Array) => Float64Array;
  readonly contribution: (c: Float64Array) => Float64Array;
};

/** Cuts the loop of `members` (ascending) out of the network. `localOf` is scratch space, one place per node. */
export function cutLoop(
  matrix: ShareMatrix,
  members: readonly number[],
  localOf: Int32Array,
  isMember: (node: number) => boolean,
): Loop {
  for (let local = 0; local < members.length; local++) localOf[members[local]!] = local;
  const size = members.length;
  const rowStart = new Int32Array(size + 1);
  const room = members.reduce((sum, node) => sum + matrix.rowStart[node + 1]! - matrix.rowStart[node]!, 0);
  const to = new Int32Array(room);
  const share = new Float64Array(room);
  const weight: bigint[] = [];
  const leak = new Float64Array(size);
  let count = 0;
  for (let local = 0; local < size; local++) {
    const node = members[local]!;
    for (let e = matrix.rowStart[node]!, end = matrix.rowStart[node + 1]!; e < end; e++) {
      const target = matrix.to[e]!;
      if (isMember(target)) {
        to[count] = localOf[target]!;
        share[count++] = matrix.share[e]!;
        weight.push(matrix.weight[e]!);
      } else leak[local]! += matrix.share[e]!;
    }
    rowStart[local + 1] = count;
  }
  return {
    size,
    members,
    rowStart,
    to: to.slice(0, count),
    share: share.slice(0, count),
    leak,
    weight,
    total: members.map((node) => matrix.total[node]!),
  };
}
