// What innsats users shows: the finding first, then tables of at most 100 characters; or JSON without persons.

import type { Model } from '../model/model.ts';
import { intensiveView, rowsTitle, rowsView } from '../reports/users/account-views.ts';
import { combinationsTitle, combinationsView, flowsView } from '../reports/users/combination-views.ts';
import { grossView, linesView, stepsView } from '../reports/users/ledger-views.ts';
import {
  comparedTitle,
  comparedView,
  fingerprintView,
  ordinaryView,
  otherMethodView,
} from '../reports/users/municipality-views.ts';
import { concentrationView, outlierGroupsView, outlierListView } from '../reports/users/outlier-views.ts';
import { questionsView } from '../reports/users/question-view.ts';
import { changeView, servicesView, statesView } from '../reports/users/service-views.ts';
import { unitsView } from '../reports/users/unit-views.ts';
import { unitsTitle } from '../reports/users/units-title.ts';
import { usersLead, usersTitle } from '../reports/users/users-title.ts';
import type { Comparison } from '../run/users/compare-municipalities.ts';
import type { UsersRun } from '../run/users/users-of-run.ts';
import type { Language } from '../words/language.ts';
import { sayOfUsers } from '../words/user-texts.ts';
import { CliError } from './exit.ts';
import { print, printFindings, printJson, printView, strong } from './output.ts';

/** Which part of it. */
export type UsersShown = {
  readonly service?: string;
  readonly outliers?: boolean;
  readonly combinations?: boolean;
  readonly accounts?: boolean;
};

/** The tables that were asked for; the finding, the ledger and every service where nothing was. */
export function showUsers(options: UsersShown, model: Model, run: UsersRun, language: Language): void {
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

/** Another municipality beside ours, with the fingerprint of both methods. */
export function showComparison(comparison: Comparison, model: Model, language: Language): void {
  print(strong(comparedTitle(model, comparison, language)));
  printView(comparedView(model, comparison, language));
  printView(ordinaryView(model, comparison, language));
  printView(fingerprintView(model, comparison, language));
  printView(otherMethodView(model, comparison, language));
  printFindings(comparison.findings, 3);
}

/** Everything but persons; those are in the files. */
export function printUsersJson(run: UsersRun, comparison: Comparison | undefined): void {
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
