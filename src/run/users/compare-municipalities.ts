// Another municipality on the same method, from its own workspace and its own run: its figures beside ours, both methods'
// fingerprints, and our data costed once more by the choices that it made.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cost } from '../../costing/cost.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Model } from '../../model/model.ts';
import { readModel } from '../../model/read-model.ts';
import { byKey } from '../../money/apportion.ts';
import { accountTotals, volumes } from '../../registers/read-totals.ts';
import type { Db } from '../../store/db.ts';
import { readTable } from '../../store/result-files.ts';
import type { Workspace } from '../../store/workspace.ts';
import { WorkspaceError } from '../../store/workspace-error.ts';
import { USER_SERVICES } from '../../tables/users-results.ts';
import {
  compareService,
  type ServiceDifference,
  type ServiceFigures,
} from '../../users/municipalities/compare-service.ts';
import { type Choice, methodChoices, withMethodOf } from '../../users/municipalities/method-choices.ts';
import { latestRun } from '../latest-run.ts';
import { readAround } from './around-users.ts';
import { inhabitantsOf } from './inhabitants.ts';
import { readRunCertificate, registerOfRun } from './run-register.ts';
import { requireSameModel, type UsersRequest, type UsersRun } from './users-of-run.ts';
import { APART } from './write-users.ts';

/** A service's cost by our own method and by the other's, in øre. */
export type MethodCost = { readonly service: string; readonly ownOre: bigint; readonly otherOre: bigint };
export type ComparedChoice = { readonly name: Choice['name']; readonly own: string; readonly other: string };

export type Comparison = {
  readonly name: string;
  /** Services that both have in the same measure, in order of id. */
  readonly services: readonly (ServiceDifference & { readonly service: string })[];
  readonly choices: readonly ComparedChoice[];
  readonly byOtherMethod: readonly MethodCost[];
  /** Why our data could not be costed by the other's method. */
  readonly findings: readonly Finding[];
};

type Other = {
  readonly model: Model;
  readonly measures: ReadonlyMap<string, string>;
  readonly figures: ReadonlyMap<string, ServiceFigures>;
};

/**
 * Compares a run of users with the last one of another workspace.
 * @throws WorkspaceError when the other's users are not costed, or its model has changed since.
 */
export async function compareMunicipality(
  request: UsersRequest,
  run: UsersRun,
  workspace: Workspace,
): Promise<Comparison> {
  const { db, model } = request;
  const other = await readOther(db, workspace);
  const inhabitants = inhabitantsOf(model, run.around.people.length);
  const services = run.services.flatMap(({ service, measure, users, parts, amountOre }) => {
    const theirs = other.figures.get(service);
    if (!theirs || measure !== other.measures.get(service)) return [];
    const difference = compareService({ users, parts, costOre: amountOre, inhabitants }, theirs);
    return difference ? [{ service, ...difference }] : [];
  });
  const [own, others] = [methodChoices(model), methodChoices(other.model)];
  return {
    name: other.model.municipality.name,
    services,
    choices: own.map(({ name, value }, i) => ({ name, own: value, other: others[i]!.value })),
    ...(await costByOther(request, run, other.model)),
  };
}

async function readOther(db: Db, workspace: Workspace): Promise<Other> {
  const { model } = await readModel(workspace.modelFile);
  if (!model) throw new WorkspaceError(`${workspace.modelFile} cannot be read. Run "innsats check" there.`);
  const runDir = latestRun(workspace);
  requireSameModel(model, await readRunCertificate(runDir));
  const file = `${USER_SERVICES.name}.parquet`;
  const folder = [join(runDir, 'users'), join(runDir, 'users', APART)].find((dir) =>
    existsSync(join(dir, file)),
  );
  if (!folder)
    throw new WorkspaceError(`The users in ${workspace.dir} are not costed yet. Run "innsats users" there.`);
  const rows = await readTable(db, folder, USER_SERVICES);
  const around = await readAround(db, workspace, model);
  const inhabitants = inhabitantsOf(model, around.people.length);
  const figures = rows.map((row): [string, ServiceFigures] => [
    String(row['service']),
    {
      users: Number(row['users']),
      parts: BigInt(row['parts'] ?? 0),
      costOre: BigInt(row['amount_ore'] ?? 0),
      inhabitants,
    },
  ]);
  const measures = rows.map((row): [string, string] => [String(row['service']), String(row['measure'])]);
  return { model, measures: new Map(measures), figures: new Map(figures) };
}

/** Our accounts and volumes by the other's choices, service by service. */
async function costByOther(
  { db, model, workspace, runDir }: UsersRequest,
  { costs }: UsersRun,
  other: Model,
): Promise<Pick<Comparison, 'byOtherMethod' | 'findings'>> {
  const register = await registerOfRun(workspace, await readRunCertificate(runDir));
  const year = model.years.cost;
  const byMonth = model.organisation !== undefined;
  const costing = cost({
    model: withMethodOf(model, other),
    accounts: await accountTotals(db, register, { kind: 'actual', year, byMonth }),
    volumes: await volumes(db, register, { year }),
  });
  if (!costing.costs) return { byOtherMethod: [], findings: costing.findings };
  const own = byService(costs.objects);
  const theirs = byService(costing.costs.objects);
  const services = [...new Set([...own.keys(), ...theirs.keys()])].sort(byKey);
  const byOtherMethod = services.map((service) => ({
    service,
    ownOre: own.get(service) ?? 0n,
    otherOre: theirs.get(service) ?? 0n,
  }));
  return { byOtherMethod, findings: [] };
}

function byService(objects: UsersRun['costs']['objects']): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { service, amountOre } of objects) sums.set(service, (sums.get(service) ?? 0n) + amountOre);
  return sums;
}
