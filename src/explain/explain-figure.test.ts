// Explanations on the demonstration municipality, small: every figure that a level points to can be asked for, every
// level adds up, and what is followed back, by origin or forward comes to the same øre.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateFjordvik } from '../demo/generate-fjordvik.ts';
import { readModel } from '../model/read-model.ts';
import { type RunResult, runYear } from '../run/run-year.ts';
import { Db } from '../store/db.ts';
import { openWorkspace } from '../store/workspace.ts';
import type { ExplainContext } from './explain-context.ts';
import { explainFigure } from './explain-figure.ts';
import { type ExplainLevel, MOST_LINES } from './level.ts';

let home = '';
let context: ExplainContext;
let result: RunResult;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'innsats-explain-'));
  await generateFjordvik(home, { scale: 0.02 });
  const workspace = openWorkspace(home);
  const { model } = await readModel(workspace.modelFile);
  const db = await Db.open();
  const key = { secret: new Uint8Array(32).fill(9), file: 'test.key' };
  const run = await runYear({ workspace, model: model!, modelFindings: [], db, key });
  result = run.result!;
  context = { db, runDir: result.dir, registersDir: workspace.registersDir };
});
afterAll(() => {
  context.db.close();
  rmSync(home, { recursive: true, force: true });
});

const addsUp = (level: ExplainLevel): void => {
  expect(
    level.lines.reduce((sum, { amountOre }) => sum + amountOre, 0n),
    level.figure,
  ).toBe(level.totalOre);
  expect(level.lines.length, level.figure).toBeLessThanOrEqual(MOST_LINES);
};
const addressOf = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('/');

describe('next step', () => {
  it('every figure that a level points to can be asked for, and every level adds up', async () => {
    const waiting = result.prices!.prices.map(
      ({ kind, service, level }) => `price:${kind}/${addressOf([service, level])}`,
    );
    const asked = new Set<string>();
    while (waiting.length > 0 && asked.size < 150) {
      const figure = waiting.shift()!;
      if (asked.has(figure)) continue;
      asked.add(figure);
      const level = await explainFigure(context, figure, 'next');
      addsUp(level);
      waiting.push(...level.lines.flatMap((line) => line.figure ?? []));
    }
    expect([...asked].filter((figure) => figure.startsWith('account:')).length).toBeGreaterThan(10);
  });

  it('a unit cost is what flowed in, a price is its published øre', async () => {
    for (const { service, unit, level, amountOre } of result.costs.objects) {
      const explained = await explainFigure(
        context,
        `unit-cost:${addressOf([service, unit, level])}`,
        'next',
      );
      expect(explained.totalOre).toBe(amountOre);
    }
    for (const { kind, service, level, publishedOre } of result.prices!.prices) {
      const explained = await explainFigure(context, `price:${kind}/${addressOf([service, level])}`, 'next');
      expect(explained.totalOre).toBe(publishedOre);
    }
  });

  it('a pool is its accounts, an account its postings', async () => {
    const pool = await explainFigure(context, 'pool:care-wages/sjosiden', 'next');
    const ofPool = result.costs.assignments.filter(
      ({ pool, unit }) => pool === 'care-wages' && unit === 'sjosiden',
    );
    expect(pool.totalOre).toBe(ofPool.reduce((sum, { amountOre }) => sum + amountOre, 0n));
    for (const line of pool.lines.filter(({ figure }) => figure)) {
      const account = await explainFigure(context, line.figure!, 'next');
      expect(account.totalOre).toBe(line.amountOre);
      expect(account.lines[0]!.label).toMatch(/^data\/ledger-2025-q\d\.csv, row \d+$/);
    }
  });

  it('a volume is its months, a month its records, without a word of persons', async () => {
    const volume = await explainFigure(context, 'volume:home-nursing/sjosiden', 'next');
    addsUp(volume);
    const month = volume.lines.find(({ figure }) => figure)!;
    const records = await explainFigure(context, month.figure!, 'next');
    expect(records.totalOre).toBe(month.amountOre);
    addsUp(records);
    expect(
      JSON.stringify(records, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toMatch(/\d{11}/);
  });
});

describe('by origin and forward', () => {
  it('the origins of every object sum to it', async () => {
    for (const { service, unit, level, amountOre } of result.costs.objects) {
      const origins = await explainFigure(
        context,
        `unit-cost:${addressOf([service, unit, level])}`,
        'origin',
      );
      addsUp(origins);
      expect(origins.totalOre).toBe(amountOre);
    }
  });

  it('what a pool put in comes out again, forward', async () => {
    for (const pool of ['management', 'care-wages', 'sick-pay-refunds', 'rest']) {
      const put = result.costs.assignments.filter((assignment) => assignment.pool === pool);
      const forward = await explainFigure(context, `pool:${pool}`, 'forward');
      addsUp(forward);
      expect(forward.totalOre).toBe(put.reduce((sum, { amountOre }) => sum + amountOre, 0n));
    }
  });
});

describe('what is no figure', () => {
  it.each([
    ['unit-cost:home-nursing/sjosidn', 'Did you mean "home-nursing/sjosiden"?'],
    ['price:financing/home-nursin', 'Did you mean "financing/home-nursing"?'],
    ['pool:car-wages', 'Did you mean "care-wages"?'],
    ['volume:home-nursing/sjosiden@2025-01', 'has no volume "home-nursing/sjosiden@2025-01"'],
    ['nonsense', 'is no figure'],
  ])('%s is told, with the nearest', async (figure, message) => {
    await expect(explainFigure(context, figure, 'next')).rejects.toThrow(message);
  });
});
