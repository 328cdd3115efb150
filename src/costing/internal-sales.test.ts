// What units sell each other: neither side is counted twice, both stay with their units, and what does not meet is told.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AT,
  account,
  centre,
  codes,
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
import type { InternalSale, Model } from '../model/model.ts';
import { ore } from '../money/ore.ts';
import type { AccountTotal } from '../tables/ledger.ts';
import { assignAccounts } from './assign-accounts.ts';
import { cost } from './cost.ts';
import { internalSalesByUnit } from './internal-sales.ts';

const days = service('nursing-home', 'day');
const MEALS: InternalSale = {
  name: 'meals',
  bought: 'meals bought',
  sold: 'meals sold',
  toleranceOre: ore(0),
  at: AT,
};
const OUT = { kind: 'not-costed', name: 'internal sales meals' } as const;
const sidePools = [
  pool(MEALS.bought, OUT, { test: { article: codes('290') }, nature: 'internal sales', answers: 'central' }),
  pool(MEALS.sold, OUT, { test: { article: codes('690') }, nature: 'internal sales', answers: 'central' }),
];

/** Two homes that eat and a kitchen that cooks: 3 to 1 in portions. */
function kitchenModel(sale?: InternalSale): Model {
  const model = handMadeModel({
    units: [
      unit('solvang', 'provider', { responsibilities: codes('4810') }),
      unit('fjordglott', 'provider', { responsibilities: codes('4820') }),
      unit('kitchen', 'support', { responsibilities: codes('4910') }),
    ],
    services: [days],
    pools: [
      ...(sale ? sidePools : []),
      pool('cooking', { kind: 'own-unit' }, { units: ['kitchen'], answers: 'central' }),
      pool('care', share('volumes', ownServices('nursing-home')), { units: ['fjordglott', 'solvang'] }),
      REST,
    ],
    centres: [
      centre('kitchen', 'portions', units('solvang', 'fjordglott')),
      passing('solvang'),
      passing('fjordglott'),
    ],
    drivers: { portions: shares({ solvang: '75 %', fjordglott: '25 %' }) },
  });
  return sale ? { ...model, costing: { ...model.costing, internalSales: [sale] } } : model;
}
const passing = (id: string) => centre(id, 'volumes', ownServices('nursing-home'));

const volumes = [volume(days, 'solvang', 100), volume(days, 'fjordglott', 100)];
const own = [
  account('4810', 2000, { article: '010' }),
  account('4820', 1000, { article: '010' }),
  account('4910', 400, { article: '010' }),
];
const bought = (unitCode: string, kroner: number, object = ''): AccountTotal =>
  account(unitCode, kroner, { article: '290', object });
const sold = (kroner: number, object = ''): AccountTotal =>
  account('4910', -kroner, { article: '690', object });

const costOf = (model: Model, accounts: readonly AccountTotal[]) => {
  const { costs, findings } = cost({ model, accounts, volumes });
  if (!costs) throw new Error(JSON.stringify(findings));
  return { costs, findings: findings.filter(({ rule }) => rule.includes('internal')) };
};
const byObject = (model: Model, accounts: readonly AccountTotal[]) =>
  Object.fromEntries(costOf(model, accounts).costs.objects.map(({ unit, amountOre }) => [unit, amountOre]));

