// Financing against published examples, and the two stories of the demonstration municipality, line by line.

import { describe, expect, it } from 'vitest';
import {
  everyMonth,
  inKroner,
  MONTHS,
  ownCost,
  ownVolume,
  paidHours,
  plainModel,
  plainUnit,
  postedEveryMonth,
  posting,
  pricesOf,
  quantity,
  volume,
  yearInput,
} from '../../test/financing/plain-year.ts';
import { service } from '../../test/support/hand-made-model.ts';
import type { FinancingYear, VarianceLine } from '../tables/financing.ts';
import { finance } from './finance.ts';

type Sums = Record<string, number>;

/** Kroner by line of a variance, of a unit, over the months. */
function linesOf(year: FinancingYear, unit: string, variance: VarianceLine['variance']): Sums {
  const sums = new Map<string, bigint>();
  for (const month of year.months)
    if (month.unit === unit)
      for (const line of month.lines)
        if (line.variance === variance) sums.set(line.line, (sums.get(line.line) ?? 0n) + line.amountOre);
  const found = [...sums].filter(([, amountOre]) => amountOre !== 0n);
  return Object.fromEntries(found.map(([line, amountOre]) => [line, inKroner(amountOre)]));
}

function totalsOf({ months }: FinancingYear, unit: string) {
  const own = months.filter((month) => month.unit === unit);
  const sum = (of: (month: (typeof own)[number]) => bigint): number =>
    inKroner(own.reduce((all, month) => all + of(month), 0n));
  return {
    frame: sum(({ frameOre }) => frameOre ?? 0n),
    earned: sum(({ earnedOre }) => earnedOre),
    spent: sum(({ spentOre }) => spentOre),
  };
}

/** The expected amounts and no others: every month is rounded by itself, so a year is within 12 øre of them. */
function expectKroner(found: Sums, expected: Sums): void {
  expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
  for (const [line, kroner] of Object.entries(expected))
    expect(Math.abs(found[line]! - kroner), line).toBeLessThanOrEqual(0.12);
}

describe('E5: price and usage (published example)', () => {
  // 100 units of 4 lb at 3 budgeted; 120 made, of 450 lb at 2.90. Goods grew by −1/30 instead of not at all.
  const model = plainModel({
    units: [plainUnit('plant')],
    services: [service('piece', 'piece')],
    financing: {
      volumes: [volume('plant', 'piece', 100, undefined, 1)],
      actualGrowth: new Map([['goods', { num: -1n, den: 30n }]]),
    },
  });
  const { values } = finance({
    model,
    input: yearInput({
      through: 1,
      prices: [
        pricesOf(
          'activity',
          { prices: { piece: 12 } },
          {
            costs: [ownCost('plant', 'piece', 'goods', 1200)],
            volumes: [ownVolume('plant', 'piece', 100, undefined, 'piece')],
          },
        ),
      ],
      budget: [posting('plant', 1, 'goods', 1200)],
      expense: [posting('plant', 1, 'goods', 1305)],
      quantities: [quantity('plant', 'piece', 1, 120, { measure: 'piece' })],
    }),
  });

  it('frame 1,200, flexible 1,440, actual 1,305', () => {
    expect(totalsOf(values!, 'plant')).toEqual({ frame: 1200, earned: 1440, spent: 1305 });
    expect(linesOf(values!, 'plant', 'activity')).toEqual({ volume: -240 });
    expect(linesOf(values!, 'plant', 'efficiency')).toEqual({ 'goods-price': 45, 'goods-usage': 90 });
  });
});

