// One small thing wrong with a run, everything else made to agree with it: what a checker must find.

import { hashRows } from '../../verify/certificate.ts';
import type { Run } from '../../verify/load.ts';
import { type About, type Cells, keyOf, type Row, sumsOf, type Tables, total } from '../../verify/rows.ts';
import type { Random } from '../auditor/generate-network.ts';

type Writable = { [column: string]: string };
export type Draft<T extends string = string> = {
  readonly tables: { [table in T | 'sources']: Writable[] };
  readonly snapshots: { readonly source: Writable; readonly rows: Writable[] }[];
  readonly certificate: Run['certificate'];
};
/** A row that is no longer what it should be. */
export type Touched = { readonly table: string; readonly key: string };
export type Mutation<T extends string = string> = {
  readonly about: string;
  /** Changes the draft; undefined when the run has nothing to change in this way. */
  apply(draft: Draft<T>, random: Random): readonly Touched[] | undefined;
};
/** What identifies the rows of each table. */
type Known<T extends string> = { readonly [table in T]: About };

/** The rows of a table as what was touched, by their keys. */
export const touch = (table: string, key: string, ...rows: readonly Cells[]): Touched[] =>
  rows.map((row) => ({ table, key: keyOf(row, key) }));

export const pick = <T>(random: Random, from: readonly T[]): T | undefined =>
  from.length === 0 ? undefined : from[random.below(from.length)];

/** Adds to a cell; the key is the row's, which a number is no part of. */
export function shift(row: Writable, column: string, by: bigint): void {
  row[column] = `${BigInt(row[column] ?? 0) + by}`;
}

export const sign = (random: Random): bigint => (random.chance(50) ? 1n : -1n);

/** One more or less in each of the columns. */
export const shifted = <T extends string>(
  known: Known<T>,
  columns: readonly (readonly [T, string])[],
): Mutation<T>[] =>
  columns.map(([table, column]) => ({
    about: `one more or less in ${table}.${column}`,
    apply: ({ tables }, random) => {
      const row = pick(random, tables[table]);
      if (row) shift(row, column, sign(random));
      return row && touch(table, known[table][0], row);
    },
  }));

/** One moved from a row to another, so that the column's sum is what it was. */
export const moved = <T extends string>(
  known: Known<T>,
  columns: readonly (readonly [T, string])[],
): Mutation<T>[] =>
  columns.map(([table, column]) => ({
    about: `one moved between rows of ${table}.${column}`,
    apply: ({ tables }, random) => {
      const from = pick(random, tables[table]);
      const others: readonly Writable[] = tables[table];
      const to = pick(
        random,
        others.filter((row) => row !== from),
      );
      if (!from || !to) return undefined;
      shift(from, column, -1n);
      shift(to, column, 1n);
      return touch(table, known[table][0], from, to);
    },
  }));

export const doubled = <T extends string>(known: Known<T>, names: readonly T[]): Mutation<T>[] =>
  names.map((table) => ({
    about: `a row of ${table} doubled`,
    apply: ({ tables }, random) => {
      const row = pick(random, tables[table]);
      if (row) tables[table].push({ ...row });
      return row && touch(table, known[table][0], row);
    },
  }));

export const dropped = <T extends string>(known: Known<T>, names: readonly T[]): Mutation<T>[] =>
  names.map((table) => ({
    about: `a row of ${table} dropped`,
    apply: ({ tables }, random) => {
      const row = pick(random, tables[table]);
      if (row) tables[table].splice(tables[table].indexOf(row), 1);
      return row && touch(table, known[table][0], row);
    },
  }));

/** A whole table that is not there, and that the certificate says nothing of. */
export const leftOut = <T extends string>(names: readonly T[]): Mutation<T>[] =>
  names.map((table) => ({
    about: `the table ${table} left out`,
    apply: ({ tables, certificate }) => {
      Reflect.deleteProperty(tables, table);
      Reflect.deleteProperty(certificate.tables, table);
      return [{ table, key: '' }];
    },
  }));

/** A copy that can be written to. */
export const draftOf = (run: Run): Draft => structuredClone(run) as unknown as Draft;

/** Makes everything that is stated about the tables agree with them: hashes, totals, sums of the sources. */
export function repair(run: Run, draft: Draft): Run {
  const { tables, snapshots } = draft;
  for (const { source, rows } of snapshots) {
    const [column, name] =
      source['register'] === 'ledger'
        ? (['amount_ore', 'sumOre'] as const)
        : (['parts', 'sumParts'] as const);
    const sum = `${total(rows, column)}`;
    const stated = tables['sources']?.find(({ snapshot }) => snapshot === source['snapshot']);
    for (const found of [source, ...(stated ? [stated] : [])]) found[name] = sum;
  }
  const certificate = { ...draft.certificate, ...restated(draft.certificate, tables) };
  const same = { folder: run.folder, read: run.read ?? {} };
  return { ...same, certificate, tables, snapshots: snapshots as unknown as Run['snapshots'] };
}

/** The hashes and totals of a certificate, of the tables as they now are. */
export function restated(
  { tables: stated, totals = [] }: Run['certificate'],
  tables: Tables,
): Required<Pick<Run['certificate'], 'tables' | 'totals'>> {
  const hashes = Object.keys(stated).map((table) => {
    const rows = tables[table] ?? [];
    return [table, { hash: hashRows(table, rows), rows: rows.length }];
  });
  const sums = totals.map(({ table, by, sum }) => {
    const values = [...sumsOf((tables[table] ?? []).map(withKind), by, sum)];
    return {
      table,
      by,
      sum,
      values: Object.fromEntries(values.map(([key, value]) => [key, `${value}`])),
    };
  });
  return { tables: Object.fromEntries(hashes), totals: sums };
}

const withKind = (row: Row): Row => ({ kind: `${row['node']}`.replace(/:.*/s, ''), ...row });
