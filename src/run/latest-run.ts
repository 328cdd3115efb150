// Which run a command means: the one asked for, else the one made last.

import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Workspace } from '../store/workspace.ts';
import { WorkspaceError } from '../store/workspace-error.ts';

/** The folders of all finished runs, the one made last first. */
export const finishedRuns = ({ runsDir }: Workspace): string[] => finishedIn(runsDir);

/** The folders of all followed months, the one made last first. */
const followedMonths = ({ monthsDir }: Workspace): string[] => finishedIn(monthsDir);

function finishedIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const made = (dir: string): number => statSync(join(dir, 'certificate.json')).mtimeMs;
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((dir) => existsSync(join(dir, 'certificate.json')))
    .sort((a, b) => made(b) - made(a));
}

/** The folder of a followed month, such as "2026-04"; the one made last where none is named. @throws WorkspaceError */
export function latestMonth(workspace: Workspace, name = ''): string {
  const found = followedMonths(workspace).find((dir) => basename(dir).startsWith(name));
  if (found) return found;
  throw new WorkspaceError(
    `${name ? `${name} has not` : 'No month has'} been run yet. Start with "innsats run --month ${name || '<year>-<month>'}".`,
  );
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
