// What no posting names of an object's cost, divided among its users by what they weigh.

import type { CostObject } from '../tables/costs.ts';
import { valuesInOrder } from '../tables/keys.ts';
import type { Strand } from '../tables/network.ts';
import type { UserCells } from '../tables/users.ts';
import type { CellLayout } from './lay-out-cells.ts';
import type { NamedShare } from './named-shares.ts';
import { objectKey } from './object-order.ts';
import { runningGroupShares } from './running-shares.ts';

/**
 * The layout with amounts: per strand what was named and what was shared. A pot may be below zero, where income is more
 * than the cost that no one is named for.
 * @throws RangeError when an amount is beyond 2^53 øre (90 thousand billion kroner).
 */
export function sharePots(
  { find, ...layout }: CellLayout,
  objects: readonly CostObject[],
  named: readonly NamedShare[],
): UserCells {
  const strands = strandsOf([...objects.flatMap(({ costs }) => costs), ...named]);
  const numbers = new Map(strands.map(({ key }, k) => [key, k]));
  const objectAt = new Map(layout.objects.map((object, o) => [objectKey(object), o]));
  const pots = strands.map(() => new Float64Array(layout.objects.length));
  const directOre = strands.map(() => new Float64Array(layout.person.length));
  for (const object of objects)
    for (const { strand, amountOre } of object.costs)
      pots[numbers.get(strand.key)!]![objectAt.get(objectKey(object))!]! += whole(amountOre);
  for (const { object, person, strand, amountOre } of named) {
    const key = objectKey(object);
    const k = numbers.get(strand.key)!;
    pots[k]![objectAt.get(key)!]! -= whole(amountOre);
    directOre[k]![find(key, person)]! += whole(amountOre);
  }
  const sharedOre = runningGroupShares(pots, { starts: layout.starts, weights: layout.weight });
  return { ...layout, strands, sharedOre, directOre };
}

const whole = (amountOre: bigint): number => {
  const value = Number(amountOre);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${amountOre} øre is too much for one object`);
  return value;
};

/** The strands that occur, in order of key. */
function strandsOf(amounts: readonly { readonly strand: Strand }[]): Strand[] {
  const found = new Map(amounts.map(({ strand }) => [strand.key, strand]));
  return valuesInOrder(found);
}
