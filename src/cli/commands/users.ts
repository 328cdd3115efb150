// innsats users: what the year cost for every user, beside what no user has; units side by side, the few who carry much,
// services that go together; written beside the last run, what is about persons apart.

import { writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Model } from '../../model/model.ts';
import { holdsIdentity } from '../../registers/people/holds-identity.ts';
import { usersPage } from '../../reports/users/users-page.ts';
import { latestRun } from '../../run/latest-run.ts';
import { type Comparison, compareMunicipality } from '../../run/users/compare-municipalities.ts';
import { addSignOff, askedMarks } from '../../run/users/sign-offs.ts';
import { type UsersRun, usersOfRun } from '../../run/users/users-of-run.ts';
import { APART } from '../../run/users/write-users.ts';
import { openWorkspace, type Workspace } from '../../store/workspace.ts';
import type { UserTotal } from '../../tables/users.ts';
import { CliError, EXIT } from '../exit.ts';
import { dayWanted } from '../month-door.ts';
import { endProgress, faint, print, progressLine } from '../output.ts';
import { printUsersJson, showComparison, showUsers, type UsersShown } from '../show-users.ts';
import {
  languageOf,
  type Options,
  optionsOf,
  refuse,
  requireModel,
  withDb,
  workspaceOf,
} from '../workspace-door.ts';

type UsersOptions = UsersShown & {
  readonly run?: string;
  readonly lastYear?: string;
  readonly compare?: string;
};

type SignOptions = {
  readonly run?: string;
  readonly by: string;
  readonly date: string;
  readonly note?: string;
};

export function addUsers(innsats: Command): void {
  const command = innsats
    .command('users')
    .description(
      'what the year cost for every user; units, outliers and combinations; writes files and a page',
    )
    .option('--service <id>', 'units of one service, with last year and need')
    .option('--outliers', 'the few who carry much, and who is far from the rest')
    .option('--combinations', 'services that go together, and who came, went and changed')
    .option('--accounts', 'rows of the national accounts, and the grant for resource-intensive users')
    .option(
      '--compare <folder>',
      'another municipality’s workspace: why services cost more or less than there',
    )
    .option(
      '--last-year <folder>',
      'the workspace that holds the run of the year before, where this one does not',
    )
    .option('--run <id>', 'another run than the last')
    .action(async (_options: object, command: Command) => users(optionsOf<UsersOptions>(command)));
  command
    .command('sign <mark>')
    .description('sign for the figures that a question is about; its mark stands in the list of questions')
    .requiredOption('--by <name>', 'who signs')
    .requiredOption('--date <day>', 'the day, such as 2026-02-14', dayWanted)
    .option('--note <text>', 'what was found')
    .action(async (mark: string, _options: object, sub: Command) => sign(mark, optionsOf<SignOptions>(sub)));
}

/** Writes the signature into signed.yaml: of a question that was asked, and in nobody else's name. */
async function sign(mark: string, options: Options & SignOptions): Promise<void> {
  const workspace = workspaceOf(options);
  const marks = await withDb((db) => askedMarks(db, latestRun(workspace, options.run)));
  if (!marks.has(mark))
    throw new CliError(
      `No question has the mark "${mark}". "innsats users" lists the questions with their marks.`,
    );
  const { by, date, note = '' } = options;
  if (holdsIdentity(`${by} ${note}`))
    throw new CliError(
      'The signature seems to hold an identity number. Say it without naming a user.',
      EXIT.usage,
    );
  await addSignOff(workspace, { mark, by, date, note });
  print(
    `Signed: ${mark} by ${by} on ${date}, in signed.yaml. It counts as long as the figures stay as they are.`,
  );
}

/** Costs the users of a run and shows them: the finding first, then tables of at most 100 characters. */
export async function users(options: Options & UsersOptions): Promise<void> {
  const workspace = workspaceOf(options);
  const { model } = await requireModel(workspace);
  const language = languageOf(options, model);
  const { run, comparison } = await costed(options, workspace, model);
  writeFileSync(join(run.dir, APART, 'users.html'), usersPage(model, run, language));
  if (options.json) {
    printUsersJson(run, comparison);
    return;
  }
  if (comparison) showComparison(comparison, model, language);
  else showUsers(options, model, run, language);
  printWhereToLook(run, workspace);
}

function printWhereToLook(run: UsersRun, workspace: Workspace): void {
  const folder = relative(process.cwd(), run.dir) || '.';
  print(`\nResults (Parquet, CSV, certificate): ${folder}`);
  print(`Not for publication: ${join(folder, APART)}, with the page users.html`);
  const at = workspace.dir === process.cwd() ? '' : ` -C ${relative(process.cwd(), workspace.dir)}`;
  const dearest = run.users.totals.reduce<UserTotal | undefined>(
    (most, one) => (most && most.costOre >= one.costOre ? most : one),
    undefined,
  );
  const next = dearest ? `innsats${at} explain user:${dearest.person}  ·  ` : '';
  print(faint(`Next: ${next}innsats${at} users --outliers  ·  innsats${at} verify`));
}

async function costed(
  options: Options & UsersOptions,
  workspace: Workspace,
  model: Model,
): Promise<{ readonly run: UsersRun; readonly comparison?: Comparison }> {
  const runDir = latestRun(workspace, options.run);
  const stated = model.users?.lastYear && resolve(workspace.dir, model.users.lastYear.file);
  const folder = options.lastYear ?? stated;
  const before = folder === undefined ? [] : [openWorkspace(folder)];
  return withDb(async (db) => {
    const progress = (step: string): void => progressLine(`${step} …`);
    const request = { workspace, model, db, runDir, before, progress };
    const run = await usersOfRun(request);
    endProgress();
    if ('refused' in run) refuse('Cost per user was refused:', run.refused);
    if (options.compare === undefined) return { run };
    return { run, comparison: await compareMunicipality(request, run, openWorkspace(options.compare)) };
  });
}
