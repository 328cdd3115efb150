// What holds for every municipality, whatever its model: no øre lost, a balanced book, and nothing that depends on the
// order of rows, on how postings are split or on what is not there. On generated municipalities, by seed.

import { describe, expect, it } from 'vitest';
import { costingComplaints, LAWS, type Law } from '../support/laws/costing-laws.ts';

const SEEDS = 150;

describe('costing, on generated municipalities', () => {
  it.each(Object.keys(LAWS) as Law[])('%s', (law) => {
    let held = 0;
    for (let seed = 1; seed <= SEEDS; seed++) {
      const complaints = costingComplaints(law, seed);
      expect(complaints ?? [], `seed ${seed}`).toEqual([]);
      if (complaints) held += 1;
    }
    expect(held, 'municipalities that the law speaks of').toBeGreaterThan(SEEDS / 5);
  });
});
