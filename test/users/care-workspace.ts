// A small municipality in files, for tests of cost per user: districts by the hour with granted and delivered hours, group
// homes by the day with levels, bought places by invoice, private care, an open service, assessed need, and whoever came
// and went from one year to the next. The same seed and year give the same files.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFrom } from '../auditor/generate-network.ts';

export type CareOptions = {
  readonly year?: number;
  readonly seed?: number;
  readonly id?: string;
  /** What stands under `users:` in the model; lines of YAML, indented by two. */
  readonly users?: string;
  readonly method?: string;
  readonly volumes?: 'granted' | 'delivered';
};

const UNITS = `id;name;kind;provision;responsibilities;places
north;North district;provider;own;4100-4109;
south;South district;provider;own;4110-4119;
care-ltd;Care Ltd;provider;private;4190;
birch;Birch house;provider;own;4200-4209;6
rowan;Rowan house;provider;own;4210-4219;6
elsewhere;Places elsewhere;provider;municipality;4290;
kitchen;Kitchen;support;own;4600;
staff;Management;support;own;4000-4009;
`;

/** What the model says of users unless a test says other. */
export const USERS = `
  need: { instrument: scale, services: home-care, source: time study }
  fees: [user-fees]
  sales: [sold]
  expected: { home-care: { from: 300, to: 1 500 }, group-home: { from: 100, to: 900 } }
  jump: 10 %
  responsible: { north: Anna Berg, south: Anna Berg, birch: Ola Lie }
  outliers: { quartile: 1.5, within: services }
  resource-intensive: { 2025: { threshold: 300 000, share: 80 %, under-age: 67, source: state budget 2025 } }
  inhabitants: { number: 4 000, source: statistics office }
`;

const model = ({
  year = 2025,
  id = '9901',
  users = USERS,
  method = 'reciprocal',
  volumes = 'delivered',
}: CareOptions) => `\
municipality: { id: "${id}", name: Municipality ${id}, country: NO, language: en }
years: { cost: ${year}, price: ${year + 1} }
sources:
  ledger:
    - read: table
      files: data/ledger.csv
      columns: { responsibility: responsibility, function: function, article: article, month: month, amount: amount, person: person }
      year: ${year}
  amount: { in: kroner, decimal: ".", income: negative }
  activity:
    - { read: table, kind: delivered, files: data/delivered.csv, columns: { person: person, service: service, unit: unit, level: level, month: month, quantity: quantity }, year: ${year}, decimal: "." }
    - { read: table, kind: granted, files: data/granted.csv, columns: { person: person, service: service, unit: unit, level: level, month: month, quantity: quantity }, year: ${year}, decimal: "." }
  people:
    - { read: table, files: data/people.csv, columns: { person: person, birth-year: born } }
  assessments:
    - { read: table, files: data/assessments.csv, columns: { person: person, from: from, to: to, instrument: by, weight: weight }, }
units: data/units.csv
service-groups: { living: [group-home] }
services:
  home-care:  { name: { en: Home care }, measure: hour, function: 254 }
  group-home: { name: { en: Group home }, measure: day, function: 257, levels: { light: 1, heavy: 1.6, source: staffing } }
  cafe:       { name: { en: Open café }, open: true, function: 234 }
costing:
  method: ${method}
  volumes: ${volumes}
  natures: { wages: 010-099 710, goods: 100-290, purchased: 300-380, income: 600-690 }
  pools:
    - user-fees: { article: 600, answers: purchaser, to: not-in-price }
    - sold:      { article: 620, units: providers, answers: provider, follows: goods }
    - refunds:   { article: 710, units: providers, answers: provider, follows: wages }
    - cafe:      { function: 234, answers: purchaser, driver: equal, to: cafe }
    - invoices:  { article: 370, answers: provider, driver: volumes, to: own services }
    - kitchen:   { units: kitchen, answers: central, to: own unit }
    - staff:     { units: staff, answers: central, to: own unit }
    - wages:     { article: 010-099, units: providers, answers: provider, driver: minutes, to: own services }
    - goods:     { article: 100-290, units: providers, answers: provider, driver: equal, to: own services }
    - rest:      { park: not yet placed }
  centres:
    - kitchen:   { driver: equal, to: [staff, birch, rowan] }
    - staff:     { driver: equal, to: all units }
    - providers: { driver: equal, to: own services }
  drivers:
    minutes: { minutes: { home-care: 60, group-home: { light: 200, heavy: 340 } }, capacity: 500 000, source: time study }
growth: { ${year + 1}: { all: 0 %, source: none } }
prices: { unused: purchaser }
users:${users}`;

