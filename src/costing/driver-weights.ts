// What a driver says of the places that share a cost: a whole weight for each, and, where minutes have a capacity,
// what is left of it.

import type { Finding } from '../findings/finding.ts';
import type { Driver, DriverRow, Model } from '../model/model.ts';
import {
  add,
  compare,
  type Fraction,
  fraction,
  multiply,
  ONE,
  subtract,
  toDecimal,
  toWholeWeights,
  ZERO,
} from '../money/fraction.ts';
import { partsPerMeasure } from '../tables/activity.ts';
import type { Place } from './places.ts';
import type { ServiceVolume } from './year-volumes.ts';

/** Weights of the places that get anything, and of unused capacity; whole, ≥ 0. Nothing at all: nothing to share by. */
export type Weighed = {
  readonly shares: readonly { readonly place: Place; readonly weight: bigint }[];
  readonly unused: bigint;
  readonly findings: readonly Finding[];
};

/** What drivers rest on besides the places: columns of units, and primary amounts in øre by pool and unit. */
export type DriverGround = {
  readonly model: Model;
  readonly poolAmount: (pool: string, unit: string) => bigint;
};

/**
 * One statement of a driver about a place. Statements of one entry that reach two places are too coarse to divide
 * between them, and refused: a share of a unit says nothing about the unit's services.
 */
type Statement = { readonly entry: string; readonly quantity: Fraction; readonly row?: number };
type Statements = {
  readonly of: (place: Place) => readonly Statement[];
  readonly findings: readonly Finding[];
};

/**
 * Weighs places by a driver, for cost that stands at `unit` ("" for none). Refused (findings of severity error):
 * negative quantities without a policy, volumes in different measures, statements too coarse for the places.
 * @example minutes 40/220/250 × volumes 9,800/280/500 with capacity 700,000 → 392,000 : 61,600 : 125,000, 121,400 unused
 */
export function weighPlaces(
  driver: Driver,
  places: readonly Place[],
  unit: string,
  ground: DriverGround,
): Weighed {
  const { of, findings: stated } = statementsOf(driver, places, unit, ground);
  const findings = [...stated];
  const reached = new Map<string, Place>();
  const quantities = places.map((place) => {
    let sum = ZERO;
    for (const statement of of(place)) {
      const quantity = allowed(driver, statement, ground.model, findings);
      if (quantity.num === 0n) continue;
      const other = reached.get(statement.entry);
      if (other && other !== place) findings.push(tooCoarse(driver, statement.entry, other, place));
      reached.set(statement.entry, place);
      sum = sum.num === 0n ? quantity : add(sum, quantity);
    }
    return sum;
  });
  const left = capacityLeft(driver, unit, quantities);
  if (left.over) findings.push(left.over);
  const weights = toWholeWeights([...quantities, left.unused]);
  const shares = places.flatMap((place, i) => (weights[i]! > 0n ? [{ place, weight: weights[i]! }] : []));
  return { shares, unused: weights.at(-1)!, findings };
}

function statementsOf(
  driver: Driver,
  places: readonly Place[],
  unit: string,
  ground: DriverGround,
): Statements {
  const sound = (of: Statements['of']): Statements => ({ of, findings: [] });
  switch (driver.kind) {
    case 'equal':
      return sound(({ node }) => [{ entry: node.key, quantity: ONE }]);
    case 'column': {
      const columns = new Map(ground.model.units.map(({ id, columns }) => [id, columns.get(driver.column)]));
      return sound(({ node }) => [{ entry: `unit ${node.unit}`, quantity: columns.get(node.unit) ?? ZERO }]);
    }
    case 'amount':
      return sound(({ node }) => [
        {
          entry: `unit ${node.unit}`,
          quantity: fraction(
            driver.pools.reduce((sum, pool) => sum + ground.poolAmount(pool, node.unit), 0n),
          ),
        },
      ]);
    case 'shares':
      return sound((place) => shareStatement(driver.shares, place));
    case 'table':
      return sound(tableStatements(driver.rows, unit));
    case 'quantity':
      return volumeStatements(driver, places, ground.model);
    case 'minutes':
      return minuteStatements(driver, places, ground.model);
  }
}

function shareStatement(shares: ReadonlyMap<string, Fraction>, { node }: Place): readonly Statement[] {
  for (const name of [node.kind === 'activity' ? node.name : node.service, node.unit]) {
    const quantity = name === '' ? undefined : shares.get(name);
    if (quantity) return [{ entry: name, quantity }];
  }
  return [];
}

/** A row speaks of a place when it names the place's service, activity or unit and contradicts nothing of it. */
function tableStatements(rows: readonly DriverRow[], from: string): (place: Place) => readonly Statement[] {
  const valid = rows.filter((row) => (row.from ?? from) === from);
  const byUnit = Map.groupBy(valid, (row) => row.unit ?? '');
  return ({ node }) => {
    const near = node.unit === '' ? [] : (byUnit.get(node.unit) ?? []);
    const speaks = (row: DriverRow): boolean => {
      if (node.kind === 'unit') return row.unit !== undefined;
      const named = node.kind === 'activity' ? row.activity : row.service;
      const other = node.kind === 'activity' ? row.service : row.activity;
      const name = node.kind === 'activity' ? node.name : node.service;
      return named === undefined ? other === undefined && row.unit !== undefined : named === name;
    };
    return [...near, ...(byUnit.get('') ?? [])]
      .filter(speaks)
      .map(({ quantity, row }) => ({ entry: `row ${row}`, quantity, row }));
  };
}

