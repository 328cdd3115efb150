// A small municipality that is followed month by month: two home care units, one service, two years of everything, in a
// folder of its own, with prices adopted; and the month's run as the command makes it.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pricedPools } from '../../src/financing/price-pools.ts';
import { readModel } from '../../src/model/read-model.ts';
import { adoptedFor } from '../../src/prices/adopted-for.ts';
import { adoptionFiles } from '../../src/prices/adoption-files.ts';
import { ownYear } from '../../src/prices/own-year.ts';
import { paidHours } from '../../src/registers/circumstances/circumstance-totals.ts';
import { type MonthRun, runMonth } from '../../src/run/month/run-month.ts';
import { runYear } from '../../src/run/run-year.ts';
import type { Db } from '../../src/store/db.ts';
import { type Workspace, workspaceAt } from '../../src/store/workspace.ts';
import { norwegian } from './identity-numbers.ts';

const MODEL = `\
municipality: { id: "9906", name: Prøvevik, country: NO, language: en }
years: { cost: 2025, price: 2026, finance: 2026 }
sources:
  ledger:
    - { read: table, files: data/ledger-2025.csv, year: 2025, columns: { responsibility: r, function: f, article: a, period: p, amount: kr } }
    - { read: table, files: data/ledger-2026*.csv, year: 2026, columns: { responsibility: r, function: f, article: a, period: p, amount: kr } }
    - { read: table, kind: budget, files: data/budget-2026.csv, year: 2026, columns: { responsibility: r, function: f, article: a, year: y, amount: kr } }
  amount: { in: kroner, decimal: ".", income: negative }
  activity:
    - { read: table, kind: delivered, files: data/delivered-2025.csv, year: 2025, decimal: ".", columns: { person: pnr, service: s, unit: u, month: m, quantity: q } }
    - { read: table, kind: delivered, files: data/delivered-2026*.csv, year: 2026, decimal: ".", columns: { person: pnr, service: s, unit: u, month: m, quantity: q } }
    - { read: table, kind: paid-hours, files: data/paid-2025.csv, year: 2025, decimal: ".", columns: { unit: u, month: m, hours: h } }
    - { read: table, kind: paid-hours, files: data/paid-2026.csv, year: 2026, decimal: ".", columns: { unit: u, month: m, hours: h } }
units: data/units.csv
services:
  home-care: { measure: hour }
costing:
  method: direct
  volumes: delivered
  natures: { wages: 010-099, goods: 100-299 }
  pools:
    - management: { responsibility: [1001, 2001], answers: provider, driver: volumes, to: own services }
    - work: { article: 010-099, units: providers, answers: provider, driver: volumes, to: own services }
    - goods: { article: 100-299, units: providers, answers: provider, driver: volumes, to: own services }
    - rest: { park: not yet placed }
prices: { base: [management], round-to: 1 kr }
growth: { 2026: { all: 4 %, source: a test } }
financing:
  frame: { held-by: purchaser, from: budget, periodise: calendar-days }
  volumes: { table: data/volumes-2026.csv, source: a test }
  full-time: 1750
  models:
    activity: { pays: { basis: delivered }, applies: [ { units: providers, from: 2026-01 } ] }
  in-force: activity
  settlement: { surplus: { keep: 50 %, at-most: 3 % }, deficit: { carry: 100 %, at-most: 2 % }, source: a test }
`;

const UNITS = `\
id;name;kind;responsibilities;purchaser
north;North;provider;1000-1009;office
south;South;provider;2000-2009;office
office;Office;purchaser;3000;
`;

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);
/** Identity numbers that the deliveries name. */
export const PERSONS = Array.from({ length: 8 }, (_, i) => norwegian(`0101${50 + i}10${i}`)).filter(
  (number) => number !== undefined,
);
const two = (month: number): string => String(month).padStart(2, '0');

/** The ledger of a year: wages and goods that differ by unit and month, and management. */
export const ledgerRows = (year: number, factor: number): string[] =>
  MONTHS.flatMap((month) => [
    `1000;258;010;${year}${two(month)};${(90_000 + month * 100) * factor}`,
    `1000;258;110;${year}${two(month)};${5000 * factor}`,
    `1001;258;010;${year}${two(month)};${7000 * factor}`,
    `2000;258;010;${year}${two(month)};${(60_000 + month * 150) * factor}`,
    `2000;258;110;${year}${two(month)};${4000 * factor}`,
    `2001;258;010;${year}${two(month)};${6000 * factor}`,
  ]);
