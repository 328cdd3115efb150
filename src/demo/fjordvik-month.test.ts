// Fjordvik's 2026 through the whole line, at its full size: costed, priced, adopted, and followed to December. The two
// stories come out as they are published, line by line.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adoptFjordvik, followFjordvik } from '../../test/support/followed-fjordvik.ts';
import { sumOre } from '../money/ore.ts';
import type { MonthResult, MonthRun } from '../run/month/run-month.ts';
import { Db } from '../store/db.ts';
import { generateFjordvik } from './generate-fjordvik.ts';

let dir = '';
let run: MonthRun;
let december: MonthResult;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'fjordvik-month-'));
  await generateFjordvik(dir);
  const db = await Db.open({ threads: 2 });
  try {
    run = await followFjordvik(dir, db, { month: 12, prices: await adoptFjordvik(dir, db) });
  } finally {
    db.close();
  }
  december = run.result!;
}, 180_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const kroner = (ore: bigint): number => Math.round(Number(ore) / 100);
const monthsOf = (unit: string) => december.year.months.filter((month) => month.unit === unit);
const total = (unit: string, of: 'earnedOre' | 'spentOre'): number =>
  kroner(sumOre(monthsOf(unit).map((month) => month[of])));
const frame = (unit: string): number => kroner(sumOre(monthsOf(unit).map(({ frameOre = 0n }) => frameOre)));

/** A unit's lines of the year in whole kroner. */
function lines(unit: string, variance: 'activity' | 'efficiency'): Readonly<Record<string, number>> {
  const all = monthsOf(unit).flatMap((month) => month.lines.filter((line) => line.variance === variance));
  const byLine = Map.groupBy(all, ({ line }) => line);
  return Object.fromEntries(
    [...byLine].map(([line, some]) => [line, kroner(sumOre(some.map(({ amountOre }) => amountOre)))]),
  );
}

describe('the two stories of 2026', () => {
  it.each([
    ['sjosiden', 77_500_000, 83_995_100, 84_280_000],
    ['innlandet', 49_600_000, 49_672_700, 53_890_000],
  ])('%s: frame, earned, spent', (unit, voted, earned, spent) => {
    expect([frame(unit), total(unit, 'earnedOre'), total(unit, 'spentOre')]).toEqual([voted, earned, spent]);
  });

  it('Sjøsiden overruns by users', () => {
    expect(lines('sjosiden', 'activity')).toEqual({
      'frame-gap': -100,
      users: -6_311_971,
      quantity: -183_029,
    });
    expect(lines('sjosiden', 'efficiency')).toEqual({
      'starting-position': -28_347,
      'wage-composition': -18_967,
      usage: -196_401,
      'goods-usage': -15_785,
      'fixed-spending': -25_400,
    });
  });

  it('Innlandet overruns by dear hours', () => {
    expect(lines('innlandet', 'activity')).toEqual({
      'frame-gap': -48_800,
      users: -79_739,
      quantity: 55_839,
    });
    expect(lines('innlandet', 'efficiency')).toEqual({
      'starting-position': -35_799,
      'wage-composition': -2_187_227,
      usage: -1_860_978,
      'goods-usage': -92_296,
      'fixed-spending': -41_000,
    });
  });

  it('which begin in May', () => {
    const usage = monthsOf('innlandet').map(({ month, lines }) => {
      const own = lines.filter(({ line }) => line === 'usage').map(({ amountOre }) => amountOre);
      return [month, kroner(sumOre(own))] as const;
    });
    for (const [month, amount] of usage)
      if (month < 5) expect(Math.abs(amount)).toBeLessThan(1_000);
      else expect(amount).toBeLessThan(-200_000);
  });

  it.each([
    ['sjosiden', '57.4', '57.5'],
    ['innlandet', '49.2', '51.3'],
  ])('%s delivers %s of a hundred paid hours, and %s by last year’s standard', (unit, share, standard) => {
    const staffing = monthsOf(unit).map((month) => month.staffing);
    const hours = (of: (one: (typeof staffing)[number]) => bigint): number =>
      Number(sumOre(staffing.map(of)));
    const direct = hours(({ directParts }) => directParts);
    const paid = hours((one) => one.ordinaryParts + one.overtimeParts + one.agencyParts);
    const normal = staffing.reduce(
      (sum, { standardParts: { num, den } }) => sum + Number(num) / Number(den),
      0,
    );
    expect(((100 * direct) / paid).toFixed(1)).toBe(share);
    expect(((100 * direct) / normal).toFixed(1)).toBe(standard);
  });
});

describe('the rest of 2026', () => {
  it('Bakkehaugen has its frame, and a million left of it', () => {
    expect(total('bakkehaugen', 'earnedOre')).toBe(50_208_000);
    expect(total('bakkehaugen', 'spentOre')).toBe(49_145_000);
    const used = december.year.quantities.filter(
      ({ unit, state, month }) => unit === 'bakkehaugen' && state === 'delivered' && month === 10,
    );
    const parts = used.reduce((sum, quantity) => sum + quantity.parts, 0n);
    // Of 40 places in a month of 31 days.
    expect(Number(parts) / 1000 / (40 * 31)).toBeLessThan(0.86);
  });

  it('every month of every unit: both variances are frame less spent', () => {
    expect(december.year.months.length).toBe(10 * 12);
    for (const { frameOre, spentOre, lines } of december.year.months) {
      const both = lines.filter(({ variance }) => variance !== 'memo');
      expect(sumOre(both.map(({ amountOre }) => amountOre))).toBe(frameOre! - spentOre);
    }
  });

  it('shows its dirt: alarms without decisions, and a person in two homes', () => {
    const rules = run.findings.filter(({ severity }) => severity === 'warning').map(({ rule }) => rule);
    expect(rules).toEqual(
      expect.arrayContaining([
        'checks/delivered-without-grant',
        'checks/too-many-days',
        'decisions/overlapping-stays',
      ]),
    );
    expect(run.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