function volumeStatements(driver: Driver, places: readonly Place[], model: Model): Statements {
  const measures = new Set(
    places.flatMap(({ volumes }) => volumes.map(({ service }) => service.measure ?? '')),
  );
  if (measures.size > 1) return { of: () => [], findings: [mixedMeasures(driver, [...measures], model)] };
  return {
    of: ({ node, volumes }) => [
      { entry: node.key, quantity: fraction(volumes.reduce((sum, { parts }) => sum + parts, 0n)) },
    ],
    findings: [],
  };
}

function minuteStatements(
  driver: Driver & { kind: 'minutes' },
  places: readonly Place[],
  model: Model,
): Statements {
  const missing = new Set<string>();
  const quantities = new Map(
    places.map(({ node, volumes }) => {
      let sum = ZERO;
      for (const volume of volumes) sum = add(sum, minutesOf(driver, volume, missing));
      return [node.key, sum] as const;
    }),
  );
  return {
    of: ({ node }) => [{ entry: node.key, quantity: quantities.get(node.key) ?? ZERO }],
    findings: [...missing].map((name) => ({
      rule: 'costing/no-minutes',
      severity: 'warning',
      message: `the driver "${driver.name}" has no minutes for ${name}, which therefore gets none of its cost`,
      remedy: `Write its minutes per measure under "${driver.name}", 0 if none is meant.`,
      where: placeOf(driver, model.file),
    })),
  };
}

/** Minutes per measure × volume, level by level: "" stands for the levels that have no minutes of their own. */
function minutesOf(
  driver: Driver & { kind: 'minutes' },
  { service, levels }: ServiceVolume,
  missing: Set<string>,
): Fraction {
  const minutes = driver.minutes.get(service.id);
  const perMeasure = partsPerMeasure(service.measure ?? '');
  let sum = ZERO;
  for (const [level, parts] of levels) {
    const each = minutes?.get(level) ?? minutes?.get('');
    if (each) sum = add(sum, multiply(each, fraction(parts, perMeasure)));
    else missing.add(minutes ? `level "${level}" of ${service.id}` : service.id);
  }
  return sum;
}

function capacityLeft(
  driver: Driver,
  unit: string,
  quantities: readonly Fraction[],
): { unused: Fraction; over?: Finding } {
  const capacity =
    driver.kind === 'minutes' ? (driver.capacity?.get(unit) ?? driver.capacity?.get('')) : undefined;
  if (!capacity) return { unused: ZERO };
  const used = quantities.reduce(add, ZERO);
  if (compare(used, capacity) <= 0) return { unused: subtract(capacity, used) };
  const over: Finding = {
    rule: 'costing/over-capacity',
    severity: 'warning',
    message: `${toDecimal(used, 0)} minutes were used${unit && ` at ${unit}`}, more than the practical capacity of ${toDecimal(capacity, 0)} in "${driver.name}"; the cost is shared by the minutes used`,
    remedy: 'Look at the capacity and at the minutes per measure: one of them is wrong.',
    where: placeOf(driver, driver.at.file),
  };
  return { unused: ZERO, over };
}

function allowed(
  driver: Driver,
  { quantity, row, entry }: Statement,
  model: Model,
  findings: Finding[],
): Fraction {
  if (quantity.num >= 0n || driver.negative === 'zero') return quantity.num >= 0n ? quantity : ZERO;
  if (driver.negative === 'magnitude') return { num: -quantity.num, den: quantity.den };
  const file = driver.kind === 'table' ? driver.file : undefined;
  findings.push({
    rule: 'costing/negative-driver',
    severity: 'error',
    message: `the driver "${driver.name}" is negative (${toDecimal(quantity, 2)}) for ${entry.replace(/^row \d+$/, 'this row')}: a share cannot be`,
    remedy: `Correct it, or say under "${driver.name}" what is meant: negative: zero or negative: magnitude.`,
    where: file && row ? { file, row } : { ...placeOf(driver, model.file), key: entry },
  });
  return ZERO;
}

function tooCoarse(driver: Driver, entry: string, one: Place, other: Place): Finding {
  return {
    rule: 'costing/driver-too-coarse',
    severity: 'error',
    message: `the driver "${driver.name}" has one figure (${entry}) for both ${one.node.key} and ${other.node.key}: it does not say how they divide it`,
    remedy: 'Send the cost to the units and let them pass it on, or give the driver a figure for each.',
    where: placeOf(driver, driver.at.file),
  };
}

function mixedMeasures(driver: Driver, measures: readonly string[], model: Model): Finding {
  return {
    rule: 'costing/mixed-measures',
    severity: 'error',
    message: `the driver "${driver.name}" would add volumes in different measures: ${[...measures].sort().join(', ')}`,
    remedy: 'Use a driver with minutes per measure, or send the cost to services of one measure.',
    where: placeOf(driver, model.file),
  };
}

const placeOf = (driver: Driver, file: string) =>
  driver.at.line > 0
    ? { file: driver.at.file, line: driver.at.line, position: driver.at.column, key: driver.name }
    : { file, key: driver.name };
