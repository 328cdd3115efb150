// Months that are financed in other ways than base + price × quantity: bought care, frames, transition, absence, empty
// places, prices that change, services without a cost year; and what is shown on request.

import { describe, expect, it } from 'vitest';
import {
  activityModel,
  inKroner,
  ownCost,
  ownVolume,
  type PlainModel,
  paidHours,
  plainModel,
  plainUnit,
  posting,
  pricesOf,
  quantity,
  volume,
  YEAR,
  yearInput,
} from '../../test/financing/plain-year.ts';
import { exact, service } from '../../test/support/hand-made-model.ts';
import type { FundingModel } from '../model/financing.ts';
import type { FinancingInput, FinancingYear } from '../tables/financing.ts';
import { finance } from './finance.ts';

const DAYS = service('nursing-home', 'day', {
  levels: [
    { name: 'light', weight: exact(1) },
    { name: 'heavy', weight: exact(2) },
  ],
});
const PRICES = { 'home-nursing': 100, 'nursing-home/light': 1000, 'nursing-home/heavy': 2000 };

function financed(given: {
  rules?: Partial<FundingModel>;
  input?: Partial<FinancingInput>;
  financing?: PlainModel['financing'];
  unit?: Parameters<typeof plainUnit>[1];
}): FinancingYear & { rules: string[] } {
  const model = plainModel({
    units: [plainUnit('home', given.unit)],
    services: [service('home-nursing', 'hour'), DAYS],
    financing: { models: [activityModel('activity', ['home'], given.rules)], ...given.financing },
  });
  const { values, findings } = finance({
    model,
    input: yearInput({ through: 1, prices: [pricesOf('activity', { prices: PRICES })], ...given.input }),
  });
  return { ...values!, rules: findings.map(({ rule }) => rule) };
}

const linesOf = ({ months }: FinancingYear, variance: string, month = 1): Record<string, number> =>
  Object.fromEntries(
    months
      .find((one) => one.month === month)!
      .lines.filter((line) => line.variance === variance)
      .map(({ line, amountOre }) => [line, inKroner(amountOre)]),
  );
const earnedOf = ({ earned, model }: FinancingYear): string[] =>
  earned
    .filter((line) => line.model === model)
    .map(({ month, kind, service: of, level, amountOre }) =>
      [month, kind, of, level, inKroner(amountOre)].filter((part) => part !== '').join(' '),
    );

describe('bought care', () => {
  const bought = (prices: Record<string, number>) =>
    financed({
      unit: { provision: 'private' },
      financing: { volumes: [volume('home', 'home-nursing', 10, undefined, 1)] },
      input: {
        prices: [pricesOf('activity', { prices })],
        budget: [posting('home', 1, 'goods', 1000)],
        expense: [posting('home', 1, 'goods', 1320)],
        quantities: [quantity('home', 'home-nursing', 1, 12)],
      },
    });

  it('is paid what it costs; dearer than the price is a line of the activity variance', () => {
    const year = bought({ 'home-nursing': 100 });
    expect(earnedOf(year)).toEqual(['1 purchase 1320']);
    expect(linesOf(year, 'activity')).toEqual({ volume: -200, 'purchase-price': -120 });
    expect(linesOf(year, 'efficiency')).toEqual({});
  });

  it('without a price the difference is one line', () => {
    const year = bought({});
    expect(linesOf(year, 'activity')).toEqual({ 'purchase-price': -320 });
    expect(year.unpriced).toEqual([]);
  });
});

