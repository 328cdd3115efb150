// One level of an explanation: a figure, how it came about, and the lines that add up to it, to the øre.

import { byKey } from '../money/apportion.ts';
import { largerFirst, sumOre } from '../money/ore.ts';

/** At most this many lines a level; what does not fit is one line, "n more". */
export const MOST_LINES = 20;

/** `figure` is what to explain next; `detail` is what else the reader wants to see of the line. */
export type ExplainLine = {
  readonly label: string;
  readonly amountOre: bigint;
  readonly detail?: string;
  readonly figure?: string;
};

/** Σ lines = totalOre, exactly. `rule` says in words how the lines make the figure. */
export type ExplainLevel = {
  readonly figure: string;
  readonly title: string;
  readonly rule: string;
  readonly totalOre: bigint;
  readonly lines: readonly ExplainLine[];
};

/** What was asked for is no figure of the run; the message names the nearest ones. */
export class UnknownFigure extends Error {
  override readonly name = 'UnknownFigure';
}

/** Lines with an amount (or something to say), the largest by magnitude first, equal ones in order of label. */
export const largestFirst = (lines: readonly ExplainLine[]): ExplainLine[] =>
  lines
    .filter(({ amountOre, detail }) => amountOre !== 0n || detail !== undefined)
    .sort((a, b) => largerFirst(a.amountOre, b.amountOre) || byKey(a.label, b.label));

/** The largest lines, the rest drawn together as one: "12 more". */
export function cutLines(lines: readonly ExplainLine[], most = MOST_LINES): ExplainLine[] {
  const sorted = largestFirst(lines);
  if (sorted.length <= most) return sorted;
  return [...sorted.slice(0, most - 1), moreLine(sorted.slice(most - 1))];
}

const moreLine = (rest: readonly ExplainLine[]): ExplainLine => ({
  label: `${rest.length} more`,
  amountOre: sumOre(rest.map(({ amountOre }) => amountOre)),
});

/** A level from all of its lines; its total is their sum. */
export function levelOf(
  head: Omit<ExplainLevel, 'lines' | 'totalOre'>,
  lines: readonly ExplainLine[],
): ExplainLevel {
  const totalOre = sumOre(lines.map(({ amountOre }) => amountOre));
  return { ...head, totalOre, lines: cutLines(lines) };
}
