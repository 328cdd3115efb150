// Workspaces of tests, run and with their users costed, in this process.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readModel } from '../../src/model/read-model.ts';
import { runYear } from '../../src/run/run-year.ts';
import { type UsersRun, usersOfRun } from '../../src/run/users/users-of-run.ts';
import { Db } from '../../src/store/db.ts';
import { openWorkspace, type Workspace } from '../../src/store/workspace.ts';

export const TEST_KEY = { secret: new Uint8Array(32).fill(7), file: 'of the tests' };

export type Costed = { readonly run: UsersRun; readonly runDir: string; readonly workspace: Workspace };

/** Runs the workspace in `dir` and costs its users. @throws Error when either is refused. */
export async function costWorkspace(dir: string, before: readonly Workspace[] = []): Promise<Costed> {
  const workspace = openWorkspace(dir);
  const { model, findings } = await readModel(workspace.modelFile);
  if (!model) throw new Error(JSON.stringify(findings));
  const db = await Db.open();
  try {
    const { result, findings: found } = await runYear({
      workspace,
      model,
      modelFindings: [],
      db,
      key: TEST_KEY,
    });
    if (!result) throw new Error(found.map(({ message }) => message).join('\n'));
    const run = await usersOfRun({ workspace, model, db, runDir: result.dir, before });
    if ('refused' in run) throw new Error(run.refused.map(({ message }) => message).join('\n'));
    return { run, runDir: result.dir, workspace };
  } finally {
    db.close();
  }
}

/** Gives folders of their own to `work`, and removes them. */
export async function inFolders<T>(count: number, work: (...dirs: string[]) => Promise<T>): Promise<T> {
  const dirs = Array.from({ length: count }, () => mkdtempSync(join(tmpdir(), 'innsats-users-')));
  try {
    return await work(...dirs);
  } finally {
    for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
  }
}

/** The CSV files of users, by name below the folder of results. */
export function userFiles({ run }: Costed): Map<string, string> {
  const names = readdirSync(run.dir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.csv'),
  );
  return new Map(names.sort().map((name) => [name, readFileSync(join(run.dir, name), 'utf8')]));
}
