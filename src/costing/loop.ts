// A loop: nodes that serve one another, cut out of the network with what leaks from each of them to the outside.

import { ratio, type ShareMatrix } from './share-matrix.ts';

/**
 * Rows as in ShareMatrix, numbered within the loop (node k is `members[k]` of the network), only edges inside.
 * share[e] = weight[e] / total[from] as a double; leak[k] = the share of node k that leaves the loop.
 */
export type Loop = {
  readonly size: number;
  readonly members: readonly number[];
  readonly rowStart: Int32Array;
  readonly to: Int32Array;
  readonly weight: readonly bigint[];
  readonly total: readonly bigint[];
  readonly share: Float64Array;
  readonly leak: Float64Array;
};

/** Cuts the loop of `members` (ascending) out of the network. `localOf` is scratch space, one place per node. */
export function cutLoop(matrix: ShareMatrix, members: readonly number[], localOf: Int32Array): Loop {
  localOf.fill(-1);
  for (const [local, node] of members.entries()) localOf[node] = local;
  const rowStart = new Int32Array(members.length + 1);
  const to: number[] = [];
  const weight: bigint[] = [];
  const share: number[] = [];
  const leak = new Float64Array(members.length);
  for (const [local, node] of members.entries()) {
    const total = matrix.total[node]!;
    let leaving = 0n;
    for (let e = matrix.rowStart[node]!; e < matrix.rowStart[node + 1]!; e++) {
      const target = localOf[matrix.to[e]!]!;
      if (target < 0) {
        leaving += matrix.weight[e]!;
        continue;
      }
      to.push(target);
      weight.push(matrix.weight[e]!);
      share.push(ratio(matrix.weight[e]!, total));
    }
    leak[local] = ratio(leaving, total);
    rowStart[local + 1] = to.length;
  }
  const totals = members.map((node) => matrix.total[node]!);
  return {
    size: members.length,
    members,
    rowStart,
    to: Int32Array.from(to),
    weight,
    total: totals,
    share: Float64Array.from(share),
    leak,
  };
}
