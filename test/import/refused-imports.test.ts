// What an import refuses, and the message that says why and what to do: files that count twice, totals that do not
// agree, amounts that jump, files that are not there, pseudonyms of two keys.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { describeFinding } from '../../src/findings/finding.ts';
import type { ActivitySource, LedgerSource, Model } from '../../src/model/model.ts';
import { ore } from '../../src/money/ore.ts';
import { mixedKeys } from '../../src/registers/check-import.ts';
import { importSources } from '../../src/registers/import-sources.ts';
import { Db } from '../../src/store/db.ts';
import { type Workspace, workspaceAt } from '../../src/store/workspace.ts';
import { kostraRecord } from './kostra-text.ts';
import { kostraSource, sampleModel, sampleService } from './sample-model.ts';

let db: Db;
let workspace: Workspace;
beforeAll(async () => {
  db = await Db.open({ threads: 1 });
});
afterAll(() => db.close());
beforeEach(() => {
  workspace = workspaceAt(mkdtempSync(join(tmpdir(), 'innsats-refused-')));
  mkdirSync(join(workspace.dir, 'data'));
});
afterEach(() => rmSync(workspace.dir, { recursive: true }));

const put = (name: string, text: string): void => writeFileSync(join(workspace.dir, 'data', name), text);
const kostra = (amount: number, more: { quarter?: string; region?: string } = {}): string =>
  `${kostraRecord({ function: '253', article: '010', amount, ...more })}\n`;
const ledgerModel = (...ledger: LedgerSource[]): Model => sampleModel({ ledger });
const all = (more: Partial<LedgerSource> = {}): LedgerSource => kostraSource(['data/*.dat'], more);

/** What a person reads: the messages of errors, blanks as people type them. */
async function refusals(model: Model): Promise<string[]> {
  const { findings, notices, refused } = await importSources({ workspace, model, db });
  const errors = [...findings, ...notices].filter(({ severity }) => severity === 'error');
  expect(refused).toBe(errors.length > 0);
  return errors.map((finding) => describeFinding(finding).replaceAll('\u00a0', ' '));
}

describe('files that would count twice', () => {
  it('the same content under two names', async () => {
    put('a.dat', kostra(700));
    put('copy of a.dat', kostra(700));
    expect(await refusals(ledgerModel(all()))).toContain(
      'data/copy of a.dat: The file has the same content as data/a.dat and would count twice. Take one of them away, or export the right one again.',
    );
  });

  it('two quarters, each the year so far', async () => {
    put('k3.dat', kostra(500, { quarter: '3' }));
    put('k4.dat', kostra(700, { quarter: '4' }));
    expect(await refusals(ledgerModel(all()))).toEqual([
      'data/k4.dat: data/k3.dat and data/k4.dat each hold the whole of KOSTRA 0A 040200 2019, so that it would count 2 times. Keep the one that is to count, and name it alone at the source.',
    ]);
  });

  it('the treasury beside the consolidated accounts that hold it', async () => {
    put('0a.dat', kostra(700));
    put('0m.dat', kostraRecord({ form: '0M', class: '3', function: '253', article: '010', amount: 900 }));
    expect(await refusals(ledgerModel(all()))).toMatchObject([
      expect.stringContaining('data/0a.dat and data/0m.dat each hold the whole of KOSTRA 0A 040200 2019'),
    ]);
  });

  it('one file in two sources', async () => {
    put('a.dat', kostra(700));
    const found = await refusals(ledgerModel(all(), kostraSource(['data/a.dat'])));
    expect(found).toContain(
      'innsats.yaml:4:7: Two sources read data/a.dat, which would count twice. Let one source read it.',
    );
  });

  it('but a budget may stand beside the actual accounts', async () => {
    put('a.dat', kostra(700));
    put('budget.dat', kostra(710));
    const budget = kostraSource(['data/budget.dat'], { kind: 'budget' });
    expect(await refusals(ledgerModel(kostraSource(['data/a.dat']), budget))).toEqual([]);
  });
});

