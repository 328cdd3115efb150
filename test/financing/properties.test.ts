// Laws of financing that hold for every year, on generated ones; a failure names its seed.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finance } from '../../src/financing/finance.ts';
import { settle } from '../../src/financing/settle.ts';
import type { Model } from '../../src/model/model.ts';
import { apportion } from '../../src/money/apportion.ts';
import { fraction } from '../../src/money/fraction.ts';
import type { FinancingInput, FinancingYear, Quantity, UnitMonth } from '../../src/tables/financing.ts';
import { randomFrom } from '../auditor/generate-network.ts';
import { exact } from '../support/hand-made-model.ts';
import type { PlainYear } from './auditor.ts';
import { generateYear } from './generate-year.ts';
import { plainToInput } from './plain-to-input.ts';
import {
  activityModel,
  everyMonth,
  HOURS,
  kr,
  MONTHS,
  ownCost,
  ownVolume,
  plainModel,
  plainUnit,
  posting,
  pricesOf,
  yearInput,
} from './plain-year.ts';

const seeds = fc.integer({ min: 1000, max: 1_000_000 });
const run = (year: PlainYear): FinancingYear => {
  const { values } = finance(plainToInput(year));
  if (!values) throw new Error('not financed');
  return values;
};
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, one) => all + one, 0n);
const varianceOf = ({ lines }: UnitMonth, variance: string): bigint =>
  sum(lines.filter((line) => line.variance === variance).map(({ amountOre }) => amountOre));

