// What changed since last year, and what is asked of units, on figures that can be reckoned by hand.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handMadeModel, REST, service, unit } from '../../../test/support/hand-made-model.ts';
import { NO_USER_RULES } from '../../model/users.ts';
import { fraction } from '../../money/fraction.ts';
import type { CostObject } from '../../tables/costs.ts';
import { askQuestions } from './ask-questions.ts';
import { type PartYear, splitChange } from './split-change.ts';

const part = (key: string, parts: number, costOre: number): PartYear => ({
  key,
  parts: BigInt(parts),
  costOre: BigInt(costOre),
});

describe('splitChange', () => {
  it.each<[string, PartYear[], PartYear[], [bigint, bigint, bigint]]>([
    [
      'two levels',
      [part('a', 10, 1000), part('b', 10, 2000)],
      [part('a', 12, 1320), part('b', 10, 2000)],
      [300n, -100n, 120n],
    ],
    ['only more of it', [part('a', 10, 1000)], [part('a', 13, 1300)], [300n, 0n, 0n]],
    ['only dearer', [part('a', 10, 1000)], [part('a', 10, 1100)], [0n, 0n, 100n]],
    [
      'only another mix',
      [part('a', 10, 1000), part('b', 10, 3000)],
      [part('a', 5, 500), part('b', 15, 4500)],
      [0n, 1000n, 0n],
    ],
    ['a new service', [], [part('a', 10, 1000)], [1000n, 0n, 0n]],
    ['a service that is gone', [part('a', 10, 1000)], [], [-1000n, 0n, 0n]],
    [
      'a new level has the mean of last year',
      [part('a', 10, 1000)],
      [part('a', 5, 500), part('b', 5, 900)],
      [0n, 0n, 400n],
    ],
    ['cost that lost its volume', [part('a', 10, 1000)], [part('a', 0, 700)], [-1000n, 0n, 700n]],
  ])('%s', (_, before, after, [volumeOre, mixOre, priceOre]) => {
    expect(splitChange(before, after)).toEqual({ volumeOre, mixOre, priceOre });
  });

  it('sums to the change, to the øre, whatever the parts', () => {
    const parts = fc.uniqueArray(
      fc.record({
        key: fc.constantFrom('a', 'b', 'c', 'd'),
        parts: fc.bigInt(0n, 10n ** 9n),
        costOre: fc.bigInt(-(10n ** 11n), 10n ** 12n),
      }),
      { selector: ({ key }) => key, maxLength: 4 },
    );
    fc.assert(
      fc.property(parts, parts, (before, after) => {
        const { volumeOre, mixOre, priceOre } = splitChange(before, after);
        const cost = (all: readonly PartYear[]): bigint =>
          all.reduce((sum, { costOre }) => sum + costOre, 0n);
        expect(volumeOre + mixOre + priceOre).toBe(cost(after) - cost(before));
      }),
      { numRuns: 2000 },
    );
  });
});

const object = (unitId: string, hours: number, kroner: number): CostObject => ({
  service: 'care',
  unit: unitId,
  level: '',
  measure: 'hour',
  parts: BigInt(hours) * 36_000n,
  amountOre: BigInt(kroner) * 100n,
  costs:
    kroner === 0
      ? []
      : [
          {
            strand: { key: 'w', nature: 'wages', answers: 'provider', paidAs: 'price' },
            amountOre: BigInt(kroner) * 100n,
          },
        ],
});

const MODEL = {
  ...handMadeModel({
    units: ['north', 'south', 'east'].map((id) => unit(id, 'provider')),
    services: [service('care', 'hour')],
    pools: [REST],
  }),
  users: {
    ...NO_USER_RULES,
    expected: [{ service: 'care', from: fraction(40_000n), to: fraction(60_000n) }],
    jump: fraction(1n, 10n),
    responsible: new Map([['south', 'Anna']]),
  },
};

describe('askQuestions', () => {
  it.each<[string, CostObject[], CostObject[], string[]]>([
    ['nothing where figures are as expected', [object('north', 10, 5_000)], [], []],
    ['cost without volume', [object('north', 0, 5_000)], [], ['cost-without-volume north ']],
    [
      'volume without cost',
      [object('north', 10, 0)],
      [],
      ['outside-band north ', 'volume-without-cost north '],
    ],
    ['a unit cost above its band', [object('north', 10, 6_001)], [], ['outside-band north ']],
    ['the ends of the band are inside', [object('north', 10, 6_000), object('east', 10, 4_000)], [], []],
    [
      'a jump of more than 10 %',
      [object('north', 10, 5_501), object('east', 10, 5_500)],
      [object('north', 10, 5_000), object('east', 10, 5_000)],
      ['jump north '],
    ],
    [
      'whoever answers for them comes first',
      [object('north', 10, 7_000), object('south', 10, 7_000)],
      [],
      ['outside-band south Anna', 'outside-band north '],
    ],
  ])('%s', (_, now, last, expected) => {
    const asked = askQuestions(MODEL, now, last).map(
      ({ kind, unit: at, responsible }) => `${kind} ${at} ${responsible}`,
    );
    expect(asked).toEqual(expected);
  });
});
