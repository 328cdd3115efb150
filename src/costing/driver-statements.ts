// What each kind of driver says of the places that share a cost.

import type { Finding } from '../findings/finding.ts';
import type { Driver, DriverRow, Model } from '../model/model.ts';
import { add, type Fraction, fraction, ONE, ZERO } from '../money/fraction.ts';
import { partsPerMeasure } from '../tables/activity.ts';
import { mixedMeasures, noMinutes } from './driver-findings.ts';
import { rowsAbout } from './driver-rows.ts';
import type { Place } from './places.ts';
import type { ServiceVolume } from './year-volumes.ts';

/** What drivers rest on besides places: columns of units, and primary amounts in øre by pool and unit. */
export type DriverGround = {
  readonly model: Model;
  readonly poolAmount: (pool: string, unit: string) => bigint;
};

/**
 * One statement of a driver about a place. `entry` is what it was said of, such as a unit or a row of a table:
 * an entry that reaches two places says nothing of how they divide it.
 */
export type Statement = { readonly entry: string; readonly quantity: Fraction; readonly row?: number };
export type Statements = {
  readonly of: (place: Place) => readonly Statement[];
  readonly findings: readonly Finding[];
};

/** The statements of a driver about `places`, for cost that stands at `unit` ("" for none). */
export function statementsOf(
  driver: Driver,
  places: readonly Place[],
  unit: string,
  { model, poolAmount }: DriverGround,
): Statements {
  const sound = (of: Statements['of']): Statements => ({ of, findings: [] });
  switch (driver.kind) {
    case 'equal':
      return sound(({ node }) => [{ entry: node.key, quantity: ONE }]);
    case 'column': {
      const values = new Map(model.units.map(({ id, columns }) => [id, columns.get(driver.column) ?? ZERO]));
      return sound(({ node }) => ofUnit(node.unit, values.get(node.unit) ?? ZERO));
    }
    case 'amount':
      return sound(({ node }) =>
        ofUnit(
          node.unit,
          fraction(driver.pools.reduce((sum, pool) => sum + poolAmount(pool, node.unit), 0n)),
        ),
      );
    case 'shares':
      return sound((place) => shareOf(driver.shares, place));
    case 'table':
      return sound(({ node }) => rowsOn(rowsAbout(driver.rows, unit, node.unit), node));
    case 'quantity':
      return volumeStatements(driver, places);
    case 'minutes':
      return minuteStatements(driver, places);
  }
}

const ofUnit = (unit: string, quantity: Fraction): readonly Statement[] => [
  { entry: `unit ${unit}`, quantity },
];

/** A share is stated of a service or an activity by name, else of the unit. */
function shareOf(shares: ReadonlyMap<string, Fraction>, { node }: Place): readonly Statement[] {
  for (const name of [node.kind === 'activity' ? node.name : node.service, node.unit]) {
    const quantity = name === '' ? undefined : shares.get(name);
    if (quantity) return [{ entry: name, quantity }];
  }
  return [];
}

/**
 * The rows that speak of a place: of a unit all that name it, whatever they say more (details are added up); of a
 * service or activity those that name it, or that name the unit and no service or activity.
 */
function rowsOn(rows: readonly DriverRow[], node: Place['node']): readonly Statement[] {
  const speaks = ({ unit, service, activity }: DriverRow): boolean => {
    if (node.kind === 'unit') return unit !== undefined;
    const [named, other] = node.kind === 'activity' ? [activity, service] : [service, activity];
    return named === undefined ? other === undefined && unit !== undefined : named === node.name;
  };
  // A row of a unit that has ended speaks of each of its heirs, with that one's part.
  const entry = ({ row, unit }: DriverRow) => (unit === undefined ? `row ${row}` : `row ${row}, ${unit}`);
  return rows.filter(speaks).map((row) => ({ entry: entry(row), quantity: row.quantity, row: row.row }));
}

function volumeStatements(driver: Driver, places: readonly Place[]): Statements {
  const measures = new Set<string>();
  for (const { volumes } of places) for (const { service } of volumes) measures.add(service.measure ?? '');
  if (measures.size > 1) return { of: () => [], findings: [mixedMeasures(driver, [...measures])] };
  const parts = (volumes: readonly ServiceVolume[]) =>
    volumes.reduce((sum, volume) => sum + volume.parts, 0n);
  return {
    of: ({ node, volumes }) => [{ entry: node.key, quantity: { num: parts(volumes), den: 1n } }],
    findings: [],
  };
}

type MinutesDriver = Driver & { readonly kind: 'minutes' };

function minuteStatements(driver: MinutesDriver, places: readonly Place[]): Statements {
  const missing = new Set<string>();
  const quantities = new Map(
    places.map((place) => [
      place,
      place.volumes
        .map((volume) => minutesOf(driver, volume, missing))
        .reduce((sum, minutes) => (sum.num === 0n ? minutes : add(sum, minutes)), ZERO),
    ]),
  );
  return {
    of: (place) => [{ entry: place.node.key, quantity: quantities.get(place) ?? ZERO }],
    findings: [...missing].map((name) => noMinutes(driver, name)),
  };
}

/**
 * Minutes per measure × volume, level by level; "" stands for the levels that have no minutes of their own. Not in
 * lowest terms: it is made once for every service of every unit. 40 minutes × 9,800 orders = 392,000.
 */
function minutesOf(driver: MinutesDriver, volume: ServiceVolume, missing: Set<string>): Fraction {
  const { service, levels } = volume;
  const minutes = driver.minutes.get(service.id);
  const perMeasure = partsPerMeasure(service.measure ?? '');
  let sum = ZERO;
  for (const { level, parts } of levels) {
    const each = minutes?.get(level) ?? minutes?.get('');
    if (!each) missing.add(minutes ? `level "${level}" of ${service.id}` : service.id);
    else {
      const part = { num: each.num * parts, den: each.den * perMeasure };
      sum = sum.num === 0n ? part : add(sum, part);
    }
  }
  return sum;
}
