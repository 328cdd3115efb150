// The story of a check: what the next run would import, what is wrong with it, and what of that is accepted. The
// register in force stays as it is; what is new is read into a folder of its own, asked, and removed.

import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { acceptFindings, idleAcceptances } from '../checks/accepted/accept-findings.ts';
import { readAccepted } from '../checks/accepted/read-accepted.ts';
import { checkRegister } from '../checks/check-register.ts';
import type { Question } from '../checks/rule.ts';
import type { Finding } from '../findings/finding.ts';
import type { Model } from '../model/model.ts';
import type { Change } from '../registers/changes.ts';
import { previewImport } from '../registers/import-sources.ts';
import type { PseudonymKey } from '../registers/people/pseudonym.ts';
import { volumes } from '../registers/read-totals.ts';
import type { Register } from '../registers/register.ts';
import type { Db } from '../store/db.ts';
import type { Workspace } from '../store/workspace.ts';

export type WorkspaceCheckRequest = {
  readonly workspace: Workspace;
  readonly model: Model;
  readonly modelFindings: readonly Finding[];
  readonly db: Db;
  readonly key?: PseudonymKey;
  readonly progress?: (step: string) => void;
  /** Asks more of the register as it would be, while it is there. */
  readonly also?: (register: Register, question: Question) => Promise<void>;
};

/** `isRegisterChecked` is false where the import would be refused: the rules were then not asked. */
export type WorkspaceCheck = {
  readonly changes: readonly Change[];
  readonly findings: readonly Finding[];
  readonly isRegisterChecked: boolean;
};

/**
 * Checks the model's sources and the register that the next run would cost. Costing and prices are not tried, so
 * acceptances of their findings are not found idle.
 * @throws WorkspaceError when the disk refuses.
 */
export async function checkWorkspace(request: WorkspaceCheckRequest): Promise<WorkspaceCheck> {
  const { workspace, modelFindings, also } = request;
  const { accepted, findings: wrong } = await readAccepted(workspace.acceptedFile);
  const scratch = join(workspace.dir, '.innsats', `${CHECKING}${process.pid}`);
  sweep(workspace);
  const accept = (findings: readonly Finding[]) => acceptFindings(findings, accepted);
  try {
    const preview = await look(request, scratch, accept);
    const found = [...wrong, ...accept(modelFindings), ...preview.findings, ...preview.notices];
    const register = preview.wouldBe;
    if (!register) return { changes: preview.changes, findings: found, isRegisterChecked: false };
    request.progress?.('checking the register …');
    const checked = await checkRegister({
      ...{ db: request.db, register, model: request.model },
      ...(also ? { also: (question: Question) => also(register, question) } : {}),
    });
    found.push(...accept([...checked, ...(await checkFollowed(request, register))]));
    found.push(...idleAcceptances(found, accepted, (rule) => !/^(?:costing|prices)\//.test(rule)));
    return { changes: preview.changes, findings: found, isRegisterChecked: true };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The same rules asked of the year that is followed, up to the last month that anything was delivered in. */
async function checkFollowed(
  { db, model }: WorkspaceCheckRequest,
  register: Register,
): Promise<readonly Finding[]> {
  const { finance, cost } = model.years;
  if (finance === undefined || finance === cost) return [];
  const delivered = await volumes(db, register, { year: finance });
  const through = Math.max(
    0,
    ...delivered.filter(({ state }) => state === 'delivered').map(({ month }) => month),
  );
  if (through === 0) return [];
  const followed = { ...model, years: { ...model.years, cost: finance } };
  return checkRegister({ db, register, model: followed, through });
}

function look(
  { workspace, model, db, key, progress }: WorkspaceCheckRequest,
  scratch: string,
  accept: (findings: readonly Finding[]) => readonly Finding[],
) {
  mkdirSync(scratch, { recursive: true, mode: 0o700 });
  return previewImport({
    ...{ workspace, model, db, scratch, accept },
    ...(key ? { key } : {}),
    progress: (file, done) => progress?.(`reading ${file} ${Math.round(done * 100)} %`),
  });
}

/** The folder of a check is named for its process. */
const CHECKING = 'checking-';

/** Removes what checks that were killed have left. */
function sweep({ dir }: Workspace): void {
  const folder = join(dir, '.innsats');
  const left = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(CHECKING)) : [];
  for (const name of left)
    if (!isRunning(Number(name.slice(CHECKING.length))))
      rmSync(join(folder, name), { recursive: true, force: true });
}

function isRunning(pid: number): boolean {
  try {
    return Number.isInteger(pid) && pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
