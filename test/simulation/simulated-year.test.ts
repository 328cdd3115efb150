// Ten years of a small municipality in which much goes wrong, and nothing that must hold ever does not. Delivered in thirds, so that
// it is quick; the long twin is simulated-year.soak.test.ts.

import { describe, expect, it } from 'vitest';
import { simulateYear } from './simulate-year.ts';

describe('a simulated year', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('of seed %i', async (seed) => {
    const { taken } = await simulateYear(seed, 3);
    expect(taken).toBeGreaterThan(0);
  });
});
