// The zip archive that a workbook is: its directory, and its parts unpacked a piece at a time, with their size and
// checksum held against what the directory says.

import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { damaged, refused } from './workbook-error.ts';

/** A part of the archive; sizes in bytes, `offset` of its local header. */
export type Entry = {
  readonly name: string;
  readonly isStored: boolean;
  readonly checksum: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
};

/** Parts by name, small letters and "/" between folders. */
export type Archive = { readonly path: string; readonly entries: ReadonlyMap<string, Entry> };

const END_RECORD = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const LARGEST_DIRECTORY = 16 << 20;
const ENCRYPTED = 1;

/** What a name in the directory is looked up by. */
export const partName = (name: string): string => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();

/** Reads the directory. @throws WorkbookError when the file is no whole zip archive or is encrypted. */
export async function openArchive(path: string): Promise<Archive> {
  const handle = await open(path, 'r');
  try {
    const size = (await handle.stat()).size;
    const tailSize = Math.min(size, END_SIZE + LONGEST_COMMENT);
    const tail = await readAt(handle, size - tailSize, tailSize);
    const end = endRecord(tail);
    const length = tail.readUInt32LE(end + 12);
    const start = tail.readUInt32LE(end + 16);
    const count = tail.readUInt16LE(end + 10);
    if (count === 0xffff || start + length > size) throw damaged('its directory lies outside the file');
    if (length > LARGEST_DIRECTORY) throw refused('The workbook has too many parts to be one.');
    const directory = await readAt(handle, start, length);
    return { path, entries: entriesOf(directory, count, size) };
  } finally {
    await handle.close();
  }
}

type Handle = Awaited<ReturnType<typeof open>>;

async function readAt(handle: Handle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, at + filled);
    if (bytesRead === 0) throw damaged('it ends too early');
    filled += bytesRead;
  }
  return buffer;
}

/** The end record's place: the last one whose comment reaches exactly to the end of the file. */
function endRecord(tail: Buffer): number {
  for (let at = tail.length - END_SIZE; at >= 0; at -= 1)
    if (tail.readUInt32LE(at) === END_RECORD && at + END_SIZE + tail.readUInt16LE(at + 20) === tail.length)
      return at;
  throw damaged('its end is missing');
}

function entriesOf(directory: Buffer, count: number, size: number): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  let at = 0;
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== DIRECTORY_ENTRY)
      throw damaged('its directory is not whole');
    const flags = directory.readUInt16LE(at + 8);
    const method = directory.readUInt16LE(at + 10);
    const nameLength = directory.readUInt16LE(at + 28);
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
    if (flags & ENCRYPTED) throw refused('The workbook is encrypted.', 'Save it without a password.');
    if (method !== 0 && method !== 8) throw refused('The workbook is packed in a way that is not known.');
    const entry: Entry = {
      name,
      isStored: method === 0,
      checksum: directory.readUInt32LE(at + 16),
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    };
    if (entry.offset + 30 + entry.packed > size) throw damaged('a part lies outside the file');
    if (entries.has(partName(name))) throw damaged('a part stands in it twice');
    entries.set(partName(name), entry);
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * Unpacks a part. `limit` is the most bytes that it may unpack to.
 * @throws WorkbookError when it is larger, or is not as long or not what the directory says.
 */
export async function* unpack(archive: Archive, entry: Entry, limit: number): AsyncGenerator<Buffer> {
  if (entry.unpacked > limit) throw tooLarge(limit);
  const start = await contentStart(archive.path, entry);
  let length = 0;
  let checksum = 0;
  for await (const piece of content(archive.path, entry, start)) {
    length += piece.length;
    if (length > entry.unpacked) throw damaged('a part is longer than it says');
    checksum = crc32(piece, checksum);
    yield piece;
  }
  if (length !== entry.unpacked || checksum !== entry.checksum)
    throw damaged('a part is not what was written');
}

const tooLarge = (limit: number) =>
  refused(
    `The workbook unpacks to more than ${limit / 2 ** 20} MB in one part, which is more than is read.`,
    'Save it as CSV (UTF-8) or Parquet, or split it.',
  );

async function* content(path: string, { isStored, packed }: Entry, start: number): AsyncGenerator<Buffer> {
  if (packed === 0) return;
  const bytes = createReadStream(path, { start, end: start + packed - 1 });
  const inflater = createInflateRaw();
  try {
    if (!isStored) bytes.on('error', (error) => inflater.destroy(error)).pipe(inflater);
    for await (const piece of isStored ? bytes : inflater) yield piece as Buffer;
  } catch {
    throw damaged('a part cannot be unpacked');
  } finally {
    bytes.destroy();
    inflater.destroy();
  }
}

/** Where a part's bytes begin: after its local header, which must name the same part. */
async function contentStart(path: string, entry: Entry): Promise<number> {
  const handle = await open(path, 'r');
  try {
    const header = await readAt(handle, entry.offset, 30);
    if (header.readUInt32LE(0) !== LOCAL_HEADER) throw damaged('a part does not begin where it should');
    const nameLength = header.readUInt16LE(26);
    const name = await readAt(handle, entry.offset + 30, nameLength);
    if (name.toString('utf8') !== entry.name) throw damaged('a part has another name than in its directory');
    return entry.offset + 30 + nameLength + header.readUInt16LE(28);
  } finally {
    await handle.close();
  }
}
