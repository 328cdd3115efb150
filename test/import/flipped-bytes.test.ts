// One wrong byte anywhere in a delivered file: the import refuses it, or says what the correction changes; a workbook,
// which has checksums, is never read otherwise than it was written.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeLedgerXlsx } from '../../src/demo/write-xlsx.ts';
import { isRefused } from '../../src/findings/finding.ts';
import type { LedgerSource } from '../../src/model/model.ts';
import { importSources, previewImport } from '../../src/registers/import-sources.ts';
import { accountTotals } from '../../src/registers/read-totals.ts';
import { Db } from '../../src/store/db.ts';
import { type Workspace, workspaceAt } from '../../src/store/workspace.ts';
import { LEDGER } from '../support/table-workspace.ts';
import { sampleModel } from './sample-model.ts';

let db: Db;
const folders: string[] = [];
beforeAll(async () => {
  db = await Db.open();
});
afterAll(() => {
  db.close();
  for (const dir of folders) rmSync(dir, { recursive: true });
});

/** A workspace with one file in force, and what it holds. */
async function inForce(file: string, write: (path: string) => Promise<void> | void, source: LedgerSource) {
  const dir = mkdtempSync(join(tmpdir(), 'innsats-flipped-'));
  folders.push(dir);
  mkdirSync(join(dir, 'data'));
  const path = join(dir, 'data', file);
  await write(path);
  const workspace = workspaceAt(dir);
  const model = sampleModel({ ledger: [{ ...source, files: ['data/*'] }] }, 2025);
  const { register, refused } = await importSources({ workspace, model, db });
  expect(refused).toBe(false);
  return { workspace, model, path, bytes: readFileSync(path), sum: register.snapshots[0]!.sumOre! };
}

/** Every byte with one of its bits turned, each bit by turns. */
function* flipped(bytes: Buffer, from = 0, step = 1): Generator<Buffer> {
  for (let at = from; at < bytes.length; at += step) {
    const copy = Buffer.from(bytes);
    copy[at] = copy[at]! ^ (1 << (at % 8));
    yield copy;
  }
}

const totals = async (workspace: Workspace, model: Parameters<typeof importSources>[0]['model']) => {
  const { register, refused } = await importSources({ workspace, model, db });
  return refused ? undefined : accountTotals(db, register, { kind: 'actual', year: 2025 });
};

it('CSV: refused, or the difference is shown', async () => {
  const text = 'Kontostreng;Periode;Beløp\n47102540101;2025-03;1 234,50\n"47102530201";2025-12;-0,75\n';
  const { workspace, model, path, bytes, sum } = await inForce(
    'ledger.csv',
    (file) => writeFileSync(file, text),
    LEDGER,
  );
  let [refusals, corrections] = [0, 0];
  for (const copy of flipped(bytes)) {
    writeFileSync(path, copy);
    const { changes, findings, notices, refused } = await previewImport({ workspace, model, db });
    if (refused) {
      refusals += 1;
      expect(isRefused([...findings, ...notices])).toBe(true);
      continue;
    }
    corrections += 1;
    expect(changes).toMatchObject([{ kind: 'corrected', file: 'data/ledger.csv', sumBefore: sum }]);
    const after = await accountTotalsOf(copy);
    expect(after, 'the difference that is shown').toBe(changes[0]!.sumAfter - changes[0]!.sumBefore + sum);
  }
  expect([refusals > 30, corrections > 10]).toEqual([true, true]);

  /** What the file holds, imported for itself. */
  async function accountTotalsOf(copy: Buffer): Promise<bigint> {
    const alone = mkdtempSync(join(tmpdir(), 'innsats-flipped-'));
    try {
      mkdirSync(join(alone, 'data'));
      writeFileSync(join(alone, 'data', 'ledger.csv'), copy);
      const { register } = await importSources({ workspace: workspaceAt(alone), model, db });
      return register.snapshots[0]!.sumOre!;
    } finally {
      rmSync(alone, { recursive: true });
    }
  }
}, 60_000);

it('XLSX: refused, or nothing changes', async () => {
  const line = { account: '5010', responsibility: '4710', function: '254', text: 'Lønn' };
  const source: LedgerSource = {
    ...LEDGER,
    columns: {
      article: 'Art',
      responsibility: 'Ansvar',
      function: 'Funksjon',
      date: 'Dato',
      amount: 'Beløp',
    },
  };
  const { workspace, model, path, bytes } = await inForce(
    'ledger.xlsx',
    (file) =>
      writeLedgerXlsx(
        file,
        [
          { ...line, article: '010', month: 3, amountOre: 123_450n },
          { ...line, article: '020', month: 12, amountOre: 75n },
        ],
        2025,
      ),
    source,
  );
  const before = await totals(workspace, model);
  let [refusals, same] = [0, 0];
  for (const copy of flipped(bytes, 3, 29)) {
    writeFileSync(path, copy);
    const after = await totals(workspace, model);
    if (after === undefined) refusals += 1;
    else {
      same += 1;
      expect(after).toEqual(before);
    }
  }
  expect(refusals).toBeGreaterThan(20);
  expect(refusals + same).toBeGreaterThan(50);
}, 60_000);
