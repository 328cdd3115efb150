// Where postings that name persons ended: they go the way of their pool through the run's own network, apart from all
// that name nobody.

import { accountsByUnit } from '../../costing/organised.ts';
import { solve } from '../../costing/solve.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Model } from '../../model/model.ts';
import { byKey } from '../../money/apportion.ts';
import { sumOre } from '../../money/ore.ts';
import { keyOf } from '../../tables/keys.ts';
import type { NamedPosting } from '../../tables/ledger.ts';
import { accountKey } from '../../tables/ledger.ts';
import { type Network, nodeKey, type Own, type Strand } from '../../tables/network.ts';
import type { NamedCost, PersonAmount } from '../../tables/users.ts';
import type { RunAssignment, RunCosts } from './read-run-costs.ts';

/** Persons' postings of one pool, unit, strand and sign. */
type Source = Pick<NamedCost, 'pool' | 'unit' | 'strand' | 'persons'>;

/** Named costs with their ends; and what has no way to go, because its pool came to nothing in the year. */
export type NamedCosts = { readonly named: readonly NamedCost[]; readonly findings: readonly Finding[] };

/**
 * Each person's postings of a pool, unit and strand are summed; expense and income go apart, so that one person's credit
 * does not hide another's invoice. Every source is a strand of its own in the network, solved and rounded once at the
 * ends: what a source put in is what reached its ends, to the øre.
 */
export function namedCosts(
  model: Model,
  costs: Pick<RunCosts, 'network' | 'assignments'>,
  postings: readonly NamedPosting[],
): NamedCosts {
  const numbers = new Map(costs.network.nodes.map(({ key }, i) => [key, i]));
  const nodeOf = ({ pool, unit }: Source): number | undefined => numbers.get(nodeKey('pool', pool, unit));
  const all = namedSources(model, costs.assignments, postings);
  const sources = all.filter((source) => nodeOf(source) !== undefined);
  const lost = all.filter((source) => nodeOf(source) === undefined);
  const ends = endsOf(
    costs.network,
    sources.map((source, strand) => ({ node: nodeOf(source)!, strand, amountOre: sumOf(source) })),
    sources.map(({ strand }, i) => ({ ...strand, key: String(i) })),
  );
  return {
    named: sources.map((source, strand) => ({ ...source, ends: ends.get(strand) ?? [] })),
    findings: lost.map((source) => cameToNothing(model, source)),
  };
}

const sumOf = ({ persons }: Source): bigint => sumOre(persons.map(({ amountOre }) => amountOre));

/** The ends of each strand, in order of key, none of them 0. */
function endsOf(
  { nodes, edges }: Network,
  own: readonly Own[],
  strands: readonly Strand[],
): ReadonlyMap<number, NamedCost['ends']> {
  if (own.length === 0) return new Map();
  const inOrder = own.toSorted((a, b) => a.node - b.node || a.strand - b.strand);
  const solved = solve({ nodes, edges, strands, own: inOrder });
  if (solved.kind === 'closed') throw new Error('the network of a finished run must be solvable');
  const found = Map.groupBy(
    solved.solution.ends.filter(({ amountOre }) => amountOre !== 0n),
    ({ strand }) => strand,
  );
  return new Map(
    [...found].map(([strand, ends]) => [
      strand,
      ends
        .map(({ node, amountOre }) => ({ node: nodes[node]!, amountOre }))
        .sort((a, b) => byKey(a.node.key, b.node.key)),
    ]),
  );
}

const cameToNothing = ({ file }: Model, { pool, unit, persons }: Source): Finding => ({
  rule: 'users/named-cancelled',
  severity: 'note',
  message:
    'the postings of this pool come to nothing in the year, so those that name persons are no cost of theirs',
  remedy: 'Nothing to do where an invoice was taken back; else give the two a pool each.',
  where: { file, key: unit === '' ? pool : `${pool} at ${unit}` },
  count: persons.length,
  amountOre: sumOre(persons.map(({ amountOre }) => amountOre)),
});

function namedSources(
  model: Model,
  assignments: readonly RunAssignment[],
  postings: readonly NamedPosting[],
): Source[] {
  const assigned = new Map(assignments.map((one) => [keyOf(accountKey(one), one.unit), one]));
  const found = new Map<string, { at: RunAssignment; persons: Map<string, bigint> }>();
  for (const posting of postings)
    for (const { unit, account } of accountsByUnit(model, [{ ...posting, kind: 'actual' }])) {
      const at = assigned.get(keyOf(accountKey(posting), unit));
      if (!at) throw new Error(`the run does not have ${accountKey(posting)} at "${unit}"`);
      const key = keyOf(at.pool, unit, at.strand.key);
      const source = found.get(key) ?? { at, persons: new Map<string, bigint>() };
      const before = source.persons.get(posting.person) ?? 0n;
      source.persons.set(posting.person, before + account.amountOre);
      found.set(key, source);
    }
  return [...found]
    .sort(([a], [b]) => byKey(a, b))
    .flatMap(([, { at, persons }]) => bySign({ pool: at.pool, unit: at.unit, strand: at.strand }, persons));
}

/** Those who were charged, and those who were credited. */
function bySign(source: Omit<Source, 'persons'>, sums: ReadonlyMap<string, bigint>): Source[] {
  const all = [...sums].sort(([a], [b]) => byKey(a, b));
  const amounts = all.map(([person, amountOre]): PersonAmount => ({ person, amountOre }));
  const charged = amounts.filter(({ amountOre }) => amountOre > 0n);
  const credited = amounts.filter(({ amountOre }) => amountOre < 0n);
  return [charged, credited]
    .filter((persons) => persons.length > 0)
    .map((persons) => ({ ...source, persons }));
}
