// innsats check: is the model right, what does it say, and what would the next run import and find?

import type { Command } from 'commander';
import { type Finding, isRefused } from '../../findings/finding.ts';
import { describeModel } from '../../model/describe-model.ts';
import { findingSummaryView } from '../../reports/finding-views.ts';
import { checkWorkspace } from '../../run/check-workspace.ts';
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
import { languageOf, optionsOf, requireModel, withDb, workspaceOf } from '../workspace-door.ts';

export function addCheck(innsats: Command): void {
  innsats
    .command('check')
    .description(
      'read the model back as sentences, and check sources and register without importing anything',
    )
    .action(async (_options: object, command: Command) => check(command));
}

async function check(command: Command): Promise<void> {
  const options = optionsOf(command);
  const workspace = workspaceOf(options);
  const { model, findings: modelFindings } = await requireModel(workspace);
  const language = languageOf(options, model);
  const sentences = describeModel(model);
  const key = await keyFor(model, workspace);
  const { changes, findings, isRegisterChecked } = await withDb((db) =>
    checkWorkspace({
      ...{ workspace, model, modelFindings, db, progress: progressLine },
      ...(key ? { key } : {}),
    }),
  );
  endProgress();
  if (options.json) printJson({ sentences, changes, findings, isRegisterChecked });
  else {
    print(strong(`${model.municipality.name}: the model in words`));
    for (const sentence of sentences) print(`  ${sentence}`);
    print();
    printChanges(changes, language);
    printFindings(findings, 5);
    printAccepted(findings);
    printView(findingSummaryView(findings, language));
    if (!isRegisterChecked)
      print('The rules over the whole register wait until these sources can be imported.');
    print(`\n${verdict(findings)}`);
  }
  const code = exitCode(findings);
  if (code !== EXIT.done) process.exitCode = code;
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
