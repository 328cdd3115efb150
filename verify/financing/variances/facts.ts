// What is known of a unit and month under the model in force, in exact øre and parts.

import { exact, halfAway, plus, sumOf } from '../../fractions.ts';
import { type Row, total, whole } from '../../rows.ts';
import type { Followed } from '../followed/followed.ts';
import { spentOf } from '../followed/ground.ts';
import { spread } from '../followed/months.ts';
import { type Paid, paidMonths, sumOfLines } from '../followed/paid.ts';
import { grantIn, pricesIn, valuedBudget } from '../followed/prices.ts';
import { turnOf } from './efficiency.ts';
import { only, type Standards, standardsOf } from './standard.ts';

export type Facts = ReturnType<typeof factsOf>[number];

/** The facts of every unit that stands in unit_months, month by month. */
export function factsOf(year: Followed) {
  const units = [...new Set(year.run.tables.unit_months.map(({ unit = '' }) => unit))];
  const standards = standardsOf(year.inForce);
  return units.flatMap((unit) => {
    const paid = paidMonths(year, year.inForce, unit);
    const ofYear = {
      ...unitFacts(year, standards, unit),
      isCounted: paid.some(({ rows }) => rows.length > 0),
    };
    return paid.map((month) => ({
      ...monthFacts(year, standards, month),
      ...ofYear,
      planned: ofYear.plan[month.month - 1] ?? 0n,
    }));
  });
}

/** What holds for a unit in all months: its fixed cost as planned, X0, and the growth that came out. */
function unitFacts(year: Followed, standards: Standards, unit: string) {
  const { financing, model, inForce, weights, measureOf, isPriced } = year;
  const { fixed = [], wages = [] } = financing.natures;
  const granted = exact(pricesIn(inForce, 0).grants.get(unit) ?? 0n);
  const base = standards.hasBase(unit) ? sumOf([...standards.base(unit).values()]) : granted;
  const plan = spread(halfAway(plus(base, only(standards.inPrice(unit), fixed))), weights(unit));
  const assumed = model.growth.find(({ year }) => year === financing.year)?.natures ?? {};
  return {
    ...{ plan, wages, measureOf, natures: financing.natures, isPriced: isPriced(unit) },
    turn: turnOf(assumed, financing.actualGrowth),
    isFrameVoted: financing.frame.from === 'volumes',
    isLesser: inForce.rules.pays?.basis === 'lesser',
    groupOf: (service: string) => `${financing.mixGroups[service] ?? service}\n${measureOf(service)}`,
  };
}

function monthFacts(year: Followed, standards: Standards, paid: Paid) {
  const { run, financing, inForce, counts } = year;
  const { unit, month } = paid;
  const { rate } = pricesIn(inForce, month);
  const valued = (rows: Paid['rows']) =>
    rows.flatMap((row) => {
      const each = rate(unit, row.service, row.level);
      return each ? [{ ...row, now: year.worth(each, row) }] : [];
    });
  const [rows, grants, delivered] = [
    valued(paid.rows),
    counts(unit, month, 'granted'),
    counts(unit, month, 'delivered'),
  ];
  const [budgeted, expenses] = [valuedBudget(year, inForce, unit, month), year.expenses(unit, month)];
  const votedBase = exact(grantIn(year, inForce, unit, month, 0));
  const read = (name: string): Row[] => (run.read?.[name] ?? []).filter((row) => row['unit'] === unit);
  const ofMonth = read('hours').filter(
    (row) => row['year'] === `${financing.year}` && row['month'] === `${month}`,
  );
  const before = read('hours').filter(
    (row) => row['year'] === `${inForce.prices?.periods[0]?.prices.costYear}`,
  );
  const hours =
    (rows: readonly Row[]) =>
    (...kinds: string[]) =>
      total(
        rows.filter(({ kind }) => kinds.includes(`${kind}`)),
        'parts',
      );
  return {
    ...paid,
    ...{ base: paid.base.exact, votedBase, rows, budgeted, expenses, grants, delivered },
    frame: year.frame(unit, month) ?? (paid.way === 'outside' ? 0n : undefined),
    earned: halfAway(sumOfLines(paid.drafts)),
    voted: sumOf([votedBase, ...budgeted.map(({ voted }) => voted)]),
    priced: sumOf(rows.map(({ now }) => now)),
    ...{ standing: sumOfLines(paid.standing), terms: sumOfLines(paid.terms) },
    granted: inForce.rules.pays?.basis === 'lesser' ? valued(grants) : rows,
    ...{ decided: valued(grants), given: valued(delivered), standard: standards.of(unit, rows) },
    spent: (...kinds: string[]) => spentOf(expenses.filter(({ kind }) => kinds.includes(`${kind}`))),
    ...{ hoursOf: hours(ofMonth), hoursBefore: hours(before), hasHours: ofMonth.length > 0 },
    hours: hours(ofMonth)('ordinary', 'overtime', 'agency'),
    isDelivered: run.tables.quantities.some(
      (row) => row['state'] === 'delivered' && row['month'] === `${month}`,
    ),
    open: read('places')
      .filter((row) => row['month'] === `${month}`)
      .map((row) => whole(row, 'days'))[0],
  };
}
