// Files come, are corrected, renamed, taken away and put back: what each import says has changed, and what it reads.

import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Model } from '../../src/model/model.ts';
import { describeChange } from '../../src/registers/changes.ts';
import { importSources, previewImport } from '../../src/registers/import-sources.ts';
import { accountTotals } from '../../src/registers/read-totals.ts';
import { Db } from '../../src/store/db.ts';
import { type Workspace, workspaceAt } from '../../src/store/workspace.ts';
import { WorkspaceError } from '../../src/store/workspace-error.ts';
import { kostraRecord } from './kostra-text.ts';
import { kostraSource, sampleModel } from './sample-model.ts';

const MODEL = sampleModel({ ledger: [kostraSource(['data/*.dat'])] });

let db: Db;
let workspace: Workspace;
beforeAll(async () => {
  db = await Db.open({ threads: 1 });
});
afterAll(() => db.close());
beforeEach(() => {
  // A folder name full of signs that mean something in patterns.
  workspace = workspaceAt(mkdtempSync(join(tmpdir(), "innsats [2025] *it's? -")));
  mkdirSync(join(workspace.dir, 'data'));
});
afterEach(() => rmSync(workspace.dir, { recursive: true }));

const path = (name: string): string => join(workspace.dir, 'data', name);
const institution = (amount: number, region = '040200'): string =>
  `${kostraRecord({ function: '253', article: '010', amount, region })}\n`;
const homeCare = (amount: number, region = '040201'): string =>
  `${kostraRecord({ function: '254', article: '010', amount, region })}\n`;

/** Imports and tells which files were read. */
async function imports(model: Model = MODEL) {
  const read: string[] = [];
  const outcome = await importSources({ workspace, model, db, progress: (file) => read.push(file) });
  const totals = await accountTotals(db, outcome.register, { kind: 'actual', year: 2019 });
  const thousand = totals.reduce((sum, { amountOre }) => sum + amountOre, 0n) / 100_000n;
  return { ...outcome, read, thousand };
}
const everythingOnDisk = (): string[] => readdirSync(workspace.dir, { recursive: true }).map(String).sort();

describe('an import', () => {
  it('of nothing new reads nothing and says nothing', async () => {
    writeFileSync(path('a.dat'), institution(700));
    expect((await imports()).read).toEqual(['data/a.dat']);
    const before = everythingOnDisk();
    expect(await imports()).toMatchObject({ read: [], changes: [], thousand: 700n });
    expect(everythingOnDisk()).toEqual(before);
  });

  it('of a corrected file reads that file only, and names what it replaces', async () => {
    writeFileSync(path('a.dat'), institution(700));
    writeFileSync(path('b.dat'), homeCare(900));
    const first = await imports();
    writeFileSync(path('a.dat'), institution(650) + homeCare(8, '040200'));
    const second = await imports();
    expect(second).toMatchObject({ read: ['data/a.dat'], thousand: 1558n });
    expect(second.changes).toHaveLength(1);
    const old = first.register.snapshots.find(({ file }) => file === 'data/a.dat')?.hash;
    expect(second.changes[0]).toMatchObject({ kind: 'corrected', predecessor: old });
    expect(describeChange(second.changes[0]!, 'nb')).toBe(
      'data/a.dat: corrected, replaces what was imported before; rows +1, kroner −42\u00a0000,00',
    );
    expect(second.register.snapshots.find(({ file }) => file === 'data/a.dat')?.predecessor).toBe(old);
  });

  it('of a file put back as it was takes it from the archive', async () => {
    writeFileSync(path('a.dat'), institution(700));
    const first = await imports();
    writeFileSync(path('a.dat'), institution(650));
    await imports();
    writeFileSync(path('a.dat'), institution(700));
    const third = await imports();
    expect(third).toMatchObject({ read: [], changes: [{ kind: 'corrected' }], thousand: 700n });
    expect(third.register.snapshots.map(({ hash }) => hash)).toEqual(
      first.register.snapshots.map(({ hash }) => hash),
    );
  });

  it('of a renamed file says so, and counts it once', async () => {
    writeFileSync(path('a.dat'), institution(700));
    await imports();
    renameSync(path('a.dat'), path('b.dat'));
    expect(await imports()).toMatchObject({
      changes: [{ kind: 'renamed', file: 'data/b.dat', rowsBefore: 1, rowsAfter: 1 }],
      thousand: 700n,
    });
  });

  it('of a file that is gone takes it out of force and says so', async () => {
    writeFileSync(path('a.dat'), institution(700));
    writeFileSync(path('b.dat'), homeCare(900));
    await imports();
    rmSync(path('b.dat'));
    const outcome = await imports();
    expect(outcome).toMatchObject({ refused: false, read: [], thousand: 700n });
    expect(outcome.changes).toMatchObject([{ kind: 'gone', file: 'data/b.dat', rowsAfter: 0, sumAfter: 0n }]);
  });

  it('reads again what the model reads in another way, and nothing when other parts of the model change', async () => {
    writeFileSync(path('a.dat'), institution(700));
    await imports();
    expect((await imports({ ...MODEL, pricing: { ...MODEL.pricing, roundToOre: 100n } })).read).toEqual([]);
    const withYear = sampleModel({ ledger: [kostraSource(['data/*.dat'], { year: 2019 })] });
    expect(await imports(withYear)).toMatchObject({ read: ['data/a.dat'], changes: [{ kind: 'reread' }] });
  });

  it('that is refused changes nothing on disk, and the old register stays in force', async () => {
    writeFileSync(path('a.dat'), institution(700));
    await imports();
    const before = everythingOnDisk();
    const list = readFileSync(workspace.currentFile, 'utf8');
    writeFileSync(path('a.dat'), `${institution(700)}0A2019 cut off\n`);
    writeFileSync(path('b.dat'), homeCare(900));
    const outcome = await imports();
    expect(outcome).toMatchObject({ refused: true, thousand: 700n });
    expect(outcome.findings).toMatchObject([
      { rule: 'kostra/record-length', where: { file: 'data/a.dat', row: 2 } },
    ]);
    rmSync(path('b.dat'));
    expect(everythingOnDisk()).toEqual(before);
    expect(readFileSync(workspace.currentFile, 'utf8')).toBe(list);
  });

  it('mends a damaged copy from the file', async () => {
    writeFileSync(path('a.dat'), institution(700));
    const [snapshot] = (await imports()).register.snapshots;
    writeFileSync(join(workspace.registersDir, snapshot!.hash, 'postings.parquet'), 'PAR1');
    const outcome = await imports();
    expect(outcome).toMatchObject({ refused: false, read: ['data/a.dat'], thousand: 700n });
    expect(outcome.notices).toMatchObject([{ rule: 'import/damaged-snapshot', severity: 'warning' }]);
    expect((await imports()).notices).toEqual([]);
  });
});

