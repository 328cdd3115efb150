// A closed month is what it was, whatever comes later; what comes later stands as corrections; months are closed in
// order, and reopening leaves a trace.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settleYear } from '../../src/cli/commands/settle.ts';
import { ClosingRefused, closeMonth, closeYear, reopen } from '../../src/run/month/close-month.ts';
import { readClosings } from '../../src/run/month/closings.ts';
import type { MonthResult } from '../../src/run/month/run-month.ts';
import { Db } from '../../src/store/db.ts';
import type { Workspace } from '../../src/store/workspace.ts';
import { verifyRun } from '../../verify/verify.ts';
import {
  DELIVERY_HEADER,
  FILES,
  followedWorkspace,
  followMonth,
  LEDGER_HEADER,
  writeFiles,
} from '../support/followed-workspace.ts';
import { norwegian } from '../support/identity-numbers.ts';

let db: Db;
beforeAll(async () => {
  db = await Db.open({ threads: 2 });
});
afterAll(() => db.close());

async function run(workspace: Workspace, month: number): Promise<MonthResult> {
  const { result, findings } = await followMonth(workspace, db, month);
  if (!result) throw new Error(findings.map(({ rule, message }) => `${rule}: ${message}`).join('\n'));
  return result;
}

/** Everything that a month wrote, by file. */
const bytesOf = (dir: string): Map<string, string> =>
  new Map(
    readdirSync(dir)
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(dir, name)))
          .digest('hex'),
      ]),
  );

const total = (result: MonthResult, month: number) => {
  const those = result.year.months.filter((one) => one.month === month);
  const sum = (of: (one: (typeof those)[number]) => bigint): bigint =>
    those.reduce((all, one) => all + of(one), 0n);
  return {
    frameOre: sum(({ frameOre = 0n }) => frameOre),
    earnedOre: sum(({ earnedOre }) => earnedOre),
    spentOre: sum(({ spentOre }) => spentOre),
  };
};

/** Postings and deliveries of January and February that nobody knew of when they were closed. */
const LATE = {
  'data/ledger-2026-late.csv': `${LEDGER_HEADER}\n1000;258;010;202601;1234.56\n2000;258;110;202602;-77.10\n`,
  'data/delivered-2026-late.csv': `${DELIVERY_HEADER}\n${norwegian('010150100')};home-care;north;2026-01;3.5\n`,
};

