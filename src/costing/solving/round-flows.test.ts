// Flows rounded up or down without unbalancing nodes.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FlowGraph, GRID_BITS, roundUp } from './round-flows.ts';

const ONE = 1 << GRID_BITS;

/** Cycles of random flow on a few nodes: in = out everywhere, each flow a sum of what goes round. */
const circulation = fc
  .array(
    fc.record({
      cycle: fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { minLength: 2, maxLength: 6 }),
      amount: fc.integer({ min: 1, max: ONE - 1 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((cycles) => {
    const flows = new Map<string, number>();
    for (const { cycle, amount } of cycles) {
      for (const [i, from] of cycle.entries()) {
        const key = `${from} ${cycle[(i + 1) % cycle.length]}`;
        flows.set(key, (flows.get(key) ?? 0) + amount);
      }
    }
    const ends = [...flows.keys()].map((key) => key.split(' ').map(Number) as [number, number]);
    const graph: FlowGraph = {
      nodes: 8,
      from: Int32Array.from(ends, ([from]) => from),
      to: Int32Array.from(ends, ([, to]) => to),
    };
    return { graph, flows: [...flows.values()] };
  });

describe('roundUp', () => {
  it('keeps a circulation in balance, each flow its floor or its ceiling', () => {
    fc.assert(
      fc.property(circulation, ({ graph, flows }) => {
        const parts = Int32Array.from(flows, (flow) => flow % ONE);
        const up = roundUp(graph, parts);
        const balance = new Array(graph.nodes).fill(0);
        for (const [e, flow] of flows.entries()) {
          expect(up[e]! === 0 || (up[e] === 1 && parts[e]! > 0)).toBe(true);
          const rounded = Math.floor(flow / ONE) + up[e]!;
          balance[graph.from[e]!] -= rounded;
          balance[graph.to[e]!] += rounded;
        }
        expect(balance).toEqual(new Array(graph.nodes).fill(0));
      }),
    );
  });

  it('many halves that meet do not add up: 40 sources, each half to 30 ends', () => {
    const pairs = Array.from({ length: 1200 }, (_, e) => [e % 40, 40 + Math.floor(e / 40)] as const);
    const graph = {
      nodes: 70,
      from: Int32Array.from(pairs, ([from]) => from),
      to: Int32Array.from(pairs, ([, to]) => to),
    };
    const up = roundUp(graph, new Int32Array(1200).fill(ONE / 2));
    const atNode = new Array(70).fill(0);
    for (const [e, [from, to]] of pairs.entries()) {
      atNode[from] += up[e]!;
      atNode[to] += up[e]!;
    }
    expect(atNode).toEqual([...new Array(40).fill(15), ...new Array(30).fill(20)]);
  });
});
