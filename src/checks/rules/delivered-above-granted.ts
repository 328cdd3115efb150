// More help than was decided on.

import { readSql } from '../../store/read-sql.ts';
import { inPersonMonths, type PersonMonths } from '../person-months.ts';
import { personsText } from '../persons-text.ts';
import type { Question, Raised, Rule } from '../rule.ts';

const STATEMENT = readSql(import.meta.url, 'delivered-above-granted.sql');

export const deliveredAboveGranted: Rule = {
  name: 'checks/delivered-above-granted',
  severity: 'note',
  title: 'Delivered above granted',
  about:
    'A person was given more of a service in a month than was granted, all units together. Where the lesser of ' +
    'granted and delivered is paid for, nobody pays for what is above. Some days more or less are usual; the volume, ' +
    'what is above the decisions, tells how much it comes to. The count is months of persons.',
  find: async ({ db, ...question }) =>
    (await db.rows<PersonMonths>(STATEMENT)).map((found) => raise(found, question)),
};

const raise = (found: PersonMonths, { placeOf, quantityText }: Omit<Question, 'db'>): Raised => {
  const { service, measure, persons, months, parts } = found;
  return {
    message: `${personsText(persons)} been given ${quantityText(parts, measure)} of ${service} more than was granted, in ${months} ${months === 1n ? 'month' : 'months'} of persons.`,
    remedy: 'Look for decisions that were not raised, and for deliveries that are registered twice.',
    ...inPersonMonths(found, placeOf),
  };
};
