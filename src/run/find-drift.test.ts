import { describe, expect, it } from 'vitest';
import { checkedModel } from '../../test/support/checked-workspace.ts';
import type { Model, Pool } from '../model/model.ts';
import type { Volume } from '../tables/activity.ts';
import type { AccountTotal } from '../tables/ledger.ts';
import { findDrift, type Past } from './find-drift.ts';
import { homeOfAccount, nearestUnit, type PastAssignment } from './suggest-home.ts';

const AT = { file: 'innsats.yaml', line: 1, column: 1 };
const pool = (
  name: string,
  goes: Pool['goes'],
  test: Pool['test'] = {},
  units?: readonly string[],
): Pool => ({
  ...{ name, goes, test, answers: 'provider', paidAs: 'price', at: AT },
  ...(units ? { units } : {}),
});
const MODEL: Model = {
  ...checkedModel({}),
  costing: {
    ...checkedModel({}).costing,
    pools: [
      pool('wages', { kind: 'own-unit' }, { article: [{ from: '010', to: '099' }] }, ['north', 'south']),
      pool('goods', { kind: 'own-unit' }, { article: [{ from: '100', to: '290' }] }, ['north', 'south']),
      pool('rest', { kind: 'park', reason: 'not yet placed' }),
    ],
  },
};

const codes = (responsibility: string, ofFunction: string, article: string) => ({
  ...{ class: '', responsibility, function: ofFunction, article, own: '', object: '', project: '' },
});
const total = (
  responsibility: string,
  ofFunction: string,
  article: string,
  amountOre: bigint,
): AccountTotal => ({
  ...{ ...codes(responsibility, ofFunction, article), kind: 'actual', year: 2025, rows: 2, amountOre },
});
const past = (
  responsibility: string,
  ofFunction: string,
  article: string,
  inPool: string,
  amountOre: bigint,
): PastAssignment => ({ ...codes(responsibility, ofFunction, article), pool: inPool, amountOre });

const PAST: Past = {
  assignments: [past('4100', '254', '010', 'wages', 500n), past('4100', '254', '120', 'goods', 300n)],
  units: new Set(['north']),
  services: new Set(['home-nursing']),
};
const volume = (service: string, unit: string, parts: bigint): Volume => ({
  ...{ state: 'delivered', service, unit, level: '', year: 2025, month: 1, parts, rows: 3 },
});

describe('what is new since the last run', () => {
  it('is nothing where all has been seen, whatever the amounts', () => {
    const accounts = [total('4100', '254', '010', 9_999n), total('4100', '254', '120', 1n)];
    expect(findDrift(MODEL, PAST, accounts, [volume('home-nursing', 'north', 7n)])).toEqual([]);
  });

  it('is told by kind, the largest amount first, with a home', () => {
    const accounts = [
      total('4100', '254', '010', 500n),
      total('4150', '254', '120', 100n),
      total('4299', '253', '010', -900n),
      total('4310', '254', '120', 700n),
    ];
    const told = findDrift(MODEL, PAST, accounts, [volume('nursing-home', 'south', 31_000n)]).map(
      ({ kind, name, rows, amountOre, home }) => [kind, name, rows, amountOre, home],
    );
    expect(told).toEqual([
      ['account', '4299·253·010', 2, -900n, 'pool wages'],
      ['account', '4310·254·120', 2, 700n, 'parked by rest; goods took most of function 254, article 120'],
      ['account', '4150·254·120', 2, 100n, 'pool goods'],
      ['responsibility', '4299', 2, -900n, 'unit south'],
      ['responsibility', '4310', 2, 700n, 'no unit has it; the nearest is south'],
      ['responsibility', '4150', 2, 100n, 'unit north'],
      ['unit', 'south', 5, -900n, 'pools wages'],
      ['service', 'nursing-home', 3, undefined, 'units south'],
    ]);
  });
});

describe('a home for a parked account', () => {
  const account = { ...codes('4999', '254', '120'), pool: 'rest' };
  for (const [what, before, home] of [
    [
      'the same function and article',
      past('4100', '254', '120', 'goods', 1n),
      'goods took most of function 254, article 120',
    ],
    ['the same article', past('4100', '253', '120', 'goods', 1n), 'goods took most of article 120'],
    ['the same function', past('4100', '254', '010', 'wages', 1n), 'wages took most of function 254'],
  ] as const)
    it(`is the pool of ${what}`, () => {
      expect(homeOfAccount(MODEL, account, [before])).toBe(`parked by rest; ${home}`);
    });

  it('is not the pool that parks, and income counts by its size', () => {
    const before = [
      past('4999', '254', '120', 'rest', 9_999n),
      past('4100', '254', '120', 'wages', 400n),
      past('4101', '254', '120', 'goods', -300n),
      past('4102', '254', '120', 'goods', 300n),
    ];
    expect(homeOfAccount(MODEL, account, before)).toContain('; goods took');
    expect(homeOfAccount(MODEL, account, before.slice(0, 1))).toBe('parked by rest');
  });
});

it('the nearest unit is by number, among codes of the same length', () => {
  expect(nearestUnit(MODEL, '4310')).toBe('south');
  expect(nearestUnit(MODEL, '4000')).toBe('north');
  expect(nearestUnit(MODEL, '431')).toBeUndefined();
  expect(nearestUnit(MODEL, 'A310')).toBeUndefined();
});
