// The tax administration's example of a SAF-T file through the import: counts and sums as published (E9). Skipped where
// the file is not at hand.

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerSource } from '../../src/model/model.ts';
import { importSources } from '../../src/registers/import-sources.ts';
import { accountTotals } from '../../src/registers/read-totals.ts';
import { Db } from '../../src/store/db.ts';
import { workspaceAt } from '../../src/store/workspace.ts';
import { sampleModel } from './sample-model.ts';

const REAL = fileURLToPath(
  new URL('../../../shared/data/saft/saft_888888888_20180228235959.xml', import.meta.url),
);
const SOURCE: LedgerSource = {
  read: 'saft',
  kind: 'actual',
  files: ['data/*.xml'],
  columns: {},
  amount: { unit: 'kroner', decimal: '.', income: 'negative' },
  at: { file: 'innsats.yaml', line: 4, column: 7 },
};

describe.skipIf(!existsSync(REAL))('the example of 2017', () => {
  const dir = mkdtempSync(join(tmpdir(), 'innsats-saft-'));
  const workspace = workspaceAt(dir);
  let db: Db;
  beforeAll(async () => {
    db = await Db.open();
    mkdirSync(join(dir, 'data'));
    copyFileSync(REAL, join(dir, 'data', 'ledger.xml'));
  });
  afterAll(() => {
    db.close();
    rmSync(dir, { recursive: true });
  });

  it('has 53 transactions, 170 lines and 9,487,049.35 kr on either side; three closing balances disagree', async () => {
    const text = readFileSync(REAL, 'utf8');
    for (const total of ['NumberOfEntries>53<', 'TotalDebit>9487049.35<', 'TotalCredit>9487049.35<'])
      expect(text).toContain(total);
    const model = sampleModel({ ledger: [SOURCE] }, 2017);
    const outcome = await importSources({ workspace, model, db });
    expect(outcome.refused).toBe(false);
    expect(outcome.register.snapshots).toMatchObject([
      { read: 170, refused: 0, years: [2017], sumOre: 0n, reader: 'saft' },
    ]);
    // No finding saft/totals: what was read has the number of transactions and the totals that the file says.
    expect(outcome.findings.map(({ rule, severity, amountOre }) => [rule, severity, amountOre])).toEqual([
      ['saft/own-articles', 'note', undefined],
      ['saft/closing-balance', 'warning', 5_383_825n],
      ['saft/closing-balance', 'warning', -35n],
      ['saft/closing-balance', 'warning', 35n],
    ]);
    const totals = await accountTotals(db, outcome.register, { kind: 'actual', year: 2017 });
    expect(totals.reduce((rows, total) => rows + total.rows, 0)).toBe(170);
    const bank = totals.find(({ article }) => article === '1920');
    expect(bank).toMatchObject({ class: '2', amountOre: 35_440_700n });
  });

  it('is divided by department where that is asked for, and sums to the same', async () => {
    const dimensions = { responsibility: 'A' } as const;
    const model = sampleModel({ ledger: [{ ...SOURCE, dimensions }] }, 2017);
    const { register } = await importSources({ workspace, model, db });
    const totals = await accountTotals(db, register, { kind: 'actual', year: 2017 });
    const wages = totals.filter(({ article }) => article === '5000');
    expect(wages.map(({ responsibility, amountOre }) => [responsibility, amountOre / 4n])).toEqual([
      ['100', 9_780_000n],
      ['101', 7_720_000n],
      ['102', 19_900_000n],
    ]);
  });

  it('is refused where a line is gone or an amount is changed, and what was in force stays', async () => {
    const text = readFileSync(REAL, 'utf8');
    const model = sampleModel({ ledger: [SOURCE] }, 2017);
    const before = (await importSources({ workspace, model, db })).register;
    const line = /\s*<n1:Line>(?:(?!<\/n1:Line>).)*<\/n1:Line>/s;
    for (const changed of [text.replace(line, ''), text.replace('<n1:Amount>12500<', '<n1:Amount>12501<')]) {
      writeFileSync(join(dir, 'data', 'ledger.xml'), changed);
      const outcome = await importSources({ workspace, model, db });
      expect(outcome.refused).toBe(true);
      expect(outcome.findings.map(({ rule }) => rule)).toContain('saft/totals');
      expect(outcome.register).toEqual(before);
    }
  });
});
