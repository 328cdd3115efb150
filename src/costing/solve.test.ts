// Published answers, small networks of every shape, and what must hold on any network.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audit } from '../../test/auditor/auditor.ts';
import { generateNetwork } from '../../test/auditor/generate-network.ts';
import { plainToNetwork } from '../../test/support/plain-to-network.ts';
import { byKey } from '../money/apportion.ts';
import { FRACTION_BITS, isEnd, type Network, type Solution } from '../tables/network.ts';
import { solve } from './solve.ts';

type Weights = Readonly<Record<string, Readonly<Record<string, number | bigint>>>>;
type Amounts = Readonly<Record<string, number | bigint>>;

/** A network of one strand; names in capitals at the start are ends: { a: { b: 1, END: 2 } }, { a: 100 }. */
function networkOf(weights: Weights, own: Amounts): Network {
  const names = [
    ...new Set([
      ...Object.keys(weights),
      ...Object.values(weights).flatMap(Object.keys),
      ...Object.keys(own),
    ]),
  ];
  return plainToNetwork({
    nodes: names.map((key) => ({ key, end: key.startsWith('END') })),
    edges: Object.entries(weights).flatMap(([from, row]) =>
      Object.entries(row).map(([to, weight]) => ({ from, to, weight: BigInt(weight) })),
    ),
    own: Object.entries(own).map(([node, amount]) => ({ node, strand: 'all', amountOre: BigInt(amount) })),
  });
}

function solved(network: Network): Solution {
  const result = solve(network);
  if (result.kind === 'closed') throw new Error(`closed: ${JSON.stringify(result.loops)}`);
  return result.solution;
}

const endsOf = (network: Network, { ends }: Solution): Record<string, bigint> =>
  Object.fromEntries(ends.map(({ node, amountOre }) => [network.nodes[node]!.key, amountOre]));

const flowsOf = (network: Network, { flows }: Solution): Record<string, bigint> =>
  Object.fromEntries(
    flows.map(({ edge, amountOre }) => {
      const { from, to } = network.edges[edge]!;
      return [`${network.nodes[from]!.key} → ${network.nodes[to]!.key}`, amountOre];
    }),
  );

/** What passes a node, to whole øre (nearest). */
function throughputOre(network: Network, { throughput }: Solution, key: string): bigint {
  const value = throughput[0]![network.nodes.findIndex((node) => node.key === key)]!;
  return (value + (1n << (FRACTION_BITS - 1n))) >> FRACTION_BITS;
}

const DEPARTMENTS = ['administration', 'finance', 'maintenance', 'materials'];
const PRIMARY = {
  administration: 170_000_000,
  finance: 35_000_000,
  maintenance: 27_500_000,
  materials: 40_000_000,
  'END machining': 65_000_000,
  'END assembly': 40_000_000,
  'END finishing': 22_500_000,
};
const USE: Record<string, readonly number[]> = {
  administration: [0, 15, 5, 15],
  finance: [20, 0, 5, 5],
  maintenance: [5, 10, 0, 5],
  materials: [15, 25, 5, 0],
  'END machining': [15, 20, 55, 40],
  'END assembly': [30, 25, 20, 20],
  'END finishing': [15, 5, 10, 15],
};

/** The published case with those edges that a method keeps. */
function departments(keeps: (from: string, to: string) => boolean): Network {
  const row = (from: string, i: number): [string, Record<string, number>] => [
    from,
    Object.fromEntries(Object.keys(USE).flatMap((to) => (keeps(from, to) ? [[to, USE[to]![i]!]] : []))),
  ];
  return networkOf(Object.fromEntries(DEPARTMENTS.map(row)), PRIMARY);
}

