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
import { wholeIn } from '../../tables/row-cells.ts';
import type { Row, TableSchema } from '../../tables/schema.ts';
import { USER_SERVICES, USER_UNITS } from '../../tables/users-results.ts';
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

export type ComparedService = ServiceDifference & { readonly service: string };

export type Comparison = {
  readonly name: string;
  /** Services that both have in the same measure, in order of id. */
  readonly services: readonly ComparedService[];
  /** The same without each one's outliers; empty where one of the two has no rule. */
  readonly ordinary: readonly ComparedService[];
  readonly choices: readonly ComparedChoice[];
  readonly byOtherMethod: readonly MethodCost[];
  /** Why our data could not be costed by the other's method. */
  readonly findings: readonly Finding[];
};

type Other = {
  readonly model: Model;
  readonly measures: ReadonlyMap<string, string>;
  readonly figures: Figures;
  readonly ordinary: Figures;
};

/** By service. */
type Figures = ReadonlyMap<string, ServiceFigures>;

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
  const own = ownFigures(run, inhabitantsOf(model, run.around.people.length));
  const measures = new Map(run.services.map(({ service, measure }) => [service, measure]));
  const between = (mine: Figures, theirs: Figures): ComparedService[] =>
    [...mine].flatMap(([service, figures]) => {
      const beside = theirs.get(service);
      if (!beside || measures.get(service) !== other.measures.get(service)) return [];
      const difference = compareService(figures, beside);
      return difference ? [{ service, ...difference }] : [];
    });
  const isMarked = model.users?.outliers !== undefined && other.model.users?.outliers !== undefined;
  const others = methodChoices(other.model);
  return {
    name: other.model.municipality.name,
    services: between(own.figures, other.figures),
    ordinary: isMarked ? between(own.ordinary, other.ordinary) : [],
    choices: methodChoices(model).map(({ name, value }, i) => ({
      name,
      own: value,
      other: others[i]!.value,
    })),
    ...(await costByOther(request, run, other.model)),
  };
}

/** Our figures, with and without outliers. */
function ownFigures({ services, units }: UsersRun, inhabitants: bigint): Pick<Other, 'figures' | 'ordinary'> {
  const all = units.filter(({ unit, provision }) => unit === '' && provision === '');
  return {
    figures: new Map(
      services.map(({ service, users, parts, amountOre: costOre }) => [
        service,
        { users, parts, costOre, inhabitants },
      ]),
    ),
    ordinary: new Map(
      all.flatMap(({ service, ordinary }) => (ordinary ? [[service, { ...ordinary, inhabitants }]] : [])),
    ),
  };
}

async function readOther(db: Db, workspace: Workspace): Promise<Other> {
  const { model } = await readModel(workspace.modelFile);
  if (!model) throw new WorkspaceError(`${workspace.modelFile} cannot be read. Run "innsats check" there.`);
  const runDir = latestRun(workspace);
  requireSameModel(model, await readRunCertificate(runDir));
  const rows = await readUserTable(db, workspace, runDir, USER_SERVICES);
  const units = await readUserTable(db, workspace, runDir, USER_UNITS);
  const around = await readAround(db, workspace, model);
  const inhabitants = inhabitantsOf(model, around.people.length);
  const of = (row: Row, users: string, parts: string, cost: string): [string, ServiceFigures] => [
    String(row['service']),
    {
      users: Number(row[users]),
      parts: wholeIn(row, parts),
      costOre: wholeIn(row, cost),
      inhabitants,
    },
  ];
  const all = units.filter((row) => row['unit'] === '' && row['provision'] === '');
  return {
    model,
    measures: new Map(rows.map((row) => [String(row['service']), String(row['measure'])])),
    figures: new Map(rows.map((row) => of(row, 'users', 'parts', 'amount_ore'))),
    ordinary: new Map(all.map((row) => of(row, 'ordinary_users', 'ordinary_parts', 'ordinary_cost_ore'))),
  };
}

/** A table of users, in whichever of the two folders it lies. @throws WorkspaceError where users are not costed. */
async function readUserTable(
  db: Db,
  { dir }: Workspace,
  runDir: string,
  schema: TableSchema,
): Promise<Row[]> {
  const folders = [join(runDir, 'users'), join(runDir, 'users', APART)];
  const folder = folders.find((one) => existsSync(join(one, `${schema.name}.parquet`)));
  if (folder) return readTable(db, folder, schema);
  throw new WorkspaceError(`The users in ${dir} are not costed yet. Run "innsats users" there.`);
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
