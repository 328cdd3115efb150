// What must hold of the solution of any network.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audit } from '../../test/auditor/auditor.ts';
import { generateNetwork } from '../../test/auditor/generate-network.ts';
import { plainToNetwork } from '../../test/support/plain-to-network.ts';
import { byKey } from '../money/apportion.ts';
import { FRACTION_BITS, isEnd, type Network, type Solution } from '../tables/network.ts';
import { solve } from './solve.ts';

function solved(network: Network): Solution {
  const result = solve(network);
  if (result.kind === 'closed') throw new Error(`closed: ${JSON.stringify(result.loops)}`);
  return result.solution;
}

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

  it('keys in another order give the same throughput, digit by digit', () => {
    fc.assert(
      fc.property(anyNetwork, (plain) => {
        const turn = (key: string): string =>
          String.fromCharCode(...[...key].map((c) => 400 - c.charCodeAt(0)));
        const turned = plainToNetwork({
          nodes: plain.nodes.map((node) => ({ ...node, key: turn(node.key) })),
          edges: plain.edges.map((edge) => ({ ...edge, from: turn(edge.from), to: turn(edge.to) })),
          own: plain.own.map((own) => ({ ...own, node: turn(own.node) })),
        });
        const network = plainToNetwork(plain);
        const [result, other] = [solve(network), solve(turned)];
        expect(result.kind).toBe(other.kind);
        if (result.kind === 'closed' || other.kind === 'closed') return;
        const place = new Map(turned.nodes.map(({ key }, n) => [key, n]));
        for (const [s, values] of other.solution.throughput.entries()) {
          expect(network.nodes.map(({ key }) => values[place.get(turn(key))!])).toEqual(
            result.solution.throughput[s],
          );
        }
      }),
      { numRuns: 500 },
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
            expect(error <= den && -error <= den, `${key} ${node.key}`).toBe(true);
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
