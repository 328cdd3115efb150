// The same books in every form that a ledger comes in give the same costing, to the øre: every table of results is the
// same text, whichever system the ledger was exported from.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerLine } from '../../src/demo/ledger-line.ts';
import { writeKostra } from '../../src/demo/write-kostra.ts';
import { SAFT_DIMENSIONS, writeSaft } from '../../src/demo/write-saft.ts';
import { FUNCTION_DIMENSION, type SieAccount, writeSie } from '../../src/demo/write-sie.ts';
import { writeLedgerXlsx } from '../../src/demo/write-xlsx.ts';
import { describeFinding } from '../../src/findings/finding.ts';
import { readModel } from '../../src/model/read-model.ts';
import { runYear } from '../../src/run/run-year.ts';
import { Db } from '../../src/store/db.ts';
import { workspaceAt } from '../../src/store/workspace.ts';

const YEAR = 2025;
const ORE_PER_THOUSAND = 100_000n;

/**
 * A small municipality: thousand kroner by function and article, over the months. KOSTRA has no finer figures. The books
 * balance, so that the bank, which SAF-T and SIE need to balance their vouchers, ends at nothing.
 */
const LINES: readonly LedgerLine[] = [
  ['253', '010', 41_237],
  ['253', '099', 5_811],
  ['253', '115', 2_903],
  ['253', '710', -1_349],
  ['257', '010', 30_877],
  ['257', '099', 4_353],
  ['257', '120', 1_171],
  ['257', '600', -2_719],
  ['120', '010', 9_973],
  ['120', '240', 877],
  ['234', '370', 1_601],
  ['870', '870', -94_735],
].flatMap(([code, article, thousand]) => monthly(String(code), String(article), Number(thousand)));

/** A year's amount over three months, each with its own share; the last takes what is left. */
function monthly(code: string, article: string, thousand: number): LedgerLine[] {
  const [first, second] = [Math.trunc(thousand / 7), Math.trunc(thousand / 3)];
  return [first, second, thousand - first - second].map((part, i) => ({
    account: `${article}0`,
    article,
    responsibility: '',
    function: code,
    month: 1 + i * 5,
    amountOre: BigInt(part) * ORE_PER_THOUSAND,
    text: `${code} ${article}`,
  }));
}

type Form = {
  readonly file: string;
  /** The ledger source, as YAML. */
  readonly source: string;
  readonly write: (path: string) => Promise<void> | void;
};

const COLUMNS = '{ function: Funksjon, article: Art, date: Dato, amount: Beløp }';

const FORMS: { readonly [name: string]: Form } = {
  CSV: {
    file: 'ledger.csv',
    source: `{ read: table, files: data/ledger.csv, columns: ${COLUMNS}, amount: { in: kroner, decimal: ",", income: negative } }`,
    write: (path) => writeFileSync(path, csvText()),
  },
  'CSV in øre, income positive': {
    file: 'ledger.csv',
    source: `{ read: table, files: data/ledger.csv, columns: ${COLUMNS}, amount: { in: ore, income: positive } }`,
    write: (path) =>
      writeFileSync(
        path,
        csvText((ore) => String(-ore)),
      ),
  },
  XLSX: {
    file: 'ledger.xlsx',
    source: `{ read: table, files: data/ledger.xlsx, columns: ${COLUMNS}, amount: { in: kroner, decimal: ",", income: negative } }`,
    write: (path) => writeLedgerXlsx(path, LINES, YEAR),
  },
  KOSTRA: {
    file: 'ledger.dat',
    source: '{ read: kostra, files: data/ledger.dat }',
    write: (path) =>
      writeKostra(path, { form: '0A', year: YEAR, region: '990100', records: kostraRecords() }),
  },
  'SAF-T': {
    file: 'ledger.xml',
    source: `{ read: saft, files: data/ledger.xml, dimensions: { function: ${SAFT_DIMENSIONS.function} } }`,
    write: async (path) => {
      const head = { organisation: '999999999', name: 'Lillevik', year: YEAR };
      expect(await writeSaft(path, { ...head, lines: LINES })).toBeGreaterThan(LINES.length);
    },
  },
  SIE: {
    file: 'ledger.se',
    source: `{ read: sie, files: data/ledger.se, dimensions: { function: ${FUNCTION_DIMENSION} }, account-map: { table: data/accounts.csv, source: chart of accounts } }`,
    write: (path) => {
      const accounts = new Map(LINES.map(({ account, article }) => [account, article]));
      const rows = [...accounts, ['1930', 'balance']].map(([account, article]) => `${account};${article}`);
      writeFileSync(join(dirname(path), 'accounts.csv'), `${['account;article', ...rows].join('\n')}\n`);
      const head = { organisation: '212000-0142', name: 'Lillevik', year: YEAR, counterAccount: '1930' };
      const named = [...accounts.keys()].map((account): [string, SieAccount] => [
        account,
        { name: account, type: 'K' },
      ]);
      const chart = new Map<string, SieAccount>([...named, ['1930', { name: 'Bank', type: 'T' }]]);
      return writeSie(path, { ...head, accounts: chart }, LINES);
    },
  },
};

