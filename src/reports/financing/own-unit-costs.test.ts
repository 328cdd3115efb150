// The unit's own cost of the base year beside the price, by hand.

import { expect, it } from 'vitest';
import { fraction } from '../../money/fraction.ts';
import type { BaseYear } from '../../tables/financing.ts';
import { ownUnitCosts } from './own-unit-costs.ts';

const cost = (service: string, level: string, nature: string, costOre: bigint, growth = fraction(1n)) =>
  ({ unit: 'north', service, level, nature, paidAs: 'price', costOre, growth }) as const;

it('adds natures as grown and levels, and leaves out base grants and what has no volume', () => {
  const base: BaseYear = {
    costs: [
      cost('home', 'a', 'wages', 100_00n, fraction(104n, 100n)),
      cost('home', 'b', 'wages', 50_00n, fraction(104n, 100n)),
      cost('home', 'a', 'goods', 10_00n, fraction(103n, 100n)),
      { ...cost('home', '', 'wages', 900_00n), paidAs: 'base' },
      cost('open', '', 'wages', 70_00n),
    ],
    volumes: [
      { unit: 'north', service: 'home', level: 'a', parts: 4_000n },
      { unit: 'north', service: 'home', level: 'b', parts: 1_000n },
    ],
  };
  expect(ownUnitCosts({ model: 'm', periods: [], base })).toEqual([
    { unit: 'north', service: 'home', costOre: 166_30n, parts: 5_000n },
  ]);
  expect(ownUnitCosts(undefined)).toEqual([]);
});
