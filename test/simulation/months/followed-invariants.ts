// What must hold of a followed month after every step of the year, asked of what the program gave, of the disk and of
// the books themselves.

import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from 'vitest';
import { readClosings } from '../../../src/run/month/closings.ts';
import type { MonthResult } from '../../../src/run/month/run-month.ts';
import type { Db } from '../../../src/store/db.ts';
import type { UnitMonth } from '../../../src/tables/financing.ts';
import { monthText } from '../../../src/time/month-text.ts';
import { verifyRun } from '../../../verify/verify.ts';
import { followMonth } from '../../support/followed-workspace.ts';
import { bytesOf } from '../invariants.ts';
import { UNITS, YEAR } from './followed-books.ts';
import { booksOf, budgetOf, type ClosedMonth, type MonthsWorld } from './followed-world.ts';

const sum = <T>(rows: readonly T[], of: (row: T) => bigint): bigint =>
  rows.reduce((total, row) => total + of(row), 0n);

/** All that must hold of a month that was followed. */
export async function expectSoundMonth(world: MonthsWorld, result: MonthResult): Promise<void> {
  expectLines(result);
  expectBooks(world, result);
  expectCorrections(world, result);
  expectSettlement(world, result);
  const { failures } = await verifyRun(result.dir, world.workspace.dir);
  expect(failures).toEqual([]);
}

/** Frame − earned and earned − spent are the sums of their lines, in every unit and month; earned is that of its own. */
function expectLines({ year }: MonthResult): void {
  const earned = year.earned.filter(({ model }) => model === year.model);
  for (const { unit, month, frameOre, earnedOre, spentOre, lines } of year.months) {
    const at = `${unit} ${month}`;
    const linesOf = (variance: string): bigint =>
      sum(
        lines.filter((line) => line.variance === variance),
        ({ amountOre }) => amountOre,
      );
    if (frameOre !== undefined) expect(linesOf('activity'), `activity ${at}`).toBe(frameOre - earnedOre);
    expect(linesOf('efficiency'), `efficiency ${at}`).toBe(earnedOre - spentOre);
    const own = earned.filter((line) => line.unit === unit && line.month === month);
    expect(
      sum(own, ({ amountOre }) => amountOre),
      `earned ${at}`,
    ).toBe(earnedOre);
  }
}

/** Expense is what is posted in the provider's pools, and accruals beside; quantities are what was delivered. */
function expectBooks(world: MonthsWorld, { year, model }: MonthResult): void {
  const months = Array.from({ length: year.through }, (_, i) => i + 1);
  for (const unit of UNITS)
    for (const month of months) {
      const at = `${unit} ${month}`;
      const books = booksOf(world, unit, (of) => of === month);
      const expenses = year.expenses.filter((line) => line.unit === unit && line.month === month);
      expect(
        sum(expenses, ({ postedOre }) => postedOre),
        `posted ${at}`,
      ).toBe(books.postedOre);
      const spentOre = year.months.find((one) => one.unit === unit && one.month === month)?.spentOre ?? 0n;
      expect(
        sum(expenses, ({ postedOre, accruedOre }) => postedOre + accruedOre),
        `spent ${at}`,
      ).toBe(spentOre);
      const delivered = year.quantities.filter(
        (one) => one.unit === unit && one.month === month && one.state === 'delivered',
      );
      expect(
        sum(delivered, ({ parts }) => parts),
        `delivered ${at}`,
      ).toBe(books.parts);
    }
  const { frame } = model.financing!;
  if (year.through < 12 || frame.from !== 'budget') return;
  for (const unit of UNITS) {
    const voted = sum(
      year.months.filter((month) => month.unit === unit),
      ({ frameOre }) => frameOre ?? 0n,
    );
    const changed = sum(
      frame.changes.filter((change) => change.unit === unit),
      ({ amountOre }) => amountOre,
    );
    expect(voted, `frame ${unit}`).toBe(budgetOf(world, unit) + changed);
  }
}

