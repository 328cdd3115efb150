// Which run a command means: the one asked for, else the one made last.

import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Workspace } from '../store/workspace.ts';
import { WorkspaceError } from '../store/workspace-error.ts';

/** The folders of all finished runs, the one made last first. */
export function finishedRuns({ runsDir }: Workspace): string[] {
  if (!existsSync(runsDir)) return [];
  const made = (dir: string): number => statSync(join(dir, 'certificate.json')).mtimeMs;
  return readdirSync(runsDir)
    .map((name) => join(runsDir, name))
    .filter((dir) => existsSync(join(dir, 'certificate.json')))
    .sort((a, b) => made(b) - made(a));
}

/** The folder of a finished run. @throws WorkspaceError when there is none. */
export function latestRun(workspace: Workspace, id?: string): string {
  const finished = finishedRuns(workspace);
  const found = id ? finished.find((dir) => dir.endsWith(id)) : finished[0];
  if (found) return found;
  throw new WorkspaceError(
    id
      ? `There is no run "${id}" in ${workspace.runsDir}. Make one with "innsats run".`
      : 'Nothing has been run yet. Start with "innsats run".',
  );
}
