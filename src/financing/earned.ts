// F(u,m) = base + supplements + Σ P(s,l)·Q(u,s,l,m): what a unit earned under a funding model, month by month, line by
// line, within limits and as far as the transition has come.

import type { FundingModel } from '../model/financing.ts';
import { add, type Fraction, fraction, roundHalfAway, ZERO } from '../money/fraction.ts';
import { roundTogether } from '../money/round-together.ts';
import type { EarnedLine } from '../tables/financing.ts';
import { keyOf } from '../tables/keys.ts';
import { budgetValuer, votedMonths } from './budgeted-value.ts';
import { type Expenses, spentOre } from './expense.ts';
import type { Frames } from './frame.ts';
import type { Ground } from './ground.ts';
import { limiter, transitionOf } from './limits.ts';
import { type Draft, type Funding, type Paid, paidFor, sumOf } from './paid.ts';
import { spread } from './periodise.ts';

/** How a month is financed: by activity, by its frame, by what was paid for it, or by nothing (`outside`). */
export type Way = 'activity' | 'frame' | 'purchase' | 'outside';

/** A unit's month under a model; øre, exact where they are fractions. */
export type EarnedMonth = {
  readonly unit: string;
  readonly month: number;
  readonly way: Way;
  readonly baseOre: bigint;
  /** base_B: the base grant as it was voted. */
  readonly votedBaseOre: bigint;
  readonly paid: Paid;
  /** Σ p·Q, supplements included. */
  readonly priced: Fraction;
  /** Absence and empty places that F holds. */
  readonly standing: Fraction;
  /** What limits and transition change in F. */
  readonly terms: Fraction;
  readonly earnedOre: bigint;
  readonly lines: readonly EarnedLine[];
};

/** What else is known of a unit, twelve months each: its frame where it has one, F_B, and what it spent. */
export type UnitFacts = {
  readonly unit: string;
  readonly frame: readonly bigint[] | undefined;
  readonly voted: readonly Fraction[];
  readonly spent: readonly bigint[];
};

/**
 * The months of a unit, rounded once each. A month that the model does not reach is financed by the frame, and left out
 * where there is none: nobody has said what it should be paid. Where provision is not own, F is what was paid. Support
 * units that are neither reached nor framed earn 0: their cost is in the prices of others.
 * @example base 547,050, price 918 × 5,075 hours: 5,205,900 kroner in the month
 */
function earnedMonths(ground: Ground, funding: Funding, facts: UnitFacts): EarnedMonth[] {
  const { unit, frame, voted, spent } = facts;
  const baseOf = grantMonths(ground, unit);
  const limit = limiter(funding.rules, ground.budget.units.has(unit));
  const months = Array.from(ground.months, (month) => {
    const way = wayOf(ground, funding.rules, facts, month);
    if (!way) return undefined;
    const asked = askedMonth(ground, funding, { unit, month, baseOf });
    if (way === 'activity') {
      const before = add(fraction(asked.baseOre), add(asked.priced, sumOf(asked.paid.standing)));
      const limited = limit(before, voted[month - 1]!);
      const transition = transitionOf(funding.rules, add(before, limited), frame?.[month - 1]);
      return byActivity(funding.rules, asked, limited, transition);
    }
    const whole = { frame: frame?.[month - 1], purchase: spent[month - 1], outside: 0n }[way] ?? 0n;
    const lines = finished(funding.rules, asked, way === 'outside' ? [] : [wholeLine(way, whole)], whole);
    return { ...asked, way, standing: ZERO, terms: ZERO, earnedOre: whole, lines };
  });
  return months.filter((month) => month !== undefined);
}

