// The funding models that can be followed: the one in force, and every other that has adopted prices.

import type { Finding } from '../findings/finding.ts';
import type { Financing, FundingModel } from '../model/financing.ts';
import type { Location } from '../model/location.ts';
import type { ModelPrices } from '../tables/financing.ts';
import { NO_BASE_YEAR } from './ground.ts';
import type { Funding } from './paid.ts';
import { priceBook } from './price-book.ts';

export type Fundings = {
  readonly inForce: Funding | undefined;
  /** The one in force among them, in the order in which the model names them. */
  readonly all: readonly Funding[];
  readonly findings: readonly Finding[];
};

/**
 * Models with their prices. One without price rules of its own is tried out at the prices in force; one that has rules
 * and no adopted prices cannot be tried out, and one in force that pays by activity cannot be followed without prices.
 */
export function fundingsOf(financing: Financing, prices: readonly ModelPrices[]): Fundings {
  const byModel = new Map(prices.map((list) => [list.model, list]));
  const inForcePrices = byModel.get(financing.inForce);
  const findings: Finding[] = [];
  const all = financing.models.flatMap((rules): Funding[] => {
    const own = byModel.get(rules.name) ?? (rules.prices ? undefined : inForcePrices);
    if (own || rules.kind === 'frame') return [fundingOf(rules, own)];
    findings.push(rules.name === financing.inForce ? noPrices(financing, rules) : notTried(financing, rules));
    return [];
  });
  return { inForce: all.find(({ rules }) => rules.name === financing.inForce), all, findings };
}

const fundingOf = (rules: FundingModel, prices: ModelPrices | undefined): Funding => ({
  ...{ rules, book: priceBook(prices), base: prices?.base ?? NO_BASE_YEAR },
  costYear: prices?.periods[0]?.prices.costYear,
});

const whereIs = ({ file, line, column }: Location, key: string): Finding['where'] => ({
  ...{ file, line, position: column, key },
});

const noPrices = ({ year }: Financing, { name, at }: FundingModel): Finding => ({
  rule: 'financing/no-prices',
  severity: 'error',
  message: `the model in force, "${name}", pays by activity, and no prices are adopted for ${year}`,
  remedy: `Adopt them: "innsats prices adopt --date <day>" writes prices/${year}.yaml.`,
  where: whereIs(at, name),
});

const notTried = ({ year }: Financing, { name, at }: FundingModel): Finding => ({
  rule: 'financing/not-tried-out',
  severity: 'note',
  message: `the model "${name}" has price rules of its own and no adopted prices, so it is not tried out`,
  remedy: `Adopt prices for it: prices/${year}-${name}.yaml.`,
  where: whereIs(at, name),
});