describe('published cases', () => {
  it('two support departments: 50,400/29 and 78,000/29, exactly to the last bit but one', () => {
    const network = networkOf({ a: { m: 1, END: 5 }, m: { a: 1, END: 4 } }, { a: 1200, m: 2400 });
    const { throughput } = solved(network);
    const at = (key: string): bigint => throughput[0]![network.nodes.findIndex((node) => node.key === key)]!;
    const error = (value: bigint, num: bigint): bigint => value * 29n - (num << FRACTION_BITS);
    for (const [key, num] of [
      ['a', 50_400n],
      ['m', 78_000n],
    ] as const) {
      expect(error(at(key), num)).toBeLessThanOrEqual(29n);
      expect(error(at(key), num)).toBeGreaterThanOrEqual(-29n);
    }
  });

  it.each([
    ['reciprocal', () => true, [175_950_663n, 148_701_214n, 75_348_123n]],
    ['direct', (_: string, to: string) => to.startsWith('END'), [160_627_451n, 159_637_255n, 79_735_294n]],
    [
      'step-down',
      (from: string, to: string) =>
        to.startsWith('END') || DEPARTMENTS.indexOf(to) > DEPARTMENTS.indexOf(from),
      [180_760_131n, 144_630_065n, 74_609_804n],
    ],
  ] as const)('seven departments, %s', (_, keeps, [machining, assembly, finishing]) => {
    const network = departments(keeps);
    expect(endsOf(network, solved(network))).toEqual({
      'END machining': machining,
      'END assembly': assembly,
      'END finishing': finishing,
    });
  });

  it('seven departments, reciprocal: what passes the support departments', () => {
    const network = departments(() => true);
    const solution = solved(network);
    expect(DEPARTMENTS.map((key) => throughputOre(network, solution, key))).toEqual([
      198_716_957n,
      81_896_398n,
      50_265_233n,
      92_794_905n,
    ]);
  });

  it('each figure rounded alone loses an øre that ours keeps', () => {
    const network = departments(() => true);
    const solution = solved(network);
    const alone = ['END machining', 'END assembly', 'END finishing'].map((key) =>
      throughputOre(network, solution, key),
    );
    expect(alone).toEqual([175_950_663n, 148_701_214n, 75_348_122n]);
  });
});

