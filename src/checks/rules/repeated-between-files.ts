// Two exports that overlap: a month stands in both files and counts twice.

import { readSql } from '../../store/read-sql.ts';
import { monthText } from '../month-text.ts';
import type { Question, Raised, Rule } from '../rule.ts';
import { checkedPeriods } from '../staging/checked-periods.ts';

const STATEMENT = readSql(import.meta.url, 'repeated-between-files.sql');

type Found = {
  readonly state: string;
  readonly service: string;
  readonly measure: string;
  readonly first_place: bigint;
  readonly records: bigint;
  readonly parts: bigint;
  readonly place: bigint;
};

export const repeatedBetweenFiles: Rule = {
  name: 'checks/repeated-between-files',
  severity: 'warning',
  title: 'The same records in two files',
  about:
    'At least ten records of a month, and at least half of what one of the files has of it, stand in another file as ' +
    'well: the same person, service, unit, need level, date and quantity. Exports that overlap count twice. A month ' +
    'that is split between two files shares a few equal visits at most.',
  find: async (question) => {
    const raised: Raised[] = [];
    for (const period of await checkedPeriods(question.db))
      for (const found of await question.db.rows<Found>(STATEMENT, [period]))
        raised.push(raise(found, period, question));
    return raised;
  },
};

const raise = (
  { state, service, measure, first_place, records, parts, place }: Found,
  period: number,
  { placeOf, quantityText }: Question,
): Raised => ({
  message: `${records} ${state} records of ${service} in ${monthText(period)} (${quantityText(parts, measure)}) stand in ${placeOf(first_place).file} as well.`,
  remedy: 'Let each month stand in one file, and export the other again without it.',
  where: placeOf(place),
  count: Number(records),
  volume: { parts, measure },
});
