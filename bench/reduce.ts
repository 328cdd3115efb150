// What checking costs a run: twenty million activity rows of a snapshot reduced to volumes, every row held against
// what was imported, beside a bare sum of the same rows.

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { volumes } from '../src/registers/read-totals.ts';
import type { Register } from '../src/registers/register.ts';
import { Db } from '../src/store/db.ts';
import { literal } from '../src/store/scan.ts';
import { type Measured, medianMs } from './measured.ts';

const ROUNDS = 7;
const HASH = '0'.repeat(64);

/** Median of seven rounds, the two taking turns, in an engine that may use 1.5 GB; and the program's peak memory. */
export async function benchReduce(rows = 20_000_000): Promise<Measured[]> {
  const dir = await mkdtemp(join(tmpdir(), 'innsats-bench-'));
  const db = await Db.open({ memoryLimit: '1500MB' });
  try {
    const register = await writeRegister(db, dir, rows);
    const records = literal(join(dir, HASH, 'records.parquet'));
    const [bareMs, checkedMs] = await medianMs(ROUNDS, [
      () => db.rows(`select object, month, sum(parts) from ${records} group by all`),
      () => volumes(db, register, { year: 2025 }),
    ]);
    const peakGb = process.resourceUsage().maxRSS / 1e6;
    const detail = `${checkedMs.toFixed(0)} ms against ${bareMs.toFixed(0)} ms for ${rows / 1e6} million rows`;
    return [
      { name: 'volumes with all row checks ÷ bare group by', ratio: checkedMs / bareMs, aim: 1.5, detail },
      {
        name: 'peak memory of it in GB',
        ratio: peakGb,
        aim: 2,
        detail: 'the whole program, the engine included',
      },
    ];
  } finally {
    db.close();
    await rm(dir, { recursive: true });
  }
}

/** A snapshot on the shape of the demonstration: 2,000 persons with one of 20 objects each, days over the year. */
async function writeRegister(db: Db, dir: string, rows: number): Promise<Register> {
  await mkdir(join(dir, HASH));
  const file = (name: string): string => literal(join(dir, HASH, `${name}.parquet`));
  await db.run(`copy (
    with drawn as (
      select i, (hash(i) % 2000)::integer as person, date '2025-01-01' + (hash(i + 1) % 365)::integer as date,
        600 * (5 + hash(i + 2) % 26)::bigint as parts
      from range(${rows}) as rows(i))
    select (i + 2)::integer as "row", person % 20 as object, person, 2025 as year, month(date)::integer as month, date,
      parts
    from drawn) to ${file('records')} (format parquet)`);
  await db.run(`copy (
    select i::integer as object, 'service ' || i % 4 as service, 'unit ' || i // 4 as unit, '' as level
    from range(20) as objects(i)) to ${file('objects')} (format parquet)`);
  const [sum] = await db.rows<{ parts: bigint }>(
    `select sum(parts)::hugeint as parts from ${file('records')}`,
  );
  const note = {
    file: 'activity.csv',
    sha256: HASH,
    bytes: 0,
    reader: 'table',
    readerVersion: 1,
    mapping: '{}',
  };
  const counts = {
    years: [2025],
    read: rows,
    refused: 0,
    sumParts: sum!.parts,
    covers: [],
    findings: [],
    tables: [],
  };
  return { dir, snapshots: [{ ...note, ...counts, hash: HASH, register: 'activity', kind: 'delivered' }] };
}