type Line = readonly (string | number)[];
const csv = (head: string, lines: readonly Line[]): string =>
  `${[head, ...lines.map((line) => line.join(';'))].join('\n')}\n`;

/** Writes the workspace into `dir`. */
export function writeCareWorkspace(dir: string, options: CareOptions = {}): void {
  const { year = 2025, seed = 1 } = options;
  const data = join(dir, 'data');
  mkdirSync(data, { recursive: true });
  const files = careFiles(year, seed);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(data, name), text);
  writeFileSync(join(data, 'units.csv'), UNITS);
  writeFileSync(join(dir, 'innsats.yaml'), model(options));
}

/** Forty persons of a district, of whom some are new each year; twelve in houses; two in bought places. */
function careFiles(year: number, seed: number): { readonly [name: string]: string } {
  const random = randomFrom(seed * 10_000 + year);
  const [delivered, granted, ledger, people, assessments]: [Line[], Line[], Line[], Line[], Line[]] = [
    [],
    [],
    [],
    [],
    [],
  ];
  const come = (year % 10) * 5;
  for (let n = come; n < come + 40; n++) {
    const [person, unit] = [`K-${n}`, n % 5 === 0 ? 'care-ltd' : n % 2 === 0 ? 'north' : 'south'];
    people.push([person, 1930 + (n % 60)]);
    if (n % 3 > 0) assessments.push([person, `${year - 1}-06-01`, '', 'scale', `1.${n % 7}`]);
    if (n % 4 === 0) assessments.push([person, `${year}-07-01`, '', 'scale', '2.25']);
    for (let month = 1; month <= 12; month += 1 + (n % 3)) {
      const hours = 1 + random.below(n % 13 === 0 ? 90 : 14);
      delivered.push([person, 'home-care', unit, '', month, hours]);
      granted.push([person, 'home-care', unit, '', month, hours + random.below(3)]);
    }
  }
  for (let n = 0; n < 12; n++) {
    const [person, house] = [
      n < 3 ? `K-${come + n}` : `H-${n + (year % 2)}`,
      n % 2 === 0 ? 'birch' : 'rowan',
    ];
    if (n >= 3) people.push([person, 1960 + n]);
    const level = n % 3 === 0 ? 'heavy' : 'light';
    for (let month = 1; month <= 12; month++)
      delivered.push([person, 'group-home', house, level, month, 20 + random.below(8)]);
  }
  for (const person of ['E-1', 'E-2']) {
    delivered.push([person, 'group-home', 'elsewhere', 'heavy', 4, 30]);
    ledger.push([4290, 257, 370, 4, 40_000 + random.below(9_000), person]);
  }
  delivered.push(['', 'home-care', 'north', '', 6, 25]);
  ledger.push(
    [4200, 257, 370, 5, 2_500, 'H-4'],
    [4200, 257, 370, 6, -500, 'H-4'],
    [4200, 257, 370, 6, 777.77, 'H-6'],
  );
  ledger.push([4100, 254, 600, 12, -1_200, `K-${come + 2}`], [4110, 254, 620, 12, -4_000, '']);
  for (const [responsibility, code, wages] of [
    ...([
      [4100, 254, 310_000],
      [4110, 254, 275_000],
      [4190, 254, 60_000],
    ] as const),
    ...([
      [4200, 257, 520_000],
      [4210, 257, 610_000],
      [4600, 253, 90_000],
      [4000, 120, 120_000],
    ] as const),
  ]) {
    for (let month = 1; month <= 12; month++)
      ledger.push([
        responsibility,
        code,
        '010',
        month,
        ((wages * (100 + random.below(9))) / 1200).toFixed(2),
        '',
      ]);
    ledger.push([responsibility, code, 120, 3, 1_000 + random.below(50_000), '']);
    ledger.push([responsibility, code, 710, 9, -random.below(9_000), '']);
  }
  ledger.push([4100, 234, '010', 2, 45_000, ''], [9999, 254, 120, 2, 300, '']);
  return {
    'ledger.csv': csv('responsibility;function;article;month;amount;person', ledger),
    'delivered.csv': csv('person;service;unit;level;month;quantity', delivered),
    'granted.csv': csv('person;service;unit;level;month;quantity', granted),
    'people.csv': csv('person;born', people),
    'assessments.csv': csv('person;from;to;by;weight', assessments),
  };
}
