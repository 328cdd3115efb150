// Bytes of an XML file to text, in the encoding that the file declares or that its first bytes show.

import { StopReading } from './stop-reading.ts';

/** Encodings by the names that files give them; UTF-8 where none is declared (XML 1.0, 4.3.3). */
const ENCODINGS: ReadonlyMap<string, string> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['iso-8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['iso-8859-15', 'iso-8859-15'],
  ['windows-1252', 'windows-1252'],
  ['utf-16', 'utf-16le'],
]);

/** What a decoder throws at bytes that are not in its encoding. */
const INVALID = 'ERR_ENCODING_INVALID_ENCODED_DATA';

/**
 * The text of the bytes, chunk by chunk and without its byte-order mark. A byte-order mark goes before the
 * declaration.
 * @throws StopReading when the encoding is not known, or the bytes are not in it.
 */
export async function* decodeXml(chunks: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let encoding = '';
  try {
    for await (const chunk of chunks) {
      if (!decoder) {
        encoding = encodingOf(chunk, file);
        decoder = new TextDecoder(encoding, { fatal: true });
      }
      yield decoder.decode(chunk, { stream: true });
    }
    if (decoder) yield decoder.decode();
  } catch (error) {
    const isEncoding = error instanceof TypeError && 'code' in error && error.code === INVALID;
    if (isEncoding) throw notIn(encoding, file);
    throw error;
  }
}

function encodingOf(chunk: Uint8Array, file: string): string {
  const [first, second, third] = chunk;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x3c && second === 0) return 'utf-16le';
  const begin = new TextDecoder('windows-1252').decode(chunk.subarray(0, 200));
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]{0,30})["']/.exec(begin)?.[1] ?? 'utf-8';
  const known = ENCODINGS.get(declared.toLowerCase());
  if (known) return known;
  throw new StopReading({
    rule: 'saft/encoding',
    message: `The file says that it is in ${declared}, which is not known here.`,
    remedy: 'Export it in UTF-8.',
    where: { file, line: 1 },
  });
}

const notIn = (encoding: string, file: string): StopReading =>
  new StopReading({
    rule: 'saft/encoding',
    message: `The file holds bytes that are not ${encoding.toUpperCase()}, which it says it is in.`,
    remedy: 'Correct the encoding in its first line, or export it again in UTF-8.',
    where: { file },
  });
