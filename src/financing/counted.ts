// Quantities as financing asks for them: of a unit, month and state, each service and level once.

import { byKey } from '../money/apportion.ts';
import type { Quantity, QuantityState } from '../tables/financing.ts';

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
    const key = keyOf(quantity);
    const before = sums.get(key);
    sums.set(
      key,
      before
        ? { ...before, parts: before.parts + quantity.parts, users: before.users + quantity.users }
        : quantity,
    );
  }
  const all = [...sums].sort(([a], [b]) => byKey(a, b)).map(([, quantity]) => quantity);
  const index = Map.groupBy(all, ({ unit, month, state }) => `${unit}\n${month}\n${state}`);
  return {
    of: (unit, month, state) => index.get(`${unit}\n${month}\n${state}`) ?? [],
    units: new Set(all.map(({ unit }) => unit)),
    all,
  };
}

const keyOf = ({ unit, service, level, month, state }: Quantity): string =>
  [unit, service, level, String(month).padStart(2, '0'), state].join('\n');
