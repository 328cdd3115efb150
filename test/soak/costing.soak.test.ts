// The long twin of test/properties/costing.test.ts: every law on 20,000 municipalities.

import { describe, expect, it } from 'vitest';
import { costingComplaints, LAWS, type Law } from '../support/laws/costing-laws.ts';

describe('costing, on many generated municipalities', () => {
  it.each(Object.keys(LAWS) as Law[])('%s', (law) => {
    for (let seed = 1_000; seed < 21_000; seed++) {
      expect(costingComplaints(law, seed) ?? [], `seed ${seed}`).toEqual([]);
    }
  });
});
