// How many people live in the municipality.

import type { Model } from '../../model/model.ts';

/** As the model says: a stated number, or everybody in the register of people; 0 where it says nothing. */
export function inhabitantsOf({ users }: Model, people: number): bigint {
  const stated = users?.inhabitants;
  if (stated === undefined) return 0n;
  return stated === 'people' ? BigInt(people) : stated.number;
}
