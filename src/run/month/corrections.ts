// What was registered after a month was closed: what the month comes to now − what it was closed with, a line of its
// own, so that a closed month stays as it was and nothing is lost.

import { byKey } from '../../money/apportion.ts';
import type { Correction, FinancingYear } from '../../tables/financing.ts';
import type { ClosedUnit, Closing } from './closings.ts';

type Followed = Pick<FinancingYear, 'months' | 'heldFrames'>;

/** What everyone's month comes to: units, and purchasers with the frames that they hold. */
export function monthOfAll({ months, heldFrames }: Followed, month: number): ClosedUnit[] {
  const units = months
    .filter((one) => one.month === month)
    .map(({ unit, frameOre = 0n, earnedOre, spentOre }) => ({ unit, frameOre, earnedOre, spentOre }));
  const held = heldFrames
    .filter((one) => one.month === month)
    .map(({ purchaser, amountOre }) => ({
      ...{ unit: purchaser, frameOre: amountOre, earnedOre: 0n, spentOre: 0n },
    }));
  const sums = new Map<string, ClosedUnit>();
  for (const one of [...units, ...held]) {
    const frameOre = one.frameOre + (sums.get(one.unit)?.frameOre ?? 0n);
    sums.set(one.unit, { ...(sums.get(one.unit) ?? one), frameOre });
  }
  return [...sums].sort(([a], [b]) => byKey(a, b)).map(([, sum]) => sum);
}

/**
 * Corrections of closed months, none that is 0 throughout, in order of month and unit. Σ corrections = what the months
 * come to now − what they were closed with, for frame (also one that a purchaser holds), earned and spent, to the øre.
 * @example earned 100 when closed, 103 now → earnedOre 3
 */
export function corrections(year: Followed, closings: readonly Closing[]): Correction[] {
  return closings.flatMap((closing) => {
    const now = monthOfAll(year, closing.month);
    const units = [...new Set([...now, ...closing.units].map(({ unit }) => unit))].sort(byKey);
    return units.flatMap((unit) => {
      const current = now.find((one) => one.unit === unit);
      const closed = closing.units.find((one) => one.unit === unit);
      const correction = {
        unit,
        month: closing.month,
        frameOre: (current?.frameOre ?? 0n) - (closed?.frameOre ?? 0n),
        earnedOre: (current?.earnedOre ?? 0n) - (closed?.earnedOre ?? 0n),
        spentOre: (current?.spentOre ?? 0n) - (closed?.spentOre ?? 0n),
      };
      const isNothing = [correction.frameOre, correction.earnedOre, correction.spentOre].every(
        (amountOre) => amountOre === 0n,
      );
      return isNothing ? [] : [correction];
    });
  });
}
