// A run's book read back from its tables: nodes, weights, own cost, flows and ends, as explanations and users need them.

import { byKey } from '../money/apportion.ts';
import type { Db } from '../store/db.ts';
import { readTable } from '../store/result-files.ts';
import type { Answers, Network, NetworkNode, NodeKind, Strand } from '../tables/network.ts';
import { ENDS, FLOWS, NODES, OWN, WEIGHTS } from '../tables/results.ts';
import type { Row } from '../tables/schema.ts';

/** An amount of a strand at a node. */
export type BookAmount = { readonly node: string; readonly strand: Strand; readonly amountOre: bigint };
export type BookFlow = {
  readonly from: string;
  readonly to: string;
  readonly strand: Strand;
  readonly amountOre: bigint;
};

export type RunBook = {
  readonly network: Network;
  readonly nodes: ReadonlyMap<string, NetworkNode>;
  readonly own: readonly BookAmount[];
  readonly ends: readonly BookAmount[];
  readonly flows: readonly BookFlow[];
};

const text = (row: Row, column: string): string => String(row[column] ?? '');

/** The book of the run whose results lie in `runDir`. */
export async function readBook(db: Db, runDir: string): Promise<RunBook> {
  const rowsOf = async (schema: typeof NODES): Promise<Row[]> => readTable(db, runDir, schema);
  const nodes = (await rowsOf(NODES)).map(nodeOf).sort((a, b) => byKey(a.key, b.key));
  const strands = new Map<string, Strand>();
  const amountOf = (row: Row): BookAmount => ({
    node: text(row, 'node'),
    strand: strandOf(row, strands),
    amountOre: BigInt(row['amount_ore'] ?? 0),
  });
  const own = (await rowsOf(OWN)).map(amountOf);
  const ends = (await rowsOf(ENDS)).map(amountOf);
  const flows = (await rowsOf(FLOWS)).map((row) => ({
    from: text(row, 'from_node'),
    to: text(row, 'to_node'),
    strand: strandOf(row, strands),
    amountOre: BigInt(row['amount_ore'] ?? 0),
  }));
  const network = networkOf(nodes, await rowsOf(WEIGHTS), [...strands.values()], own);
  return { network, nodes: new Map(nodes.map((node) => [node.key, node])), own, ends, flows };
}

const nodeOf = (row: Row): NetworkNode => ({
  key: text(row, 'node'),
  kind: text(row, 'kind') as NodeKind,
  name: text(row, 'name'),
  unit: text(row, 'unit'),
  service: text(row, 'service'),
  level: text(row, 'level'),
});

function strandOf(row: Row, strands: Map<string, Strand>): Strand {
  const key = `${text(row, 'nature')}|${text(row, 'answers')}|${text(row, 'paid_as')}`;
  const known = strands.get(key);
  if (known) return known;
  const strand: Strand = {
    key,
    nature: text(row, 'nature'),
    answers: text(row, 'answers') as Answers,
    paidAs: text(row, 'paid_as') as Strand['paidAs'],
  };
  strands.set(key, strand);
  return strand;
}

function networkOf(
  nodes: readonly NetworkNode[],
  weights: readonly Row[],
  found: Strand[],
  own: readonly BookAmount[],
): Network {
  const position = new Map(nodes.map((node, i) => [node.key, i]));
  const strands = found.sort((a, b) => byKey(a.key, b.key));
  const edges = weights
    .map((row) => ({
      from: position.get(text(row, 'from_node'))!,
      to: position.get(text(row, 'to_node'))!,
      weight: BigInt(row['weight'] ?? 0),
    }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const entries = own
    .map(({ node, strand, amountOre }) => ({
      node: position.get(node)!,
      strand: strands.indexOf(strand),
      amountOre,
    }))
    .sort((a, b) => a.node - b.node || a.strand - b.strand);
  return { nodes, strands, edges, own: entries };
}
