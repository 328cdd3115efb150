// Published answers, small networks of every shape, and what must hold on any network.

import { describe, expect, it } from 'vitest';
import { generateNetwork } from '../../test/auditor/generate-network.ts';
import { compareWithAuditor } from '../../test/support/compare-with-auditor.ts';
import { solve } from './solve.ts';

describe('solve', () => {
  it('agrees with the auditor on generated networks', () => {
    const complaints: string[] = [];
    for (let seed = 0; seed < 300; seed++) {
      for (const complaint of compareWithAuditor(generateNetwork(seed), solve)) {
        complaints.push(`seed ${seed}: ${complaint}`);
      }
    }
    expect(complaints).toEqual([]);
  });
});
