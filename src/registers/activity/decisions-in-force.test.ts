// Which decisions are in force when: changes, stays on top of each other, decisions beside each other.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decided, decisionsInForce } from './decisions-in-force.ts';

let row = 1;
const decided = (from: number, to: number | undefined, more: Partial<Decided> = {}): Decided => ({
  row: ++row,
  person: 0,
  service: 'home-nursing',
  decision: -1,
  task: -1,
  isStay: false,
  said: `row ${row}`,
  from,
  ...(to === undefined ? {} : { to }),
  ...more,
});
const settled = (decisions: readonly Decided[], changes: 'replace' | 'add' = 'add') => {
  const { inForce, ...troubles } = decisionsInForce(decisions, changes);
  return {
    days: inForce.map(({ from, until }) => [from, until]),
    beside: troubles.beside.length,
    stays: troubles.overlappingStays.length,
    repeated: troubles.repeated.length,
  };
};
const NONE = { beside: 0, stays: 0, repeated: 0 };
const stay = { isStay: true };

describe('decisions in force', () => {
  const cases: readonly [string, readonly Decided[], 'replace' | 'add', ReturnType<typeof settled>][] = [
    ['one decision runs as it says', [decided(10, 20)], 'add', { ...NONE, days: [[10, 20]] }],
    [
      'two beside each other both run, and are told',
      [decided(10, 20), decided(15, 30)],
      'add',
      {
        ...NONE,
        days: [
          [10, 20],
          [15, 30],
        ],
        beside: 1,
      },
    ],
    [
      'one after the other is no trouble',
      [decided(10, 20), decided(21, 30)],
      'add',
      {
        ...NONE,
        days: [
          [10, 20],
          [21, 30],
        ],
      },
    ],
    [
      'a later one replaces, where that is declared',
      [decided(10, undefined), decided(15, 30)],
      'replace',
      {
        ...NONE,
        days: [
          [10, 14],
          [15, 30],
        ],
      },
    ],
    [
      'a change of the same decision replaces',
      [decided(10, undefined, { decision: 4 }), decided(15, undefined, { decision: 4 })],
      'add',
      {
        ...NONE,
        days: [
          [10, 14],
          [15, undefined],
        ],
      },
    ],
    [
      'a change of another decision does not',
      [decided(10, undefined, { decision: 4 }), decided(15, undefined, { decision: 5 })],
      'add',
      {
        ...NONE,
        days: [
          [10, undefined],
          [15, undefined],
        ],
        beside: 1,
      },
    ],
    [
      'of two from one day the later row holds',
      [decided(10, 20), decided(10, 30)],
      'replace',
      {
        ...NONE,
        days: [
          [10, 9],
          [10, 30],
        ],
      },
    ],
    [
      'tasks of one decision run side by side',
      [decided(10, 20, { task: 0 }), decided(10, 20, { task: 1 })],
      'replace',
      {
        ...NONE,
        days: [
          [10, 20],
          [10, 20],
        ],
      },
    ],
    [
      'other services and persons are let be',
      [decided(10, 20), decided(10, 20, { service: 'meals' }), decided(10, 20, { person: 1 })],
      'replace',
      {
        ...NONE,
        days: [
          [10, 20],
          [10, 20],
          [10, 20],
        ],
      },
    ],
    [
      'stays count from the first day to the last',
      [decided(10, 40, stay), decided(20, 30, stay)],
      'add',
      {
        ...NONE,
        days: [
          [10, 19],
          [20, 40],
        ],
        stays: 1,
      },
    ],
    [
      'an open stay holds open',
      [decided(10, undefined, stay), decided(20, 30, stay)],
      'add',
      {
        ...NONE,
        days: [
          [10, 19],
          [20, undefined],
        ],
        stays: 1,
      },
    ],
    [
      'stays one after the other are no trouble',
      [decided(10, 19, stay), decided(20, 30, stay)],
      'add',
      {
        ...NONE,
        days: [
          [10, 19],
          [20, 30],
        ],
      },
    ],
    [
      'the same row again counts once',
      [decided(10, 20, { said: 'x' }), decided(10, 20, { said: 'x' })],
      'add',
      { ...NONE, days: [[10, 20]], repeated: 1 },
    ],
  ];
  it.each(cases)('%s', (_, decisions, changes, expected) => {
    expect(settled(decisions, changes)).toEqual(expected);
  });

  it('stays never give a day twice and lose none, whatever the order of rows', () => {
    const stretch = fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 }))
      .map(([from, length]) => decided(from, from + length, stay));
    fc.assert(
      fc.property(fc.array(stretch, { minLength: 1, maxLength: 8 }), (stays) => {
        const days = decisionsInForce(stays, 'add').inForce.flatMap(({ from, until = 0 }) =>
          Array.from({ length: Math.max(until - from + 1, 0) }, (_, i) => from + i),
        );
        const wanted = new Set(
          stays.flatMap(({ from, to = 0 }) => Array.from({ length: to - from + 1 }, (_, i) => from + i)),
        );
        expect(days.length).toBe(new Set(days).size);
        expect(new Set(days)).toEqual(wanted);
      }),
    );
  });
});
