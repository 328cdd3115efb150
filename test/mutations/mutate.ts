// One small thing wrong with a run, everything else made to agree with it: what the checker must find.

import type { Run } from '../../verify/load.ts';
import { type Cells, keyOf, sumsOf, TABLES, type Table, total } from '../../verify/rows.ts';
import { hashRows } from '../../verify/verify.ts';
import type { Random } from '../auditor/generate-network.ts';

type Writable = { [column: string]: string };
export type Draft = {
  readonly tables: { [table in Table]: Writable[] };
  readonly snapshots: { readonly source: Writable; readonly rows: Writable[] }[];
  readonly certificate: Run['certificate'];
};
/** A row that is no longer what it should be. */
export type Touched = { readonly table: Table; readonly key: string };
export type Mutation = {
  readonly about: string;
  /** Changes the draft; undefined when the run has nothing to change in this way. */
  readonly apply: (draft: Draft, random: Random) => readonly Touched[] | undefined;
};

const AMOUNTS: readonly (readonly [Table, string])[] = [
  ['assignments', 'amount_ore'],
  ['assignments', 'rows'],
  ['own', 'amount_ore'],
  ['flows', 'amount_ore'],
  ['ends', 'amount_ore'],
  ['volumes', 'parts'],
  ['volumes', 'rows'],
  ['unit_costs', 'amount_ore'],
  ['unit_costs', 'provider_ore'],
  ['unit_costs', 'base_ore'],
  ['unit_costs', 'parts'],
  ['unit_costs', 'unit_cost_num'],
  ['unit_costs', 'unit_cost_den'],
  ['prices', 'published_ore'],
  ['prices', 'rounding_effect_ore'],
  ['prices', 'exact_num'],
  ['prices', 'supplements_num'],
  ['prices', 'parts'],
  ['price_parts', 'cost_ore'],
  ['price_parts', 'growth_num'],
  ['price_parts', 'per_measure_num'],
  ['price_parts', 'per_measure_den'],
  ['base_grants', 'published_ore'],
  ['base_grants', 'exact_num'],
  ['supplements', 'amount_num'],
  ['sources', 'read'],
  ['sources', 'refused'],
];

const touch = (table: Table, ...rows: readonly Cells[]): Touched[] =>
  rows.map((row) => ({ table, key: keyOf(row, TABLES[table][0]) }));

function pick<T>(random: Random, from: readonly T[]): T | undefined {
  return from.length === 0 ? undefined : from[random.below(from.length)];
}

/** Adds to a cell; the key is the row's, which a number is no part of. */
function shift(row: Writable, column: string, by: bigint): void {
  row[column] = `${BigInt(row[column] ?? 0) + by}`;
}

const sign = (random: Random): bigint => (random.chance(50) ? 1n : -1n);

const shifted: Mutation[] = AMOUNTS.map(([table, column]) => ({
  about: `one more or less in ${table}.${column}`,
  apply: ({ tables }, random) => {
    const row = pick(random, tables[table]);
    if (row) shift(row, column, sign(random));
    return row && touch(table, row);
  },
}));

const moved: Mutation[] = AMOUNTS.filter(([, column]) => /_ore$|^parts$/.test(column)).map(
  ([table, column]) => ({
    about: `one moved between rows of ${table}.${column}`,
    apply: ({ tables }, random) => {
      const from = pick(random, tables[table]);
      const to = pick(
        random,
        tables[table].filter((row) => row !== from),
      );
      if (!from || !to) return undefined;
      shift(from, column, -1n);
      shift(to, column, 1n);
      return touch(table, from, to);
    },
  }),
);

const everyTable = (Object.keys(TABLES) as Table[]).filter((table) => table !== 'findings');

const doubled: Mutation[] = everyTable
  .filter((table) => table !== 'sources')
  .map((table) => ({
    about: `a row of ${table} doubled`,
    apply: ({ tables }, random) => {
      const row = pick(random, tables[table]);
      if (row) tables[table].push({ ...row });
      return row && touch(table, row);
    },
  }));

const dropped: Mutation[] = everyTable.map((table) => ({
  about: `a row of ${table} dropped`,
  apply: ({ tables }, random) => {
    const row = pick(random, tables[table]);
    if (row) tables[table].splice(tables[table].indexOf(row), 1);
    return row && touch(table, row);
  },
}));

