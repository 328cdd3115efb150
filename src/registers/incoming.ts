// The part of an import that touches the disk. Everything is written into registers/.incoming first; only when all of
// it is whole do the folders move into the archive, and then one rename of current.json puts them in force. Stopped
// anywhere, the register in force is the old one or the new one.

import { join } from 'node:path';
import type { Db } from '../store/db.ts';
import type { FileOperations } from '../store/file-operations.ts';
import { parquetPath } from '../store/parquet-path.ts';
import { readSql } from '../store/read-sql.ts';
import type { Workspace } from '../store/workspace.ts';
import { onDisk, WorkspaceError } from '../store/workspace-error.ts';
import type { StagedSnapshot } from './read-planned.ts';
import { type Register, writeCurrent } from './register.ts';
import { canonicalRows, type Snapshot, writeSourceNote } from './snapshot.ts';

const WRITTEN_ROWS = readSql(import.meta.url, 'written-rows.sql');

/** A place for what is not yet part of the register. One import at a time holds it. */
export type Incoming = {
  readonly dir: string;
  readonly workspace: Workspace;
  readonly operations: FileOperations;
};

/**
 * Takes the place, cleaning away what a stopped import left there.
 * @throws WorkspaceError when another import is at work, or the disk does not let us.
 */
export async function openIncoming(workspace: Workspace, operations: FileOperations): Promise<Incoming> {
  const dir = join(workspace.registersDir, '.incoming');
  if (held.has(dir)) throw isAtWork(process.pid, dir);
  held.add(dir);
  try {
    return await onDisk('make room for the import in registers/', async () => {
      await takePlace(workspace, dir, operations);
      return { dir, workspace, operations };
    });
  } catch (error) {
    held.delete(dir);
    throw error;
  }
}

async function takePlace(workspace: Workspace, dir: string, operations: FileOperations): Promise<void> {
  const owner = join(dir, 'owner');
  await operations.makeFolder(workspace.registersDir);
  const holder = ownerIn(await operations.read(owner));
  if (holder !== process.pid && isRunning(holder)) throw isAtWork(holder, dir);
  await operations.remove(dir);
  await operations.makeFolder(dir, true);
  await operations.write(owner, `${process.pid}\n`);
}

const isAtWork = (holder: number, dir: string): WorkspaceError =>
  new WorkspaceError(
    `Another import (process ${holder}) is at work in this workspace. Wait for it to end and try again; if there is none, remove ${dir}.`,
  );

/** The places that imports of this very process hold. */
const held = new Set<string>();

/** The line end shows that the number is whole; NaN where nobody holds the place. */
const ownerIn = (text = ''): number => Number(/^(\d+)\n$/.exec(text)?.[1] ?? Number.NaN);

/** True when a stopped import has left something behind. */
export const hasLeftovers = async (workspace: Workspace, operations: FileOperations): Promise<boolean> =>
  (await operations.size(join(workspace.registersDir, '.incoming'))) !== undefined;

const isRunning = (pid: number): boolean => {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** The tables that hold a row for each canonical row of a file. */
const ROWS: readonly string[] = [
  'postings',
  'records',
  'people',
  'assessments',
  'stretches',
  'paid_hours',
  'capacity',
];

/** Writes a staged snapshot into the incoming folder, durable and counted, and gives it with its tables' sizes. */
export async function writeSnapshot(
  { dir, operations }: Incoming,
  staged: StagedSnapshot,
  predecessor: string | undefined,
): Promise<Snapshot> {
  const { snapshot, session } = staged;
  const folder = join(dir, snapshot.hash);
  return onDisk(`write the imported copy of ${snapshot.file}`, async () => {
    await operations.makeFolder(folder);
    const tables: { name: string; bytes: number }[] = [];
    for (const { name, sql } of staged.tables) {
      const path = join(folder, `${name}.parquet`);
      await operations.copyToParquet(session, sql, path);
      await operations.sync(path);
      const isRows = ROWS.includes(name);
      await assertWritten(session, path, isRows ? canonicalRows(snapshot) : undefined);
      tables.push({ name, bytes: (await operations.size(path)) ?? 0 });
    }
    const whole: Snapshot = { ...snapshot, tables, ...(predecessor ? { predecessor } : {}) };
    await writeDurably(operations, join(folder, 'source.json'), writeSourceNote(whole));
    await operations.sync(folder);
    return whole;
  });
}

/** Moves what is new into the archive and puts the register in force. */
export async function putInForce(
  incoming: Incoming,
  register: Register,
  written: readonly Snapshot[],
): Promise<void> {
  const { dir, workspace, operations } = incoming;
  await onDisk('put the imported files in force', async () => {
    for (const { hash } of written) {
      const place = join(workspace.registersDir, hash);
      await operations.remove(place); // only ever what is left of a damaged copy
      await operations.rename(join(dir, hash), place);
    }
    await operations.sync(workspace.registersDir);
    const list = join(dir, 'current.json');
    await writeDurably(operations, list, writeCurrent(register));
    await operations.rename(list, workspace.currentFile);
    await operations.sync(workspace.registersDir);
  });
}

/** Gives the place back. What cannot be cleaned now is cleaned by the next import. */
export async function closeIncoming({ dir, operations }: Incoming): Promise<void> {
  held.delete(dir);
  await operations.remove(dir).catch(() => undefined);
}

async function writeDurably(operations: FileOperations, path: string, text: string): Promise<void> {
  await operations.write(path, text);
  await operations.sync(path);
  if ((await operations.read(path)) !== text) throw incomplete(path);
}

const incomplete = (path: string, cause?: unknown): WorkspaceError =>
  new WorkspaceError(`Could not write ${path}: it came out incomplete.`, { cause });

async function assertWritten(session: Db, path: string, rows: number | undefined): Promise<void> {
  const counted = await session
    .rows<{ rows: number }>(WRITTEN_ROWS, [parquetPath(path)])
    .catch((error: unknown) => {
      throw incomplete(path, error);
    });
  if (rows !== undefined && counted[0]?.rows !== rows)
    throw new Error(`${path} holds ${counted[0]?.rows} rows, the reader found ${rows}`);
}
