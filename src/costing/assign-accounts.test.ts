// Which pool, unit and nature an account finds.

import { describe, expect, it } from 'vitest';
import { account, codes, handMadeModel, pool, REST, unit } from '../../test/support/hand-made-model.ts';
import type { Model, Pool } from '../model/model.ts';
import { WHOLE_MUNICIPALITY } from '../model/model.ts';
import type { AccountTotal } from '../tables/ledger.ts';
import { assignAccounts } from './assign-accounts.ts';

const AWAY = { kind: 'external', name: 'away' } as const;
const byArticle = ({ nature: _, ...rest }: Pool): Pool => rest;
const pools = [
  pool('cars', AWAY, { test: { responsibility: codes('4710') }, nature: 'cars' }),
  byArticle(pool('agd4', AWAY, { test: { function: codes('253 261') }, concept: 'AGD4' })),
  byArticle(pool('care', AWAY, { test: { article: codes('010-099 270') }, units: ['home', 'town'] })),
  byArticle(pool('wages', AWAY, { test: { article: codes('0*') } })),
  REST,
];
const model = (
  units: Model['units'] = [
    unit('home', 'provider', { responsibilities: codes('4700-4719') }),
    unit('town', 'provider', { responsibilities: codes('48*') }),
  ],
): Model =>
  handMadeModel({
    units,
    services: [],
    pools,
    natures: [
      { nature: 'overtime', articles: codes('040') },
      { nature: 'wages', articles: codes('010-099') },
      { nature: 'refunds', articles: codes('710') },
    ],
    concepts: [
      { name: 'AGD4', articles: codes('010-290'), formula: '', source: '', years: { to: 2024 } },
      { name: 'AGD4', articles: codes('010-290 710'), formula: '', source: '', years: { from: 2025 } },
    ],
  });
const assigned = (given: Partial<AccountTotal>, responsibility = '') => {
  const { assignments } = assignAccounts(model(), [account(responsibility, 1, given)]);
  return assignments.map(({ pool: name, unit: at, nature, alsoFits }) =>
    [name, at, nature, alsoFits].join(' | '),
  );
};

describe('an account finds the first pool that fits', () => {
  it.each<[string, string, Partial<AccountTotal>, string]>([
    [
      'by responsibility, with what later pools would have taken',
      '4710',
      { article: '010' },
      'cars | home | cars | care, wages',
    ],
    ['by article and unit', '4711', { article: '040' }, 'care | home | overtime | wages'],
    ['by a responsibility that begins so', '4899', { article: '270' }, 'care | town | unknown | '],
    ['without a unit', '9999', { article: '040' }, 'wages |  | overtime | '],
    [
      'by the concept as it stands in the cost year',
      '9999',
      { function: '253', article: '710' },
      'agd4 |  | refunds | ',
    ],
    ['not outside the concept', '9999', { function: '253', article: '800' }, 'rest |  | wages | '],
    ['or the last', '4711', { article: '500' }, 'rest | home | wages | '],
  ])('%s', (_, responsibility, given, expected) => {
    expect(assigned(given, responsibility)).toEqual([expected]);
  });
});

it('budgets and other years are left aside', () => {
  expect(assigned({ kind: 'budget' })).toEqual([]);
  expect(assigned({ year: 2024 })).toEqual([]);
});

it('where the model has no units, the whole municipality owns everything', () => {
  const { assignments } = assignAccounts(model([unit(WHOLE_MUNICIPALITY, 'provider')]), [account('', 1)]);
  expect(assignments.map(({ unit: at }) => at)).toEqual([WHOLE_MUNICIPALITY]);
});

it('equal accounts are one, in order of account', () => {
  const { assignments } = assignAccounts(model(), [
    account('9', 1, { rows: 2 }),
    account('10', 5),
    account('9', '-0.25', { rows: 3 }),
  ]);
  expect(assignments.map(({ responsibility, rows, amountOre }) => [responsibility, rows, amountOre])).toEqual(
    [
      ['10', 1, 500n],
      ['9', 5, 75n],
    ],
  );
});

it('a model without a last pool is a mistake of the program that let it through', () => {
  const unfinished = { ...model(), costing: { ...model().costing, pools: pools.slice(0, 1) } };
  expect(() => assignAccounts(unfinished, [account('1', 1)])).toThrow('no pool fits ·1');
});
