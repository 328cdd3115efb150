// A followed year on disk with everything that a register can say of it, gone through by the checkers: decisions, stays,
// days away, places, paid hours, accruals, closed months, and a unit that is divided between two others in the summer.

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeMonth } from '../../src/run/month/close-month.ts';
import type { MonthResult } from '../../src/run/month/run-month.ts';
import { Db } from '../../src/store/db.ts';
import type { Workspace } from '../../src/store/workspace.ts';
import type { Row } from '../../verify/rows.ts';
import { readRun, verifyRun } from '../../verify/verify.ts';
import {
  followedWorkspace,
  followMonth,
  LEDGER_HEADER,
  ledgerRows,
  writeFiles,
} from '../support/followed-workspace.ts';
import { norwegian } from '../support/identity-numbers.ts';
import { restated } from './mutate.ts';

const LEDGER = 'columns: { responsibility: r, function: f, article: a, period: p, amount: kr }';
const DELIVERED =
  'decimal: ".", columns: { person: pnr, service: s, unit: u, level: l, month: m, quantity: q }';
const MODEL = (periodise: string) => `\
municipality: { id: "9906", name: Prøvevik, country: NO, language: en }
years: { cost: 2025, price: 2026, finance: 2026 }
sources:
  ledger:
    - { read: table, files: data/ledger-2025.csv, year: 2025, ${LEDGER} }
    - { read: table, files: data/ledger-2026*.csv, year: 2026, ${LEDGER} }
    - { read: table, kind: budget, files: data/budget-2026.csv, year: 2026, columns: { responsibility: r, function: f, article: a, year: y, amount: kr } }
  amount: { in: kroner, decimal: ".", income: negative }
  activity:
    - { read: table, kind: delivered, files: data/delivered-2025.csv, year: 2025, ${DELIVERED} }
    - { read: table, kind: delivered, files: data/delivered-2026*.csv, year: 2026, ${DELIVERED} }
    - { read: table, kind: decisions, files: data/decisions.csv, year: 2026, decimal: ".", columns: { person: pnr, service: s, unit: u, level: l, quantity: q, per: p, from: fra, to: til } }
    - { read: table, kind: suspensions, files: data/away.csv, year: 2026, columns: { person: pnr, from: fra, to: til } }
    - { read: table, kind: paid-hours, files: data/paid-2025.csv, year: 2025, decimal: ".", columns: { unit: u, month: m, hours: h } }
    - { read: table, kind: paid-hours, files: data/paid-2026.csv, year: 2026, decimal: ".", columns: { unit: u, month: m, hours: h } }
    - { read: table, kind: capacity, files: data/places.csv, year: 2026, columns: { unit: u, places: n, from: fra, to: til } }
units: data/units.csv
services:
  home-care: { measure: hour }
  stay: { measure: day, levels: { light: 1, heavy: 1.4, source: a test } }
costing:
  method: direct
  volumes: delivered
  organisation: now
  natures: { wages: 010-099, goods: 100-299 }
  pools:
    - management: { responsibility: [1001, 2001], answers: provider, driver: equal, to: own services }
    - work: { article: 010-099, units: providers, answers: provider, driver: equal, to: own services }
    - goods: { article: 100-299, units: providers, answers: provider, driver: equal, to: own services }
    - rest: { park: not yet placed }
accruals:
  late: { articles: 110, lag: 1 month }
prices: { base: [management], round-to: 1 kr, supplements: { far: { services: home-care, units: [south], amount: 11.5 } } }
growth: { 2026: { all: 4 %, source: a test } }
financing:
  frame: { held-by: unit, from: budget, periodise: ${periodise}, changes: [ { from: 2026-03, unit: south, amount: "12 345", source: a test } ] }
  volumes: { table: data/volumes-2026.csv, source: a test }
  full-time: 1750
  growth: { wages: 4.6 %, goods: 3.2 %, source: a test }
  mix: {}
  models:
    activity: { pays: { basis: lesser, absence: { stay: 5 days }, empty-places: { stay: 50 % } }, applies: [ { units: providers, from: 2026-01 } ], ceiling: 101 %, transition: { 2026: 70 % } }
    as-granted: { pays: { basis: granted }, applies: [ { units: providers, from: 2026-02 } ], floor: 99 % }
    as-voted: { kind: frame }
  in-force: activity
  settlement: { surplus: { keep: 50 %, at-most: 3 % }, deficit: { carry: 100 %, at-most: 2 % }, carried-in: { south: "-1 234.56" }, source: a test }
`;

