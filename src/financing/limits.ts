// How far what is earned may be from what is budgeted, and how much of it counts while a model is being phased in.

import type { FundingModel } from '../model/financing.ts';
import { add, compare, type Fraction, fraction, multiply, ONE, subtract, ZERO } from '../money/fraction.ts';

/** What limits change in a month's earned amount, given that and F_B of the month; asked month by month. */
export type Limiter = (earned: Fraction, voted: Fraction) => Fraction;

/**
 * Floor and ceiling hold for the year so far: accumulated F is at least floor × accumulated F_B and at most ceiling ×
 * it. A month's change is that of the accumulated correction, so that a month may give back what an earlier one was cut.
 * Without a budgeted volume there is nothing to hold F against, and nothing is limited.
 * @example ceiling 105 %: F_B 100, F 110 → −5; next month F_B 100, F 95 → +5 (205 of 210)
 */
export function limiter({ floor, ceiling }: FundingModel, hasBudget: boolean): Limiter {
  if (!hasBudget || (!floor && !ceiling)) return () => ZERO;
  let [earnedSoFar, votedSoFar, corrected] = [ZERO, ZERO, ZERO];
  return (earned, voted) => {
    earnedSoFar = add(earnedSoFar, earned);
    votedSoFar = add(votedSoFar, voted);
    const least = floor && multiply(floor, votedSoFar);
    const most = ceiling && multiply(ceiling, votedSoFar);
    const raised = least && compare(earnedSoFar, least) < 0 ? least : earnedSoFar;
    const allowed = most && compare(raised, most) > 0 ? most : raised;
    const correction = subtract(allowed, earnedSoFar);
    const change = subtract(correction, corrected);
    corrected = correction;
    return change;
  };
}

/**
 * What the transition changes: t·F + (1 − t)·frame − F. Without a frame there is nothing to come from, and F counts whole.
 * @example t 50 %, F 110, frame 100 → −5
 */
export function transitionOf(
  { transition }: FundingModel,
  earned: Fraction,
  frameOre: bigint | undefined,
): Fraction {
  if (!transition || frameOre === undefined) return ZERO;
  return multiply(subtract(ONE, transition), subtract(fraction(frameOre), earned));
}
