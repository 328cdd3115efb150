// Internal sales: whether what units say they bought of each other is what others say they sold. Both sides are kept
// out of cost (they end where nothing is costed) and stay in the results of the units that booked them.

import type { Finding } from '../findings/finding.ts';
import type { InternalSale, Model } from '../model/model.ts';
import { formatAmount } from '../money/amount-text.ts';
import { byKey } from '../money/apportion.ts';
import { largerFirst, magnitude, ore, sumOre } from '../money/ore.ts';
import type { Assignment } from '../tables/costs.ts';
import { whereIn } from './parking.ts';

/** How many units of a side, and how many codes of a pair, a finding names. */
const SHOWN = 5;

/** What a unit ("" for none) bought (expense positive) and sold (income negative) of a declared pair, in øre. */
export type UnitSale = {
  readonly sale: string;
  readonly unit: string;
  readonly boughtOre: bigint;
  readonly soldOre: bigint;
};

/** The two sides of every pair, unit by unit; in order of pair as declared and unit. */
export const internalSalesByUnit = (model: Model, assignments: readonly Assignment[]): UnitSale[] =>
  (model.costing.internalSales ?? []).flatMap((sale) =>
    groups(sidesOf(sale, assignments), ({ unit }) => unit).map(([unit, found]) => ({
      sale: sale.name,
      unit,
      ...totals(sale, found),
    })),
  );

/** One finding per pair, or per code of its dimension, whose sides do not meet; a note where the difference is allowed. */
export const internalSalesFindings = (model: Model, assignments: readonly Assignment[]): Finding[] =>
  (model.costing.internalSales ?? []).flatMap((sale) => {
    const sides = sidesOf(sale, assignments);
    const { by } = sale;
    if (by === undefined) return unmet(sale, sides, '');
    const found = groups(sides, (assignment) => assignment[by]).flatMap(([code, each]) =>
      unmet(sale, each, `, ${by} ${code === '' ? 'empty' : code}`),
    );
    return shortened(found);
  });

const sidesOf = ({ bought, sold }: InternalSale, assignments: readonly Assignment[]): Assignment[] =>
  assignments.filter(({ pool }) => pool === bought || pool === sold);

const groups = (
  assignments: readonly Assignment[],
  keyOf: (assignment: Assignment) => string,
): [string, Assignment[]][] => [...Map.groupBy(assignments, keyOf)].sort(([a], [b]) => byKey(a, b));

const totals = ({ bought, sold }: InternalSale, assignments: readonly Assignment[]) => ({
  boughtOre: totalOf(assignments, bought),
  soldOre: totalOf(assignments, sold),
});

const totalOf = (assignments: readonly Assignment[], pool: string): bigint =>
  sumOre(assignments.filter((one) => one.pool === pool).map(({ amountOre }) => amountOre));

function unmet(sale: InternalSale, sides: readonly Assignment[], of: string): Finding[] {
  const { boughtOre, soldOre } = totals(sale, sides);
  const difference = boughtOre + soldOre;
  if (difference === 0n) return [];
  const isAllowed = magnitude(difference) <= sale.toleranceOre;
  const lacking = difference > 0n ? 'bought without being sold' : 'sold without being bought';
  const bought = `${kroner(boughtOre)} bought${byUnit(sides, sale.bought)}`;
  const sold = `${kroner(-soldOre)} sold${byUnit(sides, sale.sold)}`;
  return [
    {
      rule: 'costing/internal-sales-unmatched',
      severity: isAllowed ? 'note' : 'warning',
      message: `internal sales "${sale.name}"${of}: ${bought}, ${sold}; ${kroner(magnitude(difference))} ${lacking}.`,
      remedy: isAllowed
        ? 'Nothing needs doing: the model allows it.'
        : 'Look for the posting of the other side, or at the codes of the pair (costing: internal-sales:).',
      where: whereIn(sale.at, sale.name),
      count: sides.reduce((sum, { rows }) => sum + rows, 0),
      amountOre: ore(difference),
    },
  ];
}

/** " (Solvang 600 000,00 kr, …)"; nothing where no unit is known. */
function byUnit(sides: readonly Assignment[], pool: string): string {
  const units = groups(
    sides.filter((one) => one.pool === pool),
    ({ unit }) => unit,
  ).map(([unit, found]) => ({ unit, amountOre: totalOf(found, pool) }));
  if (units.every(({ unit }) => unit === '')) return '';
  const largest = units.sort((a, b) => largerFirst(a.amountOre, b.amountOre) || byKey(a.unit, b.unit));
  const shown = largest
    .slice(0, SHOWN)
    .map(({ unit, amountOre }) => `${unit === '' ? 'no unit' : unit} ${kroner(magnitude(amountOre))}`);
  const more = largest.length > SHOWN ? [`${largest.length - SHOWN} more`] : [];
  return ` (${[...shown, ...more].join(', ')})`;
}

const kroner = (amountOre: bigint): string => `${formatAmount(ore(amountOre), { language: 'nb' })} kr`;

/** The first codes one by one, the largest first; the rest as one. */
function shortened(findings: readonly Finding[]): Finding[] {
  const largest = [...findings].sort(
    (a, b) => largerFirst(a.amountOre ?? 0n, b.amountOre ?? 0n) || byKey(a.message, b.message),
  );
  const [first, rest] = [largest.slice(0, 4 * SHOWN), largest.slice(4 * SHOWN)];
  const [one] = rest;
  if (!one || rest.length === 1) return largest;
  return [
    ...first,
    {
      ...one,
      message: `and ${rest.length} more codes of ${one.where.key} whose two sides do not meet.`,
      count: rest.reduce((sum, { count = 0 }) => sum + count, 0),
      amountOre: sumOre(rest.map(({ amountOre = ore(0) }) => amountOre)),
    },
  ];
}
