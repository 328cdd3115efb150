// Divides a whole among any number of rows without ever holding them all: first among blocks of rows by how many
// rows they hold, then each block likewise, down to blocks small enough to be divided row by row.

import { apportion } from '../money/apportion.ts';

/** At most this many parts are held at a time and level. */
const BLOCK = 256;

/** `total` (øre, minutes, days …) belongs to the `count` rows from number `first`. */
export type Block = { readonly first: number; readonly count: number; readonly total: bigint };

/**
 * The blocks of at most 256 rows in order, whose totals sum exactly to `total`; each within one of its even share
 * at every level. Holds at most 256 blocks a level.
 * @example [...splitInBlocks(1000n, 500)] // [{ first: 0, count: 250, total: 500n }, { first: 250, … }]
 */
export function* splitInBlocks(total: bigint, count: number, first = 0): Generator<Block> {
  if (count <= BLOCK) {
    if (count > 0) yield { first, count, total };
    return;
  }
  const blocks = Math.min(BLOCK, Math.ceil(count / BLOCK));
  const edges = Array.from({ length: blocks + 1 }, (_, i) => Math.floor((count * i) / blocks));
  const counts = edges.slice(1).map((edge, i) => edge - edges[i]!);
  const totals = apportion(
    total,
    counts.map((size) => BigInt(size)),
  );
  for (const [i, size] of counts.entries()) yield* splitInBlocks(totals[i]!, size, first + edges[i]!);
}
