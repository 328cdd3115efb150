import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Db } from '../../store/db.ts';
import { literal } from '../../store/scan.ts';
import type { ActivityState } from '../../tables/activity.ts';
import type { Cube } from '../../tables/cube.ts';
import { volumes } from '../read-totals.ts';
import { registerOf } from '../register.ts';
import type { Snapshot } from '../snapshot.ts';
import { readCube } from './read-cube.ts';

type Place = readonly [service: string, unit: string, level: string];
type Entry = {
  readonly place: Place;
  readonly person: string;
  readonly year: number;
  readonly month: number;
  readonly parts: bigint;
};
type File = { readonly state: ActivityState; readonly entries: readonly Entry[] };

const NURSING: Place = ['home-nursing', 'sjosiden', ''];
const STAY: Place = ['nursing-home', 'solvang', 'ordinary'];
const DEMENTIA: Place = ['nursing-home', 'solvang', 'dementia'];
const entry = (place: Place, person: string, month: number, parts: bigint, year = 2025): Entry => ({
  ...{ place, person, month, parts, year },
});

let dir = '';
let db: Db;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'innsats-cube-'));
  db = await Db.open({ threads: 2 });
});
afterEach(() => {
  db.close();
  rmSync(dir, { recursive: true });
});

let written = 0;

/** Writes files as readers do, each with numbers of its own for objects and persons. */
async function registerWith(files: readonly File[], note: { readonly sumParts?: bigint } = {}) {
  const snapshots = [];
  for (const file of files) snapshots.push({ ...(await writeSnapshot(file)), ...note });
  return registerOf(dir, snapshots);
}

async function writeSnapshot({ state, entries }: File): Promise<Snapshot> {
  written += 1;
  const hash = String(written).padStart(64, '0');
  mkdirSync(join(dir, hash));
  const write = async (table: string, columns: string, rows: readonly string[]): Promise<void> => {
    const file = literal(join(dir, hash, `${table}.parquet`));
    await db.run(`create or replace temp table written (${columns})`);
    if (rows.length > 0) await db.run(`insert into written values ${rows.join(', ')}`);
    await db.run(`copy written to ${file} (format parquet)`);
  };
  const places = [...new Map(entries.map(({ place }) => [place.join('/'), place])).values()].reverse();
  const persons = [...new Set(entries.map(({ person }) => person))].filter((name) => name !== '').reverse();
  await write(
    'objects',
    'object integer, service varchar, unit varchar, level varchar',
    places.map((place, i) => `(${i}, '${place.join("', '")}')`),
  );
  await write(
    'persons',
    'person integer, pseudonym varchar',
    persons.map((name, i) => `(${i}, '${name}')`),
  );
  await write(
    'records',
    'object integer, person integer, year integer, month integer, parts bigint',
    entries.map(({ place, person, year, month, parts }) => {
      const number = persons.includes(person) ? persons.indexOf(person) : 'null';
      return `(${places.indexOf(place)}, ${number}, ${year}, ${month}, ${parts})`;
    }),
  );
  return {
    ...{ hash, file: `data/${written}.csv`, sha256: hash, bytes: 1, register: 'activity', kind: state },
    ...{ reader: 'table', readerVersion: 1, mapping: '{}', years: [2024, 2025] },
    ...{ read: entries.length, refused: 0, covers: [], findings: [], tables: [] },
    sumParts: entries.reduce((sum, { parts }) => sum + parts, 0n),
  };
}

/** The cells of a cube as text, one a line. */
function cellsOf({ persons, objects, starts, person, month, parts }: Cube): string[] {
  const lines: string[] = [];
  for (const [o, { service, unit, level }] of objects.entries())
    for (let i = starts[o]!; i < starts[o + 1]!; i++) {
      const quantities = Object.entries(parts).map(([state, column]) => `${state} ${column[i]}`);
      lines.push(
        `${service}/${unit}/${level} ${persons[person[i]!] || '-'} ${month[i]} ${quantities.join(' ')}`,
      );
    }
  return lines;
}

