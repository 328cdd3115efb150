import { describe, expect, it } from 'vitest';
import { exact } from '../../test/support/hand-made-model.ts';
import { SMALL_MODEL, smallSheet } from '../../test/support/small-sheet.ts';
import type { Change } from './change.ts';
import { withChanges } from './change-sheet.ts';
import { type Drawn, paidPrices, type Sheet } from './sheet.ts';

const kroner = (ore: bigint): number => Number(ore) / 100;
const pricesOf = (sheet: Sheet) =>
  Object.fromEntries(
    paidPrices(sheet).map(({ service, level, publishedOre }) => [
      level === '' ? service : `${service}/${level}`,
      kroner(publishedOre),
    ]),
  );
const earnedOf = ({ earned }: Sheet) =>
  Object.fromEntries([...earned].map(([unit, { earnedOre }]) => [unit, kroner(earnedOre)]));
const sheetOf = ({ sheet, findings }: Drawn): Sheet => {
  if (!sheet) throw new Error(findings.map(({ message }) => message).join('\n'));
  return sheet;
};

const changed = (sheet: Sheet, change: Change): Sheet => sheetOf(withChanges(sheet, [change]));

const base = smallSheet();

describe('the sheet as it is', () => {
  it('prices and pays what the year cost: (750,000 + 300,000) × 1.04 − 5,000 of supplement, by 1,500 hours', () => {
    expect(pricesOf(base)).toEqual({
      ...{ 'home-nursing': 725, 'practical-assistance': 817 },
      ...{ 'day-care/ordinary': 1664, 'day-care/dementia': 2496 },
    });
    expect(earnedOf(base)).toEqual({
      'day-centre': 249_600,
      innlandet: 735 * 500 + 817 * 200,
      sjosiden: 104_000 + 725 * 1_000 + 817 * 500,
    });
  });
});

describe('a changed growth', () => {
  const grown = changed(base, { kind: 'growth', year: 2026, nature: 'wages', growth: exact('5 %') });

  it('prices again: 1,102,500 − 5,000 by 1,500 hours is 731.67', () => {
    expect(pricesOf(grown)['home-nursing']).toBe(732);
    expect(earnedOf(grown)['day-centre']).toBe(252_000);
  });
  it('leaves the network as it was solved', () => {
    expect(grown.costs).toBe(base.costs);
    expect(grown.ground).toBe(base.ground);
  });
});

describe('a stated price', () => {
  const priced = changed(base, {
    kind: 'price',
    service: 'day-care',
    level: 'dementia',
    publishedOre: 300_000n,
  });

  it('is paid instead of the one that the costs give', () => {
    expect(pricesOf(priced)).toEqual({ ...pricesOf(base), 'day-care/dementia': 3000 });
    expect(earnedOf(priced)).toEqual({ ...earnedOf(base), 'day-centre': 1664 * 90 + 3000 * 40 });
  });
  it('touches the units that have the service, and nothing else', () => {
    expect(priced.list).toBe(base.list);
    expect(priced.earned.get('sjosiden')).toBe(base.earned.get('sjosiden'));
  });
  it('stands whatever costs and growth come to', () => {
    const grown = changed(priced, { kind: 'growth', year: 2026, nature: 'wages', growth: exact('9 %') });
    expect(pricesOf(grown)['day-care/dementia']).toBe(3000);
    expect(pricesOf(grown)['day-care/ordinary']).toBe(1744);
  });
});

describe('a changed key', () => {
  const fte: Change = { kind: 'column', unit: 'day-centre', column: 'fte', quantity: exact(0) };
  const keyed = sheetOf(withChanges(base, [fte]));

  it('solves the network again: the manager of 130,000 goes 8 : 4 to home care', () => {
    const cost = (sheet: Sheet, unit: string): number =>
      sheet.costs.objects
        .filter((object) => object.unit === unit)
        .reduce((sum, { amountOre }) => sum + kroner(amountOre), 0);
    expect(cost(base, 'day-centre')).toBe(310_000);
    expect(cost(keyed, 'day-centre')).toBe(300_000);
    expect(cost(keyed, 'innlandet')).toBeCloseTo(600_000 + 130_000 / 3, 1);
  });
  it('leaves accounts in their pools, and volumes', () => {
    expect(keyed.ground).toBe(base.ground);
    expect(keyed.volumes).toEqual(base.volumes);
  });
  it('is refused where it is below nothing, with the finding of the stage', () => {
    const { sheet, findings } = withChanges(base, [{ ...fte, quantity: exact('-1') }]);
    expect(sheet).toBeUndefined();
    expect(findings.map(({ rule }) => rule)).toContain('costing/negative-driver');
  });
});

describe('a changed volume', () => {
  it.each([
    [
      'of a service at a unit',
      { service: 'home-nursing', unit: 'innlandet' },
      { innlandet: 735 * 550 + 817 * 200 },
    ],
    ['of a unit', { unit: 'innlandet' }, { innlandet: 735 * 550 + 817 * 220 }],
    [
      'of a service',
      { service: 'home-nursing' },
      { innlandet: 735 * 550 + 817 * 200, sjosiden: 104_000 + 725 * 1_100 + 817 * 500 },
    ],
  ])('%s earns more at the same prices', (_, of, expected) => {
    const sheet = changed(base, { kind: 'volume', ...of, factor: exact('1.1') });
    expect(earnedOf(sheet)).toEqual({ ...earnedOf(base), ...expected });
    expect([sheet.costs, sheet.list]).toEqual([base.costs, base.list]);
    expect(sheet.earned.get('day-centre')).toBe(base.earned.get('day-centre'));
  });
  it('ten per cent more, and as much again', () => {
    const more: Change = { kind: 'volume', service: 'day-care', factor: exact('1.1') };
    const twice = changed(changed(base, more), more);
    expect(earnedOf(twice)['day-centre']).toBe(302_016);
  });
  it('rounds once: a third of everything', () => {
    const third = changed(base, { kind: 'volume', unit: 'innlandet', factor: { num: 1n, den: 3n } });
    expect(third.earned.get('innlandet')!.earnedOre).toBe(17_696_667n);
  });
});

describe('what is not there cannot be changed', () => {
  it.each<[string, Change]>([
    ['a year', { kind: 'growth', year: 2031, nature: 'wages', growth: exact('1 %') }],
    ['a unit', { kind: 'column', unit: 'nowhere', column: 'fte', quantity: exact(1) }],
    ['a driver', { kind: 'driver', driver: { ...SMALL_MODEL.costing.drivers.get('fte')!, name: 'none' } }],
  ])('%s', (_, change) => {
    expect(() => withChanges(base, [change])).toThrow(RangeError);
  });
});
