// Services: what the municipality does for people, in what measure, at which need levels.

import { byKey } from '../../money/apportion.ts';
import { LANGUAGES, type Texts } from '../../words/language.ts';
import type { Level, Service } from '../model.ts';
import { checkNewName, type Names, namesOf, readNames } from '../yaml/names.ts';
import {
  type Entry,
  type Fields,
  missing,
  readCodes,
  readEntries,
  readFields,
  readFlag,
  readList,
  readPositive,
  readText,
} from '../yaml/read-values.ts';
import { complain, locationOf, type Spot } from '../yaml/spot.ts';

/** The services of a model and the groups they form (sorted ids by name of group). */
export type ServiceSection = {
  readonly services: readonly Service[];
  readonly names: Names;
  readonly groups: ReadonlyMap<string, readonly string[]>;
};

const KEYS = ['name', 'measure', 'group', 'function', 'levels', 'open'] as const;

/** Reads `services:` and `service-groups:`. */
export function readServices(spot: Spot | undefined, groups: Spot | undefined): ServiceSection {
  const services = spot ? readEntries(spot, 'services').map(readService) : [];
  const sorted = services.sort((a, b) => byKey(a.id, b.id));
  const names = namesOf(
    'service',
    sorted.map(({ id }) => id),
    spot !== undefined,
  );
  const formed = new Map<string, string[]>();
  for (const { id, groups: own } of sorted)
    for (const group of own) formed.set(group, [...(formed.get(group) ?? []), id]);
  for (const { key, at, value } of groups ? readEntries(groups, 'service-groups') : []) {
    checkNewName(key, at);
    formed.set(key, [...new Set([...(formed.get(key) ?? []), ...readNames(value, names)])].sort(byKey));
  }
  for (const { id, at } of sorted) {
    if (!formed.has(id) || !spot) continue;
    const message = `"${id}" is both a service and a group of services.`;
    spot.reading.findings.push({
      rule: 'model/name',
      severity: 'error',
      message,
      remedy: 'Give one of them another name.',
      where: { file: at.file, line: at.line, position: at.column },
    });
  }
  const grouped = sorted.map((service) => ({
    ...service,
    groups: [...formed]
      .filter(([, ids]) => ids.includes(service.id))
      .map(([name]) => name)
      .sort(byKey),
  }));
  return { services: grouped, names, groups: formed };
}

function readService({ key, at, value }: Entry): Service {
  checkNewName(key, at);
  const fields = readFields(value, 'a service', KEYS);
  const open = fields.open ? (readFlag(fields.open) ?? false) : false;
  const measure = readMeasure(fields, open, at);
  const { levels, source } = fields.levels ? readLevels(fields.levels) : { levels: [], source: undefined };
  return {
    id: key,
    name: fields.name ? readTexts(fields.name) : {},
    ...(measure === undefined ? {} : { measure }),
    open,
    groups: fields.group
      ? readList(fields.group).flatMap((item) => readText(item, 'the name of a group') ?? [])
      : [],
    functions: (fields.function && readCodes(fields.function)) ?? [],
    levels,
    ...(source === undefined ? {} : { levelSource: source }),
    at: locationOf(at),
  };
}

/** Measures that quantities are exact in are written in the singular, in English. */
const SINGULAR: ReadonlyMap<string, string> = new Map([
  ['hours', 'hour'],
  ['minutes', 'hour'],
  ['days', 'day'],
  ['months', 'month'],
  ['time', 'hour'],
  ['timer', 'hour'],
]);

function readMeasure(fields: Fields<(typeof KEYS)[number]>, open: boolean, at: Spot): string | undefined {
  if (!fields.measure) {
    return open
      ? undefined
      : missing(
          at,
          'measure',
          'Say what the service is counted in, such as "measure: hour", or write "open: true".',
        );
  }
  const measure = readText(fields.measure, 'a measure such as hour or day');
  const singular = measure && SINGULAR.get(measure);
  if (singular) {
    const message = `"${measure}" is not a measure.`;
    complain(fields.measure, { rule: 'expected', message, remedy: `Write "measure: ${singular}".` });
  }
  if (open) {
    const message = 'an open service has no measure: no one counts its users.';
    complain(fields.measure, { rule: 'expected', message, remedy: 'Leave out "measure" or "open".' });
    return undefined;
  }
  return measure;
}

/** One text, or a map of languages. One text stands for every language. */
export function readTexts(spot: Spot): Texts {
  if (spot.node && 'items' in spot.node) {
    const fields = readFields(spot, 'a name', LANGUAGES);
    const texts: { -readonly [language in keyof Texts]: Texts[language] } = {};
    for (const language of LANGUAGES) {
      const at = fields[language];
      const text = at && readText(at);
      if (text !== undefined) texts[language] = text;
    }
    return texts;
  }
  const text = readText(spot, 'a name');
  return text === undefined ? {} : { nb: text, sv: text, da: text, en: text };
}

/** `{ ordinary: 1.00, dementia: 1.18, source: staffing norm 2025 }`: weights per level, above 0. */
function readLevels(spot: Spot): { levels: Level[]; source: string | undefined } {
  const entries = readEntries(spot, 'levels');
  const source = entries.find(({ key }) => key === 'source');
  const levels = entries.flatMap(({ key, at, value }): Level[] => {
    if (key === 'source') return [];
    checkNewName(key, at);
    const weight = readPositive(value, 'a weight');
    return weight ? [{ name: key, weight }] : [];
  });
  if (!source)
    complain(spot, {
      rule: 'no-source',
      severity: 'warning',
      message: 'the weights of the levels have no source.',
      remedy: 'Write where they are from: "source: staffing norm 2025".',
    });
  return { levels, source: source && readText(source.value) };
}
