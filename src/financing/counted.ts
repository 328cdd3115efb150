// Quantities as financing asks for them: of a unit, month and state, each service and level once.

import type { Quantity, QuantityState } from '../tables/financing.ts';
import { keyOf, valuesInOrder } from '../tables/keys.ts';
import { monthCode } from '../time/month-text.ts';

/** Parts of the measure, and of how many persons; 0 where they are not known. */
export type Counted = {
  readonly service: string;
  readonly level: string;
  readonly parts: bigint;
  readonly users: number;
};

export type Counts = {
  /** In order of service and level. */
  readonly of: (unit: string, month: number, state: QuantityState) => readonly Counted[];
  /** Units that have any. */
  readonly units: ReadonlySet<string>;
  /** All of them, summed, in order of unit, service, level, month and state. */
  readonly all: readonly Quantity[];
};

/** Sums rows of one unit, service, level, month and state, in whatever order they come. */
export function countQuantities(quantities: readonly Quantity[]): Counts {
  const sums = new Map<string, Quantity>();
  for (const quantity of quantities) {
    const key = quantityKey(quantity);
    const before = sums.get(key);
    sums.set(
      key,
      before
        ? { ...before, parts: before.parts + quantity.parts, users: before.users + quantity.users }
        : quantity,
    );
  }
  const all = valuesInOrder(sums);
  const index = Map.groupBy(all, ({ unit, month, state }) => keyOf(unit, month, state));
  return {
    of: (unit, month, state) => index.get(keyOf(unit, month, state)) ?? [],
    units: new Set(all.map(({ unit }) => unit)),
    all,
  };
}

/** What quantities are added up and ordered by. */
export const quantityKey = ({ unit, service, level, month, state }: Quantity): string =>
  keyOf(unit, service, level, monthCode(month), state);
