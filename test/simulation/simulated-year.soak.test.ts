// The long twin of simulated-year.test.ts: 10,000 years, or as many as SIMULATED_YEARS says; by months and by larger parts. A failure prints its seed
// and everything that happened, and `SIMULATED_FROM` begins at a seed.

import { describe, expect, it } from 'vitest';
import { simulateYear } from './simulate-year.ts';

const YEARS = Number(process.env['SIMULATED_YEARS'] ?? 10_000);
const FROM = Number(process.env['SIMULATED_FROM'] ?? 1_000);

describe('simulated years', () => {
  it.each(Array.from({ length: YEARS }, (_, i) => FROM + i))('seed %i', async (seed) => {
    const { taken } = await simulateYear(seed, [12, 6, 4, 3][seed % 4]!);
    expect(taken).toBeGreaterThan(0);
  });
});
