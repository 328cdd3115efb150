// Granting at equal need: what each district was granted of a service per unit of need, the municipality's mean being
// 100. A district above 100 got more than others with the same need.

import { type DotsData, drawDots } from '../../charts/dots.ts';
import { left, right } from '../../charts/text-table.ts';
import {
  compare,
  divide,
  type Fraction,
  fraction,
  multiply,
  roundHalfAway,
  toDecimal,
} from '../../money/fraction.ts';
import { sayFinancing } from '../../words/financing-texts.ts';
import type { Language } from '../../words/language.ts';
import { serviceName, type View } from '../result-views.ts';
import { oneDecimal, quantity, withPlus } from './figures.ts';
import { sayMeasures } from './measure-words.ts';
import type { DistrictGrant, MonthlyReport } from './monthly-report.ts';
import { drawBothWidths, drawFigures, drawSection } from './page-parts.ts';

export type NeedRow = {
  readonly district: string;
  readonly grantedParts: bigint;
  /** granted per need ÷ the mean, × 100. */
  readonly index: Fraction;
  /** Parts above (positive) or below what the mean would have given. */
  readonly fromMeanParts: bigint;
};

/**
 * The districts of one service, the best served first; those without need are left out.
 * @example 120 h at need 10 and 180 h at need 20: the mean is 10 h → 120 and 90, +20 h and −20 h
 */
export function needRows(grants: readonly DistrictGrant[]): NeedRow[] {
  const known = grants.filter(({ needWeight }) => needWeight > 0n);
  const parts = known.reduce((sum, { grantedParts }) => sum + grantedParts, 0n);
  const need = known.reduce((sum, { needWeight }) => sum + needWeight, 0n);
  if (parts <= 0n) return [];
  const mean = fraction(parts, need);
  return known
    .map(({ district, grantedParts, needWeight }) => ({
      district,
      grantedParts,
      index: multiply(divide(fraction(grantedParts, needWeight), mean), fraction(100n)),
      fromMeanParts: grantedParts - roundHalfAway(multiply(mean, fraction(needWeight))),
    }))
    .sort((a, b) => compare(b.index, a.index));
}

/** A section per service that districts are known of; empty text where none is. */
export function equalNeedSections(report: MonthlyReport, language: Language): string {
  const services = [...Map.groupBy(report.districtGrants ?? [], ({ service }) => service)];
  return services
    .map(([service, grants]) => drawService(report, service, needRows(grants), language))
    .join('\n');
}

function drawService(
  report: MonthlyReport,
  service: string,
  rows: readonly NeedRow[],
  language: Language,
): string {
  if (rows.length === 0) return '';
  const title = sayFinancing('equalNeed', language, {
    service: serviceName(report.model, service, language),
  });
  const data: DotsData = {
    id: `need-${service}`,
    title,
    description: `${rows.map(({ district, index }) => `${district} ${oneDecimal(index, language)}`).join(', ')}.`,
    tone: 'purchaser',
    mainName: sayFinancing('needIndex', language),
    rows: rows.map(({ district, index }) => ({
      label: district,
      main: { value: Number(toDecimal(index, 2)), text: oneDecimal(index, language) },
    })),
    reference: { value: 100, text: sayFinancing('meanIs', language) },
  };
  const picture = drawBothWidths((width, suffix) => drawDots({ ...data, id: `${data.id}-${suffix}` }, width));
  const figures = drawFigures(
    `${data.id}-figures`,
    needView(report, service, { title, rows }, language),
    language,
  );
  return drawSection(title, '', picture + figures);
}

/** The picture's table, with what the difference is in hours or days. */
export function needView(
  { model }: MonthlyReport,
  service: string,
  { title, rows }: { readonly title: string; readonly rows: readonly NeedRow[] },
  language: Language,
): View {
  const measure = model.services.find(({ id }) => id === service)?.measure ?? '';
  return {
    caption: title,
    columns: [
      left(sayFinancing('district', language)),
      right(`${sayFinancing('granted', language)}, ${sayMeasures(measure, language)}`),
      right(sayFinancing('needIndex', language)),
      right(sayFinancing('fromMean', language)),
    ],
    rows: rows.map(({ district, grantedParts, index, fromMeanParts }) => [
      district,
      quantity(grantedParts, measure, language),
      oneDecimal(index, language),
      withPlus(quantity(fromMeanParts, measure, language)),
    ]),
  };
}
