// Sources of what surrounds the deliveries: absence, waiting lists, paid hours and places.

import type { CircumstanceKind, HourKind } from '../../tables/circumstances.ts';
import type { CircumstanceSource } from '../care-sources.ts';
import { type Fields, missing, peek, readChoice, readEntries, readFields } from '../yaml/read-values.ts';
import type { Spot } from '../yaml/spot.ts';
import { FILE_KEYS, readColumns, readFileFields } from './read-file-fields.ts';
import { readMapping, readServiceMapping, type SourceNames, sayColumn } from './read-mapping.ts';

type Column = keyof CircumstanceSource['columns'];

/** Each kind's columns, and those that it cannot do without. */
const COLUMNS: {
  readonly [kind in CircumstanceKind]: readonly [readonly Column[], needed: readonly Column[]];
} = {
  suspensions: [
    ['person', 'service', 'from', 'to'],
    ['person', 'from'],
  ],
  'waiting-list': [
    ['person', 'service', 'from', 'to'],
    ['person', 'service', 'from'],
  ],
  'paid-hours': [['unit', 'year', 'month', 'period', 'date', 'hours', 'kind', 'amount'], ['hours']],
  capacity: [
    ['unit', 'places', 'from', 'to', 'closed'],
    ['places', 'from'],
  ],
};

export const CIRCUMSTANCE_KINDS = Object.keys(COLUMNS) as CircumstanceKind[];
const HOUR_KINDS: readonly HourKind[] = ['ordinary', 'overtime', 'agency', 'sick-leave'];

const KEYS = [
  ...FILE_KEYS.filter((key) => key !== 'control-total'),
  'decimal',
  'services',
  'units',
  'kinds',
] as const;

/** The kind of circumstances that an item of the list says it holds; undefined where it says another kind or none. */
export function circumstanceKind(spot: Spot): CircumstanceKind | undefined {
  const node = peek(spot, 'kind')?.node;
  const text = node && 'value' in node ? String(node.value) : '';
  return CIRCUMSTANCE_KINDS.find((kind) => kind === text);
}

/** Reads one source of `kind`. */
export function readCircumstanceSource(
  spot: Spot,
  kind: CircumstanceKind,
  names: SourceNames,
): CircumstanceSource {
  const fields: Fields<(typeof KEYS)[number]> = readFields(spot, `a source of ${kind}`, KEYS);
  if (fields.read) readChoice(fields.read, ['table']);
  const [known, needed] = COLUMNS[kind];
  const columns = readColumns<Column>(fields.columns, known);
  if (!fields.columns) missing(spot, 'columns', `Name the columns of the file, of ${known.join(', ')}.`);
  for (const column of fields.columns ? needed : [])
    if (columns[column] === undefined)
      missing(fields.columns!, column, `Name the column that holds the ${sayColumn(column)}.`);
  return {
    read: 'table',
    kind,
    columns,
    services: readServiceMapping(fields.services, names.services),
    units: readMapping(fields.units, names.units),
    kinds: readKinds(fields.kinds),
    decimal: (fields.decimal && readChoice(fields.decimal, [',', '.'])) ?? ',',
    ...readFileFields(spot, fields),
  };
}

/** Text of the file → kind of paid hours. */
const readKinds = (spot: Spot | undefined): Map<string, HourKind> =>
  new Map(
    (spot ? readEntries(spot, 'texts of the file and kinds of hours') : []).flatMap(({ key, value }) => {
      const kind = readChoice(value, HOUR_KINDS);
      return kind === undefined ? [] : [[key, kind] as const];
    }),
  );
