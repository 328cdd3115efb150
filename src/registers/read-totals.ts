// What the register in force holds: totals per account string, and volumes per cost object and month. Millions of rows
// are added in the engine, snapshot by snapshot; the sums are the same however the files were split.

import { byKey } from '../money/apportion.ts';
import type { Db } from '../store/db.ts';
import { readSql } from '../store/read-sql.ts';
import type { Volume } from '../tables/activity.ts';
import { ACCOUNT_FIELDS, type Account, type AccountTotal, type LedgerKind } from '../tables/ledger.ts';
import { type Register, snapshotTable } from './register.ts';
import type { Snapshot } from './snapshot.ts';

const ACCOUNT_TOTALS = readSql(import.meta.url, 'account-totals.sql');
const VOLUMES = readSql(import.meta.url, 'volumes.sql');

/** Totals per account string of a kind and year, in øre; in order of the account's codes. */
export async function accountTotals(
  db: Db,
  register: Register,
  { kind, year }: { readonly kind: LedgerKind; readonly year: number },
): Promise<AccountTotal[]> {
  const totals = new Map<string, AccountTotal>();
  for (const snapshot of register.snapshots) {
    if (snapshot.register !== 'ledger' || snapshot.kind !== kind || !snapshot.years.includes(year)) continue;
    const files = [
      snapshotTable(register, snapshot, 'postings'),
      snapshotTable(register, snapshot, 'accounts'),
    ];
    for (const row of await db.rows<Account & Sums>(ACCOUNT_TOTALS, [...files, year])) {
      const key = keyOf(ACCOUNT_FIELDS.map((field) => row[field]));
      const before = totals.get(key);
      totals.set(key, {
        ...row,
        kind,
        year,
        rows: row.rows + (before?.rows ?? 0),
        amountOre: row.amountOre + (before?.amountOre ?? 0n),
      });
    }
  }
  return inOrder(totals);
}

type Sums = { readonly rows: number; readonly amountOre: bigint };

/** Volumes of all states of a year, in parts of the measure; in order of service, unit, level, state and month. */
export async function volumes(
  db: Db,
  register: Register,
  { year }: { readonly year: number },
): Promise<Volume[]> {
  const sums = new Map<string, Volume>();
  for (const snapshot of register.snapshots) {
    if (!isActivity(snapshot) || !snapshot.years.includes(year)) continue;
    const { kind: state } = snapshot;
    const files = [
      snapshotTable(register, snapshot, 'records'),
      snapshotTable(register, snapshot, 'objects'),
    ];
    for (const row of await db.rows<Omit<Volume, 'state' | 'year'>>(VOLUMES, [...files, year])) {
      const month = String(row.month).padStart(2, '0');
      const key = keyOf([row.service, row.unit, row.level, state, month]);
      const before = sums.get(key);
      sums.set(key, {
        ...row,
        state,
        year,
        parts: row.parts + (before?.parts ?? 0n),
        rows: row.rows + (before?.rows ?? 0),
      });
    }
  }
  return inOrder(sums);
}

type ActivitySnapshot = Snapshot & { readonly kind: Volume['state'] };
const isActivity = (snapshot: Snapshot): snapshot is ActivitySnapshot => snapshot.register === 'activity';

/** Codes in order, kept apart by a character that no code has and that comes before all others. */
const keyOf = (codes: readonly string[]): string => codes.join('\u0000');

const inOrder = <T>(byItsKey: ReadonlyMap<string, T>): T[] =>
  [...byItsKey].sort(([a], [b]) => byKey(a, b)).map(([, value]) => value);
