// Accruals against years counted by hand, and the laws that hold for every year.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earnedAccruals, laggedAccruals } from './accruals.ts';

const year = (rest: bigint, ...special: readonly (readonly [number, bigint])[]): bigint[] => {
  const months = Array.from({ length: 12 }, () => rest);
  for (const [month, amount] of special) months[month - 1] = amount;
  return months;
};
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, one) => all + one, 0n);
const plus = (a: readonly bigint[], b: readonly bigint[]): bigint[] => a.map((one, i) => one + b[i]!);

const months = fc.array(fc.bigInt(-(10n ** 12n), 10n ** 12n), { minLength: 12, maxLength: 12 });

describe('what is posted late', () => {
  it.each<[string, bigint[], number, bigint[]]>([
    ['a month late', year(10n, [3, 40n]), 1, year(0n, [2, 30n], [3, -30n])],
    ['three months late', year(0n, [4, 9n]), 3, year(0n, [1, 9n], [4, -9n])],
    ['over the turn of the year', year(0n, [1, 7n]), 1, year(0n, [1, -7n], [12, 7n])],
    ['income too', year(0n, [5, -3n]), 2, year(0n, [3, -3n], [5, 3n])],
    ['not late', year(1n, [6, 5n]), 0, year(0n)],
    ['nothing posted', [], 3, year(0n)],
  ])('%s', (_, posted, lag, expected) => expect(laggedAccruals(posted, lag)).toEqual(expected));
});

describe('what is earned before it is paid', () => {
  it.each<[string, bigint[], bigint[], bigint[]]>([
    ['wages alike', year(0n, [6, 1200n]), year(50n), year(100n, [6, -1100n])],
    [
      'by the wages of each month',
      year(0n, [6, 100n]),
      year(0n, [1, 75n], [2, 25n]),
      year(0n, [1, 75n], [2, 25n], [6, -100n]),
    ],
    [
      'the odd øre to the largest remainder',
      year(0n, [6, 10n]),
      year(0n, [1, 1n], [2, 2n]),
      year(0n, [1, 3n], [2, 7n], [6, -10n]),
    ],
    ['no wages known: equally', year(0n, [6, 12n]), [], year(1n, [6, -11n])],
    [
      'a month that paid wages back earns nothing',
      year(0n, [6, 30n]),
      year(0n, [1, 1n], [2, -5n], [3, 2n]),
      year(0n, [1, 10n], [3, 20n], [6, -30n]),
    ],
    ['a correction that is owed back', year(0n, [6, -12n]), year(1n), year(-1n, [6, 11n])],
    ['nothing posted', year(0n), year(9n), year(0n)],
  ])('%s', (_, posted, earnedOn, expected) => expect(earnedAccruals(posted, earnedOn)).toEqual(expected));
});

describe('of a year that is still running', () => {
  it.each<[string, bigint[], number, number, bigint[]]>([
    ['January stands for what March will post', [5n, 7n, 9n], 1, 3, [2n, 2n, -4n]],
    ['nothing is known of any month', [5n, 7n], 2, 2, [0n, 0n]],
    ['months after it are not looked at', [5n, 7n, 9n], 1, 2, [2n, -2n]],
  ])('late: %s', (_, posted, lag, through, expected) =>
    expect(laggedAccruals(posted, lag, through)).toEqual(expected),
  );

  it('what has been paid goes to the months so far', () => {
    expect(earnedAccruals([0n, 0n, 12n], [1n, 2n, 3n, 9n], 3)).toEqual([2n, 4n, -6n]);
    expect(earnedAccruals([], [1n, 2n], 2)).toEqual([0n, 0n]);
  });

  it('lines are as many as the months and sum to zero', () => {
    const through = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(months, months, fc.integer({ min: 0, max: 11 }), through, (posted, earnedOn, lag, last) => {
        for (const lines of [laggedAccruals(posted, lag, last), earnedAccruals(posted, earnedOn, last)]) {
          expect(lines).toHaveLength(last);
          expect(sum(lines)).toBe(0n);
        }
      }),
    );
  });
});

describe('whatever was posted', () => {
  it('lines sum to zero over the year', () => {
    fc.assert(
      fc.property(months, months, fc.integer({ min: 0, max: 11 }), (posted, earnedOn, lag) => {
        expect(sum(laggedAccruals(posted, lag))).toBe(0n);
        expect(sum(earnedAccruals(posted, earnedOn))).toBe(0n);
      }),
    );
  });

  it('a lag of a and then of b is a lag of a + b', () => {
    const lags = fc.integer({ min: 0, max: 11 });
    fc.assert(
      fc.property(months, lags, lags, (posted, a, b) => {
        const once = plus(posted, laggedAccruals(posted, a));
        const twice = plus(once, laggedAccruals(once, b));
        expect(twice).toEqual(plus(posted, laggedAccruals(posted, a + b)));
      }),
    );
  });

  it('what is earned does not depend on the month of payment, and accruing twice changes nothing', () => {
    fc.assert(
      fc.property(months, months, fc.integer({ min: 0, max: 11 }), (posted, earnedOn, lag) => {
        const moved = [...posted.slice(lag), ...posted.slice(0, lag)];
        const earned = plus(posted, earnedAccruals(posted, earnedOn));
        expect(plus(moved, earnedAccruals(moved, earnedOn))).toEqual(earned);
        expect(earnedAccruals(earned, earnedOn)).toEqual(year(0n));
      }),
    );
  });
});
