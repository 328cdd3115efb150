// The few things that an import does to the disk, passed in as values, so that a test can make any one of them fail.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import type { Db } from './db.ts';

/** All paths are absolute. Every operation rejects with the system's error when it cannot be done. */
export type FileOperations = {
  /** Makes a folder; `fresh` refuses (EEXIST) one that is there, otherwise parents are made as needed. */
  readonly makeFolder: (path: string, fresh?: boolean) => Promise<void>;
  readonly write: (path: string, text: string) => Promise<void>;
  /** Makes a file or folder durable before what follows. */
  readonly sync: (path: string) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Removes a file or a folder with all that is in it; nothing happens where there is none. */
  readonly remove: (path: string) => Promise<void>;
  /** Size in bytes; undefined where there is no such file. */
  readonly size: (path: string) => Promise<number | undefined>;
  /** The text of a file; undefined where there is no such file. */
  readonly read: (path: string) => Promise<string | undefined>;
  readonly digest: (path: string) => Promise<Digest>;
  /** Writes the rows of a select to a Parquet file. */
  readonly copyToParquet: (db: Db, select: string, path: string) => Promise<void>;
};

/** SHA-256 (64 hexadecimal digits) and size of a file. */
export type Digest = { readonly sha256: string; readonly bytes: number };

/** The disk itself. */
export const DISK: FileOperations = {
  makeFolder: async (path, fresh = false) => {
    await mkdir(path, { recursive: !fresh });
  },
  write: (path, text) => writeFile(path, text, 'utf8'),
  sync: syncToDisk,
  rename,
  remove: (path) => rm(path, { recursive: true, force: true }),
  size: async (path) => (await unlessAbsent(stat(path)))?.size,
  read: (path) => unlessAbsent(readFile(path, 'utf8')),
  digest: digestFile,
  copyToParquet: (db, select, path) => db.run('copy (from query($1)) to $2 (format parquet)', [select, path]),
};

async function syncToDisk(path: string): Promise<void> {
  const isFolder = (await stat(path)).isDirectory();
  if (isFolder && process.platform === 'win32') return; // Windows cannot open folders, and needs no sync of them
  const handle = await open(path, isFolder ? 'r' : 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function digestFile(path: string): Promise<Digest> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** What is attempted on a file, and undefined where there is no such file. */
export async function unlessAbsent<T>(attempt: Promise<T>): Promise<T | undefined> {
  try {
    return await attempt;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
