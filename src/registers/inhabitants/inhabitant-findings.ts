// What is wrong between the rows of a file of people: somebody who stands twice, assessments that overlap or end before
// they begin, rows that name nobody. Persons are counted, never named.

import type { Finding, Severity } from '../../findings/finding.ts';
import type { PeopleSource } from '../../model/model.ts';
import type { PeopleKind } from '../../tables/people.ts';

/** How many rows have something wrong with them, and the first of them. */
export type JudgedCount = { readonly wrong: string; readonly rows: number; readonly first: number };

type Saying = readonly [rule: string, severity: Severity, message: string, remedy: string];

const SAYINGS: { readonly [kind in PeopleKind]: { readonly [wrong: string]: Saying } } = {
  people: {
    birth: [
      'people/birth-years',
      'error',
      'A person stands here again with another birth year.',
      'Find out which is right where the file comes from; one of the two may be another person.',
    ],
    differs: [
      'people/twice',
      'warning',
      'A person stands here again with another sex or district, or with more or less known; the first row counts.',
      'Deliver one row a person, as of one day.',
    ],
    same: [
      'people/twice',
      'note',
      'A person stands here again with the same cells; the first row counts.',
      'Nothing needs doing.',
    ],
  },
  assessments: {
    reversed: [
      'assessments/end-before-start',
      'error',
      'The assessment ends before it begins.',
      'Correct its dates where the file comes from.',
    ],
    overlaps: [
      'assessments/overlap',
      'warning',
      'The assessment overlaps one of the same person and instrument; on the days of both, the one that began last holds.',
      'End the earlier one on the day before.',
    ],
    same: [
      'assessments/twice',
      'note',
      'The assessment stands here again; it counts once.',
      'Nothing needs doing.',
    ],
  },
};

/** A finding for each kind of trouble between rows, with its first row. */
export function betweenRows(file: string, source: PeopleSource, counts: readonly JudgedCount[]): Finding[] {
  return counts.flatMap(({ wrong, rows, first }) => {
    const saying = SAYINGS[source.kind][wrong];
    if (!saying) return [];
    const [rule, severity, message, remedy] = saying;
    return [{ rule, severity, message, remedy, where: { file, row: first }, count: rows }];
  });
}

export const noKey = (file: string): Finding => ({
  rule: 'people/no-key',
  severity: 'error',
  message: 'The file names persons, and there is no key to make pseudonyms with.',
  remedy: 'Let INNSATS_PSEUDONYM_KEY_FILE name the key file, outside the workspace.',
  where: { file },
});

/** Rows whose person cell is empty: nothing can be known of anybody by them. */
export const nobody = (file: string, column: string, rows: number, first: number): Finding => ({
  rule: 'people/nobody',
  severity: 'warning',
  message: 'Rows name no person and are left out.',
  remedy: 'Fill in the person, or take the rows out.',
  where: { file, row: first, column },
  count: rows,
});
