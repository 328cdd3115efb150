// Where the money of every function ended: the run's network solved once more, with a strand a function.

import { solve } from '../../costing/solve.ts';
import { byKey } from '../../money/apportion.ts';
import { type NetworkNode, nodeKey, type Strand } from '../../tables/network.ts';
import type { FunctionEnd } from '../../users/accounts/reconcile.ts';
import type { RunCosts } from './read-run-costs.ts';

/**
 * In order of function and end; rounded once at the ends, function by function. A pool that comes to nothing at a unit
 * is no part of the network: what functions put into it ends there.
 */
export function functionEnds({ network, assignments }: RunCosts): FunctionEnd[] {
  const numbers = new Map(network.nodes.map(({ key }, i) => [key, i]));
  const functions = [...new Set(assignments.map((one) => one.function))].sort(byKey);
  const cancelled: FunctionEnd[] = [];
  const own = new Map<string, { node: number; strand: number; amountOre: bigint }>();
  for (const { function: code, pool, unit, amountOre } of assignments) {
    const node = numbers.get(nodeKey('pool', pool, unit));
    if (node === undefined) {
      cancelled.push({ function: code, node: cameToNothing(pool), amountOre });
      continue;
    }
    const strand = functions.indexOf(code);
    const key = `${node}/${strand}`;
    const before = own.get(key)?.amountOre ?? 0n;
    own.set(key, { node, strand, amountOre: before + amountOre });
  }
  const strands = functions.map(
    (code, i): Strand => ({ key: String(i), nature: code, answers: 'central', paidAs: 'price' }),
  );
  const entered = [...own.values()].filter(({ amountOre }) => amountOre !== 0n);
  const inOrder = entered.sort((a, b) => a.node - b.node || a.strand - b.strand);
  const solved = solve({ nodes: network.nodes, edges: network.edges, strands, own: inOrder });
  if (solved.kind === 'closed') throw new Error('the network of a finished run must be solvable');
  const ended = solved.solution.ends
    .filter(({ amountOre }) => amountOre !== 0n)
    .map(({ node, strand, amountOre }) => ({
      function: functions[strand]!,
      node: network.nodes[node]!,
      amountOre,
    }));
  return [...ended, ...cancelled];
}

const cameToNothing = (pool: string): NetworkNode => ({
  key: nodeKey('not-costed', pool),
  kind: 'not-costed',
  name: pool,
  ...{ unit: '', service: '', level: '' },
});
