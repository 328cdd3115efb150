// The frames that were voted: by unit, or held by purchasers.

import { halfAway } from '../../fractions.ts';
import { Sums, summed, whole } from '../../rows.ts';
import type { Ground } from './ground.ts';
import { MONTHS, spread } from './months.ts';
import { votedIn } from './prices.ts';

/** Frames by "unit|month", and by "purchaser|month" where purchasers hold them; every month of whoever has one. */
export function framesOf(year: Ground) {
  const { financing, inForce, weights, unitOf, model, pools } = year;
  const { from, changes } = financing.frame;
  const isHeld = from === 'purchase-budget';
  const sums = new Sums();
  const put = (unit: string, months: readonly bigint[]) => {
    for (const [i, amount] of months.entries()) sums.add(`${unit}|${i + 1}`, amount);
  };
  const ofFinancing = model.costing.pools.flatMap(({ name, financing }) => (financing ? name : []));
  const due = isHeld ? ofFinancing : pools.map(({ name }) => name);
  const isHolder = (unit: string) => unit !== '' && (!isHeld || unitOf(unit).kind === 'purchaser');
  const budget = year.placed(from === 'revised-budget' ? 'revised-budget' : 'budget');
  const own = (from === 'volumes' ? [] : budget).filter(
    ({ unit = '', pool = '' }) => isHolder(unit) && due.includes(pool),
  );
  for (const row of summed(own, 'unit month', 'amount_ore')) {
    const [{ unit = '', month = '' }, amount] = [row, whole(row)];
    const inMonth = MONTHS.map((at) => (Number(at) === Number(month) ? amount : 0n));
    put(unit, month === '0' ? spread(amount, weights(unit)) : inMonth);
  }
  const granted = (inForce.prices?.periods ?? []).flatMap(({ prices }) => prices.baseGrants);
  const voted = from === 'volumes' ? [...year.budget, ...granted].map(({ unit }) => `${unit}`) : [];
  for (const unit of new Set(voted)) {
    const months = MONTHS.map((_, i) => halfAway(votedIn(year, inForce, unit, i + 1)));
    put(unit, months);
  }
  const later = Map.groupBy(
    changes.filter(({ unit }) => isHolder(unit)),
    ({ unit, month }) => `${unit}|${month}`,
  );
  for (const those of later.values()) {
    const [{ unit = '', month = 1 } = {}] = those;
    const amount = those.reduce((sum, { amountOre }) => sum + BigInt(amountOre), 0n);
    put(unit, spread(amount, weights(unit), month));
  }
  return { units: isHeld ? new Sums() : sums, held: isHeld ? sums : new Sums() };
}
