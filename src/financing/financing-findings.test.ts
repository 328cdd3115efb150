// What a financing year tells: each finding with what, where and remedy.

import { describe, expect, it } from 'vitest';
import {
  activityModel,
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
  yearInput,
} from '../../test/financing/plain-year.ts';
import { exact } from '../../test/support/hand-made-model.ts';
import type { FinancingInput } from '../tables/financing.ts';
import { finance } from './finance.ts';

const BASE = {
  costs: [ownCost('home', 'home-nursing', 'wages', 9000)],
  volumes: [ownVolume('home', 'home-nursing', 100, 150)],
};
const SOUND: Partial<FinancingInput> = {
  through: 2,
  prices: [pricesOf('activity', { prices: { 'home-nursing': 100 } }, BASE)],
  budget: [posting('home', 0, 'wages', 12_000)],
  expense: [posting('home', 1, 'wages', 900), posting('home', 2, 'wages', 900)],
  quantities: [quantity('home', 'home-nursing', 1, 10), quantity('home', 'home-nursing', 2, 10)],
  hours: [paidHours('home', 1, 15), paidHours('home', 2, 15)],
};

const told = (input: Partial<FinancingInput>, financing: PlainModel['financing'] = {}) => {
  const model = plainModel({ units: [plainUnit('home')], financing });
  return finance({ model, input: yearInput({ ...SOUND, ...input }) });
};
const texts = ({ findings }: ReturnType<typeof told>): string[] =>
  findings.map(
    ({ severity, rule, message, remedy, where, volume: touched }) =>
      `${severity} ${rule} [${where.file}:${where.line} ${where.key}] ${message}. ${remedy}${touched ? ` (${touched.parts} ${touched.measure})` : ''}`,
  );

describe('a sound year', () => {
  it('has nothing to tell', () => expect(texts(told({}))).toEqual([]));
});

describe('without prices', () => {
  it('a model that pays by activity is refused', () => {
    const found = told({ prices: [] });
    expect(found.values).toBeUndefined();
    expect(texts(found)).toEqual([
      'error financing/no-prices [innsats.yaml:1 activity] the model in force, "activity", pays by activity, and no prices are adopted for 2026. Adopt them: "innsats prices adopt --date <day>" writes prices/2026.yaml.',
    ]);
  });

  it('a frame model is followed, and models with price rules of their own are not tried out', () => {
    const found = told(
      { prices: [] },
      {
        inForce: 'frame',
        models: [
          { ...activityModel('frame', []), kind: 'frame' },
          activityModel('own', ['home'], { prices: { supplements: [] } }),
        ],
      },
    );
    expect(found.values!.months.map(({ earnedOre, frameOre }) => earnedOre === frameOre)).toEqual([
      true,
      true,
    ]);
    expect(texts(found)).toEqual([
      'note financing/not-tried-out [innsats.yaml:1 own] the model "own" has price rules of its own and no adopted prices, so it is not tried out. Adopt prices for it: prices/2026-own.yaml.',
    ]);
  });
});

