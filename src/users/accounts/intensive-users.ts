// Users for whom the state refunds wages above a threshold (Norway: særlig ressurskrevende tjenestemottakere), as the
// application lists them.

import type { IntensiveGrant } from '../../model/users.ts';
import { fraction, multiply, roundHalfAway } from '../../money/fraction.ts';
import { largerFirst } from '../../money/ore.ts';
import type { Person } from '../../tables/people.ts';
import type { IntensiveUser, UserCells, UserTotal } from '../../tables/users.ts';

/** The nature whose cost counts, and who must answer for it: wages of those who provide, not of administration. */
const [COUNTED_NATURE, COUNTED_ANSWERS] = ['wages', 'provider'];

/**
 * Users whose wages exceed the threshold, the largest claim first: claim = (wages − threshold) × share, halves of an øre
 * away from zero. Who is as old as the rule's age at the end of the year is left out; who has no birth year is listed
 * with 0, for somebody to look at.
 * @example wages 2,500,000, threshold 1,647,000, share 80 % → 682,400
 */
export function intensiveUsers(
  cells: UserCells,
  totals: readonly UserTotal[],
  people: readonly Person[],
  grant: IntensiveGrant,
): IntensiveUser[] {
  const born = new Map(people.map(({ person, birthYear }) => [person, birthYear]));
  const costs = new Map(totals.map(({ person, costOre }) => [person, costOre]));
  const wages = wagesByPerson(cells);
  const users = cells.persons.flatMap((person, p): IntensiveUser[] => {
    const wagesOre = BigInt(wages[p]!);
    const birthYear = born.get(person) ?? 0;
    const isTooOld =
      grant.underAge !== undefined && birthYear > 0 && grant.year - birthYear >= grant.underAge;
    if (person === '' || wagesOre <= grant.thresholdOre || isTooOld) return [];
    const aboveOre = wagesOre - grant.thresholdOre;
    const claimOre = roundHalfAway(multiply(grant.share, fraction(aboveOre)));
    return [{ person, birthYear, costOre: costs.get(person) ?? 0n, wagesOre, aboveOre, claimOre }];
  });
  return users.sort((a, b) => largerFirst(a.claimOre, b.claimOre));
}

function wagesByPerson(cells: UserCells): Float64Array {
  const sums = new Float64Array(cells.persons.length);
  for (const [k, { nature, answers }] of cells.strands.entries()) {
    if (nature !== COUNTED_NATURE || answers !== COUNTED_ANSWERS) continue;
    for (let i = 0; i < cells.person.length; i++)
      sums[cells.person[i]!]! += cells.sharedOre[k]![i]! + cells.directOre[k]![i]!;
  }
  return sums;
}
