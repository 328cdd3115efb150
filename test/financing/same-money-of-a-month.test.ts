// A month is refused where the pools that its prices are made of are not those that spending is measured over.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { describeFinding } from '../../src/findings/finding.ts';
import { Db } from '../../src/store/db.ts';
import type { Workspace } from '../../src/store/workspace.ts';
import { followedWorkspace, followMonth, writeFiles } from '../support/followed-workspace.ts';

let db: Db;
let workspace: Workspace;
let model: string;
beforeAll(async () => {
  db = await Db.open({ threads: 2 });
  workspace = await followedWorkspace(db);
  model = readFileSync(workspace.modelFile, 'utf8');
});
afterAll(() => db.close());
beforeEach(() => writeFiles(workspace, { 'innsats.yaml': model, 'accepted.yaml': '' }));

const RULE = 'financing/not-the-same-money';

async function toldAfter(from: string, to: string) {
  expect(model).toContain(from);
  writeFiles(workspace, { 'innsats.yaml': model.replace(from, to) });
  const { refusedBy, result, findings } = await followMonth(workspace, db, 3);
  const told = findings.filter(({ rule }) => rule === RULE).map(describeFinding);
  return { refusedBy, isWritten: result !== undefined, told };
}

describe('the same money', () => {
  it('adopting says the pools, and nothing is told while they are the same', async () => {
    const adopted = readFileSync(join(workspace.pricesDir, '2026.yaml'), 'utf8');
    expect(adopted).toContain('pool: management\n    paid-as: base');
    expect(adopted).toContain('pool: work\n    paid-as: price');
    const unchanged = await toldAfter('periodise: calendar-days', 'periodise: twelfths');
    expect(unchanged).toEqual({ refusedBy: undefined, isWritten: true, told: [] });
  });

  it.each([
    [
      'a pool that providers no longer answer for',
      [
        'units: providers, answers: provider, driver: volumes, to: own services }\n    - rest',
        'units: providers, answers: central, driver: volumes, to: own services }\n    - rest',
      ],
      ['pool "goods" was paid by price', 'is not counted as spent now', '·1000·258·110, ·2000·258·110'],
    ],
    [
      'a pool that is paid in another way',
      ['base: [management]', 'base: [goods]'],
      ['pool "goods" was paid by price', 'pool "management" was paid as base grant', '·1001·258·010'],
    ],
    [
      'a pool of another name',
      ['- goods:', '- running:'],
      ['pool "goods" was paid by price', 'pool "running" was in no price'],
    ],
  ])('%s refuses the month', async (_, [from, to], parts) => {
    const { refusedBy, isWritten, told } = await toldAfter(from!, to!);
    expect([refusedBy, isWritten]).toEqual(['financing', false]);
    for (const part of parts) expect(told.join('\n')).toContain(part);
  });

  it('can be accepted, with its reason', async () => {
    const entry = `- { rule: ${RULE}, place: "*", reason: renamed only, date: 2026-04-01 }\n`;
    writeFiles(workspace, { 'accepted.yaml': entry });
    const { refusedBy, isWritten } = await toldAfter('- goods:', '- running:');
    expect([refusedBy, isWritten]).toEqual([undefined, true]);
  });
});
