// A model that names units which are not there as the units are organised: others stand in their place, and what was
// stated of them is theirs.

import { byKey } from '../../money/apportion.ts';
import { add, type Fraction, fraction, multiply, ZERO } from '../../money/fraction.ts';
import type { Destination, Driver, DriverRow, Heir, Method, Model, Target } from '../model.ts';

type Replaced = ReadonlyMap<string, readonly Heir[]>;
type Replace = (ids: readonly string[]) => string[];

/** `replaced`: id → the units in its place, by weight; none drops it. The same model where nothing is replaced. */
export function replaceUnits(model: Model, replaced: Replaced): Model {
  if (replaced.size === 0) return model;
  const each: Replace = (ids) => [
    ...new Set(ids.flatMap((id) => replaced.get(id)?.map(({ unit }) => unit) ?? [id])),
  ];
  const inOrder: Replace = (ids) => each(ids).sort(byKey);
  const { costing, pricing } = model;
  return {
    ...model,
    costing: {
      ...costing,
      method: replaceMethod(costing.method, each),
      pools: costing.pools.map((pool) => ({
        ...pool,
        ...(pool.units ? { units: inOrder(pool.units) } : {}),
        goes: replaceDestination(pool.goes, inOrder),
      })),
      centres: costing.centres.map((centre) => ({
        ...centre,
        units: inOrder(centre.units),
        to: replaceTarget(centre.to, inOrder),
      })),
      drivers: new Map([...costing.drivers].map(([name, driver]) => [name, replaceDriver(driver, replaced)])),
    },
    pricing: {
      ...pricing,
      supplements: pricing.supplements.map((one) => ({ ...one, units: inOrder(one.units) })),
    },
  };
}

const replaceMethod = (method: Method, each: Replace): Method =>
  method.kind === 'step-down' ? { ...method, order: each(method.order) } : method;

const replaceTarget = (target: Target, each: Replace): Target =>
  target.kind === 'units' ? { ...target, units: each(target.units) } : target;

const replaceDestination = (goes: Destination, each: Replace): Destination =>
  goes.kind === 'share' ? { ...goes, to: replaceTarget(goes.to, each) } : goes;

function replaceDriver(driver: Driver, replaced: Replaced): Driver {
  switch (driver.kind) {
    case 'shares':
      return { ...driver, shares: replaceQuantities(driver.shares, replaced) };
    case 'table':
      return { ...driver, rows: replaceRows(driver.rows, replaced) };
    case 'minutes':
      return driver.capacity ? { ...driver, capacity: replaceQuantities(driver.capacity, replaced) } : driver;
    default:
      return driver;
  }
}

/** Who stands in the place of an id, each with its part; the id itself, whole, where it is not replaced. */
function partsOf(id: string | undefined, replaced: Replaced): { unit: string | undefined; part: Fraction }[] {
  const heirs = id === undefined ? undefined : replaced.get(id);
  if (!heirs) return [{ unit: id, part: { num: 1n, den: 1n } }];
  const whole = heirs.reduce((sum, { weight }) => sum + weight, 0n);
  return heirs.map(({ unit, weight }) => ({ unit, part: fraction(weight, whole) }));
}

function replaceQuantities(stated: ReadonlyMap<string, Fraction>, replaced: Replaced): Map<string, Fraction> {
  const sums = new Map<string, Fraction>();
  for (const [id, quantity] of stated)
    for (const { unit = '', part } of partsOf(id, replaced))
      sums.set(unit, add(sums.get(unit) ?? ZERO, multiply(quantity, part)));
  return sums;
}

/** Rows that come to speak of the same are one. */
function replaceRows(rows: readonly DriverRow[], replaced: Replaced): DriverRow[] {
  const sums = new Map<string, DriverRow>();
  for (const row of rows)
    for (const from of partsOf(row.from, replaced))
      for (const to of partsOf(row.unit, replaced)) {
        const { from: _from, unit: _unit, ...rest } = row;
        const place = {
          ...(from.unit === undefined ? {} : { from: from.unit }),
          ...(to.unit === undefined ? {} : { unit: to.unit }),
        };
        const key = [from.unit, to.unit, row.service, row.activity, row.level].join('\u0000');
        const before = sums.get(key);
        const quantity = multiply(row.quantity, multiply(from.part, to.part));
        sums.set(key, {
          ...(before ?? { ...rest, ...place }),
          quantity: before ? add(before.quantity, quantity) : quantity,
        });
      }
  return [...sums.values()];
}