describe('the cube of a year', () => {
  it('adds by object, person and month, states beside each other, over all files', async () => {
    const register = await registerWith([
      {
        state: 'delivered',
        entries: [
          entry(STAY, 'p2', 1, 31_000n),
          entry(NURSING, 'p2', 1, 600n),
          entry(NURSING, 'p1', 2, 1_200n),
          entry(NURSING, 'p2', 1, 900n),
          entry(NURSING, 'p3', 1, 900n, 2024),
        ],
      },
      { state: 'granted', entries: [entry(NURSING, 'p1', 2, 3_600n), entry(NURSING, '', 0, 18_000n)] },
    ]);
    const cube = await readCube(db, register, { year: 2025 });
    expect(cellsOf(cube)).toEqual([
      'home-nursing/sjosiden/ - 0 granted 18000 delivered 0',
      'home-nursing/sjosiden/ p1 2 granted 3600 delivered 1200',
      'home-nursing/sjosiden/ p2 1 granted 0 delivered 1500',
      'nursing-home/solvang/ordinary p2 1 granted 0 delivered 31000',
    ]);
    expect(cube.persons).toEqual(['', 'p1', 'p2']);
    expect(cube.parts.delivered).toBeInstanceOf(Uint32Array);
    expect(cube.parts.planned).toBeUndefined();
  });

  it('holds quantities that four bytes do not', async () => {
    const register = await registerWith([
      { state: 'delivered', entries: [entry(NURSING, '', 0, 2n ** 32n), entry(NURSING, 'p1', 1, 5n)] },
    ]);
    const { parts } = await readCube(db, register, { year: 2025 });
    expect(parts.delivered).toEqual(Float64Array.of(2 ** 32, 5));
  });

  it('what a unit had counts at the unit that has taken over', async () => {
    const other: Place = ['home-nursing', 'innlandet', ''];
    const register = await registerWith([
      { state: 'delivered', entries: [entry(other, 'p1', 1, 5n), entry(NURSING, 'p1', 1, 7n)] },
    ]);
    const unitOf = (unit: string): string => (unit === 'innlandet' ? 'sjosiden' : unit);
    expect(cellsOf(await readCube(db, register, { year: 2025, unitOf }))).toEqual([
      'home-nursing/sjosiden/ p1 1 delivered 12',
    ]);
  });

  it('is empty where there is no activity', async () => {
    const cube = await readCube(db, registerOf(dir, []), { year: 2025 });
    expect(cube).toMatchObject({ persons: [], objects: [], parts: {} });
    expect(cube.starts).toEqual(Uint32Array.of(0));
  });

  it('is not made of a damaged snapshot', async () => {
    const register = await registerWith([{ state: 'delivered', entries: [entry(NURSING, 'p1', 1, 5n)] }], {
      sumParts: 6n,
    });
    await expect(readCube(db, register, { year: 2025 })).rejects.toThrow('does not hold what was imported');
  });
});

describe('whatever the files', () => {
  const entries = fc.array(
    fc.record({
      place: fc.constantFrom<Place>(NURSING, STAY, DEMENTIA),
      person: fc.constantFrom('', 'p1', 'p2', 'p3'),
      year: fc.constantFrom(2024, 2025, 2025, 2025),
      month: fc.integer({ min: 0, max: 12 }),
      parts: fc.bigInt(1n, 50_000n),
      state: fc.constantFrom<ActivityState>('granted', 'planned', 'delivered'),
      file: fc.integer({ min: 0, max: 2 }),
    }),
    { minLength: 1, maxLength: 40 },
  );
  type Drawn = Entry & { readonly state: ActivityState; readonly file: number };
  const filesOf = (drawn: readonly Drawn[], split: boolean): File[] =>
    [...Map.groupBy(drawn, ({ state, file }) => `${state} ${split ? file : 0}`).values()].map((group) => ({
      state: group[0]!.state,
      entries: group,
    }));

  it('its sums are the volumes of the register, and splitting files changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(entries, async (drawn) => {
        const register = await registerWith(filesOf(drawn, true));
        const cube = await readCube(db, register, { year: 2025 });
        const whole = await readCube(db, await registerWith(filesOf(drawn.toReversed(), false)), {
          year: 2025,
        });
        expect(cube).toEqual(whole);
        const sums = new Map<string, bigint>();
        for (const [o, { service, unit, level }] of cube.objects.entries())
          for (const [state, column] of Object.entries(cube.parts))
            for (let i = cube.starts[o]!; i < cube.starts[o + 1]!; i++) {
              const key = [service, unit, level, state, cube.month[i]].join(' ');
              if (column[i]! > 0) sums.set(key, (sums.get(key) ?? 0n) + BigInt(column[i]!));
            }
        const expected = (await volumes(db, register, { year: 2025 })).map(
          ({ service, unit, level, state, month, parts }): [string, bigint] => [
            [service, unit, level, state, month].join(' '),
            parts,
          ],
        );
        expect([...sums].sort()).toEqual(expected.sort());
      }),
      { numRuns: 12 },
    );
  });
});
