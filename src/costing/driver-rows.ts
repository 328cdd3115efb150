// The rows of a driver's table by who hands on and who is spoken of, so that a large table is read once.

import type { DriverRow } from '../model/model.ts';

type Rows = readonly DriverRow[];
type Index = ReadonlyMap<string, ReadonlyMap<string, Rows>>;

const indices = new WeakMap<Rows, Index>();

function indexOf(rows: Rows): Index {
  const known = indices.get(rows);
  if (known) return known;
  const byFrom = Map.groupBy(rows, ({ from }) => from ?? '');
  const index = new Map(
    [...byFrom].map(([from, found]) => [from, Map.groupBy(found, ({ unit }) => unit ?? '')]),
  );
  indices.set(rows, index);
  return index;
}

/**
 * The rows that a unit ("" for none) hands on by and that are about `unit`: rows that say no `from` hold for all who
 * hand on, rows that say no unit for all units. With unit "": only those that say none.
 */
export function rowsAbout(rows: Rows, from: string, unit: string): Rows {
  const index = indexOf(rows);
  const seen = [index.get(''), ...(from === '' ? [] : [index.get(from)])];
  return seen.flatMap((byUnit) => [
    ...(byUnit?.get('') ?? []),
    ...(unit === '' ? [] : (byUnit?.get(unit) ?? [])),
  ]);
}

/** All rows that a unit hands on by. */
export function rowsFrom(rows: Rows, from: string): Rows {
  const index = indexOf(rows);
  const seen = [index.get(''), ...(from === '' ? [] : [index.get(from)])];
  return seen.flatMap((byUnit) => [...(byUnit?.values() ?? [])].flat());
}
