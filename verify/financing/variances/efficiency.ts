// The efficiency variance, F − E: what was done for the money, against the unit's own cost year.

import { type Exact, exact, given, minus, over, plus, sumOf, times } from '../../fractions.ts';
import { spentOf } from '../followed/ground.ts';
import type { Lines } from './activity.ts';
import type { Facts } from './facts.ts';
import { type Costs, NOTHING, only } from './standard.ts';

/** Lines that sum to F − E; undefined where care is bought. */
export function efficiencyOf(facts: Facts): { lines: Lines; ore: bigint } | undefined {
  const { way, earned, spent, standard, natures, base, priced, planned, expenses } = facts;
  const ore = earned - spentOf(expenses);
  if (way === 'purchase') return undefined;
  const isParted = way === 'activity' ? facts.isPriced : way === 'frame' && facts.isCounted;
  if (!isParted) return { ore, lines: new Map([['outside', exact(ore)]]) };
  const { wages = [], income = [], fixed = [] } = natures;
  const { costs, common } = standard;
  const goods = [...costs.keys()].filter((nature) => ![...wages, ...income, ...fixed].includes(nature));
  const bought = expenses.filter(({ kind }) => kind === 'goods');
  const asAssumed = sumOf(bought.map((row) => over(exact(spentOf([row])), facts.turn(`${row['nature']}`))));
  const plan = plus(exact(planned), only(common, fixed));
  const terms =
    way === 'frame' ? minus(exact(earned), plus(base, priced)) : plus(facts.terms, facts.standing);
  const lines: Lines = new Map([
    ['starting-position', minus(priced, sumOf([...costs.values()]))],
    ...wageLines(facts, only(costs, wages), costs),
    ['goods-price', minus(asAssumed, exact(spent('goods')))],
    ['goods-usage', minus(only(costs, goods), asAssumed)],
    ['fixed-coverage', minus(plus(base, only(costs, fixed)), plan)],
    ['fixed-spending', minus(plan, exact(spent('fixed')))],
    ['income', minus(only(costs, income), exact(spent('income')))],
    ['model-terms', terms],
  ]);
  return { lines, ore };
}

/** (w0 − w̃)·H, w̃·H − W and w0·(H0 − H); without hours, in the month or the cost year, one line. */
function wageLines(
  { standard, hours, spent, turn, natures }: Facts,
  due: Exact,
  costs: Costs,
): [string, Exact][] {
  const paid = exact(spent('wages'));
  const standardHours = standard.hours;
  if (!hours || !standardHours?.[0]) return [['wages', minus(due, paid)]];
  const perHour = over(exact(hours), standardHours);
  const turned = (natures['wages'] ?? []).map((nature) => times(costs.get(nature) ?? NOTHING, turn(nature)));
  const [atStandard, asGrown] = [times(due, perHour), times(sumOf(turned), perHour)];
  return [
    ['wage-growth', minus(atStandard, asGrown)],
    ['wage-composition', minus(asGrown, paid)],
    ['usage', minus(due, atStandard)],
  ];
}

/** (1 + growth as it came out) ÷ (1 + as assumed) of a nature; as assumed where nothing else is stated. */
export function turnOf(
  assumed: { readonly [nature: string]: Parameters<typeof given>[0] },
  actual: typeof assumed,
) {
  return (nature: string): Exact => {
    const stated = (growth: typeof assumed) => growth[nature] ?? growth['all'];
    const before = stated(assumed) ? given(stated(assumed)) : NOTHING;
    const after = stated(actual) ? given(stated(actual)) : before;
    const [then, now] = [plus(exact(1n), before), plus(exact(1n), after)];
    return then[0] === 0n || now[0] === 0n ? exact(1n) : over(now, then);
  };
}
