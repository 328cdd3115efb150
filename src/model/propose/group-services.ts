// Which services of a table of volumes can share a pool: those that rest on the same functions and are counted alike.

import { byKey } from '../../money/apportion.ts';

/** A row of the table of volumes: what was done in the year, and the functions that hold its cost. */
export type ServiceRow = {
  readonly service: string;
  readonly measure: string;
  readonly quantity: string;
  readonly functions: readonly string[];
};

/** A service with the id and the name of a pool that the model gives it. */
export type ProposedService = {
  readonly id: string;
  readonly poolName: string;
  readonly measure: string;
  readonly row: ServiceRow;
};

/** Services that rest on the same functions, and whether volumes can share the cost of these. */
export type ServiceGroup = {
  readonly services: readonly ProposedService[];
  readonly functions: readonly string[];
  readonly kind: 'shared' | 'no-function' | '254-per-hour' | 'mixed-measures';
};

const TAKEN_POOLS = ['investments', 'other-services', 'financing', 'rest'];
/** Names that mean something else where a pool says where its cost goes. */
const TAKEN_IDS = ['municipality', 'providers', 'support', 'purchasers', 'not-in-price', 'own'];
const HOUR = /^(hours?|timer?|time)$/i;

/** Services in order of the table, each text once; ids are the texts in a form that a model can use as names. What is no code is left out. */
export function toServices(rows: readonly ServiceRow[]): ProposedService[] {
  const ids = new Set<string>();
  const texts = new Map<string, ServiceRow>();
  for (const row of rows)
    if (row.service.trim() !== '' && !texts.has(row.service)) texts.set(row.service, row);
  return [...texts.values()].map((found) => {
    const row = { ...found, functions: found.functions.filter((code) => /^[\p{L}\p{N}]+$/u.test(code)) };
    const slug = toId(row.service);
    let id = slug;
    for (let n = 2; ids.has(id); n++) id = `${slug}-${n}`;
    ids.add(id);
    const written = row.measure.trim().replace(/[\s\p{C}]+/gu, ' ');
    const measure = HOUR.test(written) ? 'hour' : written.replace(/^days$/i, 'day') || 'unit';
    return { id, poolName: TAKEN_POOLS.includes(id) ? `${id}-cost` : id, measure, row };
  });
}

/** "Døgn i sykehjem (langtid)" → "døgn-i-sykehjem-langtid". */
function toId(text: string): string {
  const slug = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  if (slug === '') return 'service';
  return TAKEN_IDS.includes(slug) ? `${slug}-service` : slug;
}

/** Joins services that have a function in common, in order of the table. */
export function groupServices(services: readonly ProposedService[]): ServiceGroup[] {
  const groups: { services: ProposedService[]; functions: Set<string> }[] = [];
  for (const service of services) {
    const functions = new Set(service.row.functions);
    const joined = groups.filter((group) => [...functions].some((code) => group.functions.has(code)));
    const target = joined[0] ?? { services: [], functions: new Set<string>() };
    if (joined.length === 0) groups.push(target);
    for (const other of joined.slice(1)) {
      target.services.push(...other.services);
      for (const code of other.functions) target.functions.add(code);
      groups.splice(groups.indexOf(other), 1);
    }
    target.services.push(service);
    for (const code of functions) target.functions.add(code);
  }
  return groups.map((group) => {
    const functions = [...group.functions].sort(byKey);
    return { services: group.services, functions, kind: kindOf(group.services, functions) };
  });
}

function kindOf(services: readonly ProposedService[], functions: readonly string[]): ServiceGroup['kind'] {
  const measures = new Set(services.map(({ measure }) => measure));
  if (functions.length === 0) return 'no-function';
  if (functions.includes('254') && services.every(({ measure }) => measure === 'hour')) return '254-per-hour';
  return measures.size > 1 ? 'mixed-measures' : 'shared';
}
