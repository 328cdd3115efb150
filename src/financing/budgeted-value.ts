// What the budget's quantities are worth at prices: F_B less the base grant, the measure that earned financing, limits
// and frames are held against.

import { add, divide, type Fraction, fraction, multiply, ZERO } from '../money/fraction.ts';
import type { BaseYear } from '../tables/financing.ts';
import { keyOf } from '../tables/keys.ts';
import type { Budgeted } from './budget-volumes.ts';
import type { Ground } from './ground.ts';
import { spread } from './periodise.ts';
import type { PriceBook, PriceTable } from './price-book.ts';

/** A budgeted quantity at the price that was voted and at the price that holds now, in øre; 0 where there is none. */
export type BudgetedValue = Budgeted & {
  readonly voted: Fraction;
  readonly now: Fraction;
  /** False where no price holds now: what nothing is paid for is not held against what was given. */
  readonly hasPrice: boolean;
};

/** Values a unit's budgeted quantities of a month; one that has no price is worth nothing (and is told elsewhere). */
export type BudgetValuer = (unit: string, month: number, budgeted: readonly Budgeted[]) => BudgetedValue[];

/**
 * The valuer of a model's prices. A service that is budgeted without level and priced by level has the mean price of
 * the unit's own cost year (of all units' where it had none): prices 4,000 and 4,720, 900 and 100 days: 4,072.
 */
export function budgetValuer(
  book: PriceBook,
  base: BaseYear,
  perMeasure: (service: string) => bigint,
): BudgetValuer {
  const known = new Map<string, Fraction | undefined>();
  const priceOf = (table: PriceTable, key: string, unit: string, { service, level }: Budgeted) => {
    const place = keyOf(key, unit, service, level);
    if (!known.has(place)) known.set(place, budgetPrice(table, base, unit, { service, level }));
    return known.get(place);
  };
  return (unit, month, budgeted) =>
    budgeted.map((row) => {
      const inForce = priceOf(book.inMonth(month), String(month), unit, row);
      const voted = priceOf(book.voted, 'voted', unit, row) ?? inForce;
      const worth = (price: Fraction | undefined): Fraction =>
        price ? fraction(price.num * row.parts, price.den * perMeasure(row.service)) : ZERO;
      return { ...row, voted: worth(voted), now: worth(inForce), hasPrice: inForce !== undefined };
    });
}

/** Øre per measure of a budgeted service and level at a unit; undefined where there is no price. */
export function budgetPrice(
  table: PriceTable,
  { volumes }: BaseYear,
  unit: string,
  { service, level }: { readonly service: string; readonly level: string },
): Fraction | undefined {
  const stated = table.unitPrice(unit, service, level);
  if (stated || level !== '') return stated;
  const priced = volumes.filter((volume) => volume.service === service && volume.parts > 0n);
  const own = priced.filter((volume) => volume.unit === unit);
  let worth = ZERO;
  let parts = 0n;
  for (const volume of own.length > 0 ? own : priced) {
    const price = table.unitPrice(unit, service, volume.level);
    if (!price) continue;
    worth = add(worth, multiply(price, fraction(volume.parts)));
    parts += volume.parts;
  }
  return parts === 0n ? undefined : divide(worth, fraction(parts));
}

/** F_B of a unit's twelve months, exact øre: base grant as voted + Σ voted price × budgeted quantity. */
export function votedMonths(
  { budget, profiles }: Ground,
  book: PriceBook,
  value: BudgetValuer,
  unit: string,
): Fraction[] {
  const base = spread(book.voted.baseGrant(unit), profiles.of(unit));
  return base.map((amount, i) =>
    value(unit, i + 1, budget.of(unit, i + 1)).reduce((sum, { voted }) => add(sum, voted), fraction(amount)),
  );
}