describe('E4: three-level analysis, and what the fixed share does (published example)', () => {
  const financed = (
    fixed: readonly string[],
    pricesAndBase: { price: number; base: number },
    own: number,
  ) => {
    const model = plainModel({
      units: [plainUnit('plant')],
      services: [service('piece', 'piece')],
      financing: {
        natures: { wages: ['wages'], income: ['income'], fixed },
        volumes: [volume('plant', 'piece', 7500, undefined, 1)],
      },
    });
    const costs = [
      ownCost('plant', 'piece', 'goods', 324_000),
      own === 0 ? ownCost('plant', 'piece', 'premises', 112_500) : ownCost('plant', '', 'premises', 112_500),
    ];
    return finance({
      model,
      input: yearInput({
        prices: [
          pricesOf(
            'activity',
            { prices: { piece: pricesAndBase.price }, base: { plant: pricesAndBase.base } },
            { costs, volumes: [ownVolume('plant', 'piece', 7500, undefined, 'piece')] },
          ),
        ],
        budget: [posting('plant', 0, 'goods', 112_500), posting('plant', 1, 'goods', 324_000)],
        expense: [
          posting('plant', 1, 'goods', 351_965),
          posting('plant', 1, own === 0 ? 'premises' : 'management', 108_398),
        ],
        quantities: [quantity('plant', 'piece', 1, 7275, { measure: 'piece' })],
      }),
    }).values!;
  };

  it('fixed cost as base grant: +9,720 and −33,583', () => {
    const year = financed([], { price: 43.2, base: 112_500 }, 1);
    expect(totalsOf(year, 'plant')).toEqual({ frame: 436_500, earned: 426_780, spent: 460_363 });
    expect(linesOf(year, 'plant', 'activity')).toEqual({ volume: 9720 });
    expect(linesOf(year, 'plant', 'efficiency')).toEqual({ 'goods-usage': -37_685, 'fixed-spending': 4102 });
  });

  it('fixed cost in the price: +13,095 and −36,958, of which coverage −3,375', () => {
    const year = financed(['premises'], { price: 58.2, base: 0 }, 0);
    expect(totalsOf(year, 'plant')).toEqual({ frame: 436_500, earned: 423_405, spent: 460_363 });
    expect(linesOf(year, 'plant', 'activity')).toEqual({ volume: 13_095 });
    expect(linesOf(year, 'plant', 'efficiency')).toEqual({
      'goods-usage': -37_685,
      'fixed-coverage': -3375,
      'fixed-spending': 4102,
    });
  });
});

