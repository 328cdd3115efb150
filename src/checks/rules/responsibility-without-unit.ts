// Money on a responsibility that no unit answers for.

import { ore } from '../../money/ore.ts';
import { readSql } from '../../store/read-sql.ts';
import type { Question, Raised, Rule } from '../rule.ts';

const STATEMENT = readSql(import.meta.url, 'responsibility-without-unit.sql');

type Found = {
  readonly responsibility: string;
  readonly amount_ore: bigint;
  readonly postings: bigint;
  readonly place: bigint;
};

export const responsibilityWithoutUnit: Rule = {
  name: 'checks/responsibility-without-unit',
  severity: 'warning',
  title: 'A responsibility that no unit has',
  about:
    'Postings stand on a responsibility that no unit of the units file has. They are in no unit’s cost: pools of ' +
    'units do not take them, and "to: own …" parks them. Asked only where units have responsibilities.',
  find: async ({ db, model, ...question }) => {
    if (model.units.every(({ responsibilities }) => responsibilities.length === 0)) return [];
    return (await db.rows<Found>(STATEMENT)).map((found) => raise(found, question));
  },
};

const raise = (
  { responsibility, amount_ore, postings, place }: Found,
  { placeOf, amountText }: Pick<Question, 'placeOf' | 'amountText'>,
): Raised => ({
  message: `${postings} ${postings === 1n ? 'posting' : 'postings'} of ${amountText(amount_ore)} on responsibility ${responsibility}, which no unit has.`,
  remedy: 'Give the responsibility to a unit in the units file, or correct the postings.',
  where: { ...placeOf(place), key: `responsibility ${responsibility}` },
  count: Number(postings),
  amountOre: ore(amount_ore),
});
