// A run's book read back from its tables: nodes, weights, own cost, flows and ends, as explanations and users need them.

import { byKey } from '../money/apportion.ts';
import type { Db } from '../store/db.ts';
import { readTable } from '../store/result-files.ts';
import type { Network, NetworkNode, NodeKind, Strand } from '../tables/network.ts';
import { ENDS, FLOWS, NODES, OWN, WEIGHTS } from '../tables/results.ts';
import { strandIn, textIn, wholeIn } from '../tables/row-cells.ts';
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

/** The book of the run whose results lie in `runDir`. */
export async function readBook(db: Db, runDir: string): Promise<RunBook> {
  const rowsOf = async (schema: typeof NODES): Promise<Row[]> => readTable(db, runDir, schema);
  const nodes = (await rowsOf(NODES)).map(nodeOf).sort((a, b) => byKey(a.key, b.key));
  const strands = new Map<string, Strand>();
  const amountOf = (row: Row): BookAmount => ({
    node: textIn(row, 'node'),
    strand: strandOf(row, strands),
    amountOre: wholeIn(row),
  });
  const own = (await rowsOf(OWN)).map(amountOf);
  const ends = (await rowsOf(ENDS)).map(amountOf);
  const flows = (await rowsOf(FLOWS)).map((row) => ({
    from: textIn(row, 'from_node'),
    to: textIn(row, 'to_node'),
    strand: strandOf(row, strands),
    amountOre: wholeIn(row),
  }));
  const network = networkOf(nodes, await rowsOf(WEIGHTS), [...strands.values()], own);
  return { network, nodes: new Map(nodes.map((node) => [node.key, node])), own, ends, flows };
}

const nodeOf = (row: Row): NetworkNode => ({
  key: textIn(row, 'node'),
  kind: textIn(row, 'kind') as NodeKind,
  name: textIn(row, 'name'),
  unit: textIn(row, 'unit'),
  service: textIn(row, 'service'),
  level: textIn(row, 'level'),
});

function strandOf(row: Row, strands: Map<string, Strand>): Strand {
  const strand = strandIn(row);
  const known = strands.get(strand.key) ?? strand;
  strands.set(known.key, known);
  return known;
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
      from: position.get(textIn(row, 'from_node'))!,
      to: position.get(textIn(row, 'to_node'))!,
      weight: wholeIn(row, 'weight'),
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
