// Costing: how cost goes from postings to services. Reads the section and hands its parts to their readers.

import type { ActivityState } from '../../tables/activity.ts';
import { naturesFor } from '../codes/natures.ts';
import type { ActivitySource, Concept, Costing, Country, Level, Method, Unit } from '../model.ts';
import { checkNewName, type Names, namesOf, readName, readNames } from '../yaml/names.ts';
import {
  type Entry,
  expected,
  missing,
  readChoice,
  readCodes,
  readEntries,
  readFields,
  readList,
  readNamedList,
} from '../yaml/read-values.ts';
import { complain, locationOf, type Spot } from '../yaml/spot.ts';
import { readActivities, readCentres } from './read-centres.ts';
import { BUILT_IN, readDrivers } from './read-drivers.ts';
import { readInternalSales } from './read-internal-sales.ts';
import { readPool } from './read-pools.ts';
import type { Vocabulary } from './vocabulary.ts';

const KEYS = [
  'method',
  'volumes',
  'organisation',
  'natures',
  'pools',
  'internal-sales',
  'centres',
  'activities',
  'drivers',
] as const;

/** What the sections before costing have given. `base` is where `prices: base:` stands. */
export type CostingGround = {
  readonly vocabulary: Omit<Vocabulary, 'activities'>;
  readonly units: readonly Unit[];
  readonly columns: Names;
  readonly levels: ReadonlyMap<string, readonly Level[]>;
  readonly concepts: readonly Concept[];
  /** The sources of the cost year. */
  readonly activity: readonly ActivitySource[];
  /** False where the model is read as of another year: units may be others then, or of another kind. */
  readonly isCostYear: boolean;
  readonly country: Country;
  readonly year: number;
  readonly base: Spot | undefined;
};

export type CostingSection = {
  readonly costing: Costing;
  /** The natures that growth may name. */
  readonly natures: Names;
  readonly vocabulary: Vocabulary;
  readonly pools: Names;
  readonly drivers: Names;
};

/** Reads `costing:`. */
export function readCosting(spot: Spot, ground: CostingGround): CostingSection {
  const fields = readFields(spot, 'costing', KEYS);
  const pools = fields.pools
    ? distinct(readNamedList(fields.pools, 'pool'))
    : (missing(spot, 'pools', 'List the pools: "pools: [ - rest: { park: not yet placed } ]".') ?? []);
  const centres = fields.centres ? distinct(readNamedList(fields.centres, 'centre')) : [];
  const activities = fields.activities ? distinct(readNamedList(fields.activities, 'activity')) : [];
  const sales = fields['internal-sales'] ? distinct(readNamedList(fields['internal-sales'], 'sale')) : [];
  const drivers = fields.drivers ? readEntries(fields.drivers, 'drivers') : [];
  const vocabulary: Vocabulary = {
    ...ground.vocabulary,
    activities: namesOf('activity', activities.map(keyOf)),
  };
  const poolNames = namesOf('pool', pools.map(keyOf), fields.pools !== undefined);
  const basePools = new Set(ground.base ? readNames(ground.base, poolNames) : []);
  const natures = fields.natures ? readNatures(fields.natures) : [];
  const names = {
    ...ground,
    vocabulary,
    pools: poolNames,
    drivers: namesOf('driver', [...BUILT_IN.map(({ name }) => name), ...drivers.map(keyOf)]),
    concepts: namesOf(
      'concept',
      ground.concepts.map(({ name }) => name),
    ),
    basePools,
  };
  for (const { key, at } of [...pools, ...sales]) checkNewName(key, at);
  const internal = readInternalSales(sales, names);
  const read = pools.map((entry) => readPool(entry, names));
  const costing: Costing = {
    method: fields.method ? (readMethod(fields.method, ground) ?? { kind: 'direct' }) : missingMethod(spot),
    volumes: readState(fields.volumes, spot, ground.activity),
    pools: [...internal.pools, ...read],
    ...(sales.length > 0 ? { internalSales: internal.sales } : {}),
    centres: [...readCentres(centres, names), ...readActivities(activities, names)],
    drivers: readDrivers(drivers, spot, names),
    natures: [...natures, ...naturesFor(ground.country, ground.year)],
  };
  const known = [...costing.natures, ...read].flatMap(({ nature }) => nature ?? []);
  return { costing, natures: namesOf('nature', known), vocabulary, pools: poolNames, drivers: names.drivers };
}

