// Help that was given without a decision behind it.

import { readSql } from '../../store/read-sql.ts';
import { inPersonMonths, type PersonMonths } from '../person-months.ts';
import { personsText } from '../persons-text.ts';
import type { Question, Raised, Rule } from '../rule.ts';

const STATEMENT = readSql(import.meta.url, 'delivered-without-grant.sql');

type Found = PersonMonths & { readonly unit: string };

export const deliveredWithoutGrant: Rule = {
  name: 'checks/delivered-without-grant',
  severity: 'warning',
  title: 'Delivered without a decision',
  about:
    'A person was given a service in a month in which nothing of it was granted. Asked only of services that the ' +
    'register has decisions for. Such help is cost that nobody decided on, or a decision that is missing or stands ' +
    'on another person or service. The count is months of persons.',
  find: async ({ db, model, ...question }) =>
    (await db.rows<Found>(STATEMENT, [model.years.cost * 100])).map((found) => raise(found, question)),
};

const raise = (
  found: Found,
  { placeOf, quantityText }: Pick<Question, 'placeOf' | 'quantityText'>,
): Raised => {
  const { service, unit, measure, persons, months, parts } = found;
  return {
    message: `${personsText(persons)} been given ${quantityText(parts, measure)} of ${service} by ${unit} in months (${months}) in which nothing of it was granted.`,
    remedy: 'Look for decisions that are missing, ended too early or are registered on another service.',
    ...inPersonMonths(found, placeOf, `${service}/${unit}`),
  };
};
