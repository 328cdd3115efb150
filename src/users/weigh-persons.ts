// From cells of person, object and month to a cell a person and object: the year's quantities, and what they weigh.
// Every step is one pass over a column, because there may be ten million cells.

import type { ActivityState } from '../tables/activity.ts';
import type { Cube, WholeColumn } from '../tables/cube.ts';
import type { NeedWeights, StateColumns } from '../tables/users.ts';

/** A cell a person and object; columns of equal length. `weight` is Σ need × quantity of the state that divides cost. */
export type WeighedCells = {
  readonly starts: Uint32Array;
  readonly person: Uint32Array;
  readonly weight: Float64Array;
  readonly parts: StateColumns;
};

/** Weights of need with so many decimals that what a person's hours weigh is no exact number any more. */
export class NeedTooFine extends RangeError {}

/**
 * Adds up the months of each person at each object. Where need weighs, weights are in need units: an hour of need 1.6
 * (8 of 5) weighs 36,000 × 8, and one of a service whose users weigh alike 36,000 × 5.
 * @throws NeedTooFine when a weight is beyond 2^53, where it would not be exact.
 */
export function weighPersons(cells: Cube, state: ActivityState, need?: NeedWeights): WeighedCells {
  const { starts, first } = firstCells(cells);
  const states = Object.entries(cells.parts) as [ActivityState, WholeColumn][];
  const parts: StateColumns = Object.fromEntries(
    states.map(([one, column]) => [one, sumRuns(column, first)]),
  );
  const divides = parts[state] ?? new Float64Array(first.length - 1);
  const weight = need ? needed(cells, { starts, first }, divides, state, need) : divides;
  if (!isWhole(weight)) throw new NeedTooFine('need weighs in too fine parts');
  return { starts, person: peopleAt(cells.person, first), weight, parts };
}

/** Where the cells of each person at each object begin, with their end last; and where objects begin among those. */
type Runs = { readonly starts: Uint32Array; readonly first: Uint32Array };

function firstCells({ starts, objects, person }: Cube): Runs {
  const first = new Uint32Array(person.length + 1);
  const runs = new Uint32Array(objects.length + 1);
  let count = 0;
  for (let o = 0; o < objects.length; o++) {
    const [from, to] = [starts[o]!, starts[o + 1]!];
    let last = -1;
    for (let i = from; i < to; i++) {
      const who = person[i]!;
      if (who !== last) first[count++] = i;
      last = who;
    }
    runs[o + 1] = count;
  }
  first[count] = person.length;
  return { starts: runs, first: first.slice(0, count + 1) };
}

function sumRuns(column: WholeColumn, first: Uint32Array): Float64Array {
  const sums = new Float64Array(first.length - 1);
  for (let c = 0; c < sums.length; c++) {
    const to = first[c + 1]!;
    let sum = 0;
    for (let i = first[c]!; i < to; i++) sum += column[i]!;
    sums[c] = sum;
  }
  return sums;
}

function peopleAt(person: Uint32Array, first: Uint32Array): Uint32Array {
  const people = new Uint32Array(first.length - 1);
  for (let c = 0; c < people.length; c++) people[c] = person[first[c]!]!;
  return people;
}

/** Weights in need units: month by month where need weighs, else quantity × the unit. */
function needed(
  { objects, person, month, parts }: Cube,
  { starts, first }: Runs,
  divides: Float64Array,
  state: ActivityState,
  need: NeedWeights,
): Float64Array {
  const weight = divides.map((sum) => sum * need.unit);
  const column = parts[state];
  for (const [o, { service }] of objects.entries()) {
    if (!column || !need.services.has(service)) continue;
    for (let c = starts[o]!; c < starts[o + 1]!; c++) {
      let sum = 0;
      for (let i = first[c]!; i < first[c + 1]!; i++) sum += column[i]! * need.of(person[i]!, month[i]!);
      weight[c] = sum;
    }
  }
  return weight;
}

function isWhole(column: Float64Array): boolean {
  for (let c = 0; c < column.length; c++) if (!Number.isSafeInteger(column[c])) return false;
  return true;
}
