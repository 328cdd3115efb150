// Rows of a driver's table changed: those that speak of what was named.

import type { DriverRow, DriverRule } from '../../model/model.ts';
import { add, divide, type Fraction, multiply, ZERO } from '../../money/fraction.ts';
import type { Problem } from '../problem.ts';
import type { KeyAmount } from './key-amount.ts';

type TableDriver = DriverRule & { readonly kind: 'table' } & { readonly name: string };

/**
 * Rows with those changed that the names speak of, in the order from, unit, service, activity, level; who hands on may be
 * left out. Several rows come to the new quantity together and keep their proportions.
 * @example a row "sjosiden;home-nursing;46374120" and sjosiden/home-nursing=+10 % → 51011532
 */
export function changedRows(
  { name: driver, rows }: TableDriver,
  names: readonly string[],
  amount: KeyAmount,
): { readonly rows: readonly DriverRow[] } | Problem {
  const name = names.join('/');
  const named = rowsNamed(rows, names);
  if (named.length === 0) {
    const known = [...new Set(rows.map((row) => [row.from ?? [], ...placeOf(row)].flat().join('/')))];
    return { problem: 'unknown', what: 'entry', name, of: driver, known };
  }
  const factor = factorFor(named, amount);
  if (!factor && named.length > 1) {
    const known = named.map((row) => [row.from ?? [], ...placeOf(row)].flat().join('/'));
    return { problem: 'several', name, of: driver, known };
  }
  const isChanged = new Set(named);
  const changed = (row: DriverRow): Fraction =>
    factor ? multiply(row.quantity, factor) : amount.kind === 'quantity' ? amount.quantity : row.quantity;
  return { rows: rows.map((row) => (isChanged.has(row) ? { ...row, quantity: changed(row) } : row)) };
}

/** What rows are multiplied by; undefined where they sum to nothing and cannot keep their proportions. */
function factorFor(named: readonly DriverRow[], amount: KeyAmount): Fraction | undefined {
  if (amount.kind === 'factor') return amount.factor;
  const sum = named.map(({ quantity }) => quantity).reduce(add, ZERO);
  return sum.num === 0n ? undefined : divide(amount.quantity, sum);
}

const placeOf = ({ unit, service, activity, level }: DriverRow): string[] =>
  [unit, service, activity, level].filter((field) => field !== undefined);

/** Rows whose place holds the names in order; where none does, those that also say who hands on. */
function rowsNamed(rows: readonly DriverRow[], names: readonly string[]): readonly DriverRow[] {
  const found = rows.filter((row) => holdsInOrder(placeOf(row), names));
  if (found.length > 0) return found;
  return rows.filter((row) => holdsInOrder([row.from ?? [], ...placeOf(row)].flat(), names));
}

function holdsInOrder(fields: readonly string[], names: readonly string[]): boolean {
  let at = -1;
  return names.every((name) => {
    at = fields.indexOf(name, at + 1);
    return at >= 0;
  });
}
