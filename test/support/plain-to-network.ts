// A plain network of the auditor as the program's Network: sorted by key, without zeros, self-loops and doubles.

import { byKey } from '../../src/money/apportion.ts';
import type { Network, NetworkNode, Strand } from '../../src/tables/network.ts';
import { edgesThatCount, type PlainNetwork, primaryCost, strandsOf } from '../auditor/auditor.ts';

/** The strand of a key such as "wages|provider|price". */
export function strandOf(key: string): Strand {
  const [nature = '', answers = '', paidAs = ''] = key.split('|');
  return { key, nature, answers: answers as Strand['answers'], paidAs: paidAs as Strand['paidAs'] };
}

/** The same network in the program's terms. Amounts of 0 øre are left out, as an account without postings is. */
export function plainToNetwork(plain: PlainNetwork): Network {
  const nodes = plain.nodes
    .map(
      ({ key, end }): NetworkNode => ({
        key,
        kind: end ? 'object' : 'unit',
        name: key,
        unit: '',
        service: '',
        level: '',
      }),
    )
    .sort((a, b) => byKey(a.key, b.key));
  const place = new Map(nodes.map(({ key }, i) => [key, i]));
  const strands = strandsOf(plain).map(strandOf);
  const edges = edgesThatCount(plain)
    .map(({ from, to, weight }) => ({ from: place.get(from)!, to: place.get(to)!, weight }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const own = strands.flatMap(({ key }, strand) =>
    [...primaryCost(plain, key)].map(([node, amountOre]) => ({ node: place.get(node)!, strand, amountOre })),
  );
  return {
    nodes,
    strands,
    edges,
    own: own
      .filter(({ amountOre }) => amountOre !== 0n)
      .sort((a, b) => a.node - b.node || a.strand - b.strand),
  };
}
