// Laws of sums: no øre lost on any way, and the same amounts from the auditor.

import { contributions, originsOf } from '../../../src/costing/contributions.ts';
import { FRACTION_BITS, isEnd, type Network } from '../../../src/tables/network.ts';
import { audit, type PlainNetwork } from '../../auditor/auditor.ts';
import { compareWithAuditor } from '../compare-with-auditor.ts';
import type { Case } from './law.ts';

export function endsArePostings({ municipality, costs }: Case): string[] {
  const posted = new Map<string, bigint>();
  const natures = new Map(
    costs.assignments.map((row) => [`${row.responsibility} ${row.article} ${row.function}`, row.nature]),
  );
  for (const { responsibility, article, function: code, amountOre } of municipality.accounts) {
    const nature = natures.get(`${responsibility} ${article} ${code}`) ?? 'nowhere';
    posted.set(nature, (posted.get(nature) ?? 0n) + amountOre);
  }
  for (const { strand, amountOre } of costs.solution.ends) {
    const { nature } = costs.network.strands[strand]!;
    posted.set(nature, (posted.get(nature) ?? 0n) - amountOre);
  }
  return [...posted]
    .filter(([, left]) => left !== 0n)
    .map(([nature, left]) => `${nature}: ${left} øre missing`);
}

export function bookBalances({ costs: { network, solution } }: Case): string[] {
  const complaints: string[] = [];
  for (const s of network.strands.keys()) {
    const balance = network.nodes.map(() => 0n);
    for (const own of network.own) if (own.strand === s) balance[own.node]! += own.amountOre;
    for (const end of solution.ends) if (end.strand === s) balance[end.node]! -= end.amountOre;
    for (const { edge, strand, amountOre } of solution.flows) {
      if (strand !== s) continue;
      balance[network.edges[edge]!.from]! -= amountOre;
      balance[network.edges[edge]!.to]! += amountOre;
    }
    for (const [n, left] of balance.entries())
      if (left !== 0n) complaints.push(`${network.nodes[n]!.key}: ${left}`);
  }
  for (const { node } of solution.ends)
    if (!isEnd(network.nodes[node]!.kind)) complaints.push(`${node} is no end`);
  return complaints;
}

export function tablesHoldAll({ municipality, costs }: Case): string[] {
  let left = municipality.accounts.reduce((sum, { amountOre }) => sum + amountOre, 0n);
  for (const { amountOre, costs: strands } of [...costs.objects, ...costs.remainders]) {
    left -= amountOre;
    const sum = strands.reduce((all, each) => all + each.amountOre, 0n);
    if (sum !== amountOre) return [`strands sum to ${sum}, not ${amountOre}`];
  }
  return left === 0n ? [] : [`${left} øre are in no table`];
}

/** The network as costing built it, solved once more by the auditor. */
export function auditorAgrees({ costs: { network, solution } }: Case): string[] | undefined {
  if (network.nodes.length > 60) return undefined;
  const plain = plainOf(network);
  return compareWithAuditor(plain, () => ({ kind: 'solved', solution }));
}

const plainOf = ({ nodes, strands, edges, own }: Network): PlainNetwork => ({
  nodes: nodes.map(({ key, kind }) => ({ key, end: isEnd(kind) })),
  edges: edges.map(({ from, to, weight }) => ({ from: nodes[from]!.key, to: nodes[to]!.key, weight })),
  own: own.map(({ node, strand, amountOre }) => ({
    node: nodes[node]!.key,
    strand: strands[strand]!.key,
    amountOre,
  })),
});

/** Each object's origins sum to its øre; the shares behind them are what the auditor gives for one øre at each node. */
export function originsAreRight({ costs: { network, solution } }: Case): string[] | undefined {
  const { nodes } = network;
  if (nodes.length > 20) return undefined;
  const own = nodes.map(({ key }) => ({ node: key, strand: key, amountOre: 1n }));
  const audited = audit({ ...plainOf(network), own });
  if (audited.kind === 'closed') return ['closed'];
  const complaints: string[] = [];
  for (const [end, { key, kind }] of nodes.entries()) {
    if (!isEnd(kind)) continue;
    const shares = contributions(network, end);
    for (const [n, share] of shares.entries()) {
      const { num, den } = audited.throughput.get(nodes[n]!.key)!.get(key)!;
      const error = share * den - (num << FRACTION_BITS);
      if ((error < 0n ? -error : error) > den << (FRACTION_BITS - 60n))
        complaints.push(`${nodes[n]!.key} to ${key}`);
    }
    for (const { node, strand, amountOre } of solution.ends) {
      if (node !== end) continue;
      const origins = originsOf(network, shares, strand, amountOre);
      const left = origins.reduce((sum, origin) => sum - origin.amountOre, amountOre);
      if (left !== 0n) complaints.push(`${left} øre of ${key} have no origin`);
    }
  }
  return complaints;
}
