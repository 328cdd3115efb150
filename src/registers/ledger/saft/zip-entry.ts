// Finds the one file in a zip archive, which is how SAF-T is delivered, and gives its bytes as a stream. Archives are
// laid out as PKWARE's APPNOTE describes; Zip64 is read, encryption and archives in archives are refused.

import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { StopReading } from './stop-reading.ts';

const END = { signature: 0x06054b50, size: 22, mostComment: 65_535 };
const END_64_LOCATOR = { signature: 0x07064b50, size: 20 };
const END_64 = { signature: 0x06064b50, size: 56 };
const ENTRY = { signature: 0x02014b50, size: 46 };
const LOCAL = { signature: 0x04034b50, size: 30 };
const ENCRYPTED = 1;
const METHODS = { stored: 0, deflated: 8 };
/** More than this is no archive of one file. */
const MOST_DIRECTORY_BYTES = 1 << 20;
/** Ledgers in XML shrink to a twentieth or a fortieth; what grows beyond this was made to fill a disk. */
const MOST_GROWTH = 300;
const GROWTH_ALLOWED_TO = 50_000_000;

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
};

const zipFinding = (file: string, message: string, remedy: string) =>
  new StopReading({ rule: 'saft/zip', message, remedy, where: { file } });
const broken = (file: string) =>
  zipFinding(file, 'The zip archive is cut off or damaged.', 'Copy or export the file again.');

/** The bytes of the only file in the archive, unpacked as they are asked for. `onRead` is told how many were read. */
export async function* zipEntryBytes(
  path: string,
  file: string,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const entry = onlyFile(await readDirectory(handle, size, file), file);
    const start = await dataStart(handle, entry, file);
    if (start + entry.packed > size) throw broken(file);
    const source = packedBytes(path, start, entry.packed, onRead);
    yield* checked(entry.method === METHODS.stored ? source : inflated(source, file), entry, file);
  } finally {
    await handle.close();
  }
}

async function* packedBytes(path: string, start: number, packed: number, onRead: (bytes: number) => void) {
  if (packed === 0) return;
  const stream = createReadStream(path, { start, end: start + packed - 1, highWaterMark: 1 << 16 });
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    onRead(chunk.length);
    yield chunk;
  }
}

async function* inflated(source: AsyncIterable<Buffer>, file: string): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: 1 << 16 });
  const feeding = feed(source, inflate);
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) yield chunk;
    await feeding;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) throw broken(file);
    throw error;
  } finally {
    inflate.destroy();
    await feeding.catch(() => undefined);
  }
}

/** Hands the packed bytes over no faster than they are unpacked; stops where the unpacking stopped. */
async function feed(
  source: AsyncIterable<Buffer>,
  inflate: ReturnType<typeof createInflateRaw>,
): Promise<void> {
  for await (const chunk of source) {
    if (inflate.destroyed) return;
    if (!inflate.write(chunk))
      await new Promise<void>((resolve) => {
        inflate
          .once('drain', resolve)
          .once('close', resolve)
          .once('error', () => resolve());
      });
  }
  if (!inflate.destroyed) inflate.end();
}

/** Passes the unpacked bytes on, and compares their length and checksum with what the archive says. */
async function* checked(source: AsyncIterable<Buffer>, entry: Entry, file: string): AsyncGenerator<Buffer> {
  let [length, sum] = [0, 0];
  for await (const chunk of source) {
    if (length === 0 && chunk.length >= 4 && chunk.readUInt32LE(0) === LOCAL.signature) throw nested(file);
    length += chunk.length;
    if (length > GROWTH_ALLOWED_TO && length > entry.packed * MOST_GROWTH)
      throw zipFinding(
        file,
        `The archive grows to more than ${MOST_GROWTH} times its size, which no ledger does.`,
        'Ask the sender what it is, or unpack it and look.',
      );
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (length !== entry.unpacked || sum !== entry.crc) throw broken(file);
}

const nested = (file: string) =>
  zipFinding(file, 'The archive holds another archive.', 'Unpack it and deliver the XML file.');

function onlyFile(entries: readonly Entry[], file: string): Entry {
  const files = entries.filter(({ name }) => !name.endsWith('/') && !name.startsWith('__MACOSX/'));
  const [entry] = files;
  if (!entry || files.length > 1)
    throw zipFinding(
      file,
      `The archive holds ${files.length} files; one XML file is expected.`,
      'Unpack it, and name the files at the source.',
    );
  if (/\.(zip|7z|gz|rar|tar)$/i.test(entry.name)) throw nested(file);
  if (entry.flags & ENCRYPTED)
    throw zipFinding(file, 'The archive is locked with a password.', 'Unpack it and deliver the XML file.');
  if (!Object.values(METHODS).includes(entry.method))
    throw zipFinding(file, 'The archive is packed in a way that is not known here.', 'Pack it as plain zip.');
  return entry;
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

async function readDirectory(handle: FileHandle, size: number, file: string): Promise<Entry[]> {
  const tailStart = Math.max(0, size - END.size - END.mostComment);
  const tail = await readAt(handle, tailStart, size - tailStart);
  let at = tail.length - END.size;
  while (at >= 0 && tail.readUInt32LE(at) !== END.signature) at--;
  if (at < 0) throw broken(file);
  const found =
    (await directory64(handle, tail, at)) ??
    ({ length: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16) } as const);
  if (found.length > MOST_DIRECTORY_BYTES || found.offset + found.length > size) throw broken(file);
  return entriesIn(await readAt(handle, found.offset, found.length), file);
}

/** Where the directory of a Zip64 archive is; undefined where the archive is none. */
async function directory64(handle: FileHandle, tail: Buffer, end: number) {
  const at = end - END_64_LOCATOR.size;
  if (at < 0 || tail.readUInt32LE(at) !== END_64_LOCATOR.signature) return undefined;
  const record = await readAt(handle, Number(tail.readBigUInt64LE(at + 8)), END_64.size);
  if (record.length < END_64.size || record.readUInt32LE(0) !== END_64.signature) return undefined;
  return { length: Number(record.readBigUInt64LE(40)), offset: Number(record.readBigUInt64LE(48)) };
}

function entriesIn(directory: Buffer, file: string): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at < directory.length; ) {
    if (at + ENTRY.size > directory.length || directory.readUInt32LE(at) !== ENTRY.signature)
      throw broken(file);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      directory.readUInt16LE(at + offset),
    );
    const nameEnd = at + ENTRY.size + nameLength!;
    const extra = directory.subarray(nameEnd, nameEnd + extraLength!);
    entries.push({
      name: directory.toString('utf8', at + ENTRY.size, nameEnd),
      flags: directory.readUInt16LE(at + 8),
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      ...sizesOf(directory.subarray(at, at + ENTRY.size), extra),
    });
    at = nameEnd + extraLength! + commentLength!;
  }
  return entries;
}

/** Sizes and offset; those that do not fit in 32 bits stand in the Zip64 extra field, in this order. */
function sizesOf(entry: Buffer, extra: Buffer): Pick<Entry, 'unpacked' | 'packed' | 'offset'> {
  const long = extra64(extra);
  let at = 0;
  const value = (position: number): number => {
    const short = entry.readUInt32LE(position);
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

async function dataStart(handle: FileHandle, entry: Entry, file: string): Promise<number> {
  const local = await readAt(handle, entry.offset, LOCAL.size);
  if (local.length < LOCAL.size || local.readUInt32LE(0) !== LOCAL.signature) throw broken(file);
  return entry.offset + LOCAL.size + local.readUInt16LE(26) + local.readUInt16LE(28);
}
