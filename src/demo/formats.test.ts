// Fjordvik in every form that its registers can be written in: the same unit costs and prices to the øre, and from
// KOSTRA what thousands by function and article can give.

import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readModel } from '../model/read-model.ts';
import { sumOre } from '../money/ore.ts';
import { runYear, type YearRun } from '../run/run-year.ts';
import { Db } from '../store/db.ts';
import { hashTable, readTable } from '../store/result-files.ts';
import { openWorkspace } from '../store/workspace.ts';
import { ASSIGNMENTS, PRICES, UNIT_COSTS } from '../tables/results.ts';
import { fjordvikKostra } from './fjordvik-kostra.ts';
import type { LedgerFormat, TableFormat } from './formats.ts';
import { generateFjordvik } from './generate-fjordvik.ts';

const SCALE = 0.02;
/** 434,551,000 kroner, a fiftieth of them, in øre. */
const NET_ORE = 869_102_000n;

const dirs: string[] = [];
let db: Db;
beforeAll(async () => {
  db = await Db.open({ threads: 2 });
});
afterAll(async () => {
  db.close();
  for (const dir of dirs) await rm(dir, { recursive: true, force: true });
});

async function generated(ledger: LedgerFormat, activity?: TableFormat): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'fjordvik-forms-'));
  dirs.push(dir);
  await generateFjordvik(dir, { scale: SCALE, ledger, ...(activity && { activity }) });
  return dir;
}

async function runOf(dir: string): Promise<YearRun> {
  const { model, findings } = await readModel(join(dir, 'innsats.yaml'));
  expect(findings).toEqual([]);
  const key = { secret: new Uint8Array(32).fill(7), file: 'of this test' };
  const run = await runYear({ workspace: openWorkspace(dir), model: model!, modelFindings: [], db, key });
  expect(run.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return run;
}

/** The canonical hashes of the two tables that users pay by. */
async function hashOf({ result }: YearRun): Promise<readonly string[]> {
  const hashes: string[] = [];
  for (const schema of [UNIT_COSTS, PRICES]) {
    const rows = await readTable(db, result!.dir, schema);
    expect(rows.length).toBeGreaterThan(5);
    hashes.push(hashTable({ schema, rows }));
  }
  return hashes;
}

/** What stands on each account string outside the balance: "responsibility function article own object pool": rows, øre. */
async function bookOf({ result }: YearRun): Promise<readonly string[]> {
  const rows = await readTable(db, result!.dir, ASSIGNMENTS);
  return rows
    .filter(({ class: ofClass }) => !/[2ST]/.test(String(ofClass)))
    .map(({ responsibility, function: code, article, own, object, pool, rows: count, amount_ore: amount }) =>
      [responsibility, code, article, own, object, pool, count, amount].join(' '),
    )
    .sort();
}

describe('Fjordvik in every form', () => {
  let csv: YearRun;
  beforeAll(async () => {
    csv = await runOf(await generated('csv'));
  }, 60_000);

  it.each([
    ['saft', undefined],
    ['sie', undefined],
    ['xlsx', 'xlsx'],
    ['parquet', 'parquet'],
    ['csv', 'parquet'],
  ] as const)(
    'ledger as %s, activity as %s',
    async (ledger, activity) => {
      const run = await runOf(await generated(ledger, activity));
      expect(await hashOf(run)).toEqual(await hashOf(csv));
      expect(await bookOf(run)).toEqual(await bookOf(csv));
      // The whole ledger was read, and all that is not Fjordvik's is the balance, kept out by its class.
      const balance = run.result!.costs.remainders.filter(({ name }) => name === 'balansen');
      const hasBalance = ledger === 'saft' || ledger === 'sie';
      expect(balance.map(({ amountOre }) => amountOre)).toEqual(hasBalance ? [-NET_ORE] : []);
      const ends = [...run.result!.costs.objects, ...run.result!.costs.remainders];
      expect(sumOre(ends.map(({ amountOre }) => amountOre))).toBe(hasBalance ? 0n : NET_ORE);
      const rules = (of: YearRun): string[] => [
        ...new Set(of.findings.filter(({ severity }) => severity === 'warning').map(({ rule }) => rule)),
      ];
      expect(rules(run).sort()).toEqual(rules(csv).sort());
    },
    30_000,
  );

  it('the same bytes from the same seed', async () => {
    const hashOfFiles = async (dir: string): Promise<string> => {
      const hash = createHash('sha256');
      for (const name of (await readdir(join(dir, 'data'))).sort())
        hash.update(name).update(await readFile(join(dir, 'data', name)));
      return hash.digest('hex');
    };
    for (const [ledger, activity] of [
      ['parquet', 'parquet'],
      ['saft', 'xlsx'],
      ['sie', 'xlsx'],
    ] as const) {
      const [one, two] = [await generated(ledger, activity), await generated(ledger, activity)];
      expect(await hashOfFiles(one), ledger).toBe(await hashOfFiles(two));
    }
  }, 60_000);
});

describe('Fjordvik as KOSTRA', () => {
  it('sums to zero, and its care to the ledger within half a thousand an account', () => {
    const { records } = fjordvikKostra(1);
    expect(records.reduce((sum, { thousand }) => sum + thousand, 0)).toBe(0);
    const care = records.filter(({ function: code }) => code < '800');
    const sum = care.reduce((total, { thousand }) => total + thousand, 0);
    expect(Math.abs(sum - 434_551)).toBeLessThanOrEqual(care.length / 2);
    expect(new Set(records.map(({ function: code, article }) => `${code} ${article}`)).size).toBe(
      records.length,
    );
  });

  it('is costed by the model that is proposed for it, and holds nothing of units and persons', async () => {
    const dir = await generated('kostra');
    expect((await readdir(join(dir, 'data'))).sort()).toEqual([
      '0A_2025.dat',
      'README.md',
      'volumes-2025.csv',
    ]);
    const run = await runOf(dir);
    const homes = run.result!.costs.objects.find(({ service }) => service === 'sykehjem');
    expect(homes?.parts).toBe(1_126_000n);
  }, 60_000);
});
