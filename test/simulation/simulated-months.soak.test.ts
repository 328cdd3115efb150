// The long twin of simulated-months.test.ts: 100 years, or as many as SIMULATED_YEARS says, delivered a month at a time
// or more, and every closed month made again after every step. A failure prints its seed and everything that happened;
// `SIMULATED_FROM` begins at a seed.

import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Db } from '../../src/store/db.ts';
import type { Workspace } from '../../src/store/workspace.ts';
import { monthsTemplate } from './months/followed-world.ts';
import { type Pace, simulateMonths } from './months/simulate-months.ts';

const YEARS = Number(process.env['SIMULATED_YEARS'] ?? 100);
const FROM = Number(process.env['SIMULATED_FROM'] ?? 1_000);
const PACES: readonly Pace[] = [
  { monthsAtOnce: 1, steps: 2, rerun: 'all' },
  { monthsAtOnce: 2, steps: 4, rerun: 'all' },
  { monthsAtOnce: 3, steps: 6, rerun: 'all' },
  { monthsAtOnce: 6, steps: 12, rerun: 'all' },
];

let db: Db;
let template: Workspace;
beforeAll(async () => {
  db = await Db.open({ threads: 1 });
  template = await monthsTemplate(db);
});
afterAll(() => {
  db.close();
  rmSync(template.dir, { recursive: true, force: true });
});

describe('simulated years that are followed', () => {
  it.each(Array.from({ length: YEARS }, (_, i) => FROM + i))('seed %i', async (seed) => {
    const { followed } = await simulateMonths(template, db, { seed, pace: PACES[seed % PACES.length]! });
    expect(followed).toBeGreaterThan(0);
  });
});
