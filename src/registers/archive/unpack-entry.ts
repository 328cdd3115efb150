// A file of a zip archive, unpacked a piece at a time, with its length and checksum held against what the directory says.

import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import type { ZipEntry } from './open-zip.ts';
import { readAt } from './read-at.ts';
import { ZipError } from './zip-error.ts';

const LOCAL = { signature: 0x04034b50, size: 30 };
const PIECE = 1 << 16;

/** True where bytes begin as an archive does: one within another. */
export const beginsAsArchive = (bytes: Buffer): boolean =>
  bytes.length >= 4 && bytes.readUInt32LE(0) === LOCAL.signature;

/**
 * Unpacks an entry as its bytes are asked for. `onRead` is told how many bytes of the archive were read.
 * @throws ZipError when it is longer than the directory says, or not what it says.
 */
export async function* unpackEntry(
  path: string,
  entry: ZipEntry,
  onRead: (bytes: number) => void = () => {},
): AsyncGenerator<Buffer> {
  const start = await contentStart(path, entry);
  let [length, checksum] = [0, 0];
  for await (const piece of content(path, entry, start, onRead)) {
    length += piece.length;
    if (length > entry.unpacked) throw new ZipError('a part is longer than it says');
    checksum = crc32(piece, checksum);
    yield piece;
  }
  if (length !== entry.unpacked || checksum !== entry.checksum)
    throw new ZipError('a part is not what was written');
}

async function* content(
  path: string,
  { packing, packed }: ZipEntry,
  start: number,
  onRead: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  if (packed === 0) return;
  const bytes = createReadStream(path, { start, end: start + packed - 1, highWaterMark: PIECE });
  bytes.on('data', (piece) => onRead(piece.length));
  const inflater = createInflateRaw({ chunkSize: PIECE });
  try {
    if (packing !== 'stored') bytes.on('error', (error) => inflater.destroy(error)).pipe(inflater);
    for await (const piece of packing === 'stored' ? bytes : inflater) yield piece as Buffer;
  } catch (error) {
    throw isOfZlib(error) ? new ZipError('a part cannot be unpacked') : error;
  } finally {
    bytes.destroy();
    inflater.destroy();
  }
}

const isOfZlib = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(Z_|ERR_STREAM_PREMATURE)/.test(String(error.code));

/** Where an entry's bytes begin: after its local header, which must name the same entry. */
async function contentStart(path: string, entry: ZipEntry): Promise<number> {
  const handle = await open(path, 'r');
  try {
    const header = await readAt(handle, entry.offset, LOCAL.size);
    if (!beginsAsArchive(header)) throw new ZipError('a part does not begin where it should');
    const nameLength = header.readUInt16LE(26);
    const name = await readAt(handle, entry.offset + LOCAL.size, nameLength);
    if (name.toString('utf8') !== entry.name)
      throw new ZipError('a part has another name than in its directory');
    return entry.offset + LOCAL.size + nameLength + header.readUInt16LE(28);
  } finally {
    await handle.close();
  }
}
