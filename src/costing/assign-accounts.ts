// Where every account of the cost year goes: the first pool that fits it, the unit that its responsibility belongs
// to, and the nature that its growth follows.

import type { Finding } from '../findings/finding.ts';
import { matchesCode } from '../model/match-code.ts';
import { type CodeSet, type Model, type Pool, WHOLE_MUNICIPALITY } from '../model/model.ts';
import { byKey } from '../money/apportion.ts';
import { ore } from '../money/ore.ts';
import type { Assignment } from '../tables/costs.ts';
import { ACCOUNT_FIELDS, type AccountTotal, accountKey } from '../tables/ledger.ts';

/** The nature of an article that no nature of the model holds: it has no growth, so no price can rest on it. */
export const UNKNOWN_NATURE = 'unknown';

/** `assignments` in order of account. */
export type Assigned = {
  readonly assignments: readonly Assignment[];
  readonly findings: readonly Finding[];
};

/**
 * Assigns the actual accounts of the cost year; other years and budgets are left aside. Every account finds a pool,
 * because the model's last pool has no tests; a pool that took nothing is a note, an article without a nature a
 * warning with its amount.
 */
export function assignAccounts(model: Model, accounts: readonly AccountTotal[]): Assigned {
  const pools = model.costing.pools.map((pool) => fitting(model, pool));
  const unitOf = unitFinder(model);
  const natureOf = remembered((article) => findNature(model, article));
  const assignments = accounts
    .filter(({ kind, year }) => kind === 'actual' && year === model.years.cost)
    .map((account) => assign(account, pools, unitOf(account.responsibility), natureOf))
    .map((assignment) => ({ assignment, key: accountKey(assignment) }))
    .sort((a, b) => byKey(a.key, b.key))
    .map(({ assignment }) => assignment);
  return {
    assignments,
    findings: [...unusedPools(model, assignments), ...unknownNatures(model, assignments)],
  };
}

type FittingPool = {
  readonly pool: Pool;
  readonly isBare: boolean;
  readonly fits: (account: AccountTotal, unit: string) => boolean;
};

function fitting(model: Model, pool: Pool): FittingPool {
  const tests = ACCOUNT_FIELDS.flatMap((field) => {
    const set = pool.test[field];
    return set ? [{ field, matches: remembered((code) => matchesCode(code, set)) }] : [];
  });
  const articles = conceptArticles(model, pool);
  if (articles) tests.push({ field: 'article', matches: remembered((code) => matchesCode(code, articles)) });
  const units = pool.units && new Set(pool.units);
  return {
    pool,
    isBare: tests.length === 0 && !units,
    fits: (account, unit) =>
      tests.every(({ field, matches }) => matches(account[field])) && (!units || units.has(unit)),
  };
}

/** The articles of the concept that the pool is restricted to, as the concept stands in the cost year. */
function conceptArticles(model: Model, pool: Pool): CodeSet | undefined {
  if (pool.concept === undefined) return undefined;
  const year = model.years.cost;
  const concept = model.concepts.find(
    ({ name, years }) => name === pool.concept && (years.from ?? year) <= year && year <= (years.to ?? year),
  );
  if (!concept) throw new Error(`no concept ${pool.concept} for ${year}: the model should have been refused`);
  return concept.articles;
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
  const { kind: _kind, year: _year, ...rest } = account;
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

/** Responsibility → unit id, "" where no unit has it. The whole municipality owns what no unit claims. */
function unitFinder(model: Model): (responsibility: string) => string {
  const whole = model.units.some(({ id }) => id === WHOLE_MUNICIPALITY) ? WHOLE_MUNICIPALITY : '';
  return remembered(
    (responsibility) =>
      model.units.find(({ responsibilities }) => matchesCode(responsibility, responsibilities))?.id ?? whole,
  );
}

const findNature = (model: Model, article: string): string =>
  model.costing.natures.find(({ articles }) => matchesCode(article, articles))?.nature ?? UNKNOWN_NATURE;

function remembered<T>(find: (code: string) => T): (code: string) => T {
  const known = new Map<string, T>();
  return (code) => {
    const found = known.get(code);
    if (found !== undefined) return found;
    const value = find(code);
    known.set(code, value);
    return value;
  };
}

function unusedPools(model: Model, assignments: readonly Assignment[]): Finding[] {
  const used = new Set(assignments.map(({ pool }) => pool));
  return model.costing.pools
    .filter(({ name }) => !used.has(name))
    .map(({ name, at }) => ({
      rule: 'costing/pool-took-nothing',
      severity: 'note',
      message: `the pool "${name}" took no account of ${model.years.cost}`,
      remedy: 'Look at its tests, and at the pools above it: the first that fits takes the account.',
      where: { file: at.file, line: at.line, position: at.column, key: name },
    }));
}

function unknownNatures(model: Model, assignments: readonly Assignment[]): Finding[] {
  const goesToObjects = new Set(
    model.costing.pools
      .filter(({ goes }) => !['park', 'not-costed', 'external'].includes(goes.kind))
      .map(({ name }) => name),
  );
  const unknown = assignments.filter(
    ({ nature, pool }) => nature === UNKNOWN_NATURE && goesToObjects.has(pool),
  );
  const articles = [...new Set(unknown.map(({ article }) => article))].sort(byKey);
  return articles.map((article) => {
    const touched = unknown.filter((assignment) => assignment.article === article);
    return {
      rule: 'costing/unknown-nature',
      severity: 'warning',
      message: `article "${article}" belongs to no nature, so its growth is not known`,
      remedy: `Name it under costing: natures: in ${model.file}, or give its pool a nature:.`,
      where: { file: model.file, key: `article ${article}` },
      count: touched.reduce((sum, { rows }) => sum + rows, 0),
      amountOre: ore(touched.reduce((sum, { amountOre }) => sum + amountOre, 0n)),
    };
  });
}
