// Who is dear, and why: a row a unit on one axis for the service, sorted; the filled dot is this year, the hollow one
// last year, and the upright stroke what it would be at the same need.

import { drawLine, drawText, frameThe, px } from './picture.ts';
import { COLOURS, HAIR, INK, SOFT } from './responsibility.ts';
import { fitText, textWidth } from './text-size.ts';

export type UnitDot = { readonly value: number; readonly text: string };
export type UnitDotsRow = {
  readonly label: string;
  /** This year; absent where the unit has no volume. */
  readonly now?: UnitDot;
  readonly last?: UnitDot;
  readonly sameNeed?: UnitDot;
};

export type UnitDotsData = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly nowName: string;
  readonly lastName: string;
  readonly sameNeedName: string;
  readonly rows: readonly UnitDotsRow[];
  /** All units together. */
  readonly reference?: UnitDot;
};

const SIZE = 12;
const RADIUS = 5;
const ROW = 26;
const { ink: STRONG } = COLOURS.provider;

type Plot = { readonly label: number; readonly x: (value: number) => number; readonly width: number };

/** The picture as SVG, rows in the order given. The axis begins where the values do, not at zero: dots, no bars. */
export function drawUnitDots(data: UnitDotsData, width: number): string {
  const plot = plotOf(data, width);
  const top = data.reference ? 48 : 28;
  const bottom = top + data.rows.length * ROW;
  const parts = [
    drawKey(data),
    ...(data.reference ? drawReference(data.reference, plot, bottom) : []),
    ...data.rows.map((row, i) => drawRow(row, plot, top + i * ROW)),
  ];
  const { id, title, description } = data;
  return frameThe({ id, title, description, width, height: bottom + 4 }, parts.join('\n'));
}

const dotsOf = ({ now, last, sameNeed }: UnitDotsRow): UnitDot[] =>
  [now, last, sameNeed].filter((dot) => dot !== undefined);

function plotOf({ rows, reference }: UnitDotsData, width: number): Plot {
  const label = Math.min(Math.max(0, ...rows.map((row) => textWidth(row.label, SIZE))), width * 0.36);
  const dots = [...rows.flatMap(dotsOf), ...(reference ? [reference] : [])];
  const number = Math.max(0, ...dots.map(({ text }) => textWidth(text, SIZE, true))) + RADIUS + 8;
  const values = dots.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [left, right] = [label + 14 + number, width - number];
  const x = (value: number): number =>
    high === low ? (left + right) / 2 : left + ((value - low) / (high - low)) * (right - left);
  return { label, x, width };
}

/** "● 2025  ○ last year  | same need": only what occurs. */
function drawKey({ rows, nowName, lastName, sameNeedName }: UnitDotsData): string {
  const signs = [
    { name: nowName, draw: (x: number) => drawDot(x, 10, true), isThere: true },
    { name: lastName, draw: (x: number) => drawDot(x, 10, false), isThere: rows.some(({ last }) => last) },
    {
      name: sameNeedName,
      draw: (x: number) => drawStroke(x, 10),
      isThere: rows.some(({ sameNeed }) => sameNeed),
    },
  ].filter(({ isThere }) => isThere);
  let x = RADIUS + 1;
  return signs
    .map(({ name, draw }) => {
      const sign = draw(x) + drawText(x + RADIUS + 6, 14, name, { ink: SOFT });
      x += textWidth(name, SIZE) + 34;
      return sign;
    })
    .join('');
}

const drawDot = (x: number, y: number, isFilled: boolean): string =>
  `<circle cx="${px(x)}" cy="${px(y)}" r="${isFilled ? RADIUS : RADIUS - 1}" fill="${isFilled ? STRONG : '#fff'}" stroke="${STRONG}" stroke-width="1.6"/>`;
const drawStroke = (x: number, y: number): string =>
  drawLine([x, y - 7, x, y + 7], { ink: COLOURS.neither.ink, width: 2.6 });

function drawReference({ value, text }: UnitDot, { x, width }: Plot, bottom: number): string[] {
  const half = textWidth(text, 11) / 2;
  const at = Math.max(half, Math.min(x(value), width - half));
  return [
    drawLine([x(value), 42, x(value), bottom], { ink: SOFT, dash: '2 3' }),
    drawText(at, 37, text, { size: 11, anchor: 'middle', ink: SOFT }),
  ];
}

function drawRow(row: UnitDotsRow, { label, x, width }: Plot, y: number): string {
  const middle = y + ROW / 2;
  const parts = [
    drawText(0, middle + 4, fitText(row.label, SIZE, label)),
    drawLine([label + 10, middle, width, middle], { ink: HAIR }),
  ];
  const { now, last, sameNeed } = row;
  if (now && last)
    parts.push(drawLine([x(last.value), middle, x(now.value), middle], { ink: STRONG, width: 2 }));
  if (last) parts.push(drawDot(x(last.value), middle, false));
  if (sameNeed) parts.push(drawStroke(x(sameNeed.value), middle));
  if (now) parts.push(drawDot(x(now.value), middle, true));
  const own = now ?? last;
  if (own)
    parts.push(
      drawNumber(
        own,
        dotsOf(row).map(({ value }) => x(value)),
        x,
        middle,
      ),
    );
  return parts.join('');
}

/** The number beside its own dot: to the left where that is the first of the row's marks, else behind the last. */
function drawNumber(dot: UnitDot, places: readonly number[], x: Plot['x'], middle: number): string {
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const isFirst = x(dot.value) === first && first < last;
  const at = isFirst ? first - RADIUS - 6 : last + RADIUS + 6;
  return drawText(at, middle + 4, dot.text, { anchor: isFirst ? 'end' : 'start', isBold: true, ink: INK });
}
