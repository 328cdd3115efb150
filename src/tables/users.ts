// What cost per user reads and what it gives: where registers, costing, the stage, its reports and the checker meet.
// A person is a pseudonym throughout. Whole øre and whole parts are held in doubles where there may be millions.

import type { Fraction } from '../money/fraction.ts';
import type { ActivityState } from './activity.ts';
import type { NetworkNode, Strand } from './network.ts';

// ---- what is read -------------------------------------------------------------------------------------------

/** A cost object as activity names it. */
export type ObjectName = { readonly service: string; readonly unit: string; readonly level: string };

/** Quantities by state, a column each; a state without records has none. Whole parts of the measure (below 2^53). */
export type StateColumns = { readonly [state in ActivityState]?: Float64Array };

/**
 * What persons got in a year: a cell a person, object and month, in that order of object, person and month. The cells
 * of object o are those from `starts[o]` up to but not including `starts[o + 1]`. `persons` are in order; one that is ""
 * stands for records that name nobody. `month` is 0 where the source gives the year only.
 */
export type PersonCells = {
  readonly persons: readonly string[];
  readonly objects: readonly ObjectName[];
  readonly starts: Uint32Array;
  readonly person: Uint32Array;
  readonly month: Uint8Array;
  readonly parts: StateColumns;
};

/** An amount of a person, in øre. */
export type PersonAmount = { readonly person: string; readonly amountOre: bigint };

/**
 * Postings that name persons, of one pool, unit, strand and sign, and the ends of the network that they reached. Both
 * lists sum to the same; persons in order of pseudonym, ends in order of key; no amount is 0.
 */
export type NamedCost = {
  readonly pool: string;
  readonly unit: string;
  readonly strand: Strand;
  readonly persons: readonly PersonAmount[];
  readonly ends: readonly { readonly node: NetworkNode; readonly amountOre: bigint }[];
};

/** What persons need beside an ordinary user (1): a weight by person and month. */
export type NeedWeights = {
  /** Whole weights have this for 1: with 5, a weight of 8 is 1.6. */
  readonly unit: number;
  /** The whole weight of person p (index) in month m (0: the year); `unit` where nothing was assessed. */
  readonly of: (person: number, month: number) => number;
  readonly assessed: number;
};

// ---- what is given ------------------------------------------------------------------------------------------

/**
 * What users cost at objects: a cell a person and object, in order of object and person; columns of equal length. Per
 * strand, in order of `strands`, the part of the object's cost that was shared by weight, and what postings named the
 * person for. `weight` is Σ need × quantity in the state that divides cost, whole.
 */
export type UserCells = {
  readonly persons: readonly string[];
  readonly objects: readonly ObjectName[];
  readonly strands: readonly Strand[];
  readonly starts: Uint32Array;
  readonly person: Uint32Array;
  readonly weight: Float64Array;
  readonly parts: StateColumns;
  readonly sharedOre: readonly Float64Array[];
  readonly directOre: readonly Float64Array[];
};

export type LedgerLineKind =
  | 'users'
  | 'open'
  | 'without-users'
  | 'unused'
  | 'parked'
  | 'not-costed'
  | 'external';

/**
 * A line of "ledger = Σ users + open services + objects without users + unused + parked + not costed": of an object its
 * service, unit and level; of another end its name, and its unit where it has one. `directOre` is what of it was named.
 */
export type LedgerLine = {
  readonly kind: LedgerLineKind;
  readonly name: string;
  readonly unit: string;
  readonly level: string;
  readonly amountOre: bigint;
  readonly directOre: bigint;
  /** Users who share it; 0 for what no user has. */
  readonly users: number;
};

/** A person's year: everything, and of it what was named. `services` is how many services the person has. */
export type UserTotal = {
  readonly person: string;
  readonly costOre: bigint;
  readonly directOre: bigint;
  readonly services: number;
};

/** Cost per user of a year. `unit` of need is `needUnit` (see NeedWeights). */
export type UserCosts = {
  readonly cells: UserCells;
  readonly needUnit: number;
  readonly lines: readonly LedgerLine[];
  /** In order of pseudonym; "" is none of them. */
  readonly totals: readonly UserTotal[];
  readonly ledgerOre: bigint;
};

/** Cost of an object per measure in a state: exact øre. */
export type StateCost = {
  readonly state: ActivityState;
  readonly parts: bigint;
  readonly unitCost?: Fraction;
};
