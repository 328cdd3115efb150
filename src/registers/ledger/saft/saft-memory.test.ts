// The small twin of the soak: what a process of its own needs for a SAF-T file of 25 MB, beside one of 5 MB.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { saftLines } from '../../../../bench/saft-lines.ts';
import { writeSaft } from '../../../demo/write-saft.ts';

const ONCE = fileURLToPath(new URL('../../../../bench/read-saft-once.ts', import.meta.url));

it('five times the file takes less than twice the memory', { timeout: 60_000 }, async () => {
  const dir = mkdtempSync(join(tmpdir(), 'innsats-saft-'));
  try {
    const peaks: number[] = [];
    for (const lines of [13_000, 65_000]) {
      const path = join(dir, `${lines}.xml`);
      const file = { year: 2025, organisation: '999999999', name: 'Fjordvik', lines: saftLines(lines) };
      const written = await writeSaft(path, file);
      const text = execFileSync(process.execPath, [ONCE, path, 'read'], { encoding: 'utf8' });
      const { rows, peakMb } = JSON.parse(text) as { readonly rows: number; readonly peakMb: number };
      expect(rows).toBe(written);
      peaks.push(peakMb);
    }
    expect(peaks[1]! / peaks[0]!).toBeLessThan(2);
  } finally {
    rmSync(dir, { recursive: true });
  }
});
