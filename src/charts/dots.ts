// Who is dear, who gains: a row per unit with its dots on one axis, joined by a line where there are two. The filled
// dot is what the picture is about; the hollow one is what it is compared with.

import { drawLine, drawText, frameThe, px } from './picture.ts';
import { COLOURS, HAIR, type Responsibility, SOFT } from './responsibility.ts';
import { fitText, textWidth } from './text-size.ts';

export type Dot = { readonly value: number; readonly text: string };
export type DotsRow = {
  readonly label: string;
  readonly main: Dot;
  readonly beside?: Dot;
};

export type DotsData = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly tone: Responsibility;
  /** What the filled and the hollow dot are. */
  readonly mainName: string;
  readonly besideName?: string;
  readonly rows: readonly DotsRow[];
  /** A value that all rows are measured against, such as the mean or zero. */
  readonly reference?: Dot;
};

const SIZE = 12;
const RADIUS = 4.5;
const PHONE = 560;

type Plot = {
  readonly label: number;
  readonly x: (value: number) => number;
  readonly row: number;
  readonly width: number;
};

/** The picture as SVG, rows in the order given. */
export function drawDots(data: DotsData, width: number): string {
  const isNarrow = width < PHONE && data.rows.some(({ label }) => textWidth(label, SIZE) > width * 0.3);
  const plot = plotOf(data, width, isNarrow);
  const key = keyLines(data, width) * 17 + 7;
  const top = key + (data.reference ? 18 : 0);
  const parts = [drawKey(data, width)];
  if (data.reference)
    parts.push(...drawReference(data.reference, plot, key, top + data.rows.length * plot.row));
  data.rows.forEach((row, i) => {
    parts.push(drawRow(data, row, plot, top + i * plot.row));
  });
  const { id, title, description } = data;
  return frameThe(
    { id, title, description, width, height: top + data.rows.length * plot.row + 2 },
    parts.join('\n'),
  );
}

function plotOf({ rows, reference }: DotsData, width: number, isNarrow: boolean): Plot {
  const widest = Math.max(0, ...rows.map(({ label }) => textWidth(label, SIZE)));
  const label = isNarrow ? width : Math.min(widest, width * 0.34);
  const dots = rows.flatMap(({ main, beside }) => (beside ? [main, beside] : [main]));
  const number = Math.max(0, ...dots.map(({ text }) => textWidth(text, SIZE, true))) + RADIUS + 8;
  const values = [...dots, ...(reference ? [reference] : [])].map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const left = (isNarrow ? 0 : label + 10) + number;
  const right = width - number;
  const span = high - low;
  const x = (value: number): number =>
    span === 0 ? (left + right) / 2 : left + ((value - low) / span) * (right - left);
  return { label, x, row: isNarrow ? 40 : 22, width };
}

/** "● cost per hour  ○ financed per hour", above the rows; below each other where the width does not hold both. */
function drawKey(data: DotsData, width: number): string {
  const { mainName, besideName, tone } = data;
  const { ink } = COLOURS[tone];
  const first =
    drawDot(RADIUS, 9, ink, true) + drawText(14, 13, fitText(mainName, SIZE, width - 14), { ink });
  if (!besideName) return first;
  const isStacked = keyLines(data, width) > 1;
  const at = isStacked ? 0 : 14 + textWidth(mainName, SIZE) + 18;
  const y = isStacked ? 17 : 0;
  const name = fitText(besideName, SIZE, width - at - 14);
  return first + drawDot(at + RADIUS, y + 9, ink, false) + drawText(at + 14, y + 13, name, { ink: SOFT });
}

const keyLines = ({ mainName, besideName }: DotsData, width: number): number =>
  besideName && 46 + textWidth(mainName, SIZE) + textWidth(besideName, SIZE) > width ? 2 : 1;

const drawDot = (x: number, y: number, ink: string, isFilled: boolean): string =>
  `<circle cx="${px(x)}" cy="${px(y)}" r="${isFilled ? RADIUS : RADIUS - 0.8}" fill="${isFilled ? ink : '#fff'}" stroke="${ink}" stroke-width="1.6"/>`;

function drawReference({ value, text }: Dot, plot: Plot, top: number, bottom: number): string[] {
  const x = plot.x(value);
  const half = textWidth(text, 11) / 2;
  const at = Math.max(half, Math.min(x, plot.width - half));
  return [
    drawLine([x, top + 14, x, bottom], { ink: SOFT, dash: '2 3' }),
    drawText(at, top + 9, text, { size: 11, anchor: 'middle', ink: SOFT }),
  ];
}

function drawRow({ tone }: DotsData, { label, main, beside }: DotsRow, plot: Plot, y: number): string {
  const isStacked = plot.row > 30;
  const middle = isStacked ? y + 28 : y + 11;
  const { ink } = COLOURS[tone];
  const [x, other] = [plot.x(main.value), beside ? plot.x(beside.value) : undefined];
  const isLeft = other !== undefined && x < other;
  const parts = [
    drawText(0, isStacked ? y + 14 : y + 15, fitText(label, SIZE, plot.label)),
    drawLine([isStacked ? 0 : plot.label + 10, middle, plot.width, middle], { ink: HAIR }),
  ];
  if (beside && other !== undefined) {
    parts.push(drawLine([x, middle, other, middle], { ink, width: 2.5 }), drawDot(other, middle, ink, false));
    parts.push(
      drawText(other + (isLeft ? 9 : -9), middle + 4, beside.text, {
        anchor: isLeft ? 'start' : 'end',
        ink: SOFT,
        isRimmed: true,
      }),
    );
  }
  parts.push(drawDot(x, middle, ink, true));
  parts.push(
    drawText(x + (isLeft ? -9 : 9), middle + 4, main.text, {
      anchor: isLeft ? 'end' : 'start',
      isBold: true,
      isRimmed: true,
    }),
  );
  return parts.join('');
}
