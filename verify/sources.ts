// From delivered files to accounts and volumes: everything that was read is there, and each account lies in the first
// pool that fits it.

import type { Codes, Model, Run } from './load.ts';
import { type Due, type Row, STRAND, summed, TABLES, total, whole } from './rows.ts';

/** Files counted again (KOSTRA: summed), snapshots summed again; accounts and volumes of the cost year from these. */
export function fromSources({ snapshots, certificate: { identity } }: Run): Due {
  const sources = snapshots.map(({ source, rows, taken, file }) => {
    const read = BigInt(file?.rows ?? whole(source, 'read'));
    const refused = read - total(taken, 'rows');
    const sumOre = (refused === 0n && file?.sumOre) || total(rows);
    const sums = source['register'] === 'ledger' ? { sumOre } : { sumParts: total(rows, 'parts') };
    return { snapshot: source['snapshot'], read, refused, ...sums };
  });
  const all = snapshots.flatMap(({ source, rows }) => rows.map((row): Row => ({ ...source, ...row })));
  const ofYear = all.filter(({ year }) => year === `${identity.model.years.cost}`);
  const actual = ofYear.filter(({ register, kind }) => register === 'ledger' && kind === 'actual');
  const activity = ofYear.filter(({ register }) => register === 'activity');
  const records = activity.map((row): Row => ({ ...row, state: `${row['kind']}` }));
  const accounts = summed(actual, TABLES.assignments[0], 'rows', 'amount_ore');
  return {
    sources: [...identity.snapshots.map((snapshot) => ({ snapshot })), ...sources],
    assignments: accounts.map((account) => ({ ...account, ...assign(identity.model, account) })),
    volumes: summed(records, TABLES.volumes[0], 'parts', 'rows'),
  };
}

const holds = (codes: Codes, code = ''): boolean =>
  codes.some(({ from, to, prefix }) => {
    const start = prefix ? code.slice(0, from.length) : code;
    return start.length === from.length && from <= start && start <= to;
  });

/** The first pool that fits, the unit of the responsibility, the nature of the article, the pools that also fit. */
function assign({ units, concepts, costing, years }: Model, account: Row) {
  const { responsibility, article } = account;
  const owner = units.find(({ responsibilities }) => holds(responsibilities, responsibility));
  const { id: unit = '' } = owner ?? units.find(({ id }) => id === 'municipality') ?? {};
  const isDue = ({ from = 0, to = 9999 }) => from <= years.cost && years.cost <= to;
  const holding = concepts.filter((concept) => isDue(concept.years) && holds(concept.articles, article));
  const [pool, ...later] = costing.pools.filter(
    ({ test, units, concept }) =>
      Object.entries(test).every(([field, codes]) => holds(codes, account[field])) &&
      (!units || units.includes(unit)) &&
      (!concept || holding.some(({ name }) => name === concept)),
  );
  const byArticle = costing.natures.find(({ articles }) => holds(articles, article))?.nature;
  const { name, nature = byArticle ?? 'unknown', answers, paidAs: paid_as } = pool ?? {};
  const tested = later.filter(({ test, units, concept }) => units || concept || Object.keys(test).length > 0);
  return { unit, pool: name, nature, answers, paid_as, also_fits: tested.map(({ name }) => name).join(', ') };
}

/** Volumes in the state that divides cost; an open service has none. */
export function volumesOf({ tables, certificate }: Run): Row[] {
  const { costing, services } = certificate.identity.model;
  const isOpen = (service = '') => services.some(({ id, open }) => open && id === service);
  return tables.volumes.filter(({ state, service }) => state === costing.volumes && !isOpen(service));
}

/** Primary cost, the accounts of each pool at each unit; and the nodes: what the network names, what has a volume. */
export function fromAccounts(run: Run): Due {
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
