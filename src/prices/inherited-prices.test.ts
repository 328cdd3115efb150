// What was adopted for a unit that has ended since is its heirs', and no øre of it is lost.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownCost, ownVolume, plainModel, plainUnit, pricesOf } from '../../test/financing/plain-year.ts';
import type { Model } from '../model/model.ts';
import { add, fraction, ZERO } from '../money/fraction.ts';
import type { ModelPrices } from '../tables/financing.ts';
import { inheritedFindings, pricesAtHeirs } from './inherited-prices.ts';

const organised = (...weights: readonly bigint[]): Model => ({
  ...plainModel({ units: [plainUnit('north'), plainUnit('south')] }),
  organisation: {
    ...{ as: 'now', holdings: [] },
    heirs: new Map([['old', weights.map((weight, i) => ({ unit: ['north', 'south'][i]!, weight }))]]),
  },
});

const ADOPTED = pricesOf(
  'activity',
  {
    prices: { 'home-nursing': 100 },
    base: { old: '100.01', south: '5' },
    supplements: { 'old/home-nursing': 3, 'south/home-nursing': 7 },
  },
  {
    costs: [
      ownCost('old', 'home-nursing', 'wages', 900),
      ownCost('south', 'home-nursing', 'wages', 10),
      ownCost('old', '', 'wages', 77),
    ],
    volumes: [ownVolume('old', 'home-nursing', 100, 150), ownVolume('south', 'home-nursing', 10, 12)],
  },
);
const listOf = ({ periods }: ModelPrices) => periods[0]!.prices;

describe('adopted prices of a unit that has ended', () => {
  const prices = pricesAtHeirs(organised(60n, 40n), ADOPTED);

  it('are base grants of its heirs, with their own', () => {
    expect(listOf(prices).baseGrants.map(({ unit, publishedOre }) => [unit, publishedOre])).toEqual([
      ['north', 6001n],
      ['south', 4500n],
    ]);
  });

  it('are supplements of its heirs, unless they have one of that name', () => {
    expect(listOf(prices).supplements.map(({ unit, amount }) => [unit, amount])).toEqual([
      ['north', fraction(300n)],
      ['south', fraction(700n)],
    ]);
  });

  it('leave prices by service as they were decided', () => {
    expect(listOf(prices).prices).toEqual(listOf(ADOPTED).prices);
  });

  it('have a cost year of its heirs', () => {
    const { costs, volumes } = prices.base;
    expect(costs.map(({ unit, service, costOre }) => [unit, service, costOre])).toEqual([
      ['north', '', 4620n],
      ['north', 'home-nursing', 54_000n],
      ['south', '', 3080n],
      ['south', 'home-nursing', 37_000n],
    ]);
    expect(volumes.map(({ unit, parts, hourParts }) => [unit, parts, hourParts])).toEqual([
      ['north', 60n * 36_000n, fraction(90n * 36_000n)],
      ['south', 50n * 36_000n, fraction(72n * 36_000n)],
    ]);
  });

  it('are told', () => {
    expect(inheritedFindings(organised(60n, 40n), [ADOPTED]).map(({ message }) => message)).toEqual([
      'a base grant is adopted for old, which has ended: north and south have it',
    ]);
    expect(inheritedFindings(plainModel({ units: [plainUnit('old')] }), [ADOPTED])).toEqual([]);
  });

  it('stay as they are where nobody has inherited', () => {
    expect(pricesAtHeirs(plainModel({ units: [plainUnit('old')] }), ADOPTED)).toBe(ADOPTED);
  });

  it('come to what they were, whatever the parts', () => {
    const weights = fc.array(fc.bigInt(1n, 999n), { minLength: 1, maxLength: 2 });
    const sums = (some: ModelPrices) => ({
      grants: listOf(some).baseGrants.reduce((sum, { publishedOre }) => sum + publishedOre, 0n),
      exact: listOf(some)
        .baseGrants.map(({ exact }) => exact)
        .reduce(add, ZERO),
      costs: some.base.costs.reduce((sum, { costOre }) => sum + costOre, 0n),
      parts: some.base.volumes.reduce((sum, { parts }) => sum + parts, 0n),
      hours: some.base.volumes.map(({ hourParts = ZERO }) => hourParts).reduce(add, ZERO),
    });
    fc.assert(
      fc.property(weights, (some) => {
        const inherited = pricesAtHeirs(organised(...some), ADOPTED);
        expect(sums(inherited)).toEqual(sums(ADOPTED));
        expect(pricesAtHeirs(organised(...some), inherited)).toEqual(inherited);
      }),
    );
  });
});
