// Totals are of one kind and one year, whatever else stands in the register; sums are exact beyond 64 bits.

import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importSources } from '../../src/registers/import-sources.ts';
import { accountTotals, volumes } from '../../src/registers/read-totals.ts';
import type { Register } from '../../src/registers/register.ts';
import { Db } from '../../src/store/db.ts';
import { workspaceAt } from '../../src/store/workspace.ts';
import { WorkspaceError } from '../../src/store/workspace-error.ts';
import { kostraRecord } from './kostra-text.ts';
import { kostraSource, sampleModel } from './sample-model.ts';

const workspace = workspaceAt(mkdtempSync(join(tmpdir(), 'innsats-totals-')));
const HUGE = { decimal: ',', files: ['data/huge-*.csv'], year: 2017 } as const;
const MODEL = sampleModel({
  ledger: [
    kostraSource(['data/2019.dat']),
    kostraSource(['data/2018.dat'], { year: 2018 }),
    kostraSource(['data/budget.dat'], { kind: 'budget' }),
    kostraSource(HUGE.files, {
      read: 'table',
      columns: { article: 'art', amount: 'øre' },
      amount: { unit: 'ore', decimal: ',', income: 'negative' },
      year: HUGE.year,
    }),
  ],
});
/** Together more than 64 bits hold. */
const LARGE = 900_000_000_000_000n;
const many = Array.from({ length: 11_000 }, () => `010;${LARGE}`);

let db: Db;
let register: Register;
beforeAll(async () => {
  db = await Db.open({ threads: 2 });
  mkdirSync(join(workspace.dir, 'data'));
  const put = (name: string, ...lines: string[]): void =>
    writeFileSync(join(workspace.dir, 'data', name), `${lines.join('\n')}\n`);
  const record = (amount: number, year = 2019): string =>
    kostraRecord({ function: '253', article: '010', amount, year });
  put('2019.dat', record(700), record(7));
  put('2018.dat', record(650, 2018));
  put('budget.dat', record(690));
  put('huge-1.csv', 'art;øre', ...many);
  put('huge-2.csv', 'art;øre', ...many, `020;-${LARGE}`);
  const outcome = await importSources({ workspace, model: MODEL, db });
  expect(outcome.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  register = outcome.register;
});
afterAll(() => {
  db.close();
  rmSync(workspace.dir, { recursive: true });
});

it.each([
  ['actual', 2019, [['253', '010', 2, 70_700_000n]]],
  ['actual', 2018, [['253', '010', 1, 65_000_000n]]],
  ['budget', 2019, [['253', '010', 1, 69_000_000n]]],
  ['budget', 2018, []],
  [
    'actual',
    2017,
    [
      ['', '010', 22_000, 22_000n * LARGE],
      ['', '020', 1, -LARGE],
    ],
  ],
] as const)('%s %i', async (kind, year, expected) => {
  const totals = await accountTotals(db, register, { kind, year });
  expect(totals.map((total) => [total.function, total.article, total.rows, total.amountOre])).toEqual(
    expected,
  );
});

it('no activity, no volumes', async () => {
  expect(await volumes(db, register, { year: 2019 })).toEqual([]);
});

it('a snapshot that was changed behind our back is told, with what to do', async () => {
  const [snapshot] = register.snapshots.filter(({ kind }) => kind === 'budget');
  const file = join(workspace.registersDir, snapshot!.hash, 'postings.parquet');
  writeFileSync(file, Buffer.alloc(statSync(file).size));
  const failure = accountTotals(db, register, { kind: 'budget', year: 2019 });
  await expect(failure).rejects.toThrow(WorkspaceError);
  await expect(failure).rejects.toThrow(
    `registers/${snapshot!.hash} does not hold what was imported from data/budget.dat. Remove that folder and import the file again.`,
  );
});
