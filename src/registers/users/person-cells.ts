// What persons got in a year, from the activity of the register: a cell a person, object and month, in columns, so that
// ten million of them are held in some 300 MB and read once.

import { byKey } from '../../money/apportion.ts';
import type { Db } from '../../store/db.ts';
import { readSql } from '../../store/read-sql.ts';
import { stageRows } from '../../store/stage-rows.ts';
import type { ActivityState } from '../../tables/activity.ts';
import type { ObjectName, PersonCells } from '../../tables/users.ts';
import { type Counted, damagedSnapshot, wholeSnapshot } from '../read-totals.ts';
import { type Register, snapshotTable } from '../register.ts';
import type { Snapshot } from '../snapshot.ts';

const SOUND = readSql(import.meta.url, 'records-are-sound.sql');
const RECORDS = readSql(import.meta.url, 'person-records.sql');
const PERSONS = readSql(import.meta.url, 'persons.sql');
const CELLS = readSql(import.meta.url, 'cells.sql');

const RECORD_COLUMNS =
  'service varchar, unit varchar, level varchar, person varchar, month utinyint, state varchar, parts hugeint';
const TABLES = ['records', 'objects', 'persons'] as const;
const STATES: readonly ActivityState[] = ['granted', 'planned', 'delivered'];

/**
 * All states of a year. The same whatever the order of files and rows, and however they are split.
 * @throws WorkspaceError when a snapshot does not hold what its note says was imported.
 */
export async function personCells(
  db: Db,
  register: Register,
  { year }: { readonly year: number },
): Promise<PersonCells> {
  const session = await db.session();
  try {
    await session.run(`create temp table user_records (${RECORD_COLUMNS})`);
    for (const snapshot of register.snapshots.filter(isActivity)) {
      if (!snapshot.years.includes(year)) continue;
      await wholeSnapshot(session, SOUND, register, snapshot, TABLES);
      const files = TABLES.map((table) => snapshotTable(register, snapshot, table));
      await session.run(RECORDS, [...files, snapshot.kind, year]).catch((cause: unknown) => {
        throw damagedSnapshot(snapshot, cause);
      });
    }
    const objects = await numberObjects(session);
    await session.run(PERSONS);
    const persons = await session.rows<{ person: string }>('from user_persons order by number');
    return { persons: persons.map(({ person }) => person), objects, ...(await readCells(session, objects)) };
  } finally {
    session.close();
  }
}

const isActivity = (snapshot: Snapshot): snapshot is Counted & { readonly kind: ActivityState } =>
  snapshot.register === 'activity';

/** The objects of the records in their order, and the same as a table that gives each its number. */
async function numberObjects(session: Db): Promise<ObjectName[]> {
  const found = await session.rows<ObjectName>('select distinct service, unit, level from user_records');
  const keyOf = ({ service, unit, level }: ObjectName): string => [service, unit, level].join('\u0000');
  const objects = found.map(({ service, unit, level }) => ({ service, unit, level }));
  objects.sort((a, b) => byKey(keyOf(a), keyOf(b)));
  await stageRows(
    session,
    'user_objects',
    { service: 'VARCHAR', unit: 'VARCHAR', level: 'VARCHAR', object: 'INTEGER' },
    objects.map((object, i) => ({ ...object, object: i })),
  );
  return objects;
}

type Columns = Pick<PersonCells, 'starts' | 'person' | 'month' | 'parts'>;

/** Chunk by chunk into columns; states without a record are left out. */
async function readCells(session: Db, objects: readonly ObjectName[]): Promise<Columns> {
  await session.run(`create temp table user_cells as ${CELLS}`);
  const [counted] = await session.rows<{ n: bigint }>('select count(*) as n from user_cells');
  const length = Number(counted?.n ?? 0n);
  const starts = new Uint32Array(objects.length + 1);
  const person = new Uint32Array(length);
  const month = new Uint8Array(length);
  const parts = STATES.map(() => new Float64Array(length));
  const isFound = STATES.map(() => false);
  const result = await session.connection.stream('from user_cells');
  let at = 0;
  for (
    let chunk = await result.fetchChunk();
    chunk && chunk.rowCount > 0;
    chunk = await result.fetchChunk()
  ) {
    const [ofObject, ofPerson, ofMonth, ...ofStates] = chunk.getColumns() as (number | null)[][];
    for (let i = 0; i < chunk.rowCount; i++, at++) {
      starts[ofObject![i]! + 1]! += 1;
      person[at] = ofPerson![i]!;
      month[at] = ofMonth![i]!;
      for (const [s, values] of ofStates.entries()) {
        const value = values[i] ?? 0;
        if (value !== 0) isFound[s] = true;
        parts[s]![at] = value;
      }
    }
  }
  for (let o = 0; o < objects.length; o++) starts[o + 1]! += starts[o]!;
  const found = STATES.flatMap((state, s) => (isFound[s] ? [[state, parts[s]!] as const] : []));
  return { starts, person, month, parts: Object.fromEntries(found) };
}
