// A unit's own cost year: the same money as the prices, to the øre, and the hours that were paid for it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AT,
  account,
  codes,
  exact,
  growth,
  handMadeModel,
  ownServices,
  pool,
  service,
  share,
  shares,
  unit,
  volume,
} from '../../test/support/hand-made-model.ts';
import { cost } from '../costing/cost.ts';
import type { Financing } from '../model/financing.ts';
import type { DriverRule, Model } from '../model/model.ts';
import { add, fraction, ONE, toDecimal, ZERO } from '../money/fraction.ts';
import type { Volume } from '../tables/activity.ts';
import type { HourKind, PaidHours } from '../tables/circumstances.ts';
import type { Costs } from '../tables/costs.ts';
import type { BaseYear } from '../tables/financing.ts';
import type { AccountTotal } from '../tables/ledger.ts';
import { ownYear } from './own-year.ts';
import { price } from './price.ts';

type Input = {
  readonly model: Model;
  readonly accounts: readonly AccountTotal[];
  readonly volumes: readonly Volume[];
  readonly hours?: readonly PaidHours[];
};

function ownYearOf({ model, accounts, volumes, hours = [] }: Input) {
  const { costs, findings } = cost({ model, accounts, volumes });
  if (!costs) throw new Error(JSON.stringify(findings));
  const { prices } = price({ model, costs });
  if (!prices) return undefined;
  return { ...ownYear({ model, costs, prices, hours }), costs, prices };
}

const paid = (at: string, hours: number, kind: HourKind = 'ordinary', year = 2025): PaidHours => ({
  ...{ unit: at, year, month: 1, kind, amountOre: 0n, rows: 1 },
  parts: BigInt(hours) * 36_000n,
});
const financing = (hoursDriver?: string): Financing => ({
  year: 2026,
  frame: { heldBy: 'unit', from: 'budget', periodise: 'twelfths', changes: [] },
  volumes: [],
  natures: { wages: ['wages'], income: [], fixed: [] },
  mixGroups: new Map(),
  actualGrowth: new Map(),
  models: [],
  inForce: 'm',
  at: AT,
  ...(hoursDriver === undefined ? {} : { hoursDriver }),
});

