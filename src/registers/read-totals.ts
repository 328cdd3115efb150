// What the register in force holds: totals per account string, and volumes per cost object and month. Millions of rows
// are added in the engine, snapshot by snapshot; the sums are the same however the files were split.

import type { Db } from '../store/db.ts';
import { readSql } from '../store/read-sql.ts';
import { WorkspaceError } from '../store/workspace-error.ts';
import type { Volume } from '../tables/activity.ts';
import { keyOf, valuesInOrder } from '../tables/keys.ts';
import {
  ACCOUNT_FIELDS,
  type Account,
  type AccountTotal,
  type LedgerKind,
  type MonthTotal,
} from '../tables/ledger.ts';
import { monthCode } from '../time/month-text.ts';
import { type Register, snapshotTable } from './register.ts';
import { canonicalRows, type Snapshot, snapshotSum } from './snapshot.ts';

const ACCOUNT_TOTALS = readSql(import.meta.url, 'account-totals.sql');
const ACCOUNT_MONTHS = readSql(import.meta.url, 'account-months.sql');
const VOLUMES = readSql(import.meta.url, 'volumes.sql');

/**
 * Totals per account string of a kind and year, in øre; in order of the account's codes (and month).
 * @throws WorkspaceError when a snapshot does not hold what its note says was imported.
 */
export async function accountTotals(
  db: Db,
  register: Register,
  { kind, year, byMonth = false }: TotalsWanted,
): Promise<AccountTotal[]> {
  const totals = new Map<string, AccountTotal>();
  for (const snapshot of register.snapshots) {
    if (!isLedger(snapshot) || snapshot.kind !== kind || !snapshot.years.includes(year)) continue;
    const all = await wholeSnapshot<Account & { readonly month?: number } & Sum>(
      db,
      byMonth ? ACCOUNT_MONTHS : ACCOUNT_TOTALS,
      register,
      snapshot,
    );
    for (const { year: ofYear, isSound: _, rows, sum, ...account } of all) {
      if (ofYear !== year) continue;
      const codes = ACCOUNT_FIELDS.map((field) => account[field]);
      const key = keyOf(...codes, monthCode(account.month ?? 0));
      const before = totals.get(key);
      totals.set(key, {
        ...account,
        kind,
        year,
        rows: rows + (before?.rows ?? 0),
        amountOre: sum + (before?.amountOre ?? 0n),
      });
    }
  }
  return valuesInOrder(totals);
}

/** Which totals: of a kind of ledger and a year; by month where units are dated. */
export type TotalsWanted = { readonly kind: LedgerKind; readonly year: number; readonly byMonth?: boolean };

/**
 * Totals per account string and month of a kind and year, in øre; in order of the account's codes and month.
 * @throws WorkspaceError when a snapshot does not hold what its note says was imported.
 */
export async function monthlyTotals(
  db: Db,
  register: Register,
  { kind, year }: Omit<TotalsWanted, 'byMonth'>,
): Promise<MonthTotal[]> {
  const totals = await accountTotals(db, register, { kind, year, byMonth: true });
  return totals.map(({ month = 0, ...total }) => ({ ...total, month }));
}

/** Rows of a snapshot added up: how many, and their øre or parts. */
export type Sum = {
  readonly year: number;
  readonly rows: number;
  readonly sum: bigint;
  readonly isSound: boolean;
};

/** The two tables of each register: rows, and what they point to. */
const TABLES = { ledger: ['postings', 'accounts'], activity: ['records', 'objects'] } as const;

/**
 * A snapshot added up by a statement over its tables ($1, $2, …), once that is found to be all of what was imported: a
 * damaged one must not give a wrong figure.
 * @throws WorkspaceError when it is damaged.
 */
export async function wholeSnapshot<T extends Sum>(
  db: Db,
  statement: string,
  register: Register,
  snapshot: Counted,
  tables: readonly string[] = TABLES[snapshot.register],
): Promise<readonly T[]> {
  const files = tables.map((table) => snapshotTable(register, snapshot, table));
  const sums = await db.rows<T>(statement, files).catch((cause: unknown) => {
    throw damagedSnapshot(snapshot, cause);
  });
  const rows = sums.reduce((all, one) => all + one.rows, 0);
  const sum = sums.reduce((all, one) => all + one.sum, 0n);
  const isWhole = rows === canonicalRows(snapshot) && sum === snapshotSum(snapshot);
  if (isWhole && sums.every(({ isSound }) => isSound)) return sums;
  throw damagedSnapshot(snapshot);
}

/** The imported copy of a file does not hold what was imported. */
export const damagedSnapshot = (snapshot: Snapshot, cause?: unknown): WorkspaceError =>
  new WorkspaceError(
    `registers/${snapshot.hash} does not hold what was imported from ${snapshot.file}. Remove that folder and import the file again.`,
    { cause },
  );

/**
 * Volumes of all states of a year, in parts of the measure; in order of service, unit, level, state and month.
 * @throws WorkspaceError when a snapshot does not hold what its note says was imported.
 */
export async function volumes(
  db: Db,
  register: Register,
  { year }: { readonly year: number },
): Promise<Volume[]> {
  const volumes = new Map<string, Volume>();
  for (const snapshot of register.snapshots) {
    if (!isActivity(snapshot) || !snapshot.years.includes(year)) continue;
    const { kind: state } = snapshot;
    const all = await wholeSnapshot<Place & Sum>(db, VOLUMES, register, snapshot);
    for (const { service, unit, level, month, year: ofYear, rows, sum } of all) {
      if (ofYear !== year) continue;
      const key = keyOf(service, unit, level, state, monthCode(month));
      const before = volumes.get(key);
      const parts = sum + (before?.parts ?? 0n);
      volumes.set(key, { service, unit, level, state, year, month, parts, rows: rows + (before?.rows ?? 0) });
    }
  }
  return valuesInOrder(volumes);
}

type Place = Pick<Volume, 'service' | 'unit' | 'level' | 'month'>;

/** A snapshot whose rows are added up. */
export type Counted = Snapshot & { readonly register: keyof typeof TABLES };
/** True for a ledger's snapshot, of whatever kind. */
export const isLedger = (snapshot: Snapshot): snapshot is Counted => snapshot.register === 'ledger';

type ActivitySnapshot = Snapshot & { readonly register: 'activity'; readonly kind: Volume['state'] };
const isActivity = (snapshot: Snapshot): snapshot is ActivitySnapshot => snapshot.register === 'activity';
