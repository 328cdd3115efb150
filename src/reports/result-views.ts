// What a costing run shows people, as plain tables of text: the same for terminal and page. A ratio's total is
// recomputed from its parts, never summed.

import type { TextColumn, TextRow } from '../charts/text-table.ts';
import { describePlace, type Finding } from '../findings/finding.ts';
import type { Model, Service } from '../model/model.ts';
import { pickText } from '../model/pick-text.ts';
import { formatAmount, formatQuantity, formatRate } from '../money/amount-text.ts';
import { byKey } from '../money/apportion.ts';
import { type Fraction, fraction } from '../money/fraction.ts';
import { partsPerMeasure } from '../tables/activity.ts';
import type { CostObject, Costs } from '../tables/costs.ts';
import { END_KINDS } from '../tables/network.ts';
import type { PriceList } from '../tables/prices.ts';
import type { Language } from '../words/language.ts';
import { say, sayMeasure } from '../words/report-texts.ts';

/** A table as people see it: what it shows, its columns, its rows. */
export type View = {
  readonly caption: string;
  readonly columns: readonly TextColumn[];
  readonly rows: readonly TextRow[];
};

const right = (title: string): TextColumn => ({ title, align: 'right' });
const left = (title: string): TextColumn => ({ title });
const kroner = (amountOre: bigint, language: Language): string =>
  formatAmount(amountOre, { language, decimals: 0 });
const rate = (value: Fraction | undefined, language: Language): string =>
  value ? formatRate(value, { language, decimals: 2 }) : '';

export const serviceName = (model: Model, id: string, language: Language): string => {
  const service = model.services.find((candidate) => candidate.id === id);
  return service ? pickText(service.name, language, id) : id;
};
export const unitName = (model: Model, id: string): string =>
  model.units.find((unit) => unit.id === id)?.name ?? (id === 'municipality' ? model.municipality.name : id);

/** Provider-answered øre of an object that is paid by price or base grant. */
export const providerOre = (object: CostObject): bigint =>
  object.costs.reduce(
    (sum, { strand, amountOre }) => (strand.answers === 'provider' ? sum + amountOre : sum),
    0n,
  );

/** Unit costs by service, unit and level, with a recomputed total per service that several units give. */
export function unitCostView(model: Model, costs: Costs, language: Language): View {
  const hasLevels = costs.objects.some((object) => object.level !== '');
  const rows: TextRow[] = [];
  for (const service of servicesInOrder(model, costs)) {
    const objects = costs.objects.filter((object) => object.service === service.id);
    for (const object of objects) rows.push(unitCostRow(model, object, hasLevels, language));
    if (objects.length > 1) rows.push(serviceTotal(model, objects, hasLevels, language));
  }
  const total = costs.objects.reduce((sum, object) => sum + object.amountOre, 0n);
  rows.push('rule', fillRow([say('total', language)], hasLevels, ['', '', kroner(total, language), '', '']));
  const columns = [
    left(say('service', language)),
    left(say('unit', language)),
    ...(hasLevels ? [left(say('level', language))] : []),
    right(say('volume', language)),
    left(say('measure', language)),
    right(`${say('cost', language)}, kr`),
    right(`${say('unitCost', language)}, kr`),
    right(`${say('providerCost', language)}, kr`),
  ];
  return { caption: say('unitCosts', language, { year: model.years.cost }), columns, rows };
}

const fillRow = (names: string[], hasLevels: boolean, cells: string[]): string[] => {
  const leading = hasLevels ? 3 : 2;
  return [...names, ...Array<string>(leading - names.length).fill(''), ...cells];
};

function servicesInOrder(model: Model, costs: Costs): readonly { id: string }[] {
  const used = new Set(costs.objects.map((object) => object.service));
  const known: readonly Pick<Service, 'id'>[] = model.services.filter((service) => used.has(service.id));
  const unknown = [...used].filter((id) => !known.some((service) => service.id === id)).sort(byKey);
  return [...known, ...unknown.map((id) => ({ id }))];
}

const perMeasure = (amountOre: bigint, { parts, measure }: Pick<CostObject, 'parts' | 'measure'>) =>
  parts === 0n || measure === '' ? undefined : fraction(amountOre * partsPerMeasure(measure), parts);

function unitCostRow(model: Model, object: CostObject, hasLevels: boolean, language: Language): string[] {
  const names = [serviceName(model, object.service, language), unitName(model, object.unit)];
  const cost = kroner(object.amountOre, language);
  if (object.measure === '')
    return fillRow([...names, ''].slice(0, hasLevels ? 3 : 2), hasLevels, [
      '',
      say('open', language),
      cost,
      '',
      '',
    ]);
  const volume = formatQuantity(object.parts, { language, partsPerMeasure: partsPerMeasure(object.measure) });
  return fillRow(hasLevels ? [...names, object.level] : names, hasLevels, [
    object.parts === 0n ? say('noVolume', language) : volume,
    sayMeasure(object.measure, language),
    cost,
    rate(perMeasure(object.amountOre, object), language),
    rate(perMeasure(providerOre(object), object), language),
  ]);
}

