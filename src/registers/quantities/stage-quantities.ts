// The activity register of some years as two tables that quantities are counted from: quantity_objects, and
// quantity_months, what each person has of each object in each month, all files together.

import type { Db } from '../../store/db.ts';
import { readSql } from '../../store/read-sql.ts';
import { stageRows } from '../../store/stage-rows.ts';
import type { ActivityState } from '../../tables/activity.ts';
import { damagedSnapshot } from '../read-totals.ts';
import { type Register, snapshotTable } from '../register.ts';
import { canonicalRows, type Snapshot, snapshotSum } from '../snapshot.ts';

const TABLES = readSql(import.meta.url, 'tables.sql');
const OBJECTS = readSql(import.meta.url, 'objects.sql');
const PERSONS = readSql(import.meta.url, 'persons.sql');
const RECORDS = readSql(import.meta.url, 'records.sql');
const FILES = readSql(import.meta.url, 'files.sql');
const MONTHS = readSql(import.meta.url, 'months.sql');

type FileObject = {
  readonly object: number;
  readonly service: string;
  readonly unit: string;
  readonly level: string;
};

/**
 * Stages the snapshots that have any of the years in `session`, whose temporary tables vanish with it. Only what is
 * summed by person and month is kept, some 40 bytes each.
 * @throws WorkspaceError when a snapshot does not hold what its note says was imported.
 */
export async function stageQuantities(
  session: Db,
  register: Register,
  years: readonly number[],
  unitNow: (unit: string) => string,
): Promise<void> {
  const snapshots = register.snapshots.filter(
    (snapshot) => snapshot.register === 'activity' && years.some((year) => snapshot.years.includes(year)),
  );
  await session.run(TABLES);
  await stageObjects(session, register, snapshots, unitNow);
  for (const [file, snapshot] of snapshots.entries()) {
    const [records, persons] = ['records', 'persons'].map((name) => snapshotTable(register, snapshot, name));
    await orDamaged(snapshot, async () => {
      await session.run(PERSONS, [persons!]);
      await session.run(RECORDS, [records!, persons!, file]);
    });
  }
  await assertWhole(session, snapshots);
  await session.run(MONTHS);
}

async function stageObjects(
  session: Db,
  register: Register,
  snapshots: readonly Snapshot[],
  unitNow: (unit: string) => string,
): Promise<void> {
  const objects = new Map<string, { object: number; state: ActivityState } & Omit<FileObject, 'object'>>();
  const numbers: { file: number; object: number; number: number }[] = [];
  for (const [file, snapshot] of snapshots.entries()) {
    const state = snapshot.kind as ActivityState;
    const path = snapshotTable(register, snapshot, 'objects');
    const found = await orDamaged(snapshot, () => session.rows<FileObject>(OBJECTS, [path]));
    for (const { object, service, unit: inFile, level } of found) {
      const unit = unitNow(inFile);
      const key = JSON.stringify([state, service, unit, level]);
      const known = objects.get(key) ?? { object: objects.size, state, service, unit, level };
      objects.set(key, known);
      numbers.push({ file, object, number: known.object });
    }
  }
  await stageRows(session, 'quantity_object_numbers', NUMBERS, numbers);
  await stageRows(session, 'quantity_objects', OBJECT, objects.values());
}

const NUMBERS = { file: 'INTEGER', object: 'INTEGER', number: 'INTEGER' } as const;
const OBJECT = {
  object: 'INTEGER',
  state: 'VARCHAR',
  service: 'VARCHAR',
  unit: 'VARCHAR',
  level: 'VARCHAR',
} as const;

type Staged = {
  readonly file: number;
  readonly rows: number;
  readonly sum: bigint;
  readonly isSound: boolean;
};

/** A damaged snapshot must not give a wrong figure. */
async function assertWhole(session: Db, snapshots: readonly Snapshot[]): Promise<void> {
  const staged = new Map((await session.rows<Staged>(FILES)).map((one) => [one.file, one]));
  for (const [file, snapshot] of snapshots.entries()) {
    const { rows, sum, isSound } = staged.get(file) ?? { rows: 0, sum: 0n, isSound: true };
    if (!isSound || rows !== canonicalRows(snapshot) || sum !== snapshotSum(snapshot))
      throw damagedSnapshot(snapshot);
  }
}

async function orDamaged<T>(snapshot: Snapshot, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw damagedSnapshot(snapshot, cause);
  }
}
