// What a bridge shows, row by row, for the picture and for its table: totals, the lines that lead from one to the
// next, and the tiny ones gathered in one. Amounts are øre; a line of −5 takes the level up by 5, since the total
// that follows is what was before less what is left over.

import { largerFirst, magnitude, sumOre } from '../money/ore.ts';
import type { Responsibility } from './responsibility.ts';

export type BridgeTotal = { readonly label: string; readonly amountOre: bigint };
export type BridgeLine = { readonly label: string; readonly amountOre: bigint };

/** The lines between two totals, with the name of their sum and of those who answer for it. */
export type BridgeSide = {
  readonly label: string;
  readonly answers: string;
  readonly tone: Responsibility;
  readonly lines: readonly BridgeLine[];
};

export type BridgeData = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly from: BridgeTotal;
  readonly steps: readonly { readonly side: BridgeSide; readonly to: BridgeTotal }[];
  /** Writes a total: "77 500". */
  readonly format: (amountOre: bigint) => string;
  /** Writes a line or a sum of lines with its sign: "−6 312", "+97". */
  readonly formatChange: (amountOre: bigint) => string;
  /** Names gathered lines: 4 → "other, 4 lines". */
  readonly other: (lines: number) => string;
  /** Says which way is dearer: "more money out →". */
  readonly direction: string;
  /** Said below where the bars do not begin at zero. */
  readonly broken: string;
};

/** A line or several tiny ones in one; `isUnseen` where it is too small to be drawn at all and stands in the table only. */
type Gathered = BridgeLine & { readonly gathered: readonly BridgeLine[]; readonly isUnseen: boolean };
/** A bar from one level to another; `gathered` are the tiny lines inside it. */
export type BridgeBar = Gathered & { readonly fromOre: bigint; readonly toOre: bigint };
export type BridgeGroup = {
  readonly side: BridgeSide;
  /** Every line, those that are drawn and those that are unseen. */
  readonly bars: readonly BridgeBar[];
  readonly sumOre: bigint;
  readonly to: BridgeTotal;
};

/** Lines below this part of the picture's span are gathered, where there are at least two of a side. */
const TINY = 50n;
/** A side has at most this many bars; the smallest are gathered beyond it. */
const MOST_BARS = 6;
/** One alone is left out of the picture when it is below this part: less than a pixel. */
const UNSEEN = 1000n;

/** The bars that are drawn. */
export const seenBars = ({ bars }: BridgeGroup): BridgeBar[] => bars.filter(({ isUnseen }) => !isUnseen);

/** The bars of every side in order of the lines given; zero lines are left out, tiny ones stand together last. */
export function bridgeGroups({ from, steps, other }: BridgeData): BridgeGroup[] {
  const all = [from.amountOre, ...steps.map(({ to }) => to.amountOre)];
  for (const { side } of steps) all.push(...side.lines.map(({ amountOre }) => from.amountOre - amountOre));
  const span = all.reduce((most, level) => (level > most ? level : most)) - all.reduce(least);
  let level = from.amountOre;
  return steps.map(({ side, to }) => {
    const bars = gatherTiny(side.lines, span, other).map((line): BridgeBar => {
      const bar = { ...line, fromOre: level, toOre: level - line.amountOre };
      level = bar.toOre;
      return bar;
    });
    level = to.amountOre;
    return { side, bars, sumOre: sumOre(side.lines.map(({ amountOre }) => amountOre)), to };
  });
}

const least = (a: bigint, b: bigint): bigint => (b < a ? b : a);

function gatherTiny(
  lines: readonly BridgeLine[],
  span: bigint,
  other: (lines: number) => string,
): Gathered[] {
  const present = lines.filter(({ amountOre }) => amountOre !== 0n);
  const bySize = [...present].sort((a, b) => largerFirst(a.amountOre, b.amountOre));
  const room = present.length > MOST_BARS ? MOST_BARS - 1 : MOST_BARS;
  const tiny = present.filter(
    (line) => magnitude(line.amountOre) * TINY < span || bySize.indexOf(line) >= room,
  );
  const isGathered = tiny.length > 1;
  const kept = present.filter((line) => !isGathered || !tiny.includes(line));
  const alone = kept.map((line) => {
    const isUnseen = magnitude(line.amountOre) * UNSEEN < span;
    return { ...line, gathered: [], isUnseen };
  });
  if (!isGathered) return alone;
  const amountOre = sumOre(tiny.map((line) => line.amountOre));
  return [...alone, { label: other(tiny.length), amountOre, gathered: tiny, isUnseen: false }];
}

/** A row of the bridge's table; `depth` 1 is a line of a side, 2 a line inside a gathered one. */
export type BridgeRow = {
  readonly label: string;
  readonly amountOre: bigint;
  readonly kind: 'total' | 'sum' | 'line';
  readonly depth: 0 | 1 | 2;
};

/** Every number of the picture, and every line that it gathers. */
export function bridgeRows(data: BridgeData): BridgeRow[] {
  const sides = bridgeGroups(data).flatMap(({ side, bars, sumOre: amountOre, to }): BridgeRow[] => [
    { label: `${side.label} (${side.answers})`, amountOre, kind: 'sum', depth: 0 },
    ...bars.flatMap((bar): BridgeRow[] => [
      { label: bar.label, amountOre: bar.amountOre, kind: 'line', depth: 1 },
      ...bar.gathered.map((line): BridgeRow => ({ ...line, kind: 'line', depth: 2 })),
    ]),
    { ...to, kind: 'total', depth: 0 },
  ]);
  return [{ ...data.from, kind: 'total', depth: 0 }, ...sides];
}
