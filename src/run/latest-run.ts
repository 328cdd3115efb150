// Which run a command means: the one asked for, else the one made last.

import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Workspace } from '../store/workspace.ts';
import { WorkspaceError } from '../store/workspace-error.ts';

/** The folder of a finished run. @throws WorkspaceError when there is none. */
export function latestRun({ runsDir }: Workspace, id?: string): string {
  const finished = existsSync(runsDir)
    ? readdirSync(runsDir)
        .map((name) => join(runsDir, name))
        .filter((dir) => existsSync(join(dir, 'certificate.json')))
    : [];
  if (id) {
    const found = finished.find((dir) => dir.endsWith(id));
    if (found) return found;
    throw new WorkspaceError(`There is no run "${id}" in ${runsDir}. Make one with "innsats run".`);
  }
  const made = (dir: string): number => statSync(join(dir, 'certificate.json')).mtimeMs;
  const last = finished.sort((a, b) => made(b) - made(a))[0];
  if (!last) throw new WorkspaceError('Nothing has been run yet. Start with "innsats run".');
  return last;
}
