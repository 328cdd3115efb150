// Published cases with known answers, through the whole of costing with models made by hand.

import { describe, expect, it } from 'vitest';
import {
  account,
  centre,
  codes,
  exact,
  handMadeModel,
  ownServices,
  pool,
  REST,
  service,
  share,
  shares,
  unit,
  units,
  volume,
} from '../../test/support/hand-made-model.ts';
import type { Driver, DriverRow, DriverRule, Method, Model } from '../model/model.ts';
import { fraction, toDecimal } from '../money/fraction.ts';
import type { Costs } from '../tables/costs.ts';
import { FRACTION_BITS } from '../tables/network.ts';
import { cost } from './cost.ts';

const kroner = (amountOre: bigint): string => toDecimal({ num: amountOre, den: 100n }, 2);

function costed(input: Parameters<typeof cost>[0]): Costs {
  const { costs, findings } = cost(input);
  if (!costs) throw new Error(JSON.stringify(findings));
  return costs;
}

describe('E1: time-driven costing (Kaplan & Anderson)', () => {
  const orders = service('orders', 'order');
  const inquiries = service('inquiries', 'inquiry');
  const credit = service('credit-checks', 'check');
  const all = [orders, inquiries, credit];
  const model = (driver: DriverRule): Model =>
    handMadeModel({
      units: [unit('customer-service', 'provider', { responsibilities: codes('4000') })],
      services: all,
      pools: [
        pool('care', share('effort', ownServices(...all.map(({ id }) => id))), {
          test: { responsibility: codes('4000') },
        }),
        REST,
      ],
      drivers: { effort: driver },
    });
  const accounts = [account('4000', 560_000)];
  const volumes = [
    volume(orders, 'customer-service', 9_800),
    volume(inquiries, 'customer-service', 280),
    volume(credit, 'customer-service', 500),
  ];
  const perObject = ({ objects }: Costs) =>
    Object.fromEntries(
      objects.map(({ service, amountOre, unitCost }) => [
        service,
        [kroner(amountOre), toDecimal({ num: unitCost!.num, den: unitCost!.den * 100n }, 2)],
      ]),
    );

  it('minutes × rate, and what is left of the capacity on a line of its own', () => {
    const minutes = new Map([
      ['orders', new Map([['', exact(40)]])],
      ['inquiries', new Map([['', exact(220)]])],
      ['credit-checks', new Map([['', exact(250)]])],
    ]);
    const costs = costed({
      model: model({ kind: 'minutes', minutes, capacity: new Map([['', exact(700_000)]]) }),
      accounts,
      volumes,
    });
    expect(perObject(costs)).toEqual({
      orders: ['313600.00', '32.00'],
      inquiries: ['49280.00', '176.00'],
      'credit-checks': ['100000.00', '200.00'],
    });
    expect(
      costs.remainders.map(({ kind, name, unit, amountOre }) => [kind, name, unit, kroner(amountOre)]),
    ).toEqual([['unused', 'effort', 'customer-service', '97120.00']]);
  });

  it('conventional: effort 70/10/20 %', () => {
    const costs = costed({
      model: model(shares({ orders: '70 %', inquiries: '10 %', 'credit-checks': '20 %' })),
      accounts,
      volumes,
    });
    expect(perObject(costs)).toEqual({
      orders: ['392000.00', '40.00'],
      inquiries: ['56000.00', '200.00'],
      'credit-checks': ['112000.00', '224.00'],
    });
    expect(costs.remainders).toEqual([]);
  });
});

/** A table of who uses whom: rows [from, to, quantity]. */
const usage = (rows: readonly (readonly [string, string, number])[]): Driver => ({
  kind: 'table',
  file: 'usage.csv',
  rows: rows.map(
    ([from, to, quantity], i): DriverRow => ({
      from,
      unit: to,
      quantity: exact(quantity),
      row: i + 2,
    }),
  ),
  name: 'usage',
  negative: 'refuse',
  at: { file: 'innsats.yaml', line: 1, column: 1 },
});

