// From delivered files to accounts and volumes: everything that was read is there, and each account lies in the first
// pool that fits it.

import type { Codes, Model, Run, Unit } from './load.ts';
import { type Due, type Row, STRAND, summed, TABLES, total, whole } from './rows.ts';

/** Files counted again (KOSTRA: summed), snapshots summed again; accounts and volumes of the cost year from these. */
export function fromSources({ snapshots, certificate: { identity } }: Run): Due {
  const sources = snapshots.map(({ source, rows, taken = rows, file }) => {
    const read = BigInt(file?.rows ?? whole(source, 'read'));
    const refused = read - total(taken, 'rows');
    const sumOre = (refused === 0n && file?.sumOre) || total(rows);
    const sums = source['register'] === 'ledger' ? { sumOre } : { sumParts: total(rows, 'parts') };
    return { snapshot: source['snapshot'], read, refused, ...sums };
  });
  const { model } = identity;
  const all = snapshots.flatMap(({ source, rows }) =>
    rows.map((row): Row => ({ ...source, ...row, state: `${source['kind']}`, unit: unitOf(model, row) })),
  );
  const ofYear = Map.groupBy(all, ({ register, year }) => year === `${model.years.cost}` && register);
  const actual = ofYear.get('ledger')?.filter(({ kind }) => kind === 'actual');
  const accounts = summed(actual ?? [], TABLES.assignments[0], 'rows', 'amount_ore');
  return {
    sources: [...identity.snapshots.map((snapshot) => ({ snapshot })), ...sources],
    assignments: accounts.map((account) => ({ ...account, ...assign(model, account) })),
    volumes: summed(ofYear.get('activity') ?? [], TABLES.volumes[0], 'parts', 'rows'),
  };
}

const holds = (codes: Codes, code = ''): boolean =>
  codes.some(({ from, to, prefix }) => {
    const start = prefix ? code.slice(0, from.length) : code;
    return start.length === from.length && from <= start && start <= to;
  });

/** The unit of an activity, or that has a responsibility in the month (0: in the year; of several the first); its heir. */
function unitOf({ units, organisation }: Model, { responsibility, year, month, unit }: Row): string {
  const at = (other: number) => `${year}-${`${Number(month) || other}`.padStart(2, '0')}`;
  const has = ({ from = '', to = '~', responsibilities }: Unit) =>
    holds(responsibilities, responsibility) && from <= at(12) && at(1) <= to;
  const owner = (organisation?.holdings ?? units).find(has) ?? units.find(({ id }) => id === 'municipality');
  const then = unit ?? owner?.id ?? '';
  return organisation?.heirs[then]?.[0]?.['unit'] ?? then;
}

/** The first pool that fits, the nature of the article, the pools that also fit. */
function assign({ concepts, costing, years }: Model, account: Row) {
  const { unit = '', article } = account;
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
  return { pool: name, nature, answers, paid_as, also_fits: tested.map(({ name }) => name).join(', ') };
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
