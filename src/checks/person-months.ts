// Months of persons in which something was found: what the rules about decisions and deliveries have in common.

import type { Question, Raised } from './rule.ts';

/** So many persons in so many months altogether, what it comes to, and where the first of it stands. */
export type PersonMonths = {
  readonly service: string;
  readonly measure: string;
  readonly persons: bigint;
  readonly months: bigint;
  /** Parts of the measure. */
  readonly parts: bigint;
  readonly place: bigint;
};

/** A finding's place, its count of months of persons, and its volume. */
export const inPersonMonths = (
  { service, measure, months, parts, place }: PersonMonths,
  placeOf: Question['placeOf'],
  key = service,
): Pick<Raised, 'where' | 'count' | 'volume'> => ({
  where: { ...placeOf(place), key },
  count: Number(months),
  volume: { parts, measure },
});
