// Judges the account strings of a ledger: each distinct text becomes an account by its declared parts or columns, or
// the fault that its postings have.

import type { AccountMap, AccountPart, Country } from '../../model/model.ts';
import { byKey } from '../../money/apportion.ts';
import { TEXT_SEPARATOR } from '../../store/scan.ts';
import { ACCOUNT_FIELDS, type Account, type AccountField } from '../../tables/ledger.ts';
import { FaultList, type Judged, showCell } from './fault.ts';
import { identityAstray } from './identity-astray.ts';

/** Where an account comes from: one column cut into parts, or one column per dimension. */
export type AccountRules = {
  readonly accountColumn?: string;
  readonly parts?: readonly AccountPart[];
  /** The dimensions that have columns of their own, in the order in which their texts are joined. */
  readonly fields: readonly AccountField[];
  /** Whose identity numbers have no place in those columns, and what the file calls a column. */
  readonly country: Country;
  readonly column: (field: AccountField) => string | undefined;
  /** Own accounts in official codes: what the file holds as article is then the own account. */
  readonly map?: AccountMap;
};

/**
 * `accounts` are distinct and in order of their codes; values are positions among them. `unmapped`: own account that the
 * map does not have → the accounts that it stands in, by position; those that a mapped account also gives are left out.
 */
export type JudgedAccounts = Judged & {
  readonly accounts: readonly Account[];
  readonly unmapped: ReadonlyMap<string, ReadonlySet<number>>;
};

export function judgeAccounts(texts: readonly string[], rules: AccountRules): JudgedAccounts {
  const faults = new FaultList();
  const written = texts.map((text) => cutAccount(text, rules, faults));
  const cut = written.map((own) => (typeof own === 'number' ? own : officialAccount(own, rules.map)));
  const byCodes = new Map<string, Account>();
  for (const account of cut) if (typeof account !== 'number') byCodes.set(codesOf(account), account);
  const keys = [...byCodes.keys()].sort(byKey);
  const rank = new Map(keys.map((key, i) => [key, i]));
  const values = cut.map((account) => (typeof account === 'number' ? account : rank.get(codesOf(account))!));
  return {
    accounts: keys.map((key) => byCodes.get(key)!),
    values,
    faults: faults.faults,
    unmapped: rules.map ? unmappedAccounts(written, values, rules.map) : new Map(),
  };
}

/** The account in official codes. Own digits and function that the file has itself go before those of the map. */
function officialAccount(written: Account, map: AccountMap | undefined): Account {
  const official = map?.accounts.get(written.article);
  if (!official) return written;
  const { article, own = '', function: code = '' } = official;
  return { ...written, article, own: written.own || own, function: written.function || code };
}

function unmappedAccounts(
  written: readonly (Account | number)[],
  values: readonly number[],
  map: AccountMap,
): JudgedAccounts['unmapped'] {
  const unmapped = new Map<string, Set<number>>();
  const mapped = new Set<number>();
  for (const [i, account] of written.entries()) {
    if (typeof account === 'number') continue;
    if (map.accounts.has(account.article)) mapped.add(values[i]!);
    else unmapped.set(account.article, (unmapped.get(account.article) ?? new Set()).add(values[i]!));
  }
  for (const positions of unmapped.values())
    for (const position of positions) if (mapped.has(position)) positions.delete(position);
  return unmapped;
}

const EMPTY = Object.fromEntries(ACCOUNT_FIELDS.map((field) => [field, ''])) as Account;

const codesOf = (account: Account): string =>
  ACCOUNT_FIELDS.map((field) => account[field]).join(TEXT_SEPARATOR);

/** The account, or the code of its fault. Dimensions in columns of their own go before parts of the string. */
function cutAccount(text: string, rules: AccountRules, faults: FaultList): Account | number {
  const cells = text.split(TEXT_SEPARATOR).map((cell) => cell.trim());
  const account: { [field in AccountField]: string } = { ...EMPTY };
  if (rules.accountColumn !== undefined) {
    const whole = cells.shift() ?? '';
    const parts = rules.parts ?? [];
    const length = parts.reduce((sum, part) => sum + (part.again ? 0 : part.length), 0);
    if (ROUNDED.test(whole)) return faults.add(rounded(whole, rules.accountColumn));
    const written = whole.replace(/[\s.-]/g, '');
    const astray =
      written.length === length ? undefined : identityAstray(whole, rules.country, rules.accountColumn);
    if (astray) return faults.add(astray);
    if (written.length !== length)
      return faults.add(wrongLength(whole, written.length, length, rules.accountColumn));
    let at = 0;
    for (const part of parts) {
      if (part.field !== 'skip') account[part.field] += written.slice(at, at + part.length);
      if (!part.again) at += part.length;
    }
  }
  for (const [i, field] of rules.fields.entries()) {
    const cell = cells[i] ?? '';
    const astray = identityAstray(cell, rules.country, rules.column(field) ?? field);
    if (astray) return faults.add(astray);
    account[field] = cell;
  }
  return account;
}

/** "4,71025E+10": a spreadsheet program took the account for a number, and has lost most of it. */
const ROUNDED = /^\d+([.,]\d+)?E\+?\d+$/i;

const rounded = (whole: string, column: string) => ({
  rule: 'ledger/account-string',
  severity: 'error' as const,
  column,
  message: `The account string ${showCell(whole, false)} is a number that was rounded: most of its digits are lost.`,
  remedy:
    'Format the column as text in the spreadsheet program before the file is saved, or export it again.',
});

const wrongLength = (whole: string, found: number, length: number, column: string) => ({
  rule: 'ledger/account-string',
  severity: 'error' as const,
  column,
  message:
    whole === ''
      ? 'The account string is empty.'
      : `The account string ${showCell(whole, false)} has ${found} characters; its declared parts take ${length}.`,
  remedy: 'Correct the string, or account-string in the model.',
});
