// Years of a small municipality in which much goes wrong, and nothing that must hold ever does not. The long twin
// is simulated-year.soak.test.ts.

import { describe, expect, it } from 'vitest';
import { simulateYear } from './simulate-year.ts';

describe('a simulated year', () => {
  it.each([1, 10])('of seed %i', async (seed) => {
    const { taken } = await simulateYear(seed);
    expect(taken).toBeGreaterThan(0);
  });
});
