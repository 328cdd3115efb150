// The small workspace with financing: the sample model followed month by month, with one of everything that its
// financing section can say.

import { SAMPLE_MODEL, SAMPLE_UNITS, writeSample } from './sample-model.ts';

export const SAMPLE_BUDGET_VOLUMES = `\
unit;service;level;month;users;quantity
sjosiden;home-nursing;;;104,5;12 000
sjosiden;practical-assistance;;1;;900
sjosiden;practical-assistance;;2026-02;;850,5
solvang;nursing-home;ordinary;;40;14 600
solvang;nursing-home;dementia;;24;8760
`;

export const SAMPLE_FINANCING = `\
financing:
  frame:
    held-by: purchaser
    from: budget
    periodise: calendar-days
    changes:
      - { from: 2026-09, unit: innlandet, amount: "-120 000,50", source: council 61/26 }
      - { from: 2026-07, unit: sjosiden, amount: "500 000", source: council 42/26 }
  volumes: { table: data/budget-volumes.csv, source: council budget 2026 }
  hours: paid-time
  full-time: 1 750
  natures: { wages: [wages], income: [sales, refunds], fixed: [capital] }
  mix: { home-care: home-care }
  growth: { wages: 4.6 %, goods: 3.2 %, source: statistics 2026 }
  models:
    activity:
      name: { nb: Innsatsstyrt, en: Activity-based }
      pays: { basis: lesser, absence: { nursing-home: 14 days }, empty-places: { nursing-home: 80 % } }
      applies: [ { units: home-care-units, from: 2026-01 }, { units: solvang, from: 2026-07 } ]
      floor: 95 %
      ceiling: 105 %
      transition: { 2026: 50 %, 2027: 100 % }
    average:
      pays: { basis: delivered }
      applies: [ { units: providers, from: 2026-01 } ]
      prices: { base: [patrol, cars], supplements: none }
    frame-only: { kind: frame }
  in-force: activity
  settlement:
    surplus: { keep: 50 %, at-most: 3 % }
    deficit: { carry: 100 %, at-most: 2 % }
    carried-in: { sjosiden: "-120 000" }
    source: council 12/26
`;

/** The sources of the finance year, which financing reads. */
const SOURCES = `\
    - { read: table, kind: delivered, files: data/delivered-2026-*.csv, year: 2026, columns: { person: pnr, service: tjeneste, unit: enhet, date: dato, quantity: minutter, level: behov } }
    - { read: table, kind: decisions, files: data/decisions-2026.csv, year: 2026, per: week, columns: { person: pnr, service: tjeneste, unit: enhet, quantity: timer, from: fra, to: til } }
    - { read: table, kind: suspensions, files: data/away-2026.csv, year: 2026, columns: { person: pnr, from: fra, to: til } }
    - { read: table, kind: capacity, files: data/places-2026.csv, year: 2026, columns: { unit: enhet, places: plasser, from: fra } }
    - { read: table, kind: paid-hours, files: data/paid-2025.csv, columns: { unit: enhet, period: måned, hours: timer } }
`;
const LEDGER = `\
    - { read: table, files: data/ledger-2026-*.csv, year: 2026, columns: { account: Kontostreng, period: Periode, amount: Beløp } }
    - { read: table, kind: budget, files: data/budget-2026.csv, year: 2026, columns: { account: Kontostreng, period: Periode, amount: Beløp } }
`;

/** The sample model with \`financing\` (the sample's own where it is not given), the finance year and its sources. */
export const financedModel = (financing = SAMPLE_FINANCING): string =>
  SAMPLE_MODEL.replace('price: 2026 }', 'price: 2026, finance: 2026 }')
    .replace('  account-string:', `${LEDGER}  account-string:`)
    .replace('units: data/units.csv', `${SOURCES}units: data/units.csv`)
    .replace('function: 234, answers: provider', 'function: 234, answers: purchaser')
    .concat(financing);

/** The sample's units, with the unit that purchases of each provider. */
const UNITS = SAMPLE_UNITS.trimEnd()
  .split('\n')
  .map((row, i) => `${row};${i === 0 ? 'purchaser' : row.includes(';provider;') ? 'office' : ''}\n`)
  .join('');

/** Writes a financed model with its tables, and `files`, into a new folder; gives the path of its innsats.yaml. */
export const writeFinanced = (model: string, files: Parameters<typeof writeSample>[1] = {}): string =>
  writeSample(model, { 'data/units.csv': UNITS, 'data/budget-volumes.csv': SAMPLE_BUDGET_VOLUMES, ...files });
