// The laws that costing and prices keep for every municipality. Each takes a municipality and what it cost, does
// something that must change nothing (or changes it by a known rule), and says where the law is broken.

import { cost } from '../../src/costing/cost.ts';
import type { Driver, DriverRule, Model, Pool } from '../../src/model/model.ts';
import { byKey } from '../../src/money/apportion.ts';
import { add, type Fraction, fraction, multiply, ZERO } from '../../src/money/fraction.ts';
import { price } from '../../src/prices/price.ts';
import { partsPerMeasure } from '../../src/tables/activity.ts';
import type { Costs } from '../../src/tables/costs.ts';
import type { AccountTotal } from '../../src/tables/ledger.ts';
import { FRACTION_BITS, isEnd } from '../../src/tables/network.ts';
import { type Random, randomFrom } from '../auditor/generate-network.ts';
import { compareWithAuditor } from './compare-with-auditor.ts';
import { generateMunicipality, type Municipality } from './generate-municipality.ts';
import { codes, exact, growth, unit } from './hand-made-model.ts';

/** What a law is tried on. `random` is the law's own, so that the municipality of a seed is the same for every law. */
type Case = { readonly municipality: Municipality; readonly costs: Costs; readonly random: Random };
/** Complaints; undefined where the law does not speak of this municipality. */
type Check = (given: Case) => string[] | undefined;

const serviceless = { supportServesSupport: false };

export const LAWS = {
  'what ends is what was posted, nature by nature': endsArePostings,
  'own + in = out at every node': bookBalances,
  'unit costs and remainders hold every øre': tablesHoldAll,
  'the auditor gets the same': auditorAgrees,
  'the order of everything is without effect': (given) => sameAfter(given, shuffled(given), everything),
  'splitting a posting changes nothing': (given) =>
    sameAfter(given, withSplitPostings(given), beyondAccounts),
  'splitting an account changes nothing': (given) =>
    sameAfter(given, withSplitAccounts(given), beyondAccounts),
  'splitting a pool with equal nature and weights changes nothing at the objects': (given) =>
    sameAfter(given, withSplitPool(given), atObjects),
  'a driver row of weight zero changes nothing': (given) => sameAfter(given, withZeroRows(given), everything),
  'an empty unit changes nothing': (given) => sameAfter(given, withEmptyUnit(given), everything),
  'a posting of zero changes nothing': (given) => sameAfter(given, withZeroPosting(given), beyondAccounts),
  'a month more or less of the same volume changes nothing': (given) =>
    sameAfter(given, withSplitVolumes(given), everything),
  'direct = reciprocal = step-down where support does not serve support': methodsAgree,
  'k times the money is k times the cost, to within k øre': scales,
  'all amounts negated, all costs negated': (given) => negates(given),
  'prices of the cost year give back what they were made of': calibrates,
} as const satisfies Record<string, Check>;
export type Law = keyof typeof LAWS;

/** Tries a law on the municipality of a seed; undefined where it does not apply or the model is refused. */
export function costingComplaints(law: Law, seed: number): string[] | undefined {
  const isAboutMethods = LAWS[law] === methodsAgree;
  const municipality = generateMunicipality(seed, isAboutMethods ? serviceless : {});
  const { costs } = cost(municipality);
  return costs && LAWS[law]({ municipality, costs, random: randomFrom(seed + 1_000_003) });
}

// ---- sums -------------------------------------------------------------------------------------------------------

function endsArePostings({ municipality, costs }: Case): string[] {
  const posted = new Map<string, bigint>();
  const natures = new Map(
    costs.assignments.map((row) => [`${row.responsibility} ${row.article} ${row.function}`, row.nature]),
  );
  for (const { responsibility, article, function: code, amountOre } of municipality.accounts) {
    const nature = natures.get(`${responsibility} ${article} ${code}`) ?? 'nowhere';
    posted.set(nature, (posted.get(nature) ?? 0n) + amountOre);
  }
  for (const { strand, amountOre } of costs.solution.ends) {
    const { nature } = costs.network.strands[strand]!;
    posted.set(nature, (posted.get(nature) ?? 0n) - amountOre);
  }
  return [...posted]
    .filter(([, left]) => left !== 0n)
    .map(([nature, left]) => `${nature}: ${left} øre missing`);
}

