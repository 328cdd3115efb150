// E: what units spent in the price's own pools, month by month, each amount in the month that it belongs to.

import type { Accrual } from '../model/accrual.ts';
import { matchesCode } from '../model/match-code.ts';
import type { ExpenseKind, ExpenseLine, PoolMonth } from '../tables/financing.ts';
import { keyOf, valuesInOrder } from '../tables/keys.ts';
import { earnedAccruals, laggedAccruals } from '../time/accruals.ts';
import { monthCode } from '../time/month-text.ts';
import type { Ground } from './ground.ts';

/** Expense lines in order of unit, month, pool and nature, and how they are asked for. */
export type Expenses = {
  readonly lines: readonly ExpenseLine[];
  readonly of: (unit: string, month: number) => readonly ExpenseLine[];
  readonly units: ReadonlySet<string>;
};

/**
 * Provider-answered postings in the pools of the price, by unit, pool and nature, with what accruals add: of a year that
 * is still running the known months are treated as the year is, so that accruals sum to zero over them. `isPriced` says
 * whether a unit has anything that a price or base grant is for; the expense of another is `outside`.
 */
export function unitExpenses(
  ground: Ground,
  expense: readonly PoolMonth[],
  isPriced: (unit: string) => boolean,
): Expenses {
  const { model, months, pools } = ground;
  const own = expense.filter(
    ({ unit, pool, month }) => unit !== '' && pools.inPrice.has(pool) && month >= 1 && month <= months.length,
  );
  const sums = new Map<string, Omit<ExpenseLine, 'kind'>>();
  const put = ({ unit, month, pool, nature }: Moved, posted: bigint, added: bigint): void => {
    const key = keyOf(unit, monthCode(month), pool, nature);
    const { postedOre, accruedOre } = sums.get(key) ?? { postedOre: 0n, accruedOre: 0n };
    sums.set(key, {
      ...{ unit, month, pool, nature },
      ...{ postedOre: postedOre + posted, accruedOre: accruedOre + added },
    });
  };
  for (const row of own) put(row, row.amountOre, 0n);
  for (const row of accrued(own, model.accruals ?? [], months.length)) put(row, 0n, row.amountOre);
  const lines = valuesInOrder(sums)
    .filter(({ postedOre, accruedOre }) => postedOre !== 0n || accruedOre !== 0n)
    .map((line): ExpenseLine => ({ ...line, kind: isPriced(line.unit) ? kindOf(ground, line) : 'outside' }));
  const index = Map.groupBy(lines, ({ unit, month }) => keyOf(unit, month));
  return {
    lines,
    of: (unit, month) => index.get(keyOf(unit, month)) ?? [],
    units: new Set(lines.map(({ unit }) => unit)),
  };
}

function kindOf(
  { financing, pools }: Ground,
  { pool, nature }: Pick<ExpenseLine, 'pool' | 'nature'>,
): ExpenseKind {
  const { wages, income, fixed } = financing.natures;
  if (pools.inPrice.get(pool)!.paidAs === 'base' || fixed.includes(nature)) return 'fixed';
  if (wages.includes(nature)) return 'wages';
  return income.includes(nature) ? 'income' : 'goods';
}

type Moved = Pick<PoolMonth, 'unit' | 'month' | 'pool' | 'nature' | 'amountOre'>;

/** What accruals add, by unit, pool and nature; an article is moved by the first accrual that holds it. */
function accrued(own: readonly PoolMonth[], accruals: readonly Accrual[], through: number): Moved[] {
  if (accruals.length === 0) return [];
  const byUnit = Map.groupBy(own, ({ unit }) => unit);
  const taken = Map.groupBy(own, ({ article }) =>
    accruals.find(({ articles }) => matchesCode(article, articles)),
  );
  return accruals.flatMap((accrual) => {
    const places = Map.groupBy(taken.get(accrual) ?? [], ({ unit, pool, nature }) =>
      keyOf(unit, pool, nature),
    );
    return [...places.values()].flatMap((postings) => {
      const { unit, pool, nature } = postings[0]!;
      const earning = byUnit.get(unit)!;
      return accrualLines(accrual, { postings, earning, through }).map((amountOre, i) => ({
        ...{ unit, month: i + 1, pool, nature, amountOre },
      }));
    });
  });
}

/** What an accrual adds to each month of one unit, pool and nature. `earning`: all that the unit posted. */
function accrualLines(
  { rule }: Accrual,
  {
    postings,
    earning,
    through,
  }: { postings: readonly PoolMonth[]; earning: readonly PoolMonth[]; through: number },
): bigint[] {
  const posted = byMonth(postings, through);
  if (rule.kind === 'lag') return laggedAccruals(posted, rule.months, through);
  const { earnedOn } = rule;
  const wages = earnedOn ? earning.filter(({ article }) => matchesCode(article, earnedOn)) : [];
  return earnedAccruals(posted, byMonth(wages, through), through);
}

function byMonth(postings: readonly PoolMonth[], through: number): bigint[] {
  const months = Array.from({ length: through }, () => 0n);
  for (const { month, amountOre } of postings) months[month - 1]! += amountOre;
  return months;
}

/** What lines come to, in øre. */
export const spentOre = (lines: readonly ExpenseLine[]): bigint =>
  lines.reduce((sum, { postedOre, accruedOre }) => sum + postedOre + accruedOre, 0n);
