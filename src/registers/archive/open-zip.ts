// What lies in a zip archive, by its directory: laid out as PKWARE's APPNOTE describes, with the longer fields of Zip64.

import { type FileHandle, open } from 'node:fs/promises';
import { readAt } from './read-at.ts';
import { ZipError } from './zip-error.ts';

/** A file in the archive; sizes in bytes, `offset` of its local header. */
export type ZipEntry = {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly packing: 'stored' | 'deflated' | 'unknown';
  readonly checksum: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
};

/** `isLast` is false where something stands after the archive in its file. */
export type ZipArchive = {
  readonly path: string;
  readonly entries: readonly ZipEntry[];
  readonly isLast: boolean;
};

const END = { signature: 0x06054b50, size: 22, longestComment: 0xffff };
const END_64_LOCATOR = { signature: 0x07064b50, size: 20 };
const END_64 = { signature: 0x06064b50, size: 56 };
const ENTRY = { signature: 0x02014b50, size: 46 };
const LOCAL_SIZE = 30;
const ENCRYPTED = 1;
const PACKINGS: ReadonlyMap<number, ZipEntry['packing']> = new Map([
  [0, 'stored'],
  [8, 'deflated'],
]);

/** Reads the directory, which may have so many bytes. @throws ZipError when it does not hold. */
export async function openZip(path: string, mostDirectoryBytes: number): Promise<ZipArchive> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const tailStart = Math.max(0, size - END.size - END.longestComment);
    const tail = await readAt(handle, tailStart, size - tailStart);
    const { at, isLast } = endRecord(tail);
    const { length, start, count } = (await directory64(handle, tail, at)) ?? directory32(tail, at);
    if (start + length > size) throw new ZipError('its directory lies outside the file');
    if (length > mostDirectoryBytes) throw new ZipError('its directory is too long', 'tooLarge');
    const entries = entriesIn(await readAt(handle, start, length), size);
    if (entries.length !== count) throw new ZipError('its directory is not whole');
    return { path, entries, isLast };
  } finally {
    await handle.close();
  }
}

/** The end record's place: the last whose comment reaches to the end of the file, else the last one that there is. */
function endRecord(tail: Buffer): { readonly at: number; readonly isLast: boolean } {
  const found: number[] = [];
  for (let at = tail.length - END.size; at >= 0; at--)
    if (tail.readUInt32LE(at) === END.signature) found.push(at);
  const last = found.find((at) => at + END.size + tail.readUInt16LE(at + 20) === tail.length);
  const at = last ?? found[0];
  if (at === undefined) throw new ZipError('its end is missing');
  return { at, isLast: last !== undefined };
}

type Directory = { readonly length: number; readonly start: number; readonly count: number };

const directory32 = (tail: Buffer, at: number): Directory => ({
  count: tail.readUInt16LE(at + 10),
  length: tail.readUInt32LE(at + 12),
  start: tail.readUInt32LE(at + 16),
});

/** Where the directory of a Zip64 archive is; undefined where the archive is none. */
async function directory64(handle: FileHandle, tail: Buffer, end: number): Promise<Directory | undefined> {
  const at = end - END_64_LOCATOR.size;
  if (at < 0 || tail.readUInt32LE(at) !== END_64_LOCATOR.signature) return undefined;
  const record = await readAt(handle, Number(tail.readBigUInt64LE(at + 8)), END_64.size);
  if (record.readUInt32LE(0) !== END_64.signature) return undefined;
  const [count, length, start] = [32, 40, 48].map((field) => Number(record.readBigUInt64LE(field)));
  return { count: count!, length: length!, start: start! };
}

function entriesIn(directory: Buffer, fileSize: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  for (let at = 0; at < directory.length; ) {
    if (at + ENTRY.size > directory.length || directory.readUInt32LE(at) !== ENTRY.signature)
      throw new ZipError('its directory is not whole');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      directory.readUInt16LE(at + field),
    );
    const nameEnd = at + ENTRY.size + nameLength!;
    const entry: ZipEntry = {
      name: directory.toString('utf8', at + ENTRY.size, nameEnd),
      isEncrypted: (directory.readUInt16LE(at + 8) & ENCRYPTED) !== 0,
      packing: PACKINGS.get(directory.readUInt16LE(at + 10)) ?? 'unknown',
      checksum: directory.readUInt32LE(at + 16),
      ...sizesOf(directory.subarray(at), directory.subarray(nameEnd, nameEnd + extraLength!)),
    };
    if (entry.offset + LOCAL_SIZE + entry.packed > fileSize)
      throw new ZipError('a part lies outside the file');
    entries.push(entry);
    at = nameEnd + extraLength! + commentLength!;
  }
  return entries;
}

/** Sizes and offset; those that do not fit in 32 bits stand in the Zip64 extra field, in this order. */
function sizesOf(entry: Buffer, extra: Buffer): Pick<ZipEntry, 'unpacked' | 'packed' | 'offset'> {
  const long = extra64(extra);
  let at = 0;
  const value = (field: number): number => {
    const short = entry.readUInt32LE(field);
    if (short !== 0xffffffff || at + 8 > long.length) return short;
    at += 8;
    return Number(long.readBigUInt64LE(at - 8));
  };
  const [unpacked, packed, offset] = [value(24), value(20), value(42)];
  return { unpacked, packed, offset };
}

function extra64(extra: Buffer): Buffer {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2))
    if (extra.readUInt16LE(at) === 1) return extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
  return Buffer.alloc(0);
}
