// The two variances of a unit and month, line by line: activity + efficiency = frame − spent, to the øre.

import {
  add,
  divide,
  type Fraction,
  fraction,
  multiply,
  roundHalfAway,
  subtract,
  ZERO,
} from '../money/fraction.ts';
import { partsPerMeasure } from '../tables/activity.ts';
import type {
  ActivityLine,
  EfficiencyLine,
  ExpenseLine,
  MemoLine,
  VarianceLine,
  VarianceTerm,
} from '../tables/financing.ts';
import {
  type ActivityGround,
  activityLines,
  difference,
  type ExactLine,
  jointTerms,
  memoLines,
  roundedLines,
  type Valued,
} from './activity-variance.ts';
import type { BudgetedValue } from './budgeted-value.ts';
import type { Counted } from './counted.ts';
import type { EarnedMonth } from './earned.ts';
import { efficiencyLines, type GrowthTurn } from './efficiency-variance.ts';
import type { Ground } from './ground.ts';
import { only, total } from './own-rates.ts';
import { type Funding, worth } from './paid.ts';
import type { HoursByKind } from './staffing.ts';
import type { StandardMonth } from './standard.ts';

/** All that is known of a unit and month under the model in force; øre and parts. */
export type MonthFacts = {
  readonly earned: EarnedMonth;
  readonly spentOre: bigint;
  readonly frameOre: bigint | undefined;
  readonly expenses: readonly ExpenseLine[];
  readonly budgeted: readonly BudgetedValue[];
  readonly granted: readonly Counted[];
  readonly delivered: readonly Counted[];
  readonly standard: StandardMonth;
  readonly plannedFixedOre: bigint;
  readonly hours: HoursByKind | undefined;
  /** H. */
  readonly hourParts: bigint | undefined;
  /** Sick leave ÷ paid hours of the unit's cost year; undefined where they are not given. */
  readonly sickShare: Fraction | undefined;
  readonly placeDays: bigint | undefined;
  /** True where a price or base grant is for anything that the unit does. */
  readonly isPriced: boolean;
  /** True where the unit has priced quantities in any month. */
  readonly isCounted: boolean;
};

/** What is true of all months. */
export type VarianceRules = {
  readonly ground: Ground;
  readonly funding: Funding;
  readonly turn: GrowthTurn;
};

/** F_B in øre: base grant as voted + Σ voted price × budgeted quantity. */
const votedExact = ({ earned, budgeted }: Pick<MonthFacts, 'earned' | 'budgeted'>): Fraction =>
  budgeted.reduce((sum, { voted }) => add(sum, voted), fraction(earned.votedBaseOre));

/**
 * The activity variance of a unit: what the frame is above F_B, and F_B − F. Without a frame of its own a unit has no
 * variance, only the lines that its purchaser answers for: they sum to F_B, in whole øre, − F, and what the frame that is
 * held is above F_B of all its units is the gap. None where F is the frame. Where care is bought, F is what it cost, and
 * the last line is what the price would have paid less that; without a price it is the only line, for nobody can say
 * what of it was more care.
 */
export function activityVariance(rules: VarianceRules, facts: MonthFacts): Explained {
  const { earned, frameOre } = facts;
  if (earned.way === 'frame' || earned.way === 'outside') return NOTHING;
  const voted = votedExact(facts);
  const votedOre = roundHalfAway(voted);
  const totalOre = (frameOre ?? votedOre) - earned.earnedOre;
  const lines = activityLines(activityGround(rules, facts));
  if (earned.way === 'purchase') {
    const atPrice = add(fraction(earned.baseOre), earned.priced);
    const bought = subtract(atPrice, fraction(earned.earnedOre));
    const hasPrice = earned.paid.rows.length > 0 || voted.num !== 0n;
    if (!hasPrice)
      return explained('activity', [{ line: 'purchase-price', exact: fraction(totalOre) }], totalOre);
    lines.push({ line: 'purchase-price', exact: bought });
  }
  // A frame that is F_B itself is F_B in whole øre: no gap is shown for what rounding takes.
  const isVoted = rules.ground.financing.frame.from === 'volumes' || frameOre === undefined;
  const gap = difference<ActivityLine>(
    'frame-gap',
    ['frame', fraction(frameOre ?? votedOre)],
    ['base-and-budget-as-voted', isVoted ? fraction(votedOre) : voted],
  );
  return explained('activity', [gap, ...lines], totalOre);
}

/** Lines in whole øre, and the exact terms that they are made of. */
export type Explained = { readonly lines: readonly VarianceLine[]; readonly terms: readonly VarianceTerm[] };

const NOTHING: Explained = { lines: [], terms: [] };

function explained<Variance extends 'activity' | 'efficiency', Line extends ActivityLine | EfficiencyLine>(
  variance: Variance,
  exact: readonly ExactLine<Line>[],
  totalOre: bigint,
): Explained {
  const lines = roundedLines(variance, exact, totalOre) as readonly VarianceLine[];
  const terms = exact.flatMap(({ line, terms = [] }) => terms.map((term) => ({ variance, line, ...term })));
  return { lines, terms };
}

