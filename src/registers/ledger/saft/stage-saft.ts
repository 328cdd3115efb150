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

const ACCOUNT: Record<string, StagedType> = {
  account: 'INTEGER',
  ...Object.fromEntries(ACCOUNT_FIELDS.map((field) => [field, 'VARCHAR' as const])),
};
/** Postings that stand unpacked before they are packed. */
const PACKED_AT = 100_000;

/** An open table of postings; close it before anything is selected from it. */
export class PostingStage {
  private readonly context: ReadContext;
  /** The packed store that the table is in. */
  private readonly store: string;
  private readonly appender: DuckDBAppender;
  private unpacked = 0;

  private constructor(context: ReadContext, store: string, appender: DuckDBAppender) {
    this.context = context;
    this.store = store;
    this.appender = appender;
  }

  static async open(context: ReadContext): Promise<PostingStage> {
    const store = await context.db.openPacked();
    await context.db.run(
      `create table ${store}.keyed ("row" integer, key integer, year integer, month integer, amount_ore bigint)`,
    );
    const appender = await context.db.connection.createAppender('keyed', 'main', store);
    return new PostingStage(context, store, appender);
  }

  append({ row, key, period, amountOre }: KeyedPosting): void {
    this.appender.appendInteger(row);
    this.appender.appendInteger(key);
    this.appender.appendInteger(period.year);
    this.appender.appendInteger(period.month);
    this.appender.appendBigInt(amountOre);
    this.appender.endRow();
    this.unpacked += 1;
  }

  /** Packs what has been appended, when that is much. */
  async pack(): Promise<void> {
    if (this.unpacked < PACKED_AT) return;
    this.unpacked = 0;
    this.appender.flushSync();
    await this.context.db.run(`checkpoint ${this.store}`);
  }

  close(): void {
    this.appender.closeSync();
  }

  /** The tables of the outcome, postings as they were appended; `ranks` gives the account of each key. */
  async tables(accounts: readonly Account[], ranks: readonly number[]): Promise<StagedTable[]> {
    const { db, stage } = this.context;
    await stageRows(db, `${stage}_ranks`, { key: 'INTEGER', account: 'INTEGER' }, ranked(ranks));
    await db.run(`set variable ${stage}_ranks = (select list(account order by key) from ${stage}_ranks)`);
    await stageRows(
      db,
      `${stage}_accounts`,
      ACCOUNT,
      accounts.map((account, i) => ({ account: i, ...account })),
    );
    return [
      {
        name: 'postings',
        sql: `select "row", getvariable('${stage}_ranks')[key + 1] as account, year, month, amount_ore
          from ${this.store}.keyed`,
      },
      { name: 'accounts', sql: `from ${stage}_accounts order by account` },
    ];
  }
}

const ranked = (ranks: readonly number[]) => ranks.map((account, key) => ({ key, account }));
