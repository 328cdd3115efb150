// What stands in Fjordvik's ledger of 2025: one planned account per responsibility, function, article and object, with
// its year's amount. Expense per unit equals the published table, income −80,000,000, net 434,551,000 kroner.

import { apportion } from '../money/apportion.ts';
import {
  type ArticleShare,
  FIXED_WAGES,
  INTEREST,
  OFFICE_WAGES,
  POWER,
  RUNNING,
  SHIFT_WAGES,
} from './fjordvik-articles.ts';
import { plannedIncome } from './fjordvik-income.ts';
import { type Team, UNITS, type UnitPlan } from './fjordvik-units.ts';
import type { PlannedAccount } from './planned-account.ts';
import { scaled } from './size.ts';

const EMPLOYEES_PER_FTE = 1.05;
/** Value added tax that is compensated: 12 parts per hundred of running cost, in at 429 and out again at 729. */
const VAT_PER_CENT = 12n;
/** Mains power of a building whose responsibility was closed at New Year: nobody answers for it. */
const UNKNOWN_RESPONSIBILITY = '4999';
const UNKNOWN_POWER_KRONER = 312_000;

/** A unit in a municipality of this scale. */
type Sized = UnitPlan & { readonly scale: number };

/** Divides an amount over teams and articles: every pair an account, weighted by the team's size and the article. */
function spread(
  unit: Sized,
  kroner: number,
  teams: readonly Team[],
  shares: readonly ArticleShare[],
): PlannedAccount[] {
  const pairs = teams.flatMap((team) => shares.map((share) => ({ team, share })));
  const weights = pairs.map(({ team, share }) => BigInt(Math.max(team.fteTenths, 1) * share.weight));
  const amounts = apportion(scaled(BigInt(kroner) * 100n, unit.scale), weights);
  return pairs.map(({ team, share }, i) => {
    const { article, own, object, months, text, invoices, perEmployee = 1 } = share;
    const { responsibility, fteTenths, function: code } = team;
    const employees = (fteTenths * EMPLOYEES_PER_FTE) / 10;
    const account = { unit: unit.id, responsibility, function: code, article, own, object, months, text };
    return { ...account, amountOre: amounts[i]!, postingsPerMonth: invoices ?? perEmployee * employees };
  });
}

/** The same cost with compensated value added tax beside it: +12 % at 429 and −12 % at 729, together nothing. */
function withTax(accounts: readonly PlannedAccount[]): PlannedAccount[] {
  const taxed = new Map<string, PlannedAccount>();
  for (const account of accounts) {
    if (account.article >= '300') continue;
    const before = taxed.get(account.responsibility)?.amountOre ?? 0n;
    taxed.set(account.responsibility, { ...account, amountOre: before + account.amountOre });
  }
  const tax = [...taxed.values()].flatMap((account) => {
    const amountOre = (account.amountOre * VAT_PER_CENT) / 100n;
    const same = { ...account, own: '0', object: '000', months: 'goods' as const, postingsPerMonth: 2 };
    return [
      { ...same, article: '429', amountOre, text: 'Merverdiavgift' },
      { ...same, article: '729', amountOre: -amountOre, text: 'Kompensert merverdiavgift' },
    ];
  });
  return [...accounts, ...tax];
}

/** Night patrol and unit management: the first two responsibilities of a home care unit's range. */
function fixedAccounts(unit: Sized): PlannedAccount[] {
  const { nightPatrol, unitManagement } = unit.fixed;
  const start = Number(unit.responsibilities.slice(0, 4));
  const team = (offset: number, fteTenths: number): Team[] => [
    { responsibility: String(start + offset), fteTenths, function: '258' },
  ];
  return [
    ...spread(unit, unitManagement, team(0, 27), FIXED_WAGES),
    ...spread(unit, nightPatrol, team(1, 48), FIXED_WAGES),
  ];
}

/** The power bill of June that stands on a responsibility without a unit. */
function unknownPower(unit: Sized): PlannedAccount[] {
  const posted = spread(unit, UNKNOWN_POWER_KRONER, unit.teams.slice(0, 1), POWER);
  return posted.map((account) => ({ ...account, responsibility: UNKNOWN_RESPONSIBILITY }));
}

function expenseOf(unit: Sized): PlannedAccount[] {
  const { gross, wages, interest, fixed, running } = unit;
  const unknown = unit.id === 'premises' ? UNKNOWN_POWER_KRONER : 0;
  const runningKroner = gross - wages - fixed.nightPatrol - fixed.unitManagement - interest - unknown;
  const wageShares = unit.kind === 'provider' || unit.id === 'kitchen' ? SHIFT_WAGES : OFFICE_WAGES;
  const accounts = [
    ...spread(unit, wages, unit.teams, wageShares),
    ...fixedAccounts(unit),
    ...spread(unit, interest, unit.teams.slice(0, 1), INTEREST),
    ...withTax(spread(unit, runningKroner, unit.teams, RUNNING[running])),
    ...(unknown > 0 ? unknownPower(unit) : []),
  ];
  return accounts.filter(({ amountOre }) => amountOre !== 0n);
}

/** All accounts of the year at a scale, in order of unit: expense, then income. Totals are exact to two decimals of scale. */
export const ledgerPlan = (scale: number): PlannedAccount[] => [
  ...UNITS.flatMap((unit) => expenseOf({ ...unit, scale })),
  ...plannedIncome(scale),
];
