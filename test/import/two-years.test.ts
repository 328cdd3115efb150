// Two years in one workspace: the year that is costed and the one that is followed. A source that declares a year is
// read as of that year, one export may be read for both, and no year changes the other.

import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkRegister } from '../../src/checks/check-register.ts';
import { describeFinding, type Finding } from '../../src/findings/finding.ts';
import type { Model } from '../../src/model/model.ts';
import { readModel } from '../../src/model/read-model.ts';
import {
  paidHours,
  personStretches,
  placeDays,
} from '../../src/registers/circumstances/circumstance-totals.ts';
import { type ImportOutcome, importSources } from '../../src/registers/import-sources.ts';
import { monthlyTotals, volumes } from '../../src/registers/read-totals.ts';
import type { Register } from '../../src/registers/register.ts';
import { Db } from '../../src/store/db.ts';
import { type Workspace, workspaceAt } from '../../src/store/workspace.ts';

const KEY = { secret: new Uint8Array(32).fill(9), file: '' };
const DECISIONS =
  'read: table, kind: decisions, files: data/decisions.csv, columns: { person: person, service: service, quantity: hours, from: from, to: to }, per: day';
const PLACES =
  'read: table, kind: capacity, files: data/places.csv, columns: { places: places, from: from, to: to }';
const HOURS = 'read: table, kind: paid-hours, columns: { period: month, hours: hours }';
const MODEL = (more: readonly string[]): string => `
municipality: { id: "9900", name: Two years, country: NO, language: en }
years: { cost: 2025, price: 2026 }
sources:
  ledger:
    - { read: table, files: data/ledger-2025.csv, columns: { function: function, article: article, period: month, amount: kroner } }
    - { read: table, files: data/ledger-2026.csv, year: 2026, columns: { function: function, article: article, period: month, amount: kroner } }
    - { read: table, kind: budget, files: data/budget-2026.csv, year: 2026, columns: { function: function, article: article, month: month, amount: kroner } }
  amount: { in: kroner, decimal: ",", income: negative }
  activity:
    - { ${DECISIONS} }
    - { ${DECISIONS}, year: 2026 }
    - { ${PLACES} }
    - { ${PLACES}, year: 2026 }
    - { ${HOURS}, files: data/hours-2025.csv }
    - { ${HOURS}, files: data/hours-2026.csv, year: 2026 }
${more.map((line) => `    - { ${line} }\n`).join('')}services:
  nursing-home: { name: Nursing home, measure: day }
costing:
  method: direct
  volumes: granted
  pools:
    - home: { function: 253, answers: provider, driver: volumes, to: nursing-home }
    - rest: { park: not yet placed }
growth: { 2026: { all: 0 %, source: none } }
`;
const AWAY = 'read: table, kind: suspensions, columns: { person: person, from: from, to: to }';

const FILES: { readonly [name: string]: string } = {
  'ledger-2025.csv': 'function;article;month;kroner\n253;010;2025-12;100,00\n',
  'ledger-2026.csv': 'function;article;month;kroner\n253;010;2026-01;110,00\n253;010;2026-02;120,00\n',
  'budget-2026.csv': 'function;article;month;kroner\n253;010;1;115,00\n253;010;2;115,00\n',
  'decisions.csv':
    'person;service;hours;from;to\nP-1;nursing-home;1;2025-12-01;\nP-2;nursing-home;1;2026-02-01;2026-02-10\n',
  'places.csv': 'places;from;to\n10;2025-12-30;\n2;2026-01-01;2026-01-31\n',
  'hours-2025.csv': 'month;hours\n2025-12;100\n',
  'hours-2026.csv': 'month;hours\n2026-01;110\n',
};

let db: Db;
let workspace: Workspace;
beforeAll(async () => {
  db = await Db.open({ threads: 1 });
});
afterAll(() => db.close());
beforeEach(() => {
  workspace = workspaceAt(mkdtempSync(join(tmpdir(), 'innsats-years-')));
  mkdirSync(join(workspace.dir, 'data'));
  for (const [name, text] of Object.entries(FILES)) write(name, text);
});
afterEach(() => rmSync(workspace.dir, { recursive: true }));

const write = (name: string, text: string): void => writeFileSync(join(workspace.dir, 'data', name), text);

async function imports(
  more: readonly string[] = [],
  change: (model: Model) => Model = (model) => model,
): Promise<ImportOutcome & { readonly read: readonly string[]; readonly model: Model }> {
  writeFileSync(join(workspace.dir, 'innsats.yaml'), MODEL(more));
  const { model, findings } = await readModel(join(workspace.dir, 'innsats.yaml'));
  if (!model) throw new Error(findings.map(({ message }) => message).join('\n'));
  const read = new Set<string>();
  const outcome = await importSources({
    workspace,
    model: change(model),
    db,
    key: KEY,
    progress: (file) => read.add(file),
  });
  return { ...outcome, read: [...read].sort(), model };
}

const granted = async (register: Register, year: number): Promise<(number | bigint)[][]> => {
  const all = await volumes(db, register, { year });
  return all.map(({ month, parts }) => [month, parts / 1000n]);
};
const errors = (findings: readonly Finding[]): string[] =>
  findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);

