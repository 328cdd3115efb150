// Where every account of the cost year goes: the first pool that fits it, the unit that its responsibility belongs
// to, and the nature that its growth follows.

import type { Finding } from '../findings/finding.ts';
import { matchesCode } from '../model/match-code.ts';
import type { CodeSet, Model, Pool } from '../model/model.ts';
import type { Assignment } from '../tables/costs.ts';
import type { PoolMonth } from '../tables/financing.ts';
import { keyOf, valuesInOrder } from '../tables/keys.ts';
import {
  ACCOUNT_FIELDS,
  type Account,
  type AccountTotal,
  accountKey,
  type MonthTotal,
} from '../tables/ledger.ts';
import { monthCode } from '../time/month-text.ts';
import { assignmentFindings, isInForce, UNKNOWN_NATURE } from './assignment-findings.ts';
import { accountsByUnit } from './organised.ts';
import { remembering } from './remembering.ts';

/** One assignment per account and unit, in order of account and unit; one unit each where none is dated. */
export type Assigned = {
  readonly assignments: readonly Assignment[];
  readonly findings: readonly Finding[];
};

/**
 * Assigns the actual accounts of the cost year; other years and budgets are left aside. Every account finds a pool,
 * because the model's last pool has no tests.
 * @throws Error when none fits: the model should have been refused.
 */
export function assignAccounts(model: Model, accounts: readonly AccountTotal[]): Assigned {
  const { pools, natureOf } = rulesOf(model);
  const year = accounts.filter((account) => account.kind === 'actual' && account.year === model.years.cost);
  const homeless = new Map<Assignment, string>();
  const assignments = accountsByUnit(model, year).map(({ account, unit }) => {
    const assignment = assign(account, pools, unit, natureOf);
    const wants = unit === '' ? wantingUnit(assignment, account, pools) : undefined;
    if (wants) homeless.set(assignment, wants);
    return assignment;
  });
  return { assignments, findings: assignmentFindings(model, assignments, homeless) };
}

/** Where an account of any kind and year is at home, with what it holds in a month (0 where only the year is known). */
export type PlacedMonth = Account & {
  readonly unit: string;
  readonly month: number;
  readonly pool: string;
  readonly nature: string;
  readonly rows: number;
  readonly amountOre: bigint;
};

/** The same rule for accounts that stand month by month, such as a budget; in order of month, account and unit. */
export function placeMonths(model: Model, totals: readonly MonthTotal[]): PlacedMonth[] {
  const { pools, natureOf } = rulesOf(model);
  const months = [...Map.groupBy(totals, ({ month }) => month)].sort(([a], [b]) => a - b);
  return months.flatMap(([month, those]) =>
    accountsByUnit(model, those).map(({ account, unit }) => {
      const { alsoFits: _, ...placed } = assign(account, pools, unit, natureOf);
      return { ...placed, month };
    }),
  );
}

/** What each unit has in each month, pool, nature and article, in that order of keys. */
export function poolMonths(placed: readonly PlacedMonth[]): PoolMonth[] {
  const sums = new Map<string, PoolMonth>();
  for (const { unit, month, pool, nature, article, rows, amountOre } of placed) {
    const key = keyOf(unit, monthCode(month), pool, nature, article);
    const before = sums.get(key);
    const added = { rows: rows + (before?.rows ?? 0), amountOre: amountOre + (before?.amountOre ?? 0n) };
    sums.set(key, { unit, month, pool, nature, article, ...added });
  }
  return valuesInOrder(sums);
}

type Rules = { readonly pools: readonly FittingPool[]; readonly natureOf: (article: string) => string };

const rulesOf = (model: Model): Rules => ({
  pools: model.costing.pools.map((pool) => fitting(model, pool)),
  natureOf: remembering((article: string) => findNature(model, article)),
});

type FittingPool = {
  readonly pool: Pool;
  readonly isBare: boolean;
  /** True where all but the units fit. */
  readonly fitsAnywhere: (account: AccountTotal) => boolean;
  readonly fits: (account: AccountTotal, unit: string) => boolean;
};

function fitting(model: Model, pool: Pool): FittingPool {
  const tests = ACCOUNT_FIELDS.flatMap((field) => {
    const set = pool.test[field];
    return set ? [{ field, matches: remembering((code: string) => matchesCode(code, set)) }] : [];
  });
  const articles = conceptArticles(model, pool);
  if (articles)
    tests.push({ field: 'article', matches: remembering((code: string) => matchesCode(code, articles)) });
  const units = pool.units && new Set(pool.units);
  const fitsAnywhere = (account: AccountTotal): boolean =>
    tests.every(({ field, matches }) => matches(account[field]));
  return {
    pool,
    isBare: tests.length === 0 && !units,
    fitsAnywhere,
    fits: (account, unit) => (!units || units.has(unit)) && fitsAnywhere(account),
  };
}

/** The articles of the concept that the pool is restricted to, as it stands in the cost year if it is dated. */
function conceptArticles(model: Model, { concept }: Pool): CodeSet | undefined {
  if (concept === undefined) return undefined;
  const named = model.concepts.filter(({ name }) => name === concept);
  const found = named.find((candidate) => isInForce(candidate, model.years.cost)) ?? named[0];
  if (!found) throw new Error(`no concept ${concept}: the model should have been refused`);
  return found.articles;
}

function assign(
  account: AccountTotal,
  pools: readonly FittingPool[],
  unit: string,
  natureOf: (article: string) => string,
): Assignment {
  const [first, ...later] = pools.filter(({ fits }) => fits(account, unit));
  if (!first)
    throw new Error(`no pool fits ${accountKey(account)}: the model should have a last pool without tests`);
  const { kind: _kind, year: _year, month: _month, ...rest } = account;
  return {
    ...rest,
    unit,
    pool: first.pool.name,
    nature: first.pool.nature ?? natureOf(account.article),
    alsoFits: later
      .filter(({ isBare }) => !isBare)
      .map(({ pool }) => pool.name)
      .join(', '),
  };
}

/** For a parked account without a unit: the first pool that a unit would have opened to it. */
function wantingUnit(
  { pool }: Assignment,
  account: AccountTotal,
  pools: readonly FittingPool[],
): string | undefined {
  const taker = pools.findIndex((candidate) => candidate.pool.name === pool);
  if (pools[taker]!.pool.goes.kind !== 'park') return undefined;
  return pools.slice(0, taker).find(({ fitsAnywhere }) => fitsAnywhere(account))?.pool.name;
}

const findNature = (model: Model, article: string): string =>
  model.costing.natures.find(({ articles }) => matchesCode(article, articles))?.nature ?? UNKNOWN_NATURE;
