// Granted quantities by month against months computed by hand, and the laws that hold for all of them.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraction, toDecimal } from '../money/fraction.ts';
import { dayOf, daysByMonth, lengthOf, overlap, type Stretch, without } from './days.ts';
import { instantOf, readClock } from './local-time.ts';
import { type Per, prorate, prorateWhole } from './prorate.ts';

const YEAR = { from: dayOf(2025, 1, 1), to: dayOf(2025, 12, 31) };
const day = (month: number, date: number, year = 2025) => dayOf(year, month, date);

describe('days in force', () => {
  const cases: readonly [string, Stretch, readonly Stretch[], number, readonly number[]][] = [
    [
      'a year that is no leap year',
      { from: day(1, 1) },
      [],
      2025,
      [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31],
    ],
    ['February of a leap year', { from: day(2, 1, 2024), to: day(2, 29, 2024) }, [], 2024, [0, 29]],
    ['an end in the middle of a month', { from: day(3, 1), to: day(3, 10) }, [], 2025, [0, 0, 10]],
    [
      'half a month suspended',
      { from: day(4, 1), to: day(4, 30) },
      [{ from: day(4, 10), to: day(4, 24) }],
      2025,
      [0, 0, 0, 15],
    ],
    [
      'suspended over the turn of a month',
      { from: day(1, 1), to: day(2, 28) },
      [{ from: day(1, 30), to: day(2, 3) }],
      2025,
      [29, 25],
    ],
    [
      'overlapping suspensions count once',
      { from: day(1, 1), to: day(1, 31) },
      [
        { from: day(1, 1), to: day(1, 10) },
        { from: day(1, 5), to: day(1, 12) },
      ],
      2025,
      [19],
    ],
    ['suspended until further notice', { from: day(1, 1) }, [{ from: day(2, 1) }], 2025, [31]],
    [
      'begun before the year, open end',
      { from: day(6, 1, 2020) },
      [],
      2025,
      [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31],
    ],
  ];
  it.each(cases)('%s', (_, stretch, away, year, expected) => {
    const whole = { from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) };
    const inYear = overlap(stretch, whole)!;
    const days = daysByMonth(without(inYear, away), year);
    expect(days).toEqual([...expected, ...Array(12 - expected.length).fill(0)]);
  });

  it('suspended and not suspended days are all days', () => {
    const stretch = fc
      .tuple(fc.integer({ min: YEAR.from, max: YEAR.to }), fc.integer({ min: 0, max: 90 }))
      .map(([from, length]) => ({ from, to: Math.min(from + length, YEAR.to) }));
    fc.assert(
      fc.property(stretch, fc.array(stretch, { maxLength: 5 }), (one, away) => {
        const left = without(one, away);
        const isAway = (d: number) => away.some(({ from, to }) => from <= d && d <= to);
        const days = Array.from({ length: lengthOf(one) }, (_, i) => one.from + i);
        expect(left.reduce((sum, part) => sum + lengthOf(part), 0)).toBe(
          days.filter((d) => !isAway(d)).length,
        );
      }),
    );
  });
});

describe('prorate', () => {
  const february = [0, 28];
  const cases: readonly [string, bigint, Per, readonly number[], string][] = [
    ['7 a week, all of February', 7n, 'week', february, '28.0000'],
    ['5 a week, 10 days of March', 5n, 'week', [0, 0, 10], '7.1429'],
    ['2 a day, 10 days', 2n, 'day', [0, 0, 10], '20.0000'],
    ['30 a month, half of April', 30n, 'month', [0, 0, 0, 15], '15.0000'],
  ];
  it.each(cases)('%s', (_, quantity, per, days, expected) => {
    const months = prorate({ quantity: fraction(quantity), per, year: 2025, days });
    expect(toDecimal(months[days.length - 1]!, 4)).toBe(expected);
  });

  it('counts a month as the weeks that a register says: 3.5 × 4 = 14 hours in a long month and in a short one', () => {
    const days = daysByMonth([YEAR], 2025);
    const weeksPerMonth = fraction(4n);
    const months = prorate({ quantity: fraction(7n, 2n), per: 'week', year: 2025, days, weeksPerMonth });
    expect(months.map((month) => toDecimal(month, 2))).toEqual(Array(12).fill('14.00'));
  });

  it('gives whole parts that sum to the rounded year, each less than a part from exact', () => {
    const days = fc.tuple(...daysByMonth([YEAR], 2025).map((max) => fc.integer({ min: 0, max })));
    const per = fc.constantFrom<Per>('day', 'week', 'month');
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 7n), fc.bigInt(1n, 9n), per, days, (num, den, often, inForce) => {
        const granted = { quantity: fraction(num, den), per: often, year: 2025, days: inForce };
        const exact = prorate(granted);
        const whole = prorateWhole(granted);
        for (const [i, parts] of whole.entries()) {
          const { num: n, den: d } = exact[i]!;
          expect(parts * d - n < 2n * d && n - parts * d < 2n * d).toBe(true);
          if (inForce[i] === 0) expect(parts).toBe(0n);
        }
      }),
    );
    const once = prorateWhole({
      quantity: fraction(1n),
      per: 'week',
      year: 2025,
      days: daysByMonth([YEAR], 2025),
    });
    expect(once.reduce((sum, parts) => sum + parts, 0n)).toBe(52n);
  });
});

describe('local time', () => {
  const cases: readonly [string, number, string, number, string, number][] = [
    ['an ordinary night', day(2, 1), '22:00', day(2, 2), '07:00', 9],
    ['the night to summer time', day(3, 29), '22:00', day(3, 30), '07:00', 8],
    ['the night from summer time', day(10, 25), '22:00', day(10, 26), '07:00', 10],
    ['a visit on the morning of the change', day(3, 30), '08:00', day(3, 30), '09:00', 1],
    ['into the hour that comes twice', day(10, 26), '01:30', day(10, 26), '02:30', 1],
    ['to the end of the day', day(5, 1), '20:00', day(5, 1), '24:00', 4],
  ];
  it.each(cases)('%s', (_, from, begin, to, end, hours) => {
    expect(instantOf(to, readClock(end)!) - instantOf(from, readClock(begin)!)).toBe(hours * 3600);
  });

  it.each(['25:00', '12:60', 'noon', '', '12', '24:01'])('"%s" is no time of day', (text) => {
    expect(readClock(text)).toBeUndefined();
  });
});
