// The monthly page of a unit, one sheet: what went beyond and why, the bridge from frame to spending, volumes and prices,
// where the hours go, and what must be read beside the figures.

import { bridgeGroups, seenBars } from '../../charts/bridge-rows.ts';
import { sayFinancing } from '../../words/financing-texts.ts';
import type { Language } from '../../words/language.ts';
import { sayMeasure } from '../../words/report-texts.ts';
import { unitName } from '../result-views.ts';
import { absentFrame } from './absent-frame.ts';
import { bridgeData, bridgeSection } from './bridge-of-month.ts';
import { rate } from './figures.ts';
import { hoursSection } from './hours-section.ts';
import { keyFigures } from './key-figures.ts';
import { freshnessText, periodText, statusText } from './month-labels.ts';
import { type MonthlyReport, monthsAt, monthsUntil } from './monthly-report.ts';
import { type SheetContent, sheetFactor } from './one-sheet.ts';
import { drawPage, drawPair, drawTable, paragraph } from './page-parts.ts';
import {
  commentSection,
  correctionsSection,
  deeperFooter,
  findingsOf,
  findingsSection,
  MOST_FINDINGS,
} from './surroundings.ts';
import { sumMonths, type Totals } from './totals.ts';
import { unitFinding } from './unit-finding.ts';
import {
  costPerMeasure,
  isFrameFinanced,
  type ServiceQuantities,
  serviceQuantities,
} from './unit-quantities.ts';
import { serviceView, volumePictures } from './volume-section.ts';

/** Services with a picture of their own; the rest stand in the table. */
const MOST_PICTURES = 2;

/** The page as text; the unit must be financed in the report's months. */
export function unitPage(report: MonthlyReport, unit: string, language: Language): string {
  const months = monthsUntil(report, unit);
  const totals = sumMonths(months);
  const finding = unitFinding(report, unit, language);
  const services = serviceQuantities(report, [unit]);
  const head = {
    where: [
      report.model.municipality.name,
      unitName(report.model, unit),
      periodText(report, language),
      statusText(report, language),
    ],
    title: finding.title,
    lead: finding.below,
    freshness: freshnessText(report, language),
    sheet: sheetFactor(sheetContent(report, { unit, services, totals })),
  };
  const hours = hoursSection(report, totals.staffing, services, language);
  const beside =
    findingsSection(report, findingsOf(report, unit), [unit], language) +
    correctionsSection(report, [unit], language);
  const comment = commentSection(report, unit, language);
  const pictures = volumePictures(report, services.slice(0, MOST_PICTURES), language);
  const isSingle = pictures.length < MOST_PICTURES;
  const body = [
    keyFigures(
      {
        soFar: totals,
        ofMonth: sumMonths(monthsAt(report, unit)),
        month: report.month,
        absent: absentFrame(report),
      },
      language,
    ),
    bridgeSection(totals, `${finding.title} ${finding.below}`, language),
    drawPair(isSingle ? [...pictures, hours] : pictures),
    `<section>${drawTable('services', serviceView(report, services, unit, language))}${costSentence(report, unit, services, language)}</section>`,
    ...(isSingle ? [drawPair([beside, comment])] : [drawPair([hours, beside]), comment]),
    deeperFooter(
      [`innsats explain variance:${unit}`, `innsats explain earned:${unit}@${report.month}`],
      language,
    ),
  ];
  return drawPage(head, body.filter(Boolean).join('\n'), language);
}

function sheetContent(
  report: MonthlyReport,
  {
    unit,
    services,
    totals,
  }: { readonly unit: string; readonly services: readonly ServiceQuantities[]; readonly totals: Totals },
): SheetContent {
  const ofUnit = ({ unit: each }: { readonly unit: string }): boolean => each === unit;
  const comments = report.comments.filter((comment) => ofUnit(comment) && comment.month === report.month);
  return {
    bars: bridgeGroups(bridgeData(totals, 'bridge', '', 'en')).flatMap(seenBars).length,
    services: services.length,
    findings: Math.min(findingsOf(report, unit).length, MOST_FINDINGS),
    corrections: report.corrections.filter(ofUnit).length,
    comment: comments.reduce((sum, { text }) => sum + text.length, 0),
  };
}

/** What a measure cost and earned, and whether its quantity is what the unit is paid for. */
function costSentence(
  report: MonthlyReport,
  unit: string,
  services: readonly ServiceQuantities[],
  language: Language,
): string {
  const frame = isFrameFinanced(report, unit) ? sayFinancing('frameFinanced', language) : '';
  const per = costPerMeasure(report, unit, services);
  if (!per) return paragraph(frame, 'under');
  const kroner = (value: typeof per.cost): string => `${rate(value, language)}\u00a0kr`;
  const text = sayFinancing('costAndFinancing', language, {
    measure: sayMeasure(per.measure, language),
    cost: kroner(per.cost),
    earned: kroner(per.earned),
  });
  return paragraph(`${text} ${frame}`.trim(), 'under');
}
