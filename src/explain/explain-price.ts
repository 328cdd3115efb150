// A price by nature, and one nature of it by the cost objects that it averages over.

import { formatAmount, formatNumber, formatQuantity } from '../money/amount-text.ts';
import { roundKeepingSum } from '../money/apportion.ts';
import { add, fraction, gcd, multiply, subtract } from '../money/fraction.ts';
import { readTable } from '../store/result-files.ts';
import { partsPerMeasure } from '../tables/activity.ts';
import { ENDS, NODES, PRICE_PARTS, PRICES } from '../tables/results.ts';
import { fractionIn, wholeIn } from '../tables/row-cells.ts';
import type { Row } from '../tables/schema.ts';
import type { ExplainContext } from './explain-context.ts';
import { figureAddress, objectAddress } from './figure-address.ts';
import { findName } from './find-name.ts';
import { type ExplainLevel, type ExplainLine, levelOf } from './level.ts';

const addressOf = (row: Row): string => figureAddress(row['kind'], row['service'], row['level']);

/** "financing/home-nursing", or with "@wages" one nature of it. */
export async function explainPrice(context: ExplainContext, address: string): Promise<ExplainLevel> {
  const [price = '', nature] = address.split('@');
  const prices = await readTable(context.db, context.runDir, PRICES);
  findName('price', price, prices.map(addressOf));
  const row = prices.find((candidate) => addressOf(candidate) === price)!;
  const parts = (await readTable(context.db, context.runDir, PRICE_PARTS)).filter(
    (part) => addressOf(part) === price,
  );
  if (nature === undefined) return byNature(context, price, row, parts);
  findName(
    `nature in the price ${price}:`,
    nature,
    parts.map((part) => String(part['nature'])),
  );
  return byObject(context, price, row, nature);
}

/** The published price: natures, less what supplements take out, and rounding; whole øre that add up to it. */
function byNature(
  { language = 'en' }: ExplainContext,
  address: string,
  row: Row,
  parts: readonly Row[],
): ExplainLevel {
  const published = wholeIn(row, 'published_ore');
  const supplements = fractionIn(row, 'supplements');
  const entries = [
    ...parts.map((part) => ({
      label: String(part['nature']),
      value: fractionIn(part, 'per_measure'),
      detail: `${formatAmount(wholeIn(part, 'cost_ore'), { language })} kr × growth ${formatNumber(fractionIn(part, 'growth'), { language, decimals: 4 })}`,
      figure: `price:${address}@${part['nature']}`,
    })),
    {
      label: 'taken out for supplements',
      value: fraction(-supplements.num, supplements.den),
      detail: undefined,
      figure: undefined,
    },
  ];
  const sum = entries.reduce((total, { value }) => add(total, value), fraction(0n));
  const all = [
    ...entries,
    {
      label: 'rounding to the published price',
      value: subtract(fraction(published), sum),
      detail: undefined,
      figure: undefined,
    },
  ];
  const common = all.reduce((den, { value }) => (den / gcd(den, value.den)) * value.den, 1n);
  const ore = roundKeepingSum(
    all.map(({ value }) => value.num * (common / value.den)),
    common,
    all.map((_, i) => String(i).padStart(4, '0')),
  );
  const lines = all.map(
    ({ label, detail, figure }, i): ExplainLine => ({
      label,
      amountOre: ore[i]!,
      ...(detail ? { detail } : {}),
      ...(figure ? { figure } : {}),
    }),
  );
  const exact = multiply(fractionIn(row, 'exact'), fraction(1n, 100n));
  const measure = String(row['measure']);
  const volume = formatQuantity(wholeIn(row, 'parts'), {
    language,
    partsPerMeasure: partsPerMeasure(measure),
  });
  return levelOf(
    {
      figure: `price:${address}`,
      title: `Price ${address} ${row['year']}`,
      rule: `Kroner per ${measure}: each nature's cost × growth ÷ the volume of all units and levels, × the level's weight. ${volume} ${measure} at this price, exactly ${formatNumber(exact, { language, decimals: 6 })} kr.`,
    },
    lines,
  );
}

/** One nature's cost of the cost year by the object it stands on; øre of the year, before growth. */
async function byObject(
  context: ExplainContext,
  address: string,
  price: Row,
  nature: string,
): Promise<ExplainLevel> {
  const nodes = new Map(
    (await readTable(context.db, context.runDir, NODES))
      .filter((node) => node['kind'] === 'object' && node['service'] === price['service'])
      .map((node) => [String(node['node']), node]),
  );
  const isFinancing = price['kind'] === 'financing';
  const sums = new Map<string, bigint>();
  for (const end of await readTable(context.db, context.runDir, ENDS)) {
    if (!nodes.has(String(end['node'])) || end['nature'] !== nature) continue;
    if (isFinancing && (end['answers'] !== 'provider' || end['paid_as'] !== 'price')) continue;
    sums.set(String(end['node']), (sums.get(String(end['node'])) ?? 0n) + BigInt(end['amount_ore'] ?? 0));
  }
  const lines = [...sums].map(([key, amountOre]): ExplainLine => {
    const node = nodes.get(key)!;
    const object = objectAddress(node);
    return { label: object, amountOre, figure: `unit-cost:${object}` };
  });
  return levelOf(
    {
      figure: `price:${address}@${nature}`,
      title: `${nature} in the price ${address}`,
      rule: 'Cost of the cost year, before growth, of every unit that gives the service; all levels of it.',
    },
    lines,
  );
}
