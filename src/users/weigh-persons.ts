// From cells of person, object and month to a cell a person and object: the year's quantities, and what they weigh.

import type { ActivityState } from '../tables/activity.ts';
import type { NeedWeights, PersonCells, StateColumns } from '../tables/users.ts';

/** A cell a person and object; columns of equal length. `weight` is Σ need × quantity of the state that divides cost. */
export type WeighedCells = {
  readonly starts: Uint32Array;
  readonly person: Uint32Array;
  readonly weight: Float64Array;
  readonly parts: StateColumns;
};

const STATES: readonly ActivityState[] = ['granted', 'planned', 'delivered'];

/**
 * Adds up the months of each person at each object. Where need weighs, weights are in need units: an hour of need 1.6
 * (8 of 5) weighs 36,000 × 8, and one of a service whose users weigh alike 36,000 × 5.
 * @throws RangeError when a weight is beyond 2^53, where it would not be exact.
 */
export function weighPersons(cells: PersonCells, state: ActivityState, need?: NeedWeights): WeighedCells {
  const { starts, objects } = cells;
  const length = countPersons(cells);
  const states = STATES.filter((one) => cells.parts[one] !== undefined);
  const sums = states.map((one) => ({ from: cells.parts[one]!, to: new Float64Array(length) }));
  const summed = {
    starts: new Uint32Array(objects.length + 1),
    person: new Uint32Array(length),
    weight: new Float64Array(length),
  };
  const divides = cells.parts[state] ?? new Float64Array(cells.person.length);
  let at = -1;
  for (let o = 0; o < objects.length; o++) {
    let last = -1;
    const weighs = need?.services.has(objects[o]!.service) ? need : undefined;
    const alike = need?.unit ?? 1;
    for (let i = starts[o]!; i < starts[o + 1]!; i++) {
      const person = cells.person[i]!;
      if (person !== last) summed.person[++at] = person;
      last = person;
      for (const { from, to } of sums) to[at]! += from[i]!;
      summed.weight[at]! += divides[i]! * (weighs ? weighs.of(person, cells.month[i]!) : alike);
    }
    summed.starts[o + 1] = at + 1;
  }
  if (!summed.weight.every(Number.isSafeInteger)) throw new RangeError('need weighs in too fine parts');
  return { ...summed, parts: Object.fromEntries(states.map((one, s) => [one, sums[s]!.to])) };
}

function countPersons({ starts, objects, person }: PersonCells): number {
  let count = 0;
  for (let o = 0; o < objects.length; o++)
    for (let i = starts[o]!; i < starts[o + 1]!; i++)
      if (i === starts[o] || person[i] !== person[i - 1]) count += 1;
  return count;
}
