import { describe, expect, it } from 'vitest';
import { generateMunicipality } from '../../test/support/generate-municipality.ts';
import { drawFlow } from '../charts/flow-picture.ts';
import { cost } from '../costing/cost.ts';
import { type CostStreams, costStreams } from '../explain/cost-streams.ts';
import type { Model } from '../model/model.ts';
import { flowData, MOST_NODES } from './flow-data.ts';

/** Streams of `pools` pools: every fifth is income, every seventh goes through a support unit. */
function manyPools(pools: number): { streams: CostStreams; model: Model } {
  const { model } = generateMunicipality(1);
  const direct = { name: '', kind: 'direct' as const };
  const into = Array.from({ length: pools }, (_, i) => ({
    pool: `pool ${i + 1}`,
    via: i % 7 === 6 ? { name: `support ${i}`, kind: 'unit' as const } : direct,
    amountOre: BigInt((i % 5 === 4 ? -1 : 1) * (i + 1) * 12_345_67),
  }));
  const out = into.map(({ via, amountOre }, i) => ({
    via,
    endKind: i === 0 ? ('parked' as const) : ('object' as const),
    end: i === 0 ? 'not yet placed' : `service ${i % 60}`,
    amountOre,
  }));
  return { streams: { into, out }, model };
}

/** Expense and income that reach each column, from the links that end there (the first: that begin there). */
function columnSums({ streams, model }: { streams: CostStreams; model: Model }): string[] {
  const { nodes, links } = flowData(streams, model, 'en');
  const column = new Map(nodes.map((node) => [node.key, node.column]));
  return [0, 1, 2, 3].map((at) => {
    const here = links.filter(({ from, to }) => column.get(at === 0 ? from : to) === at);
    const sum = (sign: 1 | -1): bigint =>
      here.reduce((total, { amountOre }) => (amountOre > 0n === sign > 0 ? total + amountOre : total), 0n);
    return `${sum(1)} ${sum(-1)}`;
  });
}

describe('the flow of costing as a picture', () => {
  for (const pools of [3, 30, 300]) {
    it(`holds the same expense and income in every column with ${pools} pools, and stays readable`, () => {
      const case_ = manyPools(pools);
      expect(new Set(columnSums(case_)).size).toBe(1);
      const { nodes } = flowData(case_.streams, case_.model, 'en');
      const inColumn = (column: number): number => nodes.filter((node) => node.column === column).length;
      expect(inColumn(1)).toBe(Math.min(pools, MOST_NODES.pools));
      expect(Math.max(inColumn(1), inColumn(2), inColumn(3))).toBeLessThanOrEqual(26);
      expect(nodes.some(({ tone }) => tone === 'parked')).toBe(true);
    });
  }

  it('shows a costed municipality whole: what enters the picture is the ledger', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { model, accounts, volumes } = generateMunicipality(seed);
      const { costs } = cost({ model, accounts, volumes });
      if (!costs) continue;
      const streams = costStreams(costs);
      const ledger = costs.assignments.reduce((sum, { amountOre }) => sum + amountOre, 0n);
      const sum = (list: readonly { amountOre: bigint }[]): bigint =>
        list.reduce((total, { amountOre }) => total + amountOre, 0n);
      expect(sum(streams.into), `seed ${seed}`).toBe(ledger);
      expect(sum(streams.out), `seed ${seed}`).toBe(ledger);
      expect(new Set(columnSums({ streams, model })).size, `seed ${seed}`).toBeLessThanOrEqual(1);
    }
  });

  it('draws labels that do not stand on one another', () => {
    const { streams, model } = manyPools(300);
    const svg = drawFlow(flowData(streams, model, 'en'));
    const places = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" dy/g)].map(
      ([, x, y]) => [Number(x), Number(y)] as const,
    );
    for (const [x, y] of places) {
      const near = places.filter(([otherX, otherY]) => otherX === x && Math.abs(otherY - y) < 11);
      expect(near.length, `label at ${x}, ${y}`).toBe(1);
    }
    expect(svg).toContain('<title');
  });
});
