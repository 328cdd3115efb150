// Published answers, and small networks of every shape.

import { describe, expect, it } from 'vitest';
import { plainToNetwork } from '../../test/support/plain-to-network.ts';
import { FRACTION_BITS, type Network, type Solution } from '../tables/network.ts';
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
