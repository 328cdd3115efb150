// The budget that follows from adopted prices and budgeted volumes: base grant + voted price × quantity, by unit and
// month; what a frame is before anyone has voted another.

import type { Model } from '../model/model.ts';
import { add, type Fraction, fraction, roundHalfAway, ZERO } from '../money/fraction.ts';
import { roundTogether } from '../money/round-together.ts';
import type { ModelPrices } from '../tables/financing.ts';
import { keyOf } from '../tables/keys.ts';
import { budgetPrice, budgetValuer } from './budgeted-value.ts';
import { inOrder, layGround, NO_BASE_YEAR } from './ground.ts';
import { spread } from './periodise.ts';
import { priceBook } from './price-book.ts';

/** A line of the proposed budget of a unit and month, in øre; `service` "" for the base grant. */
export type ProposedLine = {
  readonly unit: string;
  readonly month: number;
  readonly service: string;
  readonly level: string;
  readonly parts: bigint;
  readonly amountOre: bigint;
};

/** Budgeted services that no price is adopted for: they are in no proposal. */
export type Proposal = {
  readonly lines: readonly ProposedLine[];
  readonly unpriced: readonly { readonly unit: string; readonly service: string; readonly level: string }[];
};

/**
 * The proposal of the model in force, in order of unit, month, service and level. A unit's month is rounded once and
 * its lines together, so that they sum to it.
 * @example 1,000 hours at 918 and a base grant of 120,000 → 918,000 by volume, 10,000 a month
 */
export function proposeBudget(model: Model, prices: readonly ModelPrices[]): Proposal {
  const { financing } = model;
  if (!financing) throw new Error('a model without financing is not followed');
  const adopted = prices.find((one) => one.model === financing.inForce) ?? prices[0];
  const ground = layGround(model, financing, nothing(prices));
  const book = priceBook(adopted);
  const value = budgetValuer(book, adopted?.base ?? NO_BASE_YEAR, ground.perMeasure);
  const units = inOrder([...ground.budget.units, ...book.granted]);
  const lines = units.flatMap((unit) => {
    const base = spread(book.voted.baseGrant(unit), ground.profiles.of(unit));
    return base.flatMap((baseOre, i) => {
      const month = i + 1;
      const budgeted = value(unit, month, ground.budget.of(unit, month));
      const rows = [
        { service: '', level: '', parts: 0n, worth: fraction(baseOre) },
        ...budgeted.map(({ service, level, parts, voted }) => ({ service, level, parts, worth: voted })),
      ].filter(({ worth }) => worth.num !== 0n);
      return roundedRows(rows).map((row) => ({ unit, month, ...row }));
    });
  });
  const unpriced = new Map(
    financing.volumes
      .filter((row) => !budgetPrice(book.voted, adopted?.base ?? NO_BASE_YEAR, row.unit, row))
      .map(({ unit, service, level }) => [`${unit}/${service}/${level}`, { unit, service, level }]),
  );
  return { lines, unpriced: [...unpriced.values()] };
}

type Worth = Pick<ProposedLine, 'service' | 'level' | 'parts'> & { readonly worth: Fraction };

function roundedRows(rows: readonly Worth[]): Omit<ProposedLine, 'unit' | 'month'>[] {
  const total = roundHalfAway(rows.map(({ worth }) => worth).reduce(add, ZERO));
  const rounded = roundTogether(
    rows.map(({ worth }) => worth),
    total,
    rows.map(({ service, level }) => keyOf(service, level)),
  );
  return rows.map(({ worth: _, ...row }, i) => ({ ...row, amountOre: rounded[i]! }));
}

const nothing = (prices: readonly ModelPrices[]) => ({
  ...{ through: 12, prices, budget: [], expense: [], lastYear: [], quantities: [], hours: [], places: [] },
  freshness: { ledgerMonth: 0, activityMonth: 0 },
});
