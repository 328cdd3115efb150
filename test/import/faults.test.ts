// A fault at every single file operation of an import: the register in force is the old one or the new one, whole and
// readable, and the next import succeeds.

import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importSources } from '../../src/registers/import-sources.ts';
import { accountTotals } from '../../src/registers/read-totals.ts';
import { type Register, readRegister } from '../../src/registers/register.ts';
import { Db } from '../../src/store/db.ts';
import { DISK } from '../../src/store/file-operations.ts';
import { type Workspace, workspaceAt } from '../../src/store/workspace.ts';
import { WorkspaceError } from '../../src/store/workspace-error.ts';
import { FAULTS, faultyOperations } from './faulty-operations.ts';
import { kostraRecord } from './kostra-text.ts';
import { kostraSource, sampleModel } from './sample-model.ts';

const MODEL = sampleModel({ ledger: [kostraSource(['data/*.dat'])] });
const OLD = {
  'a.dat': [
    ['253', '010', 700],
    ['253', '710', -40],
  ],
  'b.dat': [['254', '010', 900]],
} as const;
const NEW = {
  'a.dat': [
    ['253', '010', 800],
    ['253', '710', -40],
  ],
  'c.dat': [['261', '230', 55]],
} as const;

let db: Db;

type Delivery = { readonly [file: string]: readonly (readonly [string, string, number])[] };

function deliver(workspace: Workspace, files: Delivery): void {
  const data = join(workspace.dir, 'data');
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });
  // Different regions, so that two files are not the whole of the same municipality.
  for (const [name, records] of Object.entries(files))
    writeFileSync(
      join(data, name),
      records
        .map(([code, article, amount]) =>
          kostraRecord({ function: code, article, amount, region: `0402${name.charCodeAt(0)}` }),
        )
        .join('\r\n'),
    );
}

const totalOf = async (register: Register): Promise<bigint> =>
  (await accountTotals(db, register, { kind: 'actual', year: 2019 })).reduce(
    (sum, { amountOre }) => sum + amountOre,
    0n,
  );
const OLD_TOTAL = 156_000_000n;
const NEW_TOTAL = 81_500_000n;

/** A workspace with the old register in force and the new delivery waiting. */
let template: Workspace;
beforeAll(async () => {
  db = await Db.open({ threads: 1 });
  template = workspaceAt(mkdtempSync(join(tmpdir(), 'innsats-faults-')));
  deliver(template, OLD);
  const outcome = await importSources({ workspace: template, model: MODEL, db });
  expect(await totalOf(outcome.register)).toBe(OLD_TOTAL);
  deliver(template, NEW);
});
afterAll(() => {
  db.close();
  rmSync(template.dir, { recursive: true });
});

function waitingWorkspace(): Workspace {
  const dir = mkdtempSync(join(tmpdir(), 'innsats-faults-'));
  cpSync(template.dir, dir, { recursive: true });
  return workspaceAt(dir);
}

describe('a fault at the k-th operation leaves the old register or the new one, and the next import succeeds', () => {
  it.concurrent.each(FAULTS)('%s', async (fault) => {
    const seen = new Set<bigint>();
    for (let k = 1; ; k++) {
      const workspace = waitingWorkspace();
      const { operations, count } = faultyOperations(fault, k);
      const error = await importSources({ workspace, model: MODEL, db, operations }).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      if (error !== undefined) expect(error).toBeInstanceOf(WorkspaceError);

      const { register, findings } = await readRegister(workspace, DISK);
      expect(findings).toEqual([]);
      const total = await totalOf(register);
      expect([OLD_TOTAL, NEW_TOTAL]).toContain(total);
      seen.add(total);

      const next = await importSources({ workspace, model: MODEL, db });
      expect(next).toMatchObject({ refused: false, findings: [] });
      expect(await totalOf(next.register)).toBe(NEW_TOTAL);
      expect(readdirSync(workspace.registersDir)).not.toContain('.incoming');
      rmSync(workspace.dir, { recursive: true });
      if (error === undefined && count() < k) break;
    }
    expect(seen).toEqual(new Set([OLD_TOTAL, NEW_TOTAL]));
  });
});
