// The shadow page: models side by side, who gains and who loses before anyone has acted, and how it would have gone month
// by month. For those who choose a model, before they choose it.

import { type DotsData, drawDots } from '../../charts/dots.ts';
import { drawMonthBars, type MonthBarsData } from '../../charts/month-bars.ts';
import { left, right, type TextRow } from '../../charts/text-table.ts';
import { sayFinancing } from '../../words/financing-texts.ts';
import type { Language } from '../../words/language.ts';
import { monthInitial, monthName } from '../../words/months.ts';
import type { View } from '../result-views.ts';
import { signedThousands } from './figures.ts';
import { freshnessText, periodText, statusText } from './month-labels.ts';
import type { MonthlyReport } from './monthly-report.ts';
import { drawBothWidths, drawFigures, drawPage, drawSection, drawTable } from './page-parts.ts';
import { shadowFinding } from './shadow-finding.ts';
import { isMoved, modelName, otherModels, type ShadowRow, shadowRows } from './shadow-rows.ts';
import { shadowView } from './shadow-view.ts';
import { deeperFooter } from './surroundings.ts';

/** The page as text; says so where no other model has been tried. */
export function shadowPage(report: MonthlyReport, language: Language): string {
  const others = otherModels(report);
  const finding = shadowFinding(report, language);
  const head = {
    where: [
      report.model.municipality.name,
      sayFinancing('shadow', language),
      periodText(report, language),
      statusText(report, language),
    ],
    title: finding.title,
    lead: finding.below,
    freshness: freshnessText(report, language),
  };
  const body = [
    ...others.map((other) => modelSections(report, other, language)),
    deeperFooter(
      others.map((other) => `innsats run --model ${other}`),
      language,
    ),
  ];
  return drawPage(head, body.join('\n'), language);
}

function modelSections(report: MonthlyReport, other: string, language: Language): string {
  const rows = shadowRows(report, other);
  const moving = rows.filter(isMoved);
  return [
    beforeSection(report, other, moving, language),
    monthsSection(report, other, moving, language),
    `<section>${drawTable(`shadow-${other}`, shadowView(report, other, language))}</section>`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** Per unit two dots, earned − own cost under the model in force (hollow) and under the other (filled). */
function beforeData(
  report: MonthlyReport,
  other: string,
  rows: readonly ShadowRow[],
  language: Language,
): DotsData {
  const known = rows.flatMap(({ name, before }) => (before ? [{ name, before }] : []));
  const dot = (amountOre: bigint) => ({
    value: Number(amountOre),
    text: signedThousands(amountOre, language),
  });
  return {
    id: `before-${other}`,
    title: sayFinancing('beforeAnyone', language),
    description: `${known.map(({ name, before }) => `${name} ${signedThousands(before.otherOre, language)}`).join(', ')}.`,
    tone: 'purchaser',
    mainName: modelName(report, other, language),
    besideName: `${modelName(report, report.year.model, language)}, ${sayFinancing('inForce', language)}`,
    rows: known.map(({ name, before }) => ({
      label: name,
      main: dot(before.otherOre),
      beside: dot(before.inForceOre),
    })),
    reference: { value: 0, text: sayFinancing('coversCost', language) },
  };
}

function beforeSection(
  report: MonthlyReport,
  other: string,
  rows: readonly ShadowRow[],
  language: Language,
): string {
  const data = beforeData(report, other, rows, language);
  if (data.rows.length === 0) return '';
  const picture = drawBothWidths((width, suffix) => drawDots({ ...data, id: `${data.id}-${suffix}` }, width));
  return drawSection(data.title, sayFinancing('thousandKroner', language), picture);
}

/** Small multiples: per unit what the other model would have paid more or less, month by month. */
function swingData(
  report: MonthlyReport,
  other: string,
  rows: readonly ShadowRow[],
  language: Language,
): MonthBarsData {
  const moving = rows.filter(({ months }) => months.some((amount) => amount !== 0n));
  const format = (amountOre: bigint): string => signedThousands(amountOre, language);
  return {
    id: `swing-${other}`,
    title: sayFinancing('overTheYear', language, { model: modelName(report, other, language) }),
    description: `${moving.map(({ name, soFarOre }) => `${name} ${format(soFarOre)}`).join(', ')}.`,
    tone: 'purchaser',
    months: Array.from({ length: report.month }, (_, i) => monthInitial(i + 1, language)),
    panels: moving.map(({ name, soFarOre, months }) => ({
      label: name,
      sum: format(soFarOre),
      values: months,
    })),
    format,
  };
}

function monthsSection(
  report: MonthlyReport,
  other: string,
  rows: readonly ShadowRow[],
  language: Language,
): string {
  const data = swingData(report, other, rows, language);
  if (data.panels.length === 0) return '';
  const picture = drawBothWidths((width, suffix) =>
    drawMonthBars({ ...data, id: `${data.id}-${suffix}` }, width),
  );
  const figures = drawFigures(`${data.id}-figures`, swingView(data, language), language);
  return drawSection(data.title, sayFinancing('thousandKroner', language), picture + figures);
}

/** The table of the small multiples: a row per month, a column per unit, the sum last. */
function swingView(data: MonthBarsData, language: Language): View {
  const rows = data.months.map(
    (_, i): TextRow => [
      monthName(i + 1, language),
      ...data.panels.map(({ values }) => data.format(values[i] ?? 0n)),
    ],
  );
  return {
    caption: data.title,
    columns: [left(sayFinancing('month', language)), ...data.panels.map(({ label }) => right(label))],
    rows: [...rows, 'rule', [sayFinancing('total', language), ...data.panels.map(({ sum }) => sum)]],
  };
}
