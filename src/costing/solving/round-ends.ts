// Rounding, once: what stays at the end nodes becomes whole øre that keep the sum.

import { roundKeepingSum } from '../../money/apportion.ts';
import { FRACTION_BITS, type Network, type NodeAmount } from '../../tables/network.ts';

/** Remainders are compared to 2^-64 øre, far coarser than the errors of fixed point: equal ones stay equal. */
const COMPARED_BITS = 64n;

/** A fixed-point value to the nearest 2^-64 øre, halves away from zero. */
export function quantised(value: bigint): bigint {
  const drop = FRACTION_BITS - COMPARED_BITS;
  const half = 1n << (drop - 1n);
  return value < 0n ? -((half - value) >> drop) : (value + half) >> drop;
}

/**
 * The ends' amounts of one strand in whole øre: largest remainder within each connected part, ties by key. `partOf` is
 * as connectedParts gives it; amounts of 0 øre are left out.
 */
export function roundEnds(
  network: Network,
  strand: number,
  throughput: readonly bigint[],
  isEnd: Uint8Array,
  partOf: Int32Array,
): NodeAmount[] {
  const totals = new Map<number, bigint>();
  for (const own of network.own) {
    const part = partOf[own.node]!;
    if (own.strand === strand && part >= 0) totals.set(part, (totals.get(part) ?? 0n) + own.amountOre);
  }
  const endsOf = new Map<number, number[]>();
  for (let node = 0; node < network.nodes.length; node++) {
    const part = partOf[node]!;
    if (!isEnd[node] || part < 0) continue;
    const ends = endsOf.get(part);
    if (ends) ends.push(node);
    else endsOf.set(part, [node]);
  }
  const amounts: NodeAmount[] = [];
  for (const [part, ends] of endsOf) {
    const values = ends.map((node) => throughput[node]!);
    const keys = ends.map((node) => network.nodes[node]!.key);
    for (const [i, amountOre] of roundToTotal(values, totals.get(part)!, keys).entries()) {
      if (amountOre !== 0n) amounts.push({ node: ends[i]!, strand, amountOre });
    }
  }
  return amounts.sort((a, b) => a.node - b.node);
}

/**
 * Whole øre that sum to `total`, for fixed-point values that sum to it but for small errors (and for less than an øre
 * where the total was itself rounded). Largest remainder, ties by key.
 *
 * What the values, to the nearest 2^-64 øre, miss of the total is spread evenly over all of them, which leaves the
 * order of their remainders as it is; a whole value that so comes to stand a hair below its øre has the largest
 * remainder of all and gets that øre back.
 */
export function roundToTotal(values: readonly bigint[], total: bigint, keys: readonly string[]): bigint[] {
  const count = BigInt(values.length);
  const grid = values.map(quantised);
  let defect = -(total << COMPARED_BITS);
  for (const value of grid) defect += value;
  const numerators = grid.map((value) => value * count - defect);
  return roundKeepingSum(numerators, count << COMPARED_BITS, keys);
}