describe('units and months that the model does not reach', () => {
  const input: Partial<FinancingInput> = {
    through: 7,
    budget: [1, 2, 3, 4, 5, 6, 7].map((month) => posting('home', month, 'wages', 1000)),
    expense: [1, 7].map((month) => posting('home', month, 'wages', 1100)),
    quantities: [1, 7].map((month) => quantity('home', 'home-nursing', month, 12)),
    prices: [
      pricesOf(
        'activity',
        { prices: PRICES },
        {
          costs: [ownCost('home', 'home-nursing', 'wages', 9000)],
          volumes: [ownVolume('home', 'home-nursing', 100)],
        },
      ),
    ],
  };

  it('are given their frame; what it is more or less than the price would pay is the model’s', () => {
    const year = financed({ rules: { applies: [{ units: ['home'], fromMonth: 7 }] }, input });
    expect(earnedOf(year).filter((line) => /^[17] /.test(line))).toEqual([
      '1 frame 1000',
      '7 price home-nursing 1200',
    ]);
    expect(linesOf(year, 'activity')).toEqual({});
    expect(linesOf(year, 'efficiency')).toEqual({
      'starting-position': 120,
      wages: -20,
      'model-terms': -200,
    });
    expect(linesOf(year, 'activity', 7)).toEqual({ 'frame-gap': 1000, 'new-service': -1200 });
    expect(linesOf(year, 'efficiency', 7)).toEqual({ 'starting-position': 120, wages: -20 });
  });

  it('a frame with nothing counted is one line', () => {
    const year = financed({ rules: { kind: 'frame' }, input: { ...input, quantities: [] } });
    expect(linesOf(year, 'efficiency')).toEqual({ outside: -100 });
    expect(year.shadow.map(({ earnedOre }) => inKroner(earnedOre))).toEqual([
      1000, 1000, 1000, 1000, 1000, 1000, 1000,
    ]);
    expect(year.baseYear).toEqual([]);
  });

  it('a model is phased in: half of what is earned, half of the frame', () => {
    const year = financed({ rules: { transition: exact('50 %') }, input });
    expect(earnedOf(year).slice(0, 2)).toEqual(['1 price home-nursing 1200', '1 transition -100']);
    expect(linesOf(year, 'activity')).toEqual({
      'frame-gap': 1000,
      'new-service': -1200,
      'model-terms': 100,
    });
    expect(linesOf(year, 'efficiency')).toEqual({
      'starting-position': 120,
      wages: -20,
      'model-terms': -100,
    });
  });
});

describe('days away and empty places', () => {
  const pays = {
    basis: 'delivered' as const,
    absenceDays: new Map([['nursing-home', 14]]),
    emptyPlaces: new Map([['nursing-home', exact('50 %')]]),
  };
  const days = (level: string, count: number, state: 'delivered' | 'absence' = 'delivered') =>
    quantity('home', `nursing-home/${level}`, 1, count, { state, measure: 'day' });
  const places = (openDays: bigint, closedDays = 0n) => [
    { unit: 'home', year: YEAR, month: 1, openDays, closedDays },
  ];

  it('are paid by rule, no place twice, empty ones as those in use are, and are a line of the activity variance', () => {
    const year = financed({
      rules: { pays },
      input: {
        budget: [posting('home', 1, 'wages', 100_000)],
        quantities: [days('light', 30), days('heavy', 10), days('light', 2, 'absence')],
        places: places(66n, 6n),
      },
    });
    expect(earnedOf(year)).toEqual([
      '1 price nursing-home heavy 20000',
      '1 price nursing-home light 30000',
      '1 absence nursing-home light 2000',
      '1 empty-place nursing-home heavy 4500',
      '1 empty-place nursing-home light 6750',
    ]);
    expect(linesOf(year, 'activity')['absence-and-empty']).toBe(-13_250);
    expect(linesOf(year, 'efficiency')['model-terms']).toBe(13_250);
    expect(
      year.quantities.filter(({ state }) => state === 'empty').map(({ level, parts }) => [level, parts]),
    ).toEqual([
      ['heavy', 4500n],
      ['light', 13_500n],
    ]);
    expect(year.months[0]!.staffing.placeDays).toBe(60n);
  });

  it('with nobody there they are paid as the cost year’s days were', () => {
    const base = { costs: [], volumes: [ownVolume('home', 'nursing-home/heavy', 900, undefined, 'day')] };
    const year = financed({
      rules: { pays },
      input: {
        places: places(3n),
        prices: [pricesOf('activity', { prices: PRICES }, base)],
        budget: [posting('home', 1, 'wages', 1)],
      },
    });
    expect(earnedOf(year)).toEqual(['1 empty-place nursing-home heavy 3000']);
  });

  it('more days than places are no empty ones below 0, and no register of places is told', () => {
    const full = { budget: [posting('home', 1, 'wages', 1)], quantities: [days('light', 31)] };
    expect(earnedOf(financed({ rules: { pays }, input: { ...full, places: places(30n) } }))).toHaveLength(1);
    expect(financed({ rules: { pays }, input: full }).rules).toContain('financing/no-places');
  });

  it('what of the fixed plan stood empty is shown on request', () => {
    const base = {
      costs: [ownCost('home', '', 'wages', 12_000)],
      volumes: [ownVolume('home', 'nursing-home/light', 900, undefined, 'day')],
    };
    const year = financed({
      input: {
        places: places(40n),
        quantities: [days('light', 30)],
        prices: [pricesOf('activity', { prices: PRICES, base: { home: 12_000 } }, base)],
      },
    });
    expect(linesOf(year, 'memo')).toEqual({ 'unused-capacity': -250 });
  });
});

