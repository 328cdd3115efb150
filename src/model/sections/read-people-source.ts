// Sources of people: who lives in the municipality, and what need each was assessed to have and when.

import type { Fraction } from '../../money/fraction.ts';
import type { PeopleKind, Sex } from '../../tables/people.ts';
import type { PeopleSource } from '../model.ts';
import {
  type Fields,
  missing,
  readChoice,
  readEntries,
  readFields,
  readNonNegative,
} from '../yaml/read-values.ts';
import type { Spot } from '../yaml/spot.ts';
import { readColumns, readFileFields } from './read-file-fields.ts';

const KEYS = {
  people: ['read', 'files', 'columns', 'encoding', 'delimiter', 'sexes'],
  assessments: ['read', 'files', 'columns', 'encoding', 'delimiter', 'weights'],
} as const;
const COLUMNS = {
  people: ['person', 'birth-year', 'birth-date', 'sex', 'district'],
  assessments: ['person', 'from', 'to', 'instrument', 'score', 'weight'],
} as const;
const EXAMPLE = {
  people: '"columns: { person: pnr, birth-year: aar, sex: kjonn, district: krets }"',
  assessments: '"columns: { person: pnr, from: fra, to: til, score: poeng }"',
} as const;

type Key = (typeof KEYS)[PeopleKind][number];
type Column = (typeof COLUMNS)[PeopleKind][number];

/** Reads one source of people or of assessments. */
export function readPeopleSource(spot: Spot, kind: PeopleKind): PeopleSource {
  const fields = readFields<Key>(spot, `a source of ${kind}`, KEYS[kind]);
  if (fields.read) readChoice(fields.read, ['table']);
  return {
    read: 'table',
    kind,
    columns: readPeopleColumns(spot, fields, kind),
    sexes: fields.sexes ? readSexes(fields.sexes) : new Map(),
    weights: fields.weights ? readWeights(fields.weights) : new Map(),
    ...readFileFields(spot, fields),
  };
}

function readPeopleColumns(
  spot: Spot,
  { columns: at }: Fields<Key>,
  kind: PeopleKind,
): PeopleSource['columns'] {
  const columns = readColumns<Column>(at, COLUMNS[kind]);
  if (!at) missing(spot, 'columns', `Name the columns of the file: ${EXAMPLE[kind]}.`);
  else if (columns.person === undefined) missing(at, 'person', 'Name the column that holds the person.');
  if (!at || kind === 'people') return columns;
  if (columns.from === undefined) missing(at, 'from', 'Name the column that says from when it holds.');
  if (columns.score === undefined && columns.weight === undefined)
    missing(at, 'weight', 'Name the column that holds the weight, or "score" and its "weights".');
  return columns;
}

/** Text of the file → sex. */
const readSexes = (spot: Spot): Map<string, Sex> =>
  new Map(
    readEntries(spot, 'texts of the file and the sex that they stand for').flatMap(({ key, value }) => {
      const sex = readChoice(value, ['female', 'male', 'unknown']);
      return sex === undefined ? [] : [[key, sex === 'unknown' ? '' : sex] as const];
    }),
  );

/** Score in the file → weight. */
const readWeights = (spot: Spot): Map<string, Fraction> =>
  new Map(
    readEntries(spot, 'scores and the weight of each').flatMap(({ key, value }) => {
      const weight = readNonNegative(value, 'a weight');
      return weight === undefined ? [] : [[key, weight] as const];
    }),
  );
