// The long twin of test/properties/auditor.test.ts: the solver against the auditor on 100,000 networks.

import { describe, expect, it } from 'vitest';
import { solve } from '../../src/costing/solve.ts';
import { generateNetwork } from '../auditor/generate-network.ts';
import { compareWithAuditor } from '../support/compare-with-auditor.ts';

describe('solver and auditor', () => {
  it.each(Array.from({ length: 100 }, (_, block) => block))('agree on 1,000 networks, block %i', (block) => {
    for (let seed = 1_000 * block; seed < 1_000 * (block + 1); seed++) {
      expect(compareWithAuditor(generateNetwork(seed), solve), `seed ${seed}`).toEqual([]);
    }
  });
});
