// Frames from each source, changed in the year, held by the unit or by its purchaser.

import { describe, expect, it } from 'vitest';
import {
  inKroner,
  kr,
  type PlainModel,
  plainModel,
  plainUnit,
  posting,
  pricesOf,
  quantity,
  volume,
  yearInput,
} from '../../test/financing/plain-year.ts';
import { unit } from '../../test/support/hand-made-model.ts';
import type { Financing } from '../model/financing.ts';
import { ore } from '../money/ore.ts';
import type { PoolMonth } from '../tables/financing.ts';
import { finance } from './finance.ts';

type Frame = Financing['frame'];
const frame = (from: Frame['from'], changes: Frame['changes'] = []): Frame => ({
  ...{ heldBy: 'unit', from, periodise: 'twelfths', changes },
});
const change = (unitId: string, month: number, kroner: number): Frame['changes'][number] => ({
  ...{ unit: unitId, month, amountOre: ore(kr(kroner)), source: 'council 42/26' },
});

/** A month (or year) of one home that earns 100 an hour, base 1,200 a year, and its purchaser. */
function financed(
  given: { frame: Frame; budget?: readonly PoolMonth[]; through?: number } & Pick<
    Partial<Financing>,
    'volumes'
  >,
  units: PlainModel['units'] = [plainUnit('home'), unit('purchaser', 'purchaser')],
) {
  const { through = 12, budget = [], ...financing } = given;
  const model = plainModel({ units, financing });
  const { values, findings } = finance({
    model,
    input: yearInput({
      through,
      budget,
      prices: [pricesOf('activity', { prices: { 'home-nursing': 100 }, base: { home: 1200 } })],
      expense: [posting('home', 1, 'wages', 1)],
      quantities: [quantity('home', 'home-nursing', 1, 10)],
    }),
  });
  const frames = values!.months.map(({ frameOre }) =>
    frameOre === undefined ? undefined : inKroner(frameOre),
  );
  // The price has no cost year behind it here, which is told too.
  const told = findings.filter(
    ({ rule }) => !['financing/no-cost-year', 'financing/no-paid-hours'].includes(rule),
  );
  return { values: values!, frames, rules: told.map(({ rule }) => rule), findings: told };
}

describe('where frames come from', () => {
  it('budget: provider-answered rows in the pools of the price, by month or on all months', () => {
    const { frames } = financed({
      frame: frame('budget'),
      budget: [
        posting('home', 0, 'wages', 1200),
        posting('home', 2, 'goods', 50),
        posting('home', 2, 'fees', -10),
        posting('home', 1, 'central', 999),
        posting('home', 1, 'purchase', 999),
        posting('home', 1, 'rest', 999),
      ],
      through: 3,
    });
    expect(frames).toEqual([100, 140, 100]);
  });

  it('volumes: base grant + voted price × budgeted quantity', () => {
    const { frames, values } = financed({
      frame: frame('volumes'),
      volumes: [volume('home', 'home-nursing', 120)],
      through: 2,
    });
    expect(frames).toEqual([1100, 1100]);
    expect(values.months[1]!.lines.filter(({ variance }) => variance === 'activity')).toEqual([
      { variance: 'activity', line: 'volume', amountOre: kr(1000) },
    ]);
  });

  it('purchase budget: held by the purchaser, and units have none', () => {
    const { frames, values, rules } = financed({
      frame: frame('purchase-budget', [change('purchaser', 12, 7), change('home', 1, 99)]),
      budget: [
        posting('purchaser', 0, 'purchase', 12_000),
        posting('purchaser', 1, 'wages', 999),
        posting('home', 1, 'purchase', -999),
      ],
      volumes: [volume('home', 'home-nursing', 120, 12)],
    });
    expect(frames.every((amount) => amount === undefined)).toBe(true);
    expect(values.heldFrames.map(({ amountOre }) => inKroner(amountOre))).toEqual([
      ...Array.from({ length: 11 }, () => 1000),
      1007,
    ]);
    expect(rules).toContain('financing/change-without-frame');
    // What the purchaser answers for: F_B 1,100 − earned 1,100 in January, in which 10 of 10 hours went to nobody named.
    const january = values.months[0]!;
    expect(january.lines.filter(({ variance }) => variance === 'activity')).toEqual([]);
    const february = values.months[1]!;
    expect(february.lines.filter(({ variance }) => variance === 'activity')).toEqual([
      { variance: 'activity', line: 'users', amountOre: kr(1000) },
    ]);
  });

  it('changes fall on the months from theirs on', () => {
    const { frames } = financed({
      frame: frame('budget', [change('home', 11, 20), change('home', 3, -100)]),
      budget: [posting('home', 0, 'wages', 1200)],
    });
    expect(frames).toEqual([100, 100, ...Array.from({ length: 8 }, () => 90), 100, 100]);
  });
});