describe('the paid hours of a unit', () => {
  const nursing = service('nursing', 'hour');
  const practical = service('practical', 'hour');
  const home = service('home', 'day', {
    levels: [
      { name: 'low', weight: ONE },
      { name: 'high', weight: exact('3') },
    ],
  });
  /** Wages of 300 on nursing, 100 on practical help and, of b, 80 on the home; 200 paid hours of a, 100 of b. */
  const input = (hoursDriver?: string, rule?: DriverRule): Input => ({
    model: {
      ...handMadeModel({
        units: [
          unit('a', 'provider', { responsibilities: codes('1') }),
          unit('b', 'provider', { responsibilities: codes('2') }),
        ],
        services: [nursing, practical, home],
        pools: [nursing, practical, home].map(({ id }, i) =>
          pool(id, share('equal', ownServices(id)), { test: { function: codes(String(i)) } }),
        ),
        drivers: rule ? { hours: rule } : {},
      }),
      financing: financing(hoursDriver),
    },
    accounts: [
      account('1', 300, { function: '0' }),
      account('1', 100, { function: '1' }),
      account('2', 80, { function: '2' }),
    ],
    volumes: [
      volume(nursing, 'a', 60),
      volume(practical, 'a', 40),
      volume(home, 'b', 10, { level: 'low' }),
      volume(home, 'b', 10, { level: 'high' }),
    ],
    hours: [paid('a', 150), paid('a', 20, 'overtime'), paid('a', 30, 'agency'), paid('b', 100)],
  });
  const hoursIn = ({ volumes }: BaseYear): Record<string, string | undefined> =>
    Object.fromEntries(
      volumes.map(({ service: id, level, hourParts }) => [
        [id, level].filter((text) => text !== '').join(' '),
        hourParts && toDecimal(fraction(hourParts.num, hourParts.den * 36_000n), 2),
      ]),
    );
  const table = (rows: readonly (readonly [string | undefined, string, string | undefined, number])[]) =>
    ({
      kind: 'table',
      file: 'hours.csv',
      rows: rows.map(([at, id, level, quantity], row) => ({
        ...{ service: id, quantity: fraction(BigInt(quantity)), row },
        ...(at === undefined ? {} : { unit: at }),
        ...(level === undefined ? {} : { level }),
      })),
    }) satisfies DriverRule;
  const minutes: DriverRule = {
    kind: 'minutes',
    minutes: new Map([
      ['nursing', new Map([['', exact(90)]])],
      ['practical', new Map([['', exact(60)]])],
      ['home', new Map([['', exact(10)]])],
    ]),
  };
  const byLevel: DriverRule = {
    kind: 'minutes',
    minutes: new Map([...minutes.minutes, ['home', new Map(['low', 'high'].map((l) => [l, exact(9)]))]]),
  };

  // By the driver nursing : practical; the home's levels by 10 × 1 and 10 × 3 where the driver does not tell them apart.
  it.each([
    ['wage cost', undefined, '150.00', '50.00', '25.00', '75.00'],
    ['minutes × volume', minutes, '138.46', '61.54', '25.00', '75.00'],
    ['minutes by level', byLevel, '138.46', '61.54', '50.00', '50.00'],
    [
      'shares',
      shares({ nursing: '0.6', practical: '0.2', home: '0.2' }),
      '150.00',
      '50.00',
      '25.00',
      '75.00',
    ],
    ['volume', { kind: 'quantity' }, '120.00', '80.00', '25.00', '75.00'],
    ['equal parts', { kind: 'equal' }, '100.00', '100.00', '25.00', '75.00'],
    [
      'a table that holds for all units and adds to one',
      table([
        [undefined, 'nursing', undefined, 3],
        ['a', 'nursing', undefined, 1],
        ['b', 'nursing', undefined, 96],
        ['a', 'practical', undefined, 1],
        ['b', 'home', 'low', 1],
        ['b', 'home', undefined, 1],
      ]),
      '160.00',
      '40.00',
      '50.00',
      '50.00',
    ],
  ] as const)('divide by %s', (_, rule, ...expected) => {
    const { base, findings } = ownYearOf(input(rule && 'hours', rule))!;
    const [atNursing, atPractical, low, high] = expected;
    expect(hoursIn(base)).toEqual({
      nursing: atNursing,
      practical: atPractical,
      'home low': low,
      'home high': high,
    });
    expect(findings).toEqual([]);
  });

  it('leave sick leave and other years aside, and are absent where a unit has none', () => {
    const { base } = ownYearOf({
      ...input(),
      hours: [
        paid('a', 40),
        paid('a', 9, 'sick-leave'),
        paid('b', 9, 'sick-leave'),
        paid('b', 5, 'ordinary', 2026),
      ],
    })!;
    expect(hoursIn(base)).toEqual({
      nursing: '30.00',
      practical: '10.00',
      'home low': undefined,
      'home high': undefined,
    });
  });

  it.each([
    ['a table that does not name the services', table([['a', 'nursing', undefined, 1]]), 'of b over'],
    ['units’ own columns', { kind: 'column', column: 'fte' } satisfies DriverRule, 'of a, b over'],
  ] as const)('are divided by wages where the driver cannot: %s', (_, rule, said) => {
    const { base, findings } = ownYearOf(input('hours', rule))!;
    expect(hoursIn(base)).toMatchObject({ 'home low': '25.00', 'home high': '75.00' });
    expect(findings.map(({ rule: name }) => name)).toEqual(['prices/hours-not-divided']);
    expect(findings[0]!.message).toContain(said);
  });

  it('of volumes in several measures are not divided by them', () => {
    const given = input('hours', { kind: 'quantity' });
    const mixed = [...given.volumes, volume(home, 'a', 5, { level: 'low' })];
    expect(ownYearOf({ ...given, volumes: mixed })!.findings[0]!.message).toContain('of a over');
  });

  it('of a unit without wages are divided over nothing, and that is told', () => {
    const given = input();
    const pools = given.model.costing.pools.map((one) => ({ ...one, nature: 'goods' }));
    const { base, findings } = ownYearOf({
      ...given,
      model: { ...given.model, costing: { ...given.model.costing, pools } },
    })!;
    expect(hoursIn(base)['nursing']).toBeUndefined();
    expect(findings[0]!.message).toBe(
      'a, b paid for hours and has no wage cost that providers answer for, so the hours are divided over nothing',
    );
  });
});

