// Live re-costing gives what a whole run of the stages gives, to the last byte, on generated municipalities, by seed.

import { expect, it } from 'vitest';
import { whatIfComplaints } from '../support/what-if.ts';

const SEEDS = 150;

it('any changes in any order: what is made again and what is kept are those of a run from scratch', () => {
  let held = 0;
  for (let seed = 1; seed <= SEEDS; seed++) {
    const complaints = whatIfComplaints(seed, 5);
    expect(complaints ?? [], `seed ${seed}`).toEqual([]);
    if (complaints) held += 1;
  }
  expect(held, 'municipalities that could be drawn').toBeGreaterThan(SEEDS / 2);
});
