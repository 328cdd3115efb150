// The groups of units that every model has: one of each kind, and all units.

import type { UnitKind } from '../model.ts';

/** The name of the group of all units of a kind. */
export const PLURALS: { readonly [kind in UnitKind]: string } = {
  provider: 'providers',
  support: 'support',
  purchaser: 'purchasers',
};

/** Groups that every model has: a group of its own cannot be called so. */
export const isBuiltInGroup = (name: string): boolean =>
  name === 'all units' || Object.values(PLURALS).includes(name);
