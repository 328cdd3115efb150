// Accruals of a model over the postings of its units: each case by hand, and the laws.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AT, codes } from '../../../test/support/hand-made-model.ts';
import type { Accrual } from '../../model/accrual.ts';
import type { AccrualLine, UnitPosting } from '../../tables/accruals.ts';
import { accrualOf, accrue } from './accrue.ts';

const HOLIDAY: Accrual = {
  name: 'holiday-pay',
  articles: codes('015'),
  rule: { kind: 'month-earned', earnedOn: codes('010-014') },
  at: AT,
};
const SUPPLEMENTS: Accrual = {
  name: 'supplements',
  articles: codes('020-029'),
  rule: { kind: 'lag', months: 1 },
  at: AT,
};
const REFUND: Accrual = {
  name: 'sick-pay-refund',
  articles: codes('710'),
  rule: { kind: 'lag', months: 3 },
  at: AT,
};
const ALL = [HOLIDAY, SUPPLEMENTS, REFUND];

const posted = (
  unit: string,
  month: number,
  article: string,
  amountOre: bigint,
  year = 2025,
): UnitPosting => ({
  ...{ unit, year, month, article, amountOre },
});
const told = (lines: readonly AccrualLine[]) =>
  lines.map(({ unit, accrual, month, amountOre }) => `${unit} ${accrual} ${month} ${amountOre}`);

describe('accruals', () => {
  it('move holiday pay to where it is earned, unit by unit', () => {
    const postings = [
      posted('solvang', 6, '015', 90n),
      posted('solvang', 1, '010', 200n),
      posted('solvang', 2, '011', 100n),
      posted('home', 6, '015', 12n),
    ];
    expect(told(accrue(postings, ALL, 2025))).toEqual([
      ...[1, 2, 3, 4, 5].map((month) => `home holiday-pay ${month} 1`),
      'home holiday-pay 6 -11',
      ...[7, 8, 9, 10, 11, 12].map((month) => `home holiday-pay ${month} 1`),
      'solvang holiday-pay 1 60',
      'solvang holiday-pay 2 30',
      'solvang holiday-pay 6 -90',
    ]);
  });

  it('move what comes late back to its month', () => {
    const postings = [posted('home', 2, '025', 5n), posted('home', 1, '710', -8n)];
    expect(told(accrue(postings, ALL, 2025))).toEqual([
      'home supplements 1 5',
      'home supplements 2 -5',
      'home sick-pay-refund 1 8',
      'home sick-pay-refund 10 -8',
    ]);
  });

  it('leave alone what no accrual holds, other years and what has no month', () => {
    const postings = [
      posted('home', 3, '115', 5n),
      posted('home', 3, '025', 5n, 2024),
      posted('home', 0, '025', 5n),
      posted('home', 0, '015', 5n),
    ];
    expect(accrue(postings, ALL, 2025)).toEqual([]);
    expect(accrue([], ALL, 2025)).toEqual([]);
    expect(accrue([posted('home', 2, '025', 5n)], [], 2025)).toEqual([]);
  });

  it('move an article once, by the first that holds it', () => {
    const wide: Accrual = { ...REFUND, name: 'wide', articles: codes('000-999') };
    expect(accrualOf('025', [SUPPLEMENTS, wide])?.name).toBe('supplements');
    expect(told(accrue([posted('home', 2, '025', 5n)], [SUPPLEMENTS, wide], 2025))).toEqual([
      'home supplements 1 5',
      'home supplements 2 -5',
    ]);
    expect(accrualOf('115', ALL)).toBeUndefined();
  });
});

const anyPosting = fc.record({
  unit: fc.constantFrom('home', 'solvang', ''),
  year: fc.constantFrom(2024, 2025),
  month: fc.integer({ min: 0, max: 12 }),
  article: fc.constantFrom('010', '015', '020', '029', '115', '710'),
  amountOre: fc.bigInt(-(10n ** 9n), 10n ** 9n),
});
const anyPostings = fc.array(anyPosting, { maxLength: 60 });

describe('whatever was posted', () => {
  it('the lines of every unit and accrual sum to zero, none is 0, each stands once and in order', () => {
    fc.assert(
      fc.property(anyPostings, (postings) => {
        const lines = accrue(postings, ALL, 2025);
        const sums = Map.groupBy(lines, ({ unit, accrual }) => `${unit}/${accrual}`);
        for (const [, each] of sums) {
          expect(each.reduce((sum, { amountOre }) => sum + amountOre, 0n)).toBe(0n);
          const months = each.map(({ month }) => month);
          expect(months).toEqual([...new Set(months)].sort((a, b) => a - b));
        }
        expect(lines.every(({ amountOre }) => amountOre !== 0n)).toBe(true);
      }),
    );
  });

  it('neither the order of postings nor splitting one nor postings of nothing change a line', () => {
    fc.assert(
      fc.property(anyPostings, anyPosting, fc.bigInt(-1000n, 1000n), (postings, extra, part) => {
        const whole = [...postings, extra];
        const split = [
          { ...extra, amountOre: extra.amountOre - part },
          ...postings.toReversed(),
          { ...extra, amountOre: part },
          { ...extra, amountOre: 0n, month: 7 },
        ];
        expect(accrue(split, ALL, 2025)).toEqual(accrue(whole, ALL, 2025));
      }),
    );
  });
});
