// The bridge of the month: from the frame by what purchaser and politicians answer for to what was earned, and from
// there by what provider and administration answer for to what was spent. The two sums stand beside as brackets.

import { type BridgeBar, type BridgeData, type BridgeGroup, bridgeGroups, seenBars } from './bridge-rows.ts';
import { drawBox, drawLine, drawText, frameThe, px } from './picture.ts';
import { COLOURS, fillOf, INK, SOFT } from './responsibility.ts';
import { fitText, textWidth, wrapText } from './text-size.ts';

const SIZE = 12;
const ROW = 21;
const BAR = 12;
const LINE = 14;
/** Room for the words of the brackets; more where a word is longer. */
const LEAST_BRACKET = 150;
/** Pictures narrower than this have their labels above the bars. */
const PHONE = 560;

/** The picture as SVG, laid out for `width` pixels: 760 for a page, 350 for a phone. */
export function drawBridge(data: BridgeData, width: number): string {
  const groups = bridgeGroups(data).map((group) => ({ ...group, bars: seenBars(group) }));
  const draw = width < PHONE ? drawNarrow : drawWide;
  const { body, height } = draw({ data, groups, scale: scaleOf(data, groups), width });
  const { id, title, description } = data;
  return frameThe({ id, title, description, width, height }, body);
}

/** From øre to a share 0 to 1 of the plot; broken where the plot does not begin at zero. */
type Scale = { readonly at: (amountOre: bigint) => number; readonly isBroken: boolean };
type Task = {
  readonly data: BridgeData;
  readonly groups: readonly BridgeGroup[];
  readonly scale: Scale;
  readonly width: number;
};
type Drawn = { readonly body: string; readonly height: number };

/** Totals of 80 million and lines of one: the plot begins a little below the lowest level, not at zero. */
function scaleOf({ from }: BridgeData, groups: readonly BridgeGroup[]): Scale {
  const levels = [
    from.amountOre,
    ...groups.flatMap(({ bars, to }) => [...bars.map(({ toOre }) => toOre), to.amountOre]),
  ];
  const kroner = levels.map(Number);
  const [low, high] = [Math.min(...kroner), Math.max(...kroner)];
  const span = high - low || Math.abs(high) || 1;
  const isBroken = low > span;
  const start = isBroken ? low - span * 0.3 : Math.min(0, low);
  const end = Math.max(high, start + span);
  return { at: (amountOre) => (Number(amountOre) - start) / (end - start), isBroken };
}

// ---- wide ---------------------------------------------------------------------------------------------------

type Columns = {
  readonly label: number;
  readonly amount: number;
  readonly plot: readonly [number, number];
  readonly bracket: number;
};

function columnsOf({ data, groups, width }: Task): Columns {
  const rows = [data.from, ...groups.flatMap(({ bars, to }) => [...bars, to])];
  const widest = Math.max(...rows.map(({ label }) => textWidth(label, SIZE, true)));
  const label = Math.min(widest, width * 0.34);
  const amount =
    label + 14 + Math.max(...rows.map(({ amountOre }) => textWidth(data.format(amountOre), SIZE, true)));
  const words = groups.flatMap(({ side }) => `${side.label} ${side.answers}`.split(' '));
  const bracket = width - Math.max(LEAST_BRACKET, ...words.map((word) => textWidth(word, SIZE, true)));
  return { label, amount, plot: [amount + 16, bracket - 22], bracket };
}

