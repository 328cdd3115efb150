// The cube: what persons got in a year, in memory: what cost per user divides by, and what lets live re-costing read no
// file and no row twice.

import type { ActivityState, ObjectName } from './activity.ts';

/** Whole numbers ≥ 0: in four bytes each where all are below 2^32, else in doubles that hold them exactly. */
export type WholeColumn = Uint32Array | Float64Array;

/**
 * A cell a person, object and month, in order of object, person and month, with its quantity in each state that the
 * register has, in parts of the measure. The cells of object o are those from `starts[o]` up to but not including
 * `starts[o + 1]`. Objects are in order of service, unit and level; persons (pseudonyms) in order, the first of them ""
 * where records name nobody. `month` is 0 where the source gives the year only. With two states a cell takes 13 bytes.
 */
export type Cube = {
  readonly persons: readonly string[];
  readonly objects: readonly ObjectName[];
  readonly starts: Uint32Array;
  readonly person: Uint32Array;
  readonly month: Uint8Array;
  readonly parts: { readonly [state in ActivityState]?: WholeColumn };
};
