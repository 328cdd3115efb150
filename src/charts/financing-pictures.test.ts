// The small pictures of the financing pages: whatever they are given, their labels stay apart and inside, and each
// value is written.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelsOf, labelsOutside, meetingLabels } from '../../test/support/drawn-labels.ts';
import { type DotsData, drawDots } from './dots.ts';
import { drawFunnel, type FunnelData } from './funnel.ts';
import { drawMonthBars, type MonthBarsData } from './month-bars.ts';
import { drawMonthLines, type MonthLinesData } from './month-lines.ts';
import { drawTwoSides, type TwoSidesData } from './two-sides.ts';

const frame = { id: 'p', title: 'A picture', description: 'What it says.' };
const format = (value: bigint): string => String(value).replace('-', '−');
const value = fc.bigInt({ min: -999_999n, max: 999_999n });
const positive = fc.bigInt({ min: 0n, max: 999_999n });
const name = fc.string({ maxLength: 30 });
const MONTHS = [...'jfmamjjasond'];
const textsOf = (svg: string): string[] => labelsOf(svg).map(({ text }) => text);

function expectReadable(svg: string): void {
  expect(meetingLabels(svg)).toEqual([]);
  expect(labelsOutside(svg)).toEqual([]);
  expect(svg).not.toContain('NaN');
}

describe('lines by month', () => {
  const lines: fc.Arbitrary<MonthLinesData> = fc.integer({ min: 1, max: 12 }).chain((months) => {
    const values = fc.array(fc.option(positive, { nil: undefined, freq: 9 }), {
      minLength: months,
      maxLength: months,
    });
    return fc.tuple(values, values, values).map(
      ([a, b, c]): MonthLinesData => ({
        ...frame,
        months: MONTHS.slice(0, months),
        series: [
          { label: 'budget', tone: 'neither', look: 'dashed', values: a },
          { label: 'granted', tone: 'purchaser', look: 'thin', values: b },
          { label: 'delivered', tone: 'provider', look: 'thick', values: c },
        ],
        format,
      }),
    );
  });

  it('have their names and last values at their ends, apart from each other', () => {
    fc.assert(
      fc.property(lines, (data) => {
        const svg = drawMonthLines(data, 360);
        const known = data.series.filter(({ values }) => values.some((each) => each !== undefined));
        if (known.length === 0) return expect(svg).toBe('');
        expectReadable(svg);
        for (const { label, values } of known) {
          const last = values.filter((each) => each !== undefined).at(-1)!;
          expect(textsOf(svg)).toContain(`${label} ${format(last)}`);
        }
      }),
    );
  });
});

describe('the funnel', () => {
  const share = fc.double({ min: 0, max: 1.5, noNaN: true });
  const funnel: fc.Arbitrary<FunnelData> = fc.tuple(positive, positive, positive, share, share).map(
    ([granted, delivered, paid, reached, even]): FunnelData => ({
      ...frame,
      bars: [
        { label: 'Granted', value: granted, tone: 'purchaser' },
        { label: 'Delivered', value: delivered, tone: 'provider' },
      ],
      whole: {
        label: 'Paid hours',
        value: paid,
        reached: { share: reached, text: '49.2% reached users' },
        mark: { share: even, text: '54.0% must reach them to break even' },
      },
      format,
    }),
  );

  it('has a number on every bar, and the share and the mark in words', () => {
    fc.assert(
      fc.property(funnel, (data) => {
        const svg = drawFunnel(data, 360);
        expectReadable(svg);
        for (const { value: each } of [...data.bars, data.whole!])
          expect(textsOf(svg)).toContain(format(each));
        expect(textsOf(svg)).toContain('54.0% must reach them to break even');
      }),
    );
  });
});

describe('dots on one axis', () => {
  const dot = fc.integer({ min: -9_999, max: 9_999 }).map((each) => ({ value: each, text: String(each) }));
  const dots: fc.Arbitrary<DotsData> = fc
    .tuple(
      fc.array(fc.record({ label: name, main: dot, beside: dot }), { minLength: 1, maxLength: 9 }),
      fc.boolean(),
      name,
    )
    .map(
      ([rows, isReferred, besideName]): DotsData => ({
        ...{ ...frame, tone: 'provider', mainName: 'spent, kr', besideName: besideName || 'earned' },
        rows,
        ...(isReferred ? { reference: { value: 0, text: 'covers its own cost' } } : {}),
      }),
    );

  it.each([760, 360, 350])('has both values of every row, at %d pixels', (width) => {
    fc.assert(
      fc.property(dots, (data) => {
        const svg = drawDots(data, width);
        expectReadable(svg);
        for (const { main, beside } of data.rows) {
          expect(textsOf(svg)).toContain(main.text);
          expect(textsOf(svg)).toContain(beside!.text);
        }
      }),
    );
  });
});

describe('two sides', () => {
  const row = fc.record({
    label: name,
    purchaserOre: fc.option(value, { nil: undefined }),
    providerOre: value,
  });
  const sides: fc.Arbitrary<TwoSidesData> = fc.array(row, { minLength: 1, maxLength: 12 }).map((rows) => ({
    ...frame,
    heads: {
      purchaser: { label: 'Activity variance', answers: 'purchaser and politicians' },
      provider: { label: 'Efficiency variance', answers: 'provider and administration' },
    },
    rows: rows.map(({ label, purchaserOre, providerOre }, i) => ({
      ...{ label, providerOre, isTotal: i === rows.length - 1 },
      ...(purchaserOre === undefined ? {} : { purchaserOre }),
    })),
    absent: 'purchaser',
    format,
  }));

  it.each([760, 350])('keeps the two apart, each with its number, at %d pixels', (width) => {
    fc.assert(
      fc.property(sides, (data) => {
        const svg = drawTwoSides(data, width);
        expectReadable(svg);
        for (const { purchaserOre, providerOre } of data.rows) {
          expect(textsOf(svg)).toContain(format(providerOre));
          expect(textsOf(svg)).toContain(purchaserOre === undefined ? 'purchaser' : format(purchaserOre));
        }
      }),
    );
  });
});

describe('small multiples by month', () => {
  const panel = fc.record({ label: name, values: fc.array(value, { minLength: 12, maxLength: 12 }) });
  const bars: fc.Arbitrary<MonthBarsData> = fc.array(panel, { minLength: 1, maxLength: 7 }).map((panels) => ({
    ...{ ...frame, tone: 'purchaser', months: MONTHS, format },
    panels: panels.map(({ label, values }) => ({
      label,
      values,
      sum: format(values.reduce((sum, each) => sum + each, 0n)),
    })),
  }));

  it.each([760, 350])('has the sum beside every name, at %d pixels', (width) => {
    fc.assert(
      fc.property(bars, (data) => {
        const svg = drawMonthBars(data, width);
        expectReadable(svg);
        for (const { sum } of data.panels) expect(textsOf(svg)).toContain(sum);
      }),
    );
  });
});

it('the colours of responsibility are told apart without colour: one is hatched', () => {
  const data = { heads: { purchaser: { label: 'a', answers: 'b' }, provider: { label: 'c', answers: 'd' } } };
  const svg = drawTwoSides(
    { ...frame, ...data, rows: [{ label: 'x', purchaserOre: -5n, providerOre: -3n }], absent: '', format },
    760,
  );
  expect(svg).toMatch(/fill="url\(#p-hatch\)"><title>x: −5/);
  expect(svg).toMatch(/fill="#1b6a8c"><title>x: −3/);
});
