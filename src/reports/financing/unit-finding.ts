// The title of a unit's month: what went beyond, by how much, and why; below it what was not the reason. Computed from
// the year so far: the larger of the two variances, and the largest line that pulls its way.

import { largerFirst, magnitude } from '../../money/ore.ts';
import type { UnitMonth } from '../../tables/financing.ts';
import { sayFinancing } from '../../words/financing-texts.ts';
import type { Language } from '../../words/language.ts';
import { unitName } from '../result-views.ts';
import { type AbsentFrame, absentFrame } from './absent-frame.ts';
import { deviation, millions } from './figures.ts';
import { lineCause, type NamedLine, type Variance } from './line-name.ts';
import { type MonthlyReport, monthsUntil } from './monthly-report.ts';
import { type Since, sinceWhen } from './since.ts';
import { sumMonths, type Totals } from './totals.ts';

/** A title, and the line below it that says what was not the reason, or what else was. */
export type MonthFinding = { readonly title: string; readonly below: string };

/** Within a two-hundredth of what was earned, a variance is called none. */
const NEGLIGIBLE = 200n;
/** The other variance is no reason where it is under a hundredth of what was earned and a quarter of the main one. */
const SMALL = 100n;
const SMALL_BESIDE = 4n;
/** A second line is told of from a third of the variance. */
const SECOND = 3n;

/** "Innlandet spent 4.2 mill. kr more than it earned: hours became dearer from May." */
export function unitFinding(report: MonthlyReport, unit: string, language: Language): MonthFinding {
  const months = monthsUntil(report, unit);
  const of = { name: unitName(report.model, unit), absent: absentFrame(report) };
  return findingOf(sumMonths(months), months, of, language);
}

/** The finding of any months together, called `name`; `absent` says why there is no frame; totals and months must be of the same group. */
function findingOf(
  totals: Totals,
  months: readonly UnitMonth[],
  { name, absent }: { readonly name: string; readonly absent: AbsentFrame },
  language: Language,
): MonthFinding {
  const main = mainVariance(totals);
  const other =
    totals.frameOre === undefined
      ? sayFinancing(absent.sentence, language)
      : theOther(totals, months, main, language);
  const below = [...secondCause(totals, months, main, language), other];
  return { title: titleOf(totals, months, { main, name }, language), below: below.filter(Boolean).join(' ') };
}

/** The variance that is larger, whichever way; undefined where both are negligible. */
export function mainVariance(totals: Totals): Variance | undefined {
  const isNone = (amountOre: bigint): boolean =>
    magnitude(amountOre) * NEGLIGIBLE <= magnitude(totals.earnedOre);
  const activity = totals.activityOre ?? 0n;
  if (isNone(activity) && isNone(totals.efficiencyOre)) return undefined;
  return largerFirst(activity, totals.efficiencyOre) < 0 ? 'activity' : 'efficiency';
}

/** A line that pulls the way of its variance, and since when. */
export type Cause = { readonly line: NamedLine; readonly since: Since | undefined };

/** The lines that pull the way of their variance, the largest first, each with since when. */
export function causesOf(totals: Totals, months: readonly UnitMonth[], variance: Variance): Cause[] {
  const amountOre = varianceOf(totals, variance);
  const lines: NamedLine[] =
    variance === 'activity'
      ? totals.activity.map((line) => ({ variance: 'activity', ...line }))
      : totals.efficiency.map((line) => ({ variance: 'efficiency', ...line }));
  return lines
    .filter((line) => line.amountOre < 0n === amountOre < 0n)
    .sort((a, b) => largerFirst(a.amountOre, b.amountOre))
    .map((line) => ({ line, since: sinceWhen(byMonth(months, line)) }));
}

const varianceOf = (totals: Totals, variance: Variance): bigint =>
  variance === 'activity' ? (totals.activityOre ?? 0n) : totals.efficiencyOre;

