// The tables that following a year month by month writes, one Parquet and one CSV file each. Like a costing run's they
// hold no snapshot, row number or time.

import { big, entity, int, ore, parts, text } from './columns.ts';
import type { TableSchema } from './schema.ts';

const month = int('month', '1 to 12');

export const UNIT_MONTHS: TableSchema = {
  name: 'unit_months',
  about:
    'Frame, earned and spent of every unit and month under the model in force; positive = money left over.',
  columns: [
    entity,
    text('unit', ''),
    month,
    text('purchaser', 'who grants or purchases what the unit does'),
    text('provision', 'own, private or municipality'),
    text('model', 'the funding model in force'),
    int('has_frame', '0 where the frame is held by the purchaser and not split'),
    ore('frame_ore', '0 where the unit has none of its own'),
    ore('earned_ore', 'base + supplements + price × paid quantity'),
    ore('spent_ore', 'provider-answered postings in the pools of the price, with accruals'),
  ],
  key: ['entity', 'unit', 'month'],
};

export const HELD_FRAMES: TableSchema = {
  name: 'held_frames',
  about: 'Frames that a purchaser holds and that are not split down to units.',
  columns: [entity, text('purchaser', ''), month, ore('amount_ore', '')],
  key: ['entity', 'purchaser', 'month'],
};

export const VARIANCES: TableSchema = {
  name: 'variances',
  about:
    'Activity variance (frame − earned) and efficiency variance (earned − spent), line by line; memo lines beside.',
  columns: [
    entity,
    text('unit', ''),
    month,
    text('variance', 'activity, efficiency, or memo: shown and never added'),
    text('line', ''),
    ore('amount_ore', ''),
  ],
  key: ['entity', 'unit', 'month', 'variance', 'line'],
};

export const EARNED: TableSchema = {
  name: 'earned',
  about: 'What every unit earned in every month, line by line, under each model that has adopted prices.',
  columns: [
    entity,
    text('model', ''),
    text('unit', ''),
    month,
    text('kind', 'base, supplement, price, absence, empty-place, limit, transition, frame or purchase'),
    text('service', ''),
    text('level', ''),
    text('name', 'of a supplement'),
    parts('parts', 'paid quantity in parts of the measure'),
    big('price_num', 'øre per measure: numerator'),
    big('price_den', 'denominator'),
    ore('amount_ore', ''),
  ],
  key: ['entity', 'model', 'unit', 'month', 'kind', 'service', 'level', 'name'],
};

export const EXPENSES: TableSchema = {
  name: 'expenses',
  about: 'What every unit spent in every month in the pools of the price: as posted, and what accruals add.',
  columns: [
    entity,
    text('unit', ''),
    month,
    text('pool', ''),
    text('nature', ''),
    text('kind', 'wages, goods, income, fixed or outside'),
    ore('posted_ore', ''),
    ore('accrued_ore', 'sums to zero over the year'),
  ],
  key: ['entity', 'unit', 'month', 'pool', 'nature', 'kind'],
};

const accountColumns = ['class', 'responsibility', 'function', 'article', 'own', 'object', 'project'];

export const PLACED: TableSchema = {
  name: 'placed',
  about: 'Which unit and pool every account string of the finance year belongs to, actual and budget.',
  columns: [
    entity,
    text('kind', 'actual, budget or revised-budget'),
    int('year', 'the finance year; the one before it where months are spread as they were then'),
    ...accountColumns.map((field) => text(field, `the account's ${field}; "" where the ledger has none`)),
    text('unit', 'the unit that the responsibility belongs to'),
    text('pool', 'the pool that took it'),
    text('nature', ''),
    int('rows', 'postings'),
    ore('amount_ore', 'their sum; expense positive'),
  ],
  key: ['entity', 'kind', 'year', ...accountColumns, 'unit'],
};

export const QUANTITIES: TableSchema = {
  name: 'quantities',
  about: 'Quantities that financing used, and of how many persons; never by person.',
  columns: [
    entity,
    text('unit', ''),
    text('service', ''),
    text('level', ''),
    month,
    text('state', 'budget, granted, planned, delivered, lesser, absence or empty'),
    parts('parts', 'in parts of the measure'),
    int('users', 'distinct persons in the month; 0 where the register names none'),
  ],
  key: ['entity', 'unit', 'service', 'level', 'month', 'state'],
};

export const STAFFING: TableSchema = {
  name: 'staffing',
  about: 'Paid and delivered hours, what the financing carries, and the terms of the break-even share.',
  columns: [
    entity,
    text('unit', ''),
    month,
    parts('ordinary_parts', 'paid hours in parts of an hour (36,000 to the hour)'),
    parts('overtime_parts', ''),
    parts('agency_parts', ''),
    parts('sick_parts', 'sick leave, beside'),
    parts('direct_parts', 'delivered hours'),
    big('standard_num', 'hours that the base year paid for this quantity, parts: numerator'),
    big('standard_den', 'denominator'),
    big('carried_wage_num', 'Σ P_wage·Q + wage part of base, øre: numerator'),
    big('carried_wage_den', 'denominator'),
    ore('wage_ore', 'wages spent'),
    big('break_even_cost_num', 'wages + fixed − base, øre: numerator'),
    big('break_even_cost_den', 'denominator'),
    big('contribution_num', '(P − goods) × quantity, øre: numerator'),
    big('contribution_den', 'denominator'),
    parts('place_days', 'open place-days'),
  ],
  key: ['entity', 'unit', 'month'],
};

export const SHADOW: TableSchema = {
  name: 'shadow',
  about:
    'What every unit would earn under each model that has adopted prices: month 0 on the cost year’s own volumes.',
  columns: [
    entity,
    text('model', ''),
    text('unit', ''),
    int('month', '1 to 12; 0: on the cost year’s volumes, before anyone acts'),
    ore('earned_ore', ''),
    ore('own_cost_ore', 'month 0: the unit’s own grown cost; else what it spent'),
  ],
  key: ['entity', 'model', 'unit', 'month'],
};

export const UNPRICED: TableSchema = {
  name: 'unpriced',
  about: 'Services with activity and no adopted price.',
  columns: [entity, text('unit', ''), text('service', ''), text('level', ''), month, parts('parts', '')],
  key: ['entity', 'unit', 'service', 'level', 'month'],
};

export const CORRECTIONS: TableSchema = {
  name: 'corrections',
  about:
    'What registrations after a closing changed in the closed month: rerun of what is known now − as closed.',
  columns: [
    entity,
    text('unit', ''),
    int('month', 'the closed month'),
    ore('frame_ore', ''),
    ore('earned_ore', ''),
    ore('spent_ore', ''),
  ],
  key: ['entity', 'unit', 'month'],
};

export const SETTLEMENTS: TableSchema = {
  name: 'settlements',
  about: 'What every unit keeps, gives back, carries and is relieved of; units and reserve sum to zero.',
  columns: [
    entity,
    text('unit', ''),
    text('purchaser', 'whose reserve it is settled with'),
    ore('carried_in_ore', 'from the years before'),
    ore('year_ore', 'the year’s efficiency result'),
    ore('result_ore', 'both together'),
    ore('financing_ore', 'what the unit earned in the year'),
    ore('kept_ore', ''),
    ore('returned_ore', ''),
    ore('carried_ore', ''),
    ore('covered_ore', 'by the reserve'),
  ],
  key: ['entity', 'unit'],
};