describe('closing', () => {
  it('gives the same bytes again after anything else was imported and the model was changed', async () => {
    const workspace = await followedWorkspace(db);
    const january = await run(workspace, 1);
    const before = bytesOf(january.dir);
    closeMonth(workspace, january, '2026-02-10');
    writeFiles(workspace, LATE);
    const model = readFileSync(workspace.modelFile, 'utf8');
    writeFiles(workspace, {
      'innsats.yaml': model.replace('periodise: calendar-days', 'periodise: twelfths'),
    });
    rmSync(join(workspace.dir, 'prices'), { recursive: true });
    writeFiles(workspace, { 'prices/none.txt': '' });
    rmSync(workspace.monthsDir, { recursive: true });
    const again = await run(workspace, 1);
    expect(again.isClosed).toBe(true);
    expect(again.id).toBe(january.id);
    expect(bytesOf(again.dir)).toEqual(before);
  });

  it('tells what is registered later as corrections, which are rerun − closed', async () => {
    const workspace = await followedWorkspace(db);
    const closed = new Map<number, MonthResult>();
    for (const month of [1, 2]) {
      const result = await run(workspace, month);
      expect(result.corrections).toEqual([]);
      closed.set(month, result);
      closeMonth(workspace, result, '2026-03-10');
    }
    writeFiles(workspace, LATE);
    const march = await run(workspace, 3);
    for (const month of [1, 2]) {
      const [now, then] = [total(march, month), total(closed.get(month)!, month)];
      const corrected = march.corrections.filter((one) => one.month === month);
      for (const key of ['frameOre', 'earnedOre', 'spentOre'] as const)
        expect(corrected.reduce((sum, one) => sum + one[key], 0n)).toBe(now[key] - then[key]);
    }
    expect(march.corrections.map(({ unit, month, spentOre }) => ({ unit, month, spentOre }))).toEqual([
      { unit: 'north', month: 1, spentOre: 123_456n },
      { unit: 'south', month: 2, spentOre: -7710n },
    ]);
    expect(march.corrections[0]!.earnedOre).toBeGreaterThan(0n);
  });

  it('tells what becomes of a frame that a purchaser holds', async () => {
    const held = FILES['innsats.yaml']!.replace('from: budget', 'from: purchase-budget').replace(
      '  pools:\n',
      '  pools:\n    - pay: { responsibility: 3000, answers: purchaser, financing: true }\n',
    );
    const budget = 'r;f;a;y;kr\n3000;258;450;2026;3650000\n';
    const workspace = await followedWorkspace(db, { 'innsats.yaml': held, 'data/budget-2026.csv': budget });
    closeMonth(workspace, await run(workspace, 1), '2026-02-10');
    writeFiles(workspace, { 'data/budget-2026.csv': budget.replace('3650000', '3650365') });
    const february = await run(workspace, 2);
    expect(february.corrections).toEqual([
      { unit: 'office', month: 1, frameOre: 3100n, earnedOre: 0n, spentOre: 0n },
    ]);
    expect((await verifyRun(february.dir, workspace.dir)).failures).toEqual([]);
  });

  it('closes months in order, locks the year, and reopens from the end with a trace', async () => {
    const workspace = await followedWorkspace(db);
    expect(() => closeYear(workspace, 2026, '2027-01-20')).toThrow('2026-01 is open');
    const march = await run(workspace, 3);
    expect(() => closeMonth(workspace, march, '2026-04-10')).toThrow('close 2026-01 first');
    for (let month = 1; month <= 12; month++) {
      closeMonth(workspace, await run(workspace, month), `2026-12-${month + 9}`);
    }
    const again = await run(workspace, 12);
    expect(() => closeMonth(workspace, again, '2027-01-10')).toThrow(ClosingRefused);
    expect(() => closeMonth(workspace, again, '2027-01-10')).toThrow('2026-12 is closed');
    closeYear(workspace, 2026, '2027-01-20');
    const december = { year: 2026, month: 12 };
    const why = { reopened: '2027-02-01', reason: 'the audit found a mistake' };
    expect(() => reopen(workspace, december, why)).toThrow('reopen the year before');
    reopen(workspace, { year: 2026 }, why);
    expect(() => reopen(workspace, { year: 2026, month: 11 }, why)).toThrow('reopen that first');
    const trace = reopen(workspace, december, why);
    expect(existsSync(trace)).toBe(true);
    expect(readFileSync(trace.replace(/json$/, 'why.json'), 'utf8')).toContain('the audit found a mistake');
    expect(readClosings(workspace, 2026).map(({ month }) => month)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
    ]);
  }, 240_000);

  it('settles a whole year, to zero', async () => {
    const workspace = await followedWorkspace(db);
    expect((await run(workspace, 11)).settlements).toEqual([]);
    const { settlements, reserves } = await run(workspace, 12);
    expect(settlements.map(({ unit }) => unit)).toEqual(['north', 'south']);
    for (const one of settlements)
      expect(one.keptOre + one.returnedOre + one.carriedOre + one.coveredOre).toBe(one.resultOre);
    const stays = settlements.reduce((sum, one) => sum + one.keptOre + one.carriedOre, 0n);
    const results = settlements.reduce((sum, one) => sum + one.resultOre, 0n);
    expect(stays + reserves.reduce((sum, { amountOre }) => sum + amountOre, 0n)).toBe(results);
  });

  it('does not settle a year that was closed before the rule was voted', async () => {
    const workspace = await followedWorkspace(db);
    const voted = readFileSync(workspace.modelFile, 'utf8');
    writeFileSync(workspace.modelFile, voted.replace(/^ *settlement: .*\n/m, ''));
    for (let month = 1; month <= 12; month++)
      closeMonth(workspace, await run(workspace, month), '2027-01-10');
    writeFileSync(workspace.modelFile, voted);
    const settling = settleYear({ workspace: workspace.dir, json: true });
    await expect(settling).rejects.toThrow('innsats reopen 2026-12 --reason');
    expect(existsSync(join(workspace.dir, 'settlements'))).toBe(false);
  }, 240_000);

  it('refuses a closing that a hand has changed, or that is cut off', async () => {
    const workspace = await followedWorkspace(db);
    const file = closeMonth(workspace, await run(workspace, 1), '2026-02-10');
    const written = readFileSync(file, 'utf8');
    const [closing] = readClosings(workspace, 2026);
    expect(closing!.units.length).toBeGreaterThan(0);
    const { spentOre } = closing!.units[0]!;
    writeFileSync(file, written.replace(`"${spentOre}"`, `"${spentOre + 100n}"`));
    expect(() => readClosings(workspace, 2026)).toThrow('closings/2026-01.json is not as it was written');
    writeFileSync(file, written.slice(0, -20));
    expect(() => readClosings(workspace, 2026)).toThrow('closings/2026-01.json cannot be read');
    writeFileSync(file, written);
    expect(readClosings(workspace, 2026)).toHaveLength(1);
  });
});
