// Units over time: who had which responsibilities when, and who has taken over.

import type { CodeSet } from './code-set.ts';

/** Who had which responsibilities when. Months such as "2025-03", both included; "" and "9999-12" where open. */
export type Holding = {
  /** The unit's. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly responsibilities: CodeSet;
};

/** A unit that takes over from one that ended; weights are whole, > 0 and in lowest terms over all heirs. */
export type Heir = { readonly unit: string; readonly weight: bigint };

/**
 * Units over time, where any is dated. As organised then, a posting's unit is found by responsibility and month, and
 * `units` are those of the cost year. As organised now, what units that have ended held goes to their heirs, and
 * `units` are those of the model's last year.
 */
export type Organisation = {
  readonly as: 'then' | 'now';
  /** Latest first: of several that fit a responsibility and a month the first counts. Every unit of the table is here. */
  readonly holdings: readonly Holding[];
  /** As organised now: the units that take over, in order of id, by a unit that has ended. */
  readonly heirs: ReadonlyMap<string, readonly Heir[]>;
};
