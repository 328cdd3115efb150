// What must hold of the workspace after every step of the year, asked of the disk and of the program itself.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { pseudonymiser } from '../../src/registers/people/pseudonym.ts';
import { accountTotals, volumes } from '../../src/registers/read-totals.ts';
import { readRegister } from '../../src/registers/register.ts';
import type { RunResult } from '../../src/run/run-year.ts';
import type { Db } from '../../src/store/db.ts';
import { DISK } from '../../src/store/file-operations.ts';
import type { Workspace } from '../../src/store/workspace.ts';
import { verifyRun } from '../../verify/verify.ts';
import { YEAR } from './books.ts';
import { add, type Inbox, shown, truthOf, type World } from './world.ts';

/** The archive as it lies there: what is in force, and the note of each snapshot. */
export type Archive = { readonly current: string; readonly notes: ReadonlyMap<string, string> };

export function archiveOf({ registersDir, currentFile }: Workspace): Archive {
  const names = existsSync(registersDir) ? readdirSync(registersDir) : [];
  const snapshots = names.filter((name) => /^[0-9a-f]{64}$/.test(name));
  return {
    current: existsSync(currentFile) ? readFileSync(currentFile, 'utf8') : '',
    notes: new Map(
      snapshots.map((name) => [name, readFileSync(join(registersDir, name, 'source.json'), 'utf8')]),
    ),
  };
}

/** A snapshot is written once; whatever is in force lies in the archive; nothing is left of an import that ended. */
export function expectOrder(workspace: Workspace, before: Archive, hasCrashed = false): void {
  const after = archiveOf(workspace);
  for (const [name, note] of before.notes) expect(after.notes.get(name), `snapshot ${name}`).toBe(note);
  const listed = after.current === '' ? [] : (JSON.parse(after.current) as string[]);
  expect(listed.filter((hash) => !after.notes.has(hash))).toEqual([]);
  if (hasCrashed) return;
  const others = existsSync(workspace.registersDir) ? readdirSync(workspace.registersDir) : [];
  expect(others.filter((name) => name !== 'current.json' && !after.notes.has(name))).toEqual([]);
}

/** What the register in force says, in the words of the truth. */
export async function registerInForce(world: World, db: Db): Promise<ReturnType<typeof truthOf>> {
  const { register, findings } = await readRegister(world.workspace, DISK);
  expect(findings).toEqual([]);
  const ledger = new Map<string, bigint>();
  const activity = new Map<string, bigint>();
  for (const total of await accountTotals(db, register, { kind: 'actual', year: YEAR, byMonth: true })) {
    const { responsibility, function: code, article, month, amountOre } = total;
    add(ledger, `${responsibility} ${code} ${article} ${YEAR}-${month}`, amountOre);
  }
  for (const { service, unit, month, parts } of await volumes(db, register, { year: YEAR }))
    add(activity, `${service} ${unit} ${YEAR}-${month}`, parts);
  const files = register.snapshots
    .filter(({ keyId }) => keyId !== undefined)
    .map(({ hash }) => join(world.workspace.registersDir, hash, 'persons.parquet'));
  const persons = files.length > 0 ? await db.rows<{ persons: number }>(PERSONS(files)) : [];
  return { ledger: shown(ledger), activity: shown(activity), persons: Number(persons[0]?.persons ?? 0) };
}

const PERSONS = (files: readonly string[]): string =>
  `select count(distinct pseudonym) as persons from read_parquet([${files.map((file) => `'${file}'`).join(', ')}])`;

/** What is in force is what these files hold, and nobody's pseudonym is of another key than the one in use. */
export async function expectInForce(world: World, db: Db, files: Inbox): Promise<void> {
  expect(await registerInForce(world, db)).toEqual(truthOf(files));
  const { register } = await readRegister(world.workspace, DISK);
  const names = register.snapshots.map(({ file, sha256 }) => `${file} ${sha256}`).sort();
  expect(names).toEqual([...files].map(([name, { sha256 }]) => `${name} ${sha256}`).sort());
}

/** All pseudonyms in force are of this world's key. */
export async function expectKey({ workspace, key }: World): Promise<void> {
  const { register } = await readRegister(workspace, DISK);
  const keys = new Set(register.snapshots.flatMap(({ keyId = [] }) => keyId));
  expect([...keys]).toEqual([pseudonymiser(key).keyId]);
}

/** Every øre of the ledger ends somewhere, every volume is with its object, and the checker finds nothing. */
export async function expectSound({ workspace, inForce }: World, result: RunResult): Promise<void> {
  const lines = [...inForce.values()].flatMap((file) => file.lines);
  const posted = lines.reduce((sum, { amountOre }) => sum + amountOre, 0n);
  const ends = [...result.costs.objects, ...result.costs.remainders];
  expect(ends.reduce((sum, { amountOre }) => sum + amountOre, 0n)).toBe(posted);
  const visits = [...inForce.values()].flatMap((file) => file.visits);
  const minutes = visits.reduce((sum, visit) => sum + visit.minutes, 0);
  expect(result.costs.objects.reduce((sum, { parts }) => sum + parts, 0n)).toBe(BigInt(minutes) * 600n);
  expect((await verifyRun(result.dir, workspace.dir)).failures).toEqual([]);
}

/** The bytes of every file of a run, by name. */
export const bytesOf = (dir: string): string[] =>
  readdirSync(dir)
    .sort()
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(dir, name)))
          .digest('hex')}`,
    );
