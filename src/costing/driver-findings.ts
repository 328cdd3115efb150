// What can be wrong with a driver, once it is held against the places that share by it.

import type { Finding, Place as Where } from '../findings/finding.ts';
import type { Driver } from '../model/model.ts';
import { byKey } from '../money/apportion.ts';
import { type Fraction, toDecimal } from '../money/fraction.ts';
import type { NetworkNode } from '../tables/network.ts';

const whereOf = ({ at, name }: Driver): Where => ({
  file: at.file,
  line: at.line,
  position: at.column,
  key: name,
});

/** A quantity below 0, and no policy for it. `entry` is what it was said of; `row` where it stands in the table. */
export function negativeDriver(driver: Driver, entry: string, quantity: Fraction, row?: number): Finding {
  const inTable = driver.kind === 'table' && row !== undefined;
  return {
    rule: 'costing/negative-driver',
    severity: 'error',
    message: `the driver "${driver.name}" is negative (${toDecimal(quantity, 2)})${inTable ? '' : ` for ${entry}`}, and a share cannot be`,
    remedy: `Correct it, or say under "${driver.name}" what is meant: negative: zero or negative: magnitude.`,
    where: inTable ? { file: driver.file, row, column: 'quantity' } : whereOf(driver),
  };
}

/** One figure for two places: a share of a unit says nothing about the unit's services. */
export const tooCoarse = (driver: Driver, entry: string, one: NetworkNode, other: NetworkNode): Finding => ({
  rule: 'costing/driver-too-coarse',
  severity: 'error',
  message: `the driver "${driver.name}" has one figure (${entry}) for both ${one.key} and ${other.key}, and does not say how they divide it`,
  remedy: 'Send the cost to the units and let them pass it on, or give the driver a figure for each.',
  where: whereOf(driver),
});

/** Hours and days cannot be added. */
export const mixedMeasures = (driver: Driver, measures: readonly string[]): Finding => ({
  rule: 'costing/mixed-measures',
  severity: 'error',
  message: `the driver "${driver.name}" would add volumes in different measures: ${[...measures].sort(byKey).join(', ')}`,
  remedy: 'Use a driver with minutes per measure, or send the cost to services of one measure.',
  where: whereOf(driver),
});

/** A service that shares by minutes and has none. `name` is the service, or the level of it. */
export const noMinutes = (driver: Driver, name: string): Finding => ({
  rule: 'costing/no-minutes',
  severity: 'warning',
  message: `the driver "${driver.name}" has no minutes for ${name}, which therefore gets none of its cost`,
  remedy: `Write its minutes per measure under "${driver.name}", 0 if none is meant.`,
  where: whereOf(driver),
});

/** More minutes used at a unit than its practical capacity. */
export const overCapacity = (driver: Driver, unit: string, used: Fraction, capacity: Fraction): Finding => ({
  rule: 'costing/over-capacity',
  severity: 'warning',
  message: `${toDecimal(used, 0)} minutes were used${unit === '' ? '' : ` at ${unit}`}, more than the practical capacity of ${toDecimal(capacity, 0)} that "${driver.name}" states; the cost is shared by the minutes used`,
  remedy: 'Look at the capacity and at the minutes per measure: one of them is wrong.',
  where: whereOf(driver),
});