describe('a workspace of two years', () => {
  it('holds decisions, hours, places and postings of each year, from one export or two', async () => {
    const { register, refused } = await imports();
    expect(refused).toBe(false);
    expect(await granted(register, 2025)).toEqual([[12, 31n]]);
    expect((await granted(register, 2026)).slice(0, 3)).toEqual([
      [1, 31n],
      [2, 38n],
      [3, 31n],
    ]);
    const hours = async (year: number) =>
      (await paidHours(db, register, { year })).map(({ month, parts }) => [month, parts / 36_000n]);
    expect([await hours(2025), await hours(2026)]).toEqual([[[12, 100n]], [[1, 110n]]]);
    const places = async (year: number) =>
      (await placeDays(db, register, { year })).slice(0, 2).map(({ month, openDays }) => [month, openDays]);
    expect([await places(2025), await places(2026)]).toEqual([
      [[12, 20n]],
      [
        [1, 372n],
        [2, 280n],
      ],
    ]);
    const totals = async (kind: 'actual' | 'budget', year: number) =>
      (await monthlyTotals(db, register, { kind, year })).map(({ month, amountOre }) => [month, amountOre]);
    expect(await totals('actual', 2025)).toEqual([[12, 10_000n]]);
    expect(await totals('actual', 2026)).toEqual([
      [1, 11_000n],
      [2, 12_000n],
    ]);
    expect((await totals('budget', 2026)).length).toBe(2);
  });

  it('reads nothing of the cost year again when absence of the year after comes', async () => {
    await imports();
    write('away-2026.csv', 'person;from;to\nP-1;2026-01-05;2026-01-09\n');
    const { register, read } = await imports([`${AWAY}, files: data/away-2026.csv, year: 2026`]);
    expect(read).toEqual(['data/away-2026.csv', 'data/decisions.csv']);
    expect(await granted(register, 2025)).toEqual([[12, 31n]]);
    expect((await granted(register, 2026))[0]).toEqual([1, 26n]);
  });

  it('takes absence without a year, or of the year before, from both years', async () => {
    write('away.csv', 'person;from;to\nP-1;2025-12-30;2026-01-02\n');
    const { register } = await imports([
      `${AWAY}, files: data/away.csv`,
      `${AWAY}, files: data/away.csv, year: 2026`,
    ]);
    expect([(await granted(register, 2025))[0], (await granted(register, 2026))[0]]).toEqual([
      [12, 29n],
      [1, 29n],
    ]);
    expect(await personStretches(db, register, 'suspensions')).toHaveLength(1);
  });

  it('compares a corrected export with its own year', async () => {
    const before = await imports();
    expect(before.register.snapshots.filter(({ kind }) => kind === 'granted')).toHaveLength(2);
    appendFileSync(
      join(workspace.dir, 'data', 'decisions.csv'),
      'P-3;nursing-home;1;2026-03-01;2026-03-05\n',
    );
    const { changes, refused } = await imports();
    expect(refused).toBe(false);
    const sums = changes.map(({ kind, sumBefore, sumAfter }) => [kind, sumAfter - sumBefore]);
    expect(sums.sort()).toEqual([
      ['corrected', 0n],
      ['corrected', 5_000n],
    ]);
  });

  it('refuses a ledger that two sources read, also where they declare two years', async () => {
    const { findings, refused } = await imports([], (model) => ({
      ...model,
      ledger: [model.ledger[0]!, { ...model.ledger[0]!, year: 2025 }],
    }));
    expect(refused).toBe(true);
    expect(errors(findings)).toContain('Two sources read data/ledger-2025.csv, which would count twice.');
  });

  it('of rows of another year than declared says what it said', async () => {
    write('hours-2026.csv', 'month;hours\n2026-01;110\n2025-12;7\n');
    const { findings } = await imports();
    expect(errors(findings)).toEqual(['The row is of 2025; the model says that the file is of 2026.']);
  });

  it('lets a ledger of several years through once one of them is followed', async () => {
    appendFileSync(join(workspace.dir, 'data', 'ledger-2025.csv'), '253;010;2026-03;130,00\n');
    const others = ({ findings }: ImportOutcome): string[] =>
      findings.filter(({ rule }) => rule === 'ledger/other-year').map(({ message }) => message);
    expect(others(await imports())).toEqual(['The file has postings of 2026; the model asks for 2025.']);
    const following = await imports([], (model) => ({ ...model, years: { ...model.years, finance: 2026 } }));
    expect(others(following)).toEqual([]);
    expect(following.read).toEqual(['data/ledger-2025.csv']);
    expect(await monthlyTotals(db, following.register, { kind: 'actual', year: 2026 })).toHaveLength(3);
  });
});

describe('the rules over the register', () => {
  const DELIVERED =
    'read: table, kind: delivered, columns: { person: person, service: service, month: month, quantity: days }';
  const days = (year: number, months: number): string =>
    [
      'person;service;month;days',
      ...Array.from(
        { length: months },
        (_, month) => `P-1;nursing-home;${year}-${String(month + 1).padStart(2, '0')};28`,
      ),
      '',
    ].join('\n');

  it.each([
    [2025, undefined, []],
    [2026, 3, []],
    [2026, 4, ['The register holds nothing delivered in 2026-04, of any unit.']],
    [2026, undefined, ['The register holds nothing delivered in 2026-04 to 2026-12, of any unit.']],
  ] as const)('ask of %i up to month %s what was delivered', async (year, through, expected) => {
    write('delivered-2025.csv', days(2025, 12));
    write('delivered-2026.csv', days(2026, 3));
    const { register, model } = await imports([
      `${DELIVERED}, files: data/delivered-2025.csv`,
      `${DELIVERED}, files: data/delivered-2026.csv, year: 2026`,
    ]);
    const findings = await checkRegister({
      ...{ db, register, model: { ...model, years: { ...model.years, cost: year } } },
      ...(through === undefined ? {} : { through }),
    });
    const told = findings
      .filter(({ rule, where }) => rule === 'checks/months-not-delivered' && where.key !== 'granted')
      .map(describeFinding);
    expect(told.map((text) => text.replace(/^.*?: /, '').replace(/ Import .*$/, ''))).toEqual(expected);
  });
});
