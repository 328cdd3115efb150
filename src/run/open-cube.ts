// What live re-costing starts from: the accounts, volumes and cube of the cost year, out of the register in force. No
// file is imported and nothing is written.

import { soleHeir } from '../model/at-heirs.ts';
import type { Model } from '../model/model.ts';
import { readCube } from '../registers/cube/read-cube.ts';
import { accountTotals, volumes } from '../registers/read-totals.ts';
import { readRegister } from '../registers/register.ts';
import type { Db } from '../store/db.ts';
import { DISK } from '../store/file-operations.ts';
import type { Workspace } from '../store/workspace.ts';
import { WorkspaceError } from '../store/workspace-error.ts';
import type { Volume } from '../tables/activity.ts';
import type { Cube } from '../tables/cube.ts';
import type { AccountTotal } from '../tables/ledger.ts';

/** Accounts and volumes as costing reads them; the cube's units are those that have taken over. */
export type OpenedCube = {
  readonly accounts: readonly AccountTotal[];
  readonly volumes: readonly Volume[];
  readonly cube: Cube;
};

/**
 * Opens the cube of the model's cost year.
 * @throws WorkspaceError when nothing was imported yet or a snapshot is damaged.
 */
export async function openCube(request: {
  readonly workspace: Workspace;
  readonly model: Model;
  readonly db: Db;
}): Promise<OpenedCube> {
  const { workspace, model, db } = request;
  const { register } = await readRegister(workspace, DISK);
  if (register.snapshots.length === 0)
    throw new WorkspaceError('Nothing has been imported yet. Start with "innsats run".');
  const year = model.years.cost;
  const byMonth = model.organisation !== undefined;
  // What several heirs divide stays with the unit: persons cannot be divided.
  const unitOf = (unit: string): string => soleHeir(unit, model.organisation?.heirs);
  return {
    accounts: await accountTotals(db, register, { kind: 'actual', year, byMonth }),
    volumes: await volumes(db, register, { year }),
    cube: await readCube(db, register, { year, unitOf }),
  };
}
