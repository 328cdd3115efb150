// By origin: what each pool contributed to a cost object, whatever ways its money took through units that serve one
// another. One adjoint solve gives every pool's share.

import { contributions, originsOf } from '../costing/contributions.ts';
import { type RunBook, readBook } from '../run/run-book.ts';
import type { NetworkNode } from '../tables/network.ts';
import type { ExplainContext } from './explain-context.ts';
import { describeNode, figureOf } from './explain-node.ts';
import { objectAddress } from './figure-address.ts';
import { findName } from './find-name.ts';
import { type ExplainLevel, type ExplainLine, levelOf, UnknownFigure } from './level.ts';

/** The pools, unit by unit, behind a unit cost or another end node; Σ lines = the end's cost. */
export async function byOrigin(
  context: ExplainContext,
  kind: string,
  address: string,
): Promise<ExplainLevel> {
  const book = await readBook(context.db, context.runDir);
  const end = endOf(book, kind, address);
  const position = book.network.nodes.indexOf(end);
  const shares = contributions(book.network, position);
  const sums = new Map<number, bigint>();
  for (const { node, strand, amountOre } of book.ends) {
    if (node !== end.key) continue;
    const index = book.network.strands.indexOf(strand);
    for (const origin of originsOf(book.network, shares, index, amountOre))
      sums.set(origin.node, (sums.get(origin.node) ?? 0n) + origin.amountOre);
  }
  const firstStep = firstSteps(book);
  const lines = [...sums].map(([node, amountOre]): ExplainLine => {
    const pool = book.network.nodes[node]!;
    return { label: describeNode(pool), amountOre, detail: firstStep(node, pool), figure: figureOf(pool) };
  });
  return levelOf(
    {
      figure: `${kind}:${address}`,
      title: `Where the cost of ${describeNode(end)} came from`,
      rule: 'Each pool’s primary cost × the share of it that ended here, by whatever ways.',
    },
    lines,
  );
}

function endOf(book: RunBook, kind: string, address: string): NetworkNode {
  if (kind === 'node') return book.nodes.get(findName('node', address, book.nodes.keys()))!;
  if (kind !== 'unit-cost')
    throw new UnknownFigure(`"${kind}" has no origins: ask for unit-cost: or an end node:.`);
  const objects = [...book.nodes.values()].filter((node) => node.kind === 'object');
  findName('cost object', address, objects.map(objectAddress));
  return objects.find((node) => objectAddress(node) === address)!;
}

/** "direct" where the pool goes straight to services, else the kind of what it reaches first. */
function firstSteps({ network }: RunBook): (node: number, pool: NetworkNode) => string {
  const reached = new Map<number, Set<string>>();
  for (const { from, to } of network.edges) {
    const kind = network.nodes[to]!.kind;
    const step =
      kind === 'object' || kind === 'service'
        ? 'direct'
        : `through ${kind === 'unit' ? 'units' : 'activities'}`;
    reached.set(from, (reached.get(from) ?? new Set()).add(step));
  }
  return (node) => [...(reached.get(node) ?? [])].sort().join(', ');
}
