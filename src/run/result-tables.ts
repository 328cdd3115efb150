// A run's values as the tables that it writes: what costing and prices gave, row by row, with nothing computed that
// they had not computed. Rows of zero øre are left out, so that each table has one form only.

import { describePlace, type Finding, GRAVITY } from '../findings/finding.ts';
import type { Model } from '../model/model.ts';
import { byKey } from '../money/apportion.ts';
import { gcd, ZERO } from '../money/fraction.ts';
import { sumOre } from '../money/ore.ts';
import { partsPerMeasure, type Volume } from '../tables/activity.ts';
import type { CostObject, Costs } from '../tables/costs.ts';
import type { Edge, NodeAmount, Strand } from '../tables/network.ts';
import type { PriceList } from '../tables/prices.ts';
import {
  ASSIGNMENTS,
  BASE_GRANTS,
  ENDS,
  FINDINGS,
  FLOWS,
  NODES,
  OWN,
  PRICE_PARTS,
  PRICES,
  SUPPLEMENTS,
  THROUGHPUT,
  UNIT_COSTS,
  VOLUMES,
  WEIGHTS,
} from '../tables/results.ts';
import { fractionCells } from '../tables/row-cells.ts';
import type { Row, Table } from '../tables/schema.ts';

export type RunValues = {
  readonly model: Model;
  readonly costs: Costs;
  /** Absent when the prices were refused: their tables are then empty. */
  readonly prices?: PriceList | undefined;
  /** All states of the cost year. */
  readonly volumes: readonly Volume[];
  readonly findings: readonly Finding[];
};

/** Every table of a run (tables/results.ts), rows in the order in which the values stand. */
export function resultTables({ model, costs, prices, volumes, findings }: RunValues): Table[] {
  const entity = model.municipality.id;
  return [
    assignments(entity, model, costs),
    ...networkTables(entity, costs),
    { schema: VOLUMES, rows: volumes.map((volume) => ({ entity, ...volume })) },
    { schema: UNIT_COSTS, rows: costs.objects.map((object) => unitCost(entity, object)) },
    ...priceTables(entity, prices),
    { schema: FINDINGS, rows: findingRows(entity, findings) },
  ];
}

function assignments(entity: string, model: Model, costs: Costs): Table {
  const pools = new Map(model.costing.pools.map((pool) => [pool.name, pool]));
  const rows = costs.assignments.map(({ amountOre, alsoFits, ...assignment }) => {
    const pool = pools.get(assignment.pool);
    if (!pool) throw new Error(`an account was given to "${assignment.pool}", which is no pool of the model`);
    const {
      class: accountClass,
      responsibility,
      function: ledgerFunction,
      article,
      own,
      object,
    } = assignment;
    const { project, unit, nature } = assignment;
    return {
      ...{ entity, class: accountClass, responsibility, function: ledgerFunction, article, own, object },
      ...{ project, unit, pool: pool.name, nature, answers: pool.answers, paid_as: pool.paidAs },
      ...{ rows: assignment.rows, amount_ore: amountOre, also_fits: alsoFits },
    };
  });
  return { schema: ASSIGNMENTS, rows };
}

const strandCells = ({ nature, answers, paidAs }: Strand) => ({ nature, answers, paid_as: paidAs });

function networkTables(entity: string, { network, solution }: Costs): Table[] {
  const { nodes, strands, edges } = network;
  const key = (node: number): string => nodes[node]!.key;
  const cells = (strand: number) => strandCells(strands[strand]!);
  const amounts = (list: readonly NodeAmount[]): Row[] =>
    list
      .filter(({ amountOre }) => amountOre !== 0n)
      .map(({ node, strand, amountOre }) => ({
        ...{ entity, node: key(node), ...cells(strand), amount_ore: amountOre },
      }));
  const throughput = solution.throughput.flatMap((values, strand) =>
    values.flatMap((value, node) =>
      value === 0n ? [] : [{ entity, node: key(node), ...cells(strand), value }],
    ),
  );
  const flows = solution.flows
    .filter(({ amountOre }) => amountOre !== 0n)
    .map(({ edge, strand, amountOre }) => {
      const { from, to } = edges[edge]!;
      return {
        ...{ entity, from_node: key(from), to_node: key(to), ...cells(strand), amount_ore: amountOre },
      };
    });
  const nodeRows = nodes.map(({ key: node, ...rest }) => ({ entity, node, ...rest }));
  const divisors = commonDivisors(edges);
  const weights = edges.map(({ from, to, weight }) => ({
    ...{ entity, from_node: key(from), to_node: key(to), weight: weight / (divisors.get(from) ?? 1n) },
  }));
  return [
    { schema: NODES, rows: nodeRows },
    { schema: WEIGHTS, rows: weights },
    { schema: OWN, rows: amounts(network.own) },
    { schema: THROUGHPUT, rows: throughput },
    { schema: FLOWS, rows: flows },
    { schema: ENDS, rows: amounts(solution.ends) },
  ];
}

