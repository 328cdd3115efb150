// Who deviates, and whose it is: a row per unit with two bars on one scale, what purchaser and politicians answer for to
// the left and what provider and administration answer for to the right. They stand apart and are never netted.

import { drawBox, drawLine, drawText, frameThe, px } from './picture.ts';
import { COLOURS, fillOf, type Responsibility, SOFT } from './responsibility.ts';
import { fitText, textWidth } from './text-size.ts';

export type TwoSidesRow = {
  readonly label: string;
  /** Øre, positive = money left over; absent where the row has no such variance. */
  readonly purchaserOre?: bigint;
  readonly providerOre: bigint;
  /** A sum of the rows: set apart and in bold. */
  readonly isTotal?: boolean;
};

export type TwoSidesData = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly heads: {
    readonly [side in 'purchaser' | 'provider']: { readonly label: string; readonly answers: string };
  };
  readonly rows: readonly TwoSidesRow[];
  /** Said where a row has no variance of the purchaser's. */
  readonly absent: string;
  readonly format: (amountOre: bigint) => string;
};

const SIZE = 12;
const BAR = 12;
const HEAD = 40;
const PHONE = 560;

/** A panel from left to right with its zero, and how many pixels an øre is. */
type Panel = {
  readonly left: number;
  readonly right: number;
  readonly zero: number;
  readonly perOre: number;
};
type Layout = {
  readonly panels: { readonly purchaser: Panel; readonly provider: Panel };
  readonly label: number;
  readonly row: number;
  readonly isNarrow: boolean;
};

/** The picture as SVG, laid out for `width` pixels. */
export function drawTwoSides(data: TwoSidesData, width: number): string {
  const layout = layoutOf(data, width);
  const parts = [drawHead(data, layout, 'purchaser'), drawHead(data, layout, 'provider')];
  let y = HEAD;
  for (const row of data.rows) {
    if (row.isTotal) {
      parts.push(drawLine([0, y + 2, width, y + 2], { ink: SOFT }));
      y += 4;
    }
    parts.push(drawRow(data, row, layout, y));
    y += layout.row;
  }
  const { id, title, description } = data;
  return frameThe({ id, title, description, width, height: y + 2 }, parts.join('\n'));
}

function layoutOf({ rows, format, absent }: TwoSidesData, width: number): Layout {
  const isNarrow = width < PHONE;
  const widest = Math.max(0, ...rows.map(({ label }) => textWidth(label, SIZE, true)));
  const label = isNarrow ? width : Math.min(widest, width * 0.32);
  const start = isNarrow ? 0 : label + 16;
  const middle = start + (width - start) / 2;
  const amounts = rows.flatMap((row) => [row.purchaserOre ?? 0n, row.providerOre]);
  const number = Math.max(
    textWidth(absent, SIZE),
    ...amounts.map((amount) => textWidth(format(amount), SIZE, true)),
  );
  const low = Math.min(0, ...amounts.map(Number));
  const high = Math.max(0, ...amounts.map(Number));
  const panel = (left: number, right: number): Panel => {
    const room = right - left - 2 * (number + 8);
    const perOre = room / (high - low || 1);
    return { left, right, zero: left + number + 8 - low * perOre, perOre };
  };
  return {
    panels: { purchaser: panel(start, middle - 8), provider: panel(middle + 8, width) },
    ...{ label, row: isNarrow ? 40 : 23, isNarrow },
  };
}

function drawHead({ heads, id }: TwoSidesData, { panels }: Layout, side: 'purchaser' | 'provider'): string {
  const { left, right } = panels[side];
  const { label, answers } = heads[side];
  return [
    drawBox({ x: left, y: 3, width: 9, height: 9 }, fillOf(side, id)),
    drawText(left + 14, 12, fitText(label, SIZE, right - left - 14, true), {
      isBold: true,
      ink: COLOURS[side].ink,
    }),
    drawText(left + 14, 26, fitText(answers, 11, right - left - 14), { size: 11, ink: SOFT }),
  ].join('');
}

function drawRow(data: TwoSidesData, row: TwoSidesRow, layout: Layout, y: number): string {
  const { panels, label, isNarrow } = layout;
  const isBold = row.isTotal === true;
  const name = fitText(row.label, SIZE, label, isBold);
  const top = isNarrow ? y + 20 : y + 5;
  const zeros = Object.values(panels).map(({ zero }) =>
    drawLine([zero, isNarrow ? top - 2 : y, zero, isNarrow ? top + BAR + 2 : y + layout.row], { ink: SOFT }),
  );
  return [
    ...zeros,
    drawText(0, isNarrow ? y + 14 : y + 15, name, { isBold }),
    row.purchaserOre === undefined
      ? drawText(panels.purchaser.zero - 6, top + 10, data.absent, { anchor: 'end', ink: SOFT })
      : drawSide(data, { row, amountOre: row.purchaserOre, tone: 'purchaser' }, panels.purchaser, top),
    drawSide(data, { row, amountOre: row.providerOre, tone: 'provider' }, panels.provider, top),
  ].join('');
}

type Side = { readonly row: TwoSidesRow; readonly amountOre: bigint; readonly tone: Responsibility };

function drawSide(
  { id, format }: TwoSidesData,
  { row, amountOre, tone }: Side,
  panel: Panel,
  y: number,
): string {
  const end = panel.zero + Number(amountOre) * panel.perOre;
  const isLeft = amountOre < 0n;
  const text = format(amountOre);
  const box = {
    x: Math.min(end, panel.zero),
    y,
    width: Math.max(Math.abs(end - panel.zero), 1),
    height: BAR,
  };
  const style = { anchor: isLeft ? ('end' as const) : ('start' as const), isBold: row.isTotal === true };
  return (
    (amountOre === 0n ? '' : drawBox(box, fillOf(tone, id), `${row.label}: ${text}`)) +
    drawText(Number(px(end + (isLeft ? -6 : 6))), y + 10, text, style)
  );
}
