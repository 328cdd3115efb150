// Where the cost of an object comes from, held against solving the network once for each node.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centres } from '../../bench/solve.ts';
import { audit } from '../../test/auditor/auditor.ts';
import { generateNetwork } from '../../test/auditor/generate-network.ts';
import { plainToNetwork } from '../../test/support/plain-to-network.ts';
import { FRACTION_BITS, isEnd } from '../tables/network.ts';
import { contributions, originsOf } from './contributions.ts';
import { solve } from './solve.ts';

describe('contributions', () => {
  it('of an øre at A 4/29 and of one at M 24/29 come to the end of M', () => {
    const network = plainToNetwork({
      nodes: ['A', 'M', 'X', 'Y'].map((key) => ({ key, end: key > 'M' })),
      edges: [
        { from: 'A', to: 'M', weight: 1n },
        { from: 'A', to: 'X', weight: 5n },
        { from: 'M', to: 'A', weight: 1n },
        { from: 'M', to: 'Y', weight: 4n },
      ],
      own: [],
    });
    const [a, m, x, y] = contributions(network, 3);
    expect([a! * 29n, m! * 29n].map((value) => (value + (1n << 10n)) >> (FRACTION_BITS - 4n))).toEqual([
      64n,
      384n,
    ]);
    expect([x, y]).toEqual([0n, 1n << FRACTION_BITS]);
  });

  it('is what an øre at each node alone brings to the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const plain = generateNetwork(seed, 9);
        const network = plainToNetwork(plain);
        if (solve(network).kind === 'closed') return;
        for (const [end, { key, kind }] of network.nodes.entries()) {
          if (!isEnd(kind)) continue;
          const shares = contributions(network, end);
          for (const [n, node] of network.nodes.entries()) {
            const alone = audit({ ...plain, own: [{ node: node.key, strand: 's', amountOre: 1n }] });
            if (alone.kind === 'closed') {
              // Only a node without any edge is closed for cost of its own and open without.
              expect([network.edges.some(({ from, to }) => from === n || to === n), shares[n]]).toEqual([
                false,
                0n,
              ]);
              continue;
            }
            const { num, den } = alone.throughput.get('s')!.get(key)!;
            const error = shares[n]! * den - (num << FRACTION_BITS);
            expect(error <= den && -error <= den).toBe(true);
          }
        }
      }),
    );
  });

  it('origins sum to the øre of the object', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const network = plainToNetwork(generateNetwork(seed, 16));
        const result = solve(network);
        if (result.kind === 'closed') return;
        for (const { node, strand, amountOre } of result.solution.ends) {
          const shares = contributions(network, node);
          const origins = originsOf(network, shares, strand, amountOre);
          expect(origins.reduce((sum, origin) => sum + origin.amountOre, 0n)).toBe(amountOre);
          for (const origin of origins) {
            const own = network.own.find((each) => each.node === origin.node && each.strand === strand)!;
            const error = (origin.amountOre << FRACTION_BITS) - own.amountOre * shares[origin.node]!;
            const bound = 2n << FRACTION_BITS;
            expect(error < bound && -error < bound).toBe(true);
          }
        }
      }),
    );
  });

  it.each(['random', 'chain', 'star'] as const)(
    'and own cost meet in what an end holds: 1,200 centres, %s',
    (shape) => {
      const network = centres(shape, 0.99, 1200);
      const result = solve(network);
      if (result.kind === 'closed') throw new Error('closed');
      const end = network.nodes.findIndex(
        ({ kind }, node) => isEnd(kind) && result.solution.throughput[0]![node] !== 0n,
      );
      const shares = contributions(network, end);
      const sum = network.own.reduce((total, { node, amountOre }) => total + amountOre * shares[node]!, 0n);
      const own = network.own.reduce((total, { amountOre }) => total + amountOre, 0n);
      const error = sum - result.solution.throughput[0]![end]!;
      expect(error <= own && -error <= own).toBe(true);
    },
  );
});
