// A stretch of a file, whole.

import type { FileHandle } from 'node:fs/promises';
import { ZipError } from './zip-error.ts';

/** @throws ZipError where the file ends before it. */
export async function readAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, at + filled);
    if (bytesRead === 0) throw new ZipError('it ends too early');
    filled += bytesRead;
  }
  return buffer;
}
