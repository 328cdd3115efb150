// What only shows when financing stands beside sources, pools and services.

import { describe, expect, it } from 'vitest';
import { financedModel, SAMPLE_FINANCING, writeFinanced } from '../../../test/support/sample-financing.ts';
import { SAMPLE_MODEL, SAMPLE_UNITS, writeSample } from '../../../test/support/sample-model.ts';
import { describeFinding } from '../../findings/finding.ts';
import { type ModelReading, readModel } from '../read-model.ts';

const read = (text: string): Promise<ModelReading> => readModel(writeFinanced(text));

/** The financed sample with one thing replaced, in the financing section or before it. */
function changed(from: string, to: string): string {
  const isInSection = SAMPLE_FINANCING.includes(from);
  if (!isInSection && !financedModel().includes(from)) throw new Error(`the sample does not hold "${from}"`);
  return isInSection ? financedModel(SAMPLE_FINANCING.replace(from, to)) : financedModel().replace(from, to);
}
const messages = async (from: string, to: string): Promise<string[]> =>
  (await read(changed(from, to))).findings.map(describeFinding);

describe('sources of the finance year', () => {
  it.each<[string, string, string]>([
    [
      'files: data/ledger-2026-*.csv, year: 2026',
      'files: data/l.csv',
      'expense is followed, and no source holds accounts of 2026. Declare it under "sources": "kind: actual, year: 2026".',
    ],
    [
      'kind: budget, files: data/budget-2026.csv, year: 2026',
      'kind: budget, files: data/b.csv',
      'the frame is from the budget, and no source holds budget of 2026. Declare it under "sources": "kind: budget, year: 2026".',
    ],
    [
      'from: budget',
      'from: revised-budget',
      'the frame is from the budget, and no source holds revised budget of 2026. Declare it under "sources": "kind: budget, budget: revised, year: 2026".',
    ],
    [
      'files: data/delivered-2026-*.csv, year: 2026',
      'files: data/d.csv',
      '"activity" pays for what is delivered, and no source holds delivered activity of 2026. Declare it under "sources": "kind: delivered, year: 2026".',
    ],
    [
      'files: data/decisions-2026.csv, year: 2026',
      'files: data/d.csv',
      '"activity" pays for what is granted, and no source holds granted activity of 2026. Declare it under "sources": "kind: granted, year: 2026".',
    ],
    [
      'files: data/away-2026.csv, year: 2026',
      'files: data/a.csv',
      '"activity" pays days of absence, and no source holds suspensions of 2026. Declare it under "sources": "kind: suspensions, year: 2026".',
    ],
    [
      'files: data/places-2026.csv, year: 2026',
      'files: data/p.csv',
      '"activity" pays empty places, and no source holds places of 2026. Declare it under "sources": "kind: capacity, year: 2026".',
    ],
    [
      'files: data/paid-2025.csv',
      'files: data/paid-2025.csv, year: 2026',
      '"paid-time" divides paid hours, and no source holds paid hours of 2025. Declare it under "sources": "kind: paid-hours, year: 2025".',
    ],
  ])('%s → %s is warned of', async (from, to, expected) => {
    const { model, findings } = await read(changed(from, to));
    expect(findings.map(describeFinding)).toEqual([expect.stringContaining(expected)]);
    expect(findings[0]?.severity).toBe('warning');
    expect(model).toBeDefined();
  });

  it('do not say which volumes share the cost of the cost year', async () => {
    const { model, findings } = await read(changed('  volumes: delivered\n', ''));
    expect(findings.map(describeFinding)).toEqual([]);
    expect(model?.costing.volumes).toBe('delivered');
    expect(await messages('  volumes: delivered\n', '  volumes: granted\n')).toEqual([
      expect.stringContaining('no source holds granted volumes. Sources hold: delivered.'),
    ]);
  });
});

/** Beside the sample's units a private provider, which is bought from. */
const WITH_FRIENDS = `${SAMPLE_UNITS}friends;Friends;provider;private;;4990;;;;\n`;