/** The line's amounts from the first month to the last, all units of a month together. */
function byMonth(months: readonly UnitMonth[], { variance, line }: NamedLine): bigint[] {
  const last = Math.max(0, ...months.map(({ month }) => month));
  const sums = new Array<bigint>(last).fill(0n);
  for (const { month, lines } of months)
    for (const each of lines)
      if (each.variance === variance && each.line === line) sums[month - 1]! += each.amountOre;
  return sums;
}

type Main = { readonly main: Variance | undefined; readonly name: string };

function titleOf(
  totals: Totals,
  months: readonly UnitMonth[],
  { main, name }: Main,
  language: Language,
): string {
  if (!main) {
    const key = totals.frameOre === undefined ? 'balancedWithoutFrame' : 'balanced';
    return sayFinancing(key, language, { unit: name });
  }
  const amountOre = varianceOf(totals, main);
  const cause = causesOf(totals, months, main)[0];
  const [over, under] = TITLES[kindOf(main, cause)];
  return sayFinancing(amountOre < 0n ? over : under, language, {
    unit: name,
    amount: millions(amountOre, language),
    cause: causeText(cause, language),
  });
}

/** Titles of more and of less, by what happened. */
const TITLES = {
  spent: ['spentMore', 'spentLess'],
  did: ['didMore', 'didLess'],
  earned: ['earnedMore', 'earnedLess'],
} as const;

/** The same, said of the variance that is not in the title. */
const ALSO = {
  spent: ['alsoEfficiencyOver', 'alsoEfficiencyUnder'],
  did: ['alsoActivityOver', 'alsoActivityUnder'],
  earned: ['alsoEarnedOver', 'alsoEarnedUnder'],
} as const;

/** Lines of the activity variance that are care given; the others are what was voted, agreed or decided. */
const CARE: ReadonlySet<string> = new Set(['users', 'quantity', 'volume', 'new-service', 'mix']);

/** Nobody has delivered less because the frame was generous, or more because empty places are paid. */
function kindOf(variance: Variance, cause: Cause | undefined): keyof typeof TITLES {
  if (variance === 'efficiency') return 'spent';
  return !cause || CARE.has(cause.line.line) ? 'did' : 'earned';
}

const causeText = (cause: Cause | undefined, language: Language): string =>
  cause ? lineCause(cause.line, cause.since, language) : sayFinancing('causeUnknown', language);

function secondCause(
  totals: Totals,
  months: readonly UnitMonth[],
  main: Variance | undefined,
  language: Language,
): string[] {
  if (!main) return [];
  const second = causesOf(totals, months, main)[1];
  if (!second || magnitude(second.line.amountOre) * SECOND < magnitude(varianceOf(totals, main))) return [];
  const amount = deviation(second.line.amountOre, language);
  return [sayFinancing('alsoCause', language, { amount, cause: causeText(second, language) })];
}

/** What the variance that is not in the title says: that it is no reason, or what it adds or takes away. */
function theOther(
  totals: Totals,
  months: readonly UnitMonth[],
  main: Variance | undefined,
  language: Language,
): string {
  if (!main) return '';
  const other: Variance = main === 'activity' ? 'efficiency' : 'activity';
  const amountOre = varianceOf(totals, other);
  if (amountOre === 0n) return '';
  const size = magnitude(amountOre);
  const isSmall =
    size * SMALL <= magnitude(totals.earnedOre) && size * SMALL_BESIDE <= magnitude(varianceOf(totals, main));
  if (isSmall) {
    const key = other === 'activity' ? 'notActivity' : 'notEfficiency';
    return sayFinancing(key, language, { amount: deviation(amountOre, language) });
  }
  const cause = causesOf(totals, months, other)[0];
  const [over, under] = ALSO[kindOf(other, cause)];
  return sayFinancing(amountOre < 0n ? over : under, language, {
    amount: millions(amountOre, language),
    cause: causeText(cause, language),
  });
}
