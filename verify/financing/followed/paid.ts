// What a unit is paid for in a month, exactly: F = base + Σ price × quantity + what stands, and what terms change of it.

import { type Exact, exact, given, minus, plus, sumOf, times } from '../../fractions.ts';
import { emptyOf, type Followed, wayOf } from './followed.ts';
import { type Funding, type Quantity, spentOf } from './ground.ts';
import { grantIn, pricesIn, votedIn } from './prices.ts';

export type Line = Quantity & { kind: string; name: string; price: Exact; exact: Exact };
const NOTHING = exact(0n);
const amountLine = (kind: string, ore: Exact): Line => {
  return { kind, service: '', level: '', name: '', parts: 0n, price: NOTHING, exact: ore };
};
export const sumOfLines = (lines: readonly Line[]) => sumOf(lines.map(({ exact }) => exact));
export type Paid = ReturnType<typeof paidMonths>[number];

/** The months of a unit under a model that says how they are financed; limits hold for the year so far. */
export function paidMonths(year: Followed, funding: Funding, unit: string) {
  const limit = limiter(year, funding, unit);
  return year.months.flatMap((month) => {
    const way = wayOf(year, funding, unit, month);
    if (!way) return [];
    const [paid, frame] = [paidIn(year, funding, unit, month), year.frame(unit, month)];
    const before = sumOf([paid.base.exact, sumOfLines(paid.lines), sumOfLines(paid.standing)]);
    const limited = way === 'activity' ? limit(before, votedIn(year, funding, unit, month)) : NOTHING;
    const share = minus(exact(1n), given(funding.rules.transition));
    const left = minus(exact(frame ?? 0n), plus(before, limited));
    const transition = frame === undefined ? NOTHING : times(share, left);
    const terms = [amountLine('limit', limited), amountLine('transition', transition)];
    const whole = { frame: frame ?? 0n, purchase: spentOf(year.expenses(unit, month)) }[way] ?? 0n;
    const all = [paid.base, ...paid.lines, ...paid.standing, ...terms];
    const drafts = way === 'activity' ? all : [amountLine(way, exact(whole))];
    return [{ unit, month, way, terms, ...paid, drafts }];
  });
}

function paidIn(year: Followed, funding: Funding, unit: string, month: number) {
  const { basis = 'delivered', absenceDays = {}, emptyPlaces = {} } = funding.rules.pays ?? {};
  const { price, supplements } = pricesIn(funding, month);
  const line = (kind: string, row: Quantity, price: Exact, name = ''): Line => {
    return { ...row, kind, name, price, exact: year.worth(price, row) };
  };
  const quantities = year.counts(unit, month, basis);
  const rows = quantities.filter(({ service, level }) => price(service, level));
  const lines = rows.flatMap((row) => [
    line('price', row, price(row.service, row.level) ?? NOTHING),
    ...supplements(unit, row.service).map(({ name, amount }) => line('supplement', row, given(amount), name)),
  ]);
  const away = year.counts(unit, month, 'absence').filter(({ service }) => absenceDays[service]);
  const empty = emptyOf(year, funding, unit, month);
  const standing = [
    ...away.map((row) => ['absence', row, price(row.service, row.level)] as const),
    ...empty.map((row) => {
      const share = given(emptyPlaces[row.service]);
      return ['empty-place', row, times(share, price(row.service, row.level) ?? NOTHING)] as const;
    }),
  ].flatMap(([kind, row, rate]) => (rate && price(row.service, row.level) ? line(kind, row, rate) : []));
  const unpriced = quantities.filter((row) => row.parts !== 0n && !rows.includes(row));
  const base = amountLine('base', exact(grantIn(year, funding, unit, month)));
  return { base, rows, lines, standing, unpriced };
}

/** What floor and ceiling change of a month: F of the year so far against shares of F_B of the year so far. */
function limiter(year: Followed, { rules: { floor, ceiling } }: Funding, unit: string) {
  const hasBudget = year.budget.some((row) => row.unit === unit);
  let [earned, voted, corrected] = [NOTHING, NOTHING, NOTHING];
  return (more: Exact, moreVoted: Exact): Exact => {
    [earned, voted] = [plus(earned, more), plus(voted, moreVoted)];
    const [least, most] = [floor && times(given(floor), voted), ceiling && times(given(ceiling), voted)];
    const raised = least && minus(least, earned)[0] > 0n ? least : earned;
    const allowed = most && minus(raised, most)[0] > 0n ? most : raised;
    const change = minus(minus(allowed, earned), corrected);
    corrected = plus(corrected, change);
    return hasBudget ? change : NOTHING;
  };
}
