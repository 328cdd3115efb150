// The solver against the auditor on 1,000 generated networks; `npm run soak` goes on to 100,000.

import { describe, expect, it } from 'vitest';
import { solve } from '../../src/costing/solve.ts';
import { generateNetwork } from '../auditor/generate-network.ts';
import { compareWithAuditor } from '../support/compare-with-auditor.ts';

describe('solver and auditor', () => {
  it('agree on 1,000 generated networks', () => {
    for (let seed = 1; seed <= 1000; seed++) {
      expect(compareWithAuditor(generateNetwork(seed), solve), `seed ${seed}`).toEqual([]);
    }
  });
});
