// What every cost object cost, in all and per measure, and the money that reached none: unused, parked, not costed.

import type { Model } from '../model/model.ts';
import { byKey } from '../money/apportion.ts';
import { fraction } from '../money/fraction.ts';
import { partsPerMeasure } from '../tables/activity.ts';
import type { CostObject, ObjectCost, Remainder } from '../tables/costs.ts';
import type { Network, NetworkNode, Solution } from '../tables/network.ts';
import type { YearVolumes } from './year-volumes.ts';

/**
 * Objects in order of service, unit and level; remainders in order of kind, name and unit. Unit cost = amount ÷
 * volume, exact øre per measure: 313,600 kr ÷ 9,800 orders = 3,200 øre. Together they hold every øre that came in.
 */
export function unitCosts(
  model: Model,
  network: Network,
  solution: Solution,
  volumes: YearVolumes,
): { objects: CostObject[]; remainders: Remainder[] } {
  const costs = costsByNode(network, solution);
  const measures = new Map(model.services.map(({ id, measure }) => [id, measure ?? '']));
  const objects: CostObject[] = [];
  const remainders: Remainder[] = [];
  for (const [i, node] of network.nodes.entries()) {
    const found = costs.get(i) ?? [];
    const amountOre = found.reduce((sum, cost) => sum + cost.amountOre, 0n);
    const sums = { costs: found, amountOre };
    if (node.kind === 'object') objects.push(costObject(node, measures, volumes, sums));
    else if (isRemainder(node) && found.length > 0)
      remainders.push({ kind: node.kind, name: node.name, unit: node.unit, ...sums });
  }
  return { objects: objects.sort(byServiceUnitLevel), remainders };
}

type Sums = { readonly costs: readonly ObjectCost[]; readonly amountOre: bigint };

function costObject(
  { service, unit, level }: NetworkNode,
  measures: ReadonlyMap<string, string>,
  volumes: YearVolumes,
  sums: Sums,
): CostObject {
  const measure = measures.get(service) ?? '';
  const volume = volumes.find(service, unit);
  const parts = volume?.levels.find((found) => found.level === level)?.parts ?? 0n;
  const identity = { service, unit, level, measure, parts, ...sums };
  if (parts === 0n) return identity;
  return { ...identity, unitCost: fraction(sums.amountOre * partsPerMeasure(measure), parts) };
}

function costsByNode(network: Network, { ends }: Solution): Map<number, ObjectCost[]> {
  const costs = new Map<number, ObjectCost[]>();
  const inOrder = [...ends].sort((a, b) => a.node - b.node || a.strand - b.strand);
  for (const { node, strand, amountOre } of inOrder) {
    if (amountOre === 0n) continue;
    const found = costs.get(node) ?? [];
    found.push({ strand: network.strands[strand]!, amountOre });
    costs.set(node, found);
  }
  return costs;
}

const isRemainder = (node: NetworkNode): node is NetworkNode & { kind: Remainder['kind'] } =>
  node.kind === 'unused' || node.kind === 'parked' || node.kind === 'not-costed' || node.kind === 'external';

const byServiceUnitLevel = (a: CostObject, b: CostObject): number =>
  byKey(a.service, b.service) || byKey(a.unit, b.unit) || byKey(a.level, b.level);
