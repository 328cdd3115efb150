// The solver against the auditor on 1,000 generated networks; `npm run soak` goes on to 100,000.

import { describe, expect, it } from 'vitest';
import { solve } from '../../src/costing/solve.ts';
import { FRACTION_BITS, type Solution } from '../../src/tables/network.ts';
import type { PlainEdge, PlainNetwork } from '../auditor/auditor.ts';
import { generateNetwork } from '../auditor/generate-network.ts';
import { compareWithAuditor } from '../support/compare-with-auditor.ts';

describe('solver and auditor', () => {
  it('agree on 1,000 generated networks', () => {
    for (let seed = 1; seed <= 1000; seed++) {
      expect(compareWithAuditor(generateNetwork(seed), solve), `seed ${seed}`).toEqual([]);
    }
  });

  it.each([
    ['two', 2, 10n ** 12n],
    ['five', 5, 10n ** 12n],
    ['twenty', 20, 10n ** 12n],
    ['forty', 40, 10n ** 6n],
  ])('agree where money hardly comes out: %s steps, each mostly back', (_, steps, back) => {
    expect(compareWithAuditor(ladder(steps, back), solve)).toEqual([]);
  });

  it.each<[string, RegExp, (solution: Solution) => Solution]>([
    ['an øre moved between ends', /^end /, ({ ends, ...rest }) => ({ ...rest, ends: ends.map(shifted) })],
    ['an end left out', /^end /, ({ ends, ...rest }) => ({ ...rest, ends: ends.slice(1) })],
    [
      'a flow that is an øre off',
      /balance/,
      ({ flows, ...rest }) => ({ ...rest, flows: flows.map(shifted) }),
    ],
    ['flow sent round a loop for nothing', /off$/, (solution) => roundAndRound(solution)],
    ['throughput off by 2^-50 øre', /^throughput /, (solution) => nudged(solution)],
  ])('the comparison sees %s', (_, complaint, change) => {
    const network = twoThatServeEachOther();
    expect(compareWithAuditor(network, solve)).toEqual([]);
    const complaints = compareWithAuditor(network, (given) => {
      const solved = solve(given);
      return solved.kind === 'closed' ? solved : { ...solved, solution: change(solved.solution) };
    });
    expect(complaints.join('\n')).toMatch(complaint);
  });
});

function twoThatServeEachOther(): PlainNetwork {
  const edge = (from: string, to: string, weight: bigint): PlainEdge => ({ from, to, weight });
  return {
    nodes: ['a', 'b', 'x', 'y'].map((key) => ({ key, end: key > 'b' })),
    edges: [
      edge('a', 'b', 1n),
      edge('a', 'x', 5n),
      edge('b', 'a', 1n),
      edge('b', 'x', 2n),
      edge('b', 'y', 2n),
    ],
    own: [
      { node: 'a', strand: 'wages|provider|price', amountOre: 120_001n },
      { node: 'b', strand: 'wages|provider|price', amountOre: 240_000n },
    ],
  };
}

/** A row of units that each send 1 on and `back` to the one before; only the last serves anyone else. */
function ladder(steps: number, back: bigint): PlainNetwork {
  const key = (step: number): string => `k${String(step).padStart(2, '0')}`;
  const edges: PlainEdge[] = [
    { from: key(steps - 1), to: 'x', weight: 1n },
    { from: key(steps - 1), to: 'y', weight: 2n },
  ];
  for (let step = 1; step < steps; step++) {
    edges.push({ from: key(step), to: key(step - 1), weight: back });
    edges.push({ from: key(step - 1), to: key(step), weight: 1n });
  }
  const inner = Array.from({ length: steps }, (_, step) => ({ key: key(step), end: false }));
  const strand = 'wages|provider|price';
  return {
    nodes: [...inner, { key: 'x', end: true }, { key: 'y', end: true }],
    edges,
    own: [
      { node: key(0), strand, amountOre: 1_000_000_007n },
      { node: key(steps - 1), strand, amountOre: -5n },
    ],
  };
}

/** One øre more at the first place, one less at the second. */
const shifted = <T extends { readonly amountOre: bigint }>(row: T, i: number): T =>
  i < 2 ? { ...row, amountOre: row.amountOre + (i === 0 ? 1n : -1n) } : row;

/** A hundred øre more from a to b and back: every node still balances. */
function roundAndRound({ flows, ...rest }: Solution): Solution {
  return {
    ...rest,
    flows: flows.map((flow) =>
      flow.edge === 0 || flow.edge === 2 ? { ...flow, amountOre: flow.amountOre + 100n } : flow,
    ),
  };
}

function nudged({ throughput, ...rest }: Solution): Solution {
  return {
    ...rest,
    throughput: throughput.map((row) =>
      row.map((value, i) => (i === 0 ? value + (1n << (FRACTION_BITS - 50n)) : value)),
    ),
  };
}