const throughputOf = ({ network, solution }: Costs, unitId: string): string => {
  const node = network.nodes.findIndex(({ key }) => key === `unit:${unitId}`);
  const value = solution.throughput.reduce((sum, strand) => sum + strand[node]!, 0n);
  return toDecimal(fraction(value, 100n << FRACTION_BITS), 2);
};

it('E2: two support units that serve each other: A = 50,400/29, M = 78,000/29', () => {
  const out = service('output', 'unit');
  const costs = costed({
    model: handMadeModel({
      units: [
        unit('a', 'support', { responsibilities: codes('1') }),
        unit('m', 'support', { responsibilities: codes('2') }),
        unit('p', 'provider', { responsibilities: codes('3') }),
      ],
      services: [out],
      pools: [pool('all', { kind: 'own-unit' })],
      centres: [
        centre('a', 'usage', units('a', 'm', 'p')),
        centre('m', 'usage', units('a', 'm', 'p')),
        centre('p', 'volumes', ownServices('output')),
      ],
      drivers: {
        usage: usage([
          ['a', 'm', 10],
          ['a', 'p', 50],
          ['m', 'a', 20],
          ['m', 'p', 80],
        ]),
      },
    }),
    accounts: [account('1', 1200), account('2', 2400)],
    volumes: [volume(out, 'p', 100)],
  });
  expect([throughputOf(costs, 'a'), throughputOf(costs, 'm')]).toEqual(['1737.93', '2689.66']);
  expect(costs.objects.map(({ amountOre, unitCost }) => [amountOre, unitCost])).toEqual([
    [360_000n, fraction(3600n)],
  ]);
});

describe('E3: reciprocal, direct and step-down on one network', () => {
  const support = ['administration', 'finance', 'maintenance', 'materials'];
  const producing = ['machining', 'assembly', 'finishing'];
  const own = [1_700_000, 350_000, 275_000, 400_000, 650_000, 400_000, 225_000];
  const use: Record<string, number[]> = {
    administration: [0, 15, 5, 15],
    finance: [20, 0, 5, 5],
    maintenance: [5, 10, 0, 5],
    materials: [15, 25, 5, 0],
    machining: [15, 20, 55, 40],
    assembly: [30, 25, 20, 20],
    finishing: [15, 5, 10, 15],
  };
  const all = [...support, ...producing];
  const product = service('product', 'unit');
  const run = (method: Method): Costs =>
    costed({
      model: handMadeModel({
        units: all.map((id, i) =>
          unit(id, i < 4 ? 'support' : 'provider', { responsibilities: codes(String(i + 1)) }),
        ),
        services: [product],
        pools: [pool('all', { kind: 'own-unit' })],
        centres: [
          ...support.map((id) => centre(id, 'usage', units(...all))),
          ...producing.map((id) => centre(id, 'volumes', ownServices('product'))),
        ],
        drivers: {
          usage: usage(
            all.flatMap((to) => use[to]!.map((percent, i) => [support[i]!, to, percent] as const)),
          ),
        },
        method,
      }),
      accounts: own.map((amount, i) => account(String(i + 1), amount)),
      volumes: producing.map((id) => volume(product, id, 1000)),
    });
  const results = ({ objects }: Costs) =>
    producing.map((id) => kroner(objects.find(({ unit }) => unit === id)!.amountOre));

  it.each<[Method, string[]]>([
    [{ kind: 'reciprocal' }, ['1759506.63', '1487012.14', '753481.23']],
    [{ kind: 'direct' }, ['1606274.51', '1596372.55', '797352.94']],
    [{ kind: 'step-down', order: support }, ['1807601.31', '1446300.65', '746098.04']],
  ])('$kind', (method, expected) => {
    const costs = run(method);
    expect(results(costs)).toEqual(expected);
    expect(costs.objects.reduce((sum, { amountOre }) => sum + amountOre, 0n)).toBe(400_000_000n);
  });

  it('what passes the support units, never totalled', () => {
    const costs = run({ kind: 'reciprocal' });
    expect(support.map((id) => throughputOf(costs, id))).toEqual([
      '1987169.57',
      '818963.98',
      '502652.33',
      '927949.05',
    ]);
  });
});
