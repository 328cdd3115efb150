// The year before, where a run of it is at hand: what objects cost then, and which services everybody had.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../findings/finding.ts';
import type { Model } from '../../model/model.ts';
import type { UserRules } from '../../model/users.ts';
import { byKey } from '../../money/apportion.ts';
import type { Db } from '../../store/db.ts';
import { readTable } from '../../store/result-files.ts';
import type { Workspace } from '../../store/workspace.ts';
import type { CostObject } from '../../tables/costs.ts';
import { wholeIn } from '../../tables/row-cells.ts';
import { USER_COSTS } from '../../tables/users-results.ts';
import { countsAs, type UserCombination, type UserCombinations } from '../../users/combinations/combine.ts';
import { type Choice, costChoices, type MethodModel } from '../../users/municipalities/method-choices.ts';
import { finishedRuns } from '../latest-run.ts';
import { readRunCosts } from './read-run-costs.ts';
import { readRunCertificate } from './run-register.ts';
import { APART } from './write-users.ts';

/** `combinations` are absent where users of that year were not costed. */
export type LastYear = {
  readonly runDir: string;
  readonly objects: readonly CostObject[];
  readonly combinations?: UserCombinations;
  /** What was chosen then of all that decides cost. */
  readonly choices: readonly Choice[];
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
    const then = {
      runDir,
      objects,
      choices: costChoices(certificate.identity.model as unknown as MethodModel),
    };
    const folder = join(runDir, 'users', APART);
    if (!existsSync(join(folder, `${USER_COSTS.name}.parquet`))) return then;
    return { ...then, combinations: await readCombinations(db, folder, users?.combinations ?? []) };
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
    const [cost, weight] = [wholeIn(row, 'cost_ore'), wholeIn(row, 'weight')];
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

/** A warning where what decides cost was chosen otherwise last year: then a change of cost may be one of method. */
export function methodFindings(model: Model, last: LastYear | undefined): Finding[] {
  const changed = costChoices(model).flatMap(({ name, value }, i) => {
    const before = last?.choices[i]?.value ?? value;
    return before === value ? [] : [`${name} was ${before} and is ${value}`];
  });
  if (changed.length === 0) return [];
  return [
    {
      rule: 'users/method-changed',
      severity: 'warning',
      message: `the method has changed since last year, so a change of cost may be one of method: ${changed.join('; ')}`,
      remedy: 'Run last year once more by this year’s choices, in a workspace that "last-year" names.',
      where: { file: model.file, key: 'users' },
      count: changed.length,
    },
  ];
}
