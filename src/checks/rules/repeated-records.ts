// The same delivery registered again and again.

import { byKey } from '../../money/apportion.ts';
import { readSql } from '../../store/read-sql.ts';
import type { Question, Raised, Rule } from '../rule.ts';
import { checkedPeriods } from '../staging/checked-periods.ts';

const STATEMENT = readSql(import.meta.url, 'repeated-records.sql');

type Found = {
  readonly state: string;
  readonly service: string;
  readonly unit: string;
  readonly measure: string;
  readonly records: bigint;
  readonly parts: bigint;
  readonly place: bigint;
};

export const repeatedRecords: Rule = {
  name: 'checks/repeated-records',
  severity: 'note',
  title: 'The same record more than twice',
  about:
    'The same person, service, unit, need level, date and quantity stand in the register more than twice. Two equal ' +
    'visits on a day occur; the third and those after it are counted here. A few come of short visits that happen to be ' +
    'equally long; many make the volume too large and the unit cost too low.',
  find: async (question) => {
    const found: Found[] = [];
    for (const period of await checkedPeriods(question.db))
      found.push(...(await question.db.rows<Found>(STATEMENT, [period])));
    const places = Map.groupBy(found, ({ state, service, unit }) => JSON.stringify([state, service, unit]));
    return [...places]
      .sort(([a], [b]) => byKey(a, b))
      .map(([, [first, ...rest]]) => raise(rest.reduce(addFound, first!), question));
  },
};

const addFound = (sum: Found, found: Found): Found => ({
  ...sum,
  records: sum.records + found.records,
  parts: sum.parts + found.parts,
  place: sum.place < found.place ? sum.place : found.place,
});

const raise = (
  { state, service, unit, measure, records, parts, place }: Found,
  { placeOf, quantityText }: Question,
): Raised => ({
  message: `${records} ${state} ${records === 1n ? 'record' : 'records'} of ${service} at ${unit} (${quantityText(parts, measure)}) ${records === 1n ? 'repeats one that stands' : 'repeat ones that stand'} there twice already.`,
  remedy: 'Look whether the export holds rows again, and take out what is there too often.',
  where: placeOf(place),
  count: Number(records),
  volume: { parts, measure },
});
