// A year of users as plain lists, as the auditor reads it, and the same as the program reads it.

import fc from 'fast-check';
import type { Model } from '../../src/model/model.ts';
import type { CostObject, Costs } from '../../src/tables/costs.ts';
import type { Cube } from '../../src/tables/cube.ts';
import { type NetworkNode, nodeKey, type Strand } from '../../src/tables/network.ts';
import type { NamedCost, NeedWeights } from '../../src/tables/users.ts';
import type { UsersInput } from '../../src/users/cost-users.ts';
import { handMadeModel, REST, service } from '../support/hand-made-model.ts';
import type { PlainUsers } from './auditor.ts';

export type YearRecord = {
  readonly person: string;
  readonly object: number;
  readonly month: number;
  readonly parts: number;
};

/** Objects are numbered; a named source says which of them its ends are, −1 for "parked". */
export type PlainYear = {
  readonly costs: readonly (readonly [strand: number, ore: number][])[];
  readonly records: readonly YearRecord[];
  /** Weight of a person's need in fifths. */
  readonly need: ReadonlyMap<string, number>;
  readonly named: readonly {
    readonly strand: number;
    readonly income: boolean;
    readonly persons: readonly (readonly [person: string, ore: number])[];
    readonly shares: readonly (readonly [object: number, weight: number])[];
  }[];
};

const STRANDS: readonly Strand[] = ['goods', 'refunds', 'wages'].map((nature) => ({
  key: `${nature}|provider|price`,
  nature,
  answers: 'provider',
  paidAs: 'price',
}));

/** The last object is an open service's. */
export const OBJECTS = ['care/a/', 'care/b/', 'home/a/high', 'home/a/low', 'open/a/'];
const nameOf = (object: number) => {
  const [name = '', unit = '', level = ''] = OBJECTS[object]!.split('/');
  return { service: name, unit, level };
};

export const YEAR_MODEL: Model = handMadeModel({
  units: [],
  services: [service('care', 'hour'), service('home', 'day'), service('open', undefined)],
  pools: [REST],
});

const person = fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8', 'p9');
const someone = fc.oneof({ weight: 9, arbitrary: person }, { weight: 1, arbitrary: fc.constant('') });
const ore = fc.oneof(
  fc.integer({ min: -50, max: 50 }),
  fc.integer({ min: -100_000_000_000, max: 900_000_000_000 }),
);
const object = fc.integer({ min: 0, max: OBJECTS.length - 1 });
const strand = fc.integer({ min: 0, max: STRANDS.length - 1 });

/** Any year: everybody may have anything at any of five objects, in any month, and any invoice. */
export const plainYears: fc.Arbitrary<PlainYear> = fc.record({
  costs: fc.tuple(...OBJECTS.map(() => fc.array(fc.tuple(strand, ore), { maxLength: 4 }))),
  records: fc.array(
    fc.record({
      person: someone,
      object,
      month: fc.integer({ min: 0, max: 12 }),
      parts: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 2_000_000_000 })),
    }),
    { maxLength: 40 },
  ),
  need: fc
    .array(fc.tuple(person, fc.integer({ min: 1, max: 12 })), { maxLength: 6 })
    .map((each) => new Map(each)),
  named: fc.array(
    fc.record({
      strand,
      income: fc.boolean(),
      persons: fc.uniqueArray(fc.tuple(person, fc.integer({ min: 1, max: 50_000_000 })), {
        selector: ([name]) => name,
        minLength: 1,
        maxLength: 4,
      }),
      shares: fc.uniqueArray(
        fc.tuple(fc.integer({ min: -1, max: OBJECTS.length - 1 }), fc.integer({ min: 1, max: 9 })),
        { selector: ([at]) => at, minLength: 1, maxLength: 3 },
      ),
    }),
    { maxLength: 4 },
  ),
});

type Ends = readonly (readonly [object: number, amountOre: bigint])[];

/** Some division of the source's sum over its ends; whole øre, and no end without any. */
function endsOf({ income, persons, shares }: PlainYear['named'][number]): Ends {
  const sum = persons.reduce((all, [, amount]) => all + BigInt(amount), 0n) * (income ? -1n : 1n);
  const weights = shares.reduce((all, [, weight]) => all + BigInt(weight), 0n);
  const ends = shares.map(([at, weight]) => [at, (sum * BigInt(weight)) / weights] as const);
  const left = ends.reduce((all, [, amount]) => all - amount, sum);
  return ends
    .map(([at, amount], i) => [at, i === 0 ? amount + left : amount] as const)
    .filter(([, amount]) => amount !== 0n);
}

const endKey = (at: number): string => (at < 0 ? 'parked:later' : `object:${OBJECTS[at]}`);
const signed = (amount: number, income: boolean): bigint => BigInt(income ? -amount : amount);

