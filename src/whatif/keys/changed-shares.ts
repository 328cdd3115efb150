// A stated share changed: the others keep their proportions and make room, so that all still sum to 1.

import type { DriverRule } from '../../model/model.ts';
import { compare, divide, type Fraction, multiply, ONE, subtract } from '../../money/fraction.ts';
import type { Problem } from '../problem.ts';
import { amountAfter, type KeyAmount } from './key-amount.ts';

type SharesDriver = DriverRule & { readonly kind: 'shares' } & { readonly name: string };

/**
 * Shares with one of them changed.
 * @example day-activity 80 %, meeting-place 20 %; meeting-place=30 % → 70 % and 30 %
 */
export function changedShares(
  { name: driver, shares }: SharesDriver,
  names: readonly string[],
  amount: KeyAmount,
): { readonly shares: ReadonlyMap<string, Fraction> } | Problem {
  const name = names.join('/');
  const before = shares.get(name);
  if (!before) return { problem: 'unknown', what: 'entry', name, of: driver, known: [...shares.keys()] };
  const after = amountAfter(before, amount);
  if (after.num < 0n || compare(after, ONE) > 0) return { problem: 'share', driver, name };
  const room = subtract(ONE, before);
  if (room.num === 0n && compare(after, ONE) !== 0) return { problem: 'only-share', driver, name };
  const factor = room.num === 0n ? ONE : divide(subtract(ONE, after), room);
  const changed = [...shares].map(([of, share]): [string, Fraction] => [
    of,
    of === name ? after : multiply(share, factor),
  ]);
  return { shares: new Map(changed) };
}
