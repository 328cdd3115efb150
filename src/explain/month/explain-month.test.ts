// Every figure of a followed month explains itself: lines sum to the figure, and each leads on to one that exists.

import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followedWorkspace, followMonth } from '../../../test/support/followed-workspace.ts';
import type { MonthResult } from '../../run/month/run-month.ts';
import { Db } from '../../store/db.ts';
import type { Workspace } from '../../store/workspace.ts';
import { type ExplainLevel, UnknownFigure } from '../level.ts';
import { explainMonthFigure } from './month-figures.ts';
import { explainTerms, termFigure } from './month-terms.ts';

let db: Db;
let workspace: Workspace;
let month: MonthResult;
beforeAll(async () => {
  db = await Db.open({ threads: 2 });
  workspace = await followedWorkspace(db);
  const { result } = await followMonth(workspace, db, 12);
  month = result!;
});
afterAll(() => db.close());

function explain(figure: string): Promise<ExplainLevel> {
  const term = termFigure(figure);
  if (term) return Promise.resolve(explainTerms(term, month.year, month.model));
  return explainMonthFigure({ db, runDir: month.dir, registersDir: workspace.registersDir }, figure);
}

/** The figure and all that it leads on to, each once. */
async function reached(first: string): Promise<Map<string, ExplainLevel>> {
  const found = new Map<string, ExplainLevel>();
  const waiting = [first];
  while (waiting.length > 0) {
    const figure = waiting.pop()!;
    if (found.has(figure)) continue;
    const level = await explain(figure);
    found.set(figure, level);
    waiting.push(...level.lines.flatMap((line) => line.figure ?? []));
  }
  return found;
}

const sum = ({ lines }: ExplainLevel): bigint => lines.reduce((all, { amountOre }) => all + amountOre, 0n);

describe('explaining a followed month', () => {
  it.each([
    'variance:north',
    'variance:south@5',
    'earned:north',
    'spent:south',
    'frame:north',
    'settlement:north',
  ])(
    '%s and all that it leads to add up',
    async (figure) => {
      const levels = await reached(figure);
      for (const [name, level] of levels) {
        expect(sum(level), name).toBe(level.totalOre);
        expect(level.lines.length, name).toBeLessThanOrEqual(20);
      }
      if (figure.startsWith('variance')) expect(levels.size).toBeGreaterThan(20);
    },
    60_000,
  );

  it('comes to the postings, where they stand in the file', async () => {
    const levels = await reached('spent:north@3');
    const postings = [...levels].filter(([figure]) => figure.startsWith('posted:'));
    expect(postings.length).toBeGreaterThan(1);
    for (const [, { lines }] of postings)
      for (const { label } of lines) expect(label).toMatch(/^data\/ledger-2026\.csv, row \d+$/);
  });

  it('a unit’s variances are what the month says', async () => {
    const own = month.year.months.filter(({ unit }) => unit === 'north');
    const activity = own.reduce((all, { frameOre = 0n, earnedOre }) => all + frameOre - earnedOre, 0n);
    const efficiency = own.reduce((all, { earnedOre, spentOre }) => all + earnedOre - spentOre, 0n);
    expect((await explain('activity:north')).totalOre).toBe(activity);
    expect((await explain('efficiency:north')).totalOre).toBe(efficiency);
    expect((await explain('variance:north')).totalOre).toBe(activity + efficiency);
  });

  it.each([
    ['variance:nowhere', 'no unit "nowhere"'],
    ['earned:north@13', 'no month 13 of north: it has 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12. A later one'],
    ['activity:north/quantiti', 'Did you mean "quantity"?'],
    ['spent:north@3/wrok', 'Did you mean "work"?'],
  ])('%s is told with the nearest', async (figure, message) => {
    await expect((async () => explain(figure))()).rejects.toThrow(message);
    await expect((async () => explain(figure))()).rejects.toThrow(UnknownFigure);
  });

  it('a followed month lies in a folder of its name', () => {
    expect(basename(month.dir)).toBe(`2026-12-${month.id}`);
  });
});
