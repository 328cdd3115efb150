// Calibration through the whole program: a cost year is costed, priced and adopted, and happens once more. Without
// growth the prices pay exactly what providers spent, but for what publishing rounds.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeMonths, poolMonths } from '../../src/costing/assign-accounts.ts';
import { cost } from '../../src/costing/cost.ts';
import { finance } from '../../src/financing/finance.ts';
import type { Financing, FundingModel } from '../../src/model/financing.ts';
import type { Model } from '../../src/model/model.ts';
import { variantOf } from '../../src/model/variant.ts';
import { add, compare, type Fraction, fraction, multiply, subtract, ZERO } from '../../src/money/fraction.ts';
import { ownYear } from '../../src/prices/own-year.ts';
import { price } from '../../src/prices/price.ts';
import { partsPerMeasure, type Volume } from '../../src/tables/activity.ts';
import type { ModelPrices } from '../../src/tables/financing.ts';
import type { AccountTotal } from '../../src/tables/ledger.ts';
import {
  AT,
  account,
  codes,
  exact,
  growth,
  handMadeModel,
  ownServices,
  pool,
  REST,
  service,
  services,
  share,
  unit,
  volume,
} from '../support/hand-made-model.ts';
import { activityModel } from './plain-year.ts';

const HOURS = service('home-nursing', 'hour');
const DAYS = service('nursing-home', 'day', {
  levels: [
    { name: 'light', weight: exact(1) },
    { name: 'heavy', weight: exact('1.65') },
  ],
});
const HOMES = ['east', 'north', 'west'];

/** Wages, goods and fees of homes, a night patrol, cars that a support unit has for them all, and central overhead. */
function municipality(models: readonly FundingModel[], inForce: string): Model {
  const model = handMadeModel({
    units: [
      ...HOMES.map((id, i) => unit(id, 'provider', { responsibilities: codes(`1${i}`) })),
      unit('cars', 'support', { responsibilities: codes('20') }),
    ],
    services: [HOURS, DAYS],
    pools: [
      pool('cars', share('hours', services('home-nursing')), { units: ['cars'], nature: 'goods' }),
      pool('patrol', share('equal', ownServices('home-nursing', 'nursing-home')), {
        test: { function: codes('300') },
        paidAs: 'base',
      }),
      pool('overhead', share('equal', ownServices('home-nursing', 'nursing-home')), {
        test: { function: codes('400') },
        answers: 'central',
      }),
      pool('fees', share('equal', ownServices('home-nursing', 'nursing-home')), {
        test: { article: codes('600') },
        nature: 'income',
      }),
      pool('care', share('equal', ownServices('home-nursing', 'nursing-home')), { units: HOMES }),
      REST,
    ],
    drivers: { hours: { kind: 'quantity' } },
    growth: [growth(2026, { all: '0 %' })],
    pricing: {
      supplements: [
        { name: 'travel', services: ['home-nursing'], units: ['north'], amount: exact('1310.5'), at: AT },
      ],
    },
  });
  const financing: Financing = {
    ...{ year: 2026, inForce, models, volumes: [], mixGroups: new Map(), actualGrowth: new Map(), at: AT },
    frame: { heldBy: 'unit', from: 'budget', periodise: 'twelfths', changes: [] },
    natures: { wages: ['wages'], income: ['income'], fixed: [] },
  };
  return { ...model, financing };
}

const amount = fc.integer({ min: -5_000, max: 900_000 });
const years = fc.record({
  care: fc.array(amount, { minLength: 3, maxLength: 3 }),
  patrol: fc.array(amount, { minLength: 3, maxLength: 3 }),
  fees: fc.array(amount, { minLength: 3, maxLength: 3 }),
  cars: amount,
  hours: fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 3, maxLength: 3 }),
  light: fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 3, maxLength: 3 }),
  heavy: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 3, maxLength: 3 }),
});
type Year = typeof years extends fc.Arbitrary<infer T> ? T : never;

