// What was a unit's is its heirs' once it has ended, as organised now: rows divided by the heirs' weights, and added to
// what the heirs have themselves.

import { apportion } from '../money/apportion.ts';
import { type Fraction, fraction } from '../money/fraction.ts';
import { valuesInOrder } from '../tables/keys.ts';
import type { Heir } from './organisation.ts';

/** By a unit that has ended. */
export type Heirs = ReadonlyMap<string, readonly Heir[]>;

/** An heir's part: of whole amounts by largest remainder over all heirs, ties by id; and as a fraction. */
export type HeirShare = { readonly divide: (whole: bigint) => bigint; readonly part: Fraction };

/**
 * A row of a unit that has ended as rows of its heirs, with what each has of it; any other as it is.
 * @example 100 øre of a unit whose heirs are north 60 and south 40: 60 øre at north, 40 at south
 */
export function atHeirs<R extends { readonly unit: string }>(
  row: R,
  heirs: Heirs,
  shareOf: (share: HeirShare) => Partial<R>,
): R[] {
  const those = heirs.get(row.unit);
  if (!those) return [row];
  const weights = those.map(({ weight }) => weight);
  const units = those.map(({ unit }) => unit);
  const all = weights.reduce((sum, weight) => sum + weight, 0n);
  return those.map(({ unit, weight }, i) => {
    const divide = (whole: bigint): bigint => apportion(whole, weights, units)[i]!;
    return { ...row, ...shareOf({ divide, part: fraction(weight, all) }), unit };
  });
}

/** Rows in order of key, those that come to speak of the same as one. */
export const joinRows = <R>(
  rows: readonly R[],
  keyOf: (row: R) => string,
  together: (sum: R, row: R) => R,
): R[] =>
  valuesInOrder(Map.groupBy(rows, keyOf)).map((same) => same.reduce((sum, row) => together(sum, row)));

/** The only heir of a unit that has ended; of what several heirs divide, and of any other unit, the unit itself. */
export function soleHeir(unit: string, heirs: Heirs | undefined): string {
  const those = heirs?.get(unit) ?? [];
  return those.length === 1 ? those[0]!.unit : unit;
}
