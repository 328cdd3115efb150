// Income that stands as expense, or the other way round.

import { ore } from '../../money/ore.ts';
import { readSql } from '../../store/read-sql.ts';
import { monthText } from '../month-text.ts';
import type { Question, Raised, Rule } from '../rule.ts';

const STATEMENT = readSql(import.meta.url, 'turned-sign.sql');

/** Below 1,000 kroner a month corrections are everyday. */
const FLOOR_ORE = 100_000n;

type Found = {
  readonly key: string;
  readonly function: string;
  readonly article: string;
  readonly usual_sign: number;
  readonly period: number;
  readonly amount_ore: bigint;
  readonly postings: bigint;
  readonly place: bigint;
};

export const turnedSign: Rule = {
  name: 'checks/turned-sign',
  severity: 'warning',
  title: 'The sign of the other side',
  about:
    'An account string of a Norwegian sales or refund article (600–780) is an expense in a month, or one of an expense ' +
    'article (010–480) is income, by at least 1,000 kroner. A refund with the wrong sign counts twice: it is not taken ' +
    'off and it is added. A correction of an earlier month may stay. Pension functions (170–173) have either sign; ' +
    'KOSTRA files are told about record by record when they are read.',
  find: async ({ db, ...question }) =>
    (await db.rows<Found>(STATEMENT, [FLOOR_ORE])).map((found) => raise(found, question)),
};

function raise(found: Found, { placeOf, amountText }: Omit<Question, 'db'>): Raised {
  const { key, article, usual_sign: usual, period, amount_ore, postings, place } = found;
  const [kind, other] = usual < 0 ? ['Income', 'an expense'] : ['Expense', 'income'];
  return {
    message: `${kind} article ${article} of function ${found.function} is ${amountText(amount_ore)} in ${monthText(period)}, as if it were ${other}.`,
    remedy: 'Check the sign of the postings; a true correction may stay.',
    where: { ...placeOf(place), key: key.replace(/^·+/, '') },
    count: Number(postings),
    amountOre: ore(amount_ore),
  };
}