describe('a control total', () => {
  const total = (thousand: number): Partial<LedgerSource> => ({
    controlTotalOre: ore(BigInt(thousand) * 100_000n),
  });

  it('that agrees to the øre is silent', async () => {
    put('a.dat', kostra(700));
    put('b.dat', kostra(-35, { region: '040201' }));
    expect(await refusals(ledgerModel(all(total(665))))).toEqual([]);
  });

  it('that does not is told with the difference', async () => {
    put('a.dat', kostra(700));
    expect(await refusals(ledgerModel(all(total(665))))).toEqual([
      'innsats.yaml:4:7: The control total is 665 000,00, the files hold 700 000,00: a difference of 35 000,00 kroner. Look for a missing, doubled or cut-off file, or a wrong unit or sign; correct the total if it is old.',
    ]);
  });

  it('is compared again for files that are in force', async () => {
    put('a.dat', kostra(700));
    expect(await refusals(ledgerModel(all()))).toEqual([]);
    expect(await refusals(ledgerModel(all(total(1))))).toHaveLength(1);
  });

  it('counts activity in the measure, and never adds measures', async () => {
    put('v.csv', 'service;quantity\nhome-nursing;10,5\nnursing-home;20\n');
    const source = (more: Partial<ActivitySource>): ActivitySource => ({
      read: 'table',
      kind: 'volumes',
      state: 'delivered',
      files: ['data/v.csv'],
      columns: { service: 'service', quantity: 'quantity' },
      services: new Map(),
      units: new Map(),
      levels: new Map(),
      decimal: ',',
      year: 2019,
      at: { file: 'innsats.yaml', line: 9, column: 5 },
      ...more,
    });
    const services = [sampleService('home-nursing', 'hour'), sampleService('nursing-home', 'day')];
    const model = (thousandths: bigint): Model =>
      sampleModel({ services, activity: [source({ controlTotal: { num: thousandths, den: 1000n } })] });
    expect(await refusals(model(30_500n))).toEqual([
      'innsats.yaml:9:5: The files hold several measures (day, hour), which a control total cannot add. Give each measure a source of its own with its own control total.',
    ]);
    put('v.csv', 'service;quantity\nhome-nursing;10,5\nhome-nursing;20\n');
    expect(await refusals(model(30_500n))).toEqual([]);
    expect((await refusals(model(30_000n)))[0]).toContain(
      'The control total is 30, the files hold 30,5: a difference of 0,5 hour.',
    );
  });
});

describe('an amount ten times its history', () => {
  const records = (...amounts: readonly [string, string, number][]): string =>
    amounts.map(([code, article, amount]) => kostraRecord({ function: code, article, amount })).join('\n');

  it('in the whole file is refused, unless a control total agrees', async () => {
    put('a.dat', kostra(700));
    expect(await refusals(ledgerModel(all()))).toEqual([]);
    put('a.dat', kostra(7000));
    expect(await refusals(ledgerModel(all()))).toEqual([
      `data/a.dat: The file's turnover is 7 000 000,00 kroner; the file that it replaces had 700 000,00. Check the unit, and whether something stands there twice. If it is right, state the file's sum as "control-total" at the source.`,
    ]);
    expect(await refusals(ledgerModel(all({ controlTotalOre: ore(700_000_000n) })))).toEqual([]);
  });

  it('in one function or posting is shown', async () => {
    put('a.dat', records(['253', '010', 9000], ['261', '230', 20], ['261', '010', 5]));
    await importSources({ workspace, model: ledgerModel(all()), db });
    put('a.dat', records(['253', '010', 9000], ['261', '230', 300], ['261', '010', 49]));
    const { refused, notices } = await importSources({ workspace, model: ledgerModel(all()), db });
    expect(refused).toBe(false);
    expect(notices).toMatchObject([
      { rule: 'import/function-jumps', severity: 'warning', where: { key: 'function 261' } },
      { rule: 'import/posting-jumps', severity: 'warning', where: { row: 2 }, amountOre: 30_000_000n },
    ]);
  });
});

describe('the rest', () => {
  it.each([
    ['data/ledgr.csv', 'There is no file data/ledgr.csv. The nearest name there is data/ledger.csv;'],
    ['data/ledger-*.csv', 'No file matches data/ledger-*.csv. The nearest name there is data/ledger.csv;'],
    ['dat/ledger.csv', 'There is no file dat/ledger.csv. Correct the name'],
  ])('a source %s that matches nothing', async (pattern, message) => {
    put('ledger.csv', 'x');
    const [found] = await refusals(ledgerModel(kostraSource([pattern])));
    expect(found).toContain(`innsats.yaml:4:7: ${message}`);
  });

  it('pseudonyms of two keys', () => {
    const snapshot = (file: string, keyId: string) => ({ file, keyId });
    expect(mixedKeys([snapshot('a.csv', '1f'), snapshot('b.csv', '1f')])).toEqual([]);
    expect(mixedKeys([snapshot('a.csv', '1f'), snapshot('b.csv', '2e')])).toMatchObject([
      { rule: 'import/mixed-keys', severity: 'error', where: { file: 'b.csv' } },
    ]);
  });
});
