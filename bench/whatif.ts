// Live re-costing: how long a move of a slider takes on the demonstration and on a large municipality, what a cell of
// the cube takes in memory, and how long a look at the persons of one object with ten million cells.

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { generateFjordvik } from '../src/demo/generate-fjordvik.ts';
import { readModel } from '../src/model/read-model.ts';
import { fraction } from '../src/money/fraction.ts';
import { readCube } from '../src/registers/cube/read-cube.ts';
import type { Register } from '../src/registers/register.ts';
import { openCube } from '../src/run/open-cube.ts';
import { runYear } from '../src/run/run-year.ts';
import { Db } from '../src/store/db.ts';
import { literal } from '../src/store/scan.ts';
import { openWorkspace } from '../src/store/workspace.ts';
import type { Cube } from '../src/tables/cube.ts';
import type { Change } from '../src/whatif/change.ts';
import { withChanges } from '../src/whatif/change-sheet.ts';
import { differences } from '../src/whatif/differences.ts';
import { groundOf } from '../src/whatif/ground.ts';
import { drawSheet, type Sheet } from '../src/whatif/sheet.ts';
import { usersOf } from '../src/whatif/users-of.ts';
import {
  account,
  codes,
  handMadeModel,
  ownServices,
  pool,
  REST,
  service,
  share,
  unit,
  volume,
} from '../test/support/hand-made-model.ts';
import { type Measured, medianMs, timeMs } from './measured.ts';
import { accounts, largeModel, onePass, volumeTable } from './reprice.ts';

const ROUNDS = 7;
/** Thirty steps a second. */
const STEP_MS = 1000 / 30;
const CELLS = 10_000_000;
const HASH = '0'.repeat(64);
const ms = (time: number): string => `${time < 10 ? time.toFixed(2) : time.toFixed(0)} ms`;

/** Interleaved, medians of seven; each step with the differences of all units. */
export async function benchWhatIf(cells = CELLS): Promise<Measured[]> {
  return [...(await fjordvikSteps()), ...(await largeSteps()), ...(await personsOfOneObject(cells))];
}

/** A change of each kind, another one every round. */
type Steps = { readonly [kind in 'growth' | 'price' | 'key' | 'volume']: (round: number) => Change };

async function stepTimes(
  sheet: Sheet,
  { growth, price, key, volume: more }: Steps,
  floor: () => unknown,
): Promise<readonly (readonly [name: string, ms: number])[]> {
  const step = (change: (round: number) => Change) => (round: number) => {
    const { sheet: after, findings } = withChanges(sheet, [change(round)]);
    if (!after) throw new Error(findings.map(({ message }) => message).join('; '));
    const found = differences(sheet, after);
    if (found.total.earned.differenceOre === 0n && found.objects.length === 0)
      throw new Error('a step changed nothing');
  };
  const tasks = [floor, step(growth), step(price), step(key), step(more)] as const;
  // Once through before it counts: the first steps run before the compiler has seen them.
  for (let warm = 0; warm < 20; warm++) for (const task of tasks) task(20 + warm);
  const times = await medianMs(ROUNDS, tasks);
  return ['floor', 'growth', 'price', 'key', 'volume'].map((name, i) => [name, times[i]!] as const);
}

async function fjordvikSteps(): Promise<Measured[]> {
  const dir = await mkdtemp(join(tmpdir(), 'innsats-bench-'));
  try {
    const sheet = await fjordvikSheet(dir);
    const { cube } = sheet.ground;
    const [[, floor], ...steps] = (await stepTimes(
      sheet,
      {
        growth: (round) => ({
          ...{ kind: 'growth', year: sheet.model.years.price, nature: 'wages' },
          growth: fraction(BigInt(50 + round), 1000n),
        }),
        price: (round) => ({
          ...{ kind: 'price', service: 'home-nursing', level: '' },
          publishedOre: BigInt(93_000 + 100 * round),
        }),
        key: (round) => ({
          kind: 'column',
          unit: 'sjosiden',
          column: 'fte',
          quantity: fraction(BigInt(80 + round)),
        }),
        volume: (round) => ({
          kind: 'volume',
          service: 'home-nursing',
          factor: fraction(BigInt(101 + round), 100n),
        }),
      },
      () => onePassOfCells(cube),
    )) as [readonly [string, number], ...(readonly [string, number])[]];
    return steps.map(([name, time]) => ({
      name: `Fjordvik, a step of ${name} ÷ a thirtieth of a second`,
      ratio: time / STEP_MS,
      aim: 1,
      detail: `${ms(time)}, all units; ${(time / floor).toFixed(1)} × one pass over ${cube.person.length} cells (${ms(floor)})`,
    }));
  } finally {
    await rm(dir, { recursive: true });
  }
}