/** The greatest common divisor of the weights that leave each node: only their proportion says anything. */
function commonDivisors(edges: readonly Edge[]): Map<number, bigint> {
  const divisors = new Map<number, bigint>();
  for (const { from, weight } of edges) divisors.set(from, gcd(divisors.get(from) ?? 0n, weight));
  return divisors;
}

function unitCost(entity: string, object: CostObject): Row {
  const sumWhere = (test: (strand: Strand) => boolean): bigint =>
    sumOre(object.costs.filter(({ strand }) => test(strand)).map(({ amountOre }) => amountOre));
  return {
    ...{ entity, service: object.service, unit: object.unit, level: object.level, measure: object.measure },
    ...{ parts: object.parts, parts_per_measure: Number(partsPerMeasure(object.measure)) },
    amount_ore: object.amountOre,
    provider_ore: sumWhere((strand) => strand.answers === 'provider'),
    base_ore: sumWhere((strand) => strand.paidAs === 'base'),
    ...fractionCells('unit_cost', object.unitCost),
  };
}

function priceTables(entity: string, list: PriceList | undefined): Table[] {
  const year = list?.priceYear ?? 0;
  const prices = list?.prices ?? [];
  const priceRows = prices.map(({ kind, service, level, measure, ...price }) => ({
    ...{ entity, year, kind, service, level, measure, parts: price.volumeParts },
    ...fractionCells('exact', price.exact),
    ...fractionCells('supplements', price.supplementsPerMeasure ?? ZERO),
    published_ore: price.publishedOre,
    rounding_effect_ore: price.roundingEffectOre,
  }));
  const partRows = prices.flatMap(({ kind, service, level, parts }) =>
    parts.map(({ nature, costOre, growth, perMeasure }) => ({
      ...{ entity, year, kind, service, level, nature, cost_ore: costOre },
      ...fractionCells('growth', growth),
      ...fractionCells('per_measure', perMeasure),
    })),
  );
  const grants = (list?.baseGrants ?? []).map(({ unit, exact, publishedOre }) => ({
    ...{ entity, year, unit, ...fractionCells('exact', exact), published_ore: publishedOre },
  }));
  const supplements = (list?.supplements ?? []).map(({ name, service, unit, amount }) => ({
    ...{ entity, year, name, service, unit, ...fractionCells('amount', amount) },
  }));
  return [
    { schema: PRICES, rows: priceRows },
    { schema: PRICE_PARTS, rows: partRows },
    { schema: BASE_GRANTS, rows: grants },
    { schema: SUPPLEMENTS, rows: supplements },
  ];
}

/** Findings as rows, the gravest first. */
export function findingRows(entity: string, findings: readonly Finding[]): Row[] {
  const rows = findings.map((finding) => ({
    severity: finding.severity,
    rule: finding.rule,
    place: describePlace(finding.where),
    message: finding.message,
    remedy: finding.remedy ?? '',
    count: finding.count ?? 0,
    amount_ore: finding.amountOre ?? 0n,
    accepted: finding.accepted ? `${finding.accepted.date}: ${finding.accepted.reason}` : '',
  }));
  const order = (row: (typeof rows)[number]): string =>
    [GRAVITY[row.severity], row.rule, row.place, row.message, row.count, row.amount_ore].join('\u0000');
  return rows
    .map((row) => ({ row, order: order(row) }))
    .sort((a, b) => byKey(a.order, b.order))
    .map(({ row }, i) => ({ entity, number: i + 1, ...row }));
}