describe('levels, mixes and what is granted', () => {
  it('more heavy days than budgeted are mix', () => {
    const year = financed({
      financing: {
        volumes: [
          volume('home', 'nursing-home/light', 30, 3, 1),
          volume('home', 'nursing-home/heavy', 10, 1, 1),
        ],
      },
      input: {
        budget: [posting('home', 1, 'wages', 50_000)],
        quantities: [
          quantity('home', 'nursing-home/light', 1, 20, { users: 2, measure: 'day' }),
          quantity('home', 'nursing-home/heavy', 1, 20, { users: 2, measure: 'day' }),
        ],
      },
    });
    expect(linesOf(year, 'activity')).toEqual({ mix: -10_000 });
    expect(linesOf(year, 'memo')).toEqual({});
  });

  it('joint terms of users and quantity, mix and volume', () => {
    const year = financed({
      financing: { volumes: [volume('home', 'home-nursing', 100, 10, 1)] },
      input: {
        quantities: [quantity('home', 'home-nursing', 1, 180, { users: 12 })],
        budget: [posting('home', 1, 'wages', 10_000)],
      },
    });
    // 10 hours each budgeted, 15 given: users 2 × 10, quantity 12 × 5, of which 2 × 5 is both.
    expect(linesOf(year, 'activity')).toEqual({ users: -2000, quantity: -6000 });
    expect(linesOf(year, 'memo')).toEqual({ 'users-times-quantity': -1000 });
  });

  it.each([
    ['its own', [] as string[], 11_000],
    ['all units’, where it had none', ['home'], 15_000],
  ])(
    'a budget without level takes the mean price of a cost year, %s, and that is told',
    (_, without, expected) => {
      const days = (unit: string, light: number, heavy: number) => [
        ownVolume(unit, 'nursing-home/light', light, undefined, 'day'),
        ownVolume(unit, 'nursing-home/heavy', heavy, undefined, 'day'),
      ];
      const all = [...days('home', 900, 100), ...days('other', 500, 500)];
      const base = { costs: [], volumes: all.filter(({ unit }) => !without.includes(unit)) };
      const year = financed({
        financing: {
          frame: { heldBy: 'unit', from: 'volumes', periodise: 'twelfths', changes: [] },
          volumes: [volume('home', 'nursing-home', 10, undefined, 1)],
        },
        input: { prices: [pricesOf('activity', { prices: PRICES }, base)] },
      });
      expect(inKroner(year.months[0]!.frameOre!)).toBe(expected);
      expect(year.rules).toContain('financing/budget-without-level');
    },
  );

  it.each<['granted' | 'delivered' | 'lesser', Record<string, number>, Record<string, number>]>([
    ['granted', { users: -1000 }, { 'granted-not-delivered': 200 }],
    [
      'delivered',
      { users: -1000, quantity: 200 },
      { 'granted-not-delivered': 200, 'users-times-quantity': 18.18 },
    ],
    ['lesser', { users: -1000, 'delivery-gap': 300 }, {}],
  ])('paid on what is %s', (basis, activity, memo) => {
    const year = financed({
      rules: { pays: { basis, absenceDays: new Map(), emptyPlaces: new Map() } },
      financing: { volumes: [volume('home', 'home-nursing', 100, 10, 1)] },
      input: {
        budget: [posting('home', 1, 'wages', 10_000)],
        quantities: [
          quantity('home', 'home-nursing', 1, 110, { state: 'granted', users: 11 }),
          quantity('home', 'home-nursing', 1, 108, { state: 'delivered', users: 11 }),
          quantity('home', 'home-nursing', 1, 107, { state: 'lesser', users: 11 }),
        ],
      },
    });
    expect(linesOf(year, 'activity')).toEqual(activity);
    expect(linesOf(year, 'memo')).toEqual(memo);
  });
});

describe('prices that change in the year', () => {
  it('are a line of their own, and what was voted is what the budget was held against', () => {
    const year = financed({
      financing: { volumes: [1, 2].map((month) => volume('home', 'home-nursing', 100, 10, month)) },
      input: {
        through: 2,
        prices: [
          pricesOf('activity', { prices: { 'home-nursing': 100 }, base: { home: 1200 } }, undefined, {
            2: { prices: { 'home-nursing': 103 }, base: { home: 1800 } },
          }),
        ],
        budget: [1, 2].map((month) => posting('home', month, 'wages', 10_100)),
        quantities: [1, 2].map((month) => quantity('home', 'home-nursing', month, 110, { users: 11 })),
      },
    });
    expect(linesOf(year, 'activity', 1)).toEqual({ users: -1000 });
    expect(linesOf(year, 'activity', 2)).toEqual({
      'grant-terms': -50,
      'price-decision': -300,
      users: -1030,
    });
    expect(earnedOf(year)).toEqual([
      '1 base 100',
      '1 price home-nursing 11000',
      '2 base 150',
      '2 price home-nursing 11330',
    ]);
  });
});

