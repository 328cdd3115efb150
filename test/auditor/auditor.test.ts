// The auditor is itself held to published answers, and to its own equation put back in.

import { describe, expect, it } from 'vitest';
import { audit, type Exact, edgesThatCount, type PlainNetwork, primaryCost, strandsOf } from './auditor.ts';
import { generateNetwork } from './generate-network.ts';

const PUBLISHED = {
  own: [170_000_000n, 35_000_000n, 27_500_000n, 40_000_000n, 65_000_000n, 40_000_000n, 22_500_000n],
  names: ['Administration', 'Finance', 'Maintenance', 'Materials', 'Machining', 'Assembly', 'Finishing'],
  use: [
    [0, 15, 5, 15],
    [20, 0, 5, 5],
    [5, 10, 0, 5],
    [15, 25, 5, 0],
    [15, 20, 55, 40],
    [30, 25, 20, 20],
    [15, 5, 10, 15],
  ],
};

function published(): PlainNetwork {
  const { own, names, use } = PUBLISHED;
  return {
    nodes: names.map((key, i) => ({ key, end: i >= 4 })),
    edges: use.flatMap((row, to) =>
      row.map((weight, from) => ({ from: names[from]!, to: names[to]!, weight: BigInt(weight) })),
    ),
    own: own.map((amountOre, i) => ({ node: names[i]!, strand: 'all', amountOre })),
  };
}

describe('auditor', () => {
  it('two departments that serve each other: 50,400/29 and 78,000/29', () => {
    const result = audit({
      nodes: [
        { key: 'A', end: false },
        { key: 'M', end: false },
        { key: 'out', end: true },
      ],
      edges: [
        { from: 'M', to: 'A', weight: 1n },
        { from: 'M', to: 'out', weight: 4n },
        { from: 'A', to: 'M', weight: 1n },
        { from: 'A', to: 'out', weight: 5n },
      ],
      own: [
        { node: 'A', strand: 's', amountOre: 1200n },
        { node: 'M', strand: 's', amountOre: 2400n },
      ],
    });
    if (result.kind !== 'solved') throw new Error('closed');
    const a = result.throughput.get('s')!.get('A')!;
    const m = result.throughput.get('s')!.get('M')!;
    expect(a.num * 29n).toBe(50_400n * a.den);
    expect(m.num * 29n).toBe(78_000n * m.den);
    expect(result.ends.get('s')!.get('out')).toBe(3600n);
  });

  it('seven departments of a published case, to the øre', () => {
    const result = audit(published());
    if (result.kind !== 'solved') throw new Error('closed');
    expect([...result.ends.get('all')!].sort()).toEqual([
      ['Assembly', 148_701_214n],
      ['Finishing', 75_348_123n],
      ['Machining', 175_950_663n],
    ]);
  });

  it.each([
    ['a node that hands on to no one', [['a', 'b', 1n]], ['a', 'b'], [['b']]],
    [
      'a ring',
      [
        ['a', 'b', 1n],
        ['b', 'a', 1n],
      ],
      ['a', 'b'],
      [['a', 'b']],
    ],
    [
      'a ring with a way out',
      [
        ['a', 'b', 1n],
        ['b', 'a', 1n],
        ['b', 'E', 1n],
      ],
      ['a', 'b'],
      [],
    ],
    [
      'a way out of weight zero',
      [
        ['a', 'b', 1n],
        ['b', 'a', 1n],
        ['b', 'E', 0n],
      ],
      ['a', 'b'],
      [['a', 'b']],
    ],
    ['only itself', [['a', 'a', 1n]], ['a'], [['a']]],
    [
      'what leads into a ring is no part of it',
      [
        ['c', 'a', 1n],
        ['a', 'b', 1n],
        ['b', 'a', 1n],
      ],
      ['a', 'b', 'c'],
      [['a', 'b']],
    ],
  ] as [string, [string, string, bigint][], string[], string[][]][])(
    'closed loops: %s',
    (_, edges, inner, loops) => {
      const result = audit({
        nodes: [...inner.map((key) => ({ key, end: false })), { key: 'E', end: true }],
        edges: edges.map(([from, to, weight]) => ({ from, to, weight })),
        own: [{ node: 'a', strand: 's', amountOre: 100n }],
      });
      expect(result.kind === 'closed' ? result.loops : []).toEqual(loops);
    },
  );

  it('its answers satisfy own + in = throughput exactly, and its ends keep the sum', () => {
    for (let seed = 0; seed < 150; seed++) {
      const network = generateNetwork(seed, 20);
      const result = audit(network);
      if (result.kind !== 'solved') continue;
      for (const strand of strandsOf(network)) {
        expectBalanced(network, strand, result.throughput.get(strand)!, `seed ${seed}`);
        const ends = [...result.ends.get(strand)!.values()].reduce((sum, amount) => sum + amount, 0n);
        const own = [...primaryCost(network, strand).values()].reduce((sum, amount) => sum + amount, 0n);
        expect(ends, `seed ${seed}`).toBe(own);
        for (const [key, amountOre] of result.ends.get(strand)!) {
          const { num, den } = result.throughput.get(strand)!.get(key)!;
          const error = amountOre * den - num;
          expect(error < den + (den >> 59n) && -error < den + (den >> 59n), `seed ${seed} ${key}`).toBe(true);
        }
      }
    }
  });

  it('the generator makes what it says', () => {
    const networks = Array.from({ length: 300 }, (_, seed) => generateNetwork(seed));
    const some = (test: (network: PlainNetwork) => boolean): number => networks.filter(test).length;
    expect(some((network) => audit(network).kind === 'closed')).toBeGreaterThan(15);
    expect(some(({ edges }) => edges.some((edge) => edge.from === edge.to))).toBeGreaterThan(50);
    expect(some(({ edges }) => edges.some((edge) => edge.weight === 0n))).toBeGreaterThan(20);
    expect(some(({ edges }) => edges.some((edge) => edge.weight > 10n ** 11n))).toBeGreaterThan(20);
    expect(some(({ own }) => own.some((cost) => cost.amountOre < 0n))).toBeGreaterThan(50);
    expect(some(({ own }) => own.some((cost) => cost.amountOre > 10n ** 17n))).toBeGreaterThan(20);
    expect(some((network) => strandsOf(network).length > 2)).toBeGreaterThan(50);
    expect(some(({ nodes }) => nodes.length > 20)).toBeGreaterThan(30);
  });
});

function expectBalanced(
  network: PlainNetwork,
  strand: string,
  throughput: ReadonlyMap<string, Exact>,
  where: string,
): void {
  const edges = edgesThatCount(network);
  const leaves = (key: string): bigint =>
    edges.filter((edge) => edge.from === key).reduce((sum, edge) => sum + edge.weight, 0n);
  const primary = primaryCost(network, strand);
  for (const { key } of network.nodes) {
    let sum: Exact = { num: primary.get(key) ?? 0n, den: 1n };
    for (const { from, to, weight } of edges) {
      if (to !== key) continue;
      const { num, den } = throughput.get(from)!;
      const all = den * leaves(from);
      sum = { num: sum.num * all + num * weight * sum.den, den: sum.den * all };
    }
    const value = throughput.get(key)!;
    expect(sum.num * value.den === value.num * sum.den, `${where}, node ${key}`).toBe(true);
  }
}
