// What the register in force holds of circumstances: paid hours, place-days, who was away and who waits.

import { byKey } from '../../money/apportion.ts';
import type { Db } from '../../store/db.ts';
import { readSql } from '../../store/read-sql.ts';
import type {
  CircumstanceKind,
  HourKind,
  PaidHours,
  PersonStretch,
  PlaceDays,
} from '../../tables/circumstances.ts';
import { keyOf, valuesInOrder } from '../../tables/keys.ts';
import { dayOf, daysByMonth, overlap } from '../../time/days.ts';
import { monthCode } from '../../time/month-text.ts';
import { damagedSnapshot } from '../read-totals.ts';
import { readAsYear } from '../reading-year.ts';
import { type Register, snapshotTable } from '../register.ts';
import { canonicalRows, type Snapshot } from '../snapshot.ts';

const PAID_HOURS = readSql(import.meta.url, 'paid-hours.sql');
const CAPACITY = readSql(import.meta.url, 'capacity.sql');
const STRETCHES = readSql(import.meta.url, 'stretches.sql');

const snapshotsOf = ({ snapshots }: Register, kind: CircumstanceKind): Snapshot[] =>
  snapshots.filter((snapshot) => snapshot.register === 'circumstances' && snapshot.kind === kind);

async function rowsOf<R>(
  db: Db,
  register: Register,
  snapshot: Snapshot,
  statement: string,
  tables: readonly string[],
): Promise<R[]> {
  const files = tables.map((table) => snapshotTable(register, snapshot, table));
  return db.rows<R>(statement, files).catch((cause: unknown) => {
    throw damagedSnapshot(snapshot, cause);
  });
}

type PaidRow = Omit<PaidHours, 'kind'> & { readonly kind: HourKind };

/**
 * Paid hours of a year by unit, month and kind, in that order; the same however the files were split.
 * @throws WorkspaceError when a snapshot does not hold what its note says was imported.
 */
export async function paidHours(
  db: Db,
  register: Register,
  { year }: { readonly year: number },
): Promise<PaidHours[]> {
  const totals = new Map<string, PaidHours>();
  for (const snapshot of snapshotsOf(register, 'paid-hours')) {
    const all = await rowsOf<PaidRow>(db, register, snapshot, PAID_HOURS, ['paid_hours']);
    const rows = all.reduce((sum, one) => sum + one.rows, 0);
    if (rows !== canonicalRows(snapshot)) throw damagedSnapshot(snapshot);
    for (const one of all) {
      if (one.year !== year) continue;
      const key = keyOf(one.unit, monthCode(one.month), one.kind);
      const before = totals.get(key);
      totals.set(key, {
        ...one,
        parts: one.parts + (before?.parts ?? 0n),
        amountOre: one.amountOre + (before?.amountOre ?? 0n),
        rows: one.rows + (before?.rows ?? 0),
      });
    }
  }
  return valuesInOrder(totals);
}

type CapacityRow = {
  readonly unit: string;
  readonly places: number;
  readonly closed: number;
  readonly from: number;
  readonly to: number | null;
};

/**
 * Place-days of a year by unit and month, in that order: places × the days of the month on which a unit has them.
 * 40 places in all of January are 1,240 place-days. Closed places are counted apart and not taken from the open ones.
 * A file counts in the year that it is read as and no other, so that places without an end are not in two files at once.
 * @throws WorkspaceError when a snapshot does not hold what its note says was imported.
 */
export async function placeDays(
  db: Db,
  register: Register,
  { year }: { readonly year: number },
): Promise<PlaceDays[]> {
  const totals = new Map<string, PlaceDays>();
  const whole = { from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) };
  for (const snapshot of snapshotsOf(register, 'capacity')) {
    if (readAsYear(snapshot) !== year) continue;
    const all = await rowsOf<CapacityRow>(db, register, snapshot, CAPACITY, ['capacity']);
    if (all.length !== canonicalRows(snapshot)) throw damagedSnapshot(snapshot);
    for (const { unit, places, closed, from, to } of all) {
      const shared = overlap({ from, to: to ?? undefined }, whole);
      for (const [i, days] of daysByMonth(shared ? [shared] : [], year).entries()) {
        if (days === 0) continue;
        const key = keyOf(unit, monthCode(i + 1));
        const { openDays, closedDays } = totals.get(key) ?? { openDays: 0n, closedDays: 0n };
        const more = BigInt(places) * BigInt(days);
        totals.set(key, {
          unit,
          year,
          month: i + 1,
          openDays: closed ? openDays : openDays + more,
          closedDays: closed ? closedDays + more : closedDays,
        });
      }
    }
  }
  return valuesInOrder(totals);
}

type StretchRow = PersonStretch & { readonly isSound: boolean };

/**
 * Who was away (`suspensions`) or waits (`waiting-list`), by pseudonym, in order of person, start and service; a file
 * that is read as of several years says it once.
 * @throws WorkspaceError when a snapshot does not hold what its note says was imported.
 */
export async function personStretches(
  db: Db,
  register: Register,
  kind: 'suspensions' | 'waiting-list',
): Promise<PersonStretch[]> {
  const all: PersonStretch[] = [];
  const files = new Map(snapshotsOf(register, kind).map((snapshot) => [snapshot.sha256, snapshot]));
  for (const snapshot of files.values()) {
    const rows = await rowsOf<StretchRow>(db, register, snapshot, STRETCHES, ['stretches', 'persons']);
    if (rows.length !== canonicalRows(snapshot) || !rows.every(({ isSound }) => isSound))
      throw damagedSnapshot(snapshot);
    all.push(...rows.map(({ person, service, from, to }) => ({ person, service, from, to })));
  }
  const keyed = all.map((one) => ({ one, key: keyOf(one.person, one.from, one.service, one.to) }));
  return keyed.sort((a, b) => byKey(a.key, b.key)).map(({ one }) => one);
}
