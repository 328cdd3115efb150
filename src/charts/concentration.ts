// How few carry how much: users by cost, the dearest first, against the share of cost that they carry together. The
// diagonal is where everybody would cost the same.

import { drawLine, drawText, frameThe, px } from './picture.ts';
import { COLOURS, HAIR, SOFT } from './responsibility.ts';
import { textWidth, wrapText } from './text-size.ts';

/** Shares from 0 to 1. */
export type CurvePoint = { readonly users: number; readonly cost: number };
/** A place on the curve that is read out: "73 users (5 %) carry 27 %." */
export type CurveReading = CurvePoint & { readonly text: string };

export type ConcentrationData = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly usersAxis: string;
  readonly costAxis: string;
  readonly points: readonly CurvePoint[];
  readonly readings: readonly CurveReading[];
};

const SIZE = 12;
const LINE = 16;
const TICKS = [0, 0.25, 0.5, 0.75, 1];
/** Above this, sentences stand beside the curve; else below it. */
const WIDE = 560;

type Plot = {
  readonly x: (users: number) => number;
  readonly y: (cost: number) => number;
  readonly size: number;
};

/** The picture as SVG. */
export function drawConcentration(data: ConcentrationData, width: number): string {
  const isWide = width >= WIDE;
  const left = 40;
  const size = Math.min(isWide ? 340 : width - left - 14, 340);
  const top = 24;
  const plot: Plot = { x: (users) => left + users * size, y: (cost) => top + (1 - cost) * size, size };
  const room = isWide ? width - left - size - 40 : width;
  const notes = drawReadings(data, isWide ? [left + size + 34, top + 6] : [0, top + size + 58], room);
  const bottom = top + size + 46;
  const parts = [drawGrid(data, plot), drawCurve(data, plot), ...drawMarks(data, plot), notes.svg];
  const { id, title, description } = data;
  return frameThe(
    { id, title, description, width, height: isWide ? bottom : Math.max(bottom, notes.bottom) },
    parts.join('\n'),
  );
}

const percent = (share: number): string => `${Math.round(share * 100)}`;

function drawGrid({ usersAxis, costAxis }: ConcentrationData, { x, y, size }: Plot): string {
  const lines = TICKS.flatMap((tick) => [
    drawLine([x(0), y(tick), x(1), y(tick)], { ink: HAIR }),
    drawText(x(0) - 6, y(tick) + 4, percent(tick), { size: 11, anchor: 'end', ink: SOFT }),
    drawText(x(tick), y(0) + 16, percent(tick), { size: 11, anchor: 'middle', ink: SOFT }),
  ]);
  return [
    ...lines,
    drawText(x(0) - 34, y(1) - 11, `${costAxis}, %`, { size: 11, ink: SOFT }),
    drawText(x(0) + size, y(0) + 33, `${usersAxis}, %`, { size: 11, anchor: 'end', ink: SOFT }),
    drawLine([x(0), y(0), x(1), y(1)], { ink: SOFT, dash: '3 3' }),
  ].join('');
}

function drawCurve({ points }: ConcentrationData, { x, y }: Plot): string {
  const path = points.map(({ users, cost }) => `${px(x(users))},${px(y(cost))}`).join(' ');
  const area = `${path} ${px(x(1))},${px(y(1))} ${px(x(0))},${px(y(0))}`;
  const { fill, ink } = COLOURS.neither;
  return `<polygon points="${area}" fill="${fill}" fill-opacity="0.16"/><polyline points="${path}" fill="none" stroke="${ink}" stroke-width="2.2" stroke-linejoin="round"/>`;
}

/** Each place that is read out has a dot with its letter. */
function drawMarks({ readings }: ConcentrationData, { x, y }: Plot): string[] {
  return readings.map(({ users, cost }, i) => {
    const [at, over] = [x(users), y(cost)];
    const dot = `<circle cx="${px(at)}" cy="${px(over)}" r="4.5" fill="#fff" stroke="${COLOURS.neither.ink}" stroke-width="2"/>`;
    return `${dot}${drawText(at + 8, over + 15, letter(i), { isBold: true })}`;
  });
}

const letter = (i: number): string => String.fromCharCode(65 + i);

/** The sentences that read the curve, each behind its letter. */
function drawReadings(
  { readings }: ConcentrationData,
  [x, top]: readonly [number, number],
  room: number,
): { readonly svg: string; readonly bottom: number } {
  const indent = textWidth('M', SIZE, true) + 8;
  let y = top;
  const parts = readings.map(({ text }, i) => {
    const lines = wrapText(text, SIZE, room - indent);
    const first = drawText(x, y + 4, letter(i), { isBold: true });
    const rest = lines.map((line, n) => drawText(x + indent, y + 4 + n * LINE, line));
    y += lines.length * LINE + 8;
    return first + rest.join('');
  });
  return { svg: parts.join(''), bottom: y };
}