const PERSONS = Array.from({ length: 12 }, (_, i) => norwegian(`0101${50 + i}1${10 + i}`)!).filter(Boolean);
const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);
const two = (month: number): string => String(month).padStart(2, '0');
const table = (header: string, rows: readonly string[]): string => `${[header, ...rows].join('\n')}\n`;

/** `until`: the last month in which the old unit gave anything; after it, those that took over from it. */
const deliveries = (year: number, until: number): string[] =>
  MONTHS.flatMap((month) =>
    PERSONS.flatMap((person, i) => {
      const unit = i % 3 === 0 ? (month <= until ? 'old' : 'north') : i % 3 === 1 ? 'south' : 'north';
      const level = i % 2 === 0 ? 'light' : 'heavy';
      const stays =
        i < 5 && !(i === 2 && month === 5)
          ? [`${person};stay;${unit};${level};${year}-${two(month)};${20 + i}`]
          : [];
      const twice = i === 7 ? [`${person};home-care;south;;${year}-${two(month)};1.5`] : [];
      return [
        ...stays,
        ...twice,
        `${person};home-care;${unit};;${year}-${two(month)};${10 + i * 2 + month * 0.25}`,
      ];
    }),
  );
const DECISIONS = PERSONS.flatMap((person, i) => {
  const unit = i % 3 === 1 ? 'south' : 'north';
  return [
    `${person};home-care;${unit};;${2.5 + i * 0.5};week;2026-01-01;2026-0${3 + (i % 7)}-15`,
    ...(i < 5 ? [`${person};stay;${unit};${i % 2 === 0 ? 'light' : 'heavy'};1;day;2026-01-10;`] : []),
  ];
});
const hours = (factor: number): string[] =>
  MONTHS.flatMap((month) =>
    ['north', 'south'].map((unit, i) => `${unit};${month};${(190 - i * 20 + month) * factor}`),
  );

const FILES = {
  'data/units.csv': table('id;name;kind;responsibilities;purchaser;from;to;successor', [
    'old;Old;provider;1500;office;;2026-06-30;north:60 south:40',
    'north;North;provider;1000-1009;office;;;',
    'south;South;provider;2000-2009;office;;;',
    'office;Office;purchaser;3000;;;;',
  ]),
  'data/ledger-2025.csv': table(LEDGER_HEADER, [...ledgerRows(2025, 1), '1500;258;010;202503;120000.01']),
  'data/ledger-2026.csv': table(LEDGER_HEADER, [...ledgerRows(2026, 1.06), '1500;258;010;202602;98765.43']),
  'data/volumes-2026.csv': table('unit;service;level;users;quantity', [
    'north;home-care;;5;1600',
    'south;home-care;;4;1300.5',
    'north;stay;light;2;700',
    'south;stay;heavy;2;410',
  ]),
  'data/delivered-2025.csv': table('pnr;s;u;l;m;q', deliveries(2025, 12)),
  'data/delivered-2026.csv': table('pnr;s;u;l;m;q', deliveries(2026, 6)),
  'data/decisions.csv': table('pnr;s;u;l;q;p;fra;til', DECISIONS),
  'data/away.csv': table('pnr;fra;til', [
    `${PERSONS[0]};2026-01-28;2026-02-09`,
    `${PERSONS[0]};2026-02-10;2026-02-12`,
    `${PERSONS[2]};2026-05-02;`,
    `${PERSONS[3]};2025-12-29;2026-01-02`,
  ]),
  'data/places.csv': table('u;n;fra;til', [
    'north;4;2025-06-01;',
    'south;3;2026-01-01;2026-08-15',
    'old;1;2025-06-01;2026-06-29',
  ]),
  'data/paid-2025.csv': table('u;m;h', [...hours(1), 'old;2;100.1']),
  'data/paid-2026.csv': table('u;m;h', [...hours(1.05), 'old;2;90.7', 'old;3;0.1']),
};

