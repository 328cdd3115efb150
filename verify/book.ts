// The network as a book: own cost from the accounts, throughput without a residual, flows that balance at every node
// and lie beside their exact share, and ends that are the exact values rounded once.

import type { Run } from './load.ts';
import { add, compare, type Failure, KEYS, only, type Row, strandOf, summed, total } from './rows.ts';

/** Throughput is held in parts of 2^-96 øre; it must agree, and remainders are compared, to 2^-64 øre. */
const [HELD, COMPARED] = [96n, 64n];
const isEnd = (node: string): boolean => !/^(pool|unit|activity|service):/.test(node);
const size = (value: bigint): bigint => (value < 0n ? -value : value);
export const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? size(a) : gcd(b, a % b));

/** Primary cost: the accounts of each pool at each unit, summed by strand. */
export function checkOwn({ tables }: Run): Failure[] {
  const placed = tables.assignments.map((row) => ({ ...row, node: `pool:${row.pool}/${row.unit}` }));
  const own = summed(placed, KEYS.own, 'amount_ore').filter((row) => row.amount_ore !== 0n);
  return compare(
    tables,
    'own',
    own.map((row) => only(row, `${KEYS.own} amount_ore`)),
  );
}

/** Nodes are what own cost can reach, and objects with a volume; a node's cells say what its key is. */
export function checkNodes({ tables, certificate }: Run): Failure[] {
  const out = Map.groupBy(tables.weights, (row) => row.from_node);
  const { volumes } = certificate.identity.model.costing;
  const counted = tables.volumes.filter(({ state, parts }) => state === volumes && parts > 0n);
  const objects = counted.map(({ service, unit, level }) => `object:${service}/${unit}/${level}`);
  const reached = new Set([...tables.own.map(({ node }) => node), ...objects]);
  for (const from of reached) for (const { to_node } of out.get(from) ?? []) reached.add(to_node);
  const described = tables.nodes.map(({ node, kind, name, unit, service, level }) => {
    const atUnit = /pool|activity|service|unused/.test(kind) ? `${name}/${unit}` : name;
    const due = `${kind}:${kind === 'object' ? `${service}/${unit}/${level}` : atUnit}`;
    return { table: 'nodes', key: node, message: due === node ? '' : `is described as ${due}` };
  });
  const nodes = [...reached].map((node) => ({ node }));
  return [...described.filter(({ message }) => message), ...compare(tables, 'nodes', nodes)];
}

type Edge = { readonly from: string; readonly to: string; readonly weight: bigint; readonly sum: bigint };
type Out = ReadonlyMap<string, readonly Edge[]>;

/** Weights are positive and in lowest terms; throughput, flows and ends follow from them, strand by strand. */
export function checkFlows({ tables }: Run): Failure[] {
  const out = new Map<string, Edge[]>();
  const failures: Failure[] = [];
  for (const [from, rows] of Map.groupBy(tables.weights, (row) => row.from_node)) {
    const sum = total(rows, 'weight');
    out.set(
      from,
      rows.map(({ to_node: to, weight }) => ({ from, to, weight, sum })),
    );
    const message = 'its weights are not all positive and in lowest terms, or it is an end and hands on';
    if (
      isEnd(from) ||
      rows.some(({ weight }) => weight <= 0n) ||
      rows.reduce((d, r) => gcd(d, r.weight), 0n) !== 1n
    )
      failures.push({ table: 'weights', key: from, message });
  }
  const [owns, throughputs, flows, ends] = (['own', 'throughput', 'flows', 'ends'] as const).map((table) =>
    Map.groupBy(tables[table], strandOf),
  );
  const strands = new Set([owns, throughputs, flows, ends].flatMap((rows) => [...(rows?.keys() ?? [])]));
  const expected = [...strands].flatMap((strand) => {
    const own = owns?.get(strand) ?? [];
    const x = new Map(throughputs?.get(strand)?.map(({ node, value }) => [node, value]));
    const partOf = partsOf(own, out);
    const book = {
      strand,
      own,
      x,
      partOf,
      flows: flows?.get(strand) ?? [],
      ends: ends?.get(strand) ?? [],
      out,
    };
    failures.push(...checkBook(book));
    return roundedEnds(own, x, partOf).map(([node, amount_ore]) => ({ ...own[0], node, amount_ore }));
  });
  return [
    ...failures,
    ...compare(
      tables,
      'ends',
      expected.map((row) => only(row, `${KEYS.ends} amount_ore`)),
    ),
  ];
}

