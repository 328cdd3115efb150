// Posting lines of a SIE file in temporary tables of the engine, appended as they are read; the accounts get their final
// numbers when all of them are known.

import { byKey } from '../../../money/apportion.ts';
import { type StagedType, stageRows } from '../../../store/stage-rows.ts';
import { ACCOUNT_FIELDS, type Account, accountKey } from '../../../tables/ledger.ts';
import type { ReadContext, StagedTable } from '../../reader.ts';

/** A posting whose account is numbered as it came. */
export type NumberedLine = {
  readonly row: number;
  readonly account: number;
  readonly year: number;
  readonly month: number;
  readonly amountOre: bigint;
};

/** Takes postings one by one; `close` before they are selected from. */
export type PostingSink = { readonly add: (line: NumberedLine) => void; readonly close: () => void };

/** Opens the table that postings are appended to. */
export async function openPostings({ db, stage }: ReadContext): Promise<PostingSink> {
  await db.run(
    `create temp table ${stage}_lines (row integer, account integer, year integer, month integer, amount_ore bigint)`,
  );
  const appender = await db.connection.createAppender(`${stage}_lines`, 'main', 'temp');
  const add = ({ row, account, year, month, amountOre }: NumberedLine): void => {
    appender.appendInteger(row);
    appender.appendInteger(account);
    appender.appendInteger(year);
    appender.appendInteger(month);
    appender.appendBigInt(amountOre);
    appender.endRow();
  };
  return { add, close: () => appender.closeSync() };
}

const ACCOUNT: Record<string, StagedType> = {
  account: 'INTEGER',
  ...Object.fromEntries(ACCOUNT_FIELDS.map((field) => [field, 'VARCHAR' as const])),
};

/** `accounts` by number as they came; two numbers may have one account string. Postings in order of row, then accounts. */
export async function stagedTables(
  accounts: readonly Account[],
  { db, stage }: ReadContext,
): Promise<StagedTable[]> {
  const distinct = new Map(accounts.map((account) => [accountKey(account), account]));
  const keys = [...distinct.keys()].sort(byKey);
  const rank = new Map(keys.map((key, i) => [key, i]));
  const ranks = accounts.map((account, came) => ({ came, rank: rank.get(accountKey(account))! }));
  const rows = keys.map((key, i) => ({ account: i, ...distinct.get(key)! }));
  await stageRows(db, `${stage}_ranks`, { came: 'INTEGER', rank: 'INTEGER' }, ranks);
  await stageRows(db, `${stage}_accounts`, ACCOUNT, rows);
  return [
    {
      name: 'postings',
      sql: `select row, rank as account, year, month, amount_ore from ${stage}_lines
        join ${stage}_ranks on came = ${stage}_lines.account order by row`,
    },
    { name: 'accounts', sql: `from ${stage}_accounts order by account` },
  ];
}
