// What stands in Fjordvik's ledger of 2025: one planned account per responsibility, function, article and object, with
// its year's amount. Expense per unit equals the published table, income −80,000,000, net 434,551,000 kroner.

import { apportion } from '../money/apportion.ts';
import { type ArticleShare, FIXED_WAGES, OFFICE_WAGES, RUNNING, SHIFT_WAGES } from './fjordvik-articles.ts';
import { plannedIncome } from './fjordvik-income.ts';
import { type Team, UNITS, type UnitPlan } from './fjordvik-units.ts';
import type { PlannedAccount } from './planned-account.ts';

const EMPLOYEES_PER_FTE = 1.05;
/** Value added tax that is compensated: 12 parts per hundred of running cost, in at 429 and out again at 729. */
const VAT_PER_CENT = 12n;
/** Mains power of a building whose responsibility was closed at New Year: nobody answers for it. */
export const UNKNOWN_RESPONSIBILITY = '4999';
const UNKNOWN_POWER_KRONER = 312_000;

const kroner = (amount: number): bigint => BigInt(amount) * 100n;

/** Divides an amount over teams and articles: every pair an account, weighted by the team's size and the article. */
function spread(
  unit: UnitPlan,
  amountKroner: number,
  teams: readonly Team[],
  shares: readonly ArticleShare[],
): PlannedAccount[] {
  const pairs = teams.flatMap((team) => shares.map((share) => ({ team, share })));
  const weights = pairs.map(({ team, share }) => BigInt(Math.max(team.fteTenths, 1) * share.weight));
  const amounts = apportion(kroner(amountKroner), weights);
  return pairs.map(({ team, share }, i) => ({
    unit: unit.id,
    ...{ responsibility: team.responsibility, function: team.function },
    ...{
      article: share.article,
      own: share.own,
      object: share.object,
      months: share.months,
      text: share.text,
    },
    amountOre: amounts[i]!,
    postingsPerMonth: share.invoices ?? ((share.perEmployee ?? 1) * team.fteTenths * EMPLOYEES_PER_FTE) / 10,
  }));
}

/** The same cost with compensated value added tax beside it: +12 % at 429 and −12 % at 729, together nothing. */
function withTax(accounts: readonly PlannedAccount[]): PlannedAccount[] {
  const taxed = new Map<string, PlannedAccount>();
  for (const account of accounts) {
    if (account.article >= '290') continue;
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

/** Night patrol and unit management of a home care unit: the first two responsibilities of its range. */
function fixedAccounts(unit: UnitPlan): PlannedAccount[] {
  if (!unit.fixed) return [];
  const start = Number(unit.responsibilities.slice(0, 4));
  const team = (offset: number, fteTenths: number): Team[] => [
    { responsibility: String(start + offset), fteTenths, function: '258' },
  ];
  return [
    ...spread(unit, unit.fixed.unitManagement, team(0, 27), FIXED_WAGES),
    ...spread(unit, unit.fixed.nightPatrol, team(1, 48), FIXED_WAGES),
  ];
}

const single = (article: string, text: string, invoices: number): ArticleShare[] => [
  { article, own: '0', object: '000', weight: 1, months: 'even', invoices, text },
];

function runningAccounts(unit: UnitPlan, amount: number): PlannedAccount[] {
  const accounts = withTax(spread(unit, amount, unit.teams, RUNNING[unit.running]));
  if (unit.id !== 'premises') return accounts;
  const [power] = spread(unit, UNKNOWN_POWER_KRONER, unit.teams.slice(0, 1), single('180', 'Strøm', 1));
  return [...accounts, { ...power!, responsibility: UNKNOWN_RESPONSIBILITY, months: 'holidayPay' }];
}

function expenseOf(unit: UnitPlan): PlannedAccount[] {
  const { gross, wages, interest = 0, fixed } = unit;
  if (unit.purchased)
    return spread(unit, gross, unit.teams, single(unit.purchased.article, 'Kjøp av tjenester', 2));
  const fixedKroner = fixed ? fixed.nightPatrol + fixed.unitManagement : 0;
  const unknown = unit.id === 'premises' ? UNKNOWN_POWER_KRONER : 0;
  const paid = unit.kind === 'provider' || unit.id === 'kitchen' ? SHIFT_WAGES : OFFICE_WAGES;
  return [
    ...(wages > 0 ? spread(unit, wages, unit.teams, paid) : []),
    ...fixedAccounts(unit),
    ...(interest > 0
      ? spread(unit, interest, unit.teams.slice(0, 1), single('500', 'Forsinkelsesrenter', 1))
      : []),
    ...runningAccounts(unit, gross - wages - fixedKroner - interest - unknown),
  ];
}

/** All accounts of the year, in order of unit: expense, then income. */
export const ledgerPlan = (): PlannedAccount[] => [...UNITS.flatMap(expenseOf), ...plannedIncome()];
