// The quantities that financing used, as they are written down: those of the registers, the budget by month, and empty
// places that are paid; and what was delivered of services that have no price.

import { byKey } from '../money/apportion.ts';
import { roundHalfAway } from '../money/fraction.ts';
import type { Quantity, Unpriced } from '../tables/financing.ts';
import { quantityKey } from './counted.ts';
import type { EarnedMonth } from './earned.ts';
import type { Ground } from './ground.ts';

/**
 * All quantities of the months financed, in order of unit, service, level, month and state. Budgeted users are an
 * average; they are told as the nearest whole number here, and counted with as they are.
 */
export function usedQuantities(
  { counts, budget, months }: Ground,
  earned: readonly EarnedMonth[],
): Quantity[] {
  const budgeted = [...budget.units].flatMap((unit) =>
    months.flatMap((month) =>
      budget.of(unit, month).map(({ users, ...row }): Quantity => {
        const whole = users ? Number(roundHalfAway(users)) : 0;
        return { ...row, unit, month, state: 'budget', users: whole };
      }),
    ),
  );
  const empty = earned
    .filter(({ way }) => way === 'activity')
    .flatMap(({ unit, month, paid }) =>
      paid.empty.map((row): Quantity => ({ ...row, unit, month, state: 'empty' })),
    );
  return [...counts.all, ...budgeted, ...empty].sort((a, b) => byKey(quantityKey(a), quantityKey(b)));
}

/** What was to be paid by activity and has no price. */
export const unpricedQuantities = (earned: readonly EarnedMonth[]): Unpriced[] =>
  earned
    .filter(({ way }) => way === 'activity')
    .flatMap(({ unit, month, paid }) =>
      paid.unpriced.map(({ service, level, parts }) => ({ unit, service, level, month, parts })),
    );
