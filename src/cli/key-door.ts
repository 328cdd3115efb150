// The key of the pseudonyms, for commands that read personal identifiers: asked for only when the model has any.

import type { Model } from '../model/model.ts';
import { loadPseudonymKey, type PseudonymKey } from '../registers/people/pseudonym.ts';
import { trackedFiles } from '../store/tracked-files.ts';
import type { Workspace } from '../store/workspace.ts';
import { CliError, EXIT } from './exit.ts';

/**
 * The key when a source names persons, from its file, which is created where there is none.
 * @throws CliError when there is no usable key, or when version control tracks files with persons in them.
 */
export async function keyFor(model: Model, workspace: Workspace): Promise<PseudonymKey | undefined> {
  const sources = [
    ...model.ledger,
    ...model.activity,
    ...(model.people ?? []),
    ...(model.circumstances ?? []),
  ].filter(({ columns }) => columns.person);
  if (sources.length === 0) return undefined;
  refuseTrackedPersons(
    sources.flatMap(({ files }) => files),
    workspace,
  );
  const outcome = await loadPseudonymKey(workspace.dir);
  if ('problem' in outcome) throw new CliError(outcome.problem, EXIT.outside);
  return outcome.key;
}

/** Ends the command when version control tracks files in which persons stand: they would be in every copy for good. */
function refuseTrackedPersons(files: readonly string[], workspace: Workspace): void {
  const [tracked, ...more] = trackedFiles(workspace.dir, [...files, 'registers', '.innsats']);
  if (!tracked) return;
  const others = more.length > 0 ? ` and ${more.length} more` : '';
  throw new CliError(
    `Version control tracks ${tracked}${others}, with persons in it. Take it out with "git rm --cached", name it in .gitignore, and remove it from the history if it was ever shared.`,
    EXIT.refused,
  );
}
