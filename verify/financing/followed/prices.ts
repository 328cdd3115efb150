// Adopted prices as they hold in a month, and what grants and budget are worth at them.

import { type Exact, exact, given, over, plus, sumOf, times } from '../../fractions.ts';
import { whole } from '../../rows.ts';
import type { Funding, Ground, Quantity } from './ground.ts';
import { spread } from './months.ts';

type Prices = ReturnType<typeof pricesFrom>;
const known = new WeakMap<Funding, Map<number, Prices>>();

/** The prices that hold in a month; in month 0 what was voted, the prices of January. */
export function pricesIn(funding: Funding, month: number): Prices {
  const months = known.get(funding) ?? new Map<number, Prices>();
  const prices = months.get(month) ?? pricesFrom(funding, month);
  known.set(funding, months.set(month, prices));
  return prices;
}

function pricesFrom({ prices }: Funding, month: number) {
  const periods = [...(prices?.periods ?? [])].sort((a, b) => a.fromMonth - b.fromMonth);
  const list = (periods.findLast(({ fromMonth }) => fromMonth <= month) ?? periods[0])?.prices;
  const own = (list?.prices ?? []).filter(({ kind }) => kind === 'financing');
  const price = (service: string, level: string) =>
    own
      .filter((row) => row['service'] === service && row['level'] === level)
      .map((row) => exact(whole(row, 'publishedOre')))[0];
  const supplements = (unit: string, service: string) =>
    (list?.supplements ?? []).filter((row) => row.unit === unit && row.service === service);
  /** With the unit's supplements. */
  const rate = (unit: string, service: string, level: string): Exact | undefined => {
    const published = price(service, level);
    const more = supplements(unit, service).map(({ amount }) => given(amount));
    return published && more.reduce(plus, published);
  };
  /** Of a budget without level: the mean of the levels' prices by the cost year's volumes, the unit's own if it had any. */
  const budgetRate = (unit: string, { service, level }: Quantity): Exact | undefined => {
    const volumes = (prices?.base.volumes ?? []).filter(
      (row) => row.service === service && row.parts !== '0',
    );
    const owned = volumes.filter((row) => row.unit === unit);
    const priced = (owned.length > 0 ? owned : volumes).flatMap(({ level, parts }) => {
      const each = rate(unit, service, level);
      return each ? [{ parts: exact(BigInt(parts)), worth: times(each, exact(BigInt(parts))) }] : [];
    });
    const mean = over(sumOf(priced.map(({ worth }) => worth)), sumOf(priced.map(({ parts }) => parts)));
    return rate(unit, service, level) ?? (level === '' && priced.length > 0 ? mean : undefined);
  };
  const grants = new Map(
    (list?.baseGrants ?? []).map((row) => [`${row['unit']}`, whole(row, 'publishedOre')]),
  );
  return { own, price, supplements, rate, budgetRate, grants };
}

/** A unit's budget of a month at the prices voted, and at those of the month, where there are any. */
export function valuedBudget(year: Ground, funding: Funding, unit: string, month: number) {
  const [first, prices] = [pricesIn(funding, 0), pricesIn(funding, month)];
  const own = year.budget.filter((row) => row.unit === unit && row.month === month);
  return own.map((row) => {
    const now = prices.budgetRate(unit, row);
    const voted = first.budgetRate(unit, row) ?? now ?? exact(0n);
    const worths = { now: year.worth(now ?? exact(0n), row), voted: year.worth(voted, row) };
    return { ...row, ...worths, hasPrice: now !== undefined };
  });
}

/** The base grant of a month, by the prices of that month; in F_B by those that were voted. */
export const grantIn = ({ weights }: Ground, funding: Funding, unit: string, month: number, of = month) =>
  spread(pricesIn(funding, of).grants.get(unit) ?? 0n, weights(unit))[month - 1] ?? 0n;

/** F_B of a month: the base grant and the budget, as voted. */
export const votedIn = (year: Ground, funding: Funding, unit: string, month: number): Exact =>
  valuedBudget(year, funding, unit, month)
    .map(({ voted }) => voted)
    .reduce(plus, exact(grantIn(year, funding, unit, month, 0)));

/** Units with a grant, a cost year, or a quantity or budget of a service that has a price. */
export function pricedUnits(year: Ground): (unit: string) => boolean {
  const { inForce, run, budget, months } = year;
  const { periods = [], base } = inForce.prices ?? {};
  const counted = run.tables.quantities.filter(
    ({ state, service = '', level = '', month }) =>
      !['budget', 'empty'].includes(`${state}`) && pricesIn(inForce, Number(month)).price(service, level),
  );
  const planned = budget.filter(
    ({ month, service }) =>
      months.includes(month) && pricesIn(inForce, month).own.some((row) => row['service'] === service),
  );
  const granted = periods.flatMap(({ prices }) => prices.baseGrants);
  const all = [...granted, ...(base?.costs ?? []), ...(base?.volumes ?? []), ...counted, ...planned];
  const units = new Set(all.map(({ unit }) => unit));
  return (unit) => units.has(unit);
}
