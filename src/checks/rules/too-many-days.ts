// A person in two nursing homes at once: more days of a service in a month than the month has.

import { readSql } from '../../store/read-sql.ts';
import { monthText } from '../month-text.ts';
import { personsText } from '../persons-text.ts';
import type { Question, Raised, Rule } from '../rule.ts';

const STATEMENT = readSql(import.meta.url, 'too-many-days.sql');

type Found = {
  readonly state: string;
  readonly service: string;
  readonly period: number;
  readonly days: number;
  readonly persons: bigint;
  readonly most: bigint;
  readonly parts: bigint;
  readonly place: bigint;
};

export const tooManyDays: Rule = {
  name: 'checks/too-many-days',
  severity: 'warning',
  title: 'More days than the month has',
  about:
    'A person has more days of a service that is counted in days than the month has, all units and need levels ' +
    'together. Stays that overlap count the same bed-day twice, so unit costs come out too low. The volume is the ' +
    'days above the month.',
  find: async ({ db, ...question }) =>
    (await db.rows<Found>(STATEMENT)).map((found) => raise(found, question)),
};

const raise = (
  { state, service, period, days, persons, most, parts, place }: Found,
  { placeOf, quantityText }: Omit<Question, 'db'>,
): Raised => ({
  message:
    `${personsText(persons)} more ${state} days of ${service} in ${monthText(period)} than its ${days}: ` +
    `${persons === 1n ? '' : 'up to '}${quantityText(most, 'day')}, ${quantityText(parts, 'day')} too many.`,
  remedy: 'Look for stays that overlap, often in two units, and correct them where they were registered.',
  where: placeOf(place),
  count: Number(persons),
  volume: { parts, measure: 'day' },
});