it('a predecessor that cannot be read any more stops nobody', async () => {
  writeFileSync(path('a.dat'), institution(700));
  const [snapshot] = (await imports()).register.snapshots;
  const postings = join(workspace.registersDir, snapshot!.hash, 'postings.parquet');
  writeFileSync(postings, Buffer.alloc(statSync(postings).size));
  writeFileSync(path('a.dat'), institution(710));
  const outcome = await imports();
  expect(outcome).toMatchObject({ refused: false, thousand: 710n });
  expect(outcome.notices).toMatchObject([{ rule: 'import/not-compared', severity: 'warning' }]);
});

describe('two imports at once', () => {
  const incoming = (owner: string): void => {
    mkdirSync(join(workspace.registersDir, '.incoming'), { recursive: true });
    writeFileSync(join(workspace.registersDir, '.incoming', 'owner'), owner);
  };

  it('in one program: one of them, or one after the other', async () => {
    writeFileSync(path('a.dat'), institution(700));
    const both = await Promise.allSettled([imports(), imports()]);
    const failed = both.filter(({ status }) => status === 'rejected');
    expect(failed.length).toBeLessThanOrEqual(1);
    for (const { reason } of failed as PromiseRejectedResult[]) expect(reason).toBeInstanceOf(WorkspaceError);
    expect(await imports()).toMatchObject({ read: [], thousand: 700n });
  });

  it('in two programs: the second is told', async () => {
    writeFileSync(path('a.dat'), institution(700));
    incoming(`${process.ppid}\n`);
    await expect(imports()).rejects.toThrow(`Another import (process ${process.ppid}) is at work`);
  });

  it('but what a stopped program left is cleaned away', async () => {
    writeFileSync(path('a.dat'), institution(700));
    const { pid } = spawnSync(process.execPath, ['--version']);
    incoming(`${pid}\n`);
    expect(await imports()).toMatchObject({ refused: false, thousand: 700n });
    expect(readdirSync(workspace.registersDir)).not.toContain('.incoming');
  });
});

describe('a preview', () => {
  it('says the same and writes nothing', async () => {
    writeFileSync(path('a.dat'), institution(700));
    const before = everythingOnDisk();
    const seen = await previewImport({ workspace, model: MODEL, db });
    expect(everythingOnDisk()).toEqual(before);
    expect(seen.register.snapshots).toEqual([]);
    const done = await imports();
    expect(seen.changes).toEqual(done.changes);
    expect(seen.findings).toEqual(done.findings);
  });
});