describe('networks of every shape', () => {
  it.each([
    ['nothing at all', {}, {}, {}, {}],
    ['an end with own cost', {}, { END: 7 }, { END: 7n }, {}],
    ['no cost', { a: { END: 1 } }, {}, {}, {}],
    ['one node, one end', { a: { END: 3 } }, { a: 5 }, { END: 5n }, { 'a → END': 5n }],
    [
      'an odd øre goes to the first of equals',
      { a: { END1: 1, END2: 1, END3: 1 } },
      { a: 4 },
      { END1: 2n, END2: 1n, END3: 1n },
      { 'a → END1': 2n, 'a → END2': 1n, 'a → END3': 1n },
    ],
    [
      'income goes as cost does',
      { a: { END1: 1, END2: 1, END3: 1 } },
      { a: -4 },
      { END1: -2n, END2: -1n, END3: -1n },
      { 'a → END1': -2n, 'a → END2': -1n, 'a → END3': -1n },
    ],
    [
      'cost and income meet on the way',
      { a: { c: 1 }, b: { c: 1 }, c: { END: 1 } },
      { a: 10, b: -10 },
      {},
      { 'a → c': 10n, 'b → c': -10n },
    ],
    [
      'parts that nothing joins keep their øre each',
      { a: { END1: 1, END2: 1 }, b: { END3: 1, END4: 1, END5: 1 } },
      { a: 1, b: 1 },
      { END1: 1n, END3: 1n },
      { 'a → END1': 1n, 'b → END3': 1n },
    ],
    [
      'a part without cost joins nothing',
      { a: { END1: 1, END2: 1 }, b: { END3: 1, END4: 1, END5: 1 }, empty: { END1: 1, END3: 1 } },
      { a: 1, b: 1 },
      { END1: 1n, END3: 1n },
      { 'a → END1': 1n, 'b → END3': 1n },
    ],
    [
      'weights beyond doubles',
      { a: { END1: 10n ** 400n, END2: 3n * 10n ** 400n, b: 4n * 10n ** 400n }, b: { a: 1, END1: 1 } },
      { a: 600 },
      { END1: 300n, END2: 300n },
      { 'a → END1': 100n, 'a → END2': 300n, 'a → b': 400n, 'b → END1': 200n, 'b → a': 200n },
    ],
  ] as [string, Weights, Amounts, Record<string, bigint>, Record<string, bigint>][])(
    '%s',
    (_, weights, own, ends, flows) => {
      const network = networkOf(weights, own);
      const solution = solved(network);
      expect(endsOf(network, solution)).toEqual(ends);
      expect(flowsOf(network, solution)).toEqual(flows);
    },
  );

  it.each([
    ['two that serve only each other', { a: { b: 1 }, b: { a: 1 } }, { a: 1 }, [['a', 'b']]],
    ['even without cost', { a: { b: 1 }, b: { a: 1 } }, { END: 1 }, [['a', 'b']]],
    ['one that hands on to no one', { a: { b: 1, END: 1 } }, { a: 1 }, [['b']]],
    ['one with cost that hands on to no one', {}, { a: 1 }, [['a']]],
    [
      'two loops, one beyond a loop that leaks only there',
      { a: { b: 1, c: 1 }, b: { a: 1 }, c: { d: 1 }, d: { c: 1 }, z: { y: 1 }, y: { z: 1 } },
      { a: 1 },
      [
        ['c', 'd'],
        ['y', 'z'],
      ],
    ],
  ] as [string, Weights, Amounts, string[][]][])('closed: %s', (_, weights, own, loops) => {
    expect(solve(networkOf(weights, own))).toEqual({ kind: 'closed', loops });
  });

  it('a walk that is driven back at every step still comes to its end', () => {
    const names = Array.from({ length: 40 }, (_, i) => `n${String(i).padStart(2, '0')}`);
    const row = (i: number): Record<string, number> =>
      i === 0 ? { n01: 1 } : { [names[i - 1]!]: 1000, [names[i + 1] ?? 'END']: 1 };
    const network = networkOf(Object.fromEntries(names.map((name, i) => [name, row(i)])), { n00: 7 });
    const solution = solved(network);
    expect(endsOf(network, solution)).toEqual({ END: 7n });
    // The last node is passed 1001 times for each øre that leaves it; the first by some 10^120 øre.
    expect(throughputOre(network, solution, 'n39')).toBe(7007n);
    expect(balances(network, solution, 0).every((left) => left === 0n)).toBe(true);
  });

  it.each([1n, 10n ** 6n, 10n ** 12n, 10n ** 18n, 10n ** 40n])(
    'a loop that leaks one part in %d still comes to an end',
    (weight) => {
      const network = networkOf({ a: { b: weight, END1: 1 }, b: { a: weight, END2: 2 } }, { a: 301, b: -1 });
      // Leaks 1 and 2 of nearly equal throughput: a third and two thirds, but for what the loop's length changes.
      const { ends } = solved(network);
      expect(ends.reduce((sum, { amountOre }) => sum + amountOre, 0n)).toBe(300n);
      if (weight > 1000n) expect(ends.map(({ amountOre }) => amountOre)).toEqual([100n, 200n]);
    },
  );
});

/** Networks with loops, zeros, mixed signs and several strands, solvable or closed. */
const anyNetwork = fc.integer({ min: 0, max: 1_000_000 }).map((seed) => generateNetwork(seed, 16));
const solvable = anyNetwork.map(plainToNetwork).filter((network) => solve(network).kind === 'solved');

