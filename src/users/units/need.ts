// The unit cost that a unit would have with the service's average need: stated weights of levels, and assessed need.

import type { Level } from '../../model/model.ts';
import { add, compare, type Fraction, fraction, multiply, ONE, ZERO } from '../../money/fraction.ts';
import { partsPerMeasure } from '../../tables/activity.ts';
import type { ObjectUse } from './object-use.ts';

/** Parts of an object and what they weigh by level and need. */
export type ObjectNeed = { readonly unit: string; readonly parts: bigint; readonly weighed: Fraction };

/** Of the objects of one service; empty where neither levels nor assessments tell needs apart. */
export function objectNeeds(
  levels: readonly Level[],
  needUnit: number,
  uses: readonly ObjectUse[],
): ObjectNeed[] {
  const weights = new Map(levels.map(({ name, weight }) => [name, weight]));
  const needs = uses.map(({ unit, level, parts, weight }) => ({
    unit,
    parts,
    weighed: multiply(weights.get(level) ?? ONE, fraction(weight, BigInt(needUnit))),
  }));
  const isKnown = needs.some(({ parts, weighed }) => compare(weighed, fraction(parts)) !== 0);
  return isKnown ? needs : [];
}

/**
 * cost ÷ Σ weighed parts of the units × Σ weighed ÷ Σ parts of the service: 4,200 kr a day at need 1.2 is 3,850 at the
 * average need of 1.1. Absent without known need.
 */
export function needAdjusted(
  needs: readonly ObjectNeed[],
  units: ReadonlySet<string>,
  costOre: bigint,
  measure: string,
): Fraction | undefined {
  const own = weighedOf(needs.filter(({ unit }) => units.has(unit)));
  const parts = needs.reduce((sum, need) => sum + need.parts, 0n);
  if (own.num <= 0n || parts === 0n || measure === '') return undefined;
  const average = multiply(weighedOf(needs), fraction(1n, parts));
  const perWeighed = fraction(costOre * partsPerMeasure(measure) * own.den, own.num);
  return multiply(perWeighed, average);
}

const weighedOf = (needs: readonly ObjectNeed[]): Fraction =>
  needs.map(({ weighed }) => weighed).reduce(add, ZERO);