function bookBalances({ costs: { network, solution } }: Case): string[] {
  const complaints: string[] = [];
  for (const s of network.strands.keys()) {
    const balance = network.nodes.map(() => 0n);
    for (const own of network.own) if (own.strand === s) balance[own.node]! += own.amountOre;
    for (const end of solution.ends) if (end.strand === s) balance[end.node]! -= end.amountOre;
    for (const { edge, strand, amountOre } of solution.flows) {
      if (strand !== s) continue;
      balance[network.edges[edge]!.from]! -= amountOre;
      balance[network.edges[edge]!.to]! += amountOre;
    }
    for (const [n, left] of balance.entries())
      if (left !== 0n) complaints.push(`${network.nodes[n]!.key}: ${left}`);
  }
  for (const { node } of solution.ends)
    if (!isEnd(network.nodes[node]!.kind)) complaints.push(`${node} is no end`);
  return complaints;
}

function tablesHoldAll({ municipality, costs }: Case): string[] {
  let left = municipality.accounts.reduce((sum, { amountOre }) => sum + amountOre, 0n);
  for (const { amountOre, costs: strands } of [...costs.objects, ...costs.remainders]) {
    left -= amountOre;
    const sum = strands.reduce((all, each) => all + each.amountOre, 0n);
    if (sum !== amountOre) return [`strands sum to ${sum}, not ${amountOre}`];
  }
  return left === 0n ? [] : [`${left} øre are in no table`];
}

/** The network as costing built it, solved once more by the auditor. */
function auditorAgrees({ costs: { network, solution } }: Case): string[] | undefined {
  const { nodes, strands } = network;
  if (nodes.length > 60) return undefined;
  const plain = {
    nodes: nodes.map(({ key, kind }) => ({ key, end: isEnd(kind) })),
    edges: network.edges.map(({ from, to, weight }) => ({
      from: nodes[from]!.key,
      to: nodes[to]!.key,
      weight,
    })),
    own: network.own.map(({ node, strand, amountOre }) => ({
      node: nodes[node]!.key,
      strand: strands[strand]!.key,
      amountOre,
    })),
  };
  return compareWithAuditor(plain, () => ({ kind: 'solved', solution }));
}

// ---- what must change nothing -----------------------------------------------------------------------------------

/** Any part of a result as text, so that "the same" means the same to the last byte. */
const asText = (value: unknown): string =>
  JSON.stringify(value, (_, each) =>
    typeof each === 'bigint' ? `${each}n` : each instanceof Map ? [...each] : each,
  );

const everything = (costs: Costs, model: Model): string =>
  asText([costs, price({ model, costs }).prices ?? 'refused']);
const beyondAccounts = ({ assignments: _, ...costs }: Costs, model: Model): string =>
  asText([costs, price({ model, costs: { ...costs, assignments: [] } }).prices ?? 'refused']);
const atObjects = ({ objects, remainders }: Costs): string => asText([objects, remainders]);

function sameAfter(
  { municipality, costs }: Case,
  changed: Municipality | undefined,
  view: (costs: Costs, model: Model) => string,
): string[] | undefined {
  if (!changed) return undefined;
  const after = cost(changed);
  if (!after.costs) return [`refused: ${after.findings.map(({ message }) => message).join('; ')}`];
  const [before, then] = [view(costs, municipality.model), view(after.costs, changed.model)];
  if (before === then) return [];
  let at = 0;
  while (before[at] === then[at]) at += 1;
  return [`${before.slice(at - 60, at + 60)} became ${then.slice(at - 60, at + 60)}`];
}