/** What each object cost by strand, named postings included. */
function objectCosts(year: PlainYear): Map<string, bigint>[] {
  const costs = year.costs.map(() => new Map<string, bigint>());
  const put = (at: number, s: number, amount: bigint): void => {
    const { key } = STRANDS[s]!;
    costs[at]!.set(key, (costs[at]!.get(key) ?? 0n) + amount);
  };
  for (const [at, each] of year.costs.entries()) for (const [s, amount] of each) put(at, s, BigInt(amount));
  for (const source of year.named)
    for (const [at, amount] of endsOf(source)) if (at >= 0) put(at, source.strand, amount);
  return costs;
}

/** As the auditor reads it: records of the open service are left out, as its cost is nobody's. */
export function forAuditor(year: PlainYear): PlainUsers {
  const open = OBJECTS.length - 1;
  return {
    objects: objectCosts(year).map((cost, at) => ({ key: endKey(at), cost })),
    records: year.records
      .filter((record) => record.object !== open)
      .map(({ person: who, object: at, parts }) => ({
        person: who,
        object: endKey(at),
        parts: BigInt(parts),
        need: [BigInt((who !== '' && year.need.get(who)) || 5), 5n] as const,
      })),
    named: year.named.map((source) => ({
      strand: STRANDS[source.strand]!.key,
      persons: new Map(source.persons.map(([who, amount]) => [who, signed(amount, source.income)])),
      ends: endsOf(source).map(([at, amount]) => [endKey(at), amount] as const),
    })),
  };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Cells as the registers give them: sorted by object, person and month, equal ones added. */
export function personCells(records: readonly YearRecord[]): Cube {
  const persons = [...new Set(records.map((record) => record.person))].sort(byText);
  const objects = [...new Set(records.map((record) => record.object))].sort((a, b) => a - b);
  const cells = Map.groupBy(records, (one) =>
    [one.object, one.person, String(one.month).padStart(2, '0')].join('\u0000'),
  );
  const inOrder = [...cells].sort(([a], [b]) => byText(a, b)).map(([, same]) => same);
  const first = inOrder.map((same) => same[0]!);
  const startOf = (o: number): number => {
    const at = first.findIndex((record) => objects.indexOf(record.object) >= o);
    return at < 0 ? first.length : at;
  };
  return {
    persons,
    objects: objects.map(nameOf),
    starts: Uint32Array.from({ length: objects.length + 1 }, (_, o) => startOf(o)),
    person: Uint32Array.from(first, (record) => persons.indexOf(record.person)),
    month: Uint8Array.from(first, (record) => record.month),
    parts: {
      delivered: Float64Array.from(inOrder, (same) => same.reduce((sum, { parts }) => sum + parts, 0)),
    },
  };
}

const nodeOf = (at: number): NetworkNode => {
  if (at < 0)
    return {
      key: nodeKey('parked', 'later'),
      kind: 'parked',
      name: 'later',
      unit: '',
      service: '',
      level: '',
    };
  const { service: of, unit, level } = nameOf(at);
  return { key: nodeKey('object', of, unit, level), kind: 'object', name: of, unit, service: of, level };
};

function namedOf(source: PlainYear['named'][number]): NamedCost {
  const { strand: s, income, persons } = source;
  const inOrder = [...persons].sort(([a], [b]) => byText(a, b));
  const ends = endsOf(source).map(([at, amountOre]) => ({ node: nodeOf(at), amountOre }));
  return {
    pool: 'invoices',
    unit: '',
    strand: STRANDS[s]!,
    persons: inOrder.map(([who, amount]) => ({ person: who, amountOre: signed(amount, income) })),
    ends: ends.sort((a, b) => byText(a.node.key, b.node.key)),
  };
}

/** Objects and remainders, as costing gives them. */
function costsOf(year: PlainYear): Pick<Costs, 'objects' | 'remainders'> {
  const objects = objectCosts(year).map((cost, at): CostObject => {
    const costs = STRANDS.flatMap((one) => {
      const amountOre = cost.get(one.key) ?? 0n;
      return cost.has(one.key) ? [{ strand: one, amountOre }] : [];
    });
    const amountOre = costs.reduce((sum, one) => sum + one.amountOre, 0n);
    return { ...nameOf(at), measure: 'hour', parts: 0n, amountOre, costs };
  });
  const parked = year.named.flatMap((source) => endsOf(source).filter(([at]) => at < 0));
  const amountOre = parked.reduce((sum, [, amount]) => sum + amount, 0n);
  return { objects, remainders: [{ kind: 'parked', name: 'later', unit: '', costs: [], amountOre }] };
}

function needOf(year: PlainYear, { persons }: Cube): NeedWeights {
  const weights = persons.map((name) => (name !== '' && year.need.get(name)) || 5);
  const services = new Set(['care', 'home', 'open']);
  return { unit: 5, services, of: (p) => weights[p]!, assessed: year.need.size };
}

/** As the program reads it. */
export function forStage(year: PlainYear): UsersInput {
  const activity = personCells(year.records);
  return {
    model: YEAR_MODEL,
    costs: costsOf(year),
    activity,
    named: year.named.map(namedOf),
    need: needOf(year, activity),
  };
}
