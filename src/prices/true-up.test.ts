// The asymmetric price compensation: paid when the actual price exceeds the forecast, nothing claimed when below.

import { describe, expect, it } from 'vitest';
import { exact, handMadeModel, service, volume } from '../../test/support/hand-made-model.ts';
import { fraction } from '../money/fraction.ts';
import type { AdoptedPrices } from '../tables/prices.ts';
import { trueUp } from './true-up.ts';

const nursing = service('home-nursing', 'hour');
const list = (kroner: bigint | undefined, priceYear = 2026): AdoptedPrices => ({
  costYear: 2025,
  priceYear,
  adopted: '2025-12-11',
  run: 'r',
  prices:
    kroner === undefined
      ? []
      : [
          {
            kind: 'financing',
            service: nursing.id,
            level: '',
            measure: 'hour',
            exact: fraction(kroner * 100n),
            publishedOre: kroner * 100n,
          },
        ],
  baseGrants: [],
  supplements: [],
});
const rule = (pay: string, claim: string) =>
  handMadeModel({
    units: [],
    services: [nursing],
    pools: [],
    pricing: { trueUp: { payWhenAbove: exact(pay), claimWhenBelow: exact(claim) } },
  });
const volumes = [
  volume(nursing, 'u', '7.5', { year: 2026, month: 1 }),
  volume(nursing, 'u', '2.5', { year: 2026, month: 2 }),
  volume(nursing, 'u', '99', { year: 2025 }),
  volume(nursing, 'u', '99', { year: 2026, state: 'granted' }),
];

describe('E10: a settlement rule may be asymmetric', () => {
  it.each([
    ['100 %', '0 %', 918n, 930n, 12_000n],
    ['100 %', '0 %', 918n, 900n, 0n],
    ['100 %', '0 %', 918n, 918n, 0n],
    ['50 %', '25 %', 918n, 930n, 6_000n],
    ['50 %', '25 %', 918n, 900n, -4_500n],
  ])(
    'pays %s above and claims %s below: forecast %i, actual %i → %i øre',
    (pay, claim, before, after, expected) => {
      const { lines, findings } = trueUp({
        model: rule(pay, claim),
        forecast: list(before),
        actual: list(after),
        volumes,
      });
      expect(findings).toEqual([]);
      expect(lines.map(({ unit, parts, amountOre }) => [unit, parts, amountOre])).toEqual([
        ['u', 360_000n, expected],
      ]);
    },
  );
});

it.each([
  [
    'without a rule',
    { model: handMadeModel({ units: [], services: [nursing], pools: [] }) },
    'prices/no-true-up',
  ],
  ['for prices of two years', { actual: list(918n, 2027) }, 'prices/true-up-year'],
  ['where a forecast is missing', { forecast: list(undefined) }, 'prices/true-up-incomplete'],
])('nothing is settled %s, and that is told', (_, change, expected) => {
  const given = { model: rule('100 %', '0 %'), forecast: list(918n), actual: list(930n), volumes };
  const { lines, findings } = trueUp({ ...given, ...change });
  expect(lines).toEqual([]);
  expect(findings.map(({ rule }) => rule)).toEqual([expected]);
});