export const LEDGER_HEADER = 'r;f;a;p;kr';

/** Deliveries of a year, person by person. */
export const deliveryRows = (year: number, more: number): string[] =>
  MONTHS.flatMap((month) =>
    PERSONS.map((person, i) => {
      const unit = i % 2 === 0 ? 'north' : 'south';
      return `${person};home-care;${unit};${year}-${two(month)};${20 + i * 3 + month * 0.25 + more}`;
    }),
  );
export const DELIVERY_HEADER = 'pnr;s;u;m;q';

const hourRows = (factor: number): string[] =>
  MONTHS.flatMap((month) => [`north;${month};${190 * factor}`, `south;${month};${170 * factor}`]);

const table = (header: string, rows: readonly string[]): string => `${[header, ...rows].join('\n')}\n`;

/** What the workspace is made from. */
export const FILES: { readonly [file: string]: string } = {
  'innsats.yaml': MODEL,
  'data/units.csv': UNITS,
  'data/ledger-2025.csv': table(LEDGER_HEADER, ledgerRows(2025, 1)),
  'data/ledger-2026.csv': table(LEDGER_HEADER, ledgerRows(2026, 1.06)),
  'data/budget-2026.csv': table('r;f;a;y;kr', [
    '1000;258;010;2026;1150000',
    '1001;258;010;2026;90000',
    '2000;258;010;2026;800000',
    '2001;258;010;2026;75000',
  ]),
  'data/volumes-2026.csv': table('unit;service;users;quantity', [
    'north;home-care;4;1500',
    'south;home-care;4;1600',
  ]),
  'data/delivered-2025.csv': table(DELIVERY_HEADER, deliveryRows(2025, 0)),
  'data/delivered-2026.csv': table(DELIVERY_HEADER, deliveryRows(2026, 2)),
  'data/paid-2025.csv': table('u;m;h', hourRows(1)),
  'data/paid-2026.csv': table('u;m;h', hourRows(1.05)),
};

export const KEY = { secret: new Uint8Array(32).fill(7), file: '' };

/** Writes files into a workspace, given as text by path. */
export function writeFiles({ dir }: Workspace, files: { readonly [file: string]: string }): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  }
}

/** A new workspace with prices of 2026 adopted; `others` are files in place of its own, or beside them. */
export async function followedWorkspace(
  db: Db,
  others: { readonly [file: string]: string } = {},
): Promise<Workspace> {
  const workspace = workspaceAt(mkdtempSync(join(tmpdir(), 'innsats-followed-')));
  writeFiles(workspace, { ...FILES, ...others });
  const { model, findings } = await readModel(workspace.modelFile);
  if (!model) throw new Error(findings.map(({ message }) => message).join('\n'));
  const outcome = await runYear({ workspace, model, modelFindings: findings, db, key: KEY });
  const { costs, prices, register, id } = outcome.result ?? {};
  if (!costs || !prices || !register || !id)
    throw new Error(outcome.findings.map(({ message }) => message).join('\n'));
  const hours = await paidHours(db, register, { year: 2025 });
  const { base } = ownYear({ model, costs, prices, hours });
  const decision = { date: '2025-12-11', run: id, services: model.services, pools: pricedPools(model) };
  for (const { name, text } of adoptionFiles(prices, base, decision))
    writeFiles(workspace, { [`prices/${name}`]: text });
  return workspace;
}

/** A month of the workspace as "innsats run --month" makes it. */
export async function followMonth(workspace: Workspace, db: Db, month: number): Promise<MonthRun> {
  const { model, findings } = await readModel(workspace.modelFile);
  const asOf = await readModel(workspace.modelFile, { asOf: 2026 });
  if (!model || !asOf.model)
    throw new Error([...findings, ...asOf.findings].map((f) => f.message).join('\n'));
  const files = new Map(
    readdirSync(workspace.pricesDir).map((name) => [
      name,
      readFileSync(join(workspace.pricesDir, name), 'utf8'),
    ]),
  );
  const { prices, findings: priceFindings } = adoptedFor(asOf.model, files);
  return runMonth({
    ...{ workspace, model, financeModel: asOf.model, modelFindings: findings, prices, priceFindings },
    ...{ db, key: KEY, month },
  });
}
