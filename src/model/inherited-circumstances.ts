// Paid hours and places at the units that answer for them: as organised now, at the heirs of units that have ended, by
// their weights, as cost and activity are.

import type { PaidHours, PlaceDays } from '../tables/circumstances.ts';
import { keyOf } from '../tables/keys.ts';
import { monthCode } from '../time/month-text.ts';
import { atHeirs, joinRows } from './at-heirs.ts';
import type { Model } from './model.ts';

/**
 * Hours in order of unit, year, month and kind; those of a unit that has ended are its heirs', to the part of an hour.
 * @example 100 hours of a unit whose heirs are north 60 and south 40 → 60 at north, 40 at south, with their own
 */
export function hoursByUnit({ organisation }: Model, hours: readonly PaidHours[]): readonly PaidHours[] {
  const heirs = organisation?.heirs;
  if (!heirs?.size) return hours;
  const shares = hours.flatMap((row) =>
    atHeirs(row, heirs, ({ divide }) => ({
      parts: divide(row.parts),
      amountOre: divide(row.amountOre),
      rows: Number(divide(BigInt(row.rows))),
    })).filter(
      (share) => share.unit === row.unit || share.parts !== 0n || share.amountOre !== 0n || share.rows !== 0,
    ),
  );
  return joinRows(
    shares,
    ({ unit, year, month, kind }) => keyOf(unit, year, monthCode(month), kind),
    (sum, { parts, amountOre, rows }) => ({
      ...{ ...sum, parts: sum.parts + parts, amountOre: sum.amountOre + amountOre, rows: sum.rows + rows },
    }),
  );
}

/** Place-days in order of unit, year and month; open and closed ones are divided each by themselves, in whole days. */
export function placesByUnit({ organisation }: Model, places: readonly PlaceDays[]): readonly PlaceDays[] {
  const heirs = organisation?.heirs;
  if (!heirs?.size) return places;
  const shares = places.flatMap((row) =>
    atHeirs(row, heirs, ({ divide }) => ({
      openDays: divide(row.openDays),
      closedDays: divide(row.closedDays),
    })).filter((share) => share.unit === row.unit || share.openDays !== 0n || share.closedDays !== 0n),
  );
  return joinRows(
    shares,
    ({ unit, year, month }) => keyOf(unit, year, monthCode(month)),
    (sum, { openDays, closedDays }) => ({
      ...{ ...sum, openDays: sum.openDays + openDays, closedDays: sum.closedDays + closedDays },
    }),
  );
}
