// Nobody is given more hours of care on a day than the day has.

import { readSql } from '../../store/read-sql.ts';
import { monthText } from '../month-text.ts';
import type { Question, Raised, Rule } from '../rule.ts';

const STATEMENT = readSql(import.meta.url, 'too-many-hours-a-day.sql');

type Found = {
  readonly period: number;
  readonly days: bigint;
  readonly most: bigint;
  readonly parts: bigint;
  readonly place: bigint;
};

export const tooManyHoursADay: Rule = {
  name: 'checks/too-many-hours-a-day',
  severity: 'warning',
  title: 'More hours than the day has',
  about:
    'A person was given more than 24 hours on one date, all services that are counted in hours together. Often the ' +
    'date stands for a whole month, or the unit of the quantity is wrong. It may be right where two helpers are ' +
    'there at once around the clock. The volume is the hours above 24.',
  find: async ({ db, ...question }) =>
    (await db.rows<Found>(STATEMENT)).map((found) => raise(found, question)),
};

const raise = (
  { period, days, most, parts, place }: Found,
  { placeOf, quantityText }: Omit<Question, 'db'>,
): Raised => ({
  message:
    `${days === 1n ? 'On one day' : `On ${days} days (counted per person)`} in ${monthText(period)} a person was ` +
    `given more than 24 hours: ${days === 1n ? '' : 'up to '}${quantityText(most, 'hour')}.`,
  remedy:
    'Where the date stands for a whole month, map its column as "period"; otherwise look at quantity-in, and at rows that are there twice.',
  where: placeOf(place),
  count: Number(days),
  volume: { parts, measure: 'hour' },
});
