// The municipality's own accounts in official codes: a table from account to article and function, with its source.

import type { AccountMap } from '../model.ts';
import { hasColumns } from '../tables/has-columns.ts';
import { type CsvTable, complainAt, readTable } from '../tables/read-table.ts';
import { missing, readFields, readText } from '../yaml/read-values.ts';
import type { Spot } from '../yaml/spot.ts';

const COLUMNS = ['account', 'article', 'own', 'function'] as const;

/**
 * `{ table: data/accounts.csv, source: chart of accounts 2025 }`. The table has the columns account and article, and
 * may have own (the own digits after the article) and function; one row per account. A map moves money, so its source
 * has no default.
 */
export function readAccountMap(spot: Spot): AccountMap | undefined {
  const fields = readFields(spot, 'an account map', ['table', 'source']);
  const source = fields.source
    ? readText(fields.source, 'where the table is from')
    : missing(spot, 'source', 'Say where the table is from: "source: chart of accounts 2025".');
  const file = fields.table
    ? readText(fields.table, 'the path of a table')
    : missing(spot, 'table', 'Name the table: "table: data/accounts.csv".');
  const table = fields.table && file !== undefined ? readTable(fields.table, file) : undefined;
  if (!table || !hasColumns(table, { known: COLUMNS, needed: ['account', 'article'] })) return undefined;
  return { file: table.file, source: source ?? '', accounts: readAccounts(table) };
}

function readAccounts(table: CsvTable): AccountMap['accounts'] {
  const accounts = new Map<string, { article: string; own?: string; function?: string }>();
  const rows = new Map<string, number>();
  for (const { row, cells } of table.rows) {
    const wrong = (column: string, message: string, remedy: string) =>
      complainAt(table, { row, column }, { rule: 'table', message, remedy });
    const cell = (column: string): string => cells.get(column) ?? '';
    const [account, article] = [cell('account'), cell('article')];
    if (account === '') wrong('account', 'the account is missing.', 'Name it, or take the row out.');
    if (article === '') wrong('article', `account ${account} has no article.`, 'Name its official article.');
    const before = rows.get(account);
    if (before !== undefined)
      wrong('account', `account ${account} stands already in row ${before}.`, 'Keep one of the two rows.');
    rows.set(account, row);
    accounts.set(account, {
      article,
      ...(cell('own') === '' ? {} : { own: cell('own') }),
      ...(cell('function') === '' ? {} : { function: cell('function') }),
    });
  }
  return accounts;
}
