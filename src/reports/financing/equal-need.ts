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
  ZERO,
} from '../../money/fraction.ts';
import type { DistrictGrant } from '../../run/month/district-grants.ts';
import { sayFinancing } from '../../words/financing-texts.ts';
import type { Language } from '../../words/language.ts';
import { say } from '../../words/report-texts.ts';
import { serviceName, type View } from '../result-views.ts';
import { oneDecimal, quantity, withPlus } from './figures.ts';
import { sayMeasures } from './measure-words.ts';
import type { MonthlyReport } from './monthly-report.ts';
import { drawFigures, drawPair, drawSection, drawTable } from './page-parts.ts';
import type { ServiceQuantities } from './unit-quantities.ts';

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

/** A service with its districts, and what the differences are worth at the mean price of what was paid for. */
type NeedService = {
  readonly service: string;
  readonly rows: readonly NeedRow[];
  readonly worthOre: Fraction;
};

/** Services with a picture; the rest stand in one table. */
const MOST_PICTURES = 4;

/** The services with the dearest differences as pictures, all others in a table; empty text where no district is known. */
export function equalNeedSections(
  report: MonthlyReport,
  services: readonly ServiceQuantities[],
  language: Language,
): string {
  const known = needServices(report, services);
  if (known.length === 0) return '';
  const pictures = known.slice(0, MOST_PICTURES).map((each) => drawService(report, each, language));
  const rest = known.slice(MOST_PICTURES);
  const table = rest.length > 0 ? drawTable('need-others', otherNeedsView(report, rest, language)) : '';
  return drawPair(pictures) + (table ? `<section>${table}</section>` : '');
}

/** The services that districts differ in, those whose differences are worth most first. */
function needServices(report: MonthlyReport, services: readonly ServiceQuantities[]): NeedService[] {
  return [...Map.groupBy(report.districtGrants ?? [], ({ service }) => service)]
    .map(([service, grants]): NeedService => {
      const rows = needRows(grants);
      const priced = services.find((each) => each.service === service);
      const above = rows.reduce((sum, { fromMeanParts: parts }) => (parts > 0n ? sum + parts : sum), 0n);
      const isPriced = priced !== undefined && priced.paidParts > 0n;
      const worthOre = isPriced ? fraction(above * priced.earnedOre, priced.paidParts) : ZERO;
      return { service, rows, worthOre };
    })
    .filter(({ rows }) => rows.some(({ fromMeanParts }) => fromMeanParts !== 0n))
    .sort((a, b) => compare(b.worthOre, a.worthOre));
}

function drawService(report: MonthlyReport, { service, rows }: NeedService, language: Language): string {
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
  const figures = drawFigures(
    `${data.id}-figures`,
    needView(report, service, { title, rows }, language),
    language,
  );
  return drawSection(title, '', drawDots(data, 360) + figures);
}

/** The other services: the district that got most and the one that got least for the same need. */
export function otherNeedsView(
  { model }: MonthlyReport,
  services: readonly Pick<NeedService, 'service' | 'rows'>[],
  language: Language,
): View {
  const text = ({ district, index }: NeedRow): string => `${district} ${oneDecimal(index, language)}`;
  return {
    caption: sayFinancing('equalNeedOthers', language),
    columns: [
      left(say('service', language)),
      left(sayFinancing('mostForNeed', language)),
      left(sayFinancing('leastForNeed', language)),
    ],
    rows: services.map(({ service, rows }) => [
      serviceName(model, service, language),
      text(rows[0]!),
      text(rows.at(-1)!),
    ]),
  };
}

/** The picture's table, with what the difference is in hours or days. */
function needView(
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
