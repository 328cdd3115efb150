// What a costing run shows people, as plain tables of text: the same for terminal and page. A ratio's total is
// recomputed from its parts, never summed.

import { left, right, type TextColumn, type TextRow } from '../charts/text-table.ts';
import { type Model, WHOLE_MUNICIPALITY } from '../model/model.ts';
import { pickText } from '../model/pick-text.ts';
import { formatAmount, formatQuantity, formatRate } from '../money/amount-text.ts';
import { byKey } from '../money/apportion.ts';
import { type Fraction, fraction } from '../money/fraction.ts';
import { partsPerMeasure } from '../tables/activity.ts';
import type { CostObject, Costs } from '../tables/costs.ts';
import { END_KINDS } from '../tables/network.ts';
import type { Price, PriceList } from '../tables/prices.ts';
import type { Language } from '../words/language.ts';
import { say, sayMeasure } from '../words/report-texts.ts';

/** A table as people see it: what it shows, its columns, its rows. */
export type View = {
  readonly caption: string;
  readonly columns: readonly TextColumn[];
  readonly rows: readonly TextRow[];
};

const kroner = (amountOre: bigint, language: Language): string =>
  formatAmount(amountOre, { language, decimals: 0 });
const rate = (value: Fraction | undefined, language: Language): string =>
  value ? formatRate(value, { language, decimals: 2 }) : '';

/** The service in the reader's language, its id where the model does not know it. */
export const serviceName = (model: Model, id: string, language: Language): string => {
  const service = model.services.find((candidate) => candidate.id === id);
  return service ? pickText(service.name, language, id) : id;
};
/** "Nursing home – dementia"; the service alone where it has no levels. */
export const serviceAndLevel = (
  model: Model,
  { service, level }: { readonly service: string; readonly level: string },
  language: Language,
): string => serviceName(model, service, language) + (level ? ` – ${level}` : '');

/** The unit as people call it: by its id where the model has none, the municipality's name for all of it. */
export const unitName = (model: Model, id: string): string =>
  model.units.find((unit) => unit.id === id)?.name ??
  (id === WHOLE_MUNICIPALITY ? model.municipality.name : id);

/** Provider-answered øre of an object that is paid by price or base grant. */
const providerOre = (object: CostObject): bigint =>
  object.costs.reduce(
    (sum, { strand, amountOre }) => (strand.answers === 'provider' ? sum + amountOre : sum),
    0n,
  );

/**
 * Unit costs by service; below each that several units or levels give, those units and levels. A service's own figures
 * are recomputed from its parts.
 */
export function unitCostView(model: Model, costs: Costs, language: Language): View {
  const rows: TextRow[] = servicesInOrder(model, costs).flatMap((service) => {
    const objects = costs.objects.filter((object) => object.service === service);
    const only = objects.length === 1 ? ` · ${unitName(model, objects[0]!.unit)}` : '';
    const head = unitCostRow(serviceName(model, service, language) + only, objects, language);
    if (objects.length === 1) return [head];
    return [
      head,
      ...objects.map((object) => unitCostRow(`${INDENT}${placeName(model, object)}`, [object], language)),
    ];
  });
  const total = costs.objects.reduce((sum, object) => sum + object.amountOre, 0n);
  const columns = [
    left(`${say('service', language)} · ${say('unit', language).toLowerCase()}`),
    right(say('volume', language)),
    left(''),
    right(`${say('cost', language)}, kr`),
    right(`${say('unitCost', language)}, kr`),
    right(`${say('providerCost', language)}, kr`),
  ];
  return {
    caption: say('unitCosts', language, { year: model.years.cost }),
    columns,
    rows: [...rows, 'rule', [say('total', language), '', '', kroner(total, language), '', '']],
  };
}

const INDENT = '\u2003';

const placeName = (model: Model, { unit, level }: CostObject): string =>
  level === '' ? unitName(model, unit) : `${unitName(model, unit)} · ${level}`;

function servicesInOrder(model: Model, costs: Costs): readonly string[] {
  const used = new Set(costs.objects.map(({ service }) => service));
  const known = model.services.map(({ id }) => id).filter((id) => used.has(id));
  return [...known, ...[...used].filter((id) => !known.includes(id)).sort(byKey)];
}

const perMeasure = (amountOre: bigint, parts: bigint, measure: string): Fraction | undefined =>
  parts === 0n || measure === '' ? undefined : fraction(amountOre * partsPerMeasure(measure), parts);

/** Volume, cost and cost per measure of objects of one service together. */
function unitCostRow(label: string, objects: readonly CostObject[], language: Language): string[] {
  const measure = objects[0]!.measure;
  const sum = (amount: (object: CostObject) => bigint): bigint =>
    objects.reduce((total, object) => total + amount(object), 0n);
  const [parts, amountOre] = [sum(({ parts }) => parts), sum((object) => object.amountOre)];
  const cost = kroner(amountOre, language);
  if (measure === '') return [label, '', say('open', language), cost, '', ''];
  const volume = formatQuantity(parts, { language, partsPerMeasure: partsPerMeasure(measure) });
  return [
    label,
    parts === 0n ? say('noVolume', language) : volume,
    sayMeasure(measure, language),
    cost,
    rate(perMeasure(amountOre, parts, measure), language),
    rate(perMeasure(sum(providerOre), parts, measure), language),
  ];
}

/** Both prices of every service and level, with supplements and what rounding costs in a year. */
export function priceView(model: Model, list: PriceList, language: Language): View {
  const keyOf = ({ service, level }: Price): string => `${service}/${level}`;
  const ofKind = (kind: Price['kind']) =>
    new Map(list.prices.filter((price) => price.kind === kind).map((price) => [keyOf(price), price]));
  const [financing, full] = [ofKind('financing'), ofKind('full-cost')];
  const published = (price: Price | undefined): string =>
    price ? rate(fraction(price.publishedOre), language) : '–';
  const rows = [...new Map([...full, ...financing])].map(([key, price]) => [
    serviceAndLevel(model, price, language),
    sayMeasure(price.measure, language),
    published(financing.get(key)),
    published(full.get(key)),
    supplementText(model, list, price.service, language),
    financing.has(key) ? kroner(financing.get(key)!.roundingEffectOre, language) : '–',
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

/**
 * The name of an end as people read it; the model's own names are its own words, those of "to: not-in-price",
 * "financing: true" and internal sales are ours.
 */
export function endName(name: string, language: Language): string {
  if (name === 'not in price') return say('notInPrice', language);
  if (name === 'financing') return say('financingItself', language);
  const sale = /^internal sales (.+)$/s.exec(name)?.[1];
  return sale === undefined ? name : say('internalSales', language, { name: sale });
}

const END_KIND_TEXTS = {
  unused: 'unused',
  parked: 'parked',
  'not-costed': 'notCosted',
  external: 'external',
} as const;

/** What kind of end other than a service: "Parked". */
export const sayEndKind = (kind: keyof typeof END_KIND_TEXTS, language: Language): string =>
  say(END_KIND_TEXTS[kind], language);

/** Everything that reached no service, by kind and name, with the sum that closes the ledger. */
export function remainderView(model: Model, costs: Costs, language: Language): View {
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
        sayEndKind(kind, language),
        endName(name, language),
        unit ? unitName(model, unit) : '',
        kroner(amountOre, language),
      ]),
      [say('services', language), '', '', kroner(services, language)],
      'rule',
      [say('ledger', language), '', '', kroner(services + aside, language)],
    ],
  };
}
