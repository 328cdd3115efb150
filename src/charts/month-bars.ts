// Small multiples: a panel per unit with a bar per month above or below zero, all on one scale, the unit's name above
// and the sum of its months beside it.

import { drawBox, drawLine, drawText, frameThe } from './picture.ts';
import { fillOf, type Responsibility, SOFT } from './responsibility.ts';
import { fitText, textWidth } from './text-size.ts';

export type MonthPanel = { readonly label: string; readonly sum: string; readonly values: readonly bigint[] };

export type MonthBarsData = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly tone: Responsibility;
  readonly months: readonly string[];
  readonly panels: readonly MonthPanel[];
  readonly format: (value: bigint) => string;
};

const SIZE = 12;
const HEIGHT = 92;
const PLOT = 56;
const GAP = 26;

/** The panels as SVG, three beside each other on a page and one on a phone. */
export function drawMonthBars(data: MonthBarsData, width: number): string {
  const across = width >= 560 ? 3 : 1;
  const panelWidth = (width - (across - 1) * GAP) / across;
  const values = data.panels.flatMap((panel) => panel.values).map(Number);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const parts = data.panels.map((panel, i) => {
    const at = { x: (i % across) * (panelWidth + GAP), y: Math.floor(i / across) * HEIGHT };
    return drawPanel(data, panel, { ...at, width: panelWidth, low, high });
  });
  const height = Math.ceil(data.panels.length / across) * HEIGHT;
  const { id, title, description } = data;
  return frameThe({ id, title, description, width, height }, parts.join('\n'));
}

type Place = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly low: number;
  readonly high: number;
};

function drawPanel(data: MonthBarsData, { label, sum, values }: MonthPanel, place: Place): string {
  const { x, y, width, low, high } = place;
  const fill = fillOf(data.tone, data.id);
  const perValue = (PLOT - 4) / (high - low || 1);
  const zero = y + 20 + high * perValue;
  const step = width / Math.max(data.months.length, 1);
  const bars = values.map((value, i) => {
    const height = Math.max(Math.abs(Number(value)) * perValue, value === 0n ? 0 : 1);
    const top = value > 0n ? zero - height : zero;
    const box = { x: x + i * step + step * 0.15, y: top, width: step * 0.7, height };
    return value === 0n ? '' : drawBox(box, fill, `${label}, ${data.months[i]}: ${data.format(value)}`);
  });
  const months = data.months.map((name, i) =>
    drawText(x + (i + 0.5) * step, y + HEIGHT - 8, name, { size: 10, anchor: 'middle', ink: SOFT }),
  );
  return [
    drawText(x, y + 12, fitText(label, SIZE, width - textWidth(sum, SIZE, true) - 10)),
    drawText(x + width, y + 12, sum, { anchor: 'end', isBold: true }),
    ...bars,
    drawLine([x, zero, x + width, zero], { ink: SOFT }),
    ...months,
  ].join('');
}
