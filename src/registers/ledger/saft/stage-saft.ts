// The postings of a SAF-T file in the engine: appended as they are read, so that memory does not grow with the file, and
// given their place among the distinct accounts once all are known.

import type { DuckDBAppender } from '@duckdb/node-api';
import type { Ore } from '../../../money/ore.ts';
import { type StagedType, stageRows } from '../../../store/stage-rows.ts';
import { ACCOUNT_FIELDS, type Account } from '../../../tables/ledger.ts';
import type { ReadContext, StagedTable } from '../../reader.ts';
import type { SaftPeriod } from './judge-line.ts';

/** A posting; `key` is the number of its combination of account and analyses. */
export type KeyedPosting = {
  readonly row: number;
  readonly key: number;
  readonly period: SaftPeriod;
  readonly amountOre: Ore;
};

const KEYED = {
  row: 'INTEGER',
  key: 'INTEGER',
  year: 'INTEGER',
  month: 'INTEGER',
  amount_ore: 'BIGINT',
} as const;
const ACCOUNT: Record<string, StagedType> = {
  account: 'INTEGER',
  ...Object.fromEntries(ACCOUNT_FIELDS.map((field) => [field, 'VARCHAR' as const])),
};

/** An open table of postings; close it before anything is selected from it. */
export class PostingStage {
  private readonly appender: DuckDBAppender;
  private readonly context: ReadContext;

  private constructor(context: ReadContext, appender: DuckDBAppender) {
    this.context = context;
    this.appender = appender;
  }

  static async open(context: ReadContext): Promise<PostingStage> {
    const table = `${context.stage}_keyed`;
    await stageRows(context.db, table, KEYED, []);
    return new PostingStage(context, await context.db.connection.createAppender(table));
  }

  append({ row, key, period, amountOre }: KeyedPosting): void {
    this.appender.appendInteger(row);
    this.appender.appendInteger(key);
    this.appender.appendInteger(period.year);
    this.appender.appendInteger(period.month);
    this.appender.appendBigInt(amountOre);
    this.appender.endRow();
  }

  close(): void {
    this.appender.closeSync();
  }

  /** The tables of the outcome; `ranks` gives the account of each key. */
  async tables(accounts: readonly Account[], ranks: readonly number[]): Promise<StagedTable[]> {
    const { db, stage } = this.context;
    await stageRows(db, `${stage}_ranks`, { key: 'INTEGER', account: 'INTEGER' }, ranked(ranks));
    await stageRows(
      db,
      `${stage}_accounts`,
      ACCOUNT,
      accounts.map((account, i) => ({ account: i, ...account })),
    );
    return [
      {
        name: 'postings',
        sql: `select "row", account, year, month, amount_ore
          from ${stage}_keyed join ${stage}_ranks using (key) order by "row", key, amount_ore`,
      },
      { name: 'accounts', sql: `from ${stage}_accounts order by account` },
    ];
  }
}

const ranked = (ranks: readonly number[]) => ranks.map((account, key) => ({ key, account }));