const keyOf = ({ key }: Entry): string => key;

/** Names in a list of one-key maps must differ, as keys of a map do. */
function distinct(entries: Entry[]): Entry[] {
  const lines = new Map<string, number>();
  return entries.filter(({ key, at }) => {
    const before = lines.get(key);
    if (before === undefined) return lines.set(key, locationOf(at).line);
    const message = `"${key}" stands already in line ${before}.`;
    complain(at, { rule: 'duplicate-key', message, remedy: 'Give one of them another name.' });
    return false;
  });
}

const missingMethod = (spot: Spot): Method => {
  missing(
    spot,
    'method',
    'Write "method: reciprocal", "method: direct" or "method: { step-down: [unit, …] }".',
  );
  return { kind: 'direct' };
};

function readMethod(spot: Spot, { vocabulary, units, isCostYear }: CostingGround): Method | undefined {
  if (!(spot.node && 'items' in spot.node)) {
    const kind = readChoice(spot, ['reciprocal', 'direct', 'step-down']);
    if (kind === 'reciprocal' || kind === 'direct') return { kind };
    return (
      kind &&
      expected(
        spot,
        'the order in which support units close',
        'Write "method: { step-down: [it, kitchen] }".',
      )
    );
  }
  const fields = readFields(spot, 'method', ['step-down']);
  if (!fields['step-down'])
    return missing(spot, 'step-down', 'Write "method: { step-down: [it, kitchen] }".');
  const order: string[] = [];
  for (const item of readList(fields['step-down'])) {
    const id = readName(item, vocabulary.units);
    const unit = units.find((one) => one.id === id);
    if (!unit || (unit.kind !== 'support' && !isCostYear)) continue;
    if (unit.kind !== 'support') expected(item, `a support unit ("${unit.id}" is a ${unit.kind})`);
    else if (order.includes(unit.id)) expected(item, `each unit once ("${unit.id}" stands above)`);
    else order.push(unit.id);
  }
  const left = units.filter(({ id, kind }) => kind === 'support' && !order.includes(id)).map(({ id }) => id);
  if (left.length > 0 && isCostYear)
    complain(fields['step-down'], {
      rule: 'missing',
      message: `the order leaves out ${left.length === 1 ? 'the support unit' : 'the support units'} ${left.join(', ')}.`,
      remedy: 'Name every support unit, in the order in which they close.',
    });
  return { kind: 'step-down', order };
}

const STATES: readonly ActivityState[] = ['granted', 'planned', 'delivered'];

/** The state whose volumes share and divide cost; a model with volumes in one state needs not say it. */
function readState(
  spot: Spot | undefined,
  costing: Spot,
  activity: readonly ActivitySource[],
): ActivityState {
  const states = STATES.filter((state) => activity.some((source) => source.state === state));
  const said = spot && readChoice(spot, STATES);
  if (spot && said && states.length > 0 && !states.includes(said))
    complain(spot, {
      rule: 'expected',
      message: `no source holds ${said} volumes.`,
      remedy: `Sources hold: ${states.join(', ')}.`,
    });
  if (!spot && states.length > 1)
    missing(
      costing,
      'volumes',
      `Sources hold ${states.join(' and ')} volumes: say which share and divide cost.`,
    );
  return said ?? states[0] ?? 'delivered';
}

function readNatures(spot: Spot): { nature: string; articles: NonNullable<ReturnType<typeof readCodes>> }[] {
  return readEntries(spot, 'natures').flatMap(({ key, at, value }) => {
    checkNewName(key, at);
    const articles = readCodes(value);
    return articles ? [{ nature: key, articles }] : [];
  });
}
