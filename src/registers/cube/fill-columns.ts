// From cells that the engine holds to typed arrays, chunk by chunk: no object a row is ever made.

import type { DuckDBDataChunk } from '@duckdb/node-api';
import type { Db } from '../../store/db.ts';
import { readSql } from '../../store/read-sql.ts';
import type { ActivityState, ObjectName } from '../../tables/activity.ts';
import type { Cube, WholeColumn } from '../../tables/cube.ts';

const CELLS_OF_OBJECTS = readSql(import.meta.url, 'cells-of-objects.sql');
const PERSONS_OF_CELLS = readSql(import.meta.url, 'persons-of-cells.sql');
const CELLS_IN_ORDER = readSql(import.meta.url, 'cells-in-order.sql');

const STATES: readonly ActivityState[] = ['granted', 'planned', 'delivered'];

type ObjectCells = { readonly object: number; readonly cells: number } & {
  readonly [state in ActivityState]: bigint;
};
type CellPerson = { readonly person: number; readonly pseudonym: string };

/** The cube of the cells in `session`, whose objects are numbers in `objects`; what has no cell is left out. */
export async function fillColumns(session: Db, objects: readonly ObjectName[]): Promise<Cube> {
  const shape = await session.rows<ObjectCells>(CELLS_OF_OBJECTS);
  const persons = await session.rows<CellPerson>(PERSONS_OF_CELLS);
  const starts = new Uint32Array(shape.length + 1);
  for (const [o, { cells }] of shape.entries()) starts[o + 1] = starts[o]! + cells;
  const length = starts.at(-1)!;
  const columns: Columns = {
    person: new Uint32Array(length),
    month: new Uint8Array(length),
    states: STATES.map((state) => columnFor(length, shape, state)),
    numberOf: numbersOf(persons),
  };
  const result = await session.connection.stream(CELLS_IN_ORDER);
  let at = 0;
  for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk())
    at = fill(columns, chunk, at);
  const { person, month, states } = columns;
  return {
    persons: persons.map(({ pseudonym }) => pseudonym),
    objects: shape.map(({ object }) => objects[object]!),
    ...{ starts, person, month },
    parts: Object.fromEntries(STATES.flatMap((state, s) => (states[s] ? [[state, states[s]]] : []))),
  };
}

type Columns = {
  readonly person: Uint32Array;
  readonly month: Uint8Array;
  /** In order of STATES; undefined where nothing is in that state. */
  readonly states: readonly (WholeColumn | undefined)[];
  /** Number of a person in the engine → place in the list of those who have a cell. */
  readonly numberOf: Uint32Array;
};

/** @throws RangeError when a quantity is beyond 2^53 parts (250 thousand million hours). */
function columnFor(
  length: number,
  shape: readonly ObjectCells[],
  state: ActivityState,
): WholeColumn | undefined {
  const largest = shape.reduce((most, one) => (one[state] > most ? one[state] : most), 0n);
  if (largest === 0n) return undefined;
  if (largest > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError(`${largest} parts are too many`);
  return largest < 2n ** 32n ? new Uint32Array(length) : new Float64Array(length);
}

function numbersOf(persons: readonly CellPerson[]): Uint32Array {
  const numbers = new Uint32Array((persons.at(-1)?.person ?? 0) + 1);
  for (const [number, { person }] of persons.entries()) numbers[person] = number;
  return numbers;
}

/** Writes a chunk's cells from `at` on; gives where they end. */
function fill({ person, month, states, numberOf }: Columns, chunk: DuckDBDataChunk, at: number): number {
  const { rowCount } = chunk;
  const [persons, months] = [chunk.getColumnVector(0), chunk.getColumnVector(1)];
  for (let i = 0; i < rowCount; i++) {
    person[at + i] = numberOf[persons.getItem(i) as number]!;
    month[at + i] = months.getItem(i) as number;
  }
  for (const [s, column] of states.entries()) {
    if (!column) continue;
    const quantities = chunk.getColumnVector(2 + s);
    for (let i = 0; i < rowCount; i++) column[at + i] = quantities.getItem(i) as number;
  }
  return at + rowCount;
}
