// What checks need to know of an account string: whose it is, whether it is running cost, and which sign is usual.

import { holdingsAt } from '../../model/holdings-at.ts';
import { matchesCode } from '../../model/match-code.ts';
import { type CodeSet, type Model, WHOLE_MUNICIPALITY } from '../../model/model.ts';
import { type Account, accountKey } from '../../tables/ledger.ts';
import type { Row } from '../../tables/schema.ts';

/** An account string as a snapshot numbers it. */
export type FileAccount = Account & { readonly account: number };

/** Account classes of running operations; a table ledger may have none. */
const OPERATING = new Set(['', '1', '3']);
/** Norwegian articles: wages, goods, purchases and transfers; sales and refunds. */
const EXPENSE: CodeSet = [{ from: '010', to: '480' }];
const INCOME: CodeSet = [{ from: '600', to: '780' }];
/** Pension functions carry the deviation of the premium, which has either sign. */
const EITHER_SIGN: CodeSet = [{ from: '170', to: '173' }];

/**
 * The row of an account: `unit` is "" where no unit has its responsibility; `is_cost` 1 for running cost (elsewhere
 * than in Norway: for every operating account); `usual_sign` 1 for expense, −1 for income, 0 where either sign is
 * usual, the country's articles are not known, or the reader has told it already (KOSTRA).
 */
export function accountRows(model: Model): (account: Account, reader: string) => Row {
  const isNorwegian = model.municipality.country === 'NO';
  const whole = model.units.some(({ id }) => id === WHOLE_MUNICIPALITY) ? WHOLE_MUNICIPALITY : '';
  const { units, organisation, years } = model;
  /** Of dated units whoever had it last in the year. */
  const unitOf = (responsibility: string): string =>
    organisation
      ? (holdingsAt(organisation.holdings, responsibility, years.cost, 0)[0]?.id ?? '')
      : (units.find(({ responsibilities }) => matchesCode(responsibility, responsibilities))?.id ?? whole);
  const usualSign = ({ class: ofClass, function: code, article }: Account): number => {
    if (!isNorwegian || !OPERATING.has(ofClass) || matchesCode(code, EITHER_SIGN)) return 0;
    return matchesCode(article, EXPENSE) ? 1 : matchesCode(article, INCOME) ? -1 : 0;
  };
  return (account, reader) => {
    const { responsibility, function: code, article } = account;
    const isCost = OPERATING.has(account.class) && (!isNorwegian || matchesCode(article, EXPENSE));
    return {
      ...{ key: accountKey(account), responsibility, function: code, article, unit: unitOf(responsibility) },
      is_cost: isCost ? 1 : 0,
      usual_sign: reader === 'kostra' ? 0 : usualSign(account),
    };
  };
}
