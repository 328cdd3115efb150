// From the activity of the register in force to the cube: the engine adds, typed arrays hold what comes out.

import { byKey } from '../../money/apportion.ts';
import type { Db } from '../../store/db.ts';
import { readSql } from '../../store/read-sql.ts';
import { stageRows } from '../../store/stage-rows.ts';
import type { ObjectName } from '../../tables/activity.ts';
import type { Cube } from '../../tables/cube.ts';
import { keyOf } from '../../tables/keys.ts';
import { type Counted, damagedSnapshot, wholeSnapshot } from '../read-totals.ts';
import { type Register, snapshotTable } from '../register.ts';
import type { Snapshot } from '../snapshot.ts';
import { fillColumns } from './fill-columns.ts';

const TABLES = readSql(import.meta.url, 'tables.sql');
const OBJECTS = readSql(import.meta.url, 'objects.sql');
const PSEUDONYMS = readSql(import.meta.url, 'pseudonyms.sql');
const PERSONS = readSql(import.meta.url, 'persons.sql');
const SOUND = readSql(import.meta.url, 'records-are-sound.sql');
const RECORDS = readSql(import.meta.url, 'records.sql');
const CELLS = readSql(import.meta.url, 'cells.sql');

/** Which year; and the unit that counts for the one that a file names, where another has taken over. */
export type CubeWanted = { readonly year: number; readonly unitOf?: (unit: string) => string };

/**
 * The cube of a year. A register without activity has an empty one.
 * @throws WorkspaceError when a snapshot does not hold what its note says was imported.
 */
export async function readCube(
  db: Db,
  register: Register,
  { year, unitOf = (unit) => unit }: CubeWanted,
): Promise<Cube> {
  const snapshots = register.snapshots.filter(isActivity).filter(({ years }) => years.includes(year));
  const session = await db.session();
  try {
    await session.run(TABLES);
    const objects = await stageObjects(session, register, snapshots, unitOf);
    await stageRecords(session, register, snapshots, year);
    await session.run(CELLS);
    return await fillColumns(session, objects);
  } finally {
    session.close();
  }
}

const isActivity = (snapshot: Snapshot): snapshot is Counted => snapshot.register === 'activity';

type FileObject = ObjectName & { readonly object: number };

/** Numbers the objects of all files in order, for the engine; gives them in that order. */
async function stageObjects(
  session: Db,
  register: Register,
  snapshots: readonly Snapshot[],
  unitOf: (unit: string) => string,
): Promise<readonly ObjectName[]> {
  const found = new Map<string, ObjectName>();
  const named: { readonly file: number; readonly object: number; readonly key: string }[] = [];
  for (const [file, snapshot] of snapshots.entries()) {
    const table = snapshotTable(register, snapshot, 'objects');
    const objects = await orDamaged(snapshot, () => session.rows<FileObject>(OBJECTS, [table]));
    for (const { object, service, unit: written, level } of objects) {
      const unit = unitOf(written);
      const key = keyOf(service, unit, level);
      found.set(key, { service, unit, level });
      named.push({ file, object, key });
    }
  }
  const inOrder = [...found].sort(([a], [b]) => byKey(a, b));
  const numbers = new Map(inOrder.map(([key], number) => [key, number]));
  await stageRows(
    session,
    'cube_object_numbers',
    { file: 'INTEGER', object: 'INTEGER', number: 'INTEGER' },
    named.map(({ file, object, key }) => ({ file, object, number: numbers.get(key)! })),
  );
  return inOrder.map(([, object]) => object);
}

async function stageRecords(
  session: Db,
  register: Register,
  snapshots: readonly Counted[],
  year: number,
): Promise<void> {
  const tableOf = (snapshot: Snapshot, name: string): string => snapshotTable(register, snapshot, name);
  for (const snapshot of snapshots) {
    await wholeSnapshot(session, SOUND, register, snapshot, ['records', 'objects', 'persons']);
    await orDamaged(snapshot, () => session.run(PSEUDONYMS, [tableOf(snapshot, 'persons')]));
  }
  await session.run(PERSONS);
  for (const [file, snapshot] of snapshots.entries()) {
    const [records, persons] = [tableOf(snapshot, 'records'), tableOf(snapshot, 'persons')];
    await orDamaged(snapshot, () => session.run(RECORDS, [records, persons, file, snapshot.kind, year]));
  }
}

async function orDamaged<T>(snapshot: Snapshot, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw damagedSnapshot(snapshot, cause);
  }
}
