// The key of the pseudonyms, for commands that read personal identifiers: asked for only when the model has any.

import type { Model } from '../model/model.ts';
import { loadPseudonymKey, type PseudonymKey } from '../registers/people/pseudonym.ts';
import type { Workspace } from '../store/workspace.ts';
import { CliError, EXIT } from './exit.ts';

/**
 * The key when a source names persons, from its file, which is created where there is none.
 * @throws CliError when there is no usable key.
 */
export async function keyFor(model: Model, workspace: Workspace): Promise<PseudonymKey | undefined> {
  const sources = [...model.activity, ...(model.people ?? [])];
  if (!sources.some((source) => source.columns.person)) return undefined;
  const outcome = await loadPseudonymKey(workspace.dir);
  if ('problem' in outcome) throw new CliError(outcome.problem, EXIT.outside);
  return outcome.key;
}
