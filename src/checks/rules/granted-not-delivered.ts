// Decisions that nothing came of.

import { readSql } from '../../store/read-sql.ts';
import { inPersonMonths, type PersonMonths } from '../person-months.ts';
import { personsText } from '../persons-text.ts';
import type { Question, Raised, Rule } from '../rule.ts';

const STATEMENT = readSql(import.meta.url, 'granted-not-delivered.sql');

export const grantedNotDelivered: Rule = {
  name: 'checks/granted-not-delivered',
  severity: 'note',
  title: 'Granted and not delivered',
  about:
    'A person was granted a service in a month and was given nothing of it, though others were given it that month. ' +
    'A stay in hospital explains a month; many months are a decision that should have been ended, or deliveries that ' +
    'were not registered. The count is months of persons, the volume what was granted.',
  find: async ({ db, ...question }) =>
    (await db.rows<PersonMonths>(STATEMENT)).map((found) => raise(found, question)),
};

const raise = (found: PersonMonths, { placeOf, quantityText }: Omit<Question, 'db'>): Raised => {
  const { service, measure, persons, months, parts } = found;
  return {
    message: `${personsText(persons)} been granted ${quantityText(parts, measure)} of ${service} in months (${months}) in which nothing of it was delivered.`,
    remedy: 'Look for decisions that should have ended, and for deliveries on another person or service.',
    ...inPersonMonths(found, placeOf),
  };
};