describe('the own cost of units', () => {
  const levels = [
    { name: 'l1', weight: exact('1.00') },
    { name: 'l2', weight: exact('1.65') },
  ];
  const all = [
    service('s0', 'hour'),
    service('s1', 'day', { levels }),
    service('s2', 'meal'),
    service('s3', undefined),
  ];
  const amount = fc.bigInt({ min: -(10n ** 9n), max: 10n ** 12n });
  const arbitrary = fc.record({
    unused: fc.constantFrom('price', 'unit', 'purchaser'),
    amounts: fc.array(fc.tuple(fc.nat(2), fc.nat(4), fc.nat(2), amount), { minLength: 1, maxLength: 12 }),
    volumes: fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.nat(1), fc.bigInt({ min: 1n, max: 10n ** 9n })), {
      minLength: 1,
      maxLength: 12,
    }),
    hours: fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 10 ** 6 })), { maxLength: 4 }),
  });
  type Drawn = typeof arbitrary extends fc.Arbitrary<infer D> ? D : never;

  function inputOf({ unused, amounts, volumes: drawn, hours }: Drawn): Input {
    const to = ownServices('s0', 's1', 's2');
    const model = handMadeModel({
      units: [0, 1, 2].map((i) => unit(`u${i}`, 'provider', { responsibilities: codes(String(i)) })),
      services: all,
      pools: [
        pool('timed', share('effort', to), { test: { function: codes('0') } }),
        pool('base', share('effort', to), { test: { function: codes('1') }, paidAs: 'base' }),
        pool('central', share('equal', to), { test: { function: codes('2') }, answers: 'central' }),
        pool('open', share('equal', ownServices('s3')), { test: { function: codes('3') } }),
        pool('goods', share('equal', to), { nature: 'goods' }),
      ],
      drivers: {
        effort: {
          kind: 'minutes',
          minutes: new Map(all.map(({ id }, i) => [id, new Map([['', exact(10 * (i + 1))]])])),
          capacity: new Map([['u0', exact(10 ** 8)]]),
        },
      },
      growth: [growth(2026, { wages: '4.2 %', goods: '3.0 %' })],
      pricing: { unused },
    });
    return {
      model,
      accounts: amounts.map(([u, code, object, amountOre]) =>
        account(String(u), 0, { function: String(code), object: String(object), amountOre }),
      ),
      volumes: drawn.map(([s, u, level, parts]) => ({
        ...volume(all[s]!, `u${u}`, 1),
        level: s === 1 ? levels[level]!.name : '',
        parts,
      })),
      hours: hours.map(([u, count]) => paid(`u${u}`, count)),
    };
  }

  it('is what prices and base grants are made of, nature by nature, to the øre', () => {
    fc.assert(
      fc.property(arbitrary, (drawn) => {
        const found = ownYearOf(inputOf(drawn));
        fc.pre(found !== undefined);
        const { base, prices } = found;
        const made = new Map<string, string>();
        for (const { kind, service: id, parts } of prices.prices)
          if (kind === 'financing')
            for (const {
              nature,
              costOre,
              growth: { num, den },
            } of parts)
              made.set(`${id} ${nature}`, `${costOre} × ${num}/${den}`);
        for (const { unit: at, parts } of prices.baseGrants)
          for (const {
            nature,
            costOre,
            growth: { num, den },
          } of parts)
            made.set(`base ${at} ${nature}`, `${costOre} × ${num}/${den}`);
        expect(sums(base)).toEqual(made);
      }),
      { numRuns: 300 },
    );
  });

  function sums({ costs }: BaseYear): Map<string, string> {
    const groups = Map.groupBy(costs, ({ unit: at, service: id, nature, paidAs }) =>
      paidAs === 'base' ? `base ${at} ${nature}` : `${id} ${nature}`,
    );
    const whole = [...groups].map(([key, those]) => ({
      key,
      costOre: those.reduce((sum, { costOre }) => sum + costOre, 0n),
      growth: those[0]!.growth,
    }));
    return new Map(
      whole
        .filter(({ costOre }) => costOre !== 0n)
        .map(({ key, costOre, growth: { num, den } }) => [key, `${costOre} × ${num}/${den}`]),
    );
  }

  it('stands beside the volumes and the whole of the hours of each unit with wages', () => {
    fc.assert(
      fc.property(arbitrary, (drawn) => {
        const input = inputOf(drawn);
        const found = ownYearOf(input);
        fc.pre(found !== undefined);
        const { base, costs, findings } = found;
        expect(base.volumes.filter(({ parts }) => parts > 0n)).toHaveLength(
          costs.objects.filter(({ parts }) => parts > 0n).length,
        );
        for (const { id } of input.model.units) {
          const hours = input.hours!.filter(({ unit: at }) => at === id);
          const whole = base.volumes
            .flatMap((one) => (one.unit === id ? (one.hourParts ?? []) : []))
            .reduce(add, ZERO);
          const isDivided = whole.num > 0n;
          expect(isDivided).toBe(hours.length > 0 && hasWages(costs, id));
          if (isDivided) expect(whole).toEqual(fraction(hours.reduce((sum, { parts }) => sum + parts, 0n)));
        }
        expect(findings.length > 0).toBe(
          input.hours!.some(({ unit: at }) => isActive(costs, at) && !hasWages(costs, at)),
        );
      }),
      { numRuns: 200 },
    );
  });

  const isActive = ({ objects }: Costs, at: string): boolean => objects.some((object) => object.unit === at);
  const hasWages = ({ objects }: Costs, at: string): boolean =>
    objects.some(
      (object) =>
        object.unit === at &&
        object.costs
          .filter(({ strand }) => strand.answers === 'provider' && strand.nature === 'wages')
          .reduce((sum, { amountOre }) => sum + amountOre, 0n) > 0n,
    );
});
