// From delivered files to accounts and volumes: everything that was read is there, and each account lies in the first
// pool that fits it.

import { assign, atUnits } from '../accounts.ts';
import { type Due, type Row, summed, whole } from '../rows.ts';
import { type CostingRun, type CostingTable, modelOf, STRAND, TABLES } from './tables.ts';

/** Accounts and volumes of the cost year from the snapshots, at the units that answer for them. */
export function fromSources(run: CostingRun): Due<CostingTable> {
  const model = modelOf(run);
  const all = run.snapshots.flatMap(({ source, rows }) =>
    rows.map((row): Row => ({ ...source, ...row, state: `${source['kind']}` })),
  );
  const ofYear = Map.groupBy(all, ({ register, year }) => year === `${model.years.cost}` && register);
  const actual = ofYear.get('ledger')?.filter(({ kind }) => kind === 'actual') ?? [];
  const accounts = atUnits(model, actual, TABLES.assignments[0], 'rows', 'amount_ore');
  return {
    assignments: accounts.map((account) => ({ ...account, ...assign(model, account) })),
    volumes: atUnits(model, ofYear.get('activity') ?? [], TABLES.volumes[0], 'parts', 'rows'),
  };
}

/** Volumes in the state that divides cost; an open service has none. */
export function volumesOf(run: CostingRun): Row[] {
  const { costing, services } = modelOf(run);
  const isOpen = (service = '') => services.some(({ id, open }) => open && id === service);
  return run.tables.volumes.filter(({ state, service }) => state === costing.volumes && !isOpen(service));
}

/** Primary cost, the accounts of each pool at each unit; and the nodes: what the network names, what has a volume. */
export function fromAccounts(run: CostingRun): Due<CostingTable> {
  const at = ({ pool, unit }: Row) => `pool:${pool}/${unit}`;
  const placed = run.tables.assignments.map((row) => ({ ...row, node: at(row) }));
  const ways = run.tables.weights.flatMap(({ from_node, to_node }) => [from_node, to_node]);
  const objects = volumesOf(run).map(({ service, unit, level }) => {
    return { node: `object:${service}/${unit}/${level}`, kind: 'object', service, unit, level };
  });
  return {
    own: summed(placed, `node ${STRAND}`, 'amount_ore').filter((row) => whole(row) !== 0n),
    nodes: [...ways.map((node) => ({ node, kind: node?.replace(/:.*/s, '') })), ...objects],
  };
}
