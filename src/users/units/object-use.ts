// Who used each object of a service, and how much of it the outliers did.

import type { ActivityState } from '../../tables/activity.ts';
import type { UserCells } from '../../tables/users.ts';
import { sumAt } from '../ledger-lines.ts';

/** `users` and `outliers` are persons by number; parts are of all records, also those that name nobody. */
export type ObjectUse = {
  readonly unit: string;
  readonly level: string;
  readonly users: ReadonlySet<number>;
  readonly grantedParts: bigint;
  readonly deliveredParts: bigint;
  /** Σ need × parts of the state that divides cost, in `needUnit`; and those parts. */
  readonly weight: bigint;
  readonly parts: bigint;
  readonly outliers: ReadonlySet<number>;
  readonly outlierOre: bigint;
  readonly outlierParts: bigint;
};

/** The use of a service's objects, in their order. */
export function objectUses(
  cells: UserCells,
  state: ActivityState,
  service: string,
  isOutlier: ReadonlySet<string>,
): ObjectUse[] {
  return cells.objects.flatMap((object, o) =>
    object.service === service ? [useOf(cells, o, state, isOutlier)] : [],
  );
}

function useOf(cells: UserCells, o: number, state: ActivityState, isOutlier: ReadonlySet<string>): ObjectUse {
  const { unit, level } = cells.objects[o]!;
  const [users, outliers] = [new Set<number>(), new Set<number>()];
  const { granted, delivered, [state]: divides } = cells.parts;
  const sums = { granted: 0n, delivered: 0n, weight: 0n, parts: 0n, outlierOre: 0n, outlierParts: 0n };
  for (let i = cells.starts[o]!; i < cells.starts[o + 1]!; i++) {
    const who = cells.person[i]!;
    const parts = BigInt(divides?.[i] ?? 0);
    sums.granted += BigInt(granted?.[i] ?? 0);
    sums.delivered += BigInt(delivered?.[i] ?? 0);
    sums.parts += parts;
    if (parts > 0n) sums.weight += BigInt(cells.weight[i]!);
    const name = cells.persons[who]!;
    const ore = BigInt(sumAt(cells.sharedOre, i) + sumAt(cells.directOre, i));
    if (name === '' || (parts === 0n && ore === 0n)) continue;
    users.add(who);
    if (!isOutlier.has(name)) continue;
    outliers.add(who);
    sums.outlierOre += ore;
    sums.outlierParts += parts;
  }
  const { granted: grantedParts, delivered: deliveredParts, ...rest } = sums;
  return { unit, level, users, outliers, grantedParts, deliveredParts, ...rest };
}
