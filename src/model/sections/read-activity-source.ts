// Activity sources: records of what was granted or delivered, and ready-made volumes.

import type { ActivityState } from '../../tables/activity.ts';
import type { ActivitySource } from '../model.ts';
import { type Names, readName } from '../yaml/names.ts';
import { missing, readChoice, readEntries, readFields, readNumber } from '../yaml/read-values.ts';
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
  const kind = fields.kind
    ? readChoice(fields.kind, [...STATES, 'volumes'])
    : missing(
        spot,
        'kind',
        'Write "kind: delivered" (or granted, planned) for records, "kind: volumes" for ready-made totals.',
      );
  const state = fields.state && readChoice(fields.state, STATES);
  if (fields.state && kind !== undefined && kind !== 'volumes')
    complain(fields.state, {
      rule: 'unknown-key',
      message: `"state" is for "kind: volumes"; here "kind: ${kind}" says it.`,
      remedy: 'Leave out "state".',
    });
  const columns = readColumns(fields.columns, ACTIVITY_COLUMNS);
  if (!fields.columns)
    missing(
      spot,
      'columns',
      'Name the columns of the file: "columns: { service: tjeneste, quantity: timer }".',
    );
  else
    for (const column of ['service', 'quantity'] as const)
      if (columns[column] === undefined)
        missing(fields.columns, column, `Name the column that holds the ${column}.`);
  const quantityIn = fields['quantity-in'] && readChoice(fields['quantity-in'], QUANTITIES);
  const control = fields['control-total'] && readNumber(fields['control-total'], 'a quantity');
  return {
    read: 'table',
    kind: kind === 'volumes' ? 'volumes' : 'records',
    state: kind === 'volumes' ? (state ?? 'delivered') : (kind ?? 'delivered'),
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
