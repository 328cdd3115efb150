// The one file of an archive as a stream, and how much of the archive has been read meanwhile.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { zipOf } from '../../../../test/import/saft-text.ts';
import { asZip64 } from '../../../../test/support/zip64.ts';
import { zipEntryBytes } from './zip-entry.ts';

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
