// The cells that cost is divided among: everybody who has something of an object, those whom postings name for it, and
// nobody, where an object has cost and no one to share it.

import type { Model } from '../model/model.ts';
import type { ObjectName } from '../tables/activity.ts';
import type { CostObject } from '../tables/costs.ts';
import type { Cube } from '../tables/cube.ts';
import type { StateColumns } from '../tables/users.ts';
import type { NamedShare } from './named-shares.ts';
import { numberPersons } from './number-persons.ts';
import { objectKey, objectsOf } from './object-order.ts';
import type { WeighedCells } from './weigh-persons.ts';

/** The columns of `UserCells` before there are amounts in them; `find` gives a cell, −1 where there is none. */
export type CellLayout = {
  readonly persons: readonly string[];
  readonly objects: readonly ObjectName[];
  readonly starts: Uint32Array;
  readonly person: Uint32Array;
  readonly weight: Float64Array;
  readonly parts: StateColumns;
  readonly find: (object: string, person: string) => number;
};

type Ground = {
  readonly model: Model;
  readonly activity: Cube;
  readonly weighed: WeighedCells;
  readonly objects: readonly CostObject[];
  readonly named: readonly NamedShare[];
};

/**
 * Objects in order, in each its persons in order. Records of open services count for nothing: their cost is nobody's. An
 * object that nobody shares has a cell of the person "" with weight 1, so that its cost has a place.
 */
export function layOutCells({ model, activity, weighed, objects: costed, named }: Ground): CellLayout {
  const { persons, renumbered, numberOf } = numberPersons(
    activity.persons,
    named.map(({ person }) => person),
  );
  const objects = objectsOf(
    activity.objects,
    costed,
    named.map(({ object }) => object),
  );
  const sources = new Map(activity.objects.map((object, o) => [objectKey(object), o]));
  const extra = Map.groupBy(named, ({ object }) => objectKey(object));
  const room = weighed.person.length + named.length + objects.length;
  const columns = columnsFor(room, weighed.parts);
  const starts = new Uint32Array(objects.length + 1);
  const open = new Set(model.services.filter((service) => service.open).map(({ id }) => id));
  let at = 0;
  for (const [o, object] of objects.entries()) {
    const key = objectKey(object);
    const source = open.has(object.service) ? undefined : sources.get(key);
    const more = (extra.get(key) ?? []).map(({ person }) => numberOf(person));
    at = fill({ weighed, columns, renumbered, at }, source, more);
    starts[o + 1] = at;
  }
  const person = columns.person.subarray(0, at);
  const cut = (column: Float64Array): Float64Array => column.subarray(0, at);
  const parts = Object.fromEntries(Object.entries(columns.parts).map(([state, all]) => [state, cut(all)]));
  const objectAt = new Map(objects.map((object, o) => [objectKey(object), o]));
  const find = (object: string, name: string): number => {
    const [o, who] = [objectAt.get(object), numberOf(name)];
    return o === undefined || who < 0 ? -1 : search(person, starts[o]!, starts[o + 1]!, who);
  };
  return { persons, objects, starts, person, weight: cut(columns.weight), parts, find };
}

type Columns = {
  readonly person: Uint32Array;
  readonly weight: Float64Array;
  readonly parts: { readonly [state: string]: Float64Array };
};

const columnsFor = (length: number, parts: StateColumns): Columns => ({
  person: new Uint32Array(length),
  weight: new Float64Array(length),
  parts: Object.fromEntries(Object.keys(parts).map((state) => [state, new Float64Array(length)])),
});

type Filling = {
  readonly weighed: WeighedCells;
  readonly columns: Columns;
  readonly renumbered: Uint32Array;
  readonly at: number;
};

/** Writes the cells of one object from `at` on, those of `more` persons among them; gives where they end. */
function fill(filling: Filling, source: number | undefined, more: readonly number[]): number {
  const { weighed, columns, renumbered } = filling;
  let at = filling.at;
  let sum = 0;
  const from = source === undefined ? 0 : weighed.starts[source]!;
  const to = source === undefined ? 0 : weighed.starts[source + 1]!;
  const states = Object.entries(columns.parts).map(([state, column]) => ({
    column,
    given: weighed.parts[state as keyof StateColumns]!,
  }));
  const waiting = [...new Set(more)].sort((a, b) => a - b);
  const name = (person: number): void => {
    while (waiting.length > 0 && waiting[0]! < person) columns.person[at++] = waiting.shift()!;
    if (waiting[0] === person) waiting.shift();
  };
  for (let i = from; i < to; i++) {
    const person = renumbered[weighed.person[i]!]!;
    if (waiting.length > 0) name(person);
    columns.person[at] = person;
    columns.weight[at] = weighed.weight[i]!;
    for (let s = 0; s < states.length; s++) states[s]!.column[at] = states[s]!.given[i]!;
    sum += weighed.weight[i]!;
    at += 1;
  }
  name(Number.POSITIVE_INFINITY);
  if (sum > 0) return at;
  return giveToNobody(columns, filling.at, at);
}

/** Nobody weighs anything: the cell of nobody (person 0, so first) does. */
function giveToNobody({ person, weight, parts }: Columns, from: number, to: number): number {
  const isThere = to > from && person[from] === 0;
  if (!isThere) {
    person.copyWithin(from + 1, from, to);
    for (const column of [weight, ...Object.values(parts)]) {
      column.copyWithin(from + 1, from, to);
      column[from] = 0;
    }
    person[from] = 0;
  }
  weight[from] = 1;
  return isThere ? to : to + 1;
}

/** The place of `value` in a stretch of ascending numbers; −1 where it is not. */
function search(column: Uint32Array, from: number, to: number, value: number): number {
  let [low, high] = [from, to - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (column[middle] === value) return middle;
    if (column[middle]! < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
