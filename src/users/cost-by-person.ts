// What each person costs at some of the objects, as a column over persons.

import type { ActivityState, ObjectName } from '../tables/activity.ts';
import type { UserCells } from '../tables/users.ts';
import { sumAt } from './ledger-lines.ts';

/** `ore[p]` of person p; `isUser[p]` is 1 for who has a quantity in the state, or a cost; never for nobody. */
export type PersonCosts = { readonly ore: Float64Array; readonly isUser: Uint8Array };

/** Sums over the objects that are wanted. */
export function costByPerson(
  cells: UserCells,
  state: ActivityState,
  isWanted: (object: ObjectName) => boolean,
): PersonCosts {
  const ore = new Float64Array(cells.persons.length);
  const isUser = new Uint8Array(cells.persons.length);
  const divides = cells.parts[state];
  for (const [o, object] of cells.objects.entries()) {
    if (!isWanted(object)) continue;
    for (let i = cells.starts[o]!; i < cells.starts[o + 1]!; i++) {
      const who = cells.person[i]!;
      const amount = sumAt(cells.sharedOre, i) + sumAt(cells.directOre, i);
      if (cells.persons[who] === '') continue;
      ore[who]! += amount;
      if (amount !== 0 || (divides?.[i] ?? 0) > 0) isUser[who] = 1;
    }
  }
  return { ore, isUser };
}

/** The costs of the users among them, the least first. */
export function sortedCosts({ ore, isUser }: PersonCosts): Float64Array {
  return ore.filter((_, p) => isUser[p] === 1).sort();
}
