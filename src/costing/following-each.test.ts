// Refunds that follow their expense: one pool that follows one, and one that follows several.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  account,
  centre,
  codes,
  handMadeModel,
  ownServices,
  pool,
  REST,
  service,
  services,
  share,
  shares,
  unit,
  volume,
} from '../../test/support/hand-made-model.ts';
import type { Destination, Model } from '../model/model.ts';
import type { AccountTotal } from '../tables/ledger.ts';
import { cost } from './cost.ts';

const nursing = service('home-nursing', 'hour');
const practical = service('practical-assistance', 'hour');
const both = ownServices('home-nursing', 'practical-assistance');

/** Wages by volume, running costs to nursing alone, cars half to each; VAT compensation where the test sends it. */
const model = (vat: Destination): Model =>
  handMadeModel({
    units: [
      unit('home', 'provider', { responsibilities: codes('4710') }),
      unit('town', 'provider', { responsibilities: codes('4720') }),
      unit('kitchen', 'support', { responsibilities: codes('4800') }),
    ],
    services: [nursing, practical],
    pools: [
      pool('sick-pay', { kind: 'follows', pool: 'wages' }, { test: { article: codes('710') } }),
      pool('vat', vat, { test: { article: codes('729') } }),
      pool('wages', share('volumes', both), { test: { article: codes('010') } }),
      pool('running', share('equal', ownServices('home-nursing')), { test: { article: codes('120') } }),
      pool('cars', share('halves', both), { test: { article: codes('170') } }),
      pool('food', { kind: 'own-unit' }, { test: { article: codes('115') } }),
      REST,
    ],
    centres: [centre('kitchen', 'equal', services('home-nursing'))],
    drivers: { halves: shares({ 'home-nursing': '50 %', 'practical-assistance': '50 %' }) },
  });
const SEVERAL: Destination = { kind: 'follows-each', pools: ['running', 'cars', 'food'] };

const volumes = [
  volume(nursing, 'home', 30),
  volume(practical, 'home', 10),
  volume(nursing, 'town', 10),
  volume(practical, 'town', 10),
];
const costsOf = (accounts: readonly AccountTotal[], vat: Destination = SEVERAL) => {
  const { costs, findings } = cost({ model: model(vat), accounts, volumes });
  if (!costs) throw new Error(JSON.stringify(findings));
  const objects = costs.objects.map(
    ({ service: id, unit: at, amountOre }) => [`${at} ${id}`, amountOre] as const,
  );
  return { objects: Object.fromEntries(objects), remainders: costs.remainders, findings };
};
const at = (responsibility: string, article: string, kroner: number) =>
  account(responsibility, kroner, { article });

describe('a refund that follows one pool', () => {
  it('is shared as that pool is at the same unit: sick pay as wages', () => {
    expect(costsOf([at('4710', '710', -40)]).objects).toEqual({
      'home home-nursing': -3_000n,
      'home practical-assistance': -1_000n,
      'town home-nursing': 0n,
      'town practical-assistance': 0n,
    });
  });
});

describe('a refund that follows several pools', () => {
  it('is divided by what each holds at the unit, and goes where each goes', () => {
    const expense = [at('4710', '120', 300), at('4710', '170', 100), at('4720', '170', 999)];
    const before = costsOf(expense).objects;
    const { objects, findings } = costsOf([...expense, at('4710', '729', -80)]);
    expect(objects['home home-nursing']! - before['home home-nursing']!).toBe(-7_000n);
    expect(objects['home practical-assistance']! - before['home practical-assistance']!).toBe(-1_000n);
    expect(objects['town home-nursing']).toBe(before['town home-nursing']);
    expect(findings.filter(({ rule }) => rule === 'costing/nothing-to-follow')).toEqual([]);
  });

  it('gives nothing to a place to which they bring income beside expense', () => {
    const expense = [at('4710', '120', -60), at('4710', '170', 100)];
    const before = costsOf(expense).objects;
    const { objects } = costsOf([...expense, at('4710', '729', -80)]);
    expect(objects['home home-nursing']).toBe(before['home home-nursing']);
    expect(objects['home practical-assistance']! - before['home practical-assistance']!).toBe(-8_000n);
  });

  it('is divided alike when all signs are turned', () => {
    const expense = [at('4710', '120', 300), at('4710', '170', 100), at('4710', '729', -80)];
    const turned = expense.map((one) => ({ ...one, amountOre: -one.amountOre }));
    const negated = Object.entries(costsOf(turned).objects).map(([object, amountOre]) => [
      object,
      -amountOre,
    ]);
    expect(Object.fromEntries(negated)).toEqual(costsOf(expense).objects);
  });

  it('is parked with the reason where together they hold nothing', () => {
    const { remainders, findings } = costsOf([at('4720', '729', -80), at('4710', '120', 300)]);
    expect(remainders.map(({ kind, name, amountOre }) => [kind, name, amountOre])).toEqual([
      ['parked', 'nothing to follow: vat', -8_000n],
    ]);
    expect(findings.filter(({ rule }) => rule === 'costing/nothing-to-follow')).toMatchObject([
      {
        message: '"vat" follows running, cars, food, and together they hold nothing at town',
        amountOre: -8_000n,
      },
    ]);
  });

  it('is parked as far as what it follows is parked', () => {
    const expense = [at('9999', '120', 300), at('9999', '729', -80)];
    const { remainders } = costsOf(expense);
    expect(remainders.map(({ name, amountOre }) => [name, amountOre])).toEqual([
      ['no unit for responsibility 9999', 22_000n],
    ]);
  });

  it('a single name in the list is that pool', () => {
    const expense = [at('4710', '170', 100), at('4710', '729', -80)];
    const one = costsOf(expense, { kind: 'follows', pool: 'cars' }).objects;
    expect(costsOf(expense, { kind: 'follows-each', pools: ['cars'] }).objects).toEqual(one);
  });

  const postings = fc.uniqueArray(
    fc.tuple(
      fc.constantFrom('4710', '4720', '4800'),
      fc.constantFrom('115', '120', '170'),
      fc.integer({ min: 1, max: 99_999 }),
    ),
    { minLength: 1, maxLength: 9, selector: ([code, article]) => `${code} ${article}` },
  );

  it('as large as the expense of every unit, it doubles what that expense came to, within an øre, and loses none', () => {
    fc.assert(
      fc.property(postings, (list) => {
        const known = list
          .filter(([code, article]) => article !== '115' || code === '4800')
          .filter(([code, article]) => code !== '4800' || article === '115');
        const expense = known.map(([code, article, kroner]) => at(code, article, kroner));
        const vat = [...Map.groupBy(known, ([code]) => code)].map(([code, each]) =>
          at(
            code,
            '729',
            each.reduce((sum, [, , kroner]) => sum + kroner, 0),
          ),
        );
        const before = costsOf(expense);
        const after = costsOf([...expense, ...vat]);
        const sum = ({ objects, remainders }: typeof before): bigint =>
          [...Object.values(objects), ...remainders.map(({ amountOre }) => amountOre)].reduce(
            (a, b) => a + b,
            0n,
          );
        expect(sum(after)).toBe(2n * sum(before));
        for (const [object, amountOre] of Object.entries(before.objects)) {
          const error = after.objects[object]! - 2n * amountOre;
          expect(error >= -2n && error <= 2n).toBe(true);
        }
        const turned = costsOf([...vat, ...expense].reverse());
        expect(turned.objects).toEqual(after.objects);
      }),
      { numRuns: 60 },
    );
  });
});