describe('what is told', () => {
  it.each<[string, Partial<FinancingInput>, PlainModel['financing'], string[]]>([
    [
      'activity without a price',
      {
        prices: [pricesOf('activity', { prices: { 'home-nursing': 100 } }, BASE)],
        quantities: [
          ...SOUND.quantities!,
          quantity('home', 'alarm', 1, 2, { measure: 'month' }),
          quantity('home', 'alarm', 2, 3, { measure: 'month' }),
        ],
      },
      {},
      [
        'warning financing/unpriced [innsats.yaml:1 home · alarm] home · alarm has activity in 2026-01 to 2026-02 and no adopted price, so nothing is earned by it. Adopt a price for it, or leave the unit to its frame. (5000 )',
      ],
    ],
    [
      'a ledger that is behind',
      { expense: [posting('home', 1, 'wages', 900)], freshness: { ledgerMonth: 1, activityMonth: 2 } },
      {},
      [
        'warning financing/ledger-behind [innsats.yaml:1 ledger] postings are known to 2026-01, and the year is followed to 2026-02: what is earned after it stands against nothing spent. Import the ledger of the later months, or follow the year to an earlier one.',
      ],
    ],
    [
      'activity that is behind',
      { quantities: [], freshness: { ledgerMonth: 2, activityMonth: 0 } },
      {},
      [
        'warning financing/activity-behind [innsats.yaml:1 activity] deliveries are known for no month, and the year is followed to 2026-02: what is spent after it stands against nothing earned. Import the activity of the later months, or follow the year to an earlier one.',
      ],
    ],
    [
      'a month with expense and no activity',
      { quantities: [quantity('home', 'home-nursing', 1, 10)] },
      {},
      [
        'warning financing/month-without-activity [innsats.yaml:1 home] home has expense and nothing that is paid for in 2026-02. Look for the activity of those months.',
      ],
    ],
    [
      'a month with activity and no expense',
      { expense: [posting('home', 2, 'wages', 900)] },
      {},
      [
        'warning financing/month-without-expense [innsats.yaml:1 home] home is paid for activity and has no expense in 2026-01. Look for the postings of those months.',
      ],
    ],
    [
      'a base grant for a month in which the unit was not there',
      {
        expense: [posting('home', 1, 'wages', 900)],
        quantities: [quantity('home', 'home-nursing', 1, 10)],
        prices: [pricesOf('activity', { prices: { 'home-nursing': 100 }, base: { home: '1200' } }, BASE)],
      },
      {},
      [
        'warning financing/paid-for-nothing [innsats.yaml:1 home] home is paid, and did nothing and spent nothing, in 2026-02. Where it was not there, let the model reach it from its first month, and budget and adopt base grants for units that are there.',
      ],
    ],
    [
      'more taken back than given',
      { quantities: [quantity('home', 'home-nursing', 1, -4), quantity('home', 'home-nursing', 2, 10)] },
      {},
      [
        'warning financing/negative-quantity [innsats.yaml:1 home · home-nursing (delivered)] home · home-nursing (delivered) is below 0 in 2026-01: more was taken back than given. Take corrections back in the month that they are of. (-144000 hour)',
      ],
    ],
    [
      'quantities of the year only',
      { quantities: [...SOUND.quantities!, quantity('home', 'home-nursing', 0, 7)] },
      {},
      [
        'warning financing/quantity-without-month [innsats.yaml:1 home] quantities that give the year only cannot be followed by month, so nothing is earned by them. Import activity that says the month.',
      ],
    ],
    [
      'a budget that no price is for',
      {},
      { volumes: [volume('home', 'alarm', 7, 1, 12)] },
      [
        'warning financing/budget-without-price [innsats.yaml:1 home · alarm] home · alarm is budgeted and has no adopted price, so its budget is worth nothing. Adopt a price for it.',
      ],
    ],
    [
      'limits without volumes',
      {},
      { models: [activityModel('activity', ['home'], { floor: exact('95 %') })] },
      [
        'warning financing/limit-without-volumes [innsats.yaml:1 home] floor and ceiling are held against budgeted volumes, which home has none of: nothing is limited. Write them in the table that financing: volumes: names.',
      ],
    ],
    [
      'a transition from no frame',
      { budget: [] },
      { models: [activityModel('activity', ['home'], { transition: exact('50 %') })] },
      [
        'warning financing/unit-without-frame [innsats.yaml:1 home] home has no frame, so it has no activity variance and no total that it is in has one. Import its budget, or write its frame (0 if nothing was voted) under financing: frame: changes.',
        'warning financing/transition-without-frame [innsats.yaml:1 home] a transition leads from the frame, which home has none of: what is earned counts whole. Split the frame down to units while the model is phased in.',
      ],
    ],
    [
      'two rules of absence',
      {},
      {
        models: [7, 14].map((days, i) =>
          activityModel(i === 0 ? 'activity' : 'other', ['home'], {
            pays: {
              basis: 'delivered',
              absenceDays: new Map([['home-nursing', days]]),
              emptyPlaces: new Map(),
            },
          }),
        ),
      },
      [
        'warning financing/two-absence-rules [innsats.yaml:1 home-nursing] models pay 7 and 14 days of an absence from home-nursing, and days away are counted by one rule. Let all models pay the same number of days, or look at one of them at a time.',
      ],
    ],
    [
      'paid hours of a month that are missing',
      {
        hours: [paidHours('home', 1, 15)],
        expense: [posting('home', 1, 'wages', 900), posting('home', 2, 'wages', 950)],
      },
      {},
      [
        'note financing/no-paid-hours [innsats.yaml:1 home] paid hours of home are not known in 2026-02 or in its cost year: wage growth, composition and usage are one line. Import its paid hours of both years as "kind: paid-hours".',
      ],
    ],
  ])('%s', (_, input, financing, expected) => expect(texts(told(input, financing))).toEqual(expected));
});
