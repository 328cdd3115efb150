// The purchaser's page: what was paid for beside the frame and why, service by service with what was granted and not
// delivered, unit by unit, and whether districts with the same need were granted the same.

import { left, right, type TextRow } from '../../charts/text-table.ts';
import { sayFinancing } from '../../words/financing-texts.ts';
import type { Language } from '../../words/language.ts';
import { unitName, type View } from '../result-views.ts';
import { absentFrame } from './absent-frame.ts';
import { purchaserBridgeSection } from './bridge-of-month.ts';
import { equalNeedSections } from './equal-need.ts';
import { signedThousands, thousands } from './figures.ts';
import { keyFigures, PURCHASER_FIGURES } from './key-figures.ts';
import { freshnessText, periodText, statusText } from './month-labels.ts';
import { heldAt, type MonthlyReport, monthsAt } from './monthly-report.ts';
import { drawPage, drawPair, drawTable } from './page-parts.ts';
import { purchaserFinding, purchaserTotals, unitsOfPurchaser } from './purchaser-finding.ts';
import { purchasedServices, purchasedView, totalNotDelivered } from './purchaser-services.ts';
import { correctionsSection, deeperFooter, findingsOfAny, findingsSection } from './surroundings.ts';
import { sumMonths, type Totals } from './totals.ts';
import { type UnitRow, unitRows } from './unit-rows.ts';
import { volumePictures } from './volume-section.ts';

/** Services with a picture of their own. */
const MOST_PICTURES = 4;

/** The page as text; the purchaser must buy of a unit that is financed in the report's months. */
export function purchaserPage(report: MonthlyReport, purchaser: string, language: Language): string {
  const units = unitsOfPurchaser(report, purchaser);
  const totals = purchaserTotals(report, purchaser);
  const services = purchasedServices(report, units);
  const finding = purchaserFinding(report, purchaser, totalNotDelivered(services), language);
  const ofMonth = sumMonths(
    monthsAt(report).filter(({ unit }) => units.includes(unit)),
    heldAt(report, purchaser),
  );
  const head = {
    where: [
      report.model.municipality.name,
      unitName(report.model, purchaser),
      periodText(report, language),
      statusText(report, language),
    ],
    title: finding.title,
    lead: finding.below,
    freshness: freshnessText(report, language),
  };
  const rows = unitRows(report, language, { units, only: 'activity' });
  const body = [
    keyFigures(
      { soFar: totals, ofMonth, month: report.month, absent: absentFrame(report) },
      language,
      PURCHASER_FIGURES,
    ),
    purchaserBridgeSection(totals, `${finding.title} ${finding.below}`, language),
    `<section>${drawTable('services', purchasedView(report, services, totals.earnedOre, language))}</section>`,
    drawPair(volumePictures(report, services.slice(0, MOST_PICTURES), language)),
    `<section>${drawTable('units', purchasedUnitsView(report, rows, totals, language))}</section>`,
    equalNeedSections(report, services, language),
    findingsSection(report, findingsOfAny(report, [purchaser, ...units]), units, language),
    correctionsSection(report, [purchaser, ...units], language),
    deeperFooter(
      rows.slice(0, 2).map(({ unit }) => `innsats explain activity:${unit}`),
      language,
    ),
  ];
  return drawPage(head, body.filter(Boolean).join('\n'), language);
}

/** The units that the purchaser buys of: who runs them, frame, paid for, activity variance and its reason. */
export function purchasedUnitsView(
  report: MonthlyReport,
  rows: readonly UnitRow[],
  all: Totals,
  language: Language,
): View {
  const held = sayFinancing(absentFrame(report).short, language);
  const cells = ({ frameOre, earnedOre, activityOre }: Totals): string[] => [
    frameOre === undefined ? held : thousands(frameOre, language),
    thousands(earnedOre, language),
    activityOre === undefined ? held : signedThousands(activityOre, language),
  ];
  const provision = (unit: string): string =>
    sayFinancing(report.model.units.find(({ id }) => id === unit)?.provision ?? 'own', language);
  return {
    caption: sayFinancing('unitsTitle', language),
    columns: [
      left(sayFinancing('unit', language)),
      left(sayFinancing('provision', language)),
      ...(['frame', 'paidFor', 'activityVariance'] as const).map((key) => right(sayFinancing(key, language))),
      left(sayFinancing('reason', language)),
    ],
    rows: [
      ...rows.map(
        ({ unit, name, totals, reason }): TextRow => [name, provision(unit), ...cells(totals), reason],
      ),
      'rule',
      [sayFinancing('total', language), '', ...cells(all), ''],
    ],
  };
}
