// A real accounting file of 2019 through the import: counts and sums as published (E7), and what is wrong with it.
// Skipped where the file is not at hand.

import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importSources } from '../../src/registers/import-sources.ts';
import { accountTotals } from '../../src/registers/read-totals.ts';
import { Db } from '../../src/store/db.ts';
import { workspaceAt } from '../../src/store/workspace.ts';
import { kostraSource, sampleModel } from './sample-model.ts';

const REAL = fileURLToPath(new URL('../../../shared/data/kostra/0A_V2019_K4_R040200.dat', import.meta.url));
const THOUSAND_KRONER = 100_000n;

describe.skipIf(!existsSync(REAL))('region 040200, fourth quarter 2019', () => {
  const dir = mkdtempSync(join(tmpdir(), 'innsats-kostra-'));
  const workspace = workspaceAt(dir);
  const model = sampleModel({ ledger: [kostraSource(['data/*.dat'])] });
  let db: Db;

  beforeAll(async () => {
    db = await Db.open();
    mkdirSync(join(dir, 'data'));
    copyFileSync(REAL, join(dir, 'data', 'ledger.dat'));
  });
  afterAll(() => {
    db.close();
    rmSync(dir, { recursive: true });
  });

  it('is imported whole, and its one turned refund is named', async () => {
    const outcome = await importSources({ workspace, model, db });
    expect(outcome.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(outcome.refused).toBe(false);
    expect(outcome.register.snapshots).toMatchObject([{ read: 1644, refused: 0, years: [2019] }]);
    expect(outcome.changes).toMatchObject([{ kind: 'new', file: 'data/ledger.dat', rowsAfter: 1644 }]);
    const turned = outcome.findings.find(({ message }) => message.includes('article 710 of function 234'));
    expect(turned).toMatchObject({
      rule: 'kostra/turned-sign',
      severity: 'warning',
      amountOre: THOUSAND_KRONER,
    });
    expect(turned?.where.row).toBeGreaterThan(0);
  });

  it('holds the published sums of class 1', async () => {
    const { register } = await importSources({ workspace, model, db });
    const totals = await accountTotals(db, register, { kind: 'actual', year: 2019 });
    const sum = (isIncome: boolean): bigint =>
      totals
        .filter((total) => total.class === '1' && total.article >= '600' === isIncome)
        .reduce((all, { amountOre }) => all + amountOre, 0n);
    expect(sum(false)).toBe(1_557_532n * THOUSAND_KRONER);
    expect(sum(true)).toBe(-1_521_694n * THOUSAND_KRONER);
    expect(totals.reduce((rows, total) => rows + total.rows, 0)).toBe(1644);
  });
});
