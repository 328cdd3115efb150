// The units of a month in order of how far they deviate, each with its totals and the short reason: what the council's
// page, the purchaser's page and the terminal list.

import { largerFirst, magnitude } from '../../money/ore.ts';
import { sayFinancing } from '../../words/financing-texts.ts';
import type { Language } from '../../words/language.ts';
import { monthName } from '../../words/months.ts';
import { unitName } from '../result-views.ts';
import { lineLabel, type Variance } from './line-name.ts';
import { type MonthlyReport, monthsUntil, unitsOf } from './monthly-report.ts';
import { sumMonths, type Totals } from './totals.ts';
import { type Cause, causesOf, mainVariance } from './unit-finding.ts';

/** Øre: 500 kroner. */
const HALF_A_THOUSAND = 50_000n;
const NAMED = 3;

export type UnitRow = {
  readonly unit: string;
  readonly name: string;
  readonly totals: Totals;
  /** The variance that is larger; absent where both are negligible. */
  readonly main?: Variance;
  /** "dearer hours from May"; empty where both variances are negligible. */
  readonly reason: string;
};

/** The larger of the two variances, whichever way, in øre. */
export const deviationOre = ({ activityOre = 0n, efficiencyOre }: Totals): bigint =>
  magnitude(activityOre) > magnitude(efficiencyOre) ? activityOre : efficiencyOre;

/** The units named, or all that are financed; the largest deviation first. `only` looks at one of the variances. */
export function unitRows(
  report: MonthlyReport,
  language: Language,
  { units = unitsOf(report), only }: { readonly units?: readonly string[]; readonly only?: Variance } = {},
): UnitRow[] {
  const rows = units.map((unit): UnitRow => {
    const months = monthsUntil(report, unit);
    const totals = sumMonths(months);
    const main = only ? shownVariance(totals, only) : mainVariance(totals);
    const cause = main ? causesOf(totals, months, main)[0] : undefined;
    return {
      ...{ unit, name: unitName(report.model, unit), totals, reason: reasonText(cause, language) },
      ...(main ? { main } : {}),
    };
  });
  const size = ({ totals }: UnitRow): bigint =>
    only === 'activity' ? (totals.activityOre ?? 0n) : deviationOre(totals);
  return rows.sort((a, b) => largerFirst(size(a), size(b)));
}

/** The variance, unless it is written as 0 thousand kroner. */
function shownVariance(totals: Totals, variance: Variance): Variance | undefined {
  const amountOre = variance === 'activity' ? (totals.activityOre ?? 0n) : totals.efficiencyOre;
  return magnitude(amountOre) < HALF_A_THOUSAND ? undefined : variance;
}

/** The rows that the line below a title names: at most three, each at least a tenth of the first. */
export function largestRows(rows: readonly UnitRow[], size: (totals: Totals) => bigint): UnitRow[] {
  const told = rows.filter(({ main, reason }) => main && reason);
  const most = magnitude(told[0] ? size(told[0].totals) : 0n);
  return told.filter(({ totals }) => magnitude(size(totals)) * 10n >= most).slice(0, NAMED);
}

/** "dearer hours from May" */
function reasonText(cause: Cause | undefined, language: Language): string {
  if (!cause) return '';
  const { line, since } = cause;
  if (!since) return lineLabel(line, language);
  const month = monthName(since.month, language);
  const when = sayFinancing(since.isThisMonthOnly ? 'inMonth' : 'since', language, { month });
  return lineLabel(line, language) + when;
}