describe('identities', () => {
  it('lines sum to the variances, and the variances to frame − spent, in every unit and month and so in every total', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { months, earned, model } = run(generateYear(seed));
        for (const month of months) {
          const { frameOre, earnedOre, spentOre } = month;
          expect(varianceOf(month, 'efficiency')).toBe(earnedOre - spentOre);
          if (frameOre === undefined) continue;
          expect(varianceOf(month, 'activity')).toBe(frameOre - earnedOre);
          expect(varianceOf(month, 'activity') + varianceOf(month, 'efficiency')).toBe(frameOre - spentOre);
        }
        const inForce = earned.filter((line) => line.model === model);
        expect(sum(inForce.map(({ amountOre }) => amountOre))).toBe(
          sum(months.map(({ earnedOre }) => earnedOre)),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('neither the order of rows nor a posting or quantity in two parts changes anything', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { model, input } = plainToInput(generateYear(seed));
        const random = randomFrom(seed);
        const shuffled = <T>(rows: readonly T[]): T[] =>
          rows
            .map((row) => ({ row, place: random.below(1_000_000) }))
            .sort((a, b) => a.place - b.place)
            .map(({ row }) => row);
        const inTwo = <T extends { amountOre: bigint }>(row: T): T[] => [
          { ...row, amountOre: row.amountOre - 7n },
          { ...row, rows: 0, amountOre: 7n },
        ];
        const halves = (row: Quantity): Quantity[] => [
          { ...row, parts: row.parts / 3n },
          { ...row, parts: row.parts - row.parts / 3n, users: 0 },
        ];
        const other: FinancingInput = {
          ...input,
          budget: shuffled(input.budget.flatMap(inTwo)),
          expense: shuffled(input.expense.flatMap(inTwo)),
          quantities: shuffled(input.quantities.flatMap(halves)),
          hours: shuffled(input.hours),
          places: shuffled(input.places),
          prices: input.prices.map((list) => ({
            ...list,
            periods: shuffled(list.periods),
            base: { costs: shuffled(list.base.costs), volumes: shuffled(list.base.volumes) },
          })),
        };
        const turned = { ...model, units: shuffled(model.units), services: shuffled(model.services) };
        expect(finance({ model: turned, input: other }).values).toEqual(finance({ model, input }).values);
      }),
      { numRuns: 40 },
    );
  });

  it('a month is what it was when later months come in, but for limits and standards that look ahead at nothing', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const year = generateYear(seed);
        if (year.through === 12) return;
        const [before, after] = [run(year), run({ ...year, through: year.through + 1 })];
        const kept = after.months.filter(({ month }) => month <= year.through);
        expect(kept.map(({ earnedOre, spentOre, frameOre }) => [earnedOre, spentOre, frameOre])).toEqual(
          before.months.map(({ earnedOre, spentOre, frameOre }) => [earnedOre, spentOre, frameOre]),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe('a line is nothing where its cause is absent', () => {
  const without: [string, (year: PlainYear) => PlainYear, readonly string[]][] = [
    [
      'prices and grants that stay',
      (year) => ({ ...year, periods: year.periods.slice(0, 1) }),
      ['price-decision', 'grant-terms'],
    ],
    ['paid on what is delivered', (year) => ({ ...year, basis: 'delivered' }), ['delivery-gap']],
    ['paid on what is granted', (year) => ({ ...year, basis: 'granted' }), ['delivery-gap']],
    [
      'every service by itself, one level each',
      (year) => ({
        ...year,
        services: year.services.map((service) => ({ ...service, group: service.id })),
        units: year.units.map((unit) => ({
          ...unit,
          volumes: unit.volumes.filter(([key]) => !key.endsWith('/heavy')),
          quantities: unit.quantities.filter(([key]) => !key.endsWith('/heavy')),
        })),
      }),
      ['mix'],
    ],
    [
      'the budget for persons and quantities that came',
      (year) => ({
        ...year,
        basis: 'delivered',
        units: year.units.map((unit) => {
          const delivered = unit.quantities.filter(
            ([, , state, parts]) => state === 'delivered' && parts !== 0n,
          );
          return {
            ...unit,
            quantities: delivered,
            volumes: delivered.map(([key, month, , parts, users]) => [
              ...([key, month, parts, users > 0n ? exact(String(users)) : undefined] as const),
            ]),
          };
        }),
      }),
      ['users', 'quantity', 'volume', 'new-service', 'mix'],
    ],
    [
      'nothing but base and price',
      (year) => ({
        ...year,
        ...{
          absence: new Set(),
          empty: new Map(),
          floor: undefined,
          ceiling: undefined,
          transition: undefined,
        },
        units: year.units.map((unit) => ({ ...unit, reachedFrom: 1 })),
      }),
      ['absence-and-empty', 'model-terms'],
    ],
    [
      'growth as assumed',
      (year) => ({
        ...year,
        turn: new Map([
          ['wages', fraction(1n)],
          ['goods', fraction(1n)],
          ['premises', fraction(1n)],
        ]),
      }),
      ['wage-growth', 'goods-price'],
    ],
    ['frame from volumes', (year) => ({ ...year, isFrameVoted: true }), ['frame-gap']],
    [
      'own provision alone, reached, with a cost year',
      (year) => ({
        ...year,
        periods: year.periods.map((list) => ({ ...list, base: new Map() })),
        units: year.units
          .map((unit) => ({ ...unit, isOwn: true, reachedFrom: 1 }))
          .filter((unit) => unit.own.length > 0),
      }),
      ['purchase-price', 'outside'],
    ],
  ];

  it.each(without)('%s', (_, change, lines) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { months } = run(change(generateYear(seed)));
        const found = months.flatMap((month) => month.lines.filter(({ line }) => lines.includes(line)));
        expect(found).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('what is as budgeted', () => {
  it('budgeted quantities done for the frame: both variances are 0', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const plain = { ...generateYear(seed), isFrameVoted: true, floor: undefined, ceiling: undefined };
        const year: PlainYear = {
          ...plain,
          ...{ periods: plain.periods.slice(0, 1), absence: new Set(), empty: new Map(), basis: 'delivered' },
          units: plain.units.map((unit) => ({
            ...unit,
            isOwn: true,
            quantities: [],
            expenses: [],
            volumes: unit.volumes.filter(([, month]) => month > 0),
          })),
        };
        const { model, input } = plainToInput(year);
        const quantities = year.units.flatMap((unit) => {
          const sums = new Map<string, Quantity>();
          for (const [key, month, parts, users] of unit.volumes) {
            const [service = '', level = ''] = key.split('/');
            const n = users ? Number(users.num / users.den) : 0;
            sums.set(`${key}/${month}`, {
              unit: unit.id,
              service,
              level,
              month,
              state: 'delivered',
              parts,
              users: n,
            });
          }
          return [...sums.values()];
        });
        const first = finance({ model, input: { ...input, quantities } }).values!;
        const expense = first.months.map(({ unit, month, frameOre = 0n }) =>
          posting(unit, month, 'wages', 0, { amountOre: frameOre }),
        );
        const { months } = finance({ model, input: { ...input, quantities, expense } }).values!;
        for (const { frameOre, earnedOre, spentOre } of months) {
          expect(frameOre).toBe(earnedOre);
          expect(spentOre).toBe(earnedOre);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('calibration: on the cost year’s own volumes, with no growth and no rounding, Σ F = Σ E', () => {
  /** Prices in whole øre and whole hours, a cost year that they are exactly the average of, and that year once more. */
  const costYear = fc.record({
    hours: fc.array(fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 12, maxLength: 12 }), {
      minLength: 1,
      maxLength: 4,
    }),
    priceOre: fc.integer({ min: 1, max: 200_000 }),
    supplementOre: fc.integer({ min: 0, max: 20_000 }),
    baseOre: fc.array(fc.integer({ min: 0, max: 100_000_000 }), { minLength: 4, maxLength: 4 }),
    shares: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 4, maxLength: 4 }),
    wagePercent: fc.integer({ min: 0, max: 100 }),
    hasBase: fc.boolean(),
    hasFixed: fc.boolean(),
    basis: fc.constantFrom('granted' as const, 'delivered' as const, 'lesser' as const),
  });

  it.each([['activity'], ['frame']] as const)('paid by %s', (kind) => {
    fc.assert(
      fc.property(costYear, (given) => {
        const ids = given.hours.map((_, i) => `u${i}`);
        const volumes = given.hours.map((months) => BigInt(months.reduce((all, one) => all + one, 0)));
        if (sum(volumes) === 0n) return;
        // The price is what all cost less the supplement is, per hour; who has how much of it is as it may be.
        const cost = BigInt(given.priceOre) * sum(volumes) + BigInt(given.supplementOre) * volumes[0]!;
        const own = apportion(cost, given.shares.slice(0, ids.length).map(BigInt));
        const base = ids.map((_, i) => (given.hasBase ? BigInt(given.baseOre[i]!) : 0n));
        const model = plainModel({
          units: ids.map((id) => plainUnit(id)),
          financing: {
            natures: { wages: ['wages'], income: ['income'], fixed: given.hasFixed ? ['goods'] : [] },
            models: [
              {
                ...activityModel('activity', kind === 'activity' ? ids : []),
                ...(kind === 'frame' ? { kind } : {}),
                pays: { basis: given.basis, absenceDays: new Map(), emptyPlaces: new Map() },
              },
            ],
          },
        });
        const inTwelve = (ore: bigint): bigint[] =>
          apportion(
            ore,
            MONTHS.map(() => 1n),
          );
        const expense = ids.flatMap((id, i) => {
          const [wages, goods] = apportion(own[i]!, [
            BigInt(given.wagePercent),
            BigInt(100 - given.wagePercent),
          ]);
          return [
            ...inTwelve(wages!).map((amountOre, m) => posting(id, m + 1, 'wages', 0, { amountOre })),
            ...inTwelve(goods!).map((amountOre, m) => posting(id, m + 1, 'goods', 0, { amountOre })),
            ...inTwelve(base[i]!).map((amountOre, m) => posting(id, m + 1, 'management', 0, { amountOre })),
          ];
        });
        const money = (ore: bigint): string => `${ore / 100n}.${String(ore % 100n).padStart(2, '0')}`;
        const quantities = ids.flatMap((id, i) =>
          given.hours[i]!.map(
            (hours, m): Quantity => ({
              ...{ unit: id, service: HOURS.id, level: '', month: m + 1, state: given.basis },
              ...{ parts: BigInt(hours) * 36_000n, users: 1 },
            }),
          ),
        );
        const { values } = finance({
          model,
          input: yearInput({
            prices: [
              pricesOf(
                'activity',
                {
                  prices: { [HOURS.id]: money(BigInt(given.priceOre)) },
                  base: Object.fromEntries(ids.map((id, i) => [id, money(base[i]!)])),
                  supplements: { [`u0/${HOURS.id}`]: money(BigInt(given.supplementOre)) },
                },
                {
                  costs: ids.flatMap((id, i) => [
                    ownCost(id, HOURS.id, 'wages', money(own[i]!)),
                    ...(given.hasBase ? [ownCost(id, '', 'wages', money(base[i]!))] : []),
                  ]),
                  volumes: ids.map((id, i) => ownVolume(id, HOURS.id, Number(volumes[i]!))),
                },
              ),
            ],
            budget: expense,
            expense,
            quantities,
          }),
        });
        const earned = sum(values!.months.map(({ earnedOre }) => earnedOre));
        const spent = sum(values!.months.map(({ spentOre }) => spentOre));
        expect(earned).toBe(spent);
        expect(spent).toBe(cost + sum(base));
        for (const { model: name } of values!.baseYear) expect(name).toBe('activity');
        if (kind === 'frame') return;
        expect(sum(values!.baseYear.map(({ earnedOre }) => earnedOre))).toBe(
          sum(values!.baseYear.map(({ ownCostOre }) => ownCostOre)),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('one unit, one service: earned is the cost, month by month, and nothing is left over', () => {
    const model = plainModel({ units: [plainUnit('home')] });
    const base = {
      costs: [ownCost('home', HOURS.id, 'wages', 1_200_000)],
      volumes: [ownVolume('home', HOURS.id, 2400)],
    };
    const { values } = finance({
      model,
      input: yearInput({
        prices: [pricesOf('activity', { prices: { [HOURS.id]: 500 } }, base)],
        budget: MONTHS.map((month) => posting('home', month, 'wages', 100_000)),
        expense: MONTHS.map((month) => posting('home', month, 'wages', 100_000)),
        quantities: everyMonth('home', HOURS.id, 2400),
      }),
    });
    for (const { frameOre, earnedOre, spentOre, lines } of values!.months) {
      expect([frameOre, earnedOre, spentOre]).toEqual([kr(100_000), kr(100_000), kr(100_000)]);
      expect(lines.filter(({ variance }) => variance === 'efficiency')).toEqual([]);
    }
  });
});

describe('settlement', () => {
  const share = fc.integer({ min: 0, max: 100 }).map((percent) => fraction(BigInt(percent), 100n));
  const small = fc.integer({ min: 0, max: 200 }).map((permille) => fraction(BigInt(permille), 1000n));
  const amount = fc.bigInt(-(10n ** 9n), 10n ** 9n);
  const unitYears = fc.array(
    fc.record({
      unit: fc.constantFrom('a', 'b', 'c', 'd'),
      month: fc.integer({ min: 1, max: 12 }),
      earnedOre: amount,
      spentOre: amount,
    }),
    { maxLength: 40 },
  );
  const purchaserOf = (unit: string): string => (unit < 'c' ? 'one' : 'two');

  it('kept and returned, or carried and covered, are the result; units and reserves sum to zero over any number of years', () => {
    fc.assert(
      fc.property(
        fc.array(unitYears, { minLength: 1, maxLength: 5 }),
        fc.tuple(share, small, share, small),
        fc.dictionary(fc.constantFrom('a', 'b', 'z'), amount),
        (years, [keep, most, carry, least], first) => {
          let carriedIn = new Map(Object.entries(first));
          const began = sum([...carriedIn.values()]);
          let [results, reserves] = [0n, 0n];
          for (const months of years) {
            const settled = settleYear(months, {
              surplus: { keep, atMost: most },
              deficit: { carry, atMost: least },
              carriedIn,
            });
            for (const one of settled.settlements) {
              expect(one.keptOre + one.returnedOre + one.carriedOre + one.coveredOre).toBe(one.resultOre);
              expect(one.resultOre).toBe(one.carriedInOre + one.yearOre);
              expect(one.keptOre >= 0n && one.returnedOre >= 0n).toBe(true);
              expect(one.carriedOre <= 0n && one.coveredOre <= 0n).toBe(true);
              expect(one.keptOre * one.carriedOre).toBe(0n);
              results += one.yearOre;
            }
            reserves += sum(settled.reserves.map(({ amountOre }) => amountOre));
            carriedIn = new Map(
              settled.settlements.map(({ unit, keptOre, carriedOre }) => [unit, keptOre + carriedOre]),
            );
          }
          expect(sum([...carriedIn.values()]) + reserves).toBe(began + results);
        },
      ),
    );
  });

  type Rules = NonNullable<NonNullable<Model['financing']>['settlement']>;
  type Month = { unit: string; month: number; earnedOre: bigint; spentOre: bigint };

  function settleYear(
    months: readonly Month[],
    settlement: Omit<Rules, 'carriedIn'> & { carriedIn: Map<string, bigint> },
  ) {
    const rules = settlement as unknown as Rules;
    const ids = ['a', 'b', 'c', 'd'];
    const model = plainModel({ units: ids.map((id) => plainUnit(id)), financing: { settlement: rules } });
    const empty = finance({ model, input: yearInput({ prices: [pricesOf('activity', { prices: {} })] }) })
      .values!;
    const staffed = finance({
      model,
      input: yearInput({
        prices: [pricesOf('activity', { prices: {} })],
        expense: [posting('a', 1, 'wages', 1)],
      }),
    }).values!.months[0]!;
    return settle(model, {
      ...empty,
      months: months.map(
        (month): UnitMonth => ({ ...staffed, ...month, purchaser: purchaserOf(month.unit) }),
      ),
    });
  }
});
