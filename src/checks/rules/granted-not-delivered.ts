// Decisions that nothing came of.

import { readSql } from '../../store/read-sql.ts';
import { personsText } from '../persons-text.ts';
import type { Question, Raised, Rule } from '../rule.ts';

const STATEMENT = readSql(import.meta.url, 'granted-not-delivered.sql');

type Found = {
  readonly service: string;
  readonly measure: string;
  readonly persons: bigint;
  readonly months: bigint;
  readonly parts: bigint;
  readonly place: bigint;
};

export const grantedNotDelivered: Rule = {
  name: 'checks/granted-not-delivered',
  severity: 'note',
  title: 'Granted and not delivered',
  about:
    'A person was granted a service in a month and was given nothing of it, though others were given it that month. ' +
    'A stay in hospital explains a month; many months are a decision that should have been ended, or deliveries that ' +
    'were not registered. The count is months of persons, the volume what was granted.',
  find: async ({ db, ...question }) =>
    (await db.rows<Found>(STATEMENT)).map((found) => raise(found, question)),
};

const raise = (
  { service, measure, persons, months, parts, place }: Found,
  { placeOf, quantityText }: Omit<Question, 'db'>,
): Raised => ({
  message: `${personsText(persons)} been granted ${quantityText(parts, measure)} of ${service} in months (${months}) in which nothing of it was delivered.`,
  remedy: 'Look for decisions that should have ended, and for deliveries on another person or service.',
  where: { ...placeOf(place), key: service },
  count: Number(months),
  volume: { parts, measure },
});