/** Corrections are what closed months come to now − what they were closed with, unit by unit and in all. */
function expectCorrections({ closed }: MonthsWorld, { year, corrections }: MonthResult): void {
  const of = (rows: readonly Partial<UnitMonth>[], month: number, unit?: string) => {
    const those = rows.filter((row) => row.month === month && (unit === undefined || row.unit === unit));
    return {
      frameOre: sum(those, ({ frameOre = 0n }) => frameOre),
      earnedOre: sum(those, ({ earnedOre = 0n }) => earnedOre),
      spentOre: sum(those, ({ spentOre = 0n }) => spentOre),
    };
  };
  const earlier = closed.filter(({ month }) => month < year.through);
  for (const { month, units } of earlier)
    for (const unit of [...UNITS, undefined]) {
      const [now, then] = [of(year.months, month, unit), of(units, month, unit)];
      expect(of(corrections, month, unit), `corrections ${unit ?? 'in all'} ${month}`).toEqual({
        frameOre: now.frameOre - then.frameOre,
        earnedOre: now.earnedOre - then.earnedOre,
        spentOre: now.spentOre - then.spentOre,
      });
    }
  const months = new Set(earlier.map(({ month }) => month));
  expect(corrections.filter(({ month }) => !months.has(month))).toEqual([]);
}

/** A whole year is settled where a rule is voted: kept + returned + carried + covered = result, and the reserve's. */
function expectSettlement({ edits }: MonthsWorld, { year, model, settlements, reserves }: MonthResult): void {
  const isDue = year.through === 12 && model.financing?.settlement !== undefined;
  expect(settlements.map(({ unit }) => unit)).toEqual(isDue ? [...UNITS] : []);
  expect(model.financing?.settlement === undefined).toBe(edits.has('nothing is settled'));
  for (const { unit, yearOre, resultOre, carriedInOre, ...one } of settlements) {
    const months = year.months.filter((month) => month.unit === unit);
    expect(yearOre, unit).toBe(sum(months, ({ earnedOre, spentOre }) => earnedOre - spentOre));
    expect(resultOre, unit).toBe(yearOre + carriedInOre);
    expect(one.keptOre + one.returnedOre + one.carriedOre + one.coveredOre, unit).toBe(resultOre);
  }
  expect(sum(reserves, ({ amountOre }) => amountOre)).toBe(
    sum(settlements, ({ returnedOre, coveredOre }) => returnedOre + coveredOre),
  );
}

/** What a month was closed with, kept outside the program. */
export const asClosed = ({ id, dir, year }: MonthResult): ClosedMonth => ({
  ...{ month: year.through, id, bytes: bytesOf(dir) },
  units: year.months.filter(({ month }) => month === year.through),
});

/** A closed month, made again from its closing and the archive alone, is the same files. */
export async function expectSameAgain(world: MonthsWorld, db: Db, closed: ClosedMonth): Promise<void> {
  const { result } = await followMonth(world.workspace, db, closed.month);
  expect(result?.isClosed, `month ${closed.month} is closed`).toBe(true);
  expect(result!.id, `run of month ${closed.month}`).toBe(closed.id);
  expect(bytesOf(result!.dir), `files of month ${closed.month}`).toEqual(closed.bytes);
}

/** The months that are closed, on disk, are those of the world; every reopening left its closing and its reason. */
export function expectClosings({ workspace, closed, isYearLocked, reopenings }: MonthsWorld): void {
  const closings = readClosings(workspace, YEAR);
  expect(closings.map(({ month, run }) => `${month} ${run}`)).toEqual(
    closed.map(({ month, id }) => `${month} ${id}`),
  );
  expect(existsSync(join(workspace.closingsDir, `${YEAR}.json`))).toBe(isYearLocked);
  const folder = join(workspace.closingsDir, 'reopened');
  const traces = existsSync(folder) ? readdirSync(folder) : [];
  expect(traces.filter((name) => name.endsWith('.why.json')).length).toBe(reopenings);
  expect(traces.length).toBe(2 * reopenings);
}

/** Results of a month are thrown away, as anybody may do. */
export function forget(world: MonthsWorld, month: number): string | undefined {
  const { monthsDir } = world.workspace;
  const names = existsSync(monthsDir) ? readdirSync(monthsDir) : [];
  const found = names.find((name) => name.startsWith(`${monthText(YEAR, month)}-`));
  if (found) rmSync(join(monthsDir, basename(found)), { recursive: true });
  return found;
}