/** The account goes to another pool, and own cost is summed again so that it agrees. */
const movedAccount: Mutation = {
  about: 'an account moved to another pool, own cost repaired',
  apply: ({ tables, certificate }, random) => {
    const row = pick(random, tables.assignments);
    const pool = pick(
      random,
      certificate.identity.model.costing.pools.filter(({ name }) => name !== row?.['pool']),
    );
    if (!row || !pool) return undefined;
    Object.assign(row, { pool: pool.name, answers: pool.answers, paid_as: pool.paidAs });
    const placed = tables.assignments.map((account) => ({
      ...account,
      node: `pool:${account['pool']}/${account['unit']}`,
    }));
    const own = [...sumsOf(placed, TABLES.own[0])].filter(([, amount]) => amount !== 0n);
    tables.own = own.map(([key, amount]) => {
      const [node = '', nature = '', answers = '', paid_as = ''] = key.split('|');
      return { node, nature, answers, paid_as, amount_ore: `${amount}` };
    });
    return touch('assignments', row);
  },
};

/** A node hands on in another proportion. Nodes with one way out have no proportion to change. */
const changedWeight: Mutation = {
  about: 'a weight changed',
  apply: ({ tables }, random) => {
    const row = pick(random, tables.weights);
    if (row) shift(row, 'weight', row['weight'] === '1' ? 1n : sign(random));
    return row && touch('weights', row);
  },
};

const changedThroughput: Mutation = {
  about: 'an øre more or less in throughput',
  apply: ({ tables }, random) => {
    const row = pick(random, tables.throughput);
    if (row) shift(row, 'value', sign(random) << 96n);
    return row && touch('throughput', row);
  },
};

/** A posting or record of the register is another than the run was made from. */
const changedSnapshot: Mutation = {
  about: 'a row of a snapshot changed',
  apply: ({ tables, snapshots, certificate }, random) => {
    const year = `${certificate.identity.model.years.cost}`;
    const snapshot = pick(random, snapshots);
    const row = pick(random, snapshot?.rows.filter((row) => row['year'] === year) ?? []);
    if (!snapshot || !row) return undefined;
    const isLedger = snapshot.source['register'] === 'ledger';
    shift(row, isLedger ? 'amount_ore' : 'parts', sign(random));
    if (!isLedger) return touch('volumes', { ...row, state: snapshot.source['kind'] });
    const account = TABLES.assignments[0].replace(' unit', '');
    const placed = tables.assignments.filter((one) => keyOf(one, account) === keyOf(row, account));
    return touch('assignments', ...placed);
  },
};

/** Every way in which a run can be wrong that the checker must see. */
export const MUTATIONS: readonly Mutation[] = [
  ...[...shifted, ...moved, ...doubled, ...dropped],
  ...[movedAccount, movedAccount, movedAccount, changedWeight, changedWeight, changedWeight],
  ...[changedThroughput, changedThroughput, changedSnapshot, changedSnapshot, changedSnapshot],
];

/** A copy that can be written to. */
export const draftOf = (run: Run): Draft => structuredClone(run) as unknown as Draft;

/** Makes everything that is stated about the tables agree with them: hashes, totals, sums of the sources. */
export function repair(run: Run, draft: Draft): Run {
  const tables = draft.tables as unknown as Run['tables'];
  const hashes = Object.keys(run.certificate.tables).map((table) => [
    table,
    { hash: hashRows(table, tables[table as Table]), rows: tables[table as Table].length },
  ]);
  for (const { source, rows } of draft.snapshots) {
    const [column, name] =
      source['register'] === 'ledger'
        ? (['amount_ore', 'sumOre'] as const)
        : (['parts', 'sumParts'] as const);
    const sum = `${total(rows, column)}`;
    const stated = draft.tables.sources.find(({ snapshot }) => snapshot === source['snapshot']);
    for (const found of [source, ...(stated ? [stated] : [])]) found[name] = sum;
  }
  return {
    folder: run.folder,
    certificate: {
      ...run.certificate,
      tables: Object.fromEntries(hashes),
      totals: totalsOf(run.certificate, tables),
    },
    tables,
    snapshots: draft.snapshots as unknown as Run['snapshots'],
  };
}

/** The certificate's sums, of the tables as they now are. */
function totalsOf({ totals }: Run['certificate'], tables: Run['tables']): Run['certificate']['totals'] {
  const ends = tables.ends.map((row) => ({ ...row, kind: `${row['node']}`.replace(/:.*/s, '') }));
  return totals.map(({ table, by, sum }) => {
    const sums = sumsOf(table === 'ends' ? ends : tables[table as Table], by, sum);
    return { table, by, sum, values: Object.fromEntries([...sums].map(([key, value]) => [key, `${value}`])) };
  });
}
