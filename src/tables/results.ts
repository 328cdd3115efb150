// The tables that a run writes, one Parquet and one CSV file each. They hold no snapshot, row number or time, so that
// the same register gives the same bytes however its files were split, named or ordered.

import { big, entity, int, ore, parts, text } from './columns.ts';
import type { TableSchema } from './schema.ts';

const accountColumns = ['class', 'responsibility', 'function', 'article', 'own', 'object', 'project'];
const strandColumns = [
  text('nature', 'wages, goods, …: growth follows it'),
  text('answers', 'provider, purchaser or central'),
  text('paid_as', 'price or base'),
];

export const ASSIGNMENTS: TableSchema = {
  name: 'assignments',
  about: 'Which pool took each account string of the cost year, and how much it held.',
  columns: [
    entity,
    ...accountColumns.map((field) => text(field, `the account's ${field}; "" where the ledger has none`)),
    text('unit', 'the unit that the responsibility belongs to, or that has taken over from it'),
    text('pool', 'the pool that took it'),
    ...strandColumns,
    int('rows', 'postings'),
    ore('amount_ore', 'their sum; expense positive'),
    text('also_fits', 'later pools that would have taken it'),
  ],
  key: ['entity', ...accountColumns, 'unit'],
};

export const NODES: TableSchema = {
  name: 'nodes',
  about: 'The nodes of the cost network.',
  columns: [
    entity,
    text('node', 'key'),
    text('kind', 'pool, unit, activity, service; ends: object, unused, parked, not-costed, external'),
    text('name', 'pool, unit, activity or service; reason or name of an end'),
    text('unit', ''),
    text('service', ''),
    text('level', ''),
  ],
  key: ['entity', 'node'],
};

export const WEIGHTS: TableSchema = {
  name: 'weights',
  about: 'How nodes pass cost on: weight ÷ the sum of the weights that leave the node.',
  columns: [
    entity,
    text('from_node', ''),
    text('to_node', ''),
    big('weight', 'whole, positive, in lowest terms per from_node'),
  ],
  key: ['entity', 'from_node', 'to_node'],
};

export const OWN: TableSchema = {
  name: 'own',
  about: 'Primary cost: what the ledger put into each node.',
  columns: [entity, text('node', ''), ...strandColumns, ore('amount_ore', '')],
  key: ['entity', 'node', 'nature', 'answers', 'paid_as'],
};

export const THROUGHPUT: TableSchema = {
  name: 'throughput',
  about: 'What passes each node, in øre × 2^96; gross of what circulates, never totalled.',
  columns: [entity, text('node', ''), ...strandColumns, big('value', 'øre × 2^96')],
  key: ['entity', 'node', 'nature', 'answers', 'paid_as'],
};

export const FLOWS: TableSchema = {
  name: 'flows',
  about: 'The book: what flows from node to node in whole øre. In + own = out at every node.',
  columns: [entity, text('from_node', ''), text('to_node', ''), ...strandColumns, ore('amount_ore', '')],
  key: ['entity', 'from_node', 'to_node', 'nature', 'answers', 'paid_as'],
};

export const ENDS: TableSchema = {
  name: 'ends',
  about: 'Where cost ended: cost objects, unused capacity, parked, not costed, external; whole øre.',
  columns: [entity, text('node', ''), ...strandColumns, ore('amount_ore', '')],
  key: ['entity', 'node', 'nature', 'answers', 'paid_as'],
};

export const VOLUMES: TableSchema = {
  name: 'volumes',
  about: 'Volumes per cost object, state and month, in whole parts of the measure.',
  columns: [
    entity,
    text('service', ''),
    text('unit', ''),
    text('level', ''),
    text('state', 'granted, planned or delivered'),
    int('year', ''),
    int('month', '0 where the source gives years only'),
    parts('parts', ''),
    int('rows', 'records'),
  ],
  key: ['entity', 'service', 'unit', 'level', 'state', 'year', 'month'],
};

export const UNIT_COSTS: TableSchema = {
  name: 'unit_costs',
  about: 'Cost, volume and unit cost of every cost object; full cost.',
  columns: [
    entity,
    text('service', ''),
    text('unit', ''),
    text('level', ''),
    text('measure', '"" for an open service'),
    parts('parts', 'volume in parts of the measure'),
    int('parts_per_measure', 'how many parts one measure is'),
    ore('amount_ore', 'cost, all strands'),
    ore('provider_ore', 'of which provider-answered'),
    ore('base_ore', 'of which paid as base grant'),
    big('unit_cost_num', 'øre per measure, exact: numerator; 0/0 where there is no volume'),
    big('unit_cost_den', 'denominator'),
  ],
  key: ['entity', 'service', 'unit', 'level'],
};

const priceKey = [text('kind', 'financing or full-cost'), text('service', ''), text('level', '')];

export const PRICES: TableSchema = {
  name: 'prices',
  about: 'Unit prices of the price year.',
  columns: [
    entity,
    int('year', 'price year'),
    ...priceKey,
    text('measure', ''),
    parts('parts', 'volume that the price is an average over'),
    big('exact_num', 'øre per measure, exact: numerator'),
    big('exact_den', 'denominator'),
    big('supplements_num', 'øre per measure taken out for supplements: numerator'),
    big('supplements_den', 'denominator'),
    ore('published_ore', 'rounded as published'),
    ore('rounding_effect_ore', '(published − exact) × volume'),
  ],
  key: ['entity', 'year', 'kind', 'service', 'level'],
};

export const PRICE_PARTS: TableSchema = {
  name: 'price_parts',
  about: 'How each price is made up, by nature; øre per measure = cost × growth ÷ volume.',
  columns: [
    entity,
    int('year', ''),
    ...priceKey,
    text('nature', ''),
    ore('cost_ore', 'cost of the cost year'),
    big('growth_num', 'Π (1 + growth) from cost year to price year: numerator'),
    big('growth_den', 'denominator'),
    big('per_measure_num', 'numerator'),
    big('per_measure_den', 'denominator'),
  ],
  key: ['entity', 'year', 'kind', 'service', 'level', 'nature'],
};

export const BASE_GRANTS: TableSchema = {
  name: 'base_grants',
  about: 'What units are paid whatever their activity, in the price year.',
  columns: [
    entity,
    int('year', ''),
    text('unit', ''),
    big('exact_num', 'øre, exact: numerator'),
    big('exact_den', 'denominator'),
    ore('published_ore', ''),
  ],
  key: ['entity', 'year', 'unit'],
};

export const SUPPLEMENTS: TableSchema = {
  name: 'supplements',
  about: 'Supplements per measure for named units, in the price year.',
  columns: [
    entity,
    int('year', ''),
    text('name', ''),
    text('service', ''),
    text('unit', ''),
    big('amount_num', 'øre per measure: numerator'),
    big('amount_den', 'denominator'),
  ],
  key: ['entity', 'year', 'name', 'service', 'unit'],
};

export const FINDINGS: TableSchema = {
  name: 'findings',
  about: 'What is wrong or worth knowing, with the amount that it touches.',
  columns: [
    entity,
    int('number', 'order of severity, then rule and place'),
    text('severity', 'error, warning or note'),
    text('rule', ''),
    text('place', 'file, row, column or key'),
    text('message', ''),
    text('remedy', ''),
    int('count', 'rows touched'),
    ore('amount_ore', 'øre touched'),
    text('accepted', 'date and reason where it is accepted; "" where it is not'),
  ],
  key: ['entity', 'number'],
};
