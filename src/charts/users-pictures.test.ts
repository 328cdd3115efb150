// The pictures of users say in figures what they draw, keep their labels apart and inside, and stand alone.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelsOf, labelsOutside, meetingLabels } from '../../test/support/drawn-labels.ts';
import { type CombinationsData, drawCombinations } from './combinations.ts';
import { type ConcentrationData, drawConcentration } from './concentration.ts';
import { drawUnitDots, type UnitDotsData } from './unit-dots.ts';

const WIDTHS = [350, 760];
const about = { id: 'p', title: 'Title & <more>', description: 'What it says.' };

const CURVE: ConcentrationData = {
  ...about,
  usersAxis: 'Share of users',
  costAxis: 'Share of cost',
  points: [0, 0.01, 0.05, 0.2, 0.5, 1].map((users) => ({ users, cost: Math.sqrt(users) })),
  readings: [
    { users: 0.01, cost: 0.1, text: '15 users (1 %) carry 10.0 %.' },
    { users: 0.05, cost: 0.22, text: '73 users (5 %) carry 22.4 %.' },
    { users: 0.2, cost: 0.45, text: '292 users (20 %) carry 44.7 %.' },
    { users: 0.5, cost: 0.71, text: 'The cheaper half carry 29.3 %.' },
  ],
};

const SERVICES = [
  'Nursing home',
  'Home nursing',
  'Personal assistance by the user',
  'Safety alarm',
  'Day activity',
];
const COMBINATIONS: CombinationsData = {
  ...about,
  services: SERVICES,
  usersName: 'Users',
  costName: 'Cost, kr',
  rows: [[0], [1, 3], [2], [1, 3, 4]].map((members, i) => ({
    members,
    users: String(447 - i * 100),
    cost: 10 ** (9 - i),
    costText: `${219 - i * 50}.0 mill.`,
    caption: members.map((m) => SERVICES[m]).join(' + '),
  })),
};

const dot = (value: number) => ({ value, text: value.toFixed(2) });
const UNITS: UnitDotsData = {
  ...about,
  nowName: '2025',
  lastName: 'Last year',
  sameNeedName: 'Same need',
  reference: { value: 1052, text: 'All together 1,052' },
  rows: [
    { label: 'Innlandet home care', now: dot(1193), last: dot(1100), sameNeed: dot(1150) },
    { label: 'Sjøsiden home care', now: dot(972), last: dot(990) },
    { label: 'A district that has closed', last: dot(1010) },
  ],
};

describe.each(WIDTHS)('the pictures, %i pixels wide', (width) => {
  it.each([
    ['concentration', drawConcentration(CURVE, width)],
    ['combinations', drawCombinations(COMBINATIONS, width)],
    ['units', drawUnitDots(UNITS, width)],
  ])('%s keep their labels apart and inside, and their title from breaking out', (_, svg) => {
    // Headings that stand aslant are no boxes; they are as far apart as the columns that they head.
    const upright = svg.replace(/<g transform=.*?<\/g>/g, '');
    expect(labelsOutside(upright)).toEqual([]);
    expect(meetingLabels(upright)).toEqual([]);
    expect(svg).toContain('Title &amp; &lt;more&gt;');
    expect(svg).not.toContain('NaN');
  });

  it('every bar of a combination has its number, its users and its services', () => {
    const texts = labelsOf(drawCombinations(COMBINATIONS, width)).map(({ text }) => text);
    for (const { users, costText } of COMBINATIONS.rows)
      expect(texts).toEqual(expect.arrayContaining([users, costText]));
    const circles = drawCombinations(COMBINATIONS, width).match(/<circle/g)!.length;
    expect(circles).toBe(COMBINATIONS.rows.length * SERVICES.length);
  });

  it('every sentence that reads the curve stands beside it', () => {
    const texts = labelsOf(drawConcentration(CURVE, width)).map(({ text }) => text);
    expect(texts.join(' ')).toContain('292 users (20 %) carry 44.7 %.');
  });
});

it('units on one axis stand where their costs do, whatever these are', () => {
  const value = fc.double({ min: 0, max: 1e6, noNaN: true }).map(dot);
  const row = fc.record(
    { label: fc.string({ maxLength: 40 }), now: value, last: value },
    { requiredKeys: ['label', 'now'] },
  );
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), fc.constantFrom(...WIDTHS), (rows, width) => {
      const svg = drawUnitDots({ ...UNITS, rows }, width);
      expect(svg).not.toContain('NaN');
      expect(svg.match(/<circle/g)!.length).toBeGreaterThanOrEqual(rows.length);
    }),
    { numRuns: 200 },
  );
});
