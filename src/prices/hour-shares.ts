// How a unit's paid hours of the cost year divide over what it did: by the driver that the model names for it, else as
// its wage cost did.

import type { Finding } from '../findings/finding.ts';
import type { Driver, DriverRow, Model } from '../model/model.ts';
import { add, divide, type Fraction, fraction, multiply, ZERO } from '../money/fraction.ts';
import { partsPerMeasure } from '../tables/activity.ts';
import type { CostObject } from '../tables/costs.ts';
import { levelWeights } from './level-weights.ts';

/** The share of each object of a unit, in the order given, or undefined where there is nothing to divide by. */
export type HourShares = {
  readonly of: (unit: string, objects: readonly CostObject[]) => readonly Fraction[] | undefined;
  /** What the driver could not say, once it has been asked. */
  readonly findings: () => Finding[];
};

/** `wagesOf` gives the wage cost that providers answer for at an object, øre; less than nothing counts as nothing. */
export function hourShares(model: Model, wagesOf: (object: CostObject) => bigint): HourShares {
  const driver = model.costing.drivers.get(model.financing?.hoursDriver ?? '');
  const silent: string[] = [];
  const idle: string[] = [];
  return {
    of: (unit, objects) => {
      const isWeighed = driver !== undefined && canWeigh(driver, objects);
      const stated = isWeighed ? sharesOf(driverWeights(model, driver, unit, objects)) : undefined;
      if (driver && !stated) silent.push(unit);
      const shares = stated ?? sharesOf(objects.map((object) => fraction(atLeastNothing(wagesOf(object)))));
      if (!shares) idle.push(unit);
      return shares;
    },
    findings: () => [
      ...(driver && silent.length > 0 ? [driverIsSilent(driver, silent)] : []),
      ...(idle.length > 0 ? [nothingToDivideBy(model, idle)] : []),
    ],
  };
}

/** Hours and days are not added: volumes of several measures divide nothing. */
const canWeigh = ({ kind }: Driver, objects: readonly CostObject[]): boolean =>
  kind !== 'quantity' ||
  new Set(objects.filter(({ parts }) => parts > 0n).map(({ measure }) => measure)).size <= 1;

const atLeastNothing = (amount: bigint): bigint => (amount > 0n ? amount : 0n);

function sharesOf(weights: readonly Fraction[]): Fraction[] | undefined {
  const sum = weights.reduce(add, ZERO);
  return sum.num === 0n ? undefined : weights.map((weight) => divide(weight, sum));
}

/** What a driver says of one level, and what it says of the service without telling levels apart. */
type Statement = {
  readonly ofLevel: (object: CostObject) => Fraction | undefined;
  readonly ofService: (objects: readonly CostObject[]) => Fraction;
};

/** The weight of each object: what is said of its level, and its part of what is said of its service. */
function driverWeights(
  model: Model,
  driver: Driver,
  unit: string,
  objects: readonly CostObject[],
): readonly Fraction[] {
  const { ofLevel, ofService } = statementOf(driver, unit);
  const weights = new Map(objects.map((object) => [object, allowed(driver, ofLevel(object) ?? ZERO)]));
  for (const those of Map.groupBy(objects, ({ service }) => service).values()) {
    const open = those.filter((object) => ofLevel(object) === undefined);
    if (open.length === 0) continue;
    const whole = allowed(driver, ofService(open));
    const parts = levelWeights(model, open);
    const all = parts.reduce((sum, part) => sum + part, 0n);
    for (const [i, object] of open.entries()) weights.set(object, multiply(whole, fraction(parts[i]!, all)));
  }
  return objects.map((object) => weights.get(object)!);
}

/** A quantity below zero by the driver's own policy; nothing where it would be refused. */
const allowed = ({ negative }: Driver, quantity: Fraction): Fraction => {
  if (quantity.num >= 0n) return quantity;
  return negative === 'magnitude' ? { num: -quantity.num, den: quantity.den } : ZERO;
};

/** Drivers that speak of units alone say nothing of how a unit's hours divide. */
function statementOf(driver: Driver, unit: string): Statement {
  const nothing = (): Fraction => ZERO;
  const noLevels = (): undefined => undefined;
  switch (driver.kind) {
    case 'table':
      return tableStatement(driver.rows, unit);
    case 'minutes': {
      const minutesOf = ({ service, level }: CostObject) => driver.minutes.get(service)?.get(level);
      return {
        ofLevel: (object) => {
          const minutes = object.level === '' ? undefined : minutesOf(object);
          return minutes && multiply(minutes, measuresOf([object]));
        },
        ofService: (objects) =>
          multiply(driver.minutes.get(objects[0]!.service)?.get('') ?? ZERO, measuresOf(objects)),
      };
    }
    case 'shares':
      return { ofLevel: noLevels, ofService: ([first]) => driver.shares.get(first!.service) ?? ZERO };
    case 'quantity':
      return { ofLevel: noLevels, ofService: measuresOf };
    case 'equal':
      return { ofLevel: noLevels, ofService: () => fraction(1n) };
    case 'column':
    case 'amount':
      return { ofLevel: noLevels, ofService: nothing };
  }
}

const measuresOf = (objects: readonly CostObject[]): Fraction =>
  objects.map(({ parts, measure }) => fraction(parts, partsPerMeasure(measure))).reduce(add, ZERO);

/** The rows that a unit hands on by and that are about a service there; a row may tell a level. */
function tableStatement(rows: readonly DriverRow[], unit: string): Statement {
  const own = rows.filter(
    (row) => row.service !== undefined && (row.from ?? unit) === unit && (row.unit ?? unit) === unit,
  );
  const quantity = (service: string, level: string | undefined): Fraction | undefined => {
    const found = own.filter((row) => row.service === service && row.level === level);
    return found.length === 0 ? undefined : found.map((row) => row.quantity).reduce(add);
  };
  return {
    ofLevel: ({ service, level }) => (level === '' ? undefined : quantity(service, level)),
    ofService: ([first]) => quantity(first!.service, undefined) ?? ZERO,
  };
}

function driverIsSilent(driver: Driver, units: readonly string[]): Finding {
  const { file, line, column } = driver.at;
  return {
    rule: 'prices/hours-not-divided',
    severity: 'warning',
    message: `the driver "${driver.name}" cannot divide the paid hours of ${units.join(', ')} over their services; they are divided as their wage cost is`,
    remedy:
      'State quantities of one measure for those services, or name another driver under financing: hours.',
    where: { file, line, position: column, key: driver.name },
    count: units.length,
  };
}

function nothingToDivideBy(model: Model, units: readonly string[]): Finding {
  return {
    rule: 'prices/hours-not-divided',
    severity: 'warning',
    message: `${units.join(', ')} paid for hours and has no wage cost that providers answer for, so the hours are divided over nothing`,
    remedy: 'Look at the unit of the hours, or name a driver under financing: hours.',
    where: { file: model.file, key: 'financing' },
    count: units.length,
  };
}