/** The months of units in their order: each with its frame, F_B at the model's own prices, and what it spent. */
export function earnedOf({
  ground,
  funding,
  units,
  frames,
  expenses,
}: {
  readonly ground: Ground;
  readonly funding: Funding;
  readonly units: readonly string[];
  readonly frames: Frames;
  readonly expenses: Expenses;
}): EarnedMonth[] {
  const { book, base } = funding;
  const value = budgetValuer(book, base, ground.perMeasure);
  return units.flatMap((unit) =>
    earnedMonths(ground, funding, {
      unit,
      frame: frames.units.get(unit),
      voted: votedMonths(ground, book, value, unit),
      spent: ground.months.map((month) => spentOre(expenses.of(unit, month))),
    }),
  );
}

function wayOf(
  ground: Ground,
  { applies, kind }: FundingModel,
  { unit, frame }: UnitFacts,
  month: number,
): Way | undefined {
  const { provision, kind: unitKind } = ground.unitOf(unit);
  if (provision !== 'own') return 'purchase';
  const isReached = applies.some(({ units, fromMonth }) => fromMonth <= month && units.includes(unit));
  if (kind === 'activity' && isReached) return 'activity';
  if (frame) return 'frame';
  return unitKind === 'support' ? 'outside' : undefined;
}

type Asked = Pick<EarnedMonth, 'unit' | 'month' | 'baseOre' | 'votedBaseOre' | 'paid' | 'priced'>;

/** What the month would come to by activity, whether or not that is how it is financed. */
function askedMonth(
  ground: Ground,
  funding: Funding,
  { unit, month, baseOf }: { unit: string; month: number; baseOf: (yearOre: bigint) => readonly bigint[] },
): Asked {
  const { book } = funding;
  const paid = paidFor(ground, funding, unit, month);
  return {
    ...{ unit, month, paid, priced: sumOf(paid.lines) },
    baseOre: baseOf(book.inMonth(month).baseGrant(unit))[month - 1]!,
    votedBaseOre: baseOf(book.voted.baseGrant(unit))[month - 1]!,
  };
}

/** A year's base grant on the months of a unit; the same grant is divided once. */
function grantMonths({ profiles }: Ground, unit: string): (yearOre: bigint) => readonly bigint[] {
  const known = new Map<bigint, readonly bigint[]>();
  return (yearOre) => {
    const months = known.get(yearOre) ?? spread(yearOre, profiles.of(unit));
    known.set(yearOre, months);
    return months;
  };
}

function byActivity(rules: FundingModel, asked: Asked, limit: Fraction, transition: Fraction): EarnedMonth {
  const { paid, baseOre } = asked;
  const drafts = [
    amountLine('base', fraction(baseOre)),
    ...paid.lines,
    ...paid.standing,
    amountLine('limit', limit),
    amountLine('transition', transition),
  ];
  const earnedOre = roundHalfAway(sumOf(drafts));
  const lines = finished(rules, asked, drafts, earnedOre);
  const terms = add(limit, transition);
  return { ...asked, way: 'activity', standing: sumOf(paid.standing), terms, earnedOre, lines };
}

/** A line without quantity. */
const amountLine = (kind: Draft['kind'], exact: Fraction): Draft => ({
  ...{ kind, service: '', level: '', name: '', parts: 0n, price: ZERO, exact },
});
const wholeLine = (kind: 'frame' | 'purchase', amountOre: bigint): Draft =>
  amountLine(kind, fraction(amountOre));

/** Lines rounded together to what is earned; those of nothing are left out. */
function finished(
  { name: model }: FundingModel,
  { unit, month }: Asked,
  drafts: readonly Draft[],
  earnedOre: bigint,
): EarnedLine[] {
  const worthSaying = drafts.filter(({ exact, parts }) => exact.num !== 0n || parts !== 0n);
  const keys = worthSaying.map(({ kind, service, level, name }) => keyOf(kind, service, level, name));
  const amounts = roundTogether(
    worthSaying.map(({ exact }) => exact),
    earnedOre,
    keys,
  );
  return worthSaying.map(({ exact: _, ...line }, i) => ({
    ...line,
    model,
    unit,
    month,
    amountOre: amounts[i]!,
  }));
}
