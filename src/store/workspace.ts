// The folder in which a municipality's work lives: its model, the files as delivered, the archive of registers, and
// what can be derived from them again.

import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { WorkspaceError } from './workspace-error.ts';

/** Absolute paths. `registers/` is an archive to back up; `.innsats/` can be deleted and run again. */
export type Workspace = {
  readonly dir: string;
  readonly modelFile: string;
  /** Findings that are accepted, with reasons; need not exist. */
  readonly acceptedFile: string;
  readonly registersDir: string;
  /** The register in force: a JSON list of snapshot hashes, replaced by rename. */
  readonly currentFile: string;
  readonly runsDir: string;
  /** What months came to, one folder each: derived like runs. */
  readonly monthsDir: string;
  readonly pricesDir: string;
  /** Closed months, small text under version control. */
  readonly closingsDir: string;
};

/** Where things stand in the workspace `dir`, whether or not they exist. */
export function workspaceAt(dir: string): Workspace {
  const root = resolve(dir);
  return {
    dir: root,
    modelFile: join(root, 'innsats.yaml'),
    acceptedFile: join(root, 'accepted.yaml'),
    registersDir: join(root, 'registers'),
    currentFile: join(root, 'registers', 'current.json'),
    runsDir: join(root, '.innsats', 'runs'),
    monthsDir: join(root, '.innsats', 'months'),
    pricesDir: join(root, 'prices'),
    closingsDir: join(root, 'closings'),
  };
}

/**
 * Opens the workspace in `dir`.
 * @throws WorkspaceError when there is no such folder, or no innsats.yaml in it.
 */
export function openWorkspace(dir: string): Workspace {
  const workspace = workspaceAt(dir);
  if (!statSync(workspace.dir, { throwIfNoEntry: false })?.isDirectory())
    throw new WorkspaceError(`There is no folder ${workspace.dir}. Make it, then run "innsats init" in it.`);
  if (!statSync(workspace.modelFile, { throwIfNoEntry: false })?.isFile())
    throw new WorkspaceError(
      `There is no innsats.yaml in ${workspace.dir}. Go to the folder that has one, or run "innsats init" here.`,
    );
  return workspace;
}
