// Expense: postings in the pools of the price by month, with what accruals add to each.

import { holds } from '../../accounts.ts';
import { largestRemainder } from '../../fractions.ts';
import { type Row, summed, total, whole } from '../../rows.ts';
import type { Followed } from '../followed/followed.ts';
import { MONTHS } from '../followed/months.ts';

/** Postings of the months followed, what accruals add, and what natures are in the efficiency variance. */
export function expensesOf(year: Followed, actual: readonly Row[]): Row[] {
  const pools = new Map(year.pools.map((pool) => [pool.name, pool]));
  const { wages = [], income = [], fixed = [] } = year.financing.natures;
  const isOwn = ({ unit, pool, month }: Row) =>
    unit !== '' && pools.has(`${pool}`) && year.months.includes(Number(month));
  const own = actual.filter(isOwn);
  const moved = own.map((row) => ({ ...row, posted_ore: `${whole(row)}`, accrued_ore: '0' }));
  const sums = summed(
    [...moved, ...accrued(year, own)],
    'unit month pool nature',
    'posted_ore',
    'accrued_ore',
  );
  const kindOf = ({ unit = '', pool = '', nature = '' }: Row) => {
    if (!year.isPriced(unit)) return 'outside';
    if (pools.get(pool)?.isBase || fixed.includes(nature)) return 'fixed';
    return wages.includes(nature) ? 'wages' : income.includes(nature) ? 'income' : 'goods';
  };
  const worth = sums.filter((row) => whole(row, 'posted_ore') !== 0n || whole(row, 'accrued_ore') !== 0n);
  return worth.map((row) => ({ ...row, kind: kindOf(row) }));
}

/** What each accrual moves between the months that are known: a lag in a ring, or to where it is earned. */
function accrued({ model, months }: Followed, own: readonly Row[]): Row[] {
  const { accruals = [] } = model;
  const taken = Map.groupBy(own, ({ unit, pool, nature, article }) => {
    const accrual = accruals.findIndex(({ articles }) => holds(articles, article));
    return `${unit}|${pool}|${nature}|${accrual}`;
  });
  return [...taken.values()].flatMap((rows) => {
    const { unit = '', pool = '', nature = '', article } = rows[0] ?? {};
    const rule = accruals.find(({ articles }) => holds(articles, article))?.rule;
    if (!rule) return [];
    const monthly = (some: readonly Row[]) =>
      months.map((month) => total(some.filter((row) => row['month'] === `${month}`)));
    const [posted, { months: lag = 0 }] = [monthly(rows), rule];
    const through = months.length;
    const isMoved = through === 12 || lag < through;
    const late = () => posted.map((amount, i) => (isMoved ? (posted[(i + lag) % through] ?? 0n) : amount));
    const wages = own.filter(
      (row) => row['unit'] === unit && rule.earnedOn && holds(rule.earnedOn, row['article']),
    );
    const earned = monthly(wages).map((amount) => (amount > 0n ? amount : 0n));
    const weights = earned.some((amount) => amount > 0n) ? earned : earned.map(() => 1n);
    const due = rule.kind === 'lag' ? late() : divided(total(rows), weights);
    return months.map((month, i) => {
      const accrued_ore = `${(due[i] ?? 0n) - (posted[i] ?? 0n)}`;
      return { unit, pool, nature, month: `${month}`, posted_ore: '0', accrued_ore };
    });
  });
}

function divided(sum: bigint, weights: readonly bigint[]): bigint[] {
  const [keys, unit] = [MONTHS.slice(0, weights.length), weights.reduce((all, weight) => all + weight, 0n)];
  const parts = largestRemainder(
    keys,
    weights.map((weight) => weight * sum),
    unit,
    sum,
  );
  return keys.map((key) => parts.at(key));
}
