// Why one municipality's service costs more per inhabitant than another's: three lines that sum to it, exactly.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { add, fraction, subtract, toDecimal, ZERO } from '../../money/fraction.ts';
import { compareService, type ServiceFigures } from './compare-service.ts';

const figures = (users: number, parts: number, costOre: number, inhabitants: number): ServiceFigures => ({
  users,
  parts: BigInt(parts),
  costOre: BigInt(costOre),
  inhabitants: BigInt(inhabitants),
});

it.each<[string, ServiceFigures, ServiceFigures, (string | undefined)[]]>([
  [
    '20 of 1,000 with 100 at 9 against 30 of 1,000 with 80 at 10',
    figures(20, 2_000, 18_000, 1_000),
    figures(30, 2_400, 24_000, 1_000),
    ['inhabitant', '-8.00', '4.00', '-2.00', '-6.00'],
  ],
  [
    'alike',
    figures(5, 50, 500, 100),
    figures(5, 50, 500, 100),
    ['inhabitant', '0.00', '0.00', '0.00', '0.00'],
  ],
  [
    'per user where inhabitants are not known',
    figures(2, 20, 300, 0),
    figures(4, 20, 200, 900),
    ['user', undefined, '50.00', '50.00', '100.00'],
  ],
])('%s', (_, own, other, expected) => {
  const found = compareService(own, other)!;
  const text = (value = found.need) => value && toDecimal(value, 2);
  const lines = [
    found.per,
    found.need && text(),
    text(found.volume),
    text(found.unitCost),
    text(found.difference),
  ];
  expect(lines).toEqual(expected);
});

it.each([
  ['no users', figures(0, 5, 5, 5)],
  ['no volume', figures(5, 0, 5, 5)],
])('says nothing of a service with %s', (_, none) => {
  expect(compareService(none, figures(1, 1, 1, 1))).toBeUndefined();
});

it('sums exactly, whatever the figures', () => {
  const any = fc.record({
    users: fc.integer({ min: 1, max: 100_000 }),
    parts: fc.bigInt(1n, 10n ** 12n),
    costOre: fc.bigInt(-(10n ** 10n), 10n ** 13n),
    inhabitants: fc.bigInt(0n, 10n ** 6n),
  });
  fc.assert(
    fc.property(any, any, (own, other) => {
      const {
        need = ZERO,
        volume,
        unitCost,
        difference,
        own: mine,
        other: theirs,
      } = compareService(own, other)!;
      expect([need, volume, unitCost].reduce(add)).toEqual(difference);
      expect(subtract(mine, theirs)).toEqual(difference);
      const per = own.inhabitants > 0n && other.inhabitants > 0n ? own.inhabitants : BigInt(own.users);
      expect(mine).toEqual(fraction(own.costOre, per));
    }),
  );
});
