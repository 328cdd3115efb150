// A figure of a driver changed: what a unit has in a column, a stated share, rows of a table, minutes per measure.

import type { Driver, Model } from '../../model/model.ts';
import { ZERO } from '../../money/fraction.ts';
import type { Change } from '../change.ts';
import { isProblem, type Problem } from '../problem.ts';
import { changedMinutes } from './changed-minutes.ts';
import { changedRows } from './changed-rows.ts';
import { changedShares } from './changed-shares.ts';
import { amountAfter, type KeyAmount } from './key-amount.ts';

/** Which figure: the driver, and the names of what it was said of: ["sjosiden"], ["sjosiden", "home-nursing"]. */
export type Key = { readonly driver: string; readonly names: readonly string[]; readonly amount: KeyAmount };

/** The change that a key asks for, seen from the model as it is; or why it cannot be made. */
export function keyChange(model: Model, { driver: name, names, amount }: Key): Change | Problem {
  const driver = model.costing.drivers.get(name);
  if (!driver) return { problem: 'unknown', what: 'driver', name, known: [...model.costing.drivers.keys()] };
  switch (driver.kind) {
    case 'column':
      return columnChange(model, driver.column, { driver: name, names, amount });
    case 'shares':
      return replacing(driver, changedShares(driver, names, amount));
    case 'table':
      return replacing(driver, changedRows(driver, names, amount));
    case 'minutes':
      return replacing(driver, changedMinutes(model, driver, names, amount));
    case 'quantity':
    case 'amount':
    case 'equal':
      return { problem: 'not-stated', driver: name };
  }
}

const replacing = (driver: Driver, changed: Partial<Driver> | Problem): Change | Problem =>
  isProblem(changed) ? changed : { kind: 'driver', driver: { ...driver, ...changed } as Driver };

function columnChange(model: Model, column: string, { driver, names, amount }: Key): Change | Problem {
  const unit = names.length === 1 ? model.units.find(({ id }) => id === names[0]) : undefined;
  if (!unit) {
    const known = model.units.map(({ id }) => id);
    return { problem: 'unknown', what: 'entry', name: names.join('/'), of: driver, known };
  }
  const quantity = amountAfter(unit.columns.get(column) ?? ZERO, amount);
  return { kind: 'column', unit: unit.id, column, quantity };
}
