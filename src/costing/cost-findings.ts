// What a finished costing has to tell: what was parked and why, cost without activity, activity without cost.

import type { Finding } from '../findings/finding.ts';
import type { Model } from '../model/model.ts';
import { byKey } from '../money/apportion.ts';
import { ore } from '../money/ore.ts';
import type { CostObject, Costs, Remainder } from '../tables/costs.ts';
import type { Parking } from './build-network.ts';

/** Findings about a finished costing, each with the øre that it touches. */
export function costFindings(model: Model, costs: Costs, parkings: readonly Parking[]): Finding[] {
  return [
    ...parkedAt(costs, parkings),
    ...parkedTotal(model, costs.remainders),
    ...costs.objects.flatMap((object) => withoutOther(model, object)),
  ];
}

/** The finding of each node that had to park, with all that flowed from it. */
function parkedAt({ network, solution }: Costs, parkings: readonly Parking[]): Finding[] {
  const flowed = new Map<string, bigint>();
  for (const { edge, amountOre } of solution.flows) {
    const from = network.nodes[network.edges[edge]!.from]!.key;
    flowed.set(from, (flowed.get(from) ?? 0n) + amountOre);
  }
  return parkings.map(({ from, finding }) => ({ ...finding, amountOre: ore(flowed.get(from) ?? 0n) }));
}

function parkedTotal(model: Model, remainders: readonly Remainder[]): Finding[] {
  const parked = remainders.filter(({ kind }) => kind === 'parked');
  return parked
    .sort((a, b) => byKey(a.name, b.name))
    .map(({ name, amountOre }) => ({
      rule: 'costing/parked',
      severity: 'warning',
      message: `parked: ${name}`,
      remedy: 'Give it a pool or a driver: until then it is in no unit cost and no price.',
      where: { file: model.file, key: name },
      amountOre: ore(amountOre),
    }));
}

function withoutOther(model: Model, { service, unit, level, measure, parts, amountOre, costs }: CostObject) {
  const where = { file: model.file, key: [service, unit, level].filter((part) => part !== '').join(' · ') };
  const found: Finding[] = [];
  if (measure !== '' && parts === 0n && costs.length > 0)
    found.push({
      rule: 'costing/cost-without-activity',
      severity: 'warning',
      message: `${where.key} has cost and no volume in the cost year, so it has no unit cost`,
      remedy: 'Look for its activity, or send the cost elsewhere.',
      where,
      amountOre: ore(amountOre),
    });
  if (parts > 0n && costs.length === 0)
    found.push({
      rule: 'costing/activity-without-cost',
      severity: 'warning',
      message: `${where.key} has activity and no cost`,
      remedy:
        'Look for its postings: are its responsibility and its pool right, and does its driver name it?',
      where,
    });
  return found;
}
