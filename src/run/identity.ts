// What makes a run the run that it is: the snapshots in force, the model as resolved, the rules of the program and
// the period. The same four give the same run, on any machine and under any path.

import type { Model } from '../model/model.ts';
import { byKey } from '../money/apportion.ts';
import { sha256 } from '../store/canonical-json.ts';

/**
 * The rules by which figures are computed. Bumped when a golden case changes its figures, never by a release that
 * changes only texts: two runs of different rules are different runs.
 */
export const RULES_VERSION = 1;

/** The year that is costed; a month when months are closed one by one (0 = the whole year). */
export type Period = { readonly year: number; readonly month: number };

export type RunIdentity = {
  readonly snapshots: readonly string[];
  readonly model: Model;
  readonly rulesVersion: number;
  readonly period: Period;
  /** What was accepted, in order of accepted.yaml: it stands beside the findings in the results. */
  readonly accepted?: readonly {
    readonly rule: string;
    readonly place: string;
    readonly reason: string;
    readonly date: string;
  }[];
};

/** JSON data as `JSON.parse` gives it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * Any readonly data as JSON data in one way only: bigints as decimal text (a reader of JSON would lose their last
 * digits), maps and objects with sorted keys, `undefined` left out.
 * @throws TypeError for what is no data, such as a function or NaN.
 * @example toJson(new Map([['b', 2n], ['a', 1]])) // { a: 1, b: '2' }
 */
export function toJson(value: unknown): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map(toJson);
  if (value instanceof Map) return sortedObject([...value]);
  if (typeof value === 'object') return sortedObject(Object.entries(value));
  throw new TypeError(`${typeof value} is no data`);
}

function sortedObject(entries: readonly (readonly [unknown, unknown])[]): Json {
  const kept = entries
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => [String(key), toJson(value)] as const);
  return Object.fromEntries(kept.sort(([a], [b]) => byKey(a, b)));
}

/** Keys that say where a thing was read, by the shape of what they hold (a unit may be called "at"). */
const isPlace = (key: string, value: Json): boolean =>
  (key === 'at' && typeof value === 'object' && value !== null && 'line' in value) ||
  ((key === 'row' || key === 'file') && typeof value !== 'object');

function withoutPlaces(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([key, inner]) => !isPlace(key, inner));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutPlaces(inner)]));
}

/**
 * The model as JSON data, resolved, with its driver tables. File names, line and row numbers say nothing about the
 * figures and stay out; so do the declarations of sources, which every snapshot holds for its own file.
 */
export function modelAsData(model: Model): { readonly [key: string]: Json } {
  const {
    file: _file,
    ledger: _ledger,
    activity: _activity,
    people: _people,
    circumstances: _around,
    ...rest
  } = model;
  return withoutPlaces(toJson(rest)) as { [key: string]: Json };
}

/** The model of a costing run: how units are financed afterwards changes nothing in what their services cost. */
export function costingModel({ financing: _, years, ...rest }: Model): Model {
  const { cost, price } = years;
  return { ...rest, years: { cost, price } };
}

/** The run's identity as JSON data, as the certificate holds it; snapshots sorted. */
export function identityAsData({ snapshots, model, rulesVersion, period, accepted = [] }: RunIdentity): Json {
  const always = { snapshots: [...snapshots].sort(), model: modelAsData(model), rulesVersion, period };
  return toJson(accepted.length === 0 ? always : { ...always, accepted });
}

/** The first 16 hex digits of SHA-256 over an identity's data as JSON text: what a run or a followed month is called. */
export const idOf = (identity: Json): string => sha256(JSON.stringify(identity)).slice(0, 16);

export const runId = (identity: RunIdentity): string => idOf(identityAsData(identity));
