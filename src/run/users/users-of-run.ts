// The story of cost per user: a finished run and its registers in; figures held against each other; every user's year;
// what it shows of units, of outliers and of combinations; results out, what is about persons apart.

import { join } from 'node:path';
import { acceptFindings } from '../../checks/accepted/accept-findings.ts';
import { readAccepted } from '../../checks/accepted/read-accepted.ts';
import { type Finding, isRefused } from '../../findings/finding.ts';
import type { Model } from '../../model/model.ts';
import { readCube } from '../../registers/cube/read-cube.ts';
import { namedPostings } from '../../registers/users/named-postings.ts';
import type { Db } from '../../store/db.ts';
import type { Workspace } from '../../store/workspace.ts';
import { WorkspaceError } from '../../store/workspace-error.ts';
import type { Cube } from '../../tables/cube.ts';
import type { AskedQuestion, NamedCost, NeedWeights, UserCosts } from '../../tables/users.ts';
import { feeFindings } from '../../users/accounts/gross-lines.ts';
import { costUsers, type UserCosting, type UsersInput } from '../../users/cost-users.ts';
import { needFindings, needTooFine, needWeights } from '../../users/need-weights.ts';
import { askQuestions } from '../../users/units/ask-questions.ts';
import { NeedTooFine } from '../../users/weigh-persons.ts';
import { costingModel, modelAsData } from '../identity.ts';
import { type Around, readAround } from './around-users.ts';
import { cellsByUnit } from './cells-by-unit.ts';
import { type LastYear, lastYear, methodFindings } from './last-year.ts';
import { namedCosts } from './named-costs.ts';
import { type RunCosts, readRunCosts } from './read-run-costs.ts';
import { type RunCertificate, readRunCertificate, registerOfRun } from './run-register.ts';
import { type Shown, showUsers } from './show-users.ts';
import { readSignOffs, signQuestions } from './sign-offs.ts';
import { userTables } from './user-tables.ts';
import { certifyUsers } from './users-certificate.ts';
import { writeUsers } from './write-users.ts';

export type UsersRequest = {
  readonly workspace: Workspace;
  readonly model: Model;
  readonly db: Db;
  readonly runDir: string;
  /** Workspaces in which a run of the year before may stand; this one's own runs are looked at first. */
  readonly before?: readonly Workspace[];
  readonly progress?: (step: string) => void;
};

export type UsersRun = Shown & {
  readonly run: string;
  readonly dir: string;
  readonly costs: RunCosts;
  readonly users: UserCosts;
  readonly named: readonly NamedCost[];
  readonly questions: readonly AskedQuestion[];
  readonly around: Around;
  readonly last?: LastYear;
  readonly findings: readonly Finding[];
};

/** What refuses: an error among the findings. Nothing is written then. */
export type UsersRefused = { readonly refused: readonly Finding[] };

/**
 * Costs the users of a finished run, and writes the results beside its own. The same run, register of people and run of
 * last year give the same bytes.
 * @throws WorkspaceError when the model is not the run's any more, or the disk refuses.
 */
export async function usersOfRun(request: UsersRequest): Promise<UsersRun | UsersRefused> {
  const { workspace, model, db, runDir, before = [], progress = () => {} } = request;
  const certificate = await readRunCertificate(runDir);
  requireSameModel(model, certificate);
  progress('reading the run');
  const costs = await readRunCosts(db, runDir);
  const last = await lastYear(db, [workspace, ...before], model);
  progress('holding cost and volume against each other');
  const signed = await readSignOffs(workspace);
  const asked = signQuestions(askQuestions(model, costs.objects, last?.objects), signed);
  const { accepted, findings: wrong } = await readAccepted(workspace.acceptedFile);
  const ofModel = [...wrong, ...acceptFindings([...feeFindings(model), ...asked.findings], accepted)];
  if (isRefused(ofModel)) return { refused: ofModel };
  progress('reading what persons got');
  const read = await readUsers(request, certificate, costs);
  progress('costing users');
  const costing = costOrRefuse({ model, costs, ...read });
  if ('refused' in costing) return costing;
  const shown = showUsers({
    model,
    costs,
    users: costing.values,
    around: read.around,
    ...(last ? { last } : {}),
  });
  progress('writing results');
  const dir = join(runDir, 'users');
  const values = { costs, users: costing.values, named: read.named, questions: asked.questions, ...shown };
  const tables = userTables(model, values);
  await writeUsers(db, dir, tables, certifyUsers({ certificate, around: read.around, tables, ...values }));
  return {
    ...{ run: certificate.run, dir, ...values, around: read.around },
    ...(last ? { last } : {}),
    findings: [
      ...ofModel,
      ...acceptFindings([...methodFindings(model, last), ...read.findings, ...costing.findings], accepted),
    ],
  };
}

/** The one thing that only shows while costing: weights of need that are too fine. */
function costOrRefuse(input: UsersInput): UserCosting | UsersRefused {
  try {
    return costUsers(input);
  } catch (error) {
    const rule = input.model.users?.need;
    if (error instanceof NeedTooFine && rule) return { refused: [needTooFine(input.model, rule)] };
    throw error;
  }
}

type Read = {
  readonly activity: Cube;
  readonly named: readonly NamedCost[];
  readonly need?: NeedWeights;
  readonly around: Around;
  readonly findings: readonly Finding[];
};

/** What registers say of persons: what they got, what invoices name them, and what they need. */
async function readUsers(
  { workspace, model, db }: UsersRequest,
  certificate: RunCertificate,
  costs: RunCosts,
): Promise<Read> {
  const year = certificate.years.cost;
  const register = await registerOfRun(workspace, certificate);
  const activity = cellsByUnit(await readCube(db, register, { year }), model.organisation?.heirs);
  const { named, findings } = namedCosts(model, costs, await namedPostings(db, register, { year }));
  const around = await readAround(db, workspace, model);
  const rule = model.users?.need;
  if (!rule) return { activity, named, around, findings };
  const need = needWeights(rule, activity, around.assessments, year);
  return {
    activity,
    named,
    need,
    around,
    findings: [...findings, ...needFindings(model, rule, need)],
  };
}

/**
 * A changed model is another run: figures of two models must not stand side by side as one.
 * @throws WorkspaceError when the model is not the one that the run was made by.
 */
export function requireSameModel(model: Model, { run, identity }: RunCertificate): void {
  if (JSON.stringify(modelAsData(costingModel(model))) === JSON.stringify(identity.model)) return;
  throw new WorkspaceError(
    `The model has changed since run ${run} was made. Run "innsats run" again, then "innsats users".`,
  );
}
