// What is kept while a SAF-T file goes by: its accounts, what each of them moved, the totals so far and the findings.
// Postings go straight to the engine, so that none of it grows with the number of lines.

import type { Finding } from '../../../findings/finding.ts';
import type { LedgerSource } from '../../../model/model.ts';
import { type Ore, ore } from '../../../money/ore.ts';
import type { Account } from '../../../tables/ledger.ts';
import { scanForIdentifiers } from '../../people/scan-for-identifiers.ts';
import type { ReadContext } from '../../reader.ts';
import { checkAccounts } from './check-accounts.ts';
import { divideLine, type LinePart } from './divide-line.ts';
import { FindingTally } from './finding-tally.ts';
import {
  type Fault,
  identityNumber,
  isFault,
  judgeAmount,
  judgePeriod,
  noAccount,
  type SaftPeriod,
} from './judge-line.ts';
import { rankAccounts, type SaftKey } from './saft-accounts.ts';
import { compareBalances } from './saft-balances.ts';
import {
  coverage,
  fileFindings,
  lineFinding,
  otherYear,
  unbalanced,
  wrongCurrency,
  wrongVersion,
  type YearTotal,
} from './saft-findings.ts';
import type {
  SaftAccount,
  SaftHeader,
  SaftLine,
  SaftListener,
  SaftTotals,
  SaftTransaction,
} from './saft-record.ts';
import { type Counted, compareTotals } from './saft-totals.ts';
import type { PostingStage } from './stage-saft.ts';
import { StopReading } from './stop-reading.ts';

/** In place of the key of an account or analysis that must not be kept. */
const IDENTIFYING = -1;
/** More analysis types than this are no more than counted. */
const MOST_TYPES = 1000;

/** Listens to a file that is walked; what came of it is asked for afterwards. */
export class SaftBook implements SaftListener {
  /** Postings and refused lines: a line that is divided between analyses is as many postings. */
  read = 0;
  refused = 0;
  sumOre: Ore = ore(0);
  /** The analysis types that hold a dimension of the account string. */
  readonly wantedTypes: ReadonlySet<string>;

  private readonly file: string;
  private readonly source: LedgerSource;
  private readonly context: ReadContext;
  private readonly stage: PostingStage;
  private readonly types: readonly string[];
  private readonly tally = new FindingTally();
  private readonly known = new Map<string, SaftAccount>();
  private readonly moved = new Map<string, { lines: number; amountOre: bigint }>();
  private readonly seenTypes = new Set<string>();
  private readonly keys = new Map<string, number>();
  private readonly keyList: SaftKey[] = [];
  private readonly yearTotals = new Map<number, YearTotal>();
  private readonly counted: Counted = { transactions: 0, lines: 0, debitOre: 0n, creditOre: 0n };
  private head: SaftHeader | undefined;
  private declared: SaftTotals = {};
  private firstTransaction = '';
  private closingLines = 0;
  private open:
    | { of: SaftTransaction; period: SaftPeriod | Fault; sumOre: bigint; isWhole: boolean }
    | undefined;

  constructor(file: string, source: LedgerSource, context: ReadContext, stage: PostingStage) {
    this.file = file;
    this.source = source;
    this.context = context;
    this.stage = stage;
    this.types = Object.values(source.dimensions ?? {});
    this.wantedTypes = new Set(this.types);
  }

  readonly header = (header: SaftHeader): void => {
    this.head = header;
    const problem = wrongVersion(header, this.file) ?? wrongCurrency(header, this.file);
    if (problem) throw new StopReading(problem);
  };

  readonly account = (account: SaftAccount): void => {
    if (account.id !== '') this.known.set(account.id, account);
  };

  readonly analysisType = (type: string): void => {
    if (this.seenTypes.size < MOST_TYPES) this.seenTypes.add(type);
  };

  readonly totals = (totals: SaftTotals): void => {
    this.declared = totals;
  };

  readonly line = (line: SaftLine, transaction: SaftTransaction): void => {
    if (!this.head) this.header({ selection: {} });
    this.counted.lines += 1;
    if (this.open?.of !== transaction)
      this.open = { of: transaction, period: this.periodOf(transaction), sumOre: 0n, isWhole: true };
    for (const { type } of line.analyses) this.seenTypes.add(type);
    const { open } = this;
    const amount = judgeAmount(line);
    if (isFault(amount)) {
      open.isWhole = false;
      this.refuse(line, amount);
      return;
    }
    open.sumOre += amount.amountOre;
    this.counted.debitOre += amount.debitOre;
    this.counted.creditOre += amount.creditOre;
    if (line.account !== '') this.move(line.account, amount.amountOre);
    const { period } = open;
    const parts = line.account === '' ? noAccount : divideLine(line, amount.amountOre, this.types);
    if (isFault(period)) this.refuse(line, period, amount.amountOre);
    else if (isFault(parts)) this.refuse(line, parts, amount.amountOre);
    else for (const part of parts) this.post(line, part, period);
  };

