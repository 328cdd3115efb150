// Where the hours go: bars from what was granted to what was delivered, and below them what was paid for, of which the
// filled part reached users; a mark shows the share at which the unit breaks even.

import { drawBox, drawLine, drawText, frameThe, px } from './picture.ts';
import { COLOURS, fillOf, HAIR, INK, type Responsibility, SOFT } from './responsibility.ts';
import { fitText, textWidth } from './text-size.ts';

export type FunnelBar = {
  readonly label: string;
  readonly value: bigint;
  readonly tone: Responsibility;
};

/** The whole that was paid for, how much of it (0 to 1) reached users, and where the break-even mark stands. */
export type FunnelWhole = {
  readonly label: string;
  readonly value: bigint;
  readonly reached: { readonly share: number; readonly text: string };
  readonly mark?: { readonly share: number; readonly text: string };
};

export type FunnelData = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly bars: readonly FunnelBar[];
  readonly whole?: FunnelWhole;
  readonly format: (value: bigint) => string;
};

const SIZE = 12;
const ROW = 23;
const BAR = 13;

type Plot = { readonly left: number; readonly x: (value: number) => number; readonly width: number };

/** The bars as SVG, all on one axis from zero. */
export function drawFunnel(data: FunnelData, width: number): string {
  const rows = [...data.bars, ...(data.whole ? [data.whole] : [])];
  const plot = plotOf(data, rows, width);
  const parts = data.bars.map((bar, i) => drawBar(data, bar, plot, i * ROW));
  let height = data.bars.length * ROW;
  if (data.whole) {
    parts.push(drawWhole(data, data.whole, plot, height));
    height += ROW + 8 + (data.whole.mark ? 32 : 16);
  }
  const { id, title, description } = data;
  return frameThe({ id, title, description, width, height: height + 4 }, parts.join('\n'));
}

function plotOf(
  { format }: FunnelData,
  rows: readonly { readonly label: string; readonly value: bigint }[],
  width: number,
): Plot {
  const most = Math.max(...rows.map(({ value }) => Number(value)), 1);
  const label = Math.max(...rows.map((row) => textWidth(row.label, SIZE)));
  const left = Math.min(label, width * 0.36) + 8;
  const room = Math.max(...rows.map(({ value }) => textWidth(format(value), SIZE, true)));
  return { left, x: (value) => left + (value / most) * (width - left - room - 8), width };
}

function drawBar(
  { id, format }: FunnelData,
  { label, value, tone }: FunnelBar,
  plot: Plot,
  y: number,
): string {
  const text = format(value);
  const end = plot.x(Number(value));
  return [
    drawText(0, y + 15, fitText(label, SIZE, plot.left - 8)),
    drawBox(
      { x: plot.left, y: y + 4, width: Math.max(end - plot.left, 1), height: BAR },
      fillOf(tone, id),
      `${label}: ${text}`,
    ),
    drawText(end + 6, y + 15, text),
  ].join('');
}

function drawWhole({ format }: FunnelData, whole: FunnelWhole, plot: Plot, y: number): string {
  const { label, value, reached, mark } = whole;
  const total = Number(value);
  const end = plot.x(total);
  const top = y + 4;
  const box = { x: plot.left, y: top, width: Math.max(end - plot.left, 1), height: BAR };
  const at = (share: number): number => plot.x(total * Math.max(0, Math.min(share, 1)));
  const { fill, ink } = COLOURS.provider;
  return [
    drawText(0, y + 15, fitText(label, SIZE, plot.left - 8), { isBold: true }),
    drawBox(box, HAIR, `${label}: ${format(value)}`),
    drawBox({ ...box, width: Math.max(at(reached.share) - plot.left, 1) }, fill, reached.text),
    drawText(end + 6, y + 15, format(value), { isBold: true }),
    drawBox({ x: plot.left, y: top + BAR + 9, width: 9, height: 9 }, fill),
    drawText(plot.left + 14, top + BAR + 17, fitText(reached.text, SIZE, plot.width - plot.left - 14), {
      ink,
    }),
    mark ? drawMark(mark.text, at(mark.share), plot, top) : '',
  ].join('');
}

function drawMark(text: string, x: number, plot: Plot, top: number): string {
  const y = top + BAR + 33;
  const flag = `<path d="M${px(x - 4)},${px(top - 5)}h8l-4,5z" fill="${INK}"/>`;
  const key = `<path d="M${px(plot.left)},${px(y - 8)}h9l-4.5,6z" fill="${INK}"/>`;
  return [
    drawLine([x, top - 4, x, top + BAR + 4], { ink: INK, width: 2 }),
    flag,
    key,
    drawText(plot.left + 14, y, fitText(text, SIZE, plot.width - plot.left - 14), { ink: SOFT }),
  ].join('');
}