describe('Fjordvik 2026: two units that both overrun, for opposite reasons', () => {
  const practical = service('practical-assistance', 'hour');
  const nursing = service('home-nursing', 'hour');
  const own = (
    unit: string,
    of: string,
    year: { hours: number; paid: number; wage: number; goods: number },
  ) => ({
    costs: [
      ownCost(unit, of, 'wages', (year.hours * year.paid * year.wage).toFixed(2), '4.2 %'),
      ownCost(unit, of, 'goods', year.hours * year.goods, '3 %'),
    ],
    volumes: [ownVolume(unit, of, year.hours, (year.hours * year.paid).toFixed(2))],
  });
  const years = [
    own('sjosiden', 'home-nursing', { hours: 55_000, paid: 1.8, wage: 468, goods: 34 }),
    own('sjosiden', 'practical-assistance', { hours: 29_000, paid: 1.62, wage: 388, goods: 34 }),
    own('innlandet', 'home-nursing', { hours: 31_000, paid: 2.02, wage: 474, goods: 58 }),
    own('innlandet', 'practical-assistance', { hours: 15_000, paid: 1.8, wage: 392, goods: 58 }),
  ];
  const base = {
    costs: [
      ...years.flatMap(({ costs }) => costs),
      ownCost('sjosiden', '', 'wages', 6_300_000, '4.2 %'),
      ownCost('innlandet', '', 'wages', 4_500_000, '4.2 %'),
    ],
    volumes: years.flatMap(({ volumes }) => volumes),
  };
  const grants = { sjosiden: '6564600', innlandet: '4689000' };
  const home = ['sjosiden', 'innlandet'];
  const model = plainModel({
    units: home.map((id) => plainUnit(id)),
    services: [nursing, practical],
    growth: { wages: '4.2 %', goods: '3 %' },
    financing: {
      volumes: [
        volume('sjosiden', 'home-nursing', 55_600, 303),
        volume('sjosiden', 'practical-assistance', 29_300, 212),
        volume('innlandet', 'home-nursing', 31_200, 181),
        volume('innlandet', 'practical-assistance', 15_100, 121),
      ],
      models: [
        {
          name: 'activity',
          kind: 'activity',
          applies: [{ units: home, fromMonth: 1 }],
          at: nursing.at,
          pays: { basis: 'delivered', absenceDays: new Map(), emptyPlaces: new Map() },
        },
        {
          name: 'average',
          kind: 'activity',
          applies: [{ units: home, fromMonth: 1 }],
          at: nursing.at,
          prices: { supplements: [] },
          pays: { basis: 'delivered', absenceDays: new Map(), emptyPlaces: new Map() },
        },
      ],
    },
  });
  const { values, findings } = finance({
    model,
    input: yearInput({
      prices: [
        pricesOf(
          'activity',
          {
            prices: { 'home-nursing': 918, 'practical-assistance': 679 },
            base: grants,
            supplements: { 'innlandet/home-nursing': 131, 'innlandet/practical-assistance': 131 },
          },
          base,
        ),
        pricesOf(
          'average',
          { prices: { 'home-nursing': 965, 'practical-assistance': 726 }, base: grants },
          base,
        ),
      ],
      budget: [
        ...postedEveryMonth('sjosiden', 'wages', 77_500_000),
        ...postedEveryMonth('innlandet', 'wages', 49_600_000),
      ],
      expense: [
        ...postedEveryMonth('sjosiden', 'wages', 74_430_000),
        ...postedEveryMonth('sjosiden', 'goods', 3_260_000),
        ...postedEveryMonth('sjosiden', 'management', 6_590_000),
        ...postedEveryMonth('innlandet', 'wages', 46_300_000),
        ...postedEveryMonth('innlandet', 'goods', 2_860_000),
        ...postedEveryMonth('innlandet', 'management', 4_730_000),
      ],
      quantities: [
        ...everyMonth('sjosiden', 'home-nursing', 60_900, { users: 331 }),
        ...everyMonth('sjosiden', 'practical-assistance', 31_700, { users: 229 }),
        ...everyMonth('innlandet', 'home-nursing', 31_300, { users: 182 }),
        ...everyMonth('innlandet', 'practical-assistance', 15_000, { users: 120 }),
      ],
      hours: MONTHS.flatMap((month) => [
        paidHours('sjosiden', month, 161_400 / 12),
        paidHours('innlandet', month, 94_200 / 12),
      ]),
    }),
  });
  const year = values!;

  it('earned and spent', () => {
    expect(findings).toEqual([]);
    expectKroner(totalsOf(year, 'sjosiden'), { frame: 77_500_000, earned: 83_995_100, spent: 84_280_000 });
    expectKroner(totalsOf(year, 'innlandet'), { frame: 49_600_000, earned: 49_672_700, spent: 53_890_000 });
  });

  it('Sjøsiden: more users', () => {
    expectKroner(linesOf(year, 'sjosiden', 'activity'), {
      'frame-gap': -100,
      users: -6_311_971.3,
      quantity: -183_028.7,
    });
    expectKroner(linesOf(year, 'sjosiden', 'efficiency'), {
      'starting-position': -31_419.5,
      'wage-composition': -14_519.91,
      usage: -196_412.58,
      'goods-usage': -17_148,
      'fixed-spending': -25_400,
    });
  });

  it('Innlandet: dear hours', () => {
    expectKroner(linesOf(year, 'innlandet', 'activity'), {
      'frame-gap': -48_800,
      users: -79_739.45,
      quantity: 55_839.45,
    });
    expectKroner(linesOf(year, 'innlandet', 'efficiency'), {
      'starting-position': -38_617.21,
      'wage-composition': -2_182_465.6,
      usage: -1_861_179.19,
      'goods-usage': -94_038,
      'fixed-spending': -41_000,
    });
  });

  it('one average price would have given Sjøsiden 3.9 million more than its own year cost, Innlandet 3.9 less', () => {
    const gains = year.baseYear
      .filter(({ model: name }) => name === 'average')
      .map(({ unit, earnedOre, ownCostOre }) => [unit, inKroner(earnedOre - ownCostOre)]);
    expect(gains).toEqual([
      ['innlandet', -3_900_086.96],
      ['sjosiden', 3_915_549.92],
    ]);
  });

  it('the shadow run says what each model would have paid for 2026', () => {
    const sums = Map.groupBy(year.shadow, ({ model: name, unit }) => `${name} ${unit}`);
    const totals = [...sums].map(([key, months]) => [
      key,
      inKroner(months.reduce((sum, { earnedOre }) => sum + earnedOre, 0n)),
    ]);
    expectKroner(Object.fromEntries(totals), {
      'activity sjosiden': 83_995_100,
      'activity innlandet': 49_672_700,
      'average sjosiden': 6_564_600 + 965 * 60_900 + 726 * 31_700,
      'average innlandet': 4_689_000 + 965 * 31_300 + 726 * 15_000,
    });
  });
});
