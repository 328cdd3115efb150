// A ledger of 2 GB in SAF-T is read in hardly more memory than one of 10 MB.

import { expect, it } from 'vitest';
import { benchSaft } from '../../bench/saft.ts';

it('memory does not grow with the file', { timeout: 3_600_000 }, async () => {
  const [, memory] = await benchSaft(2000);
  expect(memory?.ratio).toBeLessThan(3);
  expect(memory?.detail).toMatch(/for a file of (19|2\d)\d\d MB/);
});
