// The workspace's model and unit table as they stand at a moment of the year, written from what was decided about them.

import { SERVICES, YEAR } from './books.ts';
import type { LedgerForm } from './delivered-file.ts';

/** `mistake` is a driver that nobody declared. */
export type Edit = 'a pool added' | 'another driver' | 'as organised now' | 'delimiter declared' | 'mistake';
export const EDITS: readonly Edit[] = [
  'a pool added',
  'another driver',
  'as organised now',
  'delimiter declared',
  'mistake',
];

export type ModelState = {
  /** The forms of ledger that the model has a source for. */
  readonly forms: ReadonlySet<LedgerForm>;
  readonly edits: ReadonlySet<Edit>;
  /** Of all visits, in hours with one decimal. */
  readonly controlTotal?: string;
};

const COLUMNS = 'function: Funksjon, article: Art, responsibility: Ansvar, date: Dato, amount: Beløp';
const AMOUNT = 'amount: { in: kroner, decimal: ",", income: negative }';

function ledgerSource(form: LedgerForm, hasDelimiter: boolean): string {
  const files = `files: data/ledger-*.${form}`;
  switch (form) {
    case 'csv':
      return `{ read: table, ${files}, encoding: utf-8, ${hasDelimiter ? 'delimiter: ";", ' : ''}columns: { ${COLUMNS} }, ${AMOUNT} }`;
    case 'xlsx':
      return `{ read: table, ${files}, columns: { ${COLUMNS} }, ${AMOUNT} }`;
    case 'xml':
      return `{ read: saft, ${files}, dimensions: { responsibility: A, function: F } }`;
    case 'se':
      return `{ read: sie, ${files}, dimensions: { responsibility: 1, function: 20 }, account-map: { table: accounts.csv, source: chart of accounts } }`;
  }
}

/** innsats.yaml. */
export function modelText({ forms, edits, controlTotal }: ModelState): string {
  const ledgers = [...forms]
    .sort()
    .map((form) => `    - ${ledgerSource(form, edits.has('delimiter declared'))}`);
  const services = [...SERVICES].map(([id, text]) => `"${text}": ${id}`);
  const driver = edits.has('mistake') ? 'volume' : edits.has('another driver') ? 'equal' : 'volumes';
  return `municipality: { id: "9901", name: Lillevik, country: NO, language: nb }
years: { cost: ${YEAR}, price: ${YEAR + 1} }
sources:
  ledger:
${ledgers.join('\n')}
  activity:
    - read: table
      kind: delivered
      files: data/visits-*.csv
      encoding: utf-8
      columns: { person: pnr, service: tjeneste på vedtak, unit: enhet, date: dato, quantity: minutter }
      quantity-in: minutes
      decimal: ","
      services: { ${services.join(', ')} }
${controlTotal === undefined ? '' : `      control-total: "${controlTotal}"\n`}units: units.csv
services: { home-nursing: { measure: hour }, practical-assistance: { measure: hour } }
costing:
  method: reciprocal
  organisation: ${edits.has('as organised now') ? 'now' : 'then'}
  volumes: delivered
  pools:
${edits.has('a pool added') ? '    - goods: { article: 100-290, units: providers, answers: provider, driver: equal, to: own services }\n' : ''}    - care: { article: 010-290, units: providers, answers: provider, driver: volumes, to: own services }
    - refunds: { article: 710, answers: provider, follows: care }
    - management: { function: 120, answers: central, driver: ${driver}, to: [home-nursing, practical-assistance] }
    - taxes: { function: 870, not-costed: taxes }
    - rest: { park: not yet placed }
growth: { ${YEAR + 1}: { all: 3 %, source: budget } }
`;
}

const UNITS = ['south;South;provider;4720;;;', 'hall;Town hall;support;4900;;;'];

/** What becomes of the north in the middle of the year. */
export type Reorganisation = 'not' | 'handed over' | 'divided';

/** Handed over, all of it goes to the harbour; divided, 62 in 100 parts, and the rest to the hill. */
const NORTH: { readonly [as in Reorganisation]: readonly string[] } = {
  not: ['north;North;provider;4710;;;'],
  'handed over': [
    `north;North;provider;4710;;${YEAR}-06-30;harbour`,
    `harbour;Harbour;provider;4710;${YEAR}-07-01;;`,
  ],
  divided: [
    `north;North;provider;4710;;${YEAR}-06-30;harbour:62 hill:38`,
    `harbour;Harbour;provider;4710;${YEAR}-07-01;;`,
    `hill;Hill;provider;4715;${YEAR}-07-01;;`,
  ],
};

/** units.csv. */
export const unitsText = (reorganised: Reorganisation): string =>
  `${['id;name;kind;responsibilities;from;to;successor', ...NORTH[reorganised], ...UNITS].join('\n')}\n`;

/** accounts.csv: the municipality's own accounts of the SIE files. */
export const accountsText = (): string =>
  `${[
    'account;article',
    ...['010', '099', '120', '240', '710', '870'].map((article) => `${article}0;${article}`),
    '1930;balance',
  ].join('\n')}\n`;
