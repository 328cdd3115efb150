// KOSTRA records as the two tables of a ledger snapshot: postings, and the account strings that they point to.

import { byKey } from '../../money/apportion.ts';
import { type StagedType, stageRows } from '../../store/stage-rows.ts';
import { ACCOUNT_FIELDS, type Account, accountKey } from '../../tables/ledger.ts';
import type { ReadContext, StagedTable } from '../reader.ts';
import type { KostraRecord } from './kostra-record.ts';

const accountOf = (record: KostraRecord): Account => ({
  class: record.class,
  responsibility: '',
  function: record.function,
  article: record.article,
  own: '',
  object: '',
  project: '',
});

const POSTING = {
  row: 'INTEGER',
  account: 'INTEGER',
  year: 'INTEGER',
  month: 'INTEGER',
  amount_ore: 'BIGINT',
} as const satisfies Record<string, StagedType>;
const ACCOUNT: Record<string, StagedType> = {
  account: 'INTEGER',
  ...Object.fromEntries(ACCOUNT_FIELDS.map((field) => [field, 'VARCHAR' as const])),
};

/** Postings in order of row, and accounts in order of their codes; month is 0, since records hold the year so far. */
export async function stageKostra(
  records: readonly KostraRecord[],
  context: ReadContext,
): Promise<StagedTable[]> {
  const { db, stage } = context;
  const accounts = new Map(records.map((record) => [accountKey(accountOf(record)), accountOf(record)]));
  const keys = [...accounts.keys()].sort(byKey);
  const rank = new Map(keys.map((key, i) => [key, i]));
  const postings = records.map((record) => ({
    row: record.row,
    account: rank.get(accountKey(accountOf(record)))!,
    year: record.year,
    month: 0,
    amount_ore: record.amountOre,
  }));
  await stageRows(db, `${stage}_postings`, POSTING, postings);
  await stageRows(
    db,
    `${stage}_accounts`,
    ACCOUNT,
    keys.map((key, i) => ({ account: i, ...accounts.get(key)! })),
  );
  return [
    { name: 'postings', sql: `from ${stage}_postings order by row` },
    { name: 'accounts', sql: `from ${stage}_accounts order by account` },
  ];
}
