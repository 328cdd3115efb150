// What a unit spent in the pools of the price: by month, by pool, by account string, and by posting with file and row.

import { join } from 'node:path';
import { readSql } from '../../store/read-sql.ts';
import { EXPENSES, PLACED } from '../../tables/financing-results.ts';
import { type Account, accountKey } from '../../tables/ledger.ts';
import { accountIn, wholeIn } from '../../tables/row-cells.ts';
import type { Row } from '../../tables/schema.ts';
import type { ExplainContext } from '../explain-context.ts';
import { sourceFile } from '../explain-pool.ts';
import { findName } from '../find-name.ts';
import { type ExplainLevel, type ExplainLine, levelOf } from '../level.ts';
import { readCertificate } from '../read-certificate.ts';
import { monthLines } from './month-money.ts';
import { monthLabel, readAddress, rowsAt } from './month-rows.ts';

const ACCOUNT_POSTINGS = readSql(import.meta.url, '../account-postings.sql');

/** "sjosiden" by month, "sjosiden@4" by pool, "sjosiden@4/care-wages" by account string. */
export async function explainSpent(context: ExplainContext, text: string): Promise<ExplainLevel> {
  const address = readAddress(text);
  const rows = (await rowsAt(context, EXPENSES, address)).map(withTotal);
  const head = {
    figure: `spent:${text}`,
    title: `What ${address.name} spent, ${monthLabel(address.month)}`,
    rule: 'Postings in the pools of the price that the provider answers for, with what accruals add.',
  };
  if (address.month === undefined)
    return levelOf(
      head,
      monthLines(rows, (month) => `spent:${address.name}@${month}`),
    );
  if (address.rest !== '') return byAccount(context, { ...address, month: address.month }, rows);
  const lines = rows.map(
    (row): ExplainLine => ({
      label: `${row['pool']}, ${row['nature']}`,
      amountOre: wholeIn(row),
      detail: `${row['kind']}${wholeIn(row, 'accrued_ore') === 0n ? '' : ', with accruals'}`,
      figure: `spent:${address.name}@${address.month}/${row['pool']}`,
    }),
  );
  return levelOf(head, lines);
}

const withTotal = (row: Row): Row => ({
  ...row,
  amount_ore: wholeIn(row, 'posted_ore') + wholeIn(row, 'accrued_ore'),
});

type PoolAt = { readonly name: string; readonly month: number; readonly rest: string };

async function byAccount(
  context: ExplainContext,
  { name, month, rest: pool }: PoolAt,
  rows: readonly Row[],
): Promise<ExplainLevel> {
  findName(
    `pool of ${name} in month ${month}:`,
    pool,
    rows.map((row) => String(row['pool'])),
  );
  const accruedOre = rows
    .filter((row) => row['pool'] === pool)
    .reduce((sum, row) => sum + wholeIn(row, 'accrued_ore'), 0n);
  const placed = (await rowsAt(context, PLACED, { name, rest: '' })).filter(
    (row) => row['kind'] === 'actual' && row['pool'] === pool,
  );
  const lines: ExplainLine[] = [];
  for (const row of placed) {
    const account = accountIn(row);
    const postings = await postingsOf(context, account, Number(row['year']), month);
    const amountOre = postings.reduce((sum, one) => sum + one.amountOre, 0n);
    if (postings.length > 0)
      lines.push({
        label: accountKey(account),
        amountOre,
        detail: `${postings.length} postings`,
        figure: `posted:${name}@${month}/${accountKey(account)}`,
      });
  }
  if (accruedOre !== 0n) lines.push({ label: 'accruals', amountOre: accruedOre });
  const head = {
    figure: `spent:${name}@${month}/${pool}`,
    title: `${pool} of ${name}, month ${month}`,
    rule: 'Account strings of the pool at the unit, as posted in the month.',
  };
  return levelOf(head, lines);
}

/** An account string's postings of a month, by file and row. */
export async function explainMonthAccount(context: ExplainContext, text: string): Promise<ExplainLevel> {
  const { name, month, rest } = readAddress(text);
  const placed = await rowsAt(context, PLACED, { name, rest: '' });
  const keys = placed.map((row) => accountKey(accountIn(row)));
  findName('account', rest, keys);
  const row = placed[keys.indexOf(rest)]!;
  const postings = await postingsOf(context, accountIn(row), Number(row['year']), month);
  const head = {
    figure: `posted:${text}`,
    title: `${rest}, ${monthLabel(month)}`,
    rule: 'The postings, where they stand in the files as delivered.',
  };
  return levelOf(
    head,
    postings.map(({ label, amountOre }) => ({ label, amountOre })),
  );
}

type Posting = { readonly label: string; readonly amountOre: bigint };

async function postingsOf(
  context: ExplainContext,
  account: Account,
  year: number,
  month: number | undefined,
): Promise<Posting[]> {
  const found: Posting[] = [];
  for (const { snapshot, register, kind } of (await readCertificate(context.runDir)).sources) {
    if (register !== 'ledger' || kind !== 'actual') continue;
    const tables = ['postings', 'accounts'].map((table): [string, string] => [
      table,
      join(context.registersDir, snapshot, `${table}.parquet`),
    ]);
    const postings = await context.db.rows<{ row: number; month: number; amount_ore: bigint }>(
      ACCOUNT_POSTINGS,
      { ...Object.fromEntries(tables), ...account, year },
    );
    const own = postings.filter((posting) => month === undefined || posting.month === month);
    if (own.length === 0) continue;
    const file = await sourceFile(context, snapshot);
    found.push(
      ...own.map(({ row, amount_ore }) => ({ label: `${file}, row ${row}`, amountOre: amount_ore })),
    );
  }
  return found;
}
