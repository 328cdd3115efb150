// innsats check: is the model right, what does it say, and what would the next run import?

import type { Command } from 'commander';
import { isRefused } from '../../findings/finding.ts';
import { describeModel } from '../../model/describe-model.ts';
import { previewImport } from '../../registers/import-sources.ts';
import { EXIT } from '../exit.ts';
import { keyFor } from '../key-door.ts';
import { endProgress, print, printFindings, printJson, progressLine, strong } from '../output.ts';
import { printChanges } from '../print-changes.ts';
import { languageOf, optionsOf, requireModel, withDb, workspaceOf } from '../workspace-door.ts';

export function addCheck(innsats: Command): void {
  innsats
    .command('check')
    .description('read the model back as sentences, and check the sources without importing them')
    .action(async (_options: object, command: Command) => check(command));
}

async function check(command: Command): Promise<void> {
  const options = optionsOf(command);
  const workspace = workspaceOf(options);
  const { model, findings } = await requireModel(workspace);
  const sentences = describeModel(model);
  const key = await keyFor(model, workspace);
  const preview = await withDb((db) =>
    previewImport({
      ...{ workspace, model, db },
      ...(key ? { key } : {}),
      progress: (file, done) => progressLine(`reading ${file} ${Math.round(done * 100)} %`),
    }),
  );
  endProgress();
  const all = [...findings, ...preview.findings, ...preview.notices];
  if (options.json) printJson({ sentences, changes: preview.changes, findings: all });
  else {
    print(strong(`${model.municipality.name}: the model in words`));
    for (const sentence of sentences) print(`  ${sentence}`);
    print();
    printChanges(preview.changes, languageOf(options, model));
    printFindings(all, 10);
    print(
      isRefused(all)
        ? '\nThe next run would refuse these sources.'
        : '\nNothing stands in the way. Next: innsats run',
    );
  }
  if (isRefused(all)) process.exitCode = EXIT.refused;
}
