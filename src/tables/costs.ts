// What costing gives: unit costs by object, what was parked, and where every account went.

import type { Fraction } from '../money/fraction.ts';
import type { Account } from './ledger.ts';
import type { Network, Solution, Strand } from './network.ts';

/** Where an account's total went. `alsoFits` names later pools that would have taken it. */
export type Assignment = Account & {
  readonly unit: string;
  readonly pool: string;
  readonly nature: string;
  readonly rows: number;
  readonly amountOre: bigint;
  readonly alsoFits: string;
};

/** Cost of an object in one strand, in whole øre. */
export type ObjectCost = { readonly strand: Strand; readonly amountOre: bigint };

/**
 * A cost object: service × unit × need level with its year's volume (0 parts where there is none) and its cost per
 * strand. `unitCost` is øre per measure, exact; absent where there is no volume (cost without activity) or measure.
 */
export type CostObject = {
  readonly service: string;
  readonly unit: string;
  readonly level: string;
  readonly measure: string;
  readonly parts: bigint;
  readonly amountOre: bigint;
  readonly costs: readonly ObjectCost[];
  readonly unitCost?: Fraction;
};

/** Money that reached no object: unused capacity, parked by reason, not costed or external by name. */
export type Remainder = {
  readonly kind: 'unused' | 'parked' | 'not-costed' | 'external';
  readonly name: string;
  readonly unit: string;
  readonly costs: readonly ObjectCost[];
  readonly amountOre: bigint;
};

export type Costs = {
  readonly assignments: readonly Assignment[];
  readonly network: Network;
  readonly solution: Solution;
  readonly objects: readonly CostObject[];
  readonly remainders: readonly Remainder[];
};
