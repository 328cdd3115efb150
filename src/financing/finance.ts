// From adopted prices, budget, postings and quantities of a year to what units have earned, the two variances line by
// line, the leader's questions, and what other models would have given.

import { type Finding, isRefused } from '../findings/finding.ts';
import type { Model } from '../model/model.ts';
import type { Fraction } from '../money/fraction.ts';
import type { FinancingInput, FinancingYear } from '../tables/financing.ts';
import { type BudgetValuer, budgetValuer, votedMonths } from './budgeted-value.ts';
import { earnedOf } from './earned.ts';
import { unitExpenses } from './expense.ts';
import { financingFindings } from './financing-findings.ts';
import { frameMonths, heldFrames } from './frame.ts';
import { fundingsOf } from './fundings.ts';
import { type Ground, inOrder, layGround } from './ground.ts';
import type { Funding } from './paid.ts';
import { pricedUnits } from './priced-units.ts';
import { baseYearShadow, shadowMonths } from './shadow.ts';
import { standardsOf } from './standard.ts';
import { unitMonths } from './unit-months.ts';
import { unpricedQuantities, usedQuantities } from './used-quantities.ts';

/**
 * Finances the months up to `through` under every model that has prices, and finds the variances under the one in
 * force. Nothing is rounded but once per unit and month, where lines are rounded together; months and units only add
 * up. A unit with no frame that the model in force does not reach is left out and told, with what it spent. Without
 * `values` when a finding is an error. The model is as of the finance year and says how it finances.
 */
export function finance({ model, input }: { readonly model: Model; readonly input: FinancingInput }): {
  values?: FinancingYear;
  findings: Finding[];
} {
  const { financing } = model;
  if (!financing) throw new Error('a model without financing is not followed');
  const { inForce, all, findings: told } = fundingsOf(financing, input.prices);
  if (!inForce || isRefused(told)) return { findings: [...told] };

  const ground = layGround(model, financing, input);
  const standards = standardsOf(inForce.base, financing.natures);
  const isPriced = pricedUnits(ground, inForce, standards);
  const expenses = unitExpenses(ground, input.expense, isPriced);
  const value = budgetValuer(inForce.book, inForce.base, ground.perMeasure);
  const frames = frameMonths(ground, input.budget, votedOfUnits(ground, inForce, value));
  const units = inOrder([
    ...expenses.units,
    ...ground.counts.units,
    ...ground.budget.units,
    ...frames.units.keys(),
    ...all.flatMap(({ book }) => book.granted),
  ]);

  const earned = all.map((funding) => ({
    funding,
    months: earnedOf({ ground, funding, units, frames, expenses }),
  }));
  const own = earned.find(({ funding }) => funding === inForce)!.months;
  const months = unitMonths(
    { ground, funding: inForce, standards, expenses, frames, value, isPriced, input },
    own,
  );
  const values: FinancingYear = {
    ...{ year: financing.year, through: input.through, model: financing.inForce },
    months,
    heldFrames: heldFrames(frames, ground.months),
    earned: earned.flatMap(({ months }) => months.flatMap(({ lines }) => lines)),
    expenses: expenses.lines,
    quantities: usedQuantities(ground, own),
    unpriced: unpricedQuantities(own),
    shadow: earned.flatMap(({ funding, months }) => shadowMonths(funding, months)),
    baseYear: all.flatMap((funding) => baseYearShadow(ground, funding)),
    freshness: input.freshness,
  };
  const findings = financingFindings({
    ...{ ground, input, inForce, standards, expenses, frames, units, earned: own, values },
  });
  return { values, findings: [...told, ...findings] };
}

/** F_B of units that have a base grant or a budgeted volume, twelve months each, exact. */
function votedOfUnits(
  ground: Ground,
  { book }: Funding,
  value: BudgetValuer,
): Map<string, readonly Fraction[]> {
  const units = inOrder([...ground.budget.units, ...book.granted]);
  return new Map(units.map((unit) => [unit, votedMonths(ground, book, value, unit)]));
}
