// Activity sources: records of what was granted or delivered, and ready-made volumes.

import type { ActivityState } from '../../tables/activity.ts';
import type { ActivitySource } from '../model.ts';
import { type Fields, missing, readChoice, readFields, readNumber } from '../yaml/read-values.ts';
import { complain, quietly, type Spot } from '../yaml/spot.ts';
import { CIRCUMSTANCE_KINDS } from './read-circumstance-source.ts';
import { DECISION_KEYS, readDecisionRules } from './read-decision-rules.ts';
import { FILE_KEYS, readColumns, readFileFields } from './read-file-fields.ts';
import {
  readCareRegister,
  readMapping,
  readServiceMapping,
  type SourceNames,
  sayColumn,
} from './read-mapping.ts';

const ACTIVITY_KEYS = [
  ...FILE_KEYS,
  'state',
  'quantity-in',
  'decimal',
  'services',
  'units',
  'levels',
  ...DECISION_KEYS,
] as const;
const ACTIVITY_COLUMNS = [
  'person',
  'service',
  'unit',
  'level',
  'date',
  'month',
  'period',
  'year',
  'quantity',
  'start',
  'end',
] as const;
const DECISION_COLUMNS = [
  'person',
  'service',
  'unit',
  'level',
  'quantity',
  'per',
  'from',
  'to',
  'decision',
  'task',
] as const;
const STATES: readonly ActivityState[] = ['granted', 'planned', 'delivered'];
const QUANTITIES = ['minutes', 'hours', 'seconds', 'hours-per-week', 'hours-per-month'] as const;

/** Reads one activity source. */
export function readActivitySource(spot: Spot, names: SourceNames): ActivitySource | undefined {
  const fields = readFields(spot, 'an activity source', ACTIVITY_KEYS);
  if (fields.read) readChoice(fields.read, ['table']);
  const { kind, state } = readKind(spot, fields);
  const quantityIn = fields['quantity-in'] && readChoice(fields['quantity-in'], QUANTITIES);
  const columns = readActivityColumns(spot, fields.columns, kind === 'decisions');
  const decisions = kind === 'decisions' ? readDecisionRules(spot, fields, columns) : undefined;
  if (kind !== 'decisions') refuseDecisionKeys(fields, kind);
  else if (quantityIn?.startsWith('hours-per-')) refuseTwicePer(fields);
  if (state === 'delivered' && kind === 'records') refuseWithoutDuration(spot, fields.services, columns);
  const control = fields['control-total'] && readNumber(fields['control-total'], 'a quantity');
  return {
    read: 'table',
    kind,
    state,
    columns,
    services: readServiceMapping(fields.services, names.services),
    units: readMapping(fields.units, names.units),
    levels: readMapping(fields.levels, names.levels),
    ...(quantityIn === undefined ? {} : { quantityIn }),
    ...(decisions ? { decisions } : {}),
    decimal: (fields.decimal && readChoice(fields.decimal, [',', '.'])) ?? ',',
    ...(fields.decimal ? {} : { isDecimalAssumed: true }),
    ...(control === undefined ? {} : { controlTotal: control }),
    ...readFileFields(spot, fields),
  };
}

/** `kind: delivered` are records of that state; `kind: volumes` are totals, delivered ones unless `state` says other. */
function readKind(
  spot: Spot,
  { kind: at, state: stateAt }: Fields<(typeof ACTIVITY_KEYS)[number]>,
): Pick<ActivitySource, 'kind' | 'state'> {
  const remedy =
    '"kind: delivered" (or granted, planned) for records, "kind: decisions", "kind: volumes" for ready-made totals.';
  const choices = [...STATES, 'volumes', 'decisions', ...CIRCUMSTANCE_KINDS] as const;
  const kind = at ? readChoice(at, choices) : missing(spot, 'kind', `Write ${remedy}`);
  const state = stateAt && readChoice(stateAt, STATES);
  if (kind === 'volumes') return { kind, state: state ?? 'delivered' };
  if (stateAt && kind !== undefined)
    complain(stateAt, {
      rule: 'unknown-key',
      message: `"state" is for "kind: volumes"; here "kind: ${kind}" says it.`,
      remedy: 'Leave out "state".',
    });
  if (kind === 'decisions') return { kind, state: 'granted' };
  return { kind: 'records', state: STATES.find((known) => known === kind) ?? 'delivered' };
}

function refuseDecisionKeys(fields: Fields<(typeof ACTIVITY_KEYS)[number]>, kind: string): void {
  for (const key of DECISION_KEYS) {
    const at = fields[key];
    if (at)
      complain(at, {
        rule: 'unknown-key',
        message: `"${key}" is for "kind: decisions", not for ${kind}.`,
        remedy: `Leave out "${key}".`,
      });
  }
}

/** How often a decision's quantity comes again is said once. */
function refuseTwicePer({ 'quantity-in': at }: Fields<(typeof ACTIVITY_KEYS)[number]>): void {
  if (at)
    complain(at, {
      rule: 'two-quantities',
      message: 'how often the quantity of a decision comes again is said by "per".',
      remedy: 'Write "quantity-in: hours" and "per: week" or "per: month".',
    });
}

/** A register that says when a delivery began and not how long it took holds no delivered time. */
function refuseWithoutDuration(
  spot: Spot,
  services: Spot | undefined,
  columns: ActivitySource['columns'],
): void {
  if (readCareRegister(services && quietly(services)) !== 'fsiii' || columns.end !== undefined) return;
  complain(services ?? spot, {
    rule: 'no-duration',
    message: 'FSIII says when a delivery began and not how long it took, so that it holds no delivered time.',
    remedy: 'Read the delivered minutes from the care system as a table.',
  });
}

type Columns = ActivitySource['columns'];

function readActivityColumns(spot: Spot, at: Spot | undefined, areDecisions: boolean): Columns {
  const columns: Columns = areDecisions
    ? readColumns(at, DECISION_COLUMNS)
    : readColumns(at, ACTIVITY_COLUMNS);
  if (!at)
    missing(
      spot,
      'columns',
      'Name the columns of the file: "columns: { service: tjeneste, quantity: timer }".',
    );
  const isTimed = columns.start !== undefined || columns.end !== undefined;
  const needed = areDecisions
    ? (['person', 'service', 'quantity', 'from'] as const)
    : isTimed
      ? (['service', 'start', 'end'] as const)
      : (['service', 'quantity'] as const);
  for (const column of at ? needed : [])
    if (at && columns[column] === undefined)
      missing(at, column, `Name the column that holds the ${sayColumn(column)}.`);
  if (at && isTimed && columns.quantity !== undefined)
    complain(at, {
      rule: 'two-quantities',
      message: 'the columns give a quantity and a start and end beside it.',
      remedy: 'Name the quantity, or start and end.',
    });
  return columns;
}
