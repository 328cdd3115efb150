// From delivered files to accounts and volumes: everything that was read is there, and each account lies in the first
// pool that fits it.

import type { Codes, Model, Run } from './load.ts';
import { type Due, grouped, type Row, STRAND, sumsOf, TABLES, total, whole } from './rows.ts';

/** Files counted again (KOSTRA: summed) and snapshots summed again; accounts and volumes of the cost year from these. */
export function fromSources({ snapshots, certificate }: Run): { [table: string]: Due } {
  const { model } = certificate.identity;
  const sources = snapshots.map(({ source, rows, file }) => {
    const read = BigInt(file?.rows ?? whole(source, 'read'));
    const refused = read - total(rows, 'rows');
    const sumOre = (refused === 0n && file?.sumOre) || total(rows);
    const sum = source['register'] === 'ledger' ? { sumOre } : { sumParts: total(rows, 'parts') };
    return [`${source['snapshot']}`, { read, refused, ...sum }] as const;
  });
  const rowsOf = (register: string): Row[] =>
    snapshots
      .filter(({ source }) => source['register'] === register)
      .flatMap(({ source, rows }) => rows.map((row): Row => ({ ...row, state: `${source['kind']}` })))
      .filter(({ year }) => year === `${model.years.cost}`);
  const actual = rowsOf('ledger').filter(({ state }) => state === 'actual');
  const assignments = [...grouped(actual, TABLES.assignments[0])].map(([key, rows]) => {
    const assigned = assign(model, rows[0] ?? {});
    return [key, { ...assigned, rows: total(rows, 'rows'), amount_ore: total(rows) }] as const;
  });
  const volumes = [...grouped(rowsOf('activity'), TABLES.volumes[0])].map(
    ([key, rows]) => [key, { parts: total(rows, 'parts'), rows: total(rows, 'rows') }] as const,
  );
  const listed = certificate.identity.snapshots.map((snapshot) => [snapshot, {}] as const);
  return {
    sources: new Map([...listed, ...sources]),
    assignments: new Map(assignments),
    volumes: new Map(volumes),
  };
}

const holds = (codes: Codes, code = ''): boolean =>
  codes.some(({ from, to, prefix }) => {
    const start = prefix ? code.slice(0, from.length) : code;
    return start.length === from.length && from <= start && start <= to;
  });

/** The first pool that fits, the unit of the responsibility, the nature of the article, and the pools that also fit. */
function assign({ units, concepts, costing, years }: Model, account: Row) {
  const { responsibility, article } = account;
  const owner = units.find(({ responsibilities }) => holds(responsibilities, responsibility));
  const { id: unit = '' } = owner ?? units.find(({ id }) => id === 'municipality') ?? {};
  const isDue = (from = 0, to = 9999) => from <= years.cost && years.cost <= to;
  const within = concepts.filter((concept) => isDue(concept.years.from, concept.years.to));
  const [pool, ...later] = costing.pools.filter(
    ({ test, units, concept }) =>
      Object.entries(test).every(([field, codes]) => holds(codes, account[field])) &&
      (!units || units.includes(unit)) &&
      (!concept || within.some(({ name, articles }) => name === concept && holds(articles, article))),
  );
  const byArticle = costing.natures.find(({ articles }) => holds(articles, article))?.nature;
  const { name, nature = byArticle ?? 'unknown', answers, paidAs } = pool ?? {};
  const also = later.filter(({ test, units, concept }) => units || concept || Object.keys(test).length > 0);
  return {
    unit,
    pool: name,
    nature,
    answers,
    paid_as: paidAs,
    also_fits: also.map(({ name }) => name).join(', '),
  };
}

/** Primary cost, the accounts of each pool at each unit; and the nodes: what the network names, what has a volume. */
export function fromAccounts({ tables, certificate }: Run): { [table: string]: Due } {
  const placed = tables.assignments.map((row) => ({ ...row, node: `pool:${row['pool']}/${row['unit']}` }));
  const own = [...sumsOf(placed, `node ${STRAND}`)].filter(([, sum]) => sum !== 0n);
  const counted = tables.volumes.filter(({ state }) => state === certificate.identity.model.costing.volumes);
  const objects = counted.map(({ service, unit, level }) => `object:${service}/${unit}/${level}`);
  const network = [...tables.own, ...tables.weights].flatMap((row) => [
    row['node'] ?? row['from_node'],
    row['to_node'],
  ]);
  const named = new Set([...network.filter((node) => node !== undefined), ...objects]);
  const described = tables.nodes.map(({ node = '', kind = '', name, unit, service, level }) => {
    const rest = /pool|activity|service|unused/.test(kind) ? `${name}/${unit}` : name;
    return [node, { node: `${kind}:${kind === 'object' ? `${service}/${unit}/${level}` : rest}` }] as const;
  });
  const nodes = described.filter(([node]) => named.has(node));
  const missing = [...named].map((node) => [node, {}] as const);
  return {
    own: new Map(own.map(([key, amount_ore]) => [key, { amount_ore }])),
    nodes: new Map([...missing, ...nodes]),
  };
}
