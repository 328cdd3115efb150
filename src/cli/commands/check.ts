// innsats check: is the model right, what does it say, and what would the next run import and find?

import type { Command } from 'commander';
import { type Finding, isRefused } from '../../findings/finding.ts';
import { describeModel } from '../../model/describe-model.ts';
import type { Model } from '../../model/model.ts';
import { completenessView, driftView } from '../../reports/drift-views.ts';
import { findingSummaryView } from '../../reports/finding-views.ts';
import { checkWorkspace } from '../../run/check-workspace.ts';
import { finishedRuns, latestRun } from '../../run/latest-run.ts';
import { type DriftReport, lookForDrift } from '../../run/look-for-drift.ts';
import { readPoolAmounts } from '../../run/read-results.ts';
import type { Workspace } from '../../store/workspace.ts';
import type { Language } from '../../words/language.ts';
import { EXIT } from '../exit.ts';
import { keyFor } from '../key-door.ts';
import {
  endProgress,
  print,
  printAccepted,
  printFindings,
  printJson,
  printView,
  progressLine,
  strong,
} from '../output.ts';
import { printChanges } from '../print-changes.ts';
import { languageOf, type Options, optionsOf, requireModel, withDb, workspaceOf } from '../workspace-door.ts';

export function addCheck(innsats: Command): void {
  innsats
    .command('check')
    .description(
      'read the model back as sentences, and check sources and register without importing anything',
    )
    .option('--drift', 'what is new since the last run, with a home for it, and how whole the last weeks are')
    .action(async (_options: object, command: Command) => check(optionsOf(command)));
}

type CheckOptions = Options & { readonly drift?: boolean };

async function check(options: CheckOptions): Promise<void> {
  const workspace = workspaceOf(options);
  const { model, findings: modelFindings } = await requireModel(workspace);
  const language = languageOf(options, model);
  const sentences = await sentencesOf(workspace, model);
  const key = await keyFor(model, workspace);
  if (options.drift) latestRun(workspace); // says so at once where there is none
  let report: DriftReport | undefined;
  const { changes, findings, isRegisterChecked } = await withDb((db) =>
    checkWorkspace({
      ...{ workspace, model, modelFindings, db, progress: progressLine },
      ...(key ? { key } : {}),
      also: async (register, question) => {
        if (options.drift) report = await lookForDrift({ workspace, model, db }, register, question);
      },
    }),
  );
  endProgress();
  if (options.json)
    printJson({ sentences, changes, findings, isRegisterChecked, ...(report && { drift: report }) });
  else {
    if (!options.drift) {
      print(strong(`${model.municipality.name}: the model in words`));
      for (const sentence of sentences) print(`  ${sentence}`);
      print();
    }
    printChanges(changes, language);
    printFindings(findings, 5);
    printAccepted(findings);
    printView(findingSummaryView(findings, language));
    if (report) printDrift(report, language);
    if (!isRegisterChecked)
      print('The rules over the whole register wait until these sources can be imported.');
    print(`\n${verdict(findings)}`);
  }
  const code = exitCode(findings);
  if (code !== EXIT.done) process.exitCode = code;
}

/** The model in words, with what each pool took in the last run where there is one. */
async function sentencesOf(workspace: Workspace, model: Model): Promise<string[]> {
  const [last] = finishedRuns(workspace);
  if (!last) return describeModel(model);
  return describeModel(model, { pool: await withDb((db) => readPoolAmounts(db, last)) });
}

function printDrift({ since, drift, completeness }: DriftReport, language: Language): void {
  if (drift.length === 0)
    print(`\nNothing is new since run ${since}: no account string, responsibility, unit or service.`);
  printView(driftView(drift, language));
  for (const per of ['week', 'month'] as const) printView(completenessView(completeness, per, language));
}

const isWarned = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity, accepted }) => severity === 'warning' && !accepted);

function verdict(findings: readonly Finding[]): string {
  if (isRefused(findings)) return 'The next run would refuse these sources.';
  return isWarned(findings)
    ? 'Nothing refuses the next run; the warnings want a look, or an entry in accepted.yaml. Next: innsats run'
    : 'Nothing stands in the way. Next: innsats run';
}

/** By the gravest finding that is not accepted. */
const exitCode = (findings: readonly Finding[]): number =>
  isRefused(findings) ? EXIT.refused : isWarned(findings) ? EXIT.attention : EXIT.done;
