// Sources of people: who they are, and what need they were assessed to have.

import type { Fraction } from '../money/fraction.ts';
import type { PeopleKind, Sex } from '../tables/people.ts';
import type { Location } from './location.ts';

/**
 * Who lives in the municipality (`people`), or what need they were assessed to have (`assessments`). Texts of the file
 * stand for a sex by `sexes`, and a score for a weight by `weights`; without an entry a score is itself the weight.
 */
export type PeopleSource = {
  readonly read: 'table';
  readonly kind: PeopleKind;
  readonly files: readonly string[];
  readonly columns: {
    readonly [name in
      | 'person'
      | 'birth-year'
      | 'birth-date'
      | 'sex'
      | 'district'
      | 'from'
      | 'to'
      | 'instrument'
      | 'score'
      | 'weight']?: string;
  };
  readonly sexes: ReadonlyMap<string, Sex>;
  readonly weights: ReadonlyMap<string, Fraction>;
  readonly encoding?: 'utf-8' | 'latin-1' | 'windows-1252' | 'utf-16';
  readonly delimiter?: string;
  readonly at: Location;
};
