// What the solver must agree on with the auditor, and what a book must be: the complaints, or none.

import { FRACTION_BITS, isEnd, type Network, type Solution } from '../../src/tables/network.ts';
import { audit, type Exact, type PlainNetwork } from '../auditor/auditor.ts';
import { plainToNetwork } from './plain-to-network.ts';

export type Solved =
  | { readonly kind: 'solved'; readonly solution: Solution }
  | { readonly kind: 'closed'; readonly loops: readonly (readonly string[])[] };

/**
 * Throughput agrees when it is within 2^-60 øre. Where money goes round a million million times before it leaves, so
 * do the last bits of what came in: there it is 2^-90 of the throughput itself. Ends agree to the øre, always.
 */
const TOLERANCE_BITS = 60n;
const RELATIVE_BITS = 90n;

/** Solves a plain network with the program and with the auditor, and says where they differ. */
export function compareWithAuditor(plain: PlainNetwork, solve: (network: Network) => Solved): string[] {
  const network = plainToNetwork(plain);
  const expected = audit(plain);
  const found = solve(network);
  if (expected.kind === 'closed' || found.kind === 'closed') {
    const [ours, theirs] = [expected, found].map((each) =>
      JSON.stringify(each.kind === 'closed' ? each.loops : 'solved'),
    );
    return ours === theirs ? [] : [`loops: the auditor says ${ours}, the solver ${theirs}`];
  }
  const complaints: string[] = [];
  for (const [s, strand] of network.strands.entries()) {
    const exact = expected.throughput.get(strand.key)!;
    for (const [n, node] of network.nodes.entries()) {
      const value = found.solution.throughput[s]![n]!;
      if (!isWithin(value, exact.get(node.key)!)) complaints.push(`throughput ${strand.key} ${node.key}`);
    }
    const ends = new Map(found.solution.ends.filter((end) => end.strand === s).map((end) => [end.node, end]));
    for (const [n, node] of network.nodes.entries()) {
      if (!isEnd(node.kind)) continue;
      const ours = expected.ends.get(strand.key)!.get(node.key)!;
      const theirs = ends.get(n)?.amountOre ?? 0n;
      if (ours !== theirs) complaints.push(`end ${strand.key} ${node.key}: ${ours}, the solver ${theirs}`);
    }
    complaints.push(...bookComplaints(network, found.solution, s, exact));
  }
  return complaints;
}

/** |value ÷ 2^FRACTION_BITS − exact| ≤ 2^-TOLERANCE_BITS + |exact| · 2^-RELATIVE_BITS */
function isWithin(value: bigint, exact: Exact): boolean {
  const allowed =
    (exact.den << (FRACTION_BITS - TOLERANCE_BITS)) +
    (magnitude(exact.num) << (FRACTION_BITS - RELATIVE_BITS));
  return magnitude(value * exact.den - (exact.num << FRACTION_BITS)) <= allowed;
}

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

/**
 * Own + in = out at every node that hands on, own + in = what stays at every end, and each flow no more øre from its
 * exact value than the network has nodes.
 */
function bookComplaints(
  network: Network,
  solution: Solution,
  strand: number,
  exact: ReadonlyMap<string, Exact>,
): string[] {
  const balance = network.nodes.map(() => 0n);
  for (const own of network.own) if (own.strand === strand) balance[own.node]! += own.amountOre;
  for (const end of solution.ends) if (end.strand === strand) balance[end.node]! -= end.amountOre;
  const flows = network.edges.map(() => 0n);
  for (const flow of solution.flows) if (flow.strand === strand) flows[flow.edge]! += flow.amountOre;
  const leaves = network.nodes.map(() => 0n);
  for (const { from, weight } of network.edges) leaves[from]! += weight;
  const complaints: string[] = [];
  const bound = BigInt(network.nodes.length);
  for (const [e, { from, to, weight }] of network.edges.entries()) {
    balance[from]! -= flows[e]!;
    balance[to]! += flows[e]!;
    const { num, den } = exact.get(network.nodes[from]!.key)!;
    const difference = flows[e]! * den * leaves[from]! - num * weight;
    if (magnitude(difference) > bound * den * leaves[from]!) {
      complaints.push(
        `flow ${network.nodes[from]!.key} → ${network.nodes[to]!.key} is more than ${bound} øre off`,
      );
    }
  }
  for (const [n, left] of balance.entries()) {
    if (left !== 0n) complaints.push(`${network.nodes[n]!.key} is out of balance by ${left} øre`);
  }
  return complaints;
}
