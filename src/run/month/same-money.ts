// The same money on both sides: prices were made of some pools, and what units spend is measured over the pools that the
// model names now. Where the two are not the same, nobody's variance is right, and the month is refused.

import { pricedPools } from '../../financing/price-pools.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Financing } from '../../model/financing.ts';
import type { Model } from '../../model/model.ts';
import { variantOf } from '../../model/variant.ts';
import { byKey } from '../../money/apportion.ts';
import { ore, sumOre } from '../../money/ore.ts';
import type { ModelPrices } from '../../tables/financing.ts';
import { accountKey } from '../../tables/ledger.ts';
import type { PricedPool } from '../../tables/prices.ts';
import type { PlacedAccounts } from './financing-input.ts';

/** How many account strings a finding names before it counts the rest. */
const MOST_NAMED = 3;

/**
 * An error for every pool that the adopted prices in force are made of and the model no longer counts as spent, or counts
 * in another way, and for every pool that is counted and in no price, with its account strings of the finance year and
 * what they hold. A pool that nothing stands on makes no difference, unless the model does not have it any more. Price
 * files that do not say their pools are not held against anything; neither is what a pool of the same name takes.
 */
export function sameMoney(
  model: Model,
  prices: readonly ModelPrices[],
  placed: readonly PlacedAccounts[],
): Finding[] {
  const { financing } = model;
  const inForce = prices.find((one) => one.model === financing?.inForce);
  if (!financing || !inForce) return [];
  const counted = wayOf(pricedPools(variantOf(model, financing.inForce)));
  const known = new Set(model.costing.pools.map(({ name }) => name));
  return inForce.periods.flatMap(({ prices: adopted }) => {
    if (!adopted.pools) return [];
    const priced = wayOf(adopted.pools);
    const names = [...new Set([...priced.keys(), ...counted.keys()])].sort(byKey);
    const differing = names
      .filter((pool) => priced.get(pool) !== counted.get(pool))
      .map((pool) => ({ pool, on: accountsOf(pool, placed, financing.year) }))
      .filter(({ pool, on }) => on.length > 0 || !known.has(pool));
    return differing.map(({ pool, on }) =>
      differs(financing, { pool, priced: priced.get(pool), counted: counted.get(pool), on }),
    );
  });
}

type Way = PricedPool['paidAs'] | undefined;

const wayOf = (pools: readonly PricedPool[]): ReadonlyMap<string, PricedPool['paidAs']> =>
  new Map(pools.map(({ pool, paidAs }) => [pool, paidAs]));

/** An account string, and what is posted on it in the finance year; 0 where it is only budgeted. */
type Held = { readonly account: string; readonly postedOre: bigint };

/** The account strings of a pool on which anything is posted or budgeted in the year, in order. */
function accountsOf(pool: string, placed: readonly PlacedAccounts[], year: number): Held[] {
  const rows = placed
    .filter((accounts) => accounts.year === year)
    .flatMap(({ kind, months }) =>
      months
        .filter((one) => one.pool === pool)
        .map((one) => ({ account: accountKey(one), postedOre: kind === 'actual' ? one.amountOre : 0n })),
    );
  return [...Map.groupBy(rows, ({ account }) => account)]
    .map(([account, those]) => ({ account, postedOre: sumOre(those.map(({ postedOre }) => postedOre)) }))
    .sort((a, b) => byKey(a.account, b.account));
}

const SAID: { readonly [way in 'price' | 'base']: string } = {
  price: 'paid by price',
  base: 'paid as base grant',
};

type Differing = {
  readonly pool: string;
  readonly priced: Way;
  readonly counted: Way;
  readonly on: readonly Held[];
};

function differs({ at }: Financing, { pool, priced, counted, on }: Differing): Finding {
  const was = priced
    ? `was ${SAID[priced]} when the prices were adopted`
    : 'was in no price when they were adopted';
  const is = counted ? `is ${SAID[counted]} now` : 'is not counted as spent now';
  const named = on.slice(0, MOST_NAMED).map(({ account }) => account);
  const more = on.length > MOST_NAMED ? ` and ${on.length - MOST_NAMED} more` : '';
  const accounts = on.length === 0 ? '' : ` Its accounts: ${named.join(', ')}${more}.`;
  return {
    rule: 'financing/not-the-same-money',
    severity: 'error',
    message: `the pool "${pool}" ${was}, and ${is}: what units earn and what they spend would not be the same money.${accounts}`,
    remedy:
      'Adopt the prices again from a run of this model (innsats prices adopt --replace), or take the change of the model back.',
    where: { file: at.file, line: at.line, position: at.column, key: pool },
    count: on.length,
    amountOre: ore(sumOre(on.map(({ postedOre }) => postedOre))),
  };
}
