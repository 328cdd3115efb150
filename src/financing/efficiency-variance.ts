// The efficiency variance, F − E: what was done for the money. Exact lines, rounded together once per unit and month
// (design: the two variances).

import { add, divide, type Fraction, fraction, multiply, ONE, ZERO } from '../money/fraction.ts';
import type { EfficiencyLine, ExpenseLine } from '../tables/financing.ts';
import { difference, type ExactLine } from './activity-variance.ts';
import { only, total } from './own-rates.ts';
import type { StandardMonth } from './standard.ts';

/** Growth into the year as it came out against as it was assumed, (1 + actual) ÷ (1 + assumed), of a nature. */
export type GrowthTurn = (nature: string) => Fraction;

/** What natures are; what is none of them is goods. */
export type NatureKinds = {
  readonly wages: readonly string[];
  readonly income: readonly string[];
  readonly fixed: readonly string[];
};

/** What the efficiency variance of a unit and month is found from; øre and parts of an hour. */
export type EfficiencyGround = {
  readonly baseOre: bigint;
  /** F_var = Σ p·Q. */
  readonly priced: Fraction;
  /** The rest of F: limits, transition, absence and empty places, or what a frame is more than base + Σ p·Q. */
  readonly terms: Fraction;
  readonly standard: StandardMonth;
  /** X0 of the month. */
  readonly plannedFixedOre: bigint;
  /** H; undefined where the register does not say it. */
  readonly hourParts: bigint | undefined;
  readonly expenses: readonly ExpenseLine[];
  readonly natures: NatureKinds;
  readonly turn: GrowthTurn;
};

const spentBy = (expenses: readonly ExpenseLine[], kind: ExpenseLine['kind']): bigint =>
  expenses
    .filter((line) => line.kind === kind)
    .reduce((sum, { postedOre, accruedOre }) => sum + postedOre + accruedOre, 0n);

/** Every line of a unit that prices or base grants are for: they sum to F − E exactly. */
export function efficiencyLines(ground: EfficiencyGround): ExactLine<EfficiencyLine>[] {
  const { baseOre, priced, standard, natures, expenses, plannedFixedOre } = ground;
  const { costs } = standard;
  const fixed = total(only(costs, natures.fixed));
  const income = total(only(costs, natures.income));
  // What is measured against the common price has no plan of its own: its fixed cost is planned as it is paid.
  const planned = add(fraction(plannedFixedOre), total(only(standard.common, natures.fixed)));
  const spent = (kind: ExpenseLine['kind']): Fraction => fraction(spentBy(expenses, kind));
  const paidForFixed = add(fraction(baseOre), fixed);
  return [
    difference('starting-position', ['price-times-quantity', priced], ['own-base-year-cost', total(costs)]),
    ...wageLines(ground),
    ...goodsLines(ground),
    difference('fixed-coverage', ['base-and-fixed-in-price', paidForFixed], ['planned-fixed', planned]),
    difference('fixed-spending', ['planned-fixed', planned], ['fixed-spent', spent('fixed')]),
    // Income stands negative in costs and postings: I − I0.
    difference('income', ['base-year-income', income], ['income', spent('income')]),
    { line: 'model-terms', exact: ground.terms },
  ];
}

/**
 * With w0 = w0·H0 ÷ H0 and w̃ = w0 × (1 + actual) ÷ (1 + assumed) growth: wage growth (w0 − w̃)·H, composition
 * (w̃ − w)·H = w̃·H − W, usage w0·(H0 − H). Where hours are missing, in the month or in the cost year, they are one line:
 * w0·H0 − W.
 * @example H0 160,974 at 461.06, 161,400 paid: usage −196,413 kroner
 */
function wageLines({
  standard,
  natures,
  hourParts,
  expenses,
  turn,
}: EfficiencyGround): ExactLine<EfficiencyLine>[] {
  const wages = only(standard.costs, natures.wages);
  const standardWage = total(wages);
  const spent = fraction(spentBy(expenses, 'wages'));
  const standardHours = standard.hourParts;
  if (hourParts === undefined || hourParts === 0n || !standardHours || standardHours.num === 0n)
    return [difference('wages', ['base-year-wages', standardWage], ['wages-spent', spent])];
  const perStandardHour = divide(fraction(hourParts), standardHours);
  const atStandard = multiply(standardWage, perStandardHour);
  const turned = [...wages].map(([nature, cost]) => multiply(cost, turn(nature))).reduce(add, ZERO);
  const asGrown = multiply(turned, perStandardHour);
  const paidHours = ['paid-hours-at-base-year-wage', atStandard] as const;
  const grownHours = ['paid-hours-at-that-wage-as-grown', asGrown] as const;
  return [
    difference('wage-growth', paidHours, grownHours),
    difference('wage-composition', grownHours, ['wages-spent', spent]),
    difference('usage', ['base-year-hours-at-base-year-wage', standardWage], paidHours),
  ];
}

/** Price = E_g × (1 + assumed) ÷ (1 + actual) − E_g, by nature; usage = F_g less that. */
function goodsLines({ standard, natures, expenses, turn }: EfficiencyGround): ExactLine<EfficiencyLine>[] {
  const { wages, income, fixed } = natures;
  const named = [...wages, ...income, ...fixed];
  const planned = total(new Map([...standard.costs].filter(([nature]) => !named.includes(nature))));
  let [spent, asAssumed] = [ZERO, ZERO];
  for (const { kind, nature, postedOre, accruedOre } of expenses) {
    if (kind !== 'goods') continue;
    const amount = fraction(postedOre + accruedOre);
    spent = add(spent, amount);
    asAssumed = add(asAssumed, divide(amount, turn(nature)));
  }
  const atAssumedPrices = ['goods-at-assumed-prices', asAssumed] as const;
  return [
    difference('goods-price', atAssumedPrices, ['goods-spent', spent]),
    difference('goods-usage', ['base-year-goods', planned], atAssumedPrices),
  ];
}

/** Growth of the finance year by nature, "all" for the rest; what is not stated, as it came out, is as assumed. */
export function growthTurn(
  assumed: ReadonlyMap<string, Fraction>,
  actual: ReadonlyMap<string, Fraction>,
): GrowthTurn {
  const stated = (growth: ReadonlyMap<string, Fraction>, nature: string): Fraction | undefined =>
    growth.get(nature) ?? growth.get('all');
  return (nature) => {
    const before = stated(assumed, nature) ?? ZERO;
    const [then, now] = [add(ONE, before), add(ONE, stated(actual, nature) ?? before)];
    // A growth of −100 % leaves nothing to compare: it is taken as assumed.
    return then.num === 0n || now.num === 0n ? ONE : divide(now, then);
  };
}
