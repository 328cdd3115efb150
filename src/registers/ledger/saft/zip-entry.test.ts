// Archives larger than 4 GB keep their sizes and places in Zip64 fields; such fields are read in a small archive here.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { zipOf } from '../../../../test/import/saft-text.ts';
import { zipEntryBytes } from './zip-entry.ts';

const LONG = 0xffffffff;

/** The archive with all sizes and places of its directory moved into Zip64 fields. */
function asZip64(zip: Buffer): Buffer {
  const end = zip.length - 22;
  const [length, start] = [zip.readUInt32LE(end + 12), zip.readUInt32LE(end + 16)];
  const entry = Buffer.from(zip.subarray(start, start + length));
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  for (const [i, at] of [24, 20, 42].entries()) {
    extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(at)), 4 + 8 * i);
    entry.writeUInt32LE(LONG, at);
  }
  entry.writeUInt16LE(extra.length, 30);
  const directory = Buffer.concat([entry, extra]);
  const record = Buffer.alloc(56);
  record.write('PK\u0006\u0006', 'latin1');
  record.writeBigUInt64LE(BigInt(directory.length), 40);
  record.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\u0006\u0007', 'latin1');
  locator.writeBigUInt64LE(BigInt(start + directory.length), 8);
  const tail = Buffer.from(zip.subarray(end));
  tail.writeUInt32LE(LONG, 12);
  tail.writeUInt32LE(LONG, 16);
  return Buffer.concat([zip.subarray(0, start), directory, record, locator, tail]);
}

it('unpacks an archive with Zip64 fields, and tells how much it has read', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'innsats-zip-'));
  try {
    const text = Buffer.from('<AuditFile/>'.repeat(50_000));
    const zip = zipOf({ 'ledger.xml': text });
    for (const archive of [zip, asZip64(zip)]) {
      const path = join(dir, 'a.zip');
      writeFileSync(path, archive);
      const chunks: Uint8Array[] = [];
      let done = 0;
      for await (const chunk of zipEntryBytes(path, 'a.zip', (bytes) => (done += bytes))) chunks.push(chunk);
      expect(Buffer.concat(chunks).equals(text)).toBe(true);
      expect(done).toBeGreaterThan(0);
      expect(done).toBeLessThan(archive.length);
    }
  } finally {
    rmSync(dir, { recursive: true });
  }
});
