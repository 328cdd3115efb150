// What version control must not hold: files with persons in them.

import { spawnSync } from 'node:child_process';

/**
 * The files below `paths` (relative to `dir`) that git tracks there; none where there is no git or no repository.
 * Paths may hold `*`, which git matches as the model's sources do.
 */
export function trackedFiles(dir: string, paths: readonly string[]): string[] {
  const listed = spawnSync('git', ['ls-files', '-z', '--', ...paths], { cwd: dir, encoding: 'utf8' });
  return listed.status === 0 ? listed.stdout.split('\0').filter((file) => file !== '') : [];
}
