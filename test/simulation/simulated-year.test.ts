// Ten years of a small municipality in which much goes wrong, and nothing that must hold ever does not. Delivered in
// thirds, so that it is quick; the long twin is simulated-year.soak.test.ts.

import { describe, expect, it } from 'vitest';
import { simulateYear, type Year } from './simulate-year.ts';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

describe('a simulated year', () => {
  const years: Year[] = [];
  it.each(SEEDS)('of seed %i', async (seed) => {
    const year = await simulateYear(seed, 3);
    expect(year.taken).toBeGreaterThan(0);
    years.push(year);
  });

  it('has had its share of what can go wrong', ({ skip }) => {
    if (years.length < SEEDS.length) skip('only when all seeds have run');
    expect(years.reduce((sum, { refused }) => sum + refused, 0)).toBeGreaterThan(5);
    expect(years.reduce((sum, { crashed }) => sum + crashed, 0)).toBeGreaterThan(2);
  });
});
