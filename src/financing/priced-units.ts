// Units that a price or base grant is for: their expense has a counterpart, that of others stands outside the price.

import type { Ground } from './ground.ts';
import type { Funding } from './paid.ts';
import type { Standards } from './standard.ts';

/** True of units with a base grant, a cost year that prices were made of, or a quantity or budgeted volume with a price. */
export function pricedUnits(
  { counts, budget, months }: Ground,
  { book }: Funding,
  standards: Standards,
): (unit: string) => boolean {
  const counted = counts.all.filter(
    ({ service, level, month }) => book.inMonth(month).price(service, level) !== undefined,
  );
  const isBudgeted = (unit: string): boolean =>
    months.some((month) =>
      budget.of(unit, month).some(({ service }) => book.inMonth(month).levels(service).length > 0),
    );
  const units = new Set([
    ...book.granted,
    ...standards.units,
    ...counted.map(({ unit }) => unit),
    ...[...budget.units].filter(isBudgeted),
  ]);
  return (unit) => units.has(unit);
}