function shuffle<T>(random: Random, from: readonly T[]): T[] {
  const items = [...from];
  for (let i = items.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
  return items;
}

function shuffled({ municipality, random }: Case): Municipality {
  const { model, accounts, volumes } = municipality;
  const mixMap = <V>(map: ReadonlyMap<string, V>): Map<string, V> => new Map(shuffle(random, [...map]));
  const mixed = (driver: Driver): Driver => {
    if (driver.kind === 'table') return { ...driver, rows: shuffle(random, driver.rows) };
    if (driver.kind === 'shares') return { ...driver, shares: mixMap(driver.shares) };
    if (driver.kind === 'minutes') return { ...driver, minutes: mixMap(driver.minutes) };
    return driver;
  };
  const drivers = [...model.costing.drivers].map(([name, driver]) => [name, mixed(driver)] as const);
  const costing = {
    ...model.costing,
    drivers: new Map(shuffle(random, drivers)),
    centres: shuffle(random, model.costing.centres),
  };
  return {
    model: {
      ...model,
      costing,
      units: shuffle(random, model.units),
      services: shuffle(random, model.services),
    },
    accounts: shuffle(random, accounts),
    volumes: shuffle(random, volumes),
  };
}

/** Each account in two rows, as if its postings had been summed in two files. */
function withSplitPostings({ municipality, random }: Case): Municipality {
  return { ...municipality, accounts: municipality.accounts.flatMap((row) => inTwo(random, row)) };
}

function inTwo(random: Random, row: AccountTotal): AccountTotal[] {
  const size = row.amountOre < 0n ? -row.amountOre : row.amountOre;
  const part = random.chance(20) ? 3n * size : random.big(size + 1n);
  const first = row.amountOre < 0n ? -part : part;
  return [
    { ...row, amountOre: first },
    { ...row, amountOre: row.amountOre - first },
  ];
}

/** Each account in two accounts that no pool tells apart. */
function withSplitAccounts({ municipality, random }: Case): Municipality {
  const accounts = municipality.accounts.flatMap((row) =>
    inTwo(random, row).map((half, i) => ({ ...half, object: i === 0 ? '' : '77' })),
  );
  return { ...municipality, accounts };
}

/** The pool that got most, in two: its accounts of project 7, which are about half, go to a pool of their own. */
function withSplitPool({ municipality, costs, random }: Case): Municipality | undefined {
  const { model } = municipality;
  const isUsed = (pool: Pool): boolean =>
    costs.assignments.some((row) => row.pool === pool.name && row.amountOre !== 0n);
  const found = model.costing.pools.slice(0, -1).find(isUsed);
  if (!found) return undefined;
  const twin: Pool = {
    ...found,
    name: `${found.name} of project 7`,
    test: { ...found.test, project: codes('7') },
  };
  const drivers = [...model.costing.drivers].map(([name, driver]) =>
    driver.kind === 'amount' && driver.pools.includes(found.name)
      ? ([name, { ...driver, pools: [...driver.pools, twin.name] }] as const)
      : ([name, driver] as const),
  );
  const pools = model.costing.pools.flatMap((pool) => (pool === found ? [twin, found] : [pool]));
  const costing = { ...model.costing, pools, drivers: new Map(drivers) };
  const accounts = municipality.accounts.map((row) => ({ ...row, project: random.chance(50) ? '7' : '8' }));
  return { ...municipality, model: { ...model, costing }, accounts };
}

/** Every stated driver names everyone whom it did not name, with zero. */
function withZeroRows({ municipality }: Case): Municipality {
  const { model } = municipality;
  const ids = model.units.map(({ id }) => id);
  const more = (driver: DriverRule): DriverRule => {
    if (driver.kind === 'shares') {
      const absent = ids.filter((id) => !driver.shares.has(id)).map((id) => [id, ZERO] as const);
      return { ...driver, shares: new Map([...driver.shares, ...absent]) };
    }
    if (driver.kind !== 'table') return driver;
    const rows = ids.map((to, i) => ({ from: ids[0]!, unit: to, quantity: ZERO, row: 1000 + i }));
    return { ...driver, rows: [...driver.rows, ...rows] };
  };
  const drivers = new Map(
    [...model.costing.drivers].map(([name, driver]) => [name, { ...driver, ...more(driver) }]),
  );
  return { ...municipality, model: { ...model, costing: { ...model.costing, drivers } } };
}

function withEmptyUnit({ municipality }: Case): Municipality {
  const { model } = municipality;
  const empty = unit('a-new-one', 'provider', {
    responsibilities: codes('880-889'),
    columns: new Map([['fte', exact(0)]]),
  });
  return { ...municipality, model: { ...model, units: [empty, ...model.units] } };
}

function withZeroPosting({ municipality }: Case): Municipality {
  const [first] = municipality.accounts;
  const nothing = { ...first!, amountOre: 0n, rows: 1 };
  const accounts = [
    { ...nothing, object: '99' },
    ...municipality.accounts,
    { ...nothing, responsibility: '999', article: '599', object: '99' },
  ];
  return { ...municipality, accounts };
}

function withSplitVolumes({ municipality, random }: Case): Municipality {
  const volumes = municipality.volumes.flatMap((row) => {
    const part = random.big(row.parts + 1n);
    return [
      { ...row, month: 5, parts: part },
      { ...row, month: 6, parts: row.parts - part },
    ];
  });
  return { ...municipality, volumes };
}

// ---- what changes by a known rule -------------------------------------------------------------------------------

function methodsAgree({ municipality }: Case): string[] | undefined {
  const { model } = municipality;
  const order = model.units.flatMap(({ id, kind }) => (kind === 'support' ? [id] : []));
  if (order.length === 0) return undefined;
  const results = ([{ kind: 'reciprocal' }, { kind: 'direct' }, { kind: 'step-down', order }] as const).map(
    (method) => {
      const { costs } = cost({ ...municipality, model: { ...model, costing: { ...model.costing, method } } });
      return costs && asText([costs.objects, costs.remainders, costs.solution]);
    },
  );
  return results.every((result) => result === results[0]) ? [] : ['the methods differ'];
}

/** Amount of every end, strand by strand. */
function endAmounts({ network, solution }: Costs): Map<string, bigint> {
  return new Map(
    solution.ends.map(({ node, strand, amountOre }) => [
      `${network.nodes[node]!.key} ${network.strands[strand]!.key}`,
      amountOre,
    ]),
  );
}

function scales({ municipality, costs, random }: Case): string[] {
  const k = BigInt(2 + random.below(1000));
  const accounts = municipality.accounts.map((row) => ({ ...row, amountOre: row.amountOre * k }));
  const after = cost({ ...municipality, accounts }).costs;
  if (!after) return ['refused'];
  const [before, then] = [endAmounts(costs), endAmounts(after)];
  const complaints: string[] = [];
  for (const key of new Set([...before.keys(), ...then.keys()])) {
    const off = (then.get(key) ?? 0n) - k * (before.get(key) ?? 0n);
    if (off > k || off < -k) complaints.push(`${key} is ${off} øre off ${k} times`);
  }
  for (const [s, row] of costs.solution.throughput.entries()) {
    for (const [n, value] of row.entries()) {
      const off = after.solution.throughput[s]![n]! - k * value;
      if ((off < 0n ? -off : off) >> (FRACTION_BITS - 60n) > 0n) complaints.push(`throughput of ${n} is off`);
    }
  }
  return complaints;
}

function negates({ municipality, costs }: Case): string[] | undefined {
  const { model } = municipality;
  if (model.costing.pools.some(({ goes }) => goes.kind === 'share' && goes.driver === 'like-first'))
    return undefined;
  const accounts = municipality.accounts.map((row) => ({ ...row, amountOre: -row.amountOre }));
  const after = cost({ ...municipality, accounts }).costs;
  if (!after) return ['refused'];
  const negative = new Map([...endAmounts(after)].map(([key, amountOre]) => [key, -amountOre]));
  const inOrder = (map: ReadonlyMap<string, bigint>): string =>
    asText([...map].sort(([a], [b]) => byKey(a, b)));
  return inOrder(negative) === inOrder(endAmounts(costs)) ? [] : ['costs are not the negative of costs'];
}

/** With growth 0 and unrounded: Σ price × volume + supplements + base grants = what providers answer for there. */
function calibrates({ municipality, costs }: Case): string[] | undefined {
  const model: Model = { ...municipality.model, growth: [growth(2026, { all: '0 %' })] };
  const { prices } = price({ model, costs });
  if (!prices) return undefined;
  const measures = (service: string, parts: bigint): Fraction => {
    const { measure = '' } = model.services.find(({ id }) => id === service)!;
    return fraction(parts, partsPerMeasure(measure));
  };
  let paid = ZERO;
  for (const { kind, service, exact, volumeParts } of prices.prices)
    if (kind === 'financing') paid = add(paid, multiply(exact, measures(service, volumeParts)));
  for (const { service, unit: at, amount } of prices.supplements)
    for (const object of costs.objects)
      if (object.service === service && object.unit === at)
        paid = add(paid, multiply(amount, measures(service, object.parts)));
  for (const { exact } of prices.baseGrants) paid = add(paid, exact);
  const answered = fraction(answeredFor(model, costs));
  return asText(paid) === asText(answered) ? [] : [`paid ${asText(paid)}, answered for ${asText(answered)}`];
}

/** Provider-answered øre that prices and base grants must pay: at priced services, as base grant, and unused. */
function answeredFor(model: Model, { objects, remainders }: Costs): bigint {
  const priced = new Set(objects.filter(({ parts }) => parts > 0n).map(({ service }) => service));
  let sum = 0n;
  for (const { service, costs } of objects)
    for (const { strand, amountOre } of costs)
      if (strand.answers === 'provider' && (strand.paidAs === 'base' || priced.has(service)))
        sum += amountOre;
  if (model.pricing.unused === 'purchaser') return sum;
  for (const { kind, costs } of remainders)
    for (const { strand, amountOre } of costs)
      if (kind === 'unused' && strand.answers === 'provider') sum += amountOre;
  return sum;
}
