// The story of cost per user: a finished run and its registers in, validated; every user's year; results, findings and
// a certificate out, what is about persons apart.

import { join } from 'node:path';
import { type Finding, isRefused } from '../../findings/finding.ts';
import type { Model } from '../../model/model.ts';
import { namedPostings } from '../../registers/users/named-postings.ts';
import { personCells } from '../../registers/users/person-cells.ts';
import type { Db } from '../../store/db.ts';
import type { Workspace } from '../../store/workspace.ts';
import { WorkspaceError } from '../../store/workspace-error.ts';
import type { NamedCost, UserCosts } from '../../tables/users.ts';
import { costUsers } from '../../users/cost-users.ts';
import { modelAsData } from '../identity.ts';
import { cellsByUnit } from './cells-by-unit.ts';
import { namedCosts } from './named-costs.ts';
import { type RunCosts, readRunCosts } from './read-run-costs.ts';
import { type RunCertificate, readRunCertificate, registerOfRun } from './run-register.ts';
import { userTables } from './user-tables.ts';
import { writeUsers } from './write-users.ts';

export type UsersRequest = {
  readonly workspace: Workspace;
  readonly model: Model;
  readonly db: Db;
  readonly runDir: string;
  readonly progress?: (step: string) => void;
};

export type UsersRun = {
  readonly run: string;
  /** The folder of the results; what is not for publication lies in a folder in it. */
  readonly dir: string;
  readonly costs: RunCosts;
  readonly users: UserCosts;
  readonly named: readonly NamedCost[];
  readonly findings: readonly Finding[];
};

/**
 * Costs the users of a finished run, and writes the results beside its own. The same run gives the same bytes.
 * @throws WorkspaceError when the model is not the run's any more, or the disk refuses.
 */
export async function usersOfRun(request: UsersRequest): Promise<UsersRun> {
  const { workspace, model, db, runDir, progress = () => {} } = request;
  const certificate = await readRunCertificate(runDir);
  requireSameModel(model, certificate);
  progress('reading the run');
  const register = await registerOfRun(workspace, certificate);
  const costs = await readRunCosts(db, runDir);
  progress('reading what persons got');
  const year = { year: certificate.years.cost };
  const activity = cellsByUnit(await personCells(db, register, year), model.organisation?.heirs);
  const { named, findings } = namedCosts(model, costs, await namedPostings(db, register, year));
  progress('costing users');
  const costing = costUsers({ model, costs, activity, named });
  const found = [...findings, ...costing.findings];
  if (isRefused(found)) throw new Error('cost per user refuses nothing');
  progress('writing results');
  const dir = join(runDir, 'users');
  await writeUsers(db, dir, userTables(model, costing.values, named));
  return { run: certificate.run, dir, costs, users: costing.values, named, findings: found };
}

/** A changed model is another run: figures of two models must not stand side by side as one. */
function requireSameModel(model: Model, { run, identity }: RunCertificate): void {
  if (JSON.stringify(modelAsData(model)) === JSON.stringify(identity.model)) return;
  throw new WorkspaceError(
    `The model has changed since run ${run} was made. Run "innsats run" again, then "innsats users".`,
  );
}
