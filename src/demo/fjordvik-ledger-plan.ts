// What stands in Fjordvik's ledgers and budget: one planned account per responsibility, function, article and object,
// with its year's amount. 2025: expense per unit equals the published table, income −80,000,000, net 434,551,000 kroner.

import { apportion } from '../money/apportion.ts';
import {
  AGENCY,
  type ArticleShare,
  FIXED_WAGES,
  INTEREST,
  type Months,
  OFFICE_WAGES,
  POWER,
  RUNNING,
  SHIFT_WAGES,
} from './fjordvik-articles.ts';
import type { FjordvikYear } from './fjordvik-calendar.ts';
import { plannedIncome, votedIncome } from './fjordvik-income.ts';
import { budget2026, type Spending, spending2025, spending2026 } from './fjordvik-spending.ts';
import { type Team, UNITS, type UnitPlan } from './fjordvik-units.ts';
import type { PlannedAccount } from './planned-account.ts';
import { scaled } from './size.ts';
import { type Divide, inWholeKroner } from './whole-kroner.ts';

const EMPLOYEES_PER_FTE = 1.05;
/** Value added tax that is compensated: 12 parts per hundred of running cost, in at 429 and out again at 729. */
const VAT_PER_CENT = 12n;
/** Nobody answers for what stands here. */
const UNKNOWN_RESPONSIBILITY = '4999';

/** A unit in a municipality of this scale, with what it spends and how that is divided. */
type Sized = UnitPlan & { readonly scale: number; readonly spending: Spending; readonly divide: Divide };

/** Divides an amount over teams and articles: every pair an account, weighted by the team's size and the article. */
function spread(
  unit: Sized,
  kroner: number,
  teams: readonly Team[],
  shares: readonly ArticleShare[],
  factors?: Months,
): PlannedAccount[] {
  const pairs = teams.flatMap((team) => shares.map((share) => ({ team, share })));
  const weights = pairs.map(({ team, share }) => BigInt(Math.max(team.fteTenths, 1) * share.weight));
  const amounts = unit.divide(scaled(BigInt(kroner) * 100n, unit.scale), weights);
  return pairs.map(({ team, share }, i) => {
    const { article, own, object, months, text, invoices, perEmployee = 1 } = share;
    const { responsibility, fteTenths, function: code } = team;
    const employees = (fteTenths * EMPLOYEES_PER_FTE) / 10;
    const account = { unit: unit.id, responsibility, function: code, article, own, object, months, text };
    const postingsPerMonth = invoices ?? perEmployee * employees;
    return { ...account, amountOre: amounts[i]!, postingsPerMonth, ...(factors && { factors }) };
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

/** Wages by article; agency staff by itself where the year says it apart. */
function wageAccounts(unit: Sized): PlannedAccount[] {
  const { wages, agency, wageMonths } = unit.spending;
  const shares = unit.kind === 'provider' || unit.id === 'kitchen' ? SHIFT_WAGES : OFFICE_WAGES;
  if (agency === undefined) return spread(unit, wages, unit.teams, shares, wageMonths);
  const employed = shares.filter(({ article }) => article !== '270');
  return [
    ...spread(unit, wages, unit.teams, employed, wageMonths),
    ...spread(unit, agency, unit.teams, AGENCY),
  ];
}

/** Night patrol and unit management: the first two responsibilities of a home care unit's range. */
function fixedAccounts(unit: Sized): PlannedAccount[] {
  const { nightPatrol, unitManagement } = unit.spending;
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
  const posted = spread(unit, unit.spending.unknown, unit.teams.slice(0, 1), POWER);
  return posted.map((account) => ({ ...account, responsibility: UNKNOWN_RESPONSIBILITY }));
}

/** Everything that a unit spends, value added tax left aside. */
function untaxed(unit: Sized): { readonly wages: PlannedAccount[]; readonly running: PlannedAccount[] } {
  const { running, interest } = unit.spending;
  return {
    wages: [
      ...wageAccounts(unit),
      ...fixedAccounts(unit),
      ...spread(unit, interest, unit.teams.slice(0, 1), INTEREST),
    ],
    running: spread(unit, running, unit.teams, RUNNING[unit.running]),
  };
}

const holdsSomething = ({ amountOre }: PlannedAccount): boolean => amountOre !== 0n;

function expenseOf(unit: Sized): PlannedAccount[] {
  const { wages, running } = untaxed(unit);
  const unknown = unit.spending.unknown > 0 ? unknownPower(unit) : [];
  return [...wages, ...withTax(running), ...unknown].filter(holdsSomething);
}

/** What each unit spends in a year. */
const SPENDING = { 2025: spending2025, 2026: spending2026 } as const;

/** All accounts of a year at a scale, in order of unit: expense, then income. Totals are exact to two decimals of scale. */
export const ledgerPlan = (year: FjordvikYear, scale: number): PlannedAccount[] => [
  ...UNITS.flatMap((unit) =>
    expenseOf({ ...unit, scale, spending: SPENDING[year](unit), divide: apportion }),
  ),
  ...plannedIncome(year, scale),
];

/** The accounts of the original budget of 2026, in whole kroner; value added tax, which comes to nothing, is not voted. */
export const budgetPlan = (scale: number): PlannedAccount[] => [
  ...UNITS.flatMap((unit) => {
    const { wages, running } = untaxed({ ...unit, scale, spending: budget2026(unit), divide: inWholeKroner });
    return [...wages, ...running].filter(holdsSomething);
  }),
  ...votedIncome(scale),
];