async function fjordvikSheet(dir: string): Promise<Sheet> {
  const folder = join(dir, 'fjordvik');
  await generateFjordvik(folder);
  const workspace = openWorkspace(folder);
  const { model } = await readModel(workspace.modelFile);
  if (!model) throw new Error('the demonstration has a model that cannot be read');
  const key = { secret: new Uint8Array(32).fill(7), file: join(dir, 'bench.key') };
  const db = await Db.open();
  try {
    const { result } = await runYear({ workspace, model, modelFindings: [], db, key });
    if (!result) throw new Error('the demonstration was refused');
    return sheetOf(model, await openCube({ workspace, model, db }));
  } finally {
    db.close();
  }
}

function sheetOf(model: Parameters<typeof groundOf>[0], opened: Parameters<typeof groundOf>[1]): Sheet {
  const { sheet, findings } = drawSheet(model, groundOf(model, opened));
  if (!sheet) throw new Error(findings.map(({ message }) => message).join('; '));
  return sheet;
}

/** The yardstick: what every object was delivered, from its cells. */
function onePassOfCells({ starts, objects, parts }: Cube): number {
  const delivered = parts.delivered!;
  let largest = 0;
  for (let o = 0; o < objects.length; o++) {
    let sum = 0;
    for (let i = starts[o]!; i < starts[o + 1]!; i++) sum += delivered[i]!;
    largest = Math.max(largest, sum);
  }
  return largest;
}

/** 250 units with 60 services each (see reprice.ts). */
async function largeSteps(): Promise<Measured[]> {
  const [model, volumes] = [largeModel(), volumeTable(10_000_000)];
  const cube: Cube = {
    ...{ persons: [], objects: [], starts: new Uint32Array(1), person: new Uint32Array(0) },
    ...{ month: new Uint8Array(0), parts: {} },
  };
  const sheet = sheetOf(model, { accounts, volumes, cube });
  const [[, floor], ...steps] = (await stepTimes(
    sheet,
    {
      growth: (round) => ({
        ...{ kind: 'growth', year: 2026, nature: 'all' },
        growth: fraction(BigInt(50 + round), 1000n),
      }),
      price: (round) => ({
        ...{ kind: 'price', service: 'service-07', level: '' },
        publishedOre: BigInt(93_000 + 100 * round),
      }),
      key: (round) => ({
        kind: 'column',
        unit: 'unit-007',
        column: 'fte',
        quantity: fraction(BigInt(80 + round)),
      }),
      volume: (round) => ({ kind: 'volume', unit: 'unit-007', factor: fraction(BigInt(101 + round), 100n) }),
    },
    () => onePass(volumes),
  )) as [readonly [string, number], ...(readonly [string, number])[]];
  const aims: Readonly<Record<string, number>> = { growth: 2, price: 0.5, key: 20, volume: 0.5 };
  return steps.map(([name, time]) => ({
    name: `large municipality, a step of ${name} ÷ one pass over the volumes`,
    ratio: time / floor,
    aim: aims[name]!,
    detail: `${ms(time)} ÷ ${ms(floor)}; ${volumes.length} volumes, ${sheet.costs.objects.length} objects`,
  }));
}

const NURSING = service('home-nursing', 'hour');

