// innsats users: what the year cost for every user, beside what no user has; units side by side, the few who carry much,
// services that go together; written beside the last run, what is about persons apart.

import { writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { Model } from '../../model/model.ts';
import { intensiveView, rowsTitle, rowsView } from '../../reports/users/account-views.ts';
import { combinationsTitle, combinationsView, flowsView } from '../../reports/users/combination-views.ts';
import { grossView, linesView, stepsView } from '../../reports/users/ledger-views.ts';
import {
  comparedTitle,
  comparedView,
  fingerprintView,
  ordinaryView,
  otherMethodView,
} from '../../reports/users/municipality-views.ts';
import { concentrationView, outlierGroupsView, outlierListView } from '../../reports/users/outlier-views.ts';
import { questionsView } from '../../reports/users/question-view.ts';
import {
  changeView,
  servicesView,
  statesView,
  unitsTitle,
  unitsView,
} from '../../reports/users/unit-views.ts';
import { usersPage } from '../../reports/users/users-page.ts';
import { usersLead, usersTitle } from '../../reports/users/users-title.ts';
import { latestRun } from '../../run/latest-run.ts';
import { type Comparison, compareMunicipality } from '../../run/users/compare-municipalities.ts';
import { addSignOff, askedMarks } from '../../run/users/sign-offs.ts';
import { type UsersRun, usersOfRun } from '../../run/users/users-of-run.ts';
import { APART } from '../../run/users/write-users.ts';
import { openWorkspace, type Workspace } from '../../store/workspace.ts';
import type { UserTotal } from '../../tables/users.ts';
import type { Language } from '../../words/language.ts';
import { sayOfUsers } from '../../words/user-texts.ts';
import { CliError } from '../exit.ts';
import {
  endProgress,
  faint,
  print,
  printFindings,
  printJson,
  printView,
  progressLine,
  strong,
} from '../output.ts';
import {
  languageOf,
  type Options,
  optionsOf,
  refuse,
  requireModel,
  withDb,
  workspaceOf,
} from '../workspace-door.ts';

type UsersOptions = {
  readonly run?: string;
  readonly lastYear?: string;
  readonly service?: string;
  readonly outliers?: boolean;
  readonly combinations?: boolean;
  readonly accounts?: boolean;
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
    .requiredOption('--date <day>', 'the day, such as 2026-02-14', isoDate)
    .option('--note <text>', 'what was found')
    .action(async (mark: string, _options: object, sub: Command) => sign(mark, optionsOf<SignOptions>(sub)));
}

const isoDate = (text: string): string => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new InvalidArgumentError('Write the day as 2026-02-14.');
  return text;
};

/** Writes the signature into signed.yaml: of a question that was asked, and in nobody else's name. */
async function sign(mark: string, options: Options & SignOptions): Promise<void> {
  const workspace = workspaceOf(options);
  const marks = await withDb((db) => askedMarks(db, latestRun(workspace, options.run)));
  if (!marks.has(mark))
    throw new CliError(
      `No question has the mark "${mark}". "innsats users" lists the questions with their marks.`,
    );
  const { by, date, note = '' } = options;
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
  else show(options, model, run, language);
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

function show(options: UsersOptions, model: Model, run: UsersRun, language: Language): void {
  if (options.service !== undefined) showService(options.service, model, run, language);
  else if (options.outliers) showOutliers(model, run, language);
  else if (options.combinations) showCombinations(model, run, language);
  else if (options.accounts) showAccounts(model, run, language);
  else showAll(model, run, language);
}

function showAll(model: Model, run: UsersRun, language: Language): void {
  print(strong(`${model.municipality.name} – ${usersTitle(run, language)}`));
  print(usersLead(run, language));
  printView(linesView(model, run, language));
  printView(servicesView(model, run, language));
  printView(changeView(model, run.units, language));
  printView(grossView(run, language));
  printView(stepsView(model, run, language));
  printView(questionsView(model, run, language));
  if (run.findings.length > 0) print();
  printFindings(run.findings, 3);
}

function showService(service: string, model: Model, run: UsersRun, language: Language): void {
  const years = run.units.filter((year) => year.service === service);
  if (years.length === 0) {
    const known = [...new Set(run.units.map((year) => year.service))].join(', ');
    throw new CliError(`There is no service "${service}" with cost or volume: ${known}.`);
  }
  print(strong(unitsTitle(model, years, language)));
  printView(unitsView(model, years, language));
  printView(statesView(model, years, language));
  printView(changeView(model, years, language));
}

function showOutliers(model: Model, run: UsersRun, language: Language): void {
  print(strong(usersTitle(run, language)));
  printView(concentrationView(run, language));
  if (!run.outliers) print(`\n${sayOfUsers('noOutlierRule', language)}`);
  printView(outlierGroupsView(model, run, language));
  printView(outlierListView(model, run, language));
}

function showCombinations(model: Model, run: UsersRun, language: Language): void {
  print(strong(combinationsTitle(run, language)));
  printView(combinationsView(model, run, language));
  printView(flowsView(model, run, language));
}

function showAccounts(model: Model, run: UsersRun, language: Language): void {
  print(strong(rowsTitle(model, run.rows, language)));
  printView(rowsView(model, run.rows, language));
  printView(intensiveView(model, run, language));
}

function showComparison(comparison: Comparison, model: Model, language: Language): void {
  print(strong(comparedTitle(model, comparison, language)));
  printView(comparedView(model, comparison, language));
  printView(ordinaryView(model, comparison, language));
  printView(fingerprintView(model, comparison, language));
  printView(otherMethodView(model, comparison, language));
  printFindings(comparison.findings, 3);
}

/** Everything but persons; those are in the files. */
function printUsersJson(run: UsersRun, comparison: Comparison | undefined): void {
  const {
    costs: _costs,
    users: costing,
    named: _named,
    around: _around,
    last: _last,
    outliers,
    ...shown
  } = run;
  const { intensive: _intensive, ...rest } = shown;
  printJson({
    ...rest,
    ledgerOre: costing.ledgerOre,
    lines: costing.lines,
    users: costing.totals.length,
    outlierGroups: outliers?.groups ?? [],
    ...(comparison ? { comparison } : {}),
  });
}