describe('internal sales that meet', () => {
  const accounts = [...own, bought('4810', 300), bought('4820', 100), sold(400)];

  it('leave the cost as if nobody had invoiced anybody', () => {
    expect(byObject(kitchenModel(MEALS), accounts)).toEqual(byObject(kitchenModel(), own));
    expect(byObject(kitchenModel(MEALS), accounts)).toEqual({ solvang: 230_000n, fjordglott: 110_000n });
  });

  it('end at zero where nothing is costed, with nothing to tell', () => {
    const { costs, findings } = costOf(kitchenModel(MEALS), accounts);
    expect(findings).toEqual([]);
    const ends = costs.remainders.filter(({ kind }) => kind === 'not-costed');
    expect(ends.reduce((sum, { amountOre }) => sum + amountOre, 0n)).toBe(0n);
  });

  it('stay in the results of the units', () => {
    const model = kitchenModel(MEALS);
    expect(internalSalesByUnit(model, assignAccounts(model, accounts).assignments)).toEqual([
      { sale: 'meals', unit: 'fjordglott', boughtOre: 10_000n, soldOre: 0n },
      { sale: 'meals', unit: 'kitchen', boughtOre: 0n, soldOre: -40_000n },
      { sale: 'meals', unit: 'solvang', boughtOre: 30_000n, soldOre: 0n },
    ]);
  });

  it('leave the cost alone whatever was invoiced, and lose no øre', () => {
    const amounts = fc.array(
      fc.tuple(fc.constantFrom('4810', '4820'), fc.integer({ min: -9999, max: 9999 })),
      {
        maxLength: 6,
      },
    );
    const plain = byObject(kitchenModel(), own);
    fc.assert(
      fc.property(amounts, fc.integer({ min: -9999, max: 9999 }), (purchases, income) => {
        const internal = [...purchases.map(([code, kroner]) => bought(code, kroner)), sold(income)];
        const { costs, findings } = costOf(kitchenModel(MEALS), [...own, ...internal]);
        const objects = Object.fromEntries(costs.objects.map(({ unit: id, amountOre }) => [id, amountOre]));
        expect(objects).toEqual(plain);
        const difference = internal.reduce((sum, { amountOre }) => sum + amountOre, 0n);
        const out = costs.remainders.reduce((sum, { amountOre }) => sum + amountOre, 0n);
        expect(out).toBe(difference);
        expect(findings.map(({ amountOre }) => amountOre)).toEqual(difference === 0n ? [] : [difference]);
      }),
    );
  });
});

describe('internal sales that do not meet', () => {
  const told = (sale: InternalSale, ...accounts: AccountTotal[]) =>
    costOf(kitchenModel(sale), [...own, ...accounts]).findings.map(
      ({ severity, message, amountOre }) => [severity, message.replaceAll('\u00a0', ' '), amountOre] as const,
    );

  it('are told with the units of both sides', () => {
    expect(told(MEALS, bought('4810', 300), bought('4820', 80), sold(400))).toEqual([
      [
        'warning',
        'internal sales "meals": 380,00 kr bought (solvang 300,00 kr, fjordglott 80,00 kr), 400,00 kr sold (kitchen 400,00 kr); 20,00 kr sold without being bought.',
        -2_000n,
      ],
    ]);
  });

  it('are told by the codes that both sides write, where the model names them', () => {
    const sale: InternalSale = { ...MEALS, by: 'object' };
    const crossed = [
      bought('4810', 300, '041'),
      bought('4820', 100, '042'),
      sold(290, '041'),
      sold(110, '042'),
    ];
    expect(told(MEALS, ...crossed)).toEqual([]);
    expect(told(sale, ...crossed).map(([severity, , amountOre]) => [severity, amountOre])).toEqual([
      ['warning', 1_000n],
      ['warning', -1_000n],
    ]);
    expect(told(sale, ...crossed)[0]?.[1]).toBe(
      'internal sales "meals", object 041: 300,00 kr bought (solvang 300,00 kr), 290,00 kr sold (kitchen 290,00 kr); 10,00 kr bought without being sold.',
    );
  });

  it('are a note within the tolerance, up to its last øre', () => {
    const sale: InternalSale = { ...MEALS, toleranceOre: ore(2_000) };
    expect(told(sale, bought('4810', 380), sold(400))[0]?.[0]).toBe('note');
    expect(told({ ...sale, toleranceOre: ore(1_999) }, bought('4810', 380), sold(400))[0]?.[0]).toBe(
      'warning',
    );
  });

  it('are counted beyond the twenty largest codes', () => {
    const many = Array.from({ length: 30 }, (_, i) => bought('4810', i + 1, String(100 + i)));
    const found = told({ ...MEALS, by: 'object' }, ...many);
    expect(found).toHaveLength(21);
    expect(found[0]?.[2]).toBe(3_000n);
    expect(found.at(-1)).toEqual([
      'warning',
      'and 10 more codes of meals whose two sides do not meet.',
      5_500n,
    ]);
  });
});