function csvText(amount = (ore: bigint): string => String(Number(ore) / 100).replace('.', ',')): string {
  const rows = LINES.map(
    (line) =>
      `${line.function};${line.article};${YEAR}-${String(line.month).padStart(2, '0')}-01;${amount(line.amountOre)}`,
  );
  return `${['Funksjon;Art;Dato;Beløp', ...rows].join('\n')}\n`;
}

function kostraRecords() {
  const sums = Map.groupBy(LINES, ({ function: code, article }) => `${code} ${article}`);
  return [...sums].map(([key, lines]) => {
    const [code = '', article = ''] = key.split(' ');
    const ore = lines.reduce((sum, { amountOre }) => sum + amountOre, 0n);
    return { class: '1', function: code, article, thousand: Number(ore / ORE_PER_THOUSAND) };
  });
}

const modelText = (source: string): string => `
municipality: { id: "9901", name: Lillevik, country: NO, language: nb }
years: { cost: ${YEAR}, price: 2026 }
sources:
  ledger: [ ${source} ]
  activity: [ { read: table, kind: volumes, files: data/volumes.csv, columns: { service: service, quantity: quantity }, year: ${YEAR} } ]
services:
  nursing-home: { measure: day }
  home-nursing: { measure: hour }
  day-centre: { open: true }
costing:
  method: direct
  volumes: delivered
  pools:
    - institution: { function: 253, article: 010-490, answers: provider, driver: equal, to: nursing-home }
    - refunds: { function: 253, article: 710, answers: provider, follows: institution }
    - home: { function: 257, article: 010-490, answers: provider, driver: equal, to: home-nursing }
    - fees: { article: 600-629, answers: purchaser, to: not-in-price }
    - management: { function: 120, answers: central, driver: keys, to: [nursing-home, home-nursing, day-centre] }
    - day: { function: 234, answers: provider, driver: equal, to: day-centre }
    - taxes: { function: 870, not-costed: taxes }
    - rest: { park: not yet placed }
  drivers:
    keys: { shares: { nursing-home: 41 %, home-nursing: 47 %, day-centre: 12 % }, source: agreement }
growth: { 2026: { all: 3.7 %, source: national budget 2026 } }
`;

const SHOWN = ['unit_costs.csv', 'prices.csv', 'ends.csv'];

let db: Db;
beforeAll(async () => {
  db = await Db.open();
});
afterAll(() => db.close());

/** The results of a run over the books in a form, by table, and what was told. */
async function costed({ file, source, write }: Form) {
  const dir = mkdtempSync(join(tmpdir(), 'innsats-same-'));
  try {
    mkdirSync(join(dir, 'data'));
    writeFileSync(join(dir, 'innsats.yaml'), modelText(source));
    writeFileSync(
      join(dir, 'data', 'volumes.csv'),
      'service;quantity\nnursing-home;21 900\nhome-nursing;48 311\n',
    );
    await write(join(dir, 'data', file));
    const read = await readModel(join(dir, 'innsats.yaml'));
    expect(read.model, read.findings.map(describeFinding).join('\n')).toBeDefined();
    const { result, findings } = await runYear({
      workspace: workspaceAt(dir),
      model: read.model!,
      modelFindings: read.findings,
      db,
    });
    expect(result, findings.map(describeFinding).join('\n')).toBeDefined();
    return SHOWN.map((table) => readFileSync(join(result!.dir, table), 'utf8'));
  } finally {
    rmSync(dir, { recursive: true });
  }
}

describe('the same books', () => {
  it.each(Object.entries(FORMS))('as %s', async (_, form) => {
    const [unitCosts, prices, ends] = await costed(form);
    const [first] = Object.values(FORMS);
    expect([unitCosts, prices, ends]).toEqual(await costed(first!));
    expect(unitCosts).toContain('nursing-home');
    expect(unitCosts!.split('\n').length).toBeGreaterThan(3);
    expect(ends).toContain('day-centre');
  });

  it('one krone more somewhere gives another costing', async () => {
    const { CSV: csv } = FORMS;
    const more = await costed({
      ...csv!,
      write: (path) => writeFileSync(path, csvText().replace(';5891000', ';5891001')),
    });
    expect(more).not.toEqual(await costed(csv!));
  });
});
