// Archives that are whole, and those that are not: each is unpacked as it was packed, or told where it does not hold.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zipOf } from '../../../test/import/saft-text.ts';
import { asZip64 } from '../../../test/support/zip64.ts';
import { openZip } from './open-zip.ts';
import { unpackEntry } from './unpack-entry.ts';
import { ZipError } from './zip-error.ts';

const TEXT = Buffer.from('a ledger of many lines\n'.repeat(20_000));
const ZIP = zipOf({ 'ledger.csv': TEXT });
const END = ZIP.length - 22;
const DIRECTORY = ZIP.readUInt32LE(END + 16);

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'innsats-zip-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

/** What is unpacked of the bytes as an archive, or where they do not hold. */
async function unpacked(bytes: Buffer, mostDirectoryBytes = 1 << 20): Promise<string> {
  const path = join(dir, 'a.zip');
  writeFileSync(path, bytes);
  try {
    const { entries, isLast } = await openZip(path, mostDirectoryBytes);
    const pieces: Buffer[] = [];
    for (const entry of entries) for await (const piece of unpackEntry(path, entry)) pieces.push(piece);
    return `${Buffer.concat(pieces).equals(TEXT) ? 'as packed' : 'something else'}${isLast ? '' : ', and more'}`;
  } catch (error) {
    if (error instanceof ZipError) return error.fault.what;
    throw error;
  }
}

const changed = (at: number, bytes: readonly number[]): Buffer => {
  const copy = Buffer.from(ZIP);
  copy.set(bytes, at);
  return copy;
};

describe('an archive', () => {
  it.each<[string, Buffer, string]>([
    ['as it was packed', ZIP, 'as packed'],
    ['with Zip64 fields', asZip64(ZIP), 'as packed'],
    ['with a comment', Buffer.concat([changed(ZIP.length - 2, [5, 0]), Buffer.from('hello')]), 'as packed'],
    ['with something after it', Buffer.concat([ZIP, Buffer.from('hello')]), 'as packed, and more'],
    ['of no bytes', Buffer.alloc(0), 'its end is missing'],
    ['cut by a byte', ZIP.subarray(0, -1), 'its end is missing'],
    [
      'whose directory is elsewhere',
      changed(END + 16, [0, 0, 0, 0x7f]),
      'its directory lies outside the file',
    ],
    ['whose directory is cut', changed(END + 12, [20, 0, 0, 0]), 'its directory is not whole'],
    ['of another number of files', changed(END + 10, [2, 0]), 'its directory is not whole'],
    [
      'whose file is longer than the archive',
      changed(DIRECTORY + 20, [0, 0, 0, 0x7f]),
      'a part lies outside the file',
    ],
    ['whose file has another name', changed(30, [0x4c]), 'a part has another name than in its directory'],
    ['whose file begins elsewhere', changed(0, [0]), 'a part does not begin where it should'],
    ['whose file is not deflated', changed(40, [0xff, 0xff, 0xff]), 'a part cannot be unpacked'],
    ['that says too short a length', changed(DIRECTORY + 24, [9, 0, 0, 0]), 'a part is longer than it says'],
    ['that says another checksum', changed(DIRECTORY + 16, [1, 2, 3, 4]), 'a part is not what was written'],
  ])('%s', async (_about, bytes, expected) => {
    expect(await unpacked(bytes)).toBe(expected);
  });

  it('with a directory longer than is taken', async () => {
    expect(await unpacked(ZIP, 10)).toBe('its directory is too long');
  });
});
