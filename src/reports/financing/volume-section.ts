// Volumes as pictures and table: more or fewer users, more or less each, at what price.

import { drawMonthLines, type MonthLinesData, type MonthSeries } from '../../charts/month-lines.ts';
import { left, right } from '../../charts/text-table.ts';
import type { Fraction } from '../../money/fraction.ts';
import { partsPerMeasure } from '../../tables/activity.ts';
import type { QuantityState } from '../../tables/financing.ts';
import { type FinancingTextKey, sayFinancing } from '../../words/financing-texts.ts';
import type { Language } from '../../words/language.ts';
import { monthInitial, monthName } from '../../words/months.ts';
import { say } from '../../words/report-texts.ts';
import { serviceName, type View } from '../result-views.ts';
import { quantity, rate } from './figures.ts';
import { sayMeasures } from './measure-words.ts';
import type { MonthlyReport } from './monthly-report.ts';
import { drawFigures, drawSection } from './page-parts.ts';
import type { ServiceQuantities } from './unit-quantities.ts';

/** How a state is drawn; the purchaser grants, the provider delivers. */
const SERIES: readonly (Pick<MonthSeries, 'tone' | 'look'> & {
  readonly state: QuantityState;
  readonly key: FinancingTextKey;
})[] = [
  { state: 'budget', key: 'budget', tone: 'neither', look: 'dashed' },
  { state: 'granted', key: 'granted', tone: 'purchaser', look: 'thin' },
  { state: 'delivered', key: 'delivered', tone: 'provider', look: 'thick' },
];

/** Budget, granted and delivered of a service by month. */
function volumeData(report: MonthlyReport, of: ServiceQuantities, language: Language): MonthLinesData {
  const measure = sayMeasures(of.measure, language);
  const title = sayFinancing('volumesTitle', language, {
    service: serviceName(report.model, of.service, language),
    measure,
  });
  const months = Array.from({ length: report.month }, (_, i) => i + 1);
  const series = SERIES.map(({ state, key, tone, look }): MonthSeries => {
    const values = of.byMonth.get(state) ?? [];
    return { label: sayFinancing(key, language).toLowerCase(), tone, look, values };
  });
  const format = (parts: bigint): string => quantity(parts, of.measure, language);
  return {
    id: `volumes-${of.service}`,
    title,
    description: `${series
      .filter(({ values }) => values.length > 0)
      .map(({ label, values }) => `${label} ${format(values.at(-1) ?? 0n)}`)
      .join(', ')} (${monthName(report.month, language)}).`,
    months: months.map((month) => monthInitial(month, language)),
    series,
    format,
  };
}

/** The table of the picture: a row per month. */
function volumeMonthView(data: MonthLinesData, language: Language): View {
  const shown = data.series.filter(({ values }) => values.some((value) => value !== undefined));
  return {
    caption: data.title,
    columns: [left(sayFinancing('month', language)), ...shown.map(({ label }) => right(label))],
    rows: data.months.map((_, i) => [
      monthName(i + 1, language),
      ...shown.map(({ values }) => (values[i] === undefined ? '' : data.format(values[i]))),
    ]),
  };
}

/** A picture of each of the services given, each with its table; none of January alone, which has no line to draw. */
export const volumePictures = (
  report: MonthlyReport,
  services: readonly ServiceQuantities[],
  language: Language,
): string[] =>
  (report.month === 1 ? [] : services).map((of) => {
    const data = volumeData(report, of, language);
    const figures = drawFigures(`${data.id}-figures`, volumeMonthView(data, language), language);
    return drawSection(data.title, '', drawMonthLines(data, 360) + figures);
  });

const averageOf = (users: Fraction | undefined, language: Language): string =>
  users && users.num > 0n ? rate({ num: users.num * 100n, den: users.den }, language) : '';

/** Every service: budget, granted, delivered, financed, users beside those budgeted, price, and the unit's own cost of the base year beside it. */
export function serviceView(
  report: MonthlyReport,
  services: readonly ServiceQuantities[],
  unit: string | undefined,
  language: Language,
): View {
  const costs = (report.serviceCosts ?? []).filter((each) => unit === undefined || each.unit === unit);
  const states = ['budget', 'granted', 'delivered'] as const;
  const isPaid = services.some(({ paidParts }) => paidParts !== 0n);
  return {
    caption: `${sayFinancing('services', language)}, ${sayFinancing('soFar', language)}`,
    columns: [
      left(say('service', language)),
      left(''),
      ...states.map((state) => right(sayFinancing(state, language))),
      ...(isPaid ? [right(sayFinancing('paidQuantity', language))] : []),
      right(sayFinancing('users', language)),
      right(sayFinancing('inBudget', language)),
      ...(isPaid ? [right(sayFinancing('price', language))] : []),
      ...(costs.length > 0 ? [right(sayFinancing('unitCost', language))] : []),
    ],
    rows: services.map((of) => {
      const cost = costs.filter(({ service }) => service === of.service);
      return [
        serviceName(report.model, of.service, language),
        sayMeasures(of.measure, language),
        ...states.map((state) => partsText(of.parts.get(state), of.measure, language)),
        ...(isPaid ? [partsText(of.paidParts, of.measure, language)] : []),
        averageOf(of.users.get('delivered') ?? of.users.get('granted'), language),
        averageOf(of.users.get('budget'), language),
        ...(isPaid ? [priceText(of, language)] : []),
        ...(costs.length > 0 ? [unitCostText(cost, of.measure, language)] : []),
      ];
    }),
  };
}

const partsText = (parts: bigint | undefined, measure: string, language: Language): string =>
  parts === undefined ? '' : quantity(parts, measure, language);

/** "918"; "2 710–3 350" where levels or months have several; "918 + 131" with a supplement. */
function priceText({ prices, supplement }: ServiceQuantities, language: Language): string {
  if (!prices) return '';
  const [low, high] = prices.map((price) => rate(price, language));
  const price = low === high ? low! : `${low}–${high}`;
  return supplement ? `${price} + ${rate(supplement, language)}` : price;
}

function unitCostText(
  costs: readonly { readonly costOre: bigint; readonly parts: bigint }[],
  measure: string,
  language: Language,
): string {
  const parts = costs.reduce((sum, each) => sum + each.parts, 0n);
  if (parts <= 0n) return '';
  const ore = costs.reduce((sum, each) => sum + each.costOre, 0n);
  return rate({ num: ore * partsPerMeasure(measure), den: parts }, language);
}
