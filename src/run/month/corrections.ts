// What was registered after a month was closed: what the month comes to now − what it was closed with, a line of its
// own, so that a closed month stays as it was and nothing is lost.

import { byKey } from '../../money/apportion.ts';
import type { Correction, UnitMonth } from '../../tables/financing.ts';
import type { Closing } from './closings.ts';

/**
 * Corrections of closed months, none that is 0 throughout, in order of month and unit. Σ corrections = what the months
 * come to now − what they were closed with, for frame, earned and spent, to the øre.
 * @example earned 100 when closed, 103 now → earnedOre 3
 */
export function corrections(months: readonly UnitMonth[], closings: readonly Closing[]): Correction[] {
  return closings.flatMap((closing) => {
    const now = months.filter(({ month }) => month === closing.month);
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
