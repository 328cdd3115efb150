// What checks need to know of an account string: whether it is running cost, which sign is usual, and whose it is in
// each month.

import { holdingsAt } from '../../model/holdings-at.ts';
import { matchesCode } from '../../model/match-code.ts';
import { type CodeSet, type Model, WHOLE_MUNICIPALITY } from '../../model/model.ts';
import { type Account, accountKey } from '../../tables/ledger.ts';
import type { Row } from '../../tables/schema.ts';

/** An account string as a snapshot numbers it. */
export type FileAccount = Account & { readonly account: number };

/** Account classes of running operations: KOSTRA's, and SIE's cost and income; a table ledger may have none. */
const OPERATING: ReadonlySet<string> = new Set(['', '1', '3', 'K', 'I']);
/** Denmark's main accounts 0–6 hold operations (and building); 7–9 financing and balance. */
const DANISH_OPERATING: ReadonlySet<string> = new Set(['', '0', '1', '2', '3', '4', '5', '6']);
/** Norwegian articles: wages, goods, purchases and transfers; sales and refunds. */
const EXPENSE: CodeSet = [{ from: '010', to: '480' }];
const INCOME: CodeSet = [{ from: '600', to: '780' }];
/** Pension functions carry the deviation of the premium, which has either sign. */
const EITHER_SIGN: CodeSet = [{ from: '170', to: '173' }];

/**
 * The row of an account: `is_cost` is 1 for running cost (elsewhere than in Norway: for every operating account that is
 * no income); `usual_sign` 1 for expense, −1 for income, 0 where either sign is usual, the country's articles are not
 * known, or the reader has told it already (KOSTRA).
 */
export function accountRows(model: Model): (account: Account, reader: string) => Row {
  const { country } = model.municipality;
  const isNorwegian = country === 'NO';
  const operating = country === 'DK' ? DANISH_OPERATING : OPERATING;
  const usualSign = ({ class: ofClass, function: code, article }: Account): number => {
    if (!isNorwegian || !operating.has(ofClass) || matchesCode(code, EITHER_SIGN)) return 0;
    return matchesCode(article, EXPENSE) ? 1 : matchesCode(article, INCOME) ? -1 : 0;
  };
  return (account, reader) => {
    const { responsibility, function: code, article } = account;
    const isRunning = operating.has(account.class) && account.class !== 'I';
    const isCost = isRunning && (!isNorwegian || matchesCode(article, EXPENSE));
    return {
      ...{ key: accountKey(account), responsibility, function: code, article },
      is_cost: isCost ? 1 : 0,
      usual_sign: reader === 'kostra' ? 0 : usualSign(account),
    };
  };
}

/**
 * The unit that has a responsibility in a month (0 = the year: whoever had it last), "" where none has it. The whole
 * municipality owns what no unit claims.
 */
function unitAt(model: Model): (responsibility: string, month: number) => string {
  const { units, organisation, years } = model;
  if (organisation)
    return (responsibility, month) =>
      holdingsAt(organisation.holdings, responsibility, years.cost, month)[0]?.id ?? '';
  const whole = units.some(({ id }) => id === WHOLE_MUNICIPALITY) ? WHOLE_MUNICIPALITY : '';
  return (responsibility) =>
    units.find(({ responsibilities }) => matchesCode(responsibility, responsibilities))?.id ?? whole;
}

/** Whose each account is in each month of the year. `accounts` have their number and their responsibility. */
export function accountUnitRows(model: Model, accounts: readonly Row[]): Row[] {
  const unitOf = unitAt(model);
  const months = Array.from({ length: 13 }, (_, month) => month);
  const responsibilities = [...new Set(accounts.map(({ responsibility }) => String(responsibility)))];
  const units = new Map(
    responsibilities.map((one) => [one, months.map((month) => unitOf(one, month))] as const),
  );
  return accounts.flatMap(({ account, responsibility }) =>
    months.map((month) => ({
      account: account ?? null,
      period: model.years.cost * 100 + month,
      unit: units.get(String(responsibility))?.[month] ?? '',
    })),
  );
}
