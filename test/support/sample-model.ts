// A small workspace for tests of the model reader: one of everything that innsats.yaml can say.

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const SAMPLE_UNITS = `\
id;name;kind;provision;groups;responsibilities;parent;places;area;fte
sjosiden;Sjøsiden home care;provider;own;home-care-units;4710-4719;;;410;78
innlandet;Innlandet home care;provider;own;home-care-units;4720-4729;;;350;48
solvang;Solvang nursing home;provider;own;institutions;4810-4819 4825;;64;4 100,5;78,5
kitchen;Kitchen;support;own;;4910;;;600;19
it;IT;support;own;;4920;;;90;6
office;Purchaser unit;purchaser;own;;4700;;;;15
`;

export const SAMPLE_PORTIONS = `\
from;unit;quantity
kitchen;solvang;120 000
kitchen;sjosiden;3000
`;

export const SAMPLE_MODEL = `\
municipality: { id: "9901", name: Fjordvik kommune, country: NO }
years: { cost: 2025, price: 2026 }
sources:
  ledger:
    - read: table
      files: data/ledger-2025-*.csv
      columns: { account: Kontostreng, period: Periode, amount: Beløp }
      control-total: "434 551 000,00"
  account-string: [ { responsibility: 4 }, { function: 3 }, { article: 3, own: 1 }, { object: 3 } ]
  amount: { in: kroner, decimal: ",", income: negative }
  activity:
    - read: table
      kind: delivered
      files: data/delivered-2025-*.csv
      columns: { person: pnr, service: tjeneste, unit: enhet, date: dato, quantity: minutter, level: behov }
      quantity-in: minutes
      services: { "Hjemmesykepleie": home-nursing }
      control-total: 130 000
units: data/units.csv
unit-groups: { everyone: [sjosiden, innlandet, solvang] }
services:
  home-nursing: { name: { nb: Hjemmesykepleie, en: Home nursing }, measure: hour, group: home-care, function: 258 }
  practical-assistance: { measure: hour, group: home-care }
  nursing-home: { measure: day, levels: { ordinary: 1.00, dementia: 1.18, source: staffing norm 2025 } }
  day-centre: { open: true }
service-groups: { care-at-home: [home-nursing, practical-assistance] }
concepts: { my-gross: { articles: 010-480 590 710, source: budget handbook } }
costing:
  method: { step-down: [it, kitchen] }
  volumes: delivered
  natures: { wages: 010-099 270, food: 115 }
  pools:
    - cars: { responsibility: 4710, article: 1*, answers: provider, driver: kilometres, to: home-care-units }
    - refunds: { article: 710, answers: provider, follows: care-wages }
    - care-wages: { article: [010-099, 270], units: providers, answers: provider, driver: paid-time, to: own services }
    - patrol: { responsibility: 4799, answers: provider, driver: it-use, to: [home-nursing, practical-assistance] }
    - visits: { object: 100, concept: AGD4, answers: provider, driver: equal, to: own activities }
    - kitchen: { units: kitchen, answers: central, to: own unit }
    - it: { units: it, answers: central, nature: goods, to: it }
    - user-fees: { article: 600-629, answers: purchaser, to: not-in-price }
    - state: { function: 850, external: the state }
    - finance: { function: 800-899, not-costed: financing transactions }
    - day: { function: 234, answers: provider, driver: equal, to: day-centre }
    - rest: { park: not yet placed }
  centres:
    - kitchen: { driver: portions, to: [solvang, sjosiden] }
    - it: { driver: fte, to: [providers, kitchen] }
    - providers: { driver: paid-time, to: own services }
  activities:
    - travel: { driver: equal, to: own services, units: home-care-units }
  drivers:
    fte: { column: fte, source: staff register 2025 }
    portions: { table: data/portions.csv, source: kitchen 2025 }
    kilometres: { shares: { sjosiden: 38 %, innlandet: 62 % }, source: mileage 2025 }
    it-use: { amount: [care-wages], negative: zero }
    paid-time:
      minutes: { home-nursing: 60, practical-assistance: 60, nursing-home: { ordinary: 290, dementia: 342 } }
      capacity: { column: fte }
      source: time study 2025
prices:
  round-to: 10 øre
  base: [patrol]
  unused: unit
  supplements: { travel: { services: home-care, units: [innlandet], amount: 131 } }
  true-up: { pay-when-above: 100 %, claim-when-below: 0 %, source: contract 2025 }
growth: { 2026: { wages: 4.2 %, goods: 3.0 %, all: 3 %, source: national budget 2026 } }
week-rule: { weeks-per-month: 4, source: KPR }
`;

/** Writes files into a new folder and gives the path of its innsats.yaml. */
export function writeSample(
  model: string | Uint8Array,
  files: { readonly [path: string]: string | Uint8Array } = {},
): string {
  const folder = mkdtempSync(join(tmpdir(), 'innsats-model-'));
  const all = { 'data/units.csv': SAMPLE_UNITS, 'data/portions.csv': SAMPLE_PORTIONS, ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const file = join(folder, 'innsats.yaml');
  writeFileSync(file, model);
  return file;
}
