// The costing run as streams: from the ledger through pools and the first place they reach (a support unit, an
// activity, or straight on) to services and other ends. What circulates between support units is resolved, so that
// every column sums to the same expense and the same income, to the øre.

import { solve } from '../costing/solve.ts';
import { byKey } from '../money/apportion.ts';
import type { Costs } from '../tables/costs.ts';
import { isEnd, type Network, type NetworkNode, nodeKey, type Strand } from '../tables/network.ts';

/** The place between pools and ends; "" (direct) where a pool goes straight to its end. */
export type Via = { readonly name: string; readonly kind: 'unit' | 'activity' | 'direct' };
/** What a pool put into a via; expense positive, income negative. */
export type StreamIn = { readonly pool: string; readonly via: Via; readonly amountOre: bigint };
/** What a via put into an end: a service, or the reason or name of another end. */
export type StreamOut = {
  readonly via: Via;
  readonly endKind: NetworkNode['kind'];
  readonly end: string;
  readonly amountOre: bigint;
};
export type CostStreams = { readonly into: readonly StreamIn[]; readonly out: readonly StreamOut[] };

type Entry = { pool: string; node: NetworkNode; amountOre: bigint };

/** All streams of a run, by key. Positive amounts sum to the same in `into` and `out`, and so do negative ones. */
export function costStreams(costs: Costs): CostStreams {
  const entries = entriesFromPools(costs);
  const direct = entries.filter(({ node }) => isEndOrService(node));
  const centred = entries.filter(({ node }) => !isEndOrService(node));
  const into = entries.map(({ pool, node, amountOre }) => ({ pool, via: viaOf(node), amountOre }));
  const out = [
    ...direct.map(({ node, amountOre }) => ({ via: viaOf(node), ...endOf(node), amountOre })),
    ...throughCentres(costs.network, centred),
  ];
  return {
    into: gather(into, ({ pool, via }) => [via.kind, via.name, pool]),
    out: gather(out, ({ via, endKind, end }) => [via.kind, via.name, endKind, end]),
  };
}

const viaOf = (node: NetworkNode): Via =>
  isEndOrService(node)
    ? { name: '', kind: 'direct' }
    : { name: node.name, kind: node.kind === 'activity' ? 'activity' : 'unit' };

/** Adds up what has the same key and the same sign, in order of key; income never nets against expense. */
function gather<S extends { amountOre: bigint }>(streams: readonly S[], keyOf: (stream: S) => string[]): S[] {
  const sums = new Map<string, S>();
  for (const stream of streams) {
    if (stream.amountOre === 0n) continue;
    const key = [...keyOf(stream), stream.amountOre < 0n ? '−' : '+'].join('\u0001');
    const before = sums.get(key);
    sums.set(key, before ? { ...before, amountOre: before.amountOre + stream.amountOre } : stream);
  }
  return [...sums.entries()].sort(([a], [b]) => byKey(a, b)).map(([, stream]) => stream);
}

const isEndOrService = (node: NetworkNode): boolean => isEnd(node.kind) || node.kind === 'service';

/** The node's place in the last column: objects and service nodes by service, other ends by name. */
const endOf = (node: NetworkNode): Pick<StreamOut, 'endKind' | 'end'> =>
  node.kind === 'object' || node.kind === 'service'
    ? { endKind: 'object', end: node.service }
    : { endKind: node.kind, end: node.name };

/** What leaves each pool for each node, all strands and units together. */
function entriesFromPools({ network, solution }: Costs): Entry[] {
  const entries = new Map<string, Entry>();
  for (const { edge, amountOre } of solution.flows) {
    const { from, to } = network.edges[edge]!;
    const source = network.nodes[from]!;
    if (source.kind !== 'pool') continue;
    const key = `${source.name}\u0001${to}`;
    const entry = entries.get(key) ?? { pool: source.name, node: network.nodes[to]!, amountOre: 0n };
    entry.amountOre += amountOre;
    entries.set(key, entry);
  }
  return [...entries.values()];
}

/**
 * Where what enters each centre ends. What enters a centre is sent through the network as two strands of its own, one
 * of expense and one of income, with the ends of a service drawn together; the solver's rounding keeps each whole.
 */
function throughCentres(network: Network, entries: readonly Entry[]): StreamOut[] {
  const inflows = gather(
    entries.map(({ node, amountOre }) => ({ node, amountOre })),
    ({ node }) => [node.key],
  );
  if (inflows.length === 0) return [];
  const strands: Strand[] = inflows.map((_, i) => ({
    key: String(i).padStart(9, '0'),
    nature: '',
    answers: 'central',
    paidAs: 'price',
  }));
  const drawn = drawEndsTogether(network);
  const own = inflows
    .map(({ node, amountOre }, strand) => ({ node: drawn.position.get(node.key)!, strand, amountOre }))
    .sort((a, b) => a.node - b.node || a.strand - b.strand);
  const outcome = solve({ ...drawn.network, strands, own });
  if (outcome.kind !== 'solved')
    throw new Error('a solved network must stay solvable when its ends are drawn together');
  return outcome.solution.ends.map(({ node, strand, amountOre }) => ({
    via: viaOf(inflows[strand]!.node),
    ...endOf(drawn.network.nodes[node]!),
    amountOre,
  }));
}

/** The network without its pools, its objects and service nodes merged into one end per service. */
function drawEndsTogether(network: Network): { network: Network; position: Map<string, number> } {
  const nodes = new Map<string, NetworkNode>();
  const drawnKey = (node: NetworkNode): string => {
    if (!isEndOrService(node)) return node.key;
    const { endKind, end } = endOf(node);
    return nodeKey(endKind, end);
  };
  for (const node of network.nodes) {
    if (node.kind === 'pool') continue;
    const key = drawnKey(node);
    if (isEndOrService(node)) {
      const { endKind, end } = endOf(node);
      nodes.set(key, {
        key,
        kind: endKind,
        name: end,
        unit: '',
        service: endKind === 'object' ? end : '',
        level: '',
      });
    } else nodes.set(key, node);
  }
  const sorted = [...nodes.values()].sort((a, b) => byKey(a.key, b.key));
  const position = new Map(sorted.map((node, i) => [node.key, i]));
  const weights = new Map<string, { from: number; to: number; weight: bigint }>();
  for (const { from, to, weight } of network.edges) {
    const source = network.nodes[from]!;
    if (source.kind === 'pool' || isEndOrService(source)) continue;
    const edge = { from: position.get(source.key)!, to: position.get(drawnKey(network.nodes[to]!))!, weight };
    const key = `${edge.from}/${edge.to}`;
    const before = weights.get(key);
    weights.set(key, before ? { ...before, weight: before.weight + weight } : edge);
  }
  const edges = [...weights.values()].sort((a, b) => a.from - b.from || a.to - b.to);
  return { network: { nodes: sorted, strands: [], edges, own: [] }, position };
}
