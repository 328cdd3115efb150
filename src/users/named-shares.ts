// Postings that name persons, by the objects that they ended at: an invoice for a place stays with the one that it names.

import type { ObjectName } from '../tables/activity.ts';
import type { Strand } from '../tables/network.ts';
import type { NamedCost } from '../tables/users.ts';
import { runningShares } from './running-shares.ts';

/** Øre of a strand that a person is named for at an object. */
export type NamedShare = {
  readonly person: string;
  readonly object: ObjectName;
  readonly strand: Strand;
  readonly amountOre: bigint;
};

/**
 * The part of each person's postings that ended at objects. Where a pool sends them to one object, that is all of it;
 * where it sends them to several, everybody's are divided as the whole was (`runningShares`, ends in order of key), and
 * what ended at other ends (parked, unused, not costed) is nobody's and stays there.
 */
export const namedShares = (named: readonly NamedCost[]): NamedShare[] => named.flatMap(sharesOf);

function sharesOf({ strand, persons, ends }: NamedCost): NamedShare[] {
  const pieces = runningShares(
    ends.map(({ amountOre }) => amountOre),
    persons.map(({ amountOre }) => amountOre),
  );
  return ends.flatMap(({ node: { kind, service, unit, level } }, e) => {
    if (kind !== 'object') return [];
    const object = { service, unit, level };
    return persons.map(({ person }, i) => ({
      person,
      object,
      strand,
      amountOre: pieces[e]![i]!,
    }));
  });
}