function activityGround({ ground, funding }: VarianceRules, facts: MonthFacts): ActivityGround {
  const { earned, budgeted } = facts;
  const paid = earned.paid.rows.map((row) => ({ ...row, now: row.worth }));
  const isLesser = funding.rules.pays?.basis === 'lesser';
  const { mixGroups } = ground.financing;
  return {
    ...{ votedBaseOre: earned.votedBaseOre, baseOre: earned.baseOre, budgeted, paid },
    granted: isLesser ? valued({ ground, funding }, earned, facts.granted) : paid,
    ...{ standing: earned.standing, terms: earned.terms },
    groupOf: (service) => `${mixGroups.get(service) ?? service}\n${ground.measureOf(service)}`,
  };
}

function valued(
  { ground, funding }: Pick<VarianceRules, 'ground' | 'funding'>,
  { unit, month }: EarnedMonth,
  rows: readonly Counted[],
): Valued[] {
  const table = funding.book.inMonth(month);
  return rows.flatMap((row) => {
    const price = table.unitPrice(unit, row.service, row.level);
    return price ? [{ ...row, now: worth(ground, row.service, price, row.parts) }] : [];
  });
}

/**
 * The efficiency variance of a unit. None where care is bought. Where nothing is priced or counted it is one line, F − E:
 * the expense has no counterpart in any price. Where F is the frame, what that is above base + Σ p·Q is the model's.
 */
export function efficiencyVariance({ ground, turn }: VarianceRules, facts: MonthFacts): Explained {
  const { earned, spentOre } = facts;
  const totalOre = earned.earnedOre - spentOre;
  if (earned.way === 'purchase') return NOTHING;
  const isParted = earned.way === 'activity' ? facts.isPriced : earned.way === 'frame' && facts.isCounted;
  if (!isParted) return explained('efficiency', [{ line: 'outside', exact: fraction(totalOre) }], totalOre);
  const byActivity = add(fraction(earned.baseOre), earned.priced);
  const terms =
    earned.way === 'frame'
      ? subtract(fraction(earned.earnedOre), byActivity)
      : add(earned.terms, earned.standing);
  const lines = efficiencyLines({
    ...facts,
    ...{ baseOre: earned.baseOre, priced: earned.priced, terms, turn },
    natures: ground.financing.natures,
  });
  return explained('efficiency', lines, totalOre);
}

/** What is shown on request: joint terms, and what lines are made of. */
export function memos(rules: VarianceRules, facts: MonthFacts): VarianceLine[] {
  if (facts.earned.way === 'outside') return [];
  const joint = facts.earned.way === 'frame' ? [] : jointTerms(activityGround(rules, facts));
  return memoLines([
    ...joint,
    ...notDelivered(rules, facts),
    ...sickLeave(rules, facts),
    ...unusedCapacity(rules, facts),
  ]);
}

/** Σ P·(G − D) of services that have granted quantities, where it is no line of its own and deliveries are known. */
function notDelivered(
  { ground, funding }: VarianceRules,
  { earned, granted, delivered }: MonthFacts,
): ExactLine<MemoLine>[] {
  if (granted.length === 0 || funding.rules.pays?.basis === 'lesser') return [];
  if (!ground.hasDeliveries(earned.month)) return [];
  const services = new Set(granted.map(({ service }) => service));
  const sum = (rows: readonly Counted[]): Fraction =>
    valued(
      { ground, funding },
      earned,
      rows.filter(({ service }) => services.has(service)),
    )
      .map(({ now }) => now)
      .reduce(add, ZERO);
  return [{ line: 'granted-not-delivered', exact: subtract(sum(granted), sum(delivered)) }];
}

/** Of wages: w0 × (sick leave that the cost year had on the standard hours − that of the month). */
function sickLeave(
  { ground }: VarianceRules,
  { standard, hours, sickShare }: MonthFacts,
): ExactLine<MemoLine>[] {
  const standardHours = standard.hourParts;
  if (!sickShare || !hours || !standardHours || standardHours.num === 0n) return [];
  const perHour = divide(total(only(standard.costs, ground.financing.natures.wages)), standardHours);
  const usual = multiply(sickShare, standardHours);
  return [{ line: 'sick-leave', exact: multiply(perHour, subtract(usual, fraction(hours['sick-leave']))) }];
}

/** Of fixed cost: what of the plan stood for places that nobody used, X0 × empty ÷ open place-days. */
function unusedCapacity({ ground }: VarianceRules, facts: MonthFacts): ExactLine<MemoLine>[] {
  const { placeDays, plannedFixedOre, delivered } = facts;
  const days = delivered.filter(({ service }) => ground.measureOf(service) === 'day');
  if (!placeDays || placeDays <= 0n || days.length === 0) return [];
  const open = placeDays * partsPerMeasure('day');
  const empty = days.reduce((left, { parts }) => left - parts, open);
  if (empty <= 0n) return [];
  return [{ line: 'unused-capacity', exact: fraction(-plannedFixedOre * empty, open) }];
}
