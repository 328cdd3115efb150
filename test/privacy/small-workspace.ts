// A small municipality on disk, with a ledger and the home nursing of given persons, for tests of what a whole run
// leaves behind.

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Country } from '../../src/model/model.ts';

/** Sources of other registers that name persons, beside the deliveries. */
export const OTHER_SOURCES = `
    - { read: table, kind: decisions, files: data/decisions.csv, per: week, columns: { person: pnr, service: tjeneste, unit: enhet, quantity: timer, from: fra, to: til, decision: vedtak } }
    - { read: table, kind: suspensions, files: data/away.csv, columns: { person: pnr, from: fra, to: til } }
    - { read: table, kind: waiting-list, files: data/waiting.csv, columns: { person: pnr, service: tjeneste, from: fra, to: til } }
  people:
    - { read: table, files: data/people.csv, columns: { person: pnr, birth-year: år, sex: kjønn, district: krets } }
  assessments:
    - { read: table, files: data/needs.csv, columns: { person: pnr, from: fra, to: til, weight: vekt } }`;

/** A ledger whose postings name whom they are for. */
const INVOICES = `
    - { read: table, files: data/invoices.csv, columns: { function: funksjon, article: art, period: periode, amount: beløp, person: mottaker } }`;

const model = (
  country: Country,
  more: string,
  ledgers: string,
): string => `municipality: { id: "9901", name: Prøve, country: ${country} }
years: { cost: 2025, price: 2026 }
sources:
  ledger:
    - { read: table, files: data/ledger.csv, columns: { function: funksjon, article: art, project: prosjekt, period: periode, amount: beløp } }${ledgers}
  activity:
    - read: table
      kind: delivered
      files: data/delivered-*
      columns: { person: pnr, service: tjeneste, unit: enhet, date: dato, quantity: minutter, level: behov }
      quantity-in: minutes
      decimal: ","${more}
  amount: { in: kroner, decimal: ",", income: negative }
units: units.csv
services: { home-nursing: { measure: hour } }
costing:
  method: direct
  volumes: delivered
  pools:
    - care: { function: 258, nature: wages, answers: provider, driver: volumes, to: home-nursing }
    - rest: { park: not yet placed }
growth: { 2026: { all: 2.5 %, source: test } }
`;

export const HEADER = 'pnr;tjeneste;enhet;dato;minutter;behov\n';

/** A root with folders for the workspace, the home and what is temporary; `environment` keeps the program inside it. */
export type Place = {
  readonly root: string;
  readonly workspace: string;
  readonly environment: { readonly [name: string]: string };
};

/** Writes the workspace; `files` go into its data folder, `ledger.csv` among them where given. */
export function writeWorkspace(
  files: { readonly [name: string]: string | Uint8Array },
  country: Country = 'NO',
  more = '',
): Place {
  const root = mkdtempSync(join(tmpdir(), 'innsats-privacy-'));
  const workspace = join(root, 'workspace');
  for (const folder of ['workspace/data', 'home', 'temporary', 'keys'])
    mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(
    join(workspace, 'innsats.yaml'),
    model(country, more, 'invoices.csv' in files ? INVOICES : ''),
  );
  writeFileSync(join(workspace, 'units.csv'), 'id;name;kind\nsjosiden;Sjøsiden;provider\n');
  const ledger = 'funksjon;art;prosjekt;periode;beløp\n258;010;P1;2025-01;1000000,00\n';
  for (const [name, content] of Object.entries({ 'ledger.csv': ledger, ...files }))
    writeFileSync(join(workspace, 'data', name), content);
  writeFileSync(join(root, 'keys', 'a.key'), Buffer.alloc(32, 'a'));
  writeFileSync(join(root, 'keys', 'b.key'), Buffer.alloc(32, 'b'));
  const temporary = join(root, 'temporary');
  return {
    root,
    workspace,
    environment: {
      HOME: join(root, 'home'),
      XDG_CONFIG_HOME: join(root, 'home', '.config'),
      TMPDIR: temporary,
      TEMP: temporary,
      TMP: temporary,
      INNSATS_PSEUDONYM_KEY_FILE: join(root, 'keys', 'a.key'),
    },
  };
}
