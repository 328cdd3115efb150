// What financing reads of a register: postings and budget by pool and month, quantities, hours and places of the
// finance year, and how old each side is.

import { type PlacedMonth, placeMonths, poolMonths } from '../../costing/assign-accounts.ts';
import { atHeirs, joinRows, soleHeir } from '../../model/at-heirs.ts';
import type { Financing } from '../../model/financing.ts';
import { hoursByUnit, placesByUnit } from '../../model/inherited-circumstances.ts';
import type { Model } from '../../model/model.ts';
import { paidHours, placeDays } from '../../registers/circumstances/circumstance-totals.ts';
import { quantities } from '../../registers/quantities.ts';
import { monthlyTotals } from '../../registers/read-totals.ts';
import type { Register } from '../../registers/register.ts';
import type { Db } from '../../store/db.ts';
import type { PaidHours } from '../../tables/circumstances.ts';
import type { FinancingInput, Freshness, ModelPrices, PoolMonth, Quantity } from '../../tables/financing.ts';
import { keyOf } from '../../tables/keys.ts';
import type { LedgerKind } from '../../tables/ledger.ts';
import { monthCode } from '../../time/month-text.ts';
import { costYears } from './month-basis.ts';

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
  {
    model,
    prices,
    month,
  }: { readonly model: Model; readonly prices: readonly ModelPrices[]; readonly month: number },
): Promise<{ readonly input: FinancingInput; readonly placed: readonly PlacedAccounts[] }> {
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
  const wanted = {
    year,
    absence: paidAbsence(financing),
    through: month,
    unitNow: (unit: string) => soleHeir(unit, model.organisation?.heirs),
  };
  const counted = toHeirs(await quantities(db, register, wanted), model);
  const hoursOf = async (years: readonly number[]): Promise<PaidHours[]> => {
    const found: PaidHours[] = [];
    for (const one of new Set(years)) found.push(...(await paidHours(db, register, { year: one })));
    return found;
  };
  const input: FinancingInput = {
    ...{ through: month, prices, budget, expense, lastYear, quantities: counted },
    hours: hoursByUnit(model, await hoursOf([year, ...costYears(prices)])),
    places: placesByUnit(model, await placeDays(db, register, { year })),
    freshness: freshness(financing, { expense, counted, through: month }),
  };
  return { input, placed };
}

/** The last months that either side has, up to the one that is followed; of activity, in the state that is paid for. */
function freshness(
  { models, inForce }: Financing,
  {
    expense,
    counted,
    through,
  }: {
    readonly expense: readonly PoolMonth[];
    readonly counted: readonly Quantity[];
    readonly through: number;
  },
): Freshness {
  const isGranted = models.find(({ name }) => name === inForce)?.pays?.basis === 'granted';
  const activity = counted.filter(({ state }) => state === (isGranted ? 'granted' : 'delivered'));
  return {
    ledgerMonth: Math.min(through, Math.max(0, ...expense.map(({ month }) => month))),
    activityMonth: Math.max(0, ...activity.map(({ month }) => month)),
  };
}

/** Days of an absence that are paid, by service: as the model in force says, else as the first other that does. */
function paidAbsence({ models, inForce }: Financing): Map<string, number> {
  const inOrder = [...models].sort((a, b) => Number(b.name === inForce) - Number(a.name === inForce));
  const days = new Map<string, number>();
  for (const { pays } of inOrder)
    for (const [service, paid] of pays?.absenceDays ?? []) if (!days.has(service)) days.set(service, paid);
  return days;
}

/**
 * As organised now, what a unit held that was divided goes to its heirs by their parts, quantities and users alike, as
 * its accounts do; to what they have themselves.
 */
function toHeirs(counted: readonly Quantity[], { organisation }: Model): readonly Quantity[] {
  const heirs = organisation?.heirs;
  if (!heirs?.size) return counted;
  const shares = counted.flatMap((quantity) =>
    atHeirs(quantity, heirs, ({ divide }) => ({
      parts: divide(quantity.parts),
      users: Number(divide(BigInt(quantity.users))),
    })),
  );
  return joinRows(
    shares,
    ({ unit, service, level, state, month }) => keyOf(unit, service, level, state, monthCode(month)),
    (sum, { parts, users }) => ({ ...sum, parts: sum.parts + parts, users: sum.users + users }),
  );
}
