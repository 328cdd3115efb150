import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainModel, plainUnit, posting } from '../../test/financing/plain-year.ts';
import type { Profile } from '../model/financing.ts';
import type { PoolMonth } from '../tables/financing.ts';
import { profiles, spread } from './periodise.ts';

describe('a year’s amount on its months', () => {
  const DAYS = [31n, 28n, 31n, 30n, 31n, 30n, 31n, 31n, 30n, 31n, 30n, 31n];
  const EQUAL = DAYS.map(() => 1n);

  it.each<[string, bigint, bigint[], number, bigint[]]>([
    ['by days', 365n, DAYS, 1, DAYS],
    ['in twelfths, the odd øre first', 14n, EQUAL, 1, [2n, 2n, 1n, 1n, 1n, 1n, 1n, 1n, 1n, 1n, 1n, 1n]],
    ['from a month on', 100n, EQUAL, 11, [...EQUAL.slice(0, 10).map(() => 0n), 50n, 50n]],
    ['what is taken away', -24n, EQUAL, 1, EQUAL.map(() => -2n)],
    [
      'equally where those months have no weight',
      6n,
      [5n, ...EQUAL.slice(1).map(() => 0n)],
      10,
      [...EQUAL.slice(0, 9).map(() => 0n), 2n, 2n, 2n],
    ],
  ])('%s', (_, total, weights, from, expected) => expect(spread(total, weights, from)).toEqual(expected));

  it('is kept to the øre, and nothing falls before the month', () => {
    const weights = fc.array(fc.bigInt(0n, 40n), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 12n), 10n ** 12n),
        weights,
        fc.integer({ min: 1, max: 12 }),
        (total, some, from) => {
          const months = spread(total, some, from);
          expect(months.reduce((all, one) => all + one, 0n)).toBe(total);
          expect(months.slice(0, from - 1).every((amount) => amount === 0n)).toBe(true);
        },
      ),
    );
  });
});

describe('profiles', () => {
  const found = (periodise: Profile, lastYear: readonly PoolMonth[] = []) => {
    const model = plainModel({
      units: [plainUnit('home')],
      financing: { frame: { heldBy: 'unit', from: 'budget', periodise, changes: [] } },
    });
    return profiles(model, model.financing!, lastYear);
  };

  it.each<[Profile, bigint[]]>([
    ['calendar-days', [31n, 28n, 31n, 30n, 31n, 30n, 31n, 31n, 30n, 31n, 30n, 31n]],
    ['working-days', [21n, 20n, 22n, 19n, 18n, 22n, 23n, 21n, 22n, 22n, 21n, 22n]],
    ['twelfths', [1n, 1n, 1n, 1n, 1n, 1n, 1n, 1n, 1n, 1n, 1n, 1n]],
  ])('%s of 2026', (periodise, expected) => {
    const { of, findings } = found(periodise);
    expect(of('home')).toEqual(expected);
    expect(findings()).toEqual([]);
  });

  it('as last year’s postings of the unit; a month below 0 counts nothing', () => {
    const { of, findings } = found('last-year', [
      posting('home', 1, 'wages', 3),
      posting('home', 1, 'goods', 1),
      posting('home', 2, 'wages', -2),
      posting('home', 0, 'wages', 99),
      posting('home', 12, 'wages', 6),
    ]);
    expect(of('home')).toEqual([400n, 0n, 0n, 0n, 0n, 0n, 0n, 0n, 0n, 0n, 0n, 600n]);
    expect(findings()).toEqual([]);
  });

  it('a unit that had none takes the days of the calendar, and that is told', () => {
    const { of, findings } = found('last-year');
    expect(of('home')[1]).toBe(28n);
    expect(findings().map(({ rule, message }) => [rule, message])).toEqual([
      [
        'financing/no-last-year',
        'amounts are to fall on months as the postings of 2025 did, and home had none by month: the days of the calendar are used',
      ],
    ]);
  });
});
