// What the council has budgeted for: quantities by unit, service, level and month, and of how many users on average.

import type { BudgetVolume } from '../model/financing.ts';
import { add, type Fraction, fraction, multiply, roundHalfAway, ZERO } from '../money/fraction.ts';
import { keyOf, valuesInOrder } from '../tables/keys.ts';
import { monthCode } from '../time/month-text.ts';
import { type MonthWeights, spread } from './periodise.ts';

/** Budgeted parts of a month; `users` is the average number, absent where the budget does not say it of all of them. */
export type Budgeted = {
  readonly service: string;
  readonly level: string;
  readonly parts: bigint;
  readonly users?: Fraction;
};

export type Budget = {
  /** In order of service and level. */
  readonly of: (unit: string, month: number) => readonly Budgeted[];
  readonly units: ReadonlySet<string>;
};

/**
 * Budgeted volumes by month. A year's volume falls on the months by the unit's profile, in whole parts; its users are an
 * average and hold in every month. Volumes of one unit, service, level and month are added, and so are their users.
 */
export function budgetVolumes(
  volumes: readonly BudgetVolume[],
  {
    partsPer,
    weightsOf,
  }: { partsPer: (service: string) => bigint; weightsOf: (unit: string) => MonthWeights },
): Budget {
  const sums = new Map<string, Placed>();
  for (const same of Map.groupBy(volumes, placeOf).values()) {
    const { unit, service, level, month } = same[0]!;
    const quantity = same.map((volume) => volume.quantity).reduce(add, ZERO);
    const parts = roundHalfAway(multiply(quantity, fraction(partsPer(service))));
    const users = usersOf(same);
    const row = { unit, service, level, ...(users ? { users } : {}) };
    if (month > 0) put(sums, { ...row, month, parts });
    else
      for (const [i, part] of spread(parts, weightsOf(unit)).entries())
        put(sums, { ...row, month: i + 1, parts: part });
  }
  const all = valuesInOrder(sums);
  const index = Map.groupBy(all, ({ unit, month }) => keyOf(unit, month));
  return {
    of: (unit, month) => index.get(keyOf(unit, month)) ?? [],
    units: new Set(all.map(({ unit }) => unit)),
  };
}

type Placed = Budgeted & { readonly unit: string; readonly month: number };

const placeOf = ({ unit, month, service, level }: Omit<Placed, 'parts' | 'users'>): string =>
  keyOf(unit, monthCode(month), service, level);

/** Users of volumes together; undefined where one of them does not say any. */
function usersOf(volumes: readonly { readonly users?: Fraction }[]): Fraction | undefined {
  const known = volumes.flatMap(({ users }) => users ?? []);
  return known.length === volumes.length ? known.reduce(add, ZERO) : undefined;
}

function put(sums: Map<string, Placed>, row: Placed): void {
  const before = sums.get(placeOf(row));
  const { users: _, ...rest } = row;
  const users = usersOf(before ? [before, row] : [row]);
  sums.set(placeOf(row), { ...rest, parts: row.parts + (before?.parts ?? 0n), ...(users ? { users } : {}) });
}
