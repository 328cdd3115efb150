// Adopting writes prices down: a dated text file with exact and published prices and the run that they came from.
// Financing reads adopted prices, never a costing run.

import { stringify } from 'yaml';
import { type Fraction, roundHalfAway, toDecimal } from '../money/fraction.ts';
import type { PricedPool, PriceList } from '../tables/prices.ts';

/** "91771/1": øre as an exact fraction, in text that no reader takes for a floating-point number. */
const exactText = ({ num, den }: Fraction): string => `${num}/${den}`;
const kronerText = (amountOre: bigint): string => toDecimal({ num: amountOre, den: 100n }, 2);

/**
 * `date` is the day of the decision ("2025-12-11"), `run` the id of the run, `from` the month of a later decision
 * ("2026-07"), `pools` what the prices are made of.
 */
export type Decision = {
  readonly date: string;
  readonly run: string;
  readonly from?: string;
  readonly pools?: readonly PricedPool[];
};

/**
 * The text of prices/<year>.yaml. The same list and decision give the same bytes; `readAdoptedPrices` reads them back.
 */
export function adoptPrices(list: PriceList, { date, run, from, pools }: Decision): string {
  const content = {
    year: list.priceYear,
    'cost-year': list.costYear,
    adopted: date,
    ...(from === undefined ? {} : { from }),
    run,
    ...(pools === undefined ? {} : { pools: pools.map(({ pool, paidAs }) => ({ pool, 'paid-as': paidAs })) }),
    prices: list.prices.map(({ kind, service, level, measure, publishedOre, exact }) => ({
      kind,
      service,
      ...(level === '' ? {} : { level }),
      measure,
      price: kronerText(publishedOre),
      exact: exactText(exact),
    })),
    'base-grants': list.baseGrants.map(({ unit, publishedOre, exact }) => ({
      unit,
      amount: kronerText(publishedOre),
      exact: exactText(exact),
    })),
    supplements: list.supplements.map(({ name, service, unit, amount }) => ({
      name,
      service,
      unit,
      amount: kronerText(roundHalfAway(amount)),
      exact: exactText(amount),
    })),
  };
  const heading = `# Adopted prices for ${list.priceYear}, found on the accounts of ${list.costYear}. price and amount are kroner;\n# exact is øre as a fraction, before rounding. To change a price, adopt again from another run.\n`;
  return heading + stringify(content, { lineWidth: 0, defaultStringType: 'PLAIN' });
}
