// Activity sources: records of what was granted or delivered, and ready-made volumes.

import type { ActivityState } from '../../tables/activity.ts';
import type { ActivitySource } from '../model.ts';
import { type Names, readName } from '../yaml/names.ts';
import {
  type Fields,
  missing,
  readChoice,
  readEntries,
  readFields,
  readNumber,
} from '../yaml/read-values.ts';
import { complain, type Spot } from '../yaml/spot.ts';
import { FILE_KEYS, readColumns, readFileFields } from './read-file-fields.ts';

/** What sources refer to: services, units, and the levels of each service. */
export type SourceNames = { readonly services: Names; readonly units: Names; readonly levels: Names };

const ACTIVITY_KEYS = [
  ...FILE_KEYS,
  'state',
  'quantity-in',
  'decimal',
  'services',
  'units',
  'levels',
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
] as const;
const STATES: readonly ActivityState[] = ['granted', 'planned', 'delivered'];
const QUANTITIES = ['minutes', 'hours', 'seconds', 'hours-per-week', 'hours-per-month'] as const;

/** Reads one activity source. */
export function readActivitySource(spot: Spot, names: SourceNames): ActivitySource | undefined {
  const fields = readFields(spot, 'an activity source', ACTIVITY_KEYS);
  if (fields.read) readChoice(fields.read, ['table']);
  const { kind, state } = readKind(spot, fields);
  const columns = readActivityColumns(spot, fields.columns);
  const quantityIn = fields['quantity-in'] && readChoice(fields['quantity-in'], QUANTITIES);
  const control = fields['control-total'] && readNumber(fields['control-total'], 'a quantity');
  return {
    read: 'table',
    kind,
    state,
    columns,
    services: readMapping(fields.services, names.services),
    units: readMapping(fields.units, names.units),
    levels: readMapping(fields.levels, names.levels),
    ...(quantityIn === undefined ? {} : { quantityIn }),
    decimal: (fields.decimal && readChoice(fields.decimal, [',', '.'])) ?? ',',
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
    '"kind: delivered" (or granted, planned) for records, "kind: volumes" for ready-made totals.';
  const kind = at ? readChoice(at, [...STATES, 'volumes']) : missing(spot, 'kind', `Write ${remedy}`);
  const state = stateAt && readChoice(stateAt, STATES);
  if (kind === 'volumes') return { kind, state: state ?? 'delivered' };
  if (stateAt && kind !== undefined)
    complain(stateAt, {
      rule: 'unknown-key',
      message: `"state" is for "kind: volumes"; here "kind: ${kind}" says it.`,
      remedy: 'Leave out "state".',
    });
  return { kind: 'records', state: kind ?? 'delivered' };
}

function readActivityColumns(spot: Spot, at: Spot | undefined): ActivitySource['columns'] {
  const columns = readColumns(at, ACTIVITY_COLUMNS);
  if (!at)
    missing(
      spot,
      'columns',
      'Name the columns of the file: "columns: { service: tjeneste, quantity: timer }".',
    );
  for (const column of at ? (['service', 'quantity'] as const) : [])
    if (at && columns[column] === undefined) missing(at, column, `Name the column that holds the ${column}.`);
  return columns;
}

/** Text in the file → id. */
function readMapping(spot: Spot | undefined, names: Names): Map<string, string> {
  const mapping = new Map<string, string>();
  for (const { key, value } of spot
    ? readEntries(spot, `texts of the file and the ${names.what} they stand for`)
    : []) {
    const name = readName(value, names);
    if (name !== undefined) mapping.set(key, name);
  }
  return mapping;
}
