// What the year cost for each person, all services together.

import type { ActivityState } from '../tables/activity.ts';
import type { UserCells, UserTotal } from '../tables/users.ts';
import { sumColumns } from './ledger-lines.ts';

/**
 * A total a user, in order of pseudonym: whoever has a quantity in the state that divides cost, or a cost. Services that
 * only stand in another state (granted and never delivered) are none of theirs. `fees` is what each paid.
 */
export function userTotals(
  cells: UserCells,
  state: ActivityState,
  fees: ReadonlyMap<string, bigint>,
): UserTotal[] {
  const length = cells.persons.length;
  const [cost, direct] = [new Float64Array(length), new Float64Array(length)];
  const services = new Uint16Array(length);
  const lastService = new Int32Array(length).fill(-1);
  const divides = cells.parts[state] ?? new Float64Array(cells.person.length);
  const [named, shared] = [cells.directOre, cells.sharedOre].map((columns) =>
    sumColumns(columns, cells.person.length),
  ) as [Float64Array, Float64Array];
  let service = -1;
  for (const [o, object] of cells.objects.entries()) {
    if (object.service !== cells.objects[o - 1]?.service) service += 1;
    for (let i = cells.starts[o]!; i < cells.starts[o + 1]!; i++) {
      const who = cells.person[i]!;
      const amount = named[i]! + shared[i]!;
      cost[who]! += amount;
      direct[who]! += named[i]!;
      if (lastService[who] === service || (amount === 0 && divides[i] === 0)) continue;
      lastService[who] = service;
      services[who]! += 1;
    }
  }
  return cells.persons.flatMap((person, p) =>
    person === '' || services[p] === 0
      ? []
      : [
          {
            person,
            costOre: BigInt(cost[p]!),
            directOre: BigInt(direct[p]!),
            feesOre: fees.get(person) ?? 0n,
            services: services[p]!,
          },
        ],
  );
}
