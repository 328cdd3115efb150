// Where money ended: what a pool, an account, a responsibility or a node put into the network, followed forward
// through everything that passes it on, to services and other ends.

import { solve } from '../costing/solve.ts';
import { byKey } from '../money/apportion.ts';
import { type RunBook, readBook } from '../run/run-book.ts';
import { readTable } from '../store/result-files.ts';
import { accountKey } from '../tables/ledger.ts';
import type { Strand } from '../tables/network.ts';
import { ASSIGNMENTS } from '../tables/results.ts';
import { accountIn, wholeIn } from '../tables/row-cells.ts';
import type { Row } from '../tables/schema.ts';
import type { ExplainContext } from './explain-context.ts';
import { describeNode, figureOf, poolNodeKey } from './explain-node.ts';
import { assignmentsOf } from './explain-pool.ts';
import { findName } from './find-name.ts';
import { type ExplainLevel, levelOf, UnknownFigure } from './level.ts';

type Entry = { readonly node: string; readonly amountOre: bigint };

/** The ends that the figure's money reached, whole øre that sum to it. */
export async function forward(context: ExplainContext, kind: string, address: string): Promise<ExplainLevel> {
  const book = await readBook(context.db, context.runDir);
  const entries = await entriesOf(context, book, kind, address);
  const lines = endsOf(book, entries).map(({ node, amountOre }) => ({
    label: describeNode(book.nodes.get(node)!),
    amountOre,
    figure: figureOf(book.nodes.get(node)!),
  }));
  const head = {
    figure: `${kind}:${address}`,
    title: `Where ${kind} ${address} ended`,
    rule: 'Followed through everything that passes cost on, until services and other ends.',
  };
  return levelOf(head, lines);
}

async function entriesOf(
  context: ExplainContext,
  book: RunBook,
  kind: string,
  address: string,
): Promise<Entry[]> {
  if (kind === 'pool') return byPoolNode(await assignmentsOf(context, address));
  if (kind === 'node') {
    const node = findName('node', address, book.nodes.keys());
    const passes = [...book.own, ...book.flows.map(({ to, ...flow }) => ({ ...flow, node: to }))];
    return [
      {
        node,
        amountOre: passes.reduce((sum, entry) => (entry.node === node ? sum + entry.amountOre : sum), 0n),
      },
    ];
  }
  const rows = await readTable(context.db, context.runDir, ASSIGNMENTS);
  if (kind === 'account') {
    findName(
      'account',
      address,
      rows.map((row) => accountKey(accountIn(row))),
    );
    return byPoolNode(rows.filter((row) => accountKey(accountIn(row)) === address));
  }
  if (kind === 'responsibility') {
    findName(
      'responsibility',
      address,
      rows.map((row) => String(row['responsibility'])),
    );
    return byPoolNode(rows.filter((row) => row['responsibility'] === address));
  }
  throw new UnknownFigure(
    `"${kind}" cannot be followed forward: ask for pool:, account:, responsibility: or node:.`,
  );
}

function byPoolNode(rows: readonly Row[]): Entry[] {
  const sums = new Map<string, bigint>();
  for (const row of rows) {
    const node = poolNodeKey(String(row['pool']), String(row['unit']));
    sums.set(node, (sums.get(node) ?? 0n) + wholeIn(row));
  }
  return [...sums].map(([node, amountOre]) => ({ node, amountOre }));
}

const FOLLOWED: Strand = { key: 'followed', nature: '', answers: 'central', paidAs: 'price' };

/** The entries sent through the run's own network, rounded once at the ends; by node. */
function endsOf(book: RunBook, entries: readonly Entry[]): Entry[] {
  const position = new Map(book.network.nodes.map((node, i) => [node.key, i]));
  const own = entries
    .filter(({ amountOre }) => amountOre !== 0n)
    .map(({ node, amountOre }) => {
      const at = position.get(node);
      if (at === undefined) throw new UnknownFigure(`The run has no node "${node}".`);
      return { node: at, strand: 0, amountOre };
    })
    .sort((a, b) => a.node - b.node);
  const outcome = solve({ ...book.network, strands: [FOLLOWED], own });
  if (outcome.kind !== 'solved') throw new Error('the network of a finished run must be solvable');
  return outcome.solution.ends
    .map(({ node, amountOre }) => ({ node: book.network.nodes[node]!.key, amountOre }))
    .filter(({ amountOre }) => amountOre !== 0n)
    .sort((a, b) => byKey(a.node, b.node));
}
