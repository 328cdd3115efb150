// The checker of the two variances: every line of every unit and month, what is shown beside, and the staffing.

import type { Checker } from '../../checker.ts';
import {
  cells,
  type Exact,
  exact,
  halfAway,
  minus,
  over,
  plus,
  roundedTo,
  sumOf,
  times,
} from '../../fractions.ts';
import type { Cells } from '../../rows.ts';
import { followed } from '../followed/followed.ts';
import { spentOf } from '../followed/ground.ts';
import { activityOf, jointTerms, type Lines } from './activity.ts';
import { efficiencyOf } from './efficiency.ts';
import { type Facts, factsOf } from './facts.ts';
import { NOTHING, only, type Standards, shareOf, standardsOf } from './standard.ts';
import { TABLES, type VarianceRun, type VarianceTable } from './tables.ts';

export const variances: Checker<VarianceTable> = {
  tables: TABLES,
  derive: (run) => {
    const year = followed(run as VarianceRun);
    const facts = factsOf(year);
    const standards = standardsOf(year.inForce);
    return {
      variances: facts.flatMap((one) => [
        ...rounded(one, 'activity', activityOf(one)),
        ...rounded(one, 'efficiency', efficiencyOf(one)),
        ...[...memosOf(one)].flatMap(([line, ore]) => row(one, 'memo', line, halfAway(ore))),
      ]),
      staffing: facts.map((one) => staffingOf(one, standards, year.measureOf)),
    };
  },
};

const row = ({ unit, month }: Facts, variance: string, line: string, amount_ore: bigint): Cells[] =>
  amount_ore === 0n ? [] : [{ unit, month: `${month}`, variance, line, amount_ore }];

/** Lines in whole øre that come to the variance, which is rounded already. */
function rounded(facts: Facts, variance: string, found: { lines: Lines; ore: bigint } | undefined): Cells[] {
  if (!found) return [];
  const amounts = roundedTo(found.ore, [...found.lines.keys()], [...found.lines.values()]);
  return [...amounts].flatMap(([line, ore]) => row(facts, variance, line, ore));
}

/** Shown and never added: joint terms; what was granted and not delivered; sick leave; places that stood empty. */
function memosOf(facts: Facts): Lines {
  const { way, decided, given, standard, wages, planned, open, delivered, measureOf } = facts;
  if (way === 'outside') return new Map();
  const lines: Lines = way === 'frame' ? new Map() : jointTerms(facts);
  const services = facts.grants.map(({ service }) => service);
  const sum = (rows: readonly { service: string; now: Exact }[]) =>
    sumOf(rows.filter(({ service }) => services.includes(service)).map(({ now }) => now));
  if (services.length > 0 && !facts.isLesser && facts.isDelivered)
    lines.set('granted-not-delivered', minus(sum(decided), sum(given)));
  const [paid, sick] = [facts.hoursBefore('ordinary', 'overtime', 'agency'), facts.hoursBefore('sick-leave')];
  if (paid > 0n && facts.hasHours && standard.hours?.[0]) {
    const usual = times(exact(sick, paid), standard.hours);
    const perHour = over(only(standard.costs, wages), standard.hours);
    lines.set('sick-leave', times(perHour, minus(usual, exact(facts.hoursOf('sick-leave')))));
  }
  const days = delivered.filter(({ service }) => measureOf(service) === 'day');
  const empty = days.reduce((left, { parts }) => left - parts, (open ?? 0n) * 1000n);
  if (open && days.length > 0 && empty > 0n)
    lines.set('unused-capacity', exact(-planned * empty, open * 1000n));
  return lines;
}

/** Hours, wages that the financing carries, and the terms of (wages + fixed − base) ÷ ((P − goods) × hours). */
function staffingOf(facts: Facts, standards: Standards, measureOf: (service: string) => string): Cells {
  const { unit, month, rows, wages, base, priced, expenses, delivered, standard, spent } = facts;
  const shares = rows.map(({ service, now }) => times(shareOf(standards.ofService(service), wages), now));
  const carried = plus(sumOf(shares), times(shareOf(standards.base(unit), wages), base));
  const direct = delivered.filter(({ service }) => measureOf(service) === 'hour');
  return {
    ...{
      unit,
      month: `${month}`,
      ordinary_parts: facts.hoursOf('ordinary'),
      overtime_parts: facts.hoursOf('overtime'),
    },
    ...{ agency_parts: facts.hoursOf('agency'), sick_parts: facts.hoursOf('sick-leave') },
    direct_parts: direct.reduce((sum, { parts }) => sum + parts, 0n),
    ...{ ...cells('standard', standard.hours ?? NOTHING), ...cells('carried_wage', carried) },
    wage_ore: spentOf(expenses.filter(({ nature = '' }) => wages.includes(nature))),
    ...cells('break_even_cost', minus(exact(spent('wages', 'fixed')), base)),
    ...cells('contribution', minus(priced, exact(spent('goods', 'income')))),
    place_days: facts.open ?? 0n,
  };
}
