// Unit comparison: what one measure cost at sister units, those with the same services, beside what it earned. Sums are
// divided here and nowhere before.

import { type DotsData, drawDots } from '../../charts/dots.ts';
import { left, right } from '../../charts/text-table.ts';
import { compare, subtract, toDecimal } from '../../money/fraction.ts';
import { sayFinancing } from '../../words/financing-texts.ts';
import type { Language } from '../../words/language.ts';
import { sayMeasure } from '../../words/report-texts.ts';
import { serviceName, unitName, type View } from '../result-views.ts';
import { rate, withPlus } from './figures.ts';
import { type MonthlyReport, unitsOf } from './monthly-report.ts';
import { drawBothWidths, drawFigures, drawSection } from './page-parts.ts';
import { type CostPerMeasure, costPerMeasure, serviceQuantities } from './unit-quantities.ts';

/** Units with the same services, of which at least two can be compared; the dearest first. */
export type Sisters = {
  readonly services: readonly string[];
  readonly units: readonly (CostPerMeasure & { readonly unit: string })[];
};

/** Groups of sister units in the report's months so far. */
export function sisters(report: MonthlyReport): Sisters[] {
  const known = unitsOf(report).flatMap((unit) => {
    const services = serviceQuantities(report, [unit]);
    const per = costPerMeasure(report, unit, services);
    return per ? [{ ...per, unit, services: services.map(({ service }) => service).sort() }] : [];
  });
  const groups = Map.groupBy(known, ({ services }) => services.join('\u0000'));
  return [...groups.values()]
    .filter((units) => units.length > 1)
    .map((units) => ({
      services: units[0]!.services,
      units: units.sort((a, b) => compare(b.cost, a.cost)),
    }));
}

/** The dots of one group: spent filled, earned hollow. */
function compareData({ model }: MonthlyReport, { services, units }: Sisters, language: Language): DotsData {
  const names = services.map((service) => serviceName(model, service, language)).join(' + ');
  const dot = (value: CostPerMeasure['cost']) => ({
    value: Number(toDecimal(value, 0)),
    text: rate(value, language),
  });
  return {
    id: `compare-${services.join('-')}`,
    title: sayFinancing('compareTitle', language, {
      service: names,
      measure: sayMeasure(units[0]!.measure, language),
    }),
    description: `${units.map(({ unit, cost }) => `${unitName(model, unit)} ${rate(cost, language)}`).join(', ')}.`,
    tone: 'provider',
    mainName: sayFinancing('costPer', language),
    besideName: sayFinancing('earnedPer', language),
    rows: units.map(({ unit, cost, earned }) => ({
      label: unitName(model, unit),
      main: dot(cost),
      beside: dot(earned),
    })),
  };
}

/** The picture's table. */
function compareView({ model }: MonthlyReport, { units }: Sisters, data: DotsData, language: Language): View {
  return {
    caption: data.title,
    columns: [
      left(sayFinancing('unit', language)),
      right(sayFinancing('costPer', language)),
      right(sayFinancing('earnedPer', language)),
      right(sayFinancing('difference', language)),
    ],
    rows: units.map(({ unit, cost, earned }) => [
      unitName(model, unit),
      rate(cost, language),
      rate(earned, language),
      withPlus(rate(subtract(earned, cost), language)),
    ]),
  };
}

/** A section for every group of sister units. */
export const compareSections = (report: MonthlyReport, language: Language): string =>
  sisters(report)
    .map((group) => {
      const data = compareData(report, group, language);
      const picture = drawBothWidths((width, suffix) =>
        drawDots({ ...data, id: `${data.id}-${suffix}` }, width),
      );
      const figures = drawFigures(`${data.id}-figures`, compareView(report, group, data, language), language);
      return drawSection(data.title, '', picture + figures);
    })
    .join('\n');
