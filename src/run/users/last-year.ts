// The year before, where a run of it is at hand: what objects cost then, and which services everybody had.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Model } from '../../model/model.ts';
import type { UserRules } from '../../model/users.ts';
import { byKey } from '../../money/apportion.ts';
import type { Db } from '../../store/db.ts';
import { readTable } from '../../store/result-files.ts';
import type { Workspace } from '../../store/workspace.ts';
import type { CostObject } from '../../tables/costs.ts';
import { USER_COSTS } from '../../tables/users-results.ts';
import { countsAs, type UserCombination, type UserCombinations } from '../../users/combinations/combine.ts';
import { finishedRuns } from '../latest-run.ts';
import { readRunCosts } from './read-run-costs.ts';
import { readRunCertificate } from './run-register.ts';
import { APART } from './write-users.ts';

/** `combinations` are absent where users of that year were not costed. */
export type LastYear = {
  readonly runDir: string;
  readonly objects: readonly CostObject[];
  readonly combinations?: UserCombinations;
};

/** The run of the year before made last in any of the workspaces, in their order; undefined where there is none. */
export async function lastYear(
  db: Db,
  workspaces: readonly Workspace[],
  { years, users }: Model,
): Promise<LastYear | undefined> {
  for (const runDir of workspaces.flatMap(finishedRuns)) {
    const certificate = await readRunCertificate(runDir);
    if (certificate.years.cost !== years.cost - 1) continue;
    const { objects } = await readRunCosts(db, runDir);
    const folder = join(runDir, 'users', APART);
    if (!existsSync(join(folder, `${USER_COSTS.name}.parquet`))) return { runDir, objects };
    return { runDir, objects, combinations: await readCombinations(db, folder, users?.combinations ?? []) };
  }
  return undefined;
}

/** Everybody's services and what they cost, as this year's model groups them. */
async function readCombinations(
  db: Db,
  folder: string,
  groups: UserRules['combinations'],
): Promise<UserCombinations> {
  const sums = new Map<string, Map<string, bigint>>();
  for (const row of await readTable(db, folder, USER_COSTS)) {
    const person = String(row['person']);
    const [cost, weight] = [BigInt(row['cost_ore'] ?? 0), BigInt(row['weight'] ?? 0)];
    if (person === '' || (cost === 0n && weight === 0n)) continue;
    const service = countsAs(groups, String(row['service']));
    const own = sums.get(person) ?? new Map<string, bigint>();
    own.set(service, (own.get(service) ?? 0n) + cost);
    sums.set(person, own);
  }
  return new Map(
    [...sums].sort(([a], [b]) => byKey(a, b)).map(([person, own]) => [person, combinationOf(own)]),
  );
}

function combinationOf(own: ReadonlyMap<string, bigint>): UserCombination {
  const inOrder = [...own].sort(([a], [b]) => byKey(a, b));
  const byService = inOrder.map(([, cost]) => cost);
  return {
    services: inOrder.map(([service]) => service),
    byService,
    costOre: byService.reduce((sum, cost) => sum + cost, 0n),
  };
}
