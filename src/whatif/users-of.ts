// The persons of one object, when somebody looks at them: its cost as the sheet has it, divided among its users by the
// rule that users are costed by. All other objects stay untouched.

import type { ObjectName } from '../tables/activity.ts';
import type { Cube, WholeColumn } from '../tables/cube.ts';
import type { NamedCost, NeedWeights, UserCells } from '../tables/users.ts';
import { layOutCells } from '../users/lay-out-cells.ts';
import { namedShares } from '../users/named-shares.ts';
import { sharePots } from '../users/share-pots.ts';
import { weighPersons } from '../users/weigh-persons.ts';
import type { Sheet } from './sheet.ts';

/** Need beside an ordinary user's (of the cube's persons), and what postings name persons for; none where absent. */
export type PersonGround = { readonly need?: NeedWeights; readonly named?: readonly NamedCost[] };

/**
 * Users of an object with their parts of its cost, strand by strand, in whole øre that sum to it. Undefined where there
 * is no such object, or where its quantities cannot be told by person: they were divided among several heirs of a unit.
 * What an open service costs is nobody's.
 */
export function usersOf(
  { model, ground, costs }: Sheet,
  object: ObjectName,
  { need, named = [] }: PersonGround = {},
): UserCells | undefined {
  const isIt = (other: ObjectName): boolean =>
    other.service === object.service && other.unit === object.unit && other.level === object.level;
  const costed = costs.objects.find(isIt);
  if (!costed) return undefined;
  const { volumes: state } = model.costing;
  const isOpen = model.services.some(({ id, open }) => id === object.service && open);
  const cells = isOpen ? undefined : cellsOf(ground.cube, ground.cube.objects.findIndex(isIt));
  const { activity, numbers } = cells ?? nobody(object);
  if (sumOf(activity.parts[state]) !== costed.parts) return undefined;
  const needHere = need && { ...need, of: (p: number, month: number) => need.of(numbers[p]!, month) };
  const shares = namedShares(named).filter((share) => isIt(share.object));
  const weighed = weighPersons(activity, state, needHere);
  const objects = [costed];
  // Nobody has to be added where no posting names anyone and somebody weighs something.
  const layout =
    shares.length === 0 && weighed.weight.some((weight) => weight > 0)
      ? { persons: activity.persons, objects, ...weighed, find: () => -1 }
      : layOutCells({ model, activity, weighed, objects, named: shares });
  return sharePots(layout, objects, shares);
}

/** The cells of one object by themselves; `numbers` gives each person's number in the cube. */
type ObjectCells = { readonly activity: Cube; readonly numbers: Uint32Array };

const nobody = (object: ObjectName): ObjectCells => ({
  activity: {
    ...{ persons: [], objects: [object], starts: new Uint32Array(2) },
    ...{ person: new Uint32Array(0), month: new Uint8Array(0), parts: {} },
  },
  numbers: new Uint32Array(0),
});

function cellsOf({ persons, objects, starts, ...columns }: Cube, o: number): ObjectCells | undefined {
  if (o < 0) return undefined;
  const [from, to] = [starts[o]!, starts[o + 1]!];
  const person = new Uint32Array(to - from);
  const numbers = new Uint32Array(to - from);
  let count = 0;
  for (let i = from; i < to; i++) {
    const number = columns.person[i]!;
    if (count === 0 || numbers[count - 1] !== number) numbers[count++] = number;
    person[i - from] = count - 1;
  }
  const named = numbers.subarray(0, count);
  const parts = Object.entries(columns.parts).map(([state, column]) => [state, column.subarray(from, to)]);
  const activity: Cube = {
    ...{ persons: Array.from(named, (number) => persons[number]!), objects: [objects[o]!], person },
    ...{ starts: Uint32Array.of(0, to - from), month: columns.month.subarray(from, to) },
    parts: Object.fromEntries(parts),
  };
  return { activity, numbers: named };
}

function sumOf(column: WholeColumn | undefined): bigint {
  let sum = 0;
  if (column) for (let i = 0; i < column.length; i++) sum += column[i]!;
  return BigInt(sum);
}
