// A SIE file as lines: how its letters are encoded, found out from its bytes, and its lines in batches, so that a file
// of any size is read in constant memory.

import { open } from 'node:fs/promises';
import iconv from 'iconv-lite';
import type { LedgerSource } from '../../../model/model.ts';
import type { Bytes } from '../../tables/inspect-bytes.ts';

export type SieEncoding = 'code page 437' | 'latin-1' | 'utf-8';

/** Names that iconv-lite knows; "latin-1" is read as Windows-1252, its superset in use. */
const ICONV = { 'code page 437': 'cp437', 'latin-1': 'windows-1252', 'utf-8': 'utf-8' } as const;

/** å ä ö Å Ä Ö é É ü Ü, as code page 437 and as latin-1 write them. */
const LETTERS_437 = [0x86, 0x84, 0x94, 0x8f, 0x8e, 0x99, 0x82, 0x90, 0x81, 0x9a];
const LETTERS_LATIN = [0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6, 0xe9, 0xc9, 0xfc, 0xdc];

const CHUNK = 1 << 20;

/** Old programs end a text file with this character. */
const END_OF_FILE = '\u001a';

/** The encoding, and how many bytes are Swedish letters of the other one. */
export type Found = { readonly encoding: SieEncoding; readonly otherLetters: number };

/**
 * A declared encoding holds. Else bytes beyond ASCII that are UTF-8 throughout are UTF-8; otherwise the encoding in
 * which more of them are Swedish letters, code page 437 where it is even, since SIE prescribes it.
 */
export async function findEncoding(
  path: string,
  bytes: Bytes,
  declared: LedgerSource['encoding'],
): Promise<Found> {
  if (declared === 'latin-1' || declared === 'windows-1252') return { encoding: 'latin-1', otherLetters: 0 };
  const isUtf8 = bytes.hasBeyondAscii && bytes.notUtf8Line === undefined;
  if (declared === 'utf-8' || bytes.mark === 'utf-8' || isUtf8) return { encoding: 'utf-8', otherLetters: 0 };
  if (!bytes.hasBeyondAscii) return { encoding: 'code page 437', otherLetters: 0 };
  const counts = await countBytes(path);
  const letters = (codes: readonly number[]): number => codes.reduce((sum, code) => sum + counts[code]!, 0);
  const [pc8, latin] = [letters(LETTERS_437), letters(LETTERS_LATIN)];
  return pc8 >= latin
    ? { encoding: 'code page 437', otherLetters: latin }
    : { encoding: 'latin-1', otherLetters: pc8 };
}

async function countBytes(path: string): Promise<Float64Array> {
  const counts = new Float64Array(256);
  for await (const chunk of chunksOf(path)) for (let i = 0; i < chunk.length; i++) counts[chunk[i]!]! += 1;
  return counts;
}

/** Turns a field of the file, whose characters are bytes, into text; plain ASCII stays as it is. */
export function decoder(encoding: SieEncoding): (field: string) => string {
  const name = ICONV[encoding];
  return (field) =>
    /[\x80-\xff]/.test(field) ? iconv.decode(Buffer.from(field, 'latin1'), name).normalize('NFC') : field;
}

/** Lines in order, in batches; `bytes` is how many have been read so far. Line ends are CR LF, LF or CR. */
export type Batch = { readonly lines: readonly string[]; readonly bytes: number };

/** Every line of the file once, its characters bytes; a byte order mark and the end-of-file sign of old programs go. */
export async function* readLines(path: string): AsyncGenerator<Batch> {
  let carried = '';
  let bytes = 0;
  for await (const chunk of chunksOf(path)) {
    const isFirst = bytes === 0;
    bytes += chunk.length;
    const text = isFirst
      ? chunk.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '')
      : chunk.toString('latin1');
    const end = text.lastIndexOf('\n');
    if (end < 0) carried += text;
    else {
      yield { lines: linesOf(carried + text.slice(0, end)), bytes };
      carried = text.slice(end + 1);
    }
  }
  const rest = carried.replaceAll(END_OF_FILE, '');
  if (rest !== '') yield { lines: linesOf(rest), bytes };
}

/** The lines of a text whose last line end was taken off, except for a carriage return before it. */
const linesOf = (ended: string): string[] => {
  const text = ended.endsWith('\r') ? ended.slice(0, -1) : ended;
  return text.split(text.includes('\r') ? /\r\n|\r|\n/ : '\n');
};

async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  const handle = await open(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(CHUNK);
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, CHUNK);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}