function drawWide(task: Task): Drawn {
  const { data, groups, scale } = task;
  const columns = columnsOf(task);
  const parts = [drawText(columns.plot[1], 11, data.direction, { size: 11, anchor: 'end', ink: SOFT })];
  let y = 18;
  parts.push(wideTotal(task, columns, data.from, y));
  y += ROW + 2;
  for (const group of groups) {
    const text = bracketLines(group, data, columns, task.width);
    const room = Math.max(group.bars.length * ROW, text.length * LINE + 6);
    const top = y + (room - group.bars.length * ROW) / 2;
    parts.push(...drawJoints(task, columns, group, { above: y - 5, top, below: y + room + 4 }));
    parts.push(...group.bars.map((bar, i) => wideBar(task, columns, group, bar, top + i * ROW)));
    parts.push(
      drawBracket(group, columns.bracket - 10, y + 1, y + room - 3),
      ...placeLines(text, columns.bracket, y + room / 2),
    );
    y += room;
    parts.push(wideTotal(task, columns, group.to, y));
    y += ROW + 2;
  }
  if (scale.isBroken) {
    parts.push(drawText(columns.plot[0], y + 10, data.broken, { size: 11, ink: SOFT }));
    y += 14;
  }
  return { body: parts.join('\n'), height: y + 4 };
}

const onPlot = ({ scale }: Task, [left, right]: readonly [number, number], amountOre: bigint): number =>
  left + scale.at(amountOre) * (right - left);

function wideTotal(task: Task, columns: Columns, total: BridgeData['from'], y: number): string {
  const [left] = columns.plot;
  const base = y + 15;
  const x = onPlot(task, columns.plot, total.amountOre);
  const text = task.data.format(total.amountOre);
  return [
    drawText(0, base, fitText(total.label, SIZE, columns.label, true), { isBold: true }),
    drawText(columns.amount, base, text, { anchor: 'end', isBold: true }),
    drawBox(
      { x: left, y: y + 4, width: Math.max(x - left, 1), height: BAR + 2 },
      COLOURS.neither.fill,
      `${total.label}: ${text}`,
    ),
    task.scale.isBroken ? drawBreak(left + 12, y + 4, BAR + 2) : '',
  ].join('');
}

function wideBar(task: Task, columns: Columns, { side }: BridgeGroup, bar: BridgeBar, y: number): string {
  const base = y + 14;
  const text = task.data.formatChange(bar.amountOre);
  return [
    drawText(10, base, fitText(bar.label, SIZE, columns.label - 10)),
    drawText(columns.amount, base, text, { anchor: 'end' }),
    drawStep(task, columns.plot, { bar, tone: side.tone, y: y + 4, height: BAR }, `${bar.label}: ${text}`),
  ].join('');
}

/** Where the total above ends, the first bar's row begins, and the total below begins. */
type Heights = { readonly above: number; readonly top: number; readonly below: number };

/** Thin lines that lead the eye from each bar's end down to the next bar. */
function drawJoints(
  task: Task,
  { plot }: Columns,
  { bars, to }: BridgeGroup,
  { above, top, below }: Heights,
): string[] {
  const levels = [...bars.map(({ fromOre }) => fromOre), to.amountOre];
  return levels.map((level, i) => {
    const x = onPlot(task, plot, level);
    const from = i === 0 ? above : top + (i - 1) * ROW + 4 + BAR;
    const until = i === bars.length ? below : top + i * ROW + 4;
    return drawLine([x, from, x, until], { ink: SOFT, width: 0.7 });
  });
}

type Step = {
  readonly bar: BridgeBar;
  readonly tone: BridgeGroup['side']['tone'];
  readonly y: number;
  readonly height: number;
};

/** The bar that floats between two levels. */
function drawStep(
  task: Task,
  plot: readonly [number, number],
  { bar, tone, y, height }: Step,
  caption: string,
): string {
  const [from, to] = [onPlot(task, plot, bar.fromOre), onPlot(task, plot, bar.toOre)];
  const box = { x: Math.min(from, to), y, width: Math.max(Math.abs(to - from), 1.5), height };
  return drawBox(box, fillOf(tone, task.data.id), caption);
}

/** Two slanted strokes through a bar that does not begin at zero. */
const drawBreak = (x: number, y: number, height: number): string =>
  [0, 5]
    .map(
      (shift) =>
        `<path d="M${px(x + shift - 2)},${px(y + height + 1)}l4,${px(-height - 2)}" stroke="#fff" stroke-width="2" fill="none"/>`,
    )
    .join('');

