// The title of a purchaser's month: how far what it paid for went beyond its frame and why, and below it where, and what
// was granted and not delivered.

import { compare, type Fraction, roundHalfAway, ZERO } from '../../money/fraction.ts';
import { magnitude } from '../../money/ore.ts';
import { sayFinancing } from '../../words/financing-texts.ts';
import type { Language } from '../../words/language.ts';
import { unitName } from '../result-views.ts';
import { deviation, millions } from './figures.ts';
import { lineCause } from './line-name.ts';
import { heldUntil, type MonthlyReport, monthsUntil, unitsOf } from './monthly-report.ts';
import { sumMonths, type Totals } from './totals.ts';
import { causesOf, type MonthFinding } from './unit-finding.ts';
import { largestRows, type UnitRow, unitRows } from './unit-rows.ts';

/** Within a two-hundredth of the frame, the purchaser is said to have kept it. */
const NEGLIGIBLE = 200n;

/** The units that a purchaser buys of, private ones and bought places among them. */
export const unitsOfPurchaser = (report: MonthlyReport, purchaser: string): string[] =>
  unitsOf(report).filter((unit) =>
    report.year.months.some((month) => month.unit === unit && month.purchaser === purchaser),
  );

/** The purchasers of the report's months, in order of the model's units; units without one have no purchaser's page. */
export function purchasersOf({ model, year, month }: MonthlyReport): string[] {
  const used = new Set(year.months.filter((each) => each.month <= month).map(({ purchaser }) => purchaser));
  used.delete('');
  const known = model.units.map(({ id }) => id).filter((id) => used.has(id));
  return [...known, ...[...used].filter((id) => !known.includes(id)).sort()];
}

/** The totals of a purchaser so far, with the frames that it holds itself. */
export function purchaserTotals(report: MonthlyReport, purchaser: string): Totals {
  const units = unitsOfPurchaser(report, purchaser);
  const months = monthsUntil(report).filter(({ unit }) => units.includes(unit));
  return sumMonths(months, heldUntil(report, purchaser));
}

/** "The purchaser unit paid for 4.7 million kr more than the frame: there were more users than budgeted." */
export function purchaserFinding(
  report: MonthlyReport,
  purchaser: string,
  grantedNotDelivered: Fraction,
  language: Language,
): MonthFinding {
  const totals = purchaserTotals(report, purchaser);
  const units = unitsOfPurchaser(report, purchaser);
  const rows = unitRows(report, language, { units, only: 'activity' });
  const below = [largestUnits(rows, language), notDelivered(grantedNotDelivered, language)];
  return { title: titleOf(report, purchaser, totals, language), below: below.filter(Boolean).join(' ') };
}

function titleOf(report: MonthlyReport, purchaser: string, totals: Totals, language: Language): string {
  const unit = unitName(report.model, purchaser);
  const { activityOre, frameOre = 0n } = totals;
  if (activityOre === undefined || magnitude(activityOre) * NEGLIGIBLE <= magnitude(frameOre))
    return sayFinancing('paidAsFrame', language, { unit });
  const units = unitsOfPurchaser(report, purchaser);
  const months = monthsUntil(report).filter((month) => units.includes(month.unit));
  const [cause] = causesOf(totals, months, 'activity');
  return sayFinancing(activityOre < 0n ? 'paidMore' : 'paidLess', language, {
    unit,
    amount: millions(activityOre, language),
    cause: cause ? lineCause(cause.line, cause.since, language) : sayFinancing('causeUnknown', language),
  });
}

function largestUnits(rows: readonly UnitRow[], language: Language): string {
  const size = ({ activityOre = 0n }: Totals): bigint => activityOre;
  const named = largestRows(rows, size).map(
    ({ name, totals, reason }) => `${name} ${deviation(size(totals), language)} (${reason})`,
  );
  return named.length === 0 ? '' : sayFinancing('largest', language, { list: named.join(', ') });
}

function notDelivered(amount: Fraction, language: Language): string {
  if (compare(amount, ZERO) <= 0) return '';
  return sayFinancing('grantedNotDelivered', language, {
    amount: millions(roundHalfAway(amount), language),
  });
}