/** One object with all cells: twelve months of each person. */
async function personsOfOneObject(cells: number): Promise<Measured[]> {
  const dir = await mkdtemp(join(tmpdir(), 'innsats-bench-'));
  const db = await Db.open({ memoryLimit: '1500MB' });
  try {
    const register = await writeRegister(db, dir, cells);
    const before = await heldBytes();
    let cube: Cube | undefined;
    const readMs = await timeMs(async () => {
      cube = await readCube(db, register, { year: 2025 });
    });
    const bytes = (await heldBytes()) - before;
    return [memoryPerCell(cube!, bytes, readMs), ...(await lookAtPersons(cube!))];
  } finally {
    db.close();
    await rm(dir, { recursive: true });
  }
}

function memoryPerCell({ person, persons }: Cube, bytes: number, readMs: number): Measured {
  const count = `${(person.length / 1e6).toFixed(1)} M cells of ${persons.length} persons`;
  return {
    name: 'bytes a cell of the cube, pseudonyms included ÷ 20',
    ratio: bytes / person.length / 20,
    aim: 1,
    detail: `${(bytes / person.length).toFixed(1)} bytes; ${count}, two states, read in ${(readMs / 1000).toFixed(1)} s`,
  };
}

async function lookAtPersons(cube: Cube): Promise<Measured[]> {
  const model = handMadeModel({
    units: [unit('sjosiden', 'provider', { responsibilities: codes('100') })],
    services: [NURSING],
    pools: [pool('wages', share('volumes', ownServices('home-nursing'))), REST],
  });
  const parts = onePassOfCells(cube);
  const volumes = [volume(NURSING, 'sjosiden', 1, { parts: BigInt(parts) })];
  const sheet = sheetOf(model, { accounts: [account('100', 2_000_000_000)], volumes, cube });
  const object = { service: 'home-nursing', unit: 'sjosiden', level: '' };
  const [floor, look] = await medianMs(ROUNDS, [() => onePassOfCells(cube), () => usersOf(sheet, object)]);
  const users = usersOf(sheet, object)?.person.length ?? 0;
  return [
    {
      name: 'a look at the persons of one object ÷ one pass over its cells',
      ratio: look / floor,
      aim: 60,
      detail: `${ms(look)} ÷ ${ms(floor)}; ${(cube.person.length / 1e6).toFixed(1)} M cells, ${users} users`,
    },
  ];
}

/** A snapshot of granted and one of delivered hours: every person, in every month, at one object. */
async function writeRegister(db: Db, dir: string, cells: number): Promise<Register> {
  const snapshots = [];
  for (const [i, kind] of (['delivered', 'granted'] as const).entries()) {
    const hash = HASH.slice(1) + i;
    await mkdir(join(dir, hash));
    const file = (name: string): string => literal(join(dir, hash, `${name}.parquet`));
    await db.run(`copy (
      select 0 as object, (i // 12)::integer as person, 2025 as year, (i % 12 + 1)::integer as month,
        600 * (5 + hash(i + ${i}) % 26)::bigint as parts
      from range(${cells}) as rows(i)) to ${file('records')} (format parquet)`);
    await db.run(
      `copy (select 0 as object, 'home-nursing' as service, 'sjosiden' as unit, '' as level) to ${file('objects')} (format parquet)`,
    );
    await db.run(
      `copy (select i::integer as person, 'p' || md5(i::varchar) as pseudonym from range(${Math.ceil(cells / 12)}) as persons(i)) to ${file('persons')} (format parquet)`,
    );
    const [sum] = await db.rows<{ parts: bigint }>(
      `select sum(parts)::hugeint as parts from ${file('records')}`,
    );
    snapshots.push({
      ...({ hash, file: `${kind}.csv`, sha256: hash, bytes: 0, register: 'activity', kind } as const),
      ...{ reader: 'table', readerVersion: 1, mapping: '{}', years: [2025], read: cells, refused: 0 },
      ...{ sumParts: sum!.parts, covers: [], findings: [], tables: [] },
    });
  }
  return { dir, snapshots };
}

/** What the program holds on its heap and in typed arrays, once what is let go of has been collected. */
async function heldBytes(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  await new Promise((done) => setTimeout(done, 50));
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
