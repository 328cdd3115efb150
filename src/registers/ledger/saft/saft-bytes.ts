// The bytes of a SAF-T file as a stream, whether it stands as XML or alone in a zip archive.

import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { StopReading } from './stop-reading.ts';
import { zipEntryBytes } from './zip-entry.ts';

/** An archive of files, and one of none. */
const ZIP_BEGINS: readonly string[] = ['PK\u0003\u0004', 'PK\u0005\u0006'];

/**
 * Streams the file at `path`; `file` is its name in messages. `onRead` is called with how many bytes of the file, as
 * it stands on the disk, have been read since it was called before.
 * @throws StopReading when it is empty, or an archive that is damaged or holds anything but one file.
 */
export async function saftBytes(
  path: string,
  file: string,
  onRead: (bytes: number) => void,
): Promise<AsyncIterable<Uint8Array>> {
  const begin = await firstBytes(path);
  if (begin.length === 0)
    throw new StopReading({
      rule: 'saft/empty',
      message: 'The file is empty.',
      remedy: 'Export it again.',
      where: { file },
    });
  if (ZIP_BEGINS.includes(begin.toString('latin1'))) return zipEntryBytes(path, file, onRead);
  return plainBytes(path, onRead);
}

async function firstBytes(path: string): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function* plainBytes(path: string, onRead: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 16 }) as AsyncIterable<Buffer>) {
    onRead(chunk.length);
    yield chunk;
  }
}
