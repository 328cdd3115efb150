// Hours and places of units that have ended are their heirs', and none are lost.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HourKind, PaidHours, PlaceDays } from '../tables/circumstances.ts';
import { hoursByUnit, placesByUnit } from './inherited-circumstances.ts';
import type { Model } from './model.ts';
import type { Heir } from './organisation.ts';

type Organised = Parameters<typeof hoursByUnit>[0];

const organised = (heirs: Readonly<Record<string, readonly Heir[]>>): Organised =>
  ({ organisation: { as: 'now', holdings: [], heirs: new Map(Object.entries(heirs)) } }) as unknown as Model;

const hours = (unit: string, parts: bigint, kind: HourKind = 'ordinary', month = 1): PaidHours => ({
  ...{ unit, year: 2026, month, kind, parts, amountOre: parts * 2n, rows: 1 },
});
const places = (unit: string, openDays: bigint, closedDays: bigint): PlaceDays => ({
  ...{ unit, year: 2026, month: 1, openDays, closedDays },
});

const DIVIDED = organised({
  old: [
    { unit: 'north', weight: 3n },
    { unit: 'south', weight: 2n },
  ],
});

describe('circumstances at the units that answer for them', () => {
  it('divides hours by the heirs’ parts and adds them to their own', () => {
    const rows = [hours('north', 10n), hours('old', 100n), hours('old', 7n, 'sick-leave')];
    expect(hoursByUnit(DIVIDED, rows).map(({ unit, kind, parts }) => [unit, kind, parts])).toEqual([
      ['north', 'ordinary', 70n],
      ['north', 'sick-leave', 4n],
      ['south', 'ordinary', 40n],
      ['south', 'sick-leave', 3n],
    ]);
  });

  it('divides open and closed place-days each by themselves', () => {
    const rows = [places('old', 31n, 5n), places('south', 10n, 0n)];
    expect(placesByUnit(DIVIDED, rows)).toEqual([places('north', 19n, 3n), places('south', 22n, 2n)]);
  });

  it('leaves rows as they are where nobody has inherited', () => {
    const rows = [hours('old', 100n)];
    expect(hoursByUnit(organised({}), rows)).toBe(rows);
  });

  it('loses no part of an hour, no øre and no row, whatever the weights', () => {
    const row = fc.record({
      unit: fc.constantFrom('a', 'b', 'old', 'older'),
      parts: fc.bigInt(-(10n ** 12n), 10n ** 12n),
      month: fc.integer({ min: 1, max: 12 }),
    });
    const weights = fc.array(fc.bigInt(1n, 99n), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row), weights, weights, (rows, some, others) => {
        const heirs = (those: readonly bigint[]) => those.map((weight, i) => ({ unit: 'abc'[i]!, weight }));
        const model = organised({ old: heirs(some), older: heirs(others) });
        const all = rows.map(({ unit, parts, month }) => hours(unit, parts, 'ordinary', month));
        const after = hoursByUnit(model, all);
        const sums = (those: readonly PaidHours[]) => ({
          parts: those.reduce((sum, one) => sum + one.parts, 0n),
          amountOre: those.reduce((sum, one) => sum + one.amountOre, 0n),
          rows: those.reduce((sum, one) => sum + one.rows, 0),
        });
        expect(sums(after)).toEqual(sums(all));
        expect(after.some(({ unit }) => unit.startsWith('old'))).toBe(false);
        expect(hoursByUnit(model, after)).toEqual(after);
      }),
    );
  });
});
