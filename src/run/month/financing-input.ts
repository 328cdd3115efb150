// What financing reads of a register: postings and budget by pool and month, quantities, hours and places of the
// finance year, and how old each side is.

import { type PlacedMonth, placeMonths, poolMonths } from '../../costing/assign-accounts.ts';
import type { Model } from '../../model/model.ts';
import { paidHours, placeDays } from '../../registers/circumstances/circumstance-totals.ts';
import { quantities } from '../../registers/quantities.ts';
import { monthlyTotals } from '../../registers/read-totals.ts';
import type { Register } from '../../registers/register.ts';
import type { Db } from '../../store/db.ts';
import type { FinancingInput, Freshness, ModelPrices, PoolMonth, Quantity } from '../../tables/financing.ts';
import type { LedgerKind } from '../../tables/ledger.ts';

/** Accounts of a kind and year with their units and pools, month by month. */
export type PlacedAccounts = {
  readonly kind: LedgerKind;
  readonly year: number;
  readonly months: readonly PlacedMonth[];
};

/**
 * The input of financing up to `month`. `model` is as of the finance year; its `years.cost` is that year.
 * @throws WorkspaceError when a snapshot does not hold what was imported.
 */
export async function financingInput(
  db: Db,
  register: Register,
  wanted: {
    readonly model: Model;
    readonly prices: readonly ModelPrices[];
    readonly month: number;
  },
): Promise<{ readonly input: FinancingInput; readonly placed: readonly PlacedAccounts[] }> {
  const { model, prices, month } = wanted;
  const { financing } = model;
  if (!financing) throw new Error('a model without financing is not followed');
  const { year, frame } = financing;
  const placed: PlacedAccounts[] = [];
  const pools = async (kind: LedgerKind, ofYear: number): Promise<PoolMonth[]> => {
    const months = placeMonths(model, await monthlyTotals(db, register, { kind, year: ofYear }));
    placed.push({ kind, year: ofYear, months });
    return poolMonths(months);
  };
  const expense = await pools('actual', year);
  const budget = await pools(frame.from === 'revised-budget' ? 'revised-budget' : 'budget', year);
  const lastYear = frame.periodise === 'last-year' ? await pools('actual', year - 1) : [];
  const absence = new Map<string, number>();
  for (const { pays } of financing.models)
    for (const [service, days] of pays?.absenceDays ?? []) absence.set(service, days);
  const counted = await quantities(db, register, { year, absence, through: month });
  const input: FinancingInput = {
    ...{ through: month, prices, budget, expense, lastYear, quantities: counted },
    hours: await paidHours(db, register, { year }),
    places: await placeDays(db, register, { year }),
    freshness: freshness(expense, counted),
  };
  return { input, placed };
}

const freshness = (expense: readonly PoolMonth[], counted: readonly Quantity[]): Freshness => ({
  ledgerMonth: Math.max(0, ...expense.map(({ month }) => month)),
  activityMonth: Math.max(
    0,
    ...counted.filter(({ state }) => state === 'delivered').map(({ month }) => month),
  ),
});
