// Activity on the shape of the demonstration, in any number of rows: persons with a service and a unit of their own,
// who are visited for some minutes on most days of the year.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { ActivitySource, Model, Service } from '../src/model/model.ts';
import { fraction } from '../src/money/fraction.ts';

const SERVICES = [
  { id: 'home-nursing', text: 'Hjemmesykepleie', levels: [] },
  { id: 'practical-assistance', text: 'Praktisk bistand', levels: [] },
  { id: 'reinforced-care', text: 'Forsterket omsorg', levels: ['ordinær', 'demens', 'forsterket'] },
  { id: 'activation', text: 'Aktivisering', levels: [] },
] as const;
const UNITS = ['sjosiden', 'innlandet', 'solvang', 'fjordglott', 'bakkehaugen'];
const AT = { file: 'innsats.yaml', line: 1, column: 1 };

/** Writes `rows` rows under the header pnr;tjeneste;enhet;dato;minutter;behov; identifiers are made up, month + 80. */
export async function writeActivityFile(path: string, rows: number, persons = 2_000): Promise<void> {
  const out = createWriteStream(path);
  let text = 'pnr;tjeneste;enhet;dato;minutter;behov\n';
  let state = 1;
  const below = (n: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * n);
  };
  for (let i = 0; i < rows; i++) {
    const person = below(persons);
    const service = SERVICES[person % SERVICES.length]!;
    const level = service.levels[Math.floor(person / 7) % 3] ?? '';
    const day = new Date(Date.UTC(2025, 0, 1 + below(365))).toISOString().slice(0, 10);
    const identifier = `${10 + (person % 18)}81${String(10_000_000 + person * 37).slice(1)}`;
    text += `${identifier};${service.text};${UNITS[Math.floor(person / 4) % UNITS.length]};${day};${5 + below(26)};${level}\n`;
    if (text.length < 1 << 20) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await once(out, 'close');
}

/** The source that reads such a file. */
const ACTIVITY_SOURCE: ActivitySource = {
  read: 'table',
  kind: 'records',
  state: 'delivered',
  files: ['activity.csv'],
  columns: {
    person: 'pnr',
    service: 'tjeneste',
    unit: 'enhet',
    date: 'dato',
    quantity: 'minutter',
    level: 'behov',
  },
  services: new Map(SERVICES.map(({ id, text }) => [text, id])),
  units: new Map(),
  levels: new Map(),
  quantityIn: 'minutes',
  decimal: ',',
  at: AT,
};

/** The part of a model that readers look at. */
export const ACTIVITY_MODEL: Model = {
  file: 'innsats.yaml',
  municipality: { id: '9901', name: 'Fjordvik', country: 'NO', language: 'nb' },
  years: { cost: 2025, price: 2026 },
  ledger: [],
  activity: [ACTIVITY_SOURCE],
  units: UNITS.map((id) => ({
    id,
    name: id,
    kind: 'provider',
    provision: 'own',
    groups: [],
    responsibilities: [],
    columns: new Map(),
  })),
  services: SERVICES.map(
    ({ id, text, levels }): Service => ({
      id,
      name: { nb: text },
      measure: 'hour',
      open: false,
      groups: [],
      functions: [],
      levels: levels.map((name) => ({ name, weight: fraction(1n) })),
      at: AT,
    }),
  ),
  concepts: [],
  costing: {
    method: { kind: 'reciprocal' },
    volumes: 'delivered',
    pools: [],
    centres: [],
    drivers: new Map(),
    natures: [],
  },
  growth: [],
  pricing: { roundToOre: 1n, supplements: [] },
};