type Line = { readonly text: string; readonly isBold: boolean; readonly ink: string };

/** "Activity variance" · "−6 495" · "purchaser and politicians" */
function bracketLines(
  { side, sumOre }: BridgeGroup,
  data: BridgeData,
  { bracket }: Columns,
  width: number,
): Line[] {
  const { ink } = COLOURS[side.tone];
  const lines = (text: string, isBold: boolean, colour: string): Line[] =>
    wrapText(text, SIZE, width - bracket, isBold).map((line) => ({ text: line, isBold, ink: colour }));
  return [
    ...lines(side.label, true, ink),
    ...lines(data.formatChange(sumOre), true, INK),
    ...lines(side.answers, false, SOFT),
  ];
}

const placeLines = (lines: readonly Line[], x: number, middle: number): string[] =>
  lines.map(({ text, isBold, ink }, i) =>
    drawText(x, middle + (i - (lines.length - 1) / 2) * LINE + 4, text, { isBold, ink }),
  );

const drawBracket = ({ side }: BridgeGroup, x: number, top: number, bottom: number): string =>
  `<path d="M${px(x - 5)},${px(top)}h5V${px(bottom)}h-5" stroke="${COLOURS[side.tone].ink}" stroke-width="1.5" fill="none"/>`;

// ---- narrow -------------------------------------------------------------------------------------------------

const STACKED = 34;

function drawNarrow(task: Task): Drawn {
  const { data, groups, scale, width } = task;
  const plot = [10, width] as const;
  const parts = [drawText(width, 11, data.direction, { size: 11, anchor: 'end', ink: SOFT })];
  let y = 16;
  parts.push(narrowTotal(task, plot, data.from, y));
  y += STACKED;
  for (const group of groups) {
    const { ink } = COLOURS[group.side.tone];
    const top = y;
    parts.push(...narrowHead(task, group, y));
    y += 36;
    for (const bar of group.bars) {
      const text = data.formatChange(bar.amountOre);
      parts.push(
        drawText(10, y + 12, fitText(bar.label, SIZE, width - 26 - textWidth(text, SIZE))),
        drawText(width, y + 12, text, { anchor: 'end' }),
        drawStep(task, plot, { bar, tone: group.side.tone, y: y + 17, height: 9 }, `${bar.label}: ${text}`),
      );
      y += STACKED;
    }
    parts.push(drawLine([2, top + 3, 2, y - 4], { ink, width: 2 }), narrowTotal(task, plot, group.to, y));
    y += STACKED;
  }
  if (scale.isBroken)
    parts.push(
      ...wrapText(data.broken, 11, width).map((line, i) =>
        drawText(0, y + 10 + i * LINE, line, { size: 11, ink: SOFT }),
      ),
    );
  return {
    body: parts.join('\n'),
    height: y + (scale.isBroken ? wrapText(data.broken, 11, width).length * LINE : 0) + 2,
  };
}

function narrowHead({ data, width }: Task, { side, sumOre }: BridgeGroup, y: number): string[] {
  return [
    drawText(10, y + 14, side.label, { isBold: true, ink: COLOURS[side.tone].ink }),
    drawText(width, y + 14, data.formatChange(sumOre), { isBold: true, anchor: 'end' }),
    drawText(10, y + 28, fitText(side.answers, 11, width - 10), { size: 11, ink: SOFT }),
  ];
}

function narrowTotal(
  task: Task,
  plot: readonly [number, number],
  total: BridgeData['from'],
  y: number,
): string {
  const text = task.data.format(total.amountOre);
  const box = { x: 0, y: y + 16, width: Math.max(onPlot(task, plot, total.amountOre), 1), height: 11 };
  return [
    drawText(0, y + 12, total.label, { isBold: true }),
    drawText(task.width, y + 12, text, { isBold: true, anchor: 'end' }),
    drawBox(box, COLOURS.neither.fill, `${total.label}: ${text}`),
    task.scale.isBroken ? drawBreak(12, y + 16, 11) : '',
  ].join('');
}
