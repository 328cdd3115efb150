// Internal sales as sentences.

import { ACCOUNT_FIELDS } from '../../tables/ledger.ts';
import { describeCodes } from '../match-code.ts';
import type { InternalSale, Model, Pool } from '../model.ts';
import { sayAmount, sayId, sayList, sayUnits } from './say-names.ts';

/**
 * "Meals: what Solvang buys (article 290; 9.1 mio.) and Kitchen sells (article 690; −9.1 mio.) meet outside the cost,
 * object by object; they must sum to zero."
 */
export function describeInternalSale(
  { name, bought, sold, by, toleranceOre }: InternalSale,
  model: Model,
  amounts?: ReadonlyMap<string, bigint>,
): string {
  const side = (pool: string, verb: readonly [string, string]): string => {
    const found = model.costing.pools.find((one) => one.name === pool);
    return found ? saySide(found, model, { verb, amountOre: amounts?.get(pool) }) : pool;
  };
  const each = by === undefined ? '' : `, ${by} by ${by}`;
  const allowed = toleranceOre === 0n ? '' : `, or to at most ${sayAmount(toleranceOre)}`;
  return `Internal sales ${sayId(name)}: what ${side(bought, ['buys', 'buy'])} and ${side(sold, ['sells', 'sell'])} meet outside the cost${each}; they must sum to zero${allowed}.`;
}

function saySide(
  { test, units, concept }: Pool,
  model: Model,
  { verb, amountOre }: { readonly verb: readonly [string, string]; readonly amountOre: bigint | undefined },
): string {
  const who = units ? sayUnits(units, model.units) : 'all';
  const codes = ACCOUNT_FIELDS.flatMap((field) => {
    const set = test[field];
    return set ? [`${field} ${describeCodes(set)}`] : [];
  });
  const tests = [...codes, ...(concept === undefined ? [] : [concept])];
  const told = [
    ...(tests.length > 0 ? [sayList(tests)] : []),
    ...(amountOre === undefined ? [] : [sayAmount(amountOre)]),
  ];
  return `${who} ${units?.length === 1 ? verb[0] : verb[1]}${told.length > 0 ? ` (${told.join('; ')})` : ''}`;
}
