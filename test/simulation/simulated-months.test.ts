// Some years of a small municipality that follows them month by month, in which much goes wrong, and nothing that must
// hold of a followed month ever does not. Months come six at a time, so that it is quick, and one closed month is
// made again after each step, all of them in the end; the long twin is simulated-months.soak.test.ts.

import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Db } from '../../src/store/db.ts';
import type { Workspace } from '../../src/store/workspace.ts';
import type { MonthsTold } from './months/followed-ground.ts';
import { monthsTemplate } from './months/followed-world.ts';
import { simulateMonths } from './months/simulate-months.ts';

/** Chosen so that between them all of it happens. */
const SEEDS = [1, 4, 15];
const PACE = { monthsAtOnce: 6, steps: 4, rerun: 1 };

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

describe('a simulated year that is followed', () => {
  const years: MonthsTold[] = [];
  it.each(SEEDS)('of seed %i', async (seed) => {
    years.push(await simulateMonths(template, db, { seed, pace: PACE }));
  });

  it('has had its share of what can happen', ({ skip }) => {
    if (years.length < SEEDS.length) skip('only when all seeds have run');
    const count = (what: (year: MonthsTold) => number): number =>
      years.reduce((sum, year) => sum + what(year), 0);
    expect(count(({ closed }) => closed)).toBeGreaterThan(8);
    expect(count(({ rerun }) => rerun)).toBeGreaterThan(24);
    expect(count(({ corrections }) => corrections)).toBeGreaterThan(40);
    for (const what of ['reopened', 'crashed', 'refused'] as const)
      expect(
        count((year) => year[what]),
        what,
      ).toBeGreaterThan(0);
  });
});
