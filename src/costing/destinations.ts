// Where a pool's cost goes, and which ways of passing it on the method leaves out.

import type { Destination, Method, Model, Pool } from '../model/model.ts';
import type { NetworkNode } from '../tables/network.ts';

/** Where a pool goes once the one pool that it follows has been followed. */
export type FinalDestination = Exclude<Destination, { readonly kind: 'follows' }>;

/**
 * Follows `follows` to its end.
 * @throws Error when pools follow each other or none: the model should have been refused.
 */
export function finalDestination(pool: Pool, pools: ReadonlyMap<string, Pool>): FinalDestination {
  let goes = pool.goes;
  for (let steps = 0; goes.kind === 'follows'; steps++) {
    const next = pools.get(goes.pool);
    if (!next || steps > pools.size) throw new Error(`pool ${pool.name} follows none: the model is wrong`);
    goes = next.goes;
  }
  return goes;
}

/** True where cost goes to the posting's own unit, or to what the unit has. */
export function needsUnit(goes: FinalDestination): boolean {
  if (goes.kind !== 'share') return goes.kind === 'own-unit';
  return goes.to.kind === 'activities' || (goes.to.kind === 'services' && goes.to.own);
}

/**
 * Which steps from support unit to support unit the method leaves out: reciprocal none, direct all, step-down those
 * to a unit that has closed (units not in the order close last, together).
 */
export function leftOut(method: Method, model: Model): (from: NetworkNode, to: NetworkNode) => boolean {
  if (method.kind === 'reciprocal') return () => false;
  const support = new Set(model.units.filter(({ kind }) => kind === 'support').map(({ id }) => id));
  const isSupport = ({ kind, unit }: NetworkNode): boolean => kind === 'unit' && support.has(unit);
  if (method.kind === 'direct') return (from, to) => isSupport(from) && isSupport(to);
  const turns = new Map(method.order.map((unit, turn) => [unit, turn]));
  const turnOf = ({ unit }: NetworkNode): number => turns.get(unit) ?? method.order.length;
  return (from, to) => isSupport(from) && isSupport(to) && turnOf(to) <= turnOf(from);
}
