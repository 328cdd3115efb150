// What each person was granted in a year, by pseudonym: the quantity that deliveries are later held against.

import type { Db } from '../../store/db.ts';
import { readSql } from '../../store/read-sql.ts';
import type { GrantedToPerson } from '../../tables/circumstances.ts';
import { keyOf, valuesInOrder } from '../../tables/keys.ts';
import { monthCode } from '../../time/month-text.ts';
import { damagedSnapshot } from '../read-totals.ts';
import { type Register, snapshotTable } from '../register.ts';
import { canonicalRows, snapshotSum } from '../snapshot.ts';

const GRANTED_BY_PERSON = readSql(import.meta.url, 'granted-by-person.sql');

type Row = GrantedToPerson & { readonly rows: number; readonly isSound: boolean };

/**
 * Granted quantities of a year by person, service, unit, level and month, in that order, in parts of the measure.
 * Grants that name nobody are left out: no delivery can be held against them.
 * @throws WorkspaceError when a snapshot does not hold what its note says was imported.
 */
export async function grantedByPerson(
  db: Db,
  register: Register,
  { year }: { readonly year: number },
): Promise<GrantedToPerson[]> {
  const totals = new Map<string, GrantedToPerson>();
  for (const snapshot of register.snapshots) {
    if (snapshot.register !== 'activity' || snapshot.kind !== 'granted') continue;
    const files = ['records', 'objects', 'persons'].map((table) => snapshotTable(register, snapshot, table));
    const all = await db.rows<Row>(GRANTED_BY_PERSON, files).catch((cause: unknown) => {
      throw damagedSnapshot(snapshot, cause);
    });
    const rows = all.reduce((sum, one) => sum + one.rows, 0);
    const parts = all.reduce((sum, one) => sum + one.parts, 0n);
    const isWhole = rows === canonicalRows(snapshot) && parts === snapshotSum(snapshot);
    if (!isWhole || !all.every(({ isSound }) => isSound)) throw damagedSnapshot(snapshot);
    for (const { rows: _rows, isSound: _isSound, ...one } of all) {
      if (one.year !== year || one.person === '') continue;
      const { person, service, unit, level, month } = one;
      const key = keyOf(person, service, unit, level, monthCode(month));
      totals.set(key, { ...one, parts: one.parts + (totals.get(key)?.parts ?? 0n) });
    }
  }
  return valuesInOrder(totals);
}
