// Units month by month under the model in force: frame, earned, spent, what lies between them, and the staffing.

import { type Fraction, fraction } from '../money/fraction.ts';
import type { FinancingInput, Staffing, UnitMonth } from '../tables/financing.ts';
import type { BudgetValuer } from './budgeted-value.ts';
import type { EarnedMonth } from './earned.ts';
import { growthTurn } from './efficiency-variance.ts';
import { type Expenses, spentOre } from './expense.ts';
import type { Frames } from './frame.ts';
import type { Ground } from './ground.ts';
import type { Funding } from './paid.ts';
import { spread } from './periodise.ts';
import { hoursOf, paidParts, staffing } from './staffing.ts';
import type { Standards } from './standard.ts';
import {
  activityVariance,
  efficiencyVariance,
  type MonthFacts,
  memos,
  type VarianceRules,
} from './variances.ts';

/** What units' months are made from. */
export type YearGround = {
  readonly ground: Ground;
  readonly funding: Funding;
  readonly standards: Standards;
  readonly expenses: Expenses;
  readonly frames: Frames;
  readonly value: BudgetValuer;
  readonly isPriced: (unit: string) => boolean;
  readonly input: FinancingInput;
};

/** The months of units in the order of `earned`. */
export function unitMonths(year: YearGround, earned: readonly EarnedMonth[]): UnitMonth[] {
  const { ground, funding } = year;
  const rules: VarianceRules = { ground, funding, turn: turnOf(ground) };
  const factsOf = factFinder(year, earned);
  return earned.map((month): UnitMonth => {
    const facts = factsOf(month);
    const { frameOre, spentOre: spent } = facts;
    const { provision, purchaser } = ground.unitOf(month.unit);
    const [activity, efficiency] = [activityVariance(rules, facts), efficiencyVariance(rules, facts)];
    return {
      ...{ unit: month.unit, purchaser, provision, month: month.month },
      ...(frameOre === undefined ? {} : { frameOre }),
      ...{ earnedOre: month.earnedOre, spentOre: spent },
      lines: [...activity.lines, ...efficiency.lines, ...memos(rules, facts)],
      terms: [...activity.terms, ...efficiency.terms],
      staffing: staffingOf(year, month, facts),
    };
  });
}

const turnOf = ({ model, financing }: Ground) =>
  growthTurn(
    model.growth.find(({ year }) => year === financing.year)?.natures ?? new Map(),
    financing.actualGrowth,
  );

/** The frame of a month; what is in the prices of others and has none was given nothing. */
const frameOf = ({ units }: Frames, { unit, month, way }: EarnedMonth): bigint | undefined =>
  units.get(unit)?.[month - 1] ?? (way === 'outside' ? 0n : undefined);

/** Finds what is known of a unit and month. */
function factFinder(year: YearGround, earned: readonly EarnedMonth[]): (month: EarnedMonth) => MonthFacts {
  const { ground, funding, standards, expenses, frames, value, isPriced, input } = year;
  const hours = hoursOf(input.hours, ground.financing.year);
  const sickShare = sickShares(year);
  const counted = new Set(earned.filter(({ paid }) => paid.rows.length > 0).map(({ unit }) => unit));
  const fixed = new Map<string, readonly bigint[]>();
  const plannedFixed = (unit: string): readonly bigint[] => {
    const known =
      fixed.get(unit) ??
      spread(standards.plannedFixedOre(unit, funding.book.voted.baseGrant(unit)), ground.profiles.of(unit));
    fixed.set(unit, known);
    return known;
  };
  return (month) => {
    const { unit, month: at } = month;
    const lines = expenses.of(unit, at);
    const standard = standards.of(unit, month.paid.rows);
    const paidHours = hours(unit, at);
    return {
      ...{ earned: month, spentOre: spentOre(lines), frameOre: frameOf(frames, month) },
      ...{ expenses: lines, standard, placeDays: ground.placeDays(unit, at) },
      budgeted: value(unit, at, ground.budget.of(unit, at)),
      granted: ground.counts.of(unit, at, 'granted'),
      delivered: ground.counts.of(unit, at, 'delivered'),
      plannedFixedOre: plannedFixed(unit)[at - 1]!,
      hours: paidHours,
      hourParts: paidParts(paidHours),
      sickShare: sickShare(unit),
      ...{ isPriced: isPriced(unit), isCounted: counted.has(unit) },
    };
  };
}

/** Sick leave beside a unit's paid hours of the cost year; undefined where those hours are not given. */
function sickShares({ funding, input }: YearGround): (unit: string) => Fraction | undefined {
  const sums = new Map<string, { paid: bigint; sick: bigint }>();
  for (const { unit, year, kind, parts } of input.hours) {
    if (year !== funding.costYear) continue;
    const { paid, sick } = sums.get(unit) ?? { paid: 0n, sick: 0n };
    const isSick = kind === 'sick-leave';
    sums.set(unit, { paid: isSick ? paid : paid + parts, sick: isSick ? sick + parts : sick });
  }
  return (unit) => {
    const sum = sums.get(unit);
    return sum && sum.paid !== 0n ? fraction(sum.sick, sum.paid) : undefined;
  };
}

function staffingOf({ ground, standards }: YearGround, month: EarnedMonth, facts: MonthFacts): Staffing {
  const { expenses, standard, delivered, hours, placeDays } = facts;
  return staffing({
    ...{ unit: month.unit, hours, delivered, paid: month.paid.rows, priced: month.priced },
    ...{ baseOre: month.baseOre, standard, standards, expenses, placeDays },
    measureOf: ground.measureOf,
    wageNatures: ground.financing.natures.wages,
  });
}