  readonly endOfTransaction = (transaction: SaftTransaction): void => {
    this.counted.transactions += 1;
    if (this.counted.transactions === 1) this.firstTransaction = transaction.id;
    const { open } = this;
    if (open?.of === transaction && open.isWhole && open.sumOre !== 0n)
      this.tally.add(unbalanced(transaction, open.sumOre, { file: this.file, row: this.counted.lines }));
    this.open = undefined;
  };

  get years(): number[] {
    return [...this.yearTotals.keys()].sort((a, b) => a - b);
  }

  /** All findings; of a file that was not read to its end, only those of its lines. */
  findings(wasStopped: boolean): Finding[] {
    const { file, source, context, known, moved } = this;
    if (wasStopped) return this.tally.findings();
    return [
      ...this.tally.findings(),
      ...fileFindings({
        file,
        source,
        years: context.model.years,
        lines: this.counted.lines,
        closingLines: this.closingLines,
        yearTotals: this.yearTotals,
      }),
      ...compareTotals(this.declared, this.counted, file),
      ...(this.counted.lines === 0 ? [] : checkAccounts(source, known, moved, this.seenTypes, file)),
      ...(this.counted.lines === 0 ? [] : compareBalances(known, moved, file)),
    ];
  }

  covers(): string[] {
    return coverage(this.head, this.firstTransaction);
  }

  /** The distinct accounts, and the account of each key. */
  accounts(): [accounts: readonly Account[], ranks: readonly number[]] {
    const { dimensions = {}, accountMap } = this.source;
    const rules = { dimensions, ...(accountMap ? { map: accountMap } : {}), accounts: this.known };
    const { accounts, ranks } = rankAccounts(this.keyList, rules);
    return [accounts, ranks];
  }

  private periodOf(transaction: SaftTransaction): SaftPeriod | Fault {
    const period = judgePeriod(transaction);
    if (isFault(period) || this.source.year === undefined || period.year === this.source.year) return period;
    return otherYear(period.year, this.source.year);
  }

  private refuse(line: SaftLine, fault: Fault, amountOre?: Ore): void {
    this.read += 1;
    this.refused += 1;
    this.tally.add(lineFinding(fault, { file: this.file, row: line.row }, amountOre));
  }

  private post(line: SaftLine, { ids, amountOre }: LinePart, period: SaftPeriod): void {
    const key = this.keyOf(line.account, ids);
    if (key === IDENTIFYING) {
      this.refuse(line, identityNumber, amountOre);
      return;
    }
    this.read += 1;
    this.stage.append({ row: line.row, key, period, amountOre });
    this.sumOre = (this.sumOre + amountOre) as Ore;
    if (period.isClosing) this.closingLines += 1;
    const year = this.yearTotals.get(period.year) ?? { rows: 0, amountOre: 0n };
    year.rows += 1;
    year.amountOre += amountOre;
    this.yearTotals.set(period.year, year);
  }

  /** The number of a combination of account and analyses; IDENTIFYING where it holds an identity number. */
  private keyOf(account: string, ids: readonly string[]): number {
    const text = ids.length === 0 ? account : `${account}\u001f${ids.join('\u001f')}`;
    const known = this.keys.get(text);
    if (known !== undefined) return known;
    if ([account, ...ids].some((code) => scanForIdentifiers(code, 'NO') > 0)) return IDENTIFYING;
    const analyses = new Map(this.types.map((type, i) => [type, detached(ids[i] ?? '')]));
    const key = this.keyList.push({ account: detached(account), analyses }) - 1;
    this.keys.set(text, key);
    return key;
  }

  private move(account: string, amountOre: bigint): void {
    const moved = this.moved.get(account);
    if (!moved) {
      this.moved.set(detached(account), { lines: 1, amountOre });
      return;
    }
    moved.lines += 1;
    moved.amountOre += amountOre;
  }
}

/** A copy: a part of a text may keep the whole of it in memory, and these are kept to the end. */
const detached = (text: string): string => Buffer.from(text).toString();
