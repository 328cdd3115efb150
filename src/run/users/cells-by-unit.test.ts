// What persons got at units that have ended is at their heirs, to the part of the measure.

import { expect, it } from 'vitest';
import type { Cube } from '../../tables/cube.ts';
import { cellsByUnit } from './cells-by-unit.ts';

/** Two persons; the old unit's cells and one of the new unit's own. */
const CELLS: Cube = {
  persons: ['', 'a', 'b'],
  objects: [
    { service: 'care', unit: 'new', level: '' },
    { service: 'care', unit: 'old', level: '' },
  ],
  starts: Uint32Array.of(0, 1, 4),
  person: Uint32Array.of(1, 1, 1, 2),
  month: Uint8Array.of(7, 6, 7, 7),
  parts: { delivered: Float64Array.of(10, 3, 5, 100), granted: Float64Array.of(0, 4, 5, 7) },
};

const rows = ({ persons, objects, starts, person, month, parts }: Cube) =>
  objects.flatMap(({ unit }, o) =>
    [...person.subarray(starts[o], starts[o + 1])].map((p, i) => {
      const at = starts[o]! + i;
      return `${unit} ${persons[p]} ${month[at]}: ${parts.delivered![at]} of ${parts.granted![at]}`;
    }),
  );

it('is left as it is where no unit has heirs', () => {
  expect(cellsByUnit(CELLS, undefined)).toBe(CELLS);
  expect(cellsByUnit(CELLS, new Map())).toBe(CELLS);
});

it('adds what one heir takes over to what it had itself', () => {
  const heirs = new Map([['old', [{ unit: 'new', weight: 1n }]]]);
  expect(rows(cellsByUnit(CELLS, heirs))).toEqual([
    'new a 6: 3 of 4',
    'new a 7: 15 of 5',
    'new b 7: 100 of 7',
  ]);
});

it('divides among several, and keeps every part', () => {
  const heirs = new Map([
    [
      'old',
      [
        { unit: 'east', weight: 1n },
        { unit: 'west', weight: 2n },
      ],
    ],
  ]);
  const divided = cellsByUnit(CELLS, heirs);
  expect(rows(divided)).toEqual([
    'east a 6: 1 of 1',
    'east a 7: 2 of 2',
    'east b 7: 33 of 2',
    'new a 7: 10 of 0',
    'west a 6: 2 of 3',
    'west a 7: 3 of 3',
    'west b 7: 67 of 5',
  ]);
  expect([...divided.parts.delivered!].reduce((sum, one) => sum + one, 0)).toBe(118);
});
