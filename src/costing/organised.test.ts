// Accounts and volumes at the units that answer for them: nothing is lost, whoever inherits.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  account,
  codes,
  handMadeModel,
  REST,
  service,
  unit,
  volume,
} from '../../test/support/hand-made-model.ts';
import { holdingsAt } from '../model/holdings-at.ts';
import type { Heir, Model, Organisation } from '../model/model.ts';
import { accountsByUnit, volumesByUnit } from './organised.ts';

const HOURS = service('home', 'hour');
const HOLDINGS = [
  { id: 'b', from: '2025-07', to: '9999-12', responsibilities: codes('4710') },
  { id: 'c', from: '', to: '9999-12', responsibilities: codes('4720') },
  { id: 'a', from: '', to: '2025-07', responsibilities: codes('4710') },
];
const model = (heirs: Readonly<Record<string, readonly Heir[]>> = {}): Model => {
  const plain = handMadeModel({
    units: [unit('b', 'provider'), unit('c', 'provider')],
    services: [HOURS],
    pools: [REST],
  });
  const as: Organisation['as'] = Object.keys(heirs).length > 0 ? 'now' : 'then';
  return { ...plain, organisation: { as, holdings: HOLDINGS, heirs: new Map(Object.entries(heirs)) } };
};
const placed = (of: Model, ...accounts: Parameters<typeof accountsByUnit>[1]) =>
  accountsByUnit(of, accounts).map(
    ({ account: { amountOre, rows }, unit: at }) => `${at} ${amountOre} ${rows}`,
  );

describe('as organised then', () => {
  it.each([
    [6, 'a'],
    [7, 'b'],
    [8, 'b'],
    [0, 'b'],
  ])('the account of month %i is with whoever has it in the end of the month', (month, at) => {
    expect(placed(model(), account('4710', 1, { month }))).toEqual([`${at} 100 1`]);
  });

  it('months of one account and unit are summed', () => {
    const months = [1, 2, 8].map((month) => account('4710', month, { month }));
    expect(placed(model(), ...months)).toEqual(['a 300 2', 'b 800 1']);
  });

  it('nobody has a responsibility outside its holdings', () => {
    expect(placed(model(), account('4799', 1, { month: 1 }))).toEqual([' 100 1']);
    expect(holdingsAt(HOLDINGS.slice(0, 1), '4710', 2025, 6)).toEqual([]);
  });
});

describe('as organised now', () => {
  it('parts are by weight, the odd øre to the largest remainder', () => {
    const heirs = {
      a: [
        { unit: 'b', weight: 3n },
        { unit: 'c', weight: 2n },
      ],
    };
    expect(placed(model(heirs), account('4710', '0.04', { month: 1 }))).toEqual(['b 2 1', 'c 2 0']);
    expect(placed(model(heirs), account('4710', '-0.04', { month: 1 }))).toEqual(['b -2 1', 'c -2 0']);
  });

  const heirs = fc
    .uniqueArray(fc.constantFrom('b', 'c', 'd', 'e'), { minLength: 1 })
    .chain((units) =>
      fc.tuple(
        ...[...units].sort().map((id) => fc.bigInt(1n, 99n).map((weight): Heir => ({ unit: id, weight }))),
      ),
    );
  const postings = fc.array(
    fc.record({
      responsibility: fc.constantFrom('4710', '4720', '4799'),
      month: fc.integer({ min: 0, max: 12 }),
      ore: fc.integer({ min: -99_999, max: 99_999 }),
    }),
    { maxLength: 12 },
  );

  it('cost and postings are the same then and now, whatever the parts', () => {
    fc.assert(
      fc.property(postings, heirs, (rows, those) => {
        const accounts = rows.map(({ responsibility, month, ore }) =>
          account(responsibility, 0, { month, amountOre: BigInt(ore) }),
        );
        const sums = [model(), model({ a: those })].map((of) => {
          const found = accountsByUnit(of, accounts);
          const ore = found.reduce((sum, { account: { amountOre } }) => sum + amountOre, 0n);
          return [ore, found.reduce((sum, { account: { rows: count } }) => sum + count, 0)];
        });
        expect(sums[1]).toEqual(sums[0]);
        expect(sums[0]).toEqual([rows.reduce((sum, { ore }) => sum + BigInt(ore), 0n), rows.length]);
        expect(accountsByUnit(model({ a: those }), accounts.toReversed())).toEqual(
          accountsByUnit(model({ a: those }), accounts),
        );
      }),
    );
  });

  it('volumes are the same then and now, whatever the parts', () => {
    const volumes = fc.array(
      fc.tuple(
        fc.constantFrom('a', 'b', 'c'),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 999 }),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(volumes, heirs, (rows, those) => {
        const given = rows.map(([at, month, measures]) => volume(HOURS, at, measures, { month }));
        const total = (of: Model) => volumesByUnit(of, given).reduce((sum, { parts }) => sum + parts, 0n);
        expect(total(model({ a: those }))).toBe(total(model()));
        expect(volumesByUnit(model({ a: those }), given).some(({ unit: at }) => at === 'a')).toBe(false);
        const once = volumesByUnit(model({ a: those }), given);
        expect(volumesByUnit(model({ a: those }), once)).toEqual(once);
      }),
    );
  });
});
