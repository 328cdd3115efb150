// A pool that follows several: VAT compensation goes where each of the unit's purchases goes, in proportion to them.

import type { Place as Where } from '../findings/finding.ts';
import { byKey } from '../money/apportion.ts';
import { add, type Fraction, fraction, toWholeWeights, ZERO } from '../money/fraction.ts';
import type { NetworkNode } from '../tables/network.ts';
import type { Handing, Share } from './handing.ts';
import { networkNode } from './network-node.ts';
import { nothingToFollow } from './parking.ts';
import type { PrimaryCost } from './primary-cost.ts';

/** The node that follows, where it stands in the model, what pools hold, and how each of them hands on. */
export type Following = {
  readonly node: NetworkNode;
  readonly where: Where;
  readonly ledger: Pick<PrimaryCost, 'poolAmount'>;
  readonly handing: (pool: NetworkNode) => Handing;
};

/**
 * Share of a place = Σ over the pools of (what the pool holds at the unit ÷ what all of them hold) × the pool's share
 * of the place: as the expense of all these pools together goes. A place to which they bring the opposite of what they
 * hold (income beside expense) gets nothing; what one of them would park is parked.
 * @example running holds 300 and goes to home nursing, cars hold 100 and go half to each of two services → 7 : 1
 */
export function followingEach(pools: readonly string[], following: Following): Handing {
  const { node, where, ledger, handing } = following;
  let total = 0n;
  const places = new Map<string, { readonly to: NetworkNode; readonly weight: Fraction }>();
  for (const pool of pools) {
    const amountOre = ledger.poolAmount(pool, node.unit);
    if (amountOre === 0n) continue;
    total += amountOre;
    const shares = sharesOf(handing(networkNode('pool', pool, { unit: node.unit })));
    const all = shares.reduce((sum, { weight }) => sum + weight, 0n);
    for (const { to, weight } of shares) {
      const before = places.get(to.key)?.weight ?? ZERO;
      places.set(to.key, { to, weight: add(before, fraction(amountOre * weight, all)) });
    }
  }
  const sign = total < 0n ? -1n : 1n;
  const found = [...places.values()]
    .filter(({ weight }) => weight.num * sign > 0n)
    .sort((a, b) => byKey(a.to.key, b.to.key));
  if (total === 0n || found.length === 0) return nothingToFollow(node, pools, where);
  const whole = toWholeWeights(found.map(({ weight }) => weight));
  return found.map(({ to }, i) => ({ to, weight: whole[i]! * sign }));
}

/** What a pool cannot hand on is parked under its reason, and so is the part that follows it. */
const sharesOf = (handing: Handing): readonly Share[] =>
  'reason' in handing ? [{ to: networkNode('parked', handing.reason), weight: 1n }] : handing;
