// Volumes by month as lines with their names and last values at their ends and their first values at the beginning:
// no axis to look up, no legend to go back to.

import { drawLine, drawText, frameThe, px } from './picture.ts';
import { COLOURS, HAIR, type Responsibility, SOFT } from './responsibility.ts';
import { fitText, spread, textWidth } from './text-size.ts';

/** A line through the months from January; a month without a value leaves a gap. */
export type MonthSeries = {
  readonly label: string;
  readonly tone: Responsibility;
  readonly look: 'dashed' | 'thin' | 'thick';
  readonly values: readonly (bigint | undefined)[];
};

export type MonthLinesData = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** One short name per month shown: "j", "f", … */
  readonly months: readonly string[];
  readonly series: readonly MonthSeries[];
  readonly format: (value: bigint) => string;
};

const SIZE = 11;
const GAP = 13;
const TOP = 8;
const BOTTOM = 20;
/** The plot spans at least this share of the highest value, so that February's missing days do not look like a fall. */
const LEAST_SPAN = 0.25;

type Plot = {
  readonly x: (month: number) => number;
  readonly y: (value: bigint) => number;
  readonly height: number;
  readonly width: number;
};

/** The lines as SVG; empty text where no series has a value. */
export function drawMonthLines(data: MonthLinesData, width: number, height = 132): string {
  const series = data.series.filter(({ values }) => values.some((value) => value !== undefined));
  if (series.length === 0) return '';
  const plot = plotOf(data, series, width, height);
  const axis = data.months.map((name, i) =>
    drawText(plot.x(i), height - 5, name, { size: SIZE, anchor: 'middle', ink: SOFT }),
  );
  const base = drawLine(
    [plot.x(0), height - BOTTOM + 2, plot.x(data.months.length - 1), height - BOTTOM + 2],
    {
      ink: HAIR,
    },
  );
  const lines = series.map((each) => drawSeries(each, plot, data.months));
  const labels = [...firstLabels(data, series, plot), ...lastLabels(data, series, plot)];
  const { id, title, description } = data;
  return frameThe({ id, title, description, width, height }, [base, ...axis, ...lines, ...labels].join('\n'));
}

const present = (values: readonly (bigint | undefined)[]): bigint[] =>
  values.filter((value) => value !== undefined);

function plotOf(data: MonthLinesData, series: readonly MonthSeries[], width: number, height: number): Plot {
  const numbers = series.flatMap(({ values }) => present(values)).map(Number);
  const [low, highest] = [Math.min(...numbers), Math.max(...numbers)];
  const span = Math.max(highest - low, Math.abs(highest) * LEAST_SPAN) || 1;
  const high = (highest + low + span) / 2;
  const firsts = series.map(({ values }) => textWidth(data.format(present(values)[0] ?? 0n), SIZE));
  const ends = series.map((each) => textWidth(endLabel(data, each), SIZE, each.look === 'thick'));
  const left = Math.max(...firsts) + 8;
  const right = width - Math.min(Math.max(...ends), width * 0.42) - 8;
  const steps = Math.max(data.months.length - 1, 1);
  return {
    x: (month) => left + (month * (right - left)) / steps,
    y: (value) => TOP + ((high - Number(value)) / span) * (height - TOP - BOTTOM - 6),
    width,
    height,
  };
}

const endLabel = (data: MonthLinesData, { label, values }: MonthSeries): string =>
  `${label} ${data.format(present(values).at(-1) ?? 0n)}`;

const WIDTHS = { dashed: 1.2, thin: 1.4, thick: 2.4 } as const;

function drawSeries({ values, tone, look }: MonthSeries, plot: Plot, months: readonly string[]): string {
  const { ink } = COLOURS[tone];
  let path = '';
  values.slice(0, months.length).forEach((value, i) => {
    if (value === undefined) return;
    const from = values[i - 1] === undefined ? 'M' : 'L';
    path += `${from}${px(plot.x(i))},${px(plot.y(value))}`;
  });
  const dash = look === 'dashed' ? ' stroke-dasharray="4 3"' : '';
  const dots =
    look === 'thick' || months.length === 1
      ? values
          .slice(0, months.length)
          .map((value, i) =>
            value === undefined
              ? ''
              : `<circle cx="${px(plot.x(i))}" cy="${px(plot.y(value))}" r="2.4" fill="${ink}"/>`,
          )
      : [];
  return `<path d="${path}" fill="none" stroke="${ink}" stroke-width="${WIDTHS[look]}"${dash} stroke-linejoin="round"/>${dots.join('')}`;
}

const limits = ({ height }: Plot): readonly [number, number] => [TOP, height - BOTTOM - 6];

function firstLabels(data: MonthLinesData, series: readonly MonthSeries[], plot: Plot): string[] {
  if (data.months.length === 1) return [];
  const firsts = series.map(({ values }) => values[0]);
  const places = spread(
    firsts.map((value) => plot.y(value ?? 0n)),
    GAP,
    limits(plot),
  );
  return series.map(({ tone }, i) =>
    firsts[i] === undefined
      ? ''
      : drawText(plot.x(0) - 6, places[i]! + 4, data.format(firsts[i]), {
          size: SIZE,
          anchor: 'end',
          ink: COLOURS[tone].ink,
        }),
  );
}

function lastLabels(data: MonthLinesData, series: readonly MonthSeries[], plot: Plot): string[] {
  const end = plot.x(data.months.length - 1);
  const places = spread(
    series.map(({ values }) => plot.y(present(values).at(-1) ?? 0n)),
    GAP,
    limits(plot),
  );
  return series.map((each, i) =>
    drawText(
      end + 7,
      places[i]! + 4,
      fitText(endLabel(data, each), SIZE, plot.width - end - 7, each.look === 'thick'),
      {
        size: SIZE,
        isBold: each.look === 'thick',
        ink: COLOURS[each.tone].ink,
      },
    ),
  );
}
