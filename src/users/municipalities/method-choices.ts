// The fingerprint of a method: the choices that decide what a service costs, side by side, so that nobody takes a
// difference of method for a difference of cost.

import type { Model } from '../../model/model.ts';
import { NO_USER_RULES, type OutlierRule, type UserRules } from '../../model/users.ts';
import { byKey } from '../../money/apportion.ts';
import { type Fraction, toDecimal } from '../../money/fraction.ts';

export type ChoiceName =
  | 'method'
  | 'volumes'
  | 'organisation'
  | 'need'
  | 'unused'
  | 'kept-out'
  | 'internal-sales'
  | 'fees'
  | 'sales'
  | 'central'
  | 'outliers';

/** A choice in the words of the model. */
export type Choice = { readonly name: ChoiceName; readonly value: string };

/** What decides what services cost: the parts of a model that hold plain data, as a certificate has them too. */
export type MethodModel = {
  readonly costing: Pick<Model['costing'], 'method' | 'volumes' | 'pools' | 'internalSales'>;
  readonly pricing: Pick<Model['pricing'], 'unused'>;
  readonly organisation?: Pick<NonNullable<Model['organisation']>, 'as'>;
  readonly users?: Pick<UserRules, 'need' | 'fees' | 'sales'>;
};

/** The choices of a model, always the same ones in the same order. */
export const methodChoices = (model: Model): Choice[] => [
  ...costChoices(model),
  { name: 'outliers', value: model.users?.outliers ? sayRule(model.users.outliers) : '–' },
];

/** Those that decide cost. */
export function costChoices(model: MethodModel): Choice[] {
  const { costing, pricing, users = NO_USER_RULES, organisation } = model;
  const kept = costing.pools.flatMap(({ goes }) =>
    goes.kind === 'not-costed' || goes.kind === 'external' ? [goes.name] : [],
  );
  const values: { readonly [name in Exclude<ChoiceName, 'outliers'>]: string } = {
    method: costing.method.kind,
    volumes: costing.volumes,
    organisation: organisation?.as ?? '–',
    need: users.need ? `${users.need.instrument}: ${users.need.services.join(', ')}` : '–',
    unused: pricing.unused ?? '–',
    'kept-out': listed(kept),
    'internal-sales': listed((costing.internalSales ?? []).map(({ name }) => name)),
    fees: listed(users.fees),
    sales: listed(users.sales),
    central: listed(
      costing.pools
        .filter(({ answers, goes }) => answers === 'central' && reachesServices(goes.kind))
        .map(({ name }) => name),
    ),
  };
  return Object.entries(values).map(([name, value]) => ({ name: name as ChoiceName, value }));
}

const listed = (names: readonly string[]): string => [...new Set(names)].sort(byKey).join(', ') || '–';
const reachesServices = (kind: string): boolean => !['park', 'not-costed', 'external'].includes(kind);
const decimal = (value: Fraction): string => toDecimal(value, 4).replace(/\.?0+$/, '');

function sayRule(rule: OutlierRule): string {
  if (rule.kind === 'limit')
    return `limit ${rule.limits.map(({ group, limitOre }) => `${group} ${limitOre / 100n}`).join(', ')}`;
  if (rule.kind === 'share') return `share ${decimal(rule.share)} (${rule.within})`;
  if (rule.kind === 'quartile') return `quartile ${decimal(rule.times)} (${rule.within})`;
  return `robust ${decimal(rule.deviations)} (${rule.within})`;
}

/**
 * The model with what can be carried over of another's method: method of support units (an order of step-down is kept to
 * the units that are here, in that order), the state that divides cost, need and outliers. What rests on the other's own
 * units, pools and drivers stays as it is, and so stays in the fingerprint.
 */
export function withMethodOf(model: Model, other: Model): Model {
  const here = new Set(model.units.map(({ id }) => id));
  const theirs = other.costing.method;
  const order = theirs.kind === 'step-down' ? theirs.order.filter((id) => here.has(id)) : [];
  const method = theirs.kind === 'step-down' ? ({ kind: 'step-down', order } as const) : theirs;
  const known = new Set(model.services.map(({ id }) => id));
  const need = other.users?.need;
  const { need: _need, outliers: _outliers, ...kept } = model.users ?? NO_USER_RULES;
  return {
    ...model,
    costing: { ...model.costing, method, volumes: other.costing.volumes },
    users: {
      ...kept,
      ...(need ? { need: { ...need, services: need.services.filter((id) => known.has(id)) } } : {}),
      ...(other.users?.outliers ? { outliers: other.users.outliers } : {}),
    },
  };
}
