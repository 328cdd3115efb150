// Fjordvik through the whole line: generated, read, costed and priced, against the figures it was made to give.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readModel } from '../model/read-model.ts';
import { type Fraction, toDecimal } from '../money/fraction.ts';
import { sumOre } from '../money/ore.ts';
import { accountTotals } from '../registers/read-totals.ts';
import { readRegister } from '../registers/register.ts';
import { type RunResult, runYear, type YearRun } from '../run/run-year.ts';
import { Db } from '../store/db.ts';
import { DISK } from '../store/file-operations.ts';
import { openWorkspace } from '../store/workspace.ts';
import { generateFjordvik } from './generate-fjordvik.ts';

/** Everything is a twentieth (a krone of the whole is 5 øre), but unit costs and prices are as in the whole. */
const SCALE = 0.05;

let dir = '';
let run: YearRun;
let result: RunResult;
/** What stands in the ledger and in the budget of 2026, in øre. */
let read2026: { readonly actual: bigint; readonly budget: bigint };

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fjordvik-run-'));
  await generateFjordvik(dir, { scale: SCALE });
  const reading = await readModel(join(dir, 'innsats.yaml'));
  expect(reading.findings).toEqual([]);
  const db = await Db.open({ threads: 2 });
  const workspace = openWorkspace(dir);
  try {
    run = await runYear({
      workspace,
      model: reading.model!,
      modelFindings: [],
      db,
      key: { secret: new Uint8Array(32).fill(7), file: 'of this test' },
    });
    const { register } = await readRegister(workspace, DISK);
    const sumOf = async (kind: 'actual' | 'budget'): Promise<bigint> => {
      const totals = await accountTotals(db, register, { kind, year: 2026 });
      return totals.reduce((sum, { amountOre }) => sum + amountOre, 0n);
    };
    read2026 = { actual: await sumOf('actual'), budget: await sumOf('budget') };
  } finally {
    db.close();
  }
  expect(run.refusedBy).toBeUndefined();
  result = run.result!;
}, 60_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

const priceOf = (service: string): { readonly exact: Fraction; readonly publishedOre: bigint } =>
  result.prices!.prices.find((price) => price.kind === 'financing' && price.service === service)!;

describe('Fjordvik from files to prices', () => {
  it('pays 918 and 679 kroner an hour, base grants and 131 kroner for travel', () => {
    expect(priceOf('home-nursing').publishedOre).toBe(91_800n);
    expect(priceOf('practical-assistance').publishedOre).toBe(67_900n);
    expect(toDecimal(priceOf('home-nursing').exact, 0)).toBe('91848');
    expect(toDecimal(priceOf('practical-assistance').exact, 0)).toBe('67948');
    const grants = result.prices!.baseGrants.map(({ unit, publishedOre }) => [unit, publishedOre]);
    expect(grants).toEqual([
      ['innlandet', 4_689_000n * 5n],
      ['sjosiden', 6_564_600n * 5n],
    ]);
    const travel = result.prices!.supplements.map(({ service, unit, amount }) => [
      service,
      unit,
      toDecimal(amount, 0),
    ]);
    expect(travel).toEqual([
      ['home-nursing', 'innlandet', '13100'],
      ['practical-assistance', 'innlandet', '13100'],
    ]);
  });

  it('costs a day in each home what it was made to cost', () => {
    const perDay = (unit: string, answers: readonly string[]): number => {
      const objects = result.costs.objects.filter((object) => object.unit === unit);
      const strands = objects
        .flatMap(({ costs }) => costs)
        .filter(({ strand }) => answers.includes(strand.answers));
      const parts = objects.reduce((sum, object) => sum + object.parts, 0n);
      return Number(sumOre(strands.map(({ amountOre }) => amountOre))) / 100 / (Number(parts) / 1000);
    };
    expect(perDay('solvang', ['provider'])).toBeCloseTo(3_207.24, -1);
    expect(perDay('fjordglott', ['provider'])).toBeCloseTo(3_241.33, -1);
    expect(perDay('bakkehaugen', ['provider'])).toBeCloseTo(3_388.83, -1);
    expect(perDay('group-homes', ['provider'])).toBeCloseTo(6_617.2, -1);
  });

  it('costs about 4,110 kroner a day with premises, kitchen, management and IT, before sick-pay refunds', () => {
    const homes = result.costs.objects.filter(({ service }) => service === 'nursing-home');
    const days = Number(homes.reduce((sum, { parts }) => sum + parts, 0n)) / 1000;
    const refundsOre = (3_790_000n + 3_060_000n + 2_510_000n) * 5n;
    const perDay = Number(sumOre(homes.map(({ amountOre }) => amountOre)) + refundsOre) / 100 / days;
    expect(Math.abs(perDay - 4_110)).toBeLessThan(10);
  });

  it('parks the bill on the unknown responsibility, and nothing else', () => {
    const parked = result.costs.remainders.filter(({ kind }) => kind === 'parked');
    expect(parked.map(({ name, amountOre }) => [name, amountOre])).toEqual([
      ['ikke plassert ennå', 312_000n * 5n],
    ]);
  });

  it('keeps fees, grants and assessment out of cost by name', () => {
    const left = result.costs.remainders.filter(({ kind }) => kind === 'not-costed');
    expect(left.map(({ name, amountOre }) => [name, amountOre])).toEqual([
      ['finanstransaksjoner', 6_000n * 5n],
      ['not in price', -(33_400_000n + 2_900_000n + 4_300_000n + 17_900_000n) * 5n],
      ['vurdering og bestilling', (14_100_000n - 370_000n) * 5n],
    ]);
  });

  it('loses not one øre between ledger and end', () => {
    const ends = [...result.costs.objects, ...result.costs.remainders];
    expect(sumOre(ends.map(({ amountOre }) => amountOre))).toBe(434_551_000n * 5n);
  });

  it('shows its dirt', () => {
    const [days, dayCentre, refund, unknown] = [
      'checks/too-many-days',
      'checks/activity-without-cost',
      'checks/turned-sign',
      'checks/responsibility-without-unit',
    ].map((rule) => run.findings.find((finding) => finding.rule === rule));
    expect(days?.volume).toEqual({ parts: 11_000n, measure: 'day' });
    expect(dayCentre?.message).toBe('day-centre has activity in 2025-07 and no cost in the ledger there.');
    expect(refund?.amountOre).toBe(38_000n * 5n);
    expect(unknown?.amountOre).toBe(312_000n * 5n);
    const alarms = run.findings.filter(({ rule }) => rule === 'checks/delivered-without-grant');
    expect(alarms.map(({ where, volume }) => [where.key, volume?.measure])).toEqual([
      ['safety-alarm/alarm-team', 'month'],
    ]);
  });

  it('has read 2026 too, which the costing of 2025 does not touch', () => {
    expect(read2026).toEqual({ actual: 465_511_280n * 5n, budget: 453_279_000n * 5n });
    expect(run.findings.filter(({ where }) => where.file?.includes('2026'))).toEqual([]);
  });

  it('is refused nowhere', () => {
    expect(run.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