describe('standards', () => {
  const other = {
    costs: [ownCost('other', 'home-nursing', 'wages', 6000), ownCost('other', 'home-nursing', 'goods', 2000)],
    volumes: [ownVolume('other', 'home-nursing', 100, 150)],
  };

  it('a unit without a cost year of its own starts from 0, by the average of all units', () => {
    const year = financed({
      input: {
        prices: [pricesOf('activity', { prices: PRICES }, other)],
        budget: [posting('home', 1, 'wages', 1000)],
        expense: [posting('home', 1, 'wages', 800), posting('home', 1, 'goods', 200)],
        quantities: [quantity('home', 'home-nursing', 1, 10)],
        // Overtime and agency are paid hours too; sick leave stands beside.
        hours: [
          paidHours('home', 1, 13),
          paidHours('home', 1, 4, 'overtime'),
          paidHours('home', 1, 3, 'agency'),
          paidHours('home', 1, 9, 'sick-leave'),
        ],
      },
    });
    // 10 hours at 100: wages 750 for 18.75 paid hours at 40, goods 250.
    expect(linesOf(year, 'efficiency')).toEqual({ usage: -50, 'goods-usage': 50 });
    expect(year.rules).toContain('financing/common-standard');
  });

  it('what nobody’s cost year knows stands as starting position, and that is told', () => {
    const year = financed({
      input: {
        budget: [posting('home', 1, 'wages', 1000)],
        expense: [posting('home', 1, 'wages', 900)],
        quantities: [quantity('home', 'home-nursing', 1, 10)],
      },
    });
    expect(linesOf(year, 'efficiency')).toEqual({ 'starting-position': 1000, wages: -900 });
    expect(year.rules).toContain('financing/no-cost-year');
    expect(year.rules).toContain('financing/no-paid-hours');
  });

  it('sick leave beside that of the cost year, where both years’ hours are given', () => {
    const own = {
      costs: [ownCost('home', 'home-nursing', 'wages', 6000)],
      volumes: [ownVolume('home', 'home-nursing', 100, 150)],
    };
    const year = financed({
      input: {
        prices: [pricesOf('activity', { prices: PRICES }, own)],
        quantities: [quantity('home', 'home-nursing', 1, 10)],
        hours: [
          paidHours('home', 1, 15),
          paidHours('home', 1, 3, 'sick-leave'),
          { ...paidHours('home', 1, 150), year: YEAR - 1 },
          { ...paidHours('home', 1, 15, 'sick-leave'), year: YEAR - 1 },
        ],
      },
    });
    // 15 standard hours at 40: 10 % of them would have been 1.5 hours of sick leave, 3 were.
    expect(linesOf(year, 'memo')).toEqual({ 'sick-leave': -60 });
    const { staffing } = year.months[0]!;
    expect([staffing.ordinaryParts, staffing.sickParts]).toEqual([540_000n, 108_000n]);
  });

  it('the leader’s questions: what is carried, what it costs, and the terms of breaking even', () => {
    const own = {
      costs: [
        ownCost('home', 'home-nursing', 'wages', 6000),
        ownCost('home', 'home-nursing', 'goods', 2000),
        ownCost('home', '', 'wages', 900),
        ownCost('home', '', 'goods', 300),
      ],
      volumes: [ownVolume('home', 'home-nursing', 100, 150)],
    };
    const year = financed({
      input: {
        prices: [pricesOf('activity', { prices: PRICES, base: { home: 1200 } }, own)],
        expense: [
          posting('home', 1, 'wages', 800),
          posting('home', 1, 'goods', 150),
          posting('home', 1, 'management', 90),
        ],
        quantities: [quantity('home', 'home-nursing', 1, 10)],
        hours: [
          paidHours('home', 1, 16),
          paidHours('home', 1, 2, 'overtime'),
          paidHours('home', 1, 1, 'agency'),
        ],
      },
    });
    const { staffing } = year.months[0]!;
    // 75 % of 1,000, and 75 % of the month's 100 base grant.
    expect(staffing.carriedWageOre).toEqual({ num: 82_500n, den: 1n });
    expect(staffing.wageOre).toBe(89_000n);
    expect(staffing.standardParts).toEqual({ num: 540_000n, den: 1n });
    expect(staffing.directParts).toBe(360_000n);
    expect(staffing.breakEvenCostOre).toEqual({ num: 79_000n, den: 1n });
    expect(staffing.contributionOre).toEqual({ num: 85_000n, den: 1n });
    expect([staffing.ordinaryParts, staffing.overtimeParts, staffing.agencyParts]).toEqual([
      576_000n,
      72_000n,
      36_000n,
    ]);
  });
});
