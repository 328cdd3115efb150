// What can be seen from a file's bytes before a word of it is read: how its letters are encoded, and the signs that it
// is broken or not the text file that it is taken for.

import { isAscii, isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';

export type Encoding = 'utf-8' | 'latin-1' | 'windows-1252' | 'utf-16';

/** Lines are counted from 1. `foreign` names a format that is no text table, such as a spreadsheet. */
export type Bytes = {
  readonly size: number;
  readonly head: Uint8Array;
  readonly mark?: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly foreign?: string;
  readonly isParquet: boolean;
  readonly nulLine?: number;
  /** The line of the first bytes that are not UTF-8. */
  readonly notUtf8Line?: number;
  readonly hasBeyondAscii: boolean;
  /** Bytes 80–9F stand in it, which only Windows-1252 gives letters. */
  readonly hasC1: boolean;
  /** A line without anything stands between others, which shifts the rows after it. */
  readonly hasBlankLine: boolean;
  readonly endsWithBreak: boolean;
};

const CHUNK = 4 << 20;
const HEAD = 1 << 18;
/** Enough to hold a letter, or a blank line with its line breaks, that straddles two chunks. */
const CARRIED = 4;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

const MARKS: readonly (readonly [string, NonNullable<Bytes['mark']>])[] = [
  ['efbbbf', 'utf-8'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
];
const FORMATS: readonly (readonly [string, string])[] = [
  ['504b0304', 'an Excel workbook or another zip archive'],
  ['d0cf11e0', 'an old Excel workbook, or one with a password'],
  ['1f8b', 'a gzip archive'],
  ['25504446', 'a PDF document'],
];

/** Reads the whole file once, a few megabytes at a time. Throws as the file system does when it cannot be read. */
export async function inspectBytes(path: string): Promise<Bytes> {
  const handle = await open(path, 'r');
  try {
    const size = (await handle.stat()).size;
    const head = await readAt(handle, 0, Math.min(HEAD, size));
    const start = head.subarray(0, 8).toString('hex');
    const mark = MARKS.find(([bytes]) => start.startsWith(bytes))?.[1];
    const foreign = FORMATS.find(([bytes]) => start.startsWith(bytes))?.[1];
    const isParquet = start.startsWith('50415231');
    const seen: Seen = { hasBeyondAscii: false, hasC1: false, hasBlankLine: false, endsWithBreak: true };
    if (!foreign && !isParquet && !mark?.startsWith('utf-16')) await scan(handle, size, seen);
    const { nulAt, notUtf8At, ...rest } = seen;
    return {
      size,
      head,
      isParquet,
      ...(mark && { mark }),
      ...(foreign && { foreign }),
      ...(nulAt !== undefined && { nulLine: await lineAt(handle, nulAt) }),
      ...(notUtf8At !== undefined && { notUtf8Line: await lineAt(handle, notUtf8At) }),
      ...rest,
    };
  } finally {
    await handle.close();
  }
}

type Handle = Awaited<ReturnType<typeof open>>;

type Seen = {
  nulAt?: number;
  notUtf8At?: number;
  hasBeyondAscii: boolean;
  hasC1: boolean;
  hasBlankLine: boolean;
  endsWithBreak: boolean;
};

async function readAt(handle: Handle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, at + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

/** Chunks begin with the last bytes of the one before, so that a letter or blank line between two is seen whole. */
async function scan(handle: Handle, size: number, seen: Seen): Promise<void> {
  let blankPending = false;
  let carried = 0;
  for (let at = 0; at < size; at += CHUNK - carried) {
    const text = await readAt(handle, at, Math.min(CHUNK, size - at));
    const isLast = at + text.length >= size;
    lookAtLetters(isLast ? text : text.subarray(0, text.length - unfinishedLetter(text)), at, seen);
    blankPending = lookAtLines(text, carried, blankPending, seen);
    seen.endsWithBreak = text.at(-1) === LINE_FEED || text.at(-1) === CARRIAGE_RETURN;
    if (isLast) return;
    carried = CARRIED;
  }
}

function lookAtLetters(text: Buffer, at: number, seen: Seen): void {
  const nul = text.indexOf(0);
  if (nul >= 0) seen.nulAt ??= at + nul;
  if (isAscii(text)) return;
  seen.hasBeyondAscii = true;
  const letters = text.subarray(at === 0 ? 0 : startOfLetter(text));
  if (isUtf8(letters)) return;
  seen.notUtf8At ??= at + (text.length - letters.length) + validUtf8Length(letters);
  seen.hasC1 ||= text.some((byte) => byte >= 0x80 && byte < 0xa0);
}

/** `carried` bytes are of the piece before. Blank lines at the very end of a file are no trouble; one that something follows shifts the rows after it. */
function lookAtLines(text: Buffer, carried: number, blankPending: boolean, seen: Seen): boolean {
  let filled = text.length;
  while (filled > 0 && (text[filled - 1] === LINE_FEED || text[filled - 1] === CARRIAGE_RETURN)) filled -= 1;
  const body = text.subarray(0, filled);
  const startsBlank = carried === 0 && (text[0] === LINE_FEED || text[0] === CARRIAGE_RETURN);
  const hasBlank = startsBlank || body.includes('\n\n') || body.includes('\n\r\n');
  if (filled > 0 && (hasBlank || (blankPending && filled > carried))) seen.hasBlankLine = true;
  const breaks = text.subarray(filled).filter((byte) => byte === LINE_FEED).length;
  return breaks > 1 || (filled <= carried && (blankPending || (filled === 0 && breaks > 0)));
}

/** How many bytes at the end begin a letter that they do not finish. */
function unfinishedLetter(text: Buffer): number {
  for (let back = 1; back <= 3 && back <= text.length; back += 1) {
    const byte = text[text.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** The first byte that begins a letter, past what is left of one from the chunk before. */
function startOfLetter(text: Buffer): number {
  let start = 0;
  while (start < 3 && start < text.length && (text[start]! & 0xc0) === 0x80) start += 1;
  return start;
}

/** The length of the longest beginning that is UTF-8, by halving. */
function validUtf8Length(text: Buffer): number {
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const part = text.subarray(0, middle);
    if (isUtf8(part.subarray(0, middle - unfinishedLetter(part)))) low = middle;
    else high = middle - 1;
  }
  return low;
}

async function lineAt(handle: Handle, offset: number): Promise<number> {
  let line = 1;
  for (let at = 0; at < offset; at += CHUNK) {
    for (const byte of await readAt(handle, at, Math.min(CHUNK, offset - at)))
      if (byte === LINE_FEED) line += 1;
  }
  return line;
}
