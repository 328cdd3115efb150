// How the levels of a service at a unit share what is not said of each of them: by stated weight × volume.

import type { Model } from '../model/model.ts';
import { type Fraction, fraction, multiply, ONE, toWholeWeights } from '../money/fraction.ts';
import type { CostObject } from '../tables/costs.ts';

/**
 * w_l·A_l of each object of one service and unit, as whole weights; all alike where none of them has volume.
 * @example 900 days of weight 1.00 and 100 of 1.18 → 450,000 and 59,000
 */
export function levelWeights({ services }: Model, objects: readonly CostObject[]): bigint[] {
  const levels = services.find(({ id }) => id === objects[0]?.service)?.levels ?? [];
  const weightOf = (level: string): Fraction => levels.find(({ name }) => name === level)?.weight ?? ONE;
  const weights = objects.map(({ level, parts }) => multiply(weightOf(level), fraction(parts)));
  const isEmpty = weights.every(({ num }) => num === 0n);
  return toWholeWeights(isEmpty ? objects.map(() => ONE) : weights);
}