function registers({ care, patrol, fees, cars, hours, light, heavy }: Year) {
  const accounts: AccountTotal[] = [
    ...care.map((kroner, i) => account(`1${i}`, kroner, { article: '010' })),
    ...patrol.map((kroner, i) => account(`1${i}`, kroner, { function: '300' })),
    ...patrol.map((_, i) => account(`1${i}`, 777_000, { function: '400' })),
    ...fees.map((kroner, i) => account(`1${i}`, -kroner, { article: '600' })),
    account('20', cars),
  ];
  const volumes: Volume[] = HOMES.flatMap((id, i) => [
    volume(HOURS, id, hours[i]!),
    volume(DAYS, id, light[i]!, { level: 'light' }),
    ...(heavy[i]! === 0 ? [] : [volume(DAYS, id, heavy[i]!, { level: 'heavy' })]),
  ]);
  return { accounts, volumes };
}

describe.each([
  ['base grants and supplements', activityModel('all', HOMES)],
  ['everything in the price', activityModel('all', HOMES, { prices: { base: [], supplements: [] } })],
  ['no supplements', activityModel('all', HOMES, { prices: { supplements: [] } })],
  ['care as base grant', activityModel('all', HOMES, { prices: { base: ['care'] } })],
] as [string, FundingModel][])('paid by a model with %s', (_, rules) => {
  it('Σ F − Σ E of all units is what publishing rounds, and each month’s rounding', () => {
    fc.assert(
      fc.property(years, (year) => {
        const model = variantOf(municipality([rules], 'all'), 'all');
        const { accounts, volumes } = registers(year);
        const { costs } = cost({ model, accounts, volumes });
        const { prices: list } = price({ model, costs: costs! });
        const { base } = ownYear({ model, costs: costs!, prices: list!, hours: [] });
        const adopted: ModelPrices = {
          ...{ model: 'all', base },
          periods: [{ fromMonth: 1, prices: { ...list!, adopted: '2025-12-11', run: 'r' } }],
        };
        // The year once more, all of it in its first month.
        const expense = poolMonths(
          placeMonths(
            model,
            accounts.map((total) => ({ ...total, month: 1 })),
          ),
        );
        // The cars' own cost is in the prices of others: there is no frame for it.
        const budget = expense.filter((row) => row.unit !== 'cars');
        const { values } = finance({
          model,
          input: {
            ...{
              through: 12,
              prices: [adopted],
              budget,
              expense,
              lastYear: [],
              hours: [],
              places: [],
            },
            quantities: volumes.map(({ rows: _rows, year: _year, ...row }) => ({
              ...row,
              month: 1,
              users: 1,
            })),
            freshness: { ledgerMonth: 12, activityMonth: 12 },
          },
        });
        const [earned, spent] = [sumOf(values!.months, 'earnedOre'), sumOf(values!.months, 'spentOre')];
        const rounded = publishing(list!, volumes);
        const away = subtract(fraction(earned - spent), rounded);
        // Of each of the three homes only January holds a fraction.
        expect(compare(away, fraction(3n, 2n)) <= 0 && compare(away, fraction(-3n, 2n)) >= 0).toBe(true);
        // And before anyone acts, who gains and who loses is the same sum.
        const shadow = sumOf(values!.baseYear, 'earnedOre') - sumOf(values!.baseYear, 'ownCostOre');
        const awayToo = subtract(fraction(shadow), rounded);
        expect(compare(awayToo, fraction(3n)) <= 0 && compare(awayToo, fraction(-3n)) >= 0).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

const sumOf = <Key extends string>(rows: readonly { readonly [key in Key]: bigint }[], key: Key): bigint =>
  rows.reduce((sum, row) => sum + row[key], 0n);

/** Σ (published − exact) × volume of prices, and of base grants, in øre. */
function publishing(
  list: NonNullable<ReturnType<typeof price>['prices']>,
  volumes: readonly Volume[],
): Fraction {
  const ofPrices = list.prices
    .filter(({ kind }) => kind === 'financing')
    .map(({ service: of, level, measure, exact: found, publishedOre }) => {
      const parts = volumes
        .filter((row) => row.service === of && row.level === level)
        .reduce((sum, row) => sum + row.parts, 0n);
      return multiply(subtract(fraction(publishedOre), found), fraction(parts, partsPerMeasure(measure)));
    });
  const ofGrants = list.baseGrants.map(({ exact: found, publishedOre }) =>
    subtract(fraction(publishedOre), found),
  );
  return [...ofPrices, ...ofGrants].reduce(add, ZERO);
}
