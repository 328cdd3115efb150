// How each price is made up, and what settling a forecast price against the actual one comes to.

import type { TextRow } from '../charts/text-table.ts';
import type { Model } from '../model/model.ts';
import { formatAmount, formatNumber, formatQuantity, formatRate } from '../money/amount-text.ts';
import { divide, type Fraction, fraction, multiply, subtract } from '../money/fraction.ts';
import type { TrueUpLine } from '../prices/true-up.ts';
import { partsPerMeasure } from '../tables/activity.ts';
import type { Price, PriceList, PricePart } from '../tables/prices.ts';
import type { Language } from '../words/language.ts';
import { say, sayMeasure, sayNature } from '../words/report-texts.ts';
import { serviceAndLevel, unitName, type View } from './result-views.ts';

/** Every financing price by nature: cost × growth ÷ volume, less supplements, and rounding; lines add up to the price. */
export function priceMakeUpView(model: Model, list: PriceList, language: Language): View {
  const rows = list.prices
    .filter(({ kind }) => kind === 'financing')
    .flatMap((price) => makeUp(model, list, price, language));
  return {
    caption: say('priceMakeUp', language),
    columns: [
      { title: say('service', language) },
      { title: '' },
      { title: `${say('cost', language)} ${list.costYear}, kr`, align: 'right' },
      { title: say('growth', language), align: 'right' },
      { title: say('volume', language), align: 'right' },
      { title: 'kr', align: 'right' },
    ],
    rows,
  };
}

/** A level's parts are the whole service's, over its whole volume, × the level's weight ÷ the mean weight. */
function makeUp(model: Model, list: PriceList, price: Price, language: Language): TextRow[] {
  const rate = (value: Fraction): string => formatRate(value, { language, decimals: 2 });
  const name = serviceAndLevel(model, price, language);
  const scale = partsPerMeasure(price.measure);
  const wholeParts = list.prices
    .filter(({ kind, service }) => kind === price.kind && service === price.service)
    .reduce((sum, { volumeParts }) => sum + volumeParts, 0n);
  const volume = `${formatQuantity(wholeParts, { language, partsPerMeasure: scale })} ${sayMeasure(price.measure, language)}`;
  const weightOf = ({ costOre, growth, perMeasure }: PricePart): string => {
    const average = multiply(multiply(fraction(costOre), growth), fraction(scale, wholeParts));
    const weight = divide(perMeasure, average);
    return weight.num === weight.den ? '' : ` × ${formatNumber(weight, { language, decimals: 4 })}`;
  };
  const lines = price.parts.map((part): string[] => [
    '',
    sayNature(part.nature, language),
    formatAmount(part.costOre, { language, decimals: 0 }),
    `× ${formatNumber(part.growth, { language, decimals: 4 })}`,
    `÷ ${volume}${weightOf(part)}`,
    rate(part.perMeasure),
  ]);
  const { num, den } = price.supplementsPerMeasure;
  const supplement =
    num === 0n ? [] : [['', say('supplement', language), '', '', '', rate({ num: -num, den })]];
  const effect = subtract(fraction(price.publishedOre), price.exact);
  return [
    [name, '', '', '', '', rate(fraction(price.publishedOre))],
    ...lines,
    ...supplement,
    ...(effect.num === 0n ? [] : [['', say('rounding', language), '', '', '', rate(effect)]]),
  ];
}

/** Per service and unit: forecast and actual price, volume, and what is paid or claimed. */
export function trueUpView(
  model: Model,
  lines: readonly TrueUpLine[],
  year: number,
  language: Language,
): View {
  const kroner = (amountOre: bigint): string => formatAmount(amountOre, { language });
  const measureOf = (id: string): string =>
    model.services.find((service) => service.id === id)?.measure ?? '';
  const total = lines.reduce((sum, { amountOre }) => sum + amountOre, 0n);
  return {
    caption: say('trueUp', language, { year }),
    columns: [
      { title: say('service', language) },
      { title: say('unit', language) },
      { title: say('volume', language), align: 'right' },
      { title: say('forecast', language), align: 'right' },
      { title: say('actual', language), align: 'right' },
      { title: `${say('amount', language)}, kr`, align: 'right' },
    ],
    rows: [
      ...lines.map((line) => [
        serviceAndLevel(model, line, language),
        unitName(model, line.unit),
        formatQuantity(line.parts, { language, partsPerMeasure: partsPerMeasure(measureOf(line.service)) }),
        kroner(line.forecastOre),
        kroner(line.actualOre),
        kroner(line.amountOre),
      ]),
      'rule' as const,
      [say('total', language), '', '', '', '', kroner(total)],
    ],
  };
}