describe('the same money', () => {
  const RULE = /nothing would pay for it/;
  it.each<[string, string, string, string]>([
    [
      'function: 234, answers: purchaser',
      'function: 234, answers: provider',
      'error',
      'providers answer for "day", and it goes to "day-centre", an open service, which has no price: nothing would pay for it.',
    ],
    [
      'answers: provider, follows: care-wages',
      'answers: provider, follows: day',
      'error',
      'providers answer for "refunds", and it goes to "day-centre", an open service, which has no price: nothing would pay for it.',
    ],
    [
      '    - providers: { driver: paid-time, to: own services }',
      '    - providers: { driver: equal, to: day-centre }',
      'warning',
      'providers answer for "cars", and it may reach "day-centre" by the rule of "providers", an open service, which has no price: nothing would pay for it.',
    ],
    [
      '    - travel: { driver: equal, to: own services,',
      '    - travel: { driver: equal, to: day-centre,',
      'warning',
      'providers answer for "visits", and it may reach "day-centre" by the rule of "travel", an open service, which has no price: nothing would pay for it.',
    ],
    [
      'driver: it-use, to: [home-nursing, practical-assistance]',
      'driver: equal, to: day-centre',
      'error',
      'providers answer for "patrol", and it goes to "day-centre", an open service, which has no price under the funding model "no-base": nothing would pay for it.',
    ],
  ])('%s → %s', async (from, to, severity, expected) => {
    const other =
      '    no-base: { pays: { basis: delivered }, applies: [ { units: solvang, from: 2026-01 } ], prices: { base: [] } }\n';
    const text = changed(from, to).replace(
      '    frame-only:',
      `${expected.includes('no-base') ? other : ''}    frame-only:`,
    );
    const { model, findings } = await read(text);
    const told = findings.filter(({ message }) => RULE.test(message));
    expect(told.map((finding) => [finding.severity, finding.message])).toContainEqual([severity, expected]);
    expect(told.every(({ rule }) => rule === 'model/not-the-same-money')).toBe(true);
    expect(model === undefined).toBe(severity === 'error');
  });

  it.each<[string, string, string]>([
    [
      'a driver that names only counted services',
      'driver: paid-time, to: own services }\n    - patrol',
      'driver: portions, to: own services }\n    - patrol',
    ],
    [
      'an open service beside others, shared equally: nothing goes there',
      'driver: paid-time, to: own services }\n    - patrol',
      'driver: equal, to: own services }\n    - patrol',
    ],
    [
      'what is parked',
      'function: 234, answers: purchaser, driver: equal, to: day-centre',
      'function: 234, park: to be looked at',
    ],
    [
      'base grant in every funding model',
      'driver: it-use, to: [home-nursing, practical-assistance]',
      'driver: equal, to: day-centre',
    ],
    [
      'what is bought, which is paid as it is charged',
      'function: 234, answers: purchaser',
      'units: friends, answers: provider',
    ],
  ])('%s is fine', async (_, from, to) => {
    const { findings } = await readModel(
      writeFinanced(changed(from, to), { 'data/units.csv': WITH_FRIENDS }),
    );
    expect(findings.filter(({ severity, message }) => severity === 'error' || RULE.test(message))).toEqual(
      [],
    );
  });

  it('is not asked where nothing is financed', async () => {
    const { findings } = await readModel(writeSample(SAMPLE_MODEL));
    expect(findings).toEqual([]);
  });

  it('a driver that gives an open service a share among others', async () => {
    const text = changed(
      'driver: paid-time, to: own services }\n    - patrol',
      'driver: some, to: own services }\n    - patrol',
    ).replace(
      '    fte: {',
      '    some: { shares: { home-nursing: 70 %, nursing-home: 20 %, day-centre: 10 % }, source: rota }\n    fte: {',
    );
    const { findings } = await read(text);
    expect(findings.map(({ message }) => message)).toEqual([
      'providers answer for "refunds", and it goes to "day-centre", an open service, which has no price: nothing would pay for it.',
      'providers answer for "care-wages", and it goes to "day-centre", an open service, which has no price: nothing would pay for it.',
    ]);
  });
});
