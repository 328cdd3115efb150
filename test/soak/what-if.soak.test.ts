import { expect, it } from 'vitest';
import { whatIfComplaints } from '../support/what-if.ts';

it('long walks through changes on ten thousand municipalities', () => {
  for (let seed = 1; seed <= 10_000; seed++)
    expect(whatIfComplaints(seed, 12) ?? [], `seed ${seed}`).toEqual([]);
});
