// Where something new could go: the pool that takes it, the pool that took most of what is like it, the unit whose
// responsibilities are nearest.

import type { Model } from '../model/model.ts';
import { byKey } from '../money/apportion.ts';
import { magnitude } from '../money/ore.ts';
import type { Account } from '../tables/ledger.ts';

/** An account of the last run, with the pool that took it. */
export type PastAssignment = Account & { readonly pool: string; readonly amountOre: bigint };

/**
 * The pool that takes the account; where that pool parks, also the one that took most of the same function and
 * article in the last run, else most of the same article, else of the same function.
 * @example "pool care-running" · "parked by rest; care-running took most of article 120"
 */
export function homeOfAccount(
  model: Model,
  account: Account & { readonly pool: string },
  past: readonly PastAssignment[],
): string {
  const parking = new Set(
    model.costing.pools.filter(({ goes }) => goes.kind === 'park').map(({ name }) => name),
  );
  if (!parking.has(account.pool)) return `pool ${account.pool}`;
  const placed = past.filter(({ pool }) => !parking.has(pool));
  const like = (fields: readonly ('function' | 'article')[]): string | undefined =>
    largestPool(
      placed.filter((one) => fields.every((field) => one[field] === account[field] && account[field] !== '')),
    );
  const kinds = [
    { fields: ['function', 'article'], text: `function ${account.function}, article ${account.article}` },
    { fields: ['article'], text: `article ${account.article}` },
    { fields: ['function'], text: `function ${account.function}` },
  ] as const;
  for (const { fields, text } of kinds) {
    const pool = like(fields);
    if (pool !== undefined) return `parked by ${account.pool}; ${pool} took most of ${text}`;
  }
  return `parked by ${account.pool}`;
}

/** The pool with the largest turnover; ties by name. */
function largestPool(assignments: readonly PastAssignment[]): string | undefined {
  const turnover = new Map<string, bigint>();
  for (const { pool, amountOre } of assignments)
    turnover.set(pool, (turnover.get(pool) ?? 0n) + magnitude(amountOre));
  const ordered = [...turnover].sort(([a, ofA], [b, ofB]) =>
    ofA === ofB ? byKey(a, b) : ofA > ofB ? -1 : 1,
  );
  return ordered[0]?.[0];
}

/**
 * The unit with a responsibility nearest to a code of digits, as numbers of equal length; ties by unit. Undefined
 * where nothing can be compared.
 * @example units 4200-4219 and 4300-4319: 4222 is nearest to the first
 */
export function nearestUnit({ units }: Model, responsibility: string): string | undefined {
  if (!/^\d{1,15}$/.test(responsibility)) return undefined;
  const code = Number(responsibility);
  const distances = units.flatMap(({ id, responsibilities }) =>
    responsibilities.flatMap(({ from, to }) => {
      if (from.length !== responsibility.length || !/^\d+$/.test(from + to)) return [];
      const distance = Math.max(Number(from) - code, code - Number(to), 0);
      return [{ id, distance }];
    }),
  );
  return distances.sort((a, b) => a.distance - b.distance || byKey(a.id, b.id))[0]?.id;
}
