import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fjordvikYear } from '../../../test/support/fjordvik-year.ts';
import { add, fraction, toDecimal, ZERO } from '../../money/fraction.ts';
import { sumOre } from '../../money/ore.ts';
import type { UnitMonth } from '../../tables/financing.ts';
import {
  breakEvenShare,
  fullTime,
  paidParts,
  productiveShare,
  standardShare,
  sumMonths,
  type Totals,
} from './totals.ts';

const YEAR = fjordvikYear();
const of = (...units: string[]): UnitMonth[] => YEAR.months.filter(({ unit }) => units.includes(unit));
const kroner = (amountOre: bigint | undefined): string =>
  amountOre === undefined ? 'absent' : toDecimal(fraction(amountOre, 100n), 0);

describe('totals of unit-months', () => {
  it.each([
    ['sjosiden', '77500000', '83995100', '84280000', '-6495100', '-284900'],
    ['innlandet', '49600000', '49672700', '53890000', '-72700', '-4217300'],
    ['day-centre', 'absent', '8140220', '8183220', 'absent', '-43000'],
  ])('%s is the published table', (unit, frame, earned, spent, activity, efficiency) => {
    const totals = sumMonths(of(unit));
    expect(
      [totals.frameOre, totals.earnedOre, totals.spentOre, totals.activityOre, totals.efficiencyOre].map(
        kroner,
      ),
    ).toEqual([frame, earned, spent, activity, efficiency]);
  });

  it('keeps a frame that the purchaser holds absent, never 0, in every group that the unit is in', () => {
    expect('frameOre' in sumMonths(of('day-centre'))).toBe(false);
    expect('activityOre' in sumMonths(of('day-centre', 'sjosiden'))).toBe(false);
    expect(sumMonths(of('day-centre')).activity).toEqual([]);
  });

  it('counts held frames where the whole of a purchaser is summed; the rest is its frame gap', () => {
    const totals = sumMonths(of('day-centre'), YEAR.heldFrames);
    expect(kroner(totals.activityOre)).toBe('159780');
    expect(totals.activity).toEqual([{ line: 'frame-gap', amountOre: totals.activityOre }]);
  });

  it('has lines that sum to their variance in every group of units and months', () => {
    fc.assert(
      fc.property(fc.subarray([...YEAR.months]), (months) => {
        const totals = sumMonths(months);
        expect(totals.earnedOre - totals.spentOre).toBe(totals.efficiencyOre);
        expect(sumOre(totals.efficiency.map(({ amountOre }) => amountOre))).toBe(totals.efficiencyOre);
        if (totals.activityOre !== undefined)
          expect(sumOre(totals.activity.map(({ amountOre }) => amountOre))).toBe(totals.activityOre);
      }),
    );
  });

  it('adds up: the totals of two groups are the totals of both', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: YEAR.months.length, maxLength: YEAR.months.length }),
        (sides) => {
          const half = (side: boolean): Totals => sumMonths(YEAR.months.filter((_, i) => sides[i] === side));
          const [a, b, all] = [half(true), half(false), sumMonths(YEAR.months)];
          expect(a.spentOre + b.spentOre).toBe(all.spentOre);
          expect(paidParts(a.staffing) + paidParts(b.staffing)).toBe(paidParts(all.staffing));
          expect(add(a.staffing.standardParts, b.staffing.standardParts)).toEqual(all.staffing.standardParts);
        },
      ),
    );
  });
});

describe('ratios of a group are recomputed from their parts', () => {
  const percent = (share: ReturnType<typeof productiveShare>): string =>
    share ? toDecimal(fraction(share.num * 100n, share.den), 1) : '';

  it.each([
    ['sjosiden', '57.4', '57.5', '57.6'],
    ['innlandet', '49.2', '51.3', '54.0'],
  ])('%s: direct %s, in the price %s, break-even %s', (unit, direct, standard, even) => {
    const { staffing } = sumMonths(of(unit));
    expect(
      [productiveShare(staffing), standardShare(staffing), breakEvenShare(staffing)].map(percent),
    ).toEqual([direct, standard, even]);
  });

  it('the share of both is between the two, not their sum nor their mean', () => {
    const { staffing } = sumMonths(of('sjosiden', 'innlandet'));
    expect(percent(productiveShare(staffing))).toBe('54.3');
  });

  it('full-time equivalents of a year are the average of its months, whatever months are summed', () => {
    const year = fullTime(sumMonths(of('innlandet')).staffing, 12, fraction(1690n))!;
    expect(toDecimal(year.used, 1)).toBe('55.7');
    const half = of('innlandet').filter(({ month }) => month <= 6);
    const used = fullTime(sumMonths(half).staffing, 6, fraction(1690n))!.used;
    expect(Number(toDecimal(used, 1))).toBeLessThan(Number(toDecimal(year.used, 1)));
  });

  it('says nothing where there is nothing to divide by', () => {
    const { staffing } = sumMonths([]);
    expect([
      productiveShare(staffing),
      standardShare(staffing),
      breakEvenShare(staffing),
      fullTime(staffing, 12, fraction(1690n)),
    ]).toEqual([undefined, undefined, undefined, undefined]);
    const { staffing: known } = sumMonths(of('innlandet'));
    expect(fullTime(known, 12, undefined)).toBeUndefined();
    expect(breakEvenShare({ ...known, contributionOre: ZERO })).toBeUndefined();
  });
});