function serviceTotal(
  model: Model,
  objects: readonly CostObject[],
  hasLevels: boolean,
  language: Language,
): string[] {
  const first = objects[0]!;
  const amountOre = objects.reduce((sum, object) => sum + object.amountOre, 0n);
  const provider = objects.reduce((sum, object) => sum + providerOre(object), 0n);
  const all = { measure: first.measure, parts: objects.reduce((sum, object) => sum + object.parts, 0n) };
  const volume =
    first.measure && formatQuantity(all.parts, { language, partsPerMeasure: partsPerMeasure(all.measure) });
  const name = `${serviceName(model, first.service, language)} – ${say('total', language).toLowerCase()}`;
  return fillRow([name], hasLevels, [
    volume,
    first.measure ? sayMeasure(first.measure, language) : say('open', language),
    kroner(amountOre, language),
    rate(perMeasure(amountOre, all), language),
    rate(perMeasure(provider, all), language),
  ]);
}

/** Both prices of every service and level, with supplements and what rounding costs in a year. */
export function priceView(model: Model, list: PriceList, language: Language): View {
  const full = new Map(
    list.prices
      .filter((price) => price.kind === 'full-cost')
      .map((price) => [`${price.service}/${price.level}`, price]),
  );
  const rows = list.prices
    .filter((price) => price.kind === 'financing')
    .map((price) => [
      serviceName(model, price.service, language) + (price.level ? ` – ${price.level}` : ''),
      sayMeasure(price.measure, language),
      rate(fraction(price.publishedOre), language),
      rate(fraction(full.get(`${price.service}/${price.level}`)?.publishedOre ?? 0n), language),
      supplementText(model, list, price.service, language),
      kroner(price.roundingEffectOre, language),
    ]);
  return {
    caption: say('prices', language, { year: list.priceYear }),
    columns: [
      left(say('service', language)),
      left(say('measure', language)),
      right(`${say('financingPrice', language)}, kr`),
      right(`${say('fullCostPrice', language)}, kr`),
      left(say('supplement', language)),
      right(`${say('roundingEffect', language)}, kr`),
    ],
    rows,
  };
}

const supplementText = (model: Model, list: PriceList, service: string, language: Language): string =>
  list.supplements
    .filter((supplement) => supplement.service === service)
    .map(({ unit, amount }) => `${unitName(model, unit)} +${formatRate(amount, { language, decimals: 0 })}`)
    .join('; ');

/** What units are paid whatever their activity. */
export function baseGrantView(model: Model, list: PriceList, language: Language): View {
  return {
    caption: say('baseGrants', language, { year: list.priceYear }),
    columns: [left(say('unit', language)), right(`${say('amount', language)}, kr`)],
    rows: list.baseGrants.map(({ unit, publishedOre }) => [
      unitName(model, unit),
      kroner(publishedOre, language),
    ]),
  };
}

/** Everything that reached no service, by kind and name, with the sum that closes the ledger. */
export function remainderView(model: Model, costs: Costs, language: Language): View {
  const label = {
    unused: 'unused',
    parked: 'parked',
    'not-costed': 'notCosted',
    external: 'external',
  } as const;
  const ordered = [...costs.remainders].sort(
    (a, b) =>
      END_KINDS.indexOf(a.kind) - END_KINDS.indexOf(b.kind) || byKey(a.name + a.unit, b.name + b.unit),
  );
  const services = costs.objects.reduce((sum, object) => sum + object.amountOre, 0n);
  const aside = ordered.reduce((sum, remainder) => sum + remainder.amountOre, 0n);
  return {
    caption: `${say('remainders', language)} ${model.years.cost}`,
    columns: [
      left(say('kind', language)),
      left(say('reason', language)),
      left(say('unit', language)),
      right(`${say('amount', language)}, kr`),
    ],
    rows: [
      ...ordered.map(({ kind, name, unit, amountOre }) => [
        say(label[kind], language),
        name,
        unit ? unitName(model, unit) : '',
        kroner(amountOre, language),
      ]),
      [say('services', language), '', '', kroner(services, language)],
      'rule',
      [say('ledger', language), '', '', kroner(services + aside, language)],
    ],
  };
}

/** Findings, the gravest first, at most `most` of them; the rest are in the findings table of the run. */
export function findingView(findings: readonly Finding[], language: Language, most = 40): View {
  const order = { error: 0, warning: 1, note: 2 };
  const sorted = [...findings].sort((a, b) => order[a.severity] - order[b.severity] || byKey(a.rule, b.rule));
  const rows: TextRow[] = sorted
    .slice(0, most)
    .map((finding) => [
      finding.severity,
      describePlace(finding.where),
      finding.remedy ? `${finding.message} ${finding.remedy}` : finding.message,
      finding.amountOre === undefined ? '' : kroner(finding.amountOre, language),
    ]);
  if (sorted.length > most) rows.push(['', '', say('more', language, { n: sorted.length - most }), '']);
  return {
    caption: say('findings', language),
    columns: [
      left(say('severity', language)),
      left(say('where', language)),
      left(say('what', language)),
      right(`${say('amount', language)}, kr`),
    ],
    rows,
  };
}
