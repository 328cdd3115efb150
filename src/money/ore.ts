// Money is whole øre (Norwegian and Danish øre, Swedish öre), held as a bigint that the type system keeps apart
// from other integers.

declare const oreBrand: unique symbol;

/** A signed amount in whole øre (1/100 krone). */
export type Ore = bigint & { readonly [oreBrand]: true };

/** Marks a bigint as an amount in øre. */
export const ore = (amount: bigint | number): Ore => BigInt(amount) as Ore;

/** The sum of amounts, in øre. */
export function sumOre(amounts: Iterable<bigint>): Ore {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total as Ore;
}

/** How large an amount is, income as expense: −500 → 500. */
export const magnitude = (amount: bigint): bigint => (amount < 0n ? -amount : amount);

/** Sorts amounts by magnitude, the largest first; 0 for two that are equally large. */
export function largerFirst(a: bigint, b: bigint): number {
  const [sizeA, sizeB] = [magnitude(a), magnitude(b)];
  return sizeA > sizeB ? -1 : sizeA < sizeB ? 1 : 0;
}
