import { describe, expect, it } from 'vitest';
import { exact } from '../../../test/support/hand-made-model.ts';
import { SMALL_MODEL, smallSheet } from '../../../test/support/small-sheet.ts';
import type { Change } from '../../whatif/change.ts';
import { withChanges } from '../../whatif/change-sheet.ts';
import { differences } from '../../whatif/differences.ts';
import type { Problem } from '../../whatif/problem.ts';
import { LANGUAGES } from '../../words/language.ts';
import { changedPricesView, unitDifferencesView } from './difference-views.ts';
import { differencesTitle } from './differences-title.ts';
import { sayProblem } from './say-problem.ts';

const before = smallSheet();
const after = (...changes: Change[]) => differences(before, withChanges(before, changes).sheet!);
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

const DEARER: Change = { kind: 'price', service: 'home-nursing', level: '', publishedOre: 80_000n };
const LESS_HELP: Change = {
  kind: 'volume',
  service: 'practical-assistance',
  unit: 'innlandet',
  factor: exact(0),
};
const MANAGER: Change = { kind: 'column', unit: 'day-centre', column: 'fte', quantity: exact(4) };

describe('the finding', () => {
  it.each<[string, Change[], string]>([
    ['nothing', [], 'No unit earns more or less.'],
    ['one unit', [LESS_HELP], 'innlandet earns 0.2 mill. kr less in 2026.'],
    ['several', [DEARER], 'sjosiden earns 75 thousand kr more in 2026; all together 0.1 mill. kr more.'],
    [
      'both ways',
      [DEARER, LESS_HELP],
      'innlandet earns 0.1 mill. kr less in 2026, sjosiden 75 thousand kr more; all together 51 thousand kr less.',
    ],
    ['cost alone', [MANAGER], 'day-centre costs 23 thousand kr more in 2025, sjosiden 15 thousand kr less.'],
  ])('%s', (_, changes, expected) => {
    expect(plain(differencesTitle(SMALL_MODEL, after(...changes), 'en'))).toBe(expected);
  });
});

describe('the tables', () => {
  it('prices that become others, what was stated marked', () => {
    const { rows } = changedPricesView(SMALL_MODEL, after(DEARER), 'en');
    expect(rows).toEqual([['home-nursing', 'hour', '725.00', '800.00', '+75.00', '+10.3', 'stated']]);
  });
  it('units, the largest difference first, then the others and the total', () => {
    const { rows, columns } = unitDifferencesView(SMALL_MODEL, after(DEARER, LESS_HELP), 'en');
    expect(columns).toHaveLength(4);
    expect(rows).toEqual([
      ['innlandet', '530,900', '405,000', '−125,900'],
      ['sjosiden', '1,237,500', '1,312,500', '+75,000'],
      ['1 as before', '249,600', '249,600', '0'],
      'rule',
      ['Total', '2,018,000', '1,967,100', '−50,900'],
    ]);
  });
  it('cost that moved has a column, and sums to nothing', () => {
    const { rows } = unitDifferencesView(SMALL_MODEL, after(MANAGER), 'en');
    expect(rows).toEqual([
      ['day-centre', '249,600', '249,600', '0', '+22,500'],
      ['sjosiden', '1,237,500', '1,237,500', '0', '−15,000'],
      ['innlandet', '530,900', '530,900', '0', '−7,500'],
      'rule',
      ['Total', '2,018,000', '2,018,000', '0', '0'],
    ]);
  });
});

describe('why something cannot be tried', () => {
  it.each<[Problem, string]>([
    [
      { problem: 'form', asked: 'growth', text: 'wages=5' },
      '"wages=5" cannot be understood. Write it as --growth wages=5%.',
    ],
    [
      { problem: 'unknown', what: 'driver', name: 'ftee', known: ['fte', 'area'] },
      'No driver is called "ftee". Did you mean "fte"?',
    ],
    [
      { problem: 'unknown', what: 'entry', name: 'nowhere', of: 'fte', known: 'abcdefghij'.split('') },
      'The driver "fte" says nothing of "nowhere". Known: a, b, c, d, e, f, g, h and 2 more.',
    ],
    [{ problem: 'unknown', what: 'year', name: '2031', known: [] }, 'The model has no growth for "2031".'],
    [
      { problem: 'several', name: 'day-care', of: 'day-care', known: ['day-care/a', 'day-care/b'] },
      '"day-care" is several. Write one of them. Known: day-care/a, day-care/b.',
    ],
    [
      { problem: 'not-stated', driver: 'equal' },
      'The driver "equal" is not stated but computed by the model. Change what it is computed from.',
    ],
    [{ problem: 'share', driver: 'rota', name: 'a' }, 'The share of "a" in "rota" must be from 0% to 100%.'],
    [
      { problem: 'only-share', driver: 'rota', name: 'a' },
      'In "rota" only "a" has a share: there is no one to give the rest to.',
    ],
  ])('%j', (problem, expected) => {
    expect(sayProblem(problem, 'en')).toBe(expected);
    for (const language of LANGUAGES) expect(sayProblem(problem, language)).not.toContain('{');
  });
});