/** Own amounts − ends, and own + in − out at every node, for a strand. */
function balances(network: Network, solution: Solution, strand: number): bigint[] {
  const balance = network.nodes.map(() => 0n);
  for (const own of network.own) if (own.strand === strand) balance[own.node]! += own.amountOre;
  for (const end of solution.ends) if (end.strand === strand) balance[end.node]! -= end.amountOre;
  for (const { edge, amountOre, strand: of } of solution.flows) {
    if (of !== strand) continue;
    balance[network.edges[edge]!.from]! -= amountOre;
    balance[network.edges[edge]!.to]! += amountOre;
  }
  return balance;
}

describe('on any network', () => {
  it('a flow is within as many øre of its exact value as the network has ends and one, and far below its nodes', () => {
    fc.assert(
      fc.property(solvable, (network) => {
        const { throughput, flows } = solved(network);
        const leaves = network.nodes.map(() => 0n);
        for (const { from, weight } of network.edges) leaves[from]! += weight;
        const ends = network.nodes.filter(({ kind }) => isEnd(kind)).length;
        const bound = BigInt(Math.min(network.nodes.length, ends + 1)) << FRACTION_BITS;
        const amounts = new Map(flows.map((flow) => [`${flow.strand} ${flow.edge}`, flow.amountOre]));
        for (const s of network.strands.keys()) {
          for (const [e, { from, weight }] of network.edges.entries()) {
            const exact = (throughput[s]![from]! * weight) / leaves[from]!;
            const error = ((amounts.get(`${s} ${e}`) ?? 0n) << FRACTION_BITS) - exact;
            expect(error <= bound && -error <= bound).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('own + in = out at every node, and ends sum to own cost', () => {
    fc.assert(
      fc.property(solvable, (network) => {
        const solution = solved(network);
        for (const strand of network.strands.keys()) {
          expect(balances(network, solution, strand).every((left) => left === 0n)).toBe(true);
          const sum = (amounts: readonly { strand: number; amountOre: bigint }[]): bigint =>
            amounts.reduce((total, each) => total + (each.strand === strand ? each.amountOre : 0n), 0n);
          expect(sum(solution.ends)).toBe(sum(network.own));
        }
      }),
    );
  });

  it('ends are ends, amounts of 0 are left out, and ends and flows are in order', () => {
    fc.assert(
      fc.property(solvable, (network) => {
        const { ends, flows } = solved(network);
        expect(ends.every(({ node }) => isEnd(network.nodes[node]!.kind))).toBe(true);
        expect([...ends, ...flows].every(({ amountOre }) => amountOre !== 0n)).toBe(true);
        const endKeys = ends.map(({ strand, node }) => strand * 1000 + node);
        const flowKeys = flows.map(({ strand, edge }) => strand * 100_000 + edge);
        expect(endKeys).toEqual([...new Set(endKeys)].sort((a, b) => a - b));
        expect(flowKeys).toEqual([...new Set(flowKeys)].sort((a, b) => a - b));
      }),
    );
  });

  it('own cost times k is throughput times k, and each end within k øre of k times its øre', () => {
    fc.assert(
      fc.property(solvable, fc.integer({ min: 2, max: 1000 }), (network, factor) => {
        const k = BigInt(factor);
        const own = network.own.map((each) => ({ ...each, amountOre: each.amountOre * k }));
        const [one, many] = [solved(network), solved({ ...network, own })];
        const rest = new Map(many.ends.map((end) => [`${end.strand} ${end.node}`, end.amountOre]));
        for (const { strand, node, amountOre } of one.ends) {
          const difference = (rest.get(`${strand} ${node}`) ?? 0n) - k * amountOre;
          expect(difference < 2n * k && -difference < 2n * k).toBe(true);
        }
        for (const [s, values] of one.throughput.entries()) {
          for (const [n, value] of values.entries()) {
            const difference = many.throughput[s]![n]! - k * value;
            expect(difference < 4n * k && -difference < 4n * k).toBe(true);
          }
        }
      }),
    );
  });

  it('income in the place of cost is the same with the sign turned', () => {
    fc.assert(
      fc.property(solvable, (network) => {
        const own = network.own.map((each) => ({ ...each, amountOre: -each.amountOre }));
        const turned = solved({ ...network, own }).ends.map((end) => ({ ...end, amountOre: -end.amountOre }));
        const isZeroSum = network.strands.some(
          (_, s) =>
            network.own.reduce((sum, each) => sum + (each.strand === s ? each.amountOre : 0n), 0n) === 0n,
        );
        if (!isZeroSum) expect(turned).toEqual(solved(network).ends);
      }),
    );
  });

  it('a strand without cost changes nothing, and equal strands have equal parts', () => {
    fc.assert(
      fc.property(solvable, (network) => {
        const first = network.strands[0];
        if (!first) return;
        const own = network.own.filter((each) => each.strand === 0);
        const twice = own.flatMap((each) => [each, { ...each, strand: 2 }]);
        const strands = [first, { ...first, key: `${first.key}b` }, { ...first, key: `${first.key}c` }];
        const alone = solved({ ...network, strands: [first], own });
        const three = solved({ ...network, strands, own: twice });
        const ofStrand = (s: number) => ({
          ends: three.ends.filter((each) => each.strand === s).map((each) => ({ ...each, strand: 0 })),
          flows: three.flows.filter((each) => each.strand === s).map((each) => ({ ...each, strand: 0 })),
        });
        const { ends, flows } = alone;
        expect(ofStrand(0)).toEqual({ ends, flows });
        expect(ofStrand(2)).toEqual({ ends, flows });
        expect(ofStrand(1)).toEqual({ ends: [], flows: [] });
      }),
    );
  });

  it('refuses exactly when a closed loop exists, with exactly its members (brute force to 8 nodes)', () => {
    const small = fc.integer({ min: 0, max: 1_000_000 }).map((seed) => generateNetwork(seed, 8));
    fc.assert(
      fc.property(small, (plain) => {
        const network = plainToNetwork(plain);
        const result = solve(network);
        expect(result.kind === 'closed' ? result.loops : []).toEqual(closedByReach(network));
      }),
      { numRuns: 1000 },
    );
  });

  it('throughput is that of the exact fractions', () => {
    fc.assert(
      fc.property(anyNetwork, (plain) => {
        const network = plainToNetwork(plain);
        const [exact, result] = [audit(plain), solve(network)];
        if (exact.kind === 'closed' || result.kind === 'closed') return;
        for (const [s, { key }] of network.strands.entries()) {
          for (const [n, node] of network.nodes.entries()) {
            const { num, den } = exact.throughput.get(key)!.get(node.key)!;
            const error = result.solution.throughput[s]![n]! * den - (num << FRACTION_BITS);
            expect(error <= 4n * den && -error <= 4n * den, `${key} ${node.key}`).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Closed loops from who reaches whom, by going through all ways. */
function closedByReach({ nodes, edges, own }: Network): string[][] {
  const reach = (start: number): Set<number> => {
    const seen = new Set<number>();
    const go = (node: number): void => {
      for (const { from, to } of edges) {
        if (from !== node || seen.has(to)) continue;
        seen.add(to);
        go(to);
      }
    };
    go(start);
    return seen;
  };
  const reached = nodes.map((_, node) => reach(node));
  const loops = new Map<string, string[]>();
  for (const [node, { kind }] of nodes.entries()) {
    if (isEnd(kind)) continue;
    const members = [...new Set([node, ...reached[node]!])];
    const isClosed = members.every((member) => member === node || reached[member]!.has(node));
    const hasInflow = own.some((each) => each.node === node) || edges.some(({ to }) => to === node);
    if (!isClosed || !hasInflow) continue;
    const keys = members.map((member) => nodes[member]!.key).sort(byKey);
    loops.set(keys[0]!, keys);
  }
  return [...loops.keys()].sort(byKey).map((key) => loops.get(key)!);
}
