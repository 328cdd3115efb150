// Every way in which a costing run can be wrong that its checker must see.

import { type CostingTable, type Model, STRAND, TABLES } from '../../verify/costing/tables.ts';
import { keyOf, summed, whole } from '../../verify/rows.ts';
import {
  doubled,
  dropped,
  leftOut,
  type Mutation,
  moved,
  pick,
  shift,
  shifted,
  sign,
  touch,
} from './mutate.ts';

type Named = CostingTable | 'sources' | 'findings';
const KNOWN = { ...TABLES, sources: ['snapshot', ''], findings: ['number', ''] } as const;

const AMOUNTS: readonly (readonly [Named, string])[] = [
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
const MOVABLE = AMOUNTS.filter(([, column]) => /_ore$|^parts$/.test(column));
const EVERY = (Object.keys(KNOWN) as Named[]).filter((table) => table !== 'findings');

/** The account goes to another pool, and own cost is summed again so that it agrees. */
const movedAccount: Mutation<CostingTable> = {
  about: 'an account moved to another pool, own cost repaired',
  apply: ({ tables, certificate }, random) => {
    const row = pick(random, tables.assignments);
    const { pools } = (certificate.identity.model as Model).costing;
    const pool = pick(
      random,
      pools.filter(({ name }) => name !== row?.['pool']),
    );
    if (!row || !pool) return undefined;
    Object.assign(row, { pool: pool.name, answers: pool.answers, paid_as: pool.paidAs });
    const placed = tables.assignments.map((account) => ({
      ...account,
      node: `pool:${account['pool']}/${account['unit']}`,
    }));
    const own = summed(placed, `node ${STRAND}`, 'amount_ore');
    tables.own = own.filter((one) => whole(one) !== 0n).map((one) => ({ ...one }));
    return touch('assignments', TABLES.assignments[0], row);
  },
};

/** A node hands on in another proportion. Nodes with one way out have no proportion to change. */
const changedWeight: Mutation<CostingTable> = {
  about: 'a weight changed',
  apply: ({ tables }, random) => {
    const row = pick(random, tables.weights);
    if (row) shift(row, 'weight', row['weight'] === '1' ? 1n : sign(random));
    return row && touch('weights', TABLES.weights[0], row);
  },
};

const changedThroughput: Mutation<CostingTable> = {
  about: 'an øre more or less in throughput',
  apply: ({ tables }, random) => {
    const row = pick(random, tables.throughput);
    if (row) shift(row, 'value', sign(random) << 96n);
    return row && touch('throughput', TABLES.throughput[0], row);
  },
};

/** A posting or record of the register is another than the run was made from. A unit that has ended shows in its heirs. */
const changedSnapshot: Mutation<CostingTable> = {
  about: 'a row of a snapshot changed',
  apply: ({ tables, snapshots, certificate }, random) => {
    const { years, organisation } = certificate.identity.model as Model;
    const snapshot = pick(random, snapshots);
    const row = pick(random, snapshot?.rows.filter((row) => row['year'] === `${years.cost}`) ?? []);
    if (!snapshot || !row) return undefined;
    const isLedger = snapshot.source['register'] === 'ledger';
    shift(row, isLedger ? 'amount_ore' : 'parts', sign(random));
    if (!isLedger) {
      const heirs = organisation?.heirs[`${row['unit']}`] ?? [{ unit: `${row['unit']}` }];
      const given = heirs.map(({ unit }) => ({ ...row, unit, state: snapshot.source['kind'] }));
      return touch('volumes', TABLES.volumes[0], ...given);
    }
    const account = TABLES.assignments[0].replace(' unit', '');
    const placed = tables.assignments.filter((one) => keyOf(one, account) === keyOf(row, account));
    return touch('assignments', TABLES.assignments[0], ...placed);
  },
};

export const COSTING_MUTATIONS: readonly Mutation<Named>[] = [
  ...[...shifted(KNOWN, AMOUNTS), ...moved(KNOWN, MOVABLE)],
  ...doubled(
    KNOWN,
    EVERY.filter((table) => table !== 'sources'),
  ),
  ...dropped(KNOWN, EVERY),
  ...leftOut(Object.keys(TABLES) as CostingTable[]),
  ...[movedAccount, movedAccount, movedAccount, changedWeight, changedWeight, changedWeight],
  ...[changedThroughput, changedThroughput, changedSnapshot, changedSnapshot, changedSnapshot],
];
