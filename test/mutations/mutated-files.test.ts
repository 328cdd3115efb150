import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readModel } from '../../src/model/read-model.ts';
import { runYear } from '../../src/run/run-year.ts';
import { Db } from '../../src/store/db.ts';
import { openWorkspace } from '../../src/store/workspace.ts';
import type { Run } from '../../verify/load.ts';
import { readRun, verifyRun } from '../../verify/verify.ts';
import { restated } from './mutate.ts';

const MODEL = `
municipality: { id: "9999", name: Småvik, country: NO }
years: { cost: 2025, price: 2026 }
sources:
  ledger:
    - { read: table, files: data/ledger.csv, columns: { account: konto, month: periode, amount: beløp } }
  account-string: [ { responsibility: 4 }, { function: 3 }, { article: 3 } ]
  amount: { in: kroner, decimal: ",", income: negative }
  activity:
    - read: table
      kind: volumes
      files: data/volumes.csv
      columns: { service: tjeneste, unit: enhet, quantity: timer }
      decimal: ","
      year: 2025
units: data/units.csv
services:
  home-nursing: { name: { nb: Hjemmesykepleie }, measure: hour }
  practical-assistance: { name: { nb: Praktisk bistand }, measure: hour }
costing:
  method: direct
  volumes: delivered
  pools:
    - wages: { article: 010-099, units: [north, south], answers: provider, driver: volumes, to: own services }
    - goods: { article: 100-290, units: [north, south], answers: provider, follows: wages }
    - leadership: { units: office, answers: central, driver: share, to: [north, south] }
    - rest: { park: not yet placed }
  centres:
    - north: { driver: volumes, to: own services }
    - south: { driver: volumes, to: own services }
  drivers:
    share: { shares: { north: 60 %, south: 40 % }, source: agreed }
prices: { round-to: 1 kr }
growth: { 2026: { all: 3 %, source: for this test } }
`;
const FILES: { readonly [name: string]: string } = {
  'innsats.yaml': MODEL,
  'data/units.csv':
    'id;name;kind;provision;responsibilities\nnorth;Nord;provider;own;1000-1099\nsouth;Sør;provider;own;1100-1199\noffice;Kontor;support;own;1900\n',
  'data/ledger.csv': [
    'konto;periode;beløp',
    '1000254010;1;1 234 567,89',
    '1000254120;2;45 678,10',
    '1100254010;3;987 654,32',
    '1100254120;4;-1 000,55',
    '1900120010;5;333 333,33',
    '4999254010;6;312 000,00',
    '',
  ].join('\n'),
  'data/volumes.csv':
    'tjeneste;enhet;timer\nhome-nursing;north;1500\nhome-nursing;south;1200,5\npractical-assistance;north;700\n',
};

let dir: string;
let runDir: string;
let db: Db;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'innsats-verify-'));
  mkdirSync(join(dir, 'data'));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(dir, name), text);
  db = await Db.open();
  const { model, findings } = await readModel(join(dir, 'innsats.yaml'));
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const run = await runYear({ workspace: openWorkspace(dir), model: model!, modelFindings: findings, db });
  expect(run.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  runDir = run.result!.dir;
});
afterAll(() => {
  db.close();
  rmSync(dir, { recursive: true });
});

/** Changes a Parquet file by a statement over its rows (`was`), in their order. */
async function rewrite(file: string, sql: string): Promise<void> {
  await db.run(`create or replace temp table was as from '${file}'`);
  await db.run(sql);
  await db.run(`copy was to '${file}' (format parquet)`);
}

/** States the hashes and totals of the tables as they now are. */
function restate({ certificate, tables }: Run): void {
  const text = JSON.stringify({ ...certificate, ...restated(certificate, tables) });
  writeFileSync(join(runDir, 'certificate.json'), text);
}

const table = (name: string): string => join(runDir, `${name}.parquet`);

describe('a run on disk', () => {
  it('passes every check', async () => {
    const { checks, failures } = await verifyRun(runDir, dir);
    expect(failures).toEqual([]);
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  const own = ['assignments', 'own', 'flows', 'ends', 'unit_costs'];
  const changes: readonly (readonly [string, string])[] = [
    ...own.map((name) => [name, 'update was set amount_ore = amount_ore + 1 where rowid = 0'] as const),
    ['volumes', 'update was set parts = parts + 1 where rowid = 0'],
    ['prices', 'update was set published_ore = published_ore + 100 where rowid = 0'],
    ['prices', `update was set exact_num = (exact_num::hugeint + 1)::varchar where rowid = 0`],
    ['price_parts', 'update was set cost_ore = cost_ore - 1 where rowid = 0'],
    ['weights', `update was set weight = (weight::hugeint + 1)::varchar where rowid = 0`],
    ['assignments', "update was set pool = 'rest' where rowid = 0"],
    ...['nodes', 'weights', 'flows', 'ends'].map(
      (name) => [name, 'delete from was where rowid = 0'] as const,
    ),
    ...['own', 'throughput'].map((name) => [name, 'insert into was from was where rowid = 1'] as const),
  ];
  it.each(changes)('%s changed, hashes and totals repaired: %s', async (name, sql) => {
    const [bytes, certificate] = [readFileSync(table(name)), readFileSync(join(runDir, 'certificate.json'))];
    await rewrite(table(name), sql);
    restate(await readRun(runDir, dir));
    const { failures } = await verifyRun(runDir, dir);
    writeFileSync(table(name), bytes);
    writeFileSync(join(runDir, 'certificate.json'), certificate);
    const about = name === 'weights' ? ['weights', 'throughput', 'nodes'] : [name];
    expect(failures.filter((failure) => about.includes(failure.table) && failure.key !== '')).not.toEqual([]);
  });

  it('a posting changed in a snapshot is an account with another amount', async () => {
    const folders = readdirSync(join(dir, 'registers')).map((hash) => join(dir, 'registers', hash));
    const file = folders.map((folder) => join(folder, 'postings.parquet')).find((path) => existsSync(path))!;
    const bytes = readFileSync(file);
    await rewrite(file, 'update was set amount_ore = amount_ore + 1 where rowid = 0');
    const { failures } = await verifyRun(runDir, dir);
    writeFileSync(file, bytes);
    expect(failures.map((failure) => failure.table)).toEqual(['sources', 'assignments']);
  });

  it('a delivered file that has been replaced is said to be gone, and is no failure', async () => {
    writeFileSync(join(dir, 'data/ledger.csv'), 'another file\n');
    const { checks, failures } = await verifyRun(runDir, dir);
    writeFileSync(join(dir, 'data/ledger.csv'), FILES['data/ledger.csv']!);
    expect(failures).toEqual([]);
    expect(checks.find(({ name }) => name === 'sources')?.detail).toContain(
      '1 files not there to be counted',
    );
  });
});
