// From the accounts of the file to accounts of the register: official article, class, and the dimensions that travel as
// analyses.

import type { AccountMap, LedgerSource } from '../../../model/model.ts';
import { byKey } from '../../../money/apportion.ts';
import { ACCOUNT_FIELDS, type Account, type AccountField } from '../../../tables/ledger.ts';
import type { SaftAccount } from './saft-record.ts';

/** KOSTRA's articles as groups of accounts: of municipalities, and of their enterprises (Skatteetaten, code lists). */
const KOSTRA_CATEGORIES = new Set(['KA_K', 'KA_KS']);
/** The class of the balance, as in KOSTRA; what is not of the balance has none, for SAF-T does not tell operations from investment. */
const BALANCE = '2';

/** A distinct combination of account and analyses: what a part of a line is posted on. */
export type SaftKey = { readonly account: string; readonly analyses: ReadonlyMap<string, string> };

/** How accounts are read: the dimensions and the map that the source declares, and what the file says of its accounts. */
export type AccountRules = {
  readonly dimensions: NonNullable<LedgerSource['dimensions']>;
  readonly map?: AccountMap;
  readonly accounts: ReadonlyMap<string, SaftAccount>;
};

/**
 * The account of the register. Each dimension: its analysis, else (article, own, function) the account map. Article at
 * last: the KOSTRA article that the file groups the account under, else the account itself.
 * @example { account: '5010', analyses: A → 4710 }, KA_K 010 → { responsibility: '4710', article: '010', … }
 */
export function accountOf(
  { account, analyses }: SaftKey,
  { dimensions, map, accounts }: AccountRules,
): Account {
  const own = map?.accounts.get(account);
  const known = accounts.get(account);
  const found: { [field in AccountField]?: string | undefined } = {
    class: isBalance(known) ? BALANCE : undefined,
    article: own?.article ?? kostraArticle(known) ?? account,
    own: own?.own,
    function: own?.function,
  };
  for (const field of ACCOUNT_FIELDS) {
    const type = dimensions[field];
    const id = type === undefined ? undefined : analyses.get(type);
    if (id !== undefined && id !== '') found[field] = id;
  }
  return Object.fromEntries(ACCOUNT_FIELDS.map((field) => [field, found[field] ?? ''])) as Account;
}

/** The KOSTRA article of an account, such as "010" (or "2.10" in the balance), where the file gives it. */
export const kostraArticle = (account: SaftAccount | undefined): string | undefined =>
  account && account.groupingCode !== '' && KOSTRA_CATEGORIES.has(account.groupingCategory)
    ? account.groupingCode
    : undefined;

/** By KOSTRA's code ("2.10"), else by the standard chart of accounts, in which classes 1 and 2 are the balance. */
export function isBalance(account: SaftAccount | undefined): boolean {
  if (!account) return false;
  const article = kostraArticle(account);
  if (article !== undefined) return article.startsWith('2.');
  return [account.standard, account.groupingCode].some((code) => /^[12]\d{1,3}$/.test(code));
}

/** The distinct accounts in order of their codes, and for each key the position of its account among them. */
export function rankAccounts(
  keys: readonly SaftKey[],
  rules: AccountRules,
): { readonly accounts: readonly Account[]; readonly ranks: readonly number[] } {
  const found = keys.map((key) => accountOf(key, rules));
  const codes = found.map((account) => ACCOUNT_FIELDS.map((field) => account[field]).join('\u001f'));
  const order = [...new Set(codes)].sort(byKey);
  const rank = new Map(order.map((code, i) => [code, i]));
  const byCode = new Map(codes.map((code, i) => [code, found[i]!]));
  return { accounts: order.map((code) => byCode.get(code)!), ranks: codes.map((code) => rank.get(code)!) };
}
