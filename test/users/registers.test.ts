// What registers say of persons: the same as of objects, added up; and nothing where a snapshot is not whole.

import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readModel } from '../../src/model/read-model.ts';
import { readCube } from '../../src/registers/cube/read-cube.ts';
import { volumes } from '../../src/registers/read-totals.ts';
import { readRegister } from '../../src/registers/register.ts';
import { namedPostings } from '../../src/registers/users/named-postings.ts';
import { latestRun } from '../../src/run/latest-run.ts';
import { usersOfRun } from '../../src/run/users/users-of-run.ts';
import { Db } from '../../src/store/db.ts';
import { DISK } from '../../src/store/file-operations.ts';
import type { Workspace } from '../../src/store/workspace.ts';
import type { ActivityState } from '../../src/tables/activity.ts';
import type { WholeColumn } from '../../src/tables/cube.ts';
import { writeCareWorkspace } from './care-workspace.ts';
import { costWorkspace, inFolders } from './costed-workspace.ts';

/** A run workspace, and an engine, for `work`. */
const withRun = <T>(work: (workspace: Workspace, db: Db) => Promise<T>): Promise<T> =>
  inFolders(1, async (dir = '') => {
    writeCareWorkspace(dir);
    const { workspace } = await costWorkspace(dir);
    const db = await Db.open();
    try {
      return await work(workspace, db);
    } finally {
      db.close();
    }
  });

it('cells of persons add up to the volumes of objects, state by state and month by month', async () => {
  await withRun(async (workspace, db) => {
    const { register } = await readRegister(workspace, DISK);
    const cells = await readCube(db, register, { year: 2025 });
    const sums = new Map<string, bigint>();
    for (const [o, { service, unit, level }] of cells.objects.entries())
      for (let i = cells.starts[o]!; i < cells.starts[o + 1]!; i++)
        for (const [state, column] of Object.entries(cells.parts) as [ActivityState, WholeColumn][]) {
          const key = [service, unit, level, state, cells.month[i]].join('|');
          sums.set(key, (sums.get(key) ?? 0n) + BigInt(column[i]!));
        }
    const expected = await volumes(db, register, { year: 2025 });
    expect(new Map([...sums].filter(([, parts]) => parts > 0n))).toEqual(
      new Map(
        expected.map(({ service, unit, level, state, month, parts }) => [
          [service, unit, level, state, month].join('|'),
          parts,
        ]),
      ),
    );
    expect(cells.persons).toEqual([...cells.persons].sort());
    expect((await readCube(db, register, { year: 2024 })).persons).toEqual([]);
  });
});

it('postings that name persons are the ledger’s, by pseudonym and month', async () => {
  await withRun(async (workspace, db) => {
    const { register } = await readRegister(workspace, DISK);
    const named = await namedPostings(db, register, { year: 2025 });
    const rows = readFileSync(join(workspace.dir, 'data', 'ledger.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    const kroner = rows.filter((row) => !row.endsWith(';')).map((row) => Number(row.split(';')[4]));
    const ore = named.reduce((sum, { amountOre }) => sum + amountOre, 0n);
    expect(ore).toBe(BigInt(Math.round(kroner.reduce((sum, one) => sum + one, 0) * 100)));
    expect(named.every(({ person }) => /^l[0-9a-f]{32}$/.test(person))).toBe(true);
  });
});

it.each<[string, (file: string) => void]>([
  ['cut short', (file) => truncateSync(file, 100)],
  [
    'overwritten in its middle',
    (file) => {
      const bytes = readFileSync(file);
      bytes.fill(0xff, bytes.length >> 2, bytes.length >> 1);
      writeFileSync(file, bytes);
    },
  ],
])('refuses a snapshot that was %s', async (_, damage) => {
  await withRun(async (workspace, db) => {
    const { model } = await readModel(workspace.modelFile);
    const runDir = latestRun(workspace);
    for (const name of readdirSync(workspace.registersDir, { recursive: true, encoding: 'utf8' }))
      if (name.endsWith('records.parquet')) damage(join(workspace.registersDir, name));
    await expect(usersOfRun({ workspace, model: model!, db, runDir })).rejects.toThrow(
      /registers\/[0-9a-f]{64}/,
    );
  });
});
