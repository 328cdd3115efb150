// Paid hours and places at the units that answer for them: as organised now, at the heirs of units that have ended, by
// their weights, as cost and activity are.

import { apportion, byKey } from '../money/apportion.ts';
import type { PaidHours, PlaceDays } from '../tables/circumstances.ts';
import { keyOf } from '../tables/keys.ts';
import { monthCode } from '../time/month-text.ts';
import type { Model } from './model.ts';
import type { Heir } from './organisation.ts';

/**
 * Hours in order of unit, year, month and kind; those of a unit that has ended are its heirs', to the part of an hour.
 * @example 100 hours of a unit whose heirs are north 60 and south 40 → 60 at north, 40 at south, with their own
 */
export const hoursByUnit = (model: Model, hours: readonly PaidHours[]): readonly PaidHours[] =>
  byHeirs(model, hours, {
    keyOf: ({ unit, year, month, kind }) => keyOf(unit, year, monthCode(month), kind),
    amountsOf: ({ parts, amountOre, rows }) => [parts, amountOre, BigInt(rows)],
    withAmounts: (row, [parts = 0n, amountOre = 0n, rows = 0n]) => ({
      ...{ ...row, parts, amountOre, rows: Number(rows) },
    }),
  });

/** Place-days in order of unit, year and month; open and closed ones are divided each by themselves, in whole days. */
export const placesByUnit = (model: Model, places: readonly PlaceDays[]): readonly PlaceDays[] =>
  byHeirs(model, places, {
    keyOf: ({ unit, year, month }) => keyOf(unit, year, monthCode(month)),
    amountsOf: ({ openDays, closedDays }) => [openDays, closedDays],
    withAmounts: (row, [openDays = 0n, closedDays = 0n]) => ({ ...row, openDays, closedDays }),
  });

type Held = { readonly unit: string };
type Rows<R> = {
  readonly keyOf: (row: R) => string;
  /** What is divided of a row, and added where rows come to speak of the same. */
  readonly amountsOf: (row: R) => readonly bigint[];
  readonly withAmounts: (row: R, amounts: readonly bigint[]) => R;
};

function byHeirs<R extends Held>({ organisation }: Model, rows: readonly R[], of: Rows<R>): readonly R[] {
  if (!organisation?.heirs.size) return rows;
  const divided = rows.flatMap((row) => {
    const heirs = organisation.heirs.get(row.unit);
    return heirs ? sharesOf(row, heirs, of) : [row];
  });
  return [...Map.groupBy(divided, of.keyOf)]
    .sort(([a], [b]) => byKey(a, b))
    .map(([, same]) =>
      same.reduce((sum, row) => of.withAmounts(sum, added(of.amountsOf(sum), of.amountsOf(row)))),
    );
}

const added = (some: readonly bigint[], more: readonly bigint[]): bigint[] =>
  some.map((amount, i) => amount + more[i]!);

/** What each heir has of a row, by largest remainder, ties by id; who has nothing of it has no row. */
function sharesOf<R extends Held>(row: R, heirs: readonly Heir[], of: Rows<R>): R[] {
  const weights = heirs.map(({ weight }) => weight);
  const units = heirs.map(({ unit }) => unit);
  const divided = of.amountsOf(row).map((amount) => apportion(amount, weights, units));
  return units
    .map((unit, i) =>
      of.withAmounts(
        { ...row, unit },
        divided.map((parts) => parts[i]!),
      ),
    )
    .filter((share) => of.amountsOf(share).some((amount) => amount !== 0n));
}
