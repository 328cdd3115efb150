// Why cost can go nowhere. Nothing is guessed: it is parked under its reason, with a finding that says how to place it.

import type { Finding, Place as Where } from '../findings/finding.ts';
import type { Location, Model, Service } from '../model/model.ts';
import type { NetworkNode } from '../tables/network.ts';
import type { Orphans } from './primary-cost.ts';

/** The reason is the name of the parked end; the finding still lacks its amount, known once the network is solved. */
export type Parked = { readonly reason: string; readonly finding: Finding };

/** Where a model element stands in the model file. */
export const whereIn = ({ file, line, column }: Location, key: string): Where => ({
  file,
  line,
  position: column,
  key,
});

/** "no unit for responsibility 4999"; "no unit: no responsibility" where the postings have none. */
export function noUnit(pool: string, { responsibilities, rows }: Orphans, where: Where): Parked {
  const named = responsibilities.filter((code) => code !== '');
  if (named.length === 0) return noResponsibility(pool, rows, where);
  const shown = named.slice(0, 5).join(', ') + (named.length > 5 ? ', …' : '');
  const codes = `responsibilit${named.length === 1 ? 'y' : 'ies'} ${shown}`;
  return {
    reason: `no unit for ${codes}`,
    finding: {
      rule: 'costing/posting-without-unit',
      severity: 'warning',
      message: `the pool "${pool}" goes to the posting's own unit, and no unit has ${codes}`,
      remedy: 'Give the responsibility to a unit in the units file, or put a pool for it above this one.',
      where,
      count: rows,
    },
  };
}

const noResponsibility = (pool: string, rows: number, where: Where): Parked => ({
  reason: 'no unit: no responsibility',
  finding: {
    rule: 'costing/posting-without-unit',
    severity: 'warning',
    message: `the pool "${pool}" goes to the posting's own unit, and ${rows === 1 ? 'a posting has' : `${rows} postings have`} no responsibility`,
    remedy: 'Give the postings a responsibility, or put a pool for them above this one.',
    where,
    count: rows,
  },
});

/** The driver weighs nothing, or the target has no place to send to. */
export function nothingToShareBy(node: NetworkNode, driver: string, where: Where): Parked {
  const at = node.unit === '' || node.kind === 'unit' ? '' : ` at ${node.unit}`;
  return {
    reason: `nothing to share by: ${driver}`,
    finding: {
      rule: 'costing/nothing-to-share-by',
      severity: 'warning',
      message: `the driver "${driver}" gives nothing to share ${node.name}${at} by: it is zero there, or speaks of no place that the cost may go to`,
      remedy: 'Look at the driver, at the volumes of the cost year, and at where the cost is sent (to:).',
      where,
    },
  };
}

/** The pools that a pool follows hold nothing together at the unit. */
export const nothingToFollow = (node: NetworkNode, pools: readonly string[], where: Where): Parked => ({
  reason: `nothing to follow: ${node.name}`,
  finding: {
    rule: 'costing/nothing-to-follow',
    severity: 'warning',
    message: `"${node.name}" follows ${pools.join(', ')}, and together they hold nothing at ${node.unit === '' ? 'postings without a unit' : node.unit}`,
    remedy: 'Name the pools that hold the expense, or send this pool somewhere itself.',
    where,
  },
});

/** All that a support unit serves is left out by the method. */
export const noOneLeft = (node: NetworkNode, method: string, where: Where): Parked => ({
  reason: `no one left to serve by the ${method} method: ${node.name}`,
  finding: {
    rule: 'costing/nothing-to-share-by',
    severity: 'warning',
    message: `${node.name} serves only units that the ${method} method leaves out`,
    remedy: 'Use the reciprocal method, or send its cost to others too.',
    where,
  },
});

/** Cost came to a unit or activity that no rule names. */
export const noRule = (node: NetworkNode, { file }: Model): Parked => ({
  reason: `no rule for ${node.name} to pass cost on`,
  finding: {
    rule: 'costing/unit-without-rule',
    severity: 'warning',
    message: `cost came to ${node.name}${node.kind === 'activity' ? ` at ${node.unit}` : ''}, which has no rule to pass it on`,
    remedy: `Name it under costing: ${node.kind === 'activity' ? 'activities' : 'centres'}: in ${file}.`,
    where: { file, key: node.name },
  },
});

/** Every need level with volume weighs 0. */
export const noWeights = ({ id, at }: Service, unit: string): Parked => ({
  reason: `levels without weight: ${id}`,
  finding: {
    rule: 'costing/nothing-to-share-by',
    severity: 'warning',
    message: `no level of ${id} that has volume at ${unit} has a weight`,
    remedy: 'Give its levels weights above 0.',
    where: whereIn(at, id),
  },
});
