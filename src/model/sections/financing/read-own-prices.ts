// Price rules of a funding model's own, where it is tried out with other prices than those in force.

import { byKey } from '../../../money/apportion.ts';
import type { OwnPriceRules } from '../../financing.ts';
import { type Names, readNames } from '../../yaml/names.ts';
import { expected, readFields, readList } from '../../yaml/read-values.ts';
import type { Spot } from '../../yaml/spot.ts';
import type { FinancingGround } from './financing-ground.ts';

/** Reads a model's `prices: { base: [night-patrol], supplements: none }`; each is a list of names, or none. */
export function readOwnPrices(spot: Spot, { pools, supplements }: FinancingGround): OwnPriceRules {
  const fields = readFields(spot, 'the prices of a funding model', ['base', 'supplements']);
  if (!fields.base && !fields.supplements)
    expected(
      spot,
      'base or supplements, or both',
      'Leave "prices" out where the prices in force are its own.',
    );
  const base = fields.base && readNamesOrNone(fields.base, pools);
  const kept = fields.supplements && readNamesOrNone(fields.supplements, supplements);
  return { ...(base ? { base } : {}), ...(kept ? { supplements: kept } : {}) };
}

function readNamesOrNone(spot: Spot, names: Names): string[] {
  const [first, ...more] = readList(spot);
  const isNone =
    more.length === 0 &&
    first?.node !== undefined &&
    first.node !== null &&
    'value' in first.node &&
    first.node.value === 'none';
  if (isNone && !names.all.has('none')) return [];
  return [...new Set(readNames(spot, names))].sort(byKey);
}