describe('what is told of frames', () => {
  it('a unit without one, where frames are split', () => {
    const { frames, findings } = financed({ frame: frame('budget'), through: 1 });
    expect(frames).toEqual([undefined]);
    expect(findings.map(({ rule, message, remedy }) => `${rule}: ${message}. ${remedy}`)).toEqual([
      'financing/unit-without-frame: home has no frame, so it has no activity variance and no total that it is in has one. Import its budget, or write its frame (0 if nothing was voted) under financing: frame: changes.',
    ]);
  });

  it('budget of nobody, and units that no purchaser holds a frame for', () => {
    const { rules, findings } = financed({
      frame: frame('purchase-budget'),
      budget: [posting('', 1, 'purchase', 500)],
      through: 1,
    });
    expect(rules).toEqual(['financing/no-held-frame', 'financing/frame-without-unit']);
    expect(findings[0]!.message).toBe(
      'nobody holds the frame of home: the purchaser purchaser has no budget in a pool of the financing',
    );
    expect(findings[1]!.amountOre).toBe(kr(500));
  });

  it('a unit that is neither reached nor framed is left out, with what it spent', () => {
    const model = plainModel({
      units: [plainUnit('home'), plainUnit('other')],
      financing: { models: [{ ...plainModel({ units: [plainUnit('home')] }).financing!.models[0]! }] },
    });
    const { values, findings } = finance({
      model,
      input: yearInput({
        through: 2,
        prices: [pricesOf('activity', { prices: { 'home-nursing': 100 } })],
        budget: [posting('home', 0, 'wages', 1200)],
        expense: [
          posting('home', 1, 'wages', 100),
          posting('home', 2, 'wages', 100),
          posting('other', 2, 'wages', 55),
        ],
        quantities: [quantity('home', 'home-nursing', 1, 1), quantity('home', 'home-nursing', 2, 1)],
      }),
    });
    expect(values!.months.map(({ unit: id }) => id)).toEqual(['home', 'home']);
    const told = findings.find(({ rule }) => rule === 'financing/no-frame')!;
    expect(told.message).toBe(
      'other is neither reached by the model in force nor has a frame in 2026-01 to 2026-02: those months are left out, with what was spent in them',
    );
    expect(told.amountOre).toBe(kr(55));
  });

  it('a base grant of a unit that nobody finances is told, though it did and spent nothing', () => {
    const { findings } = finance({
      model: plainModel({ units: [plainUnit('home')] }),
      input: yearInput({
        through: 1,
        prices: [pricesOf('activity', { prices: { 'home-nursing': 100 }, base: { gone: '1200' } })],
        budget: [posting('home', 0, 'wages', 1200)],
        expense: [posting('home', 1, 'wages', 100)],
        quantities: [quantity('home', 'home-nursing', 1, 1)],
      }),
    });
    expect(findings.find(({ rule }) => rule === 'financing/no-frame')?.message).toBe(
      'gone is neither reached by the model in force nor has a frame in 2026-01: those months are left out, with what was spent in them, and the base grant that is adopted for it is paid to nobody',
    );
  });

  it('a support unit whose cost is in the prices of others earns 0 and stands outside the price', () => {
    const { values, rules } = withCars([posting('home', 1, 'wages', 100)]);
    const cars = values.months.find(({ unit: id }) => id === 'cars')!;
    expect([cars.frameOre, cars.earnedOre, cars.spentOre]).toEqual([0n, 0n, kr(40)]);
    expect(cars.lines).toEqual([{ variance: 'efficiency', line: 'outside', amountOre: kr(-40) }]);
    expect(rules).toContain('financing/outside-price');
  });

  it('a support unit that has a frame for that as well', () => {
    const { values, rules } = withCars([posting('home', 1, 'wages', 100), posting('cars', 1, 'goods', 45)]);
    const cars = values.months.find(({ unit: id }) => id === 'cars')!;
    expect([cars.frameOre, cars.earnedOre, cars.spentOre]).toEqual([kr(45), kr(45), kr(40)]);
    expect(rules).toContain('financing/paid-twice');
  });

  function withCars(budget: readonly PoolMonth[]) {
    const model = plainModel({
      units: [plainUnit('home'), unit('cars', 'support')],
      financing: { models: [{ ...plainModel({ units: [plainUnit('home')] }).financing!.models[0]! }] },
    });
    const { values, findings } = finance({
      model,
      input: yearInput({
        through: 1,
        prices: [pricesOf('activity', { prices: { 'home-nursing': 100 } })],
        budget,
        expense: [posting('home', 1, 'wages', 60), posting('cars', 1, 'goods', 40)],
        quantities: [quantity('home', 'home-nursing', 1, 1)],
      }),
    });
    return { values: values!, rules: findings.map(({ rule }) => rule) };
  }
});
