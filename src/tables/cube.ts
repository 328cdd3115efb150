// The cube: what persons got in a year, in memory, so that live re-costing reads no file and no row twice.

import type { ActivityState } from './activity.ts';

/** A cost object as activity names it; `level` is "" where the service has none. */
export type CubeObject = { readonly service: string; readonly unit: string; readonly level: string };

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
  readonly objects: readonly CubeObject[];
  readonly starts: Uint32Array;
  readonly person: Uint32Array;
  readonly month: Uint8Array;
  readonly parts: { readonly [state in ActivityState]?: WholeColumn };
};
