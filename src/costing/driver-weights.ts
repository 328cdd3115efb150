// What a driver says of the places that share a cost, as whole weights; and, where minutes have a capacity, what is
// left of it.

import { type Finding, isRefused } from '../findings/finding.ts';
import type { Driver } from '../model/model.ts';
import { add, compare, type Fraction, subtract, toWholeWeights, ZERO } from '../money/fraction.ts';
import { negativeDriver, overCapacity, tooCoarse } from './driver-findings.ts';
import { type DriverGround, type Statement, statementsOf } from './driver-statements.ts';
import { inLowestTerms } from './lowest-terms.ts';
import type { Place } from './places.ts';

/**
 * The places that get anything with their weights, and the weight of unused capacity: whole, without a common
 * divisor. No shares and nothing unused: there is nothing to share by.
 */
export type Weighed = {
  readonly shares: readonly { readonly place: Place; readonly weight: bigint }[];
  readonly unused: bigint;
  readonly findings: readonly Finding[];
};

/**
 * Weighs places by a driver, for cost that stands at `unit` ("" for none). Refused (findings of severity error):
 * negative quantities without a policy, volumes in different measures, one figure for two places.
 * @example minutes 40, 220, 250 × volumes 9,800, 280, 500 of capacity 700,000 → 1,960 : 308 : 625, unused 607
 */
export function weighPlaces(
  driver: Driver,
  places: readonly Place[],
  unit: string,
  ground: DriverGround,
): Weighed {
  const statements = statementsOf(driver, places, unit, ground);
  const findings = [...statements.findings];
  const reached = new Map<string, Place>();
  const quantities = places.map((place) => {
    let sum = ZERO;
    for (const statement of statements.of(place)) {
      const quantity = allowed(driver, statement, findings);
      if (quantity.num === 0n) continue;
      const other = reached.get(statement.entry);
      if (other && other !== place) findings.push(tooCoarse(driver, statement.entry, other.node, place.node));
      reached.set(statement.entry, place);
      sum = sum.num === 0n ? quantity : add(sum, quantity);
    }
    return sum;
  });
  if (isRefused(findings)) return { shares: [], unused: 0n, findings };
  const left = capacityLeft(driver, unit, quantities);
  const weights = inLowestTerms(toWholeWeights([...quantities, left.unused]));
  const shares = places.flatMap((place, i) => (weights[i]! > 0n ? [{ place, weight: weights[i]! }] : []));
  return { shares, unused: weights.at(-1)!, findings: [...findings, ...left.findings] };
}

function allowed(driver: Driver, { quantity, entry, row }: Statement, findings: Finding[]): Fraction {
  if (quantity.num >= 0n) return quantity;
  if (driver.negative === 'magnitude') return { num: -quantity.num, den: quantity.den };
  if (driver.negative === 'refuse') findings.push(negativeDriver(driver, entry, quantity, row));
  return ZERO;
}

/** Practical capacity less the minutes used, at the unit; more minutes than capacity leave nothing and are told. */
function capacityLeft(
  driver: Driver,
  unit: string,
  quantities: readonly Fraction[],
): { readonly unused: Fraction; readonly findings: readonly Finding[] } {
  const capacity =
    driver.kind === 'minutes' ? (driver.capacity?.get(unit) ?? driver.capacity?.get('')) : undefined;
  if (!capacity) return { unused: ZERO, findings: [] };
  const used = quantities.reduce((sum, quantity) => add(sum, quantity), ZERO);
  if (compare(used, capacity) <= 0) return { unused: subtract(capacity, used), findings: [] };
  return { unused: ZERO, findings: [overCapacity(driver, unit, used, capacity)] };
}
