// The canonical register of people: who lives in the municipality, by pseudonym alone, and what need each was
// assessed to have and when.

import type { Fraction } from '../money/fraction.ts';

/** "" where the register does not say. */
export type Sex = 'female' | 'male' | '';

/** What a file of the register holds: inhabitants, or assessments of need. */
export type PeopleKind = 'people' | 'assessments';

/** One person. `person` is a pseudonym; `birthYear` is 0 and `district` "" where the register does not say. */
export type Person = {
  readonly person: string;
  readonly birthYear: number;
  readonly sex: Sex;
  readonly district: string;
};

/**
 * What a person's need weighed from one day to another, both included ("2025-03-31"); `to` is "" while it still
 * holds. `instrument` is what it was assessed by, "" where there is only one. 1 is the weight of an ordinary user.
 */
export type Assessment = {
  readonly person: string;
  readonly from: string;
  readonly to: string;
  readonly instrument: string;
  readonly weight: Fraction;
};
