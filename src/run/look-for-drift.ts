// What is new since the last run, and how whole the last weeks are: the register as the next run would have it,
// beside the last run's tables.

import { type Completeness, completeness } from '../checks/completeness/completeness.ts';
import type { Question } from '../checks/rule.ts';
import type { Model } from '../model/model.ts';
import { accountTotals, volumes } from '../registers/read-totals.ts';
import type { Register } from '../registers/register.ts';
import type { Db } from '../store/db.ts';
import type { Workspace } from '../store/workspace.ts';
import { type Drift, findDrift } from './find-drift.ts';
import { latestRun } from './latest-run.ts';
import { readPast } from './read-past.ts';

export type DriftReport = {
  /** Name of the run that is compared with. */
  readonly since: string;
  readonly drift: readonly Drift[];
  readonly completeness: readonly Completeness[];
};

/**
 * Compares a register with the last run.
 * @throws WorkspaceError when nothing has been run yet.
 */
export async function lookForDrift(
  { workspace, model, db }: { readonly workspace: Workspace; readonly model: Model; readonly db: Db },
  register: Register,
  question: Question,
): Promise<DriftReport> {
  const dir = latestRun(workspace);
  const year = model.years.cost;
  const byMonth = model.organisation !== undefined;
  const accounts = await accountTotals(db, register, { kind: 'actual', year, byMonth });
  const held = await volumes(db, register, { year });
  return {
    since: dir.slice(-RUN_NAME),
    drift: findDrift(model, await readPast(db, dir), accounts, held),
    completeness: await completeness(question),
  };
}

/** A run's name is 16 hexadecimal digits. */
const RUN_NAME = 16;
