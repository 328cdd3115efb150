// What the council has budgeted for: quantities by unit, service, level and month, and of how many users on average.

import type { BudgetVolume } from '../model/financing.ts';
import { byKey } from '../money/apportion.ts';
import { add, type Fraction, fraction, multiply, roundHalfAway } from '../money/fraction.ts';
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
  const sums = new Map<string, Budgeted & { readonly unit: string; readonly month: number }>();
  const put = (volume: BudgetVolume, month: number, parts: bigint): void => {
    const { unit, service, level, users } = volume;
    const key = [unit, String(month).padStart(2, '0'), service, level].join('\n');
    const before = sums.get(key);
    const together = before ? before.users && users && add(before.users, users) : users;
    sums.set(key, {
      ...{ unit, month, service, level, parts: parts + (before?.parts ?? 0n) },
      ...(together ? { users: together } : {}),
    });
  };
  for (const volume of volumes) {
    const parts = roundHalfAway(multiply(volume.quantity, fraction(partsPer(volume.service))));
    if (volume.month > 0) put(volume, volume.month, parts);
    else for (const [i, part] of spread(parts, weightsOf(volume.unit)).entries()) put(volume, i + 1, part);
  }
  const all = [...sums].sort(([a], [b]) => byKey(a, b)).map(([, budgeted]) => budgeted);
  const index = Map.groupBy(all, ({ unit, month }) => `${unit}\n${month}`);
  return {
    of: (unit, month) => index.get(`${unit}\n${month}`) ?? [],
    units: new Set(all.map(({ unit }) => unit)),
  };
}
