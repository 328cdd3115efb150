// How few users carry how much of the cost: the curve, and its index.

import { fraction, ZERO } from '../../money/fraction.ts';
import type { Concentration, ConcentrationPoint } from '../../tables/users.ts';

const PERCENTS = 100;

/**
 * From the users' costs, the least first. Gini = Σ (2r − n − 1)·cost(r) ÷ (n·Σ cost), r the rank from 1: of 0 and 100
 * øre it is 1/2.
 */
export function concentrationOf(sorted: Float64Array): Concentration {
  const n = sorted.length;
  const whole = BigInt(n);
  let costOre = 0n;
  let moment = 0n;
  for (let r = 0; r < n; r++) {
    const cost = BigInt(sorted[r]!);
    costOre += cost;
    moment += BigInt(2 * r + 1 - n) * cost;
  }
  const gini = costOre > 0n ? fraction(moment, whole * costOre) : ZERO;
  return { users: n, costOre, gini, points: pointsOf(sorted) };
}

/** Every percent of users, counted up to whole users; points of as many users are one. */
function pointsOf(sorted: Float64Array): ConcentrationPoint[] {
  const points: ConcentrationPoint[] = [{ users: 0, costOre: 0n }];
  let [users, costOre] = [0, 0n];
  for (let percent = 1; percent <= PERCENTS; percent++) {
    const wanted = Math.ceil((sorted.length * percent) / PERCENTS);
    if (wanted === users) continue;
    for (; users < wanted; users++) costOre += BigInt(sorted[sorted.length - 1 - users]!);
    points.push({ users, costOre });
  }
  return points;
}

/** What the dearest so many cost: the cost of the k dearest of the users' costs, the least first. */
export function dearest(sorted: Float64Array, k: number): bigint {
  let sum = 0n;
  for (const cost of sorted.subarray(Math.max(0, sorted.length - k))) sum += BigInt(cost);
  return sum;
}
