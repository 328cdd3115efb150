// A pool's cost by account string, and an account's by posting, with the file and row that each came from.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSql } from '../store/read-sql.ts';
import { readTable } from '../store/result-files.ts';
import { ACCOUNT_FIELDS, type Account, accountKey } from '../tables/ledger.ts';
import { ASSIGNMENTS } from '../tables/results.ts';
import { accountIn, wholeIn } from '../tables/row-cells.ts';
import type { Row } from '../tables/schema.ts';
import type { ExplainContext } from './explain-context.ts';
import { findName } from './find-name.ts';
import { type ExplainLevel, type ExplainLine, levelOf } from './level.ts';
import { readCertificate } from './read-certificate.ts';

/** The assignments that "care-wages" or "care-wages/sjosiden" takes in. @throws UnknownFigure */
export async function assignmentsOf(context: ExplainContext, address: string): Promise<Row[]> {
  const rows = await readTable(context.db, context.runDir, ASSIGNMENTS);
  const pools = new Set(rows.map((row) => String(row['pool'])));
  const slash = address.lastIndexOf('/');
  const [pool, unit] =
    pools.has(address) || slash < 0
      ? [address, undefined]
      : [address.slice(0, slash), address.slice(slash + 1)];
  findName('pool with cost', pool, pools);
  const taken = rows.filter((row) => row['pool'] === pool);
  if (unit === undefined) return taken;
  findName(
    `unit in the pool ${pool}:`,
    unit,
    taken.map((row) => String(row['unit'])),
  );
  return taken.filter((row) => row['unit'] === unit);
}

/** A pool, or a pool at a unit, by account string. */
export async function explainPool(context: ExplainContext, address: string): Promise<ExplainLevel> {
  const rows = await assignmentsOf(context, address);
  const lines = rows.map((row): ExplainLine => {
    const key = accountKey(accountIn(row));
    const also = row['also_fits'] ? `; ${row['also_fits']} would also have taken it` : '';
    return {
      label: describeAccount(accountIn(row)),
      amountOre: wholeIn(row),
      detail: `${row['rows']} postings, ${row['nature']}${also}`,
      figure: `account:${key}`,
    };
  });
  const head = {
    figure: `pool:${address}`,
    title: `Pool ${address}`,
    rule: 'The account strings that the pool took from the ledger.',
  };
  return levelOf(head, lines);
}

const SHORT: Readonly<Record<(typeof ACCOUNT_FIELDS)[number], string>> = {
  class: 'class',
  responsibility: 'resp.',
  function: 'function',
  article: 'article',
  own: 'own',
  object: 'object',
  project: 'project',
};

const describeAccount = (account: Account): string =>
  ACCOUNT_FIELDS.filter((field) => account[field] !== '')
    .map((field) => `${SHORT[field]} ${account[field]}`)
    .join(' ');

/** The account string's postings of the cost year, by file and row. */
export async function explainAccount(context: ExplainContext, address: string): Promise<ExplainLevel> {
  const rows = await readTable(context.db, context.runDir, ASSIGNMENTS);
  const keys = rows.map((row) => accountKey(accountIn(row)));
  findName('account', address, keys);
  const account = accountIn(rows[keys.indexOf(address)]!);
  const certificate = await readCertificate(context.runDir);
  const lines: ExplainLine[] = [];
  for (const { snapshot, register, kind } of certificate.sources) {
    if (register !== 'ledger' || kind !== 'actual') continue;
    const file = await sourceFile(context, snapshot);
    const postings = await context.db.rows<{ row: number; month: number; amount_ore: bigint }>(
      readSql(import.meta.url, 'account-postings.sql'),
      {
        postings: join(context.registersDir, snapshot, 'postings.parquet'),
        accounts: join(context.registersDir, snapshot, 'accounts.parquet'),
        ...account,
        year: certificate.years.cost,
      },
    );
    for (const { row, month, amount_ore } of postings)
      lines.push({
        label: `${file}, row ${row}`,
        amountOre: amount_ore,
        detail: month === 0 ? 'year' : `month ${month}`,
      });
  }
  return levelOf(
    {
      figure: `account:${address}`,
      title: describeAccount(account),
      rule: 'The postings, where they stand in the files as delivered.',
    },
    lines,
  );
}

/** The delivered file that a snapshot was read from, as its source note names it. */
export async function sourceFile({ registersDir }: ExplainContext, snapshot: string): Promise<string> {
  const note: unknown = JSON.parse(await readFile(join(registersDir, snapshot, 'source.json'), 'utf8'));
  return (note as { file: string }).file;
}