/** Node → the node that stands for its connected part, for all that a strand's own cost can reach. */
function partsOf(own: readonly Row[], out: Out): Map<string, string> {
  const reached = new Set(own.map(({ node }) => node));
  const near = new Map<string, string[]>();
  for (const from of reached)
    for (const { to } of out.get(from) ?? []) {
      reached.add(to);
      near.set(from, [...(near.get(from) ?? []), to]);
      near.set(to, [...(near.get(to) ?? []), from]);
    }
  const partOf = new Map<string, string>();
  for (const start of reached) {
    const part = new Set(partOf.has(start) ? [] : [start]);
    for (const node of part) for (const other of near.get(node) ?? []) part.add(other);
    for (const node of part) partOf.set(node, start);
  }
  return partOf;
}

type Book = { readonly [table in 'own' | 'flows' | 'ends']: readonly Row[] } & {
  readonly strand: string;
  readonly x: ReadonlyMap<string, bigint>;
  readonly partOf: ReadonlyMap<string, string>;
  readonly out: Out;
};

/** Throughput = own + Σ shares that come in; flows lie within the network's size of their share; in + own = out. */
function checkBook({ strand, own, x, flows, ends, out, partOf }: Book): Failure[] {
  const failures: Failure[] = [];
  const fail = (table: string, way: string, message: string) =>
    failures.push({ table, key: `${way}|${strand}`, message });
  const [due, shares, balance] = [
    new Map<string, bigint>(),
    new Map<string, bigint>(),
    new Map<string, bigint>(),
  ];
  for (const { node, amount_ore } of own) add(due, node, amount_ore << HELD);
  for (const { node, amount_ore } of own) add(balance, node, amount_ore);
  for (const { from, to, weight, sum } of [...partOf.keys()].flatMap((node) => out.get(node) ?? [])) {
    const share = ((x.get(from) ?? 0n) * weight) / (sum || 1n);
    shares.set(`${from}|${to}`, share);
    add(due, to, share);
  }
  for (const node of new Set([...x.keys(), ...due.keys()])) {
    const off = (x.get(node) ?? 0n) - (due.get(node) ?? 0n);
    if (size(off) >> (HELD - COMPARED)) fail('throughput', node, `is off by ${off} × 2^-96 øre`);
  }
  for (const { from_node: from, to_node: to, amount_ore: amount } of flows) {
    const share = shares.get(`${from}|${to}`);
    if (share === undefined || size((amount << HELD) - share) >> HELD > partOf.size)
      fail('flows', `${from}|${to}`, `${amount} øre is not the share that goes this way`);
    add(balance, from, -amount);
    add(balance, to, amount);
  }
  for (const { node, amount_ore } of ends) add(balance, node, -amount_ore);
  for (const [node, off] of balance) if (off) fail('flows', node, `own + in − out is off by ${off} øre here`);
  return failures;
}

/** What stays at the ends of each connected part of a strand, values taken to the nearest 2^-64 øre. */
function roundedEnds(own: readonly Row[], x: Book['x'], partOf: Book['partOf']): [string, bigint][] {
  const ends = Map.groupBy([...partOf.keys()].filter(isEnd), (node) => partOf.get(node));
  const half = 1n << (HELD - COMPARED - 1n);
  return [...ends].flatMap(([part, nodes]) => {
    const sum = total(
      own.filter(({ node }) => partOf.get(node) === part),
      'amount_ore',
    );
    const grid = nodes.map((node) => {
      const value = x.get(node) ?? 0n;
      return value < 0n ? -((half - value) >> (HELD - COMPARED)) : (half + value) >> (HELD - COMPARED);
    });
    const defect = grid.reduce((total, value) => total + value, -(sum << COMPARED));
    const count = BigInt(nodes.length);
    const exact = grid.map((value) => value * count - defect);
    return [...largestRemainder(nodes, exact, count << COMPARED, sum)].filter(([, amount]) => amount !== 0n);
  });
}

/** Values ÷ unit in whole øre that keep their sum: largest remainder, ties by key, on the magnitude of the sum. */
export function largestRemainder(
  keys: readonly string[],
  values: readonly bigint[],
  unit: bigint,
  sum: bigint,
) {
  const sign = sum < 0n ? -1n : 1n;
  const shares = values.map((value, i) => {
    const rest = (((sign * value) % unit) + unit) % unit;
    return { key: keys[i] ?? '', whole: (sign * value - rest) / unit, rest };
  });
  const left = shares.reduce((left, { whole }) => left - whole, sign * sum);
  shares.sort((a, b) => (a.rest !== b.rest ? (a.rest > b.rest ? -1 : 1) : a.key < b.key ? -1 : 1));
  return new Map(shares.map(({ key, whole }, i) => [key, sign * (whole + (i < left ? 1n : 0n))]));
}
