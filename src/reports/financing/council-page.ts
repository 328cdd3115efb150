// The council's page: all units, what the purchaser and the politicians answer for and what the providers and the
// administration answer for kept apart, the largest deviation first.

import type { Language } from '../../words/language.ts';
import { absentFrame } from './absent-frame.ts';
import { bridgeSection } from './bridge-of-month.ts';
import { compareSections } from './compare-section.ts';
import { councilFinding } from './council-finding.ts';
import { keyFigures } from './key-figures.ts';
import { freshnessText, periodText, statusText } from './month-labels.ts';
import { heldAt, heldUntil, type MonthlyReport, monthsAt, monthsUntil, unitsOf } from './monthly-report.ts';
import { drawPage, drawTable } from './page-parts.ts';
import { settlementView } from './settlement-view.ts';
import { correctionsSection, deeperFooter, findingsSection, standingFindings } from './surroundings.ts';
import { sumMonths } from './totals.ts';
import { unitRows } from './unit-rows.ts';
import { whoseSection } from './whose-section.ts';

/** The page as text. */
export function councilPage(report: MonthlyReport, language: Language): string {
  const finding = councilFinding(report, language);
  const all = sumMonths(monthsUntil(report), heldUntil(report));
  const ofMonth = sumMonths(monthsAt(report), heldAt(report));
  const units = unitsOf(report);
  const rows = unitRows(report, language);
  const description = `${finding.title} ${finding.below}`;
  const head = {
    where: [report.model.municipality.name, periodText(report, language), statusText(report, language)],
    title: finding.title,
    lead: finding.below,
    freshness: freshnessText(report, language),
  };
  const settlement = settlementView(report, language);
  const body = [
    keyFigures({ soFar: all, ofMonth, month: report.month, absent: absentFrame(report) }, language),
    whoseSection({ rows, all, absent: absentFrame(report) }, description, language),
    bridgeSection(all, description, language),
    compareSections(report, language),
    settlement.rows.length > 0 ? `<section>${drawTable('settlement', settlement)}</section>` : '',
    findingsSection(report, standingFindings(report), units, language),
    // Also of units that are no more, and of frames that purchasers hold.
    correctionsSection(
      report,
      report.corrections.map(({ unit }) => unit),
      language,
    ),
    deeperFooter(
      rows.slice(0, 2).map(({ unit }) => `innsats explain variance:${unit}`),
      language,
    ),
  ];
  return drawPage(head, body.filter(Boolean).join('\n'), language);
}
