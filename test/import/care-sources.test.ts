// Decisions, visits and circumstances imported together: what the register then holds, that files of absence decide
// what decisions grant, and that a damaged copy gives no figure.

import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readModel } from '../../src/model/read-model.ts';
import { grantedByPerson } from '../../src/registers/activity/granted-by-person.ts';
import {
  paidHours,
  personStretches,
  placeDays,
} from '../../src/registers/circumstances/circumstance-totals.ts';
import { importSources } from '../../src/registers/import-sources.ts';
import { volumes } from '../../src/registers/read-totals.ts';
import type { Register } from '../../src/registers/register.ts';
import { Db } from '../../src/store/db.ts';
import { type Workspace, workspaceAt } from '../../src/store/workspace.ts';

const INPUT = fileURLToPath(new URL('../cases/decisions-by-day/input', import.meta.url));
const KEY = { secret: new Uint8Array(32).fill(9), file: '' };
const YEAR = { year: 2025 };
const HOUR = 36_000n;

let db: Db;
let workspace: Workspace;
beforeAll(async () => {
  db = await Db.open({ threads: 1 });
});
afterAll(() => db.close());
beforeEach(() => {
  workspace = workspaceAt(mkdtempSync(join(tmpdir(), 'innsats-care-')));
  cpSync(INPUT, workspace.dir, { recursive: true });
});
afterEach(() => rmSync(workspace.dir, { recursive: true }));

async function imports(): Promise<{ readonly register: Register; readonly read: readonly string[] }> {
  const { model, findings } = await readModel(join(workspace.dir, 'innsats.yaml'));
  if (!model) throw new Error(findings.map(({ message }) => message).join('\n'));
  const read = new Set<string>();
  const outcome = await importSources({ workspace, model, db, key: KEY, progress: (file) => read.add(file) });
  expect(outcome.refused).toBe(false);
  return { register: outcome.register, read: [...read].sort() };
}
const grantedHours = async (register: Register, service: string, perMeasure: bigint) => {
  const all = await volumes(db, register, YEAR);
  const granted = all.filter((one) => one.state === 'granted' && one.service === service);
  return granted.map(({ month, parts }) => [month, Number(parts) / Number(perMeasure)]);
};

describe('care sources', () => {
  it('give volumes, hours, place-days and who was away', async () => {
    const { register } = await imports();
    const hours = await grantedHours(register, 'home-nursing', HOUR);
    // January: 7 a week, 24 of 31 days. February: 28 days, and 10 hours of another. March: 14 a week.
    expect(hours.slice(0, 4)).toEqual([
      [1, 24],
      [2, 38],
      [3, 62],
      [4, 75],
    ]);
    const days = await grantedHours(register, 'nursing-home', 1000n);
    expect(days.map(([, count]) => count)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect(
      (await paidHours(db, register, YEAR)).map(({ month, kind, parts, amountOre }) => [
        month,
        kind,
        parts,
        amountOre,
      ]),
    ).toEqual([
      [1, 'ordinary', 5_418_000n, 4_515_000n],
      [1, 'overtime', 261_000n, 326_250n],
      [2, 'sick-leave', 1_080_000n, 0n],
    ]);
    const places = await placeDays(db, register, YEAR);
    expect(places.filter(({ month }) => month === 2 || month === 7)).toEqual([
      { unit: 'municipality', year: 2025, month: 2, openDays: 280n, closedDays: 0n },
      { unit: 'municipality', year: 2025, month: 7, openDays: 310n, closedDays: 62n },
    ]);
    expect((await personStretches(db, register, 'suspensions')).length).toBe(2);
    expect(await personStretches(db, register, 'waiting-list')).toMatchObject([
      { from: '2025-08-01', to: '' },
    ]);
    const persons = await grantedByPerson(db, register, YEAR);
    expect(new Set(persons.map(({ person }) => person)).size).toBe(5);
    const sum = persons.reduce(
      (all, { service, parts }) => (service === 'nursing-home' ? all + parts : all),
      0n,
    );
    expect(sum).toBe(365_000n);
  });

  it('read decisions again when somebody was away longer, and only them', async () => {
    await imports();
    appendFileSync(join(workspace.dir, 'data', 'hospital.csv'), 'P-1;2025-01-01;2025-01-14\n');
    const { register, read } = await imports();
    expect(read).toEqual(['data/decisions.csv', 'data/hospital.csv', 'data/tasks.csv']);
    expect((await grantedHours(register, 'home-nursing', HOUR))[0]).toEqual([1, 10]);
  });

  it('of a damaged copy give no figure', async () => {
    const { register } = await imports();
    const snapshot = register.snapshots.find(({ kind }) => kind === 'paid-hours')!;
    const folder = join(register.dir, snapshot.hash);
    const other = register.snapshots.find(({ kind }) => kind === 'capacity')!;
    cpSync(join(register.dir, other.hash, 'capacity.parquet'), join(folder, 'paid_hours.parquet'));
    await expect(paidHours(db, register, YEAR)).rejects.toThrow('does not hold what was imported');
  });

  it('leave no identity in the register', async () => {
    writeFileSync(
      join(workspace.dir, 'data', 'waiting.csv'),
      'person;service;from;to\n13097248022;nursing-home;2025-08-01;\n',
    );
    const { register } = await imports();
    const files = readdirSync(register.dir, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    for (const { parentPath, name } of files)
      expect(readFileSync(join(parentPath, name), 'latin1')).not.toContain('13097248022');
  });
});