let db: Db;
const made: Workspace[] = [];
beforeAll(async () => {
  db = await Db.open({ threads: 1 });
});
afterAll(() => {
  db.close();
  for (const { dir } of made) rmSync(dir, { recursive: true, force: true });
});

async function workspaceOf(periodise: string): Promise<Workspace> {
  const workspace = await followedWorkspace(db, { ...FILES, 'innsats.yaml': MODEL(periodise) });
  made.push(workspace);
  return workspace;
}

async function run(workspace: Workspace, month: number): Promise<MonthResult> {
  const { result, findings } = await followMonth(workspace, db, month);
  if (!result) throw new Error(findings.map(({ rule, message }) => `${rule}: ${message}`).join('\n'));
  return result;
}

describe('a followed year on disk', () => {
  it.each(['working-days', 'last-year'])('passes every check, spread by %s', async (periodise) => {
    const workspace = await workspaceOf(periodise);
    const { dir } = await run(workspace, 12);
    const { checks, failures } = await verifyRun(dir, workspace.dir);
    expect(failures).toEqual([]);
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    const { tables } = await readRun(dir, workspace.dir);
    const states = new Set(tables['quantities']!.map(({ state }) => state));
    expect([...states].sort()).toEqual(['absence', 'budget', 'delivered', 'empty', 'granted', 'lesser']);
    const kinds = new Set(tables['earned']!.map(({ kind }) => kind));
    for (const kind of ['base', 'price', 'supplement', 'absence', 'empty-place', 'transition'])
      expect([...kinds]).toContain(kind);
  });

  it('passes with months that are closed, and finds a correction that is not what came late', async () => {
    const workspace = await workspaceOf('calendar-days');
    for (const month of [1, 2]) closeMonth(workspace, await run(workspace, month), '2026-03-10');
    writeFiles(workspace, {
      'data/ledger-2026-late.csv': table(LEDGER_HEADER, [
        '1000;258;010;202601;1234.56',
        '2000;258;110;202602;-77.1',
      ]),
      'data/delivered-2026-late.csv': table('pnr;s;u;l;m;q', [`${PERSONS[1]};home-care;south;;2026-02;3.5`]),
    });
    const { dir, corrections } = await run(workspace, 3);
    expect(corrections.length).toBeGreaterThan(1);
    expect((await verifyRun(dir, workspace.dir)).failures).toEqual([]);
    const file = join(dir, 'corrections.parquet');
    await db.run(`create or replace temp table was as from '${file}'`);
    await db.run('update was set spent_ore = spent_ore + 1 where rowid = 0');
    await db.run(`copy was to '${file}' (format parquet)`);
    const { certificate, tables } = await readRun(dir, workspace.dir);
    const text = JSON.stringify({ ...certificate, tables: restated(certificate, tables).tables });
    writeFileSync(join(dir, 'certificate.json'), text);
    const { failures } = await verifyRun(dir, workspace.dir);
    expect(failures.map(({ table: name, key }) => [name, key])).toEqual([
      ['corrections', keyOfFirst(tables)],
    ]);
  });
});

const keyOfFirst = (tables: { readonly [table: string]: readonly Row[] }): string => {
  const [row] = tables['corrections']!;
  return `${row?.['unit']}|${row?.['month']}`;
};
