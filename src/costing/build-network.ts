// The network along which cost flows: pools send to units, activities and services; units and activities pass on by
// their rule; services divide among need levels. What can go nowhere is parked, with the reason.

import type { Finding } from '../findings/finding.ts';
import type { Model } from '../model/model.ts';
import { byKey } from '../money/apportion.ts';
import type { Assignment } from '../tables/costs.ts';
import { type Edge, isEnd, type Network, type NetworkNode, type Own } from '../tables/network.ts';
import type { Share } from './handing.ts';
import { handingRules } from './handing-rules.ts';
import { inLowestTerms } from './lowest-terms.ts';
import { networkNode } from './network-node.ts';
import { type PrimaryCost, primaryCost } from './primary-cost.ts';
import type { YearVolumes } from './year-volumes.ts';

/** The node `from` (key) could hand on nothing, so all of it flows to a parked end. The finding lacks the amount. */
export type Parking = { readonly from: string; readonly finding: Finding };
/** The network of a model, its parkings in order of node, and what was found wrong with drivers. */
export type BuiltNetwork = {
  readonly network: Network;
  readonly parkings: readonly Parking[];
  readonly findings: readonly Finding[];
};

/**
 * Builds the network of a model's assigned accounts. Source nodes are pool × unit where there is cost; units,
 * activities and services exist where cost can reach them, cost objects wherever there is volume.
 */
export function buildNetwork(
  model: Model,
  assignments: readonly Assignment[],
  volumes: YearVolumes,
): BuiltNetwork {
  const ledger = primaryCost(model, assignments);
  const rules = handingRules(model, volumes, ledger);
  const nodes = new Map<string, NetworkNode>();
  const shares = new Map<string, readonly Share[]>();
  const parkings: Parking[] = [];
  const waiting: NetworkNode[] = [];
  const reach = (node: NetworkNode): void => {
    if (nodes.has(node.key)) return;
    nodes.set(node.key, node);
    if (!isEnd(node.kind)) waiting.push(node);
  };
  for (const { levels } of volumes.all) for (const { node } of levels) reach(node);
  for (const node of ledger.nodes) reach(node);
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const handing = rules.of(node);
    if ('reason' in handing) parkings.push({ from: node.key, finding: handing.finding });
    const given = 'reason' in handing ? parkedWhole(handing.reason) : handing;
    shares.set(node.key, given);
    for (const { to } of given) reach(to);
  }
  return {
    network: inOrder(nodes, shares, ledger),
    parkings: parkings.sort((a, b) => byKey(a.from, b.from)),
    findings: rules.findings(),
  };
}

const parkedWhole = (reason: string): readonly Share[] => [{ to: networkNode('parked', reason), weight: 1n }];

/** Nodes and strands in order of key, edges and own amounts in order of the nodes that they belong to. */
function inOrder(
  found: ReadonlyMap<string, NetworkNode>,
  shares: ReadonlyMap<string, readonly Share[]>,
  ledger: PrimaryCost,
): Network {
  const nodes = [...found.values()].sort((a, b) => byKey(a.key, b.key));
  const strands = [...ledger.strands.values()].sort((a, b) => byKey(a.key, b.key));
  const nodeAt = new Map(nodes.map(({ key }, i) => [key, i]));
  const strandAt = new Map(strands.map(({ key }, i) => [key, i]));
  const edges: Edge[] = [];
  const own: Own[] = [];
  for (const [from, { key }] of nodes.entries()) {
    const given = shares.get(key) ?? [];
    const weights = inLowestTerms(given.map(({ weight }) => weight));
    const leaving = given.map(({ to }, i) => ({ from, to: nodeAt.get(to.key)!, weight: weights[i]! }));
    for (const edge of leaving.sort((a, b) => a.to - b.to)) edges.push(edge);
    const amounts = [...(ledger.own.get(key) ?? [])].map(([strand, amountOre]) => ({
      node: from,
      strand: strandAt.get(strand)!,
      amountOre,
    }));
    for (const amount of amounts.sort((a, b) => a.strand - b.strand)) own.push(amount);
  }
  return { nodes, strands, edges, own };
}
