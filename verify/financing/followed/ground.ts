// What a followed year stands on: its months, accounts in their pools, quantities, budget, and expense as the run's
// tables state them (each is derived again where it is made).

import { assign, atUnits } from '../../accounts.ts';
import { type Exact, exact, given, halfAway, plus, times } from '../../fractions.ts';
import type { Run } from '../../load.ts';
import { grouped, type Row, total, whole } from '../../rows.ts';
import { type Adopted, identityOf, type Rules } from './identity.ts';
import { MONTHS, spread, weightsOf } from './months.ts';

/** A quantity of a service and level, and of how many persons (average ones of a budget); undefined where not known. */
export type Quantity = { service: string; level: string; parts: bigint; users?: Exact | undefined };
export type Funding = { rules: Rules; prices: Adopted | undefined };
export type Ground = ReturnType<typeof groundOf>;
export const ACCOUNT = 'class responsibility function article own object project unit';

export function groundOf(run: Run<'quantities' | 'expenses' | 'unit_months'>) {
  const { model, prices, period } = identityOf(run);
  const { financing } = model;
  const { year, frame } = financing;
  const ledgers = run.snapshots.filter(({ source: { register } }) => register === 'ledger');
  /** Accounts of a kind and year at their units and in their pools, month by month. */
  const placed = (kind: string, of = year): Row[] => {
    const rows = ledgers.flatMap(({ source, rows }) => (source['kind'] === kind ? rows : []));
    const ofYear = rows.filter((row) => row['year'] === `${of}`);
    const accounts = atUnits(model, ofYear, `${ACCOUNT} year month`, 'rows', 'amount_ore');
    return accounts.map((row): Row => ({ ...row, kind, ...(assign(model, row) as Row) }));
  };
  const before = frame.periodise === 'last-year' ? placed('actual', year - 1) : [];
  const weights = weightsOf(frame.periodise, year, model.municipality.country, before);
  const measureOf = (service: string) => model.services.find(({ id }) => id === service)?.measure ?? '';
  const per = (service: string) => (measureOf(service) === 'hour' ? 36_000n : 1_000n);
  const counted = grouped(run.tables.quantities, 'unit month state');
  const expenses = grouped(run.tables.expenses, 'unit month');
  const own = (name: string) => prices.find(({ model }) => model === name);
  const fundings = financing.models.map((rules): Funding => {
    return { rules, prices: own(rules.name) ?? (rules.prices ? undefined : own(financing.inForce)) };
  });
  const unknown = { kind: 'provider', provision: 'own', purchaser: '' };
  const { base } = financing.models.find(({ name }) => name === financing.inForce)?.prices ?? {};
  const reaching = ['share', 'own-unit', 'follows', 'follows-each'];
  return {
    ...{ run, model, financing, placed, before, weights, measureOf },
    months: MONTHS.slice(0, period.month).map(Number),
    unitOf: (unit: string) => model.units.find(({ id }) => id === unit) ?? unknown,
    /** The pools that providers answer for and whose cost reaches services. */
    pools: model.costing.pools
      .filter(({ answers, financing, goes }) => {
        return answers === 'provider' && !financing && reaching.includes(goes.kind);
      })
      .map((pool) => ({ ...pool, isBase: base ? base.includes(pool.name) : pool.paidAs === 'base' })),
    budget: budgetOf(model, per, weights),
    counts: (unit: string, month: number, state: string): Quantity[] =>
      (counted.get(`${unit}|${month}|${state}`) ?? []).map((row) => ({
        ...{ service: `${row['service']}`, level: `${row['level']}`, parts: whole(row, 'parts') },
        users: whole(row, 'users') > 0n ? exact(whole(row, 'users')) : undefined,
      })),
    expenses: (unit: string, month: number) => expenses.get(`${unit}|${month}`) ?? [],
    /** The models that can be followed, the one in force among them. */
    fundings: fundings.filter(({ rules, prices }) => prices ?? rules.kind === 'frame'),
    inForce: fundings.find(({ rules }) => rules.name === financing.inForce) as Funding,
    worth: (rate: Exact, { service, parts }: Quantity) => times(rate, exact(parts, per(service))),
  };
}

type Planned = { unit: string; month: number; service: string; level: string; parts: Exact; users?: Exact };

/** Rows of one place as one: their parts, and their users where all of them say them. */
const together = (rows: readonly Planned[]) => {
  const places = Map.groupBy(rows, (row) => [row.unit, row.month, row.service, row.level].join('|'));
  return [...places.values()].map(([first, ...more]) =>
    more.reduce((sum, { parts, users }) => {
      const { users: before, ...row } = sum;
      const known = before && users ? { users: plus(before, users) } : {};
      return { ...row, ...known, parts: plus(row.parts, parts) };
    }, first as Planned),
  );
};

/** Budgeted quantities by month, in whole parts; what is budgeted for the year falls on its months. */
function budgetOf({ financing: { volumes } }: Model, per: Per, weights: (unit: string) => readonly bigint[]) {
  const stated = volumes.map(({ quantity, users, ...row }) => {
    const parts = times(given(quantity), exact(per(row.service)));
    return { ...row, parts, ...(users ? { users: given(users) } : {}) };
  });
  const monthly = together(stated).flatMap(({ month, ...row }) => {
    const parts = halfAway(row.parts);
    const at = (parts: bigint, month: number) => ({ ...row, month, parts: exact(parts) });
    if (month > 0) return [at(parts, month)];
    return spread(parts, weights(row.unit)).map((part, i) => at(part, i + 1));
  });
  return together(monthly).map(({ parts: [parts], ...row }) => ({ ...row, parts }));
}
type Per = (service: string) => bigint;
type Model = ReturnType<typeof identityOf>['model'];

/** What expense rows come to: as posted, and with what accruals add. */
export const spentOf = (rows: readonly Row[]) => total(rows, 'posted_ore') + total(rows, 'accrued_ore');
