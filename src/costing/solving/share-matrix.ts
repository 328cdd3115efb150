// The shares of a network as rows of edges: row i holds the edges that leave node i, in order of the node they reach.

import { isEnd, type Network } from '../../tables/network.ts';

/**
 * Node i's edges are rowStart[i] ≤ e < rowStart[i + 1]; edge e goes to `to[e]` with `weight[e]`; what leaves node i
 * weighs `total[i]` together; share[e] = weight[e] / total[i] as a double. `inward[i]` counts the edges that reach i.
 */
export type ShareMatrix = {
  readonly size: number;
  readonly rowStart: Int32Array;
  readonly to: Int32Array;
  readonly weight: readonly bigint[];
  readonly total: readonly bigint[];
  readonly share: Float64Array;
  readonly inward: Int32Array;
  readonly isEnd: Uint8Array;
};

/**
 * The rows of a network, edge e of the matrix being edge e of the network.
 * @throws Error when the edges break the network's contract (order, weights above zero, none from an end): wrong program.
 */
export function shareMatrix({ nodes, edges }: Network): ShareMatrix {
  const size = nodes.length;
  const rowStart = new Int32Array(size + 1);
  const to = new Int32Array(edges.length);
  const inward = new Int32Array(size);
  const weight: bigint[] = new Array(edges.length);
  const total: bigint[] = new Array(size).fill(0n);
  const end = Uint8Array.from(nodes, (node) => (isEnd(node.kind) ? 1 : 0));
  let before = { from: -1, to: -1 };
  for (let e = 0; e < edges.length; e++) {
    const edge = edges[e]!;
    const isInOrder = edge.from > before.from || (edge.from === before.from && edge.to > before.to);
    if (!isInOrder || edge.weight <= 0n || edge.from === edge.to || end[edge.from]) {
      throw new Error(`edge ${e} of the network breaks its contract`);
    }
    before = edge;
    rowStart[edge.from + 1]!++;
    to[e] = edge.to;
    weight[e] = edge.weight;
    inward[edge.to]!++;
    total[edge.from]! += edge.weight;
  }
  for (let i = 0; i < size; i++) rowStart[i + 1]! += rowStart[i]!;
  const share = new Float64Array(edges.length);
  for (let i = 0; i < size; i++) {
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) share[e] = ratio(weight[e]!, total[i]!);
  }
  return { size, rowStart, to, weight, total, share, inward, isEnd: end };
}

/** part / whole as a double, also where the whole numbers are too large for doubles. whole > 0. */
function ratio(part: bigint, whole: bigint): number {
  const double = Number(part) / Number(whole);
  if (Number.isFinite(double)) return double;
  const excess = BigInt(whole.toString(2).length - 900);
  return Number(part >> excess) / Number(whole >> excess);
}
