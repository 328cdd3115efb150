// The checker of what units earned: F line by line under every model, units' months, settlement.

import type { Checker } from '../../checker.ts';
import { cells, exact, given, halfAway, plus, roundedTo, sumOf, times } from '../../fractions.ts';
import type { Cells } from '../../rows.ts';
import { type Followed, followed } from '../followed/followed.ts';
import { type Funding, spentOf } from '../followed/ground.ts';
import { type Line, type Paid, paidMonths, sumOfLines } from '../followed/paid.ts';
import { pricesIn } from '../followed/prices.ts';
import { settlementsOf } from './settlements.ts';
import { type EarnedRun, type EarnedTable, TABLES } from './tables.ts';

export const earned: Checker<EarnedTable> = {
  tables: TABLES,
  derive: (run) => {
    const year = followed(run as EarnedRun);
    const units = unitsOf(year);
    const months = year.fundings.flatMap((funding) =>
      units
        .flatMap((unit) => paidMonths(year, funding, unit))
        .map((month) => ({ ...month, model: funding.rules.name })),
    );
    const own = months.filter(({ model }) => model === year.financing.inForce);
    const unit_months = own.map((month) => unitMonth(year, month));
    const spent = new Map(unit_months.map((row) => [`${row.unit}|${row.month}`, row.spent_ore]));
    const shadows = months.map((one) => {
      const { model, unit, month } = one;
      return {
        model,
        unit,
        month: `${month}`,
        earned_ore: wholeOf(one),
        own_cost_ore: spent.get(`${unit}|${month}`) ?? 0n,
      };
    });
    return {
      ...{ unit_months, earned: months.flatMap(({ model, ...month }) => linesOf(model, month)) },
      shadow: [...shadows, ...year.fundings.flatMap((funding) => baseYear(year, funding))],
      unpriced: own.flatMap(({ unit, month, way, unpriced }) =>
        (way === 'activity' ? unpriced : []).map(({ service, level, parts }) => {
          return { unit, service, level, month: `${month}`, parts };
        }),
      ),
      settlements: settlementsOf(year, unit_months),
    };
  },
};

/** Everyone with expense, quantities, budget, frame or grant. */
function unitsOf({ run, budget, frames, fundings }: Followed): string[] {
  const granted = fundings.flatMap(({ prices }) =>
    (prices?.periods ?? []).flatMap((one) => one.prices.baseGrants),
  );
  const counted = run.tables.quantities.filter(({ state }) => state !== 'empty');
  const named = [...run.tables.expenses, ...counted, ...budget, ...granted].map(({ unit }) => `${unit}`);
  return [...new Set([...named, ...[...frames.units.keys()].map((at) => at.replace(/\|\d+$/, ''))])];
}

const wholeOf = ({ drafts }: { drafts: readonly Line[] }) => halfAway(sumOfLines(drafts));

/** Lines in whole øre that come to what is earned, rounded once; those of nothing are left out. */
function linesOf(model: string, month: Paid): Cells[] {
  const lines = month.drafts.filter(({ exact, parts }) => exact[0] !== 0n || parts !== 0n);
  const keys = lines.map(({ kind, service, level, name }) => [kind, service, level, name].join('\n'));
  const values = lines.map(({ exact }) => exact);
  const amounts = roundedTo(wholeOf(month), keys, values);
  return lines.map(({ exact: _, users: _users, price, ...line }, i) => ({
    ...{ model, unit: month.unit, month: `${month.month}`, ...line },
    ...{ ...cells('price', price), amount_ore: amounts.at(keys[i] ?? '') },
  }));
}

function unitMonth({ unitOf, frame, expenses, financing }: Followed, { unit, month, ...paid }: Paid) {
  const { purchaser = '', provision } = unitOf(unit);
  const spent_ore = spentOf(expenses(unit, month));
  const ore = frame(unit, month) ?? (paid.way === 'outside' ? 0n : undefined);
  const frames = { has_frame: ore === undefined ? '0' : '1', frame_ore: ore ?? 0n };
  return {
    unit,
    month: `${month}`,
    purchaser,
    provision,
    model: financing.inForce,
    ...frames,
    earned_ore: wholeOf(paid),
    spent_ore,
  };
}

/** What a model pays for the cost year's own volumes at the prices voted, beside what that year cost, grown. */
function baseYear(year: Followed, funding: Funding): Cells[] {
  const { costs = [], volumes = [] } = funding.prices?.base ?? {};
  const reached = funding.rules.applies.flatMap(({ units }) => units);
  const { rate, grants } = pricesIn(funding, 0);
  const units = [...new Set([...volumes, ...costs].map(({ unit }) => unit))].filter(
    (unit) => reached.includes(unit) && year.unitOf(unit).provision === 'own',
  );
  return (funding.rules.kind === 'frame' ? [] : units).map((unit) => {
    const paid = volumes.flatMap(({ service, level, parts, ...row }) => {
      const each = row.unit === unit && rate(unit, service, level);
      return each ? [year.worth(each, { service, level, parts: BigInt(parts) })] : [];
    });
    const own = costs.filter((row) => row.unit === unit);
    const grown = own.map(({ costOre, growth }) => times(exact(BigInt(costOre)), given(growth)));
    const earned_ore = halfAway(paid.reduce(plus, exact(grants.get(unit) ?? 0n)));
    return { model: funding.rules.name, unit, month: '0', earned_ore, own_cost_ore: halfAway(sumOf(grown)) };
  });
}
