// What stands in a row of a result table: how its cells are read back, and how a fraction is written.

import { type Fraction, fraction } from '../money/fraction.ts';
import { ACCOUNT_FIELDS, type Account } from './ledger.ts';
import type { Strand } from './network.ts';
import type { Row } from './schema.ts';

/** A text; "" where the cell is empty. */
export const textIn = (row: Row, column: string): string => String(row[column] ?? '');

/** A whole number, such as øre or parts; 0 where the cell is empty. */
export const wholeIn = (row: Row, column = 'amount_ore'): bigint => BigInt(row[column] ?? 0);

/** The fraction of two cells, exact_num and exact_den; 0 where there is none (0/0). */
export const fractionIn = (row: Row, name: string): Fraction =>
  fraction(wholeIn(row, `${name}_num`), wholeIn(row, `${name}_den`) || 1n);

/** A fraction in lowest terms as two cells, exact_num and exact_den; 0/0 where there is none. */
export function fractionCells(name: string, value: Fraction | undefined): Row {
  const { num, den } = value ? fraction(value.num, value.den) : { num: 0n, den: 0n };
  return { [`${name}_num`]: num, [`${name}_den`]: den };
}

/** The account string of a row that has its dimensions as columns. */
export const accountIn = (row: Row): Account =>
  Object.fromEntries(ACCOUNT_FIELDS.map((field) => [field, textIn(row, field)])) as Account;

/** The strand of a row that has its three parts as columns. */
export function strandIn(row: Row): Strand {
  const [nature, answers, paidAs] = ['nature', 'answers', 'paid_as'].map((column) => textIn(row, column));
  return {
    key: `${nature}|${answers}|${paidAs}`,
    ...{ nature: nature!, answers: answers as Strand['answers'], paidAs: paidAs as Strand['paidAs'] },
  };
}
