// What a finished costing has to tell: what was parked and why, cost without activity, activity without cost.

import type { Finding } from '../findings/finding.ts';
import type { Model } from '../model/model.ts';
import { formatAmount } from '../money/amount-text.ts';
import { byKey } from '../money/apportion.ts';
import { largerFirst, ore, sumOre } from '../money/ore.ts';
import type { CostObject, Costs, Remainder } from '../tables/costs.ts';
import type { Parking } from './build-network.ts';

/** How many reasons the finding on parked cost spells out. */
const SHOWN_REASONS = 5;
/** How many cost objects of a kind are told one by one. */
const SHOWN_OBJECTS = 20;

/** Findings about a finished costing, each with the øre that it touches. */
export function costFindings(model: Model, costs: Costs, parkings: readonly Parking[]): Finding[] {
  return [
    ...parkedAt(costs, parkings),
    ...parkedInAll(model, costs.remainders),
    ...firstOf(costs.objects.flatMap((object) => withoutActivity(model, object))),
    ...firstOf(costs.objects.flatMap((object) => withoutCost(model, object))),
  ];
}

/** The first findings of a rule one by one, the rest as one that counts them and sums what they touch. */
function firstOf(findings: readonly Finding[]): readonly Finding[] {
  const [first, rest] = [findings.slice(0, SHOWN_OBJECTS), findings.slice(SHOWN_OBJECTS)];
  if (rest.length <= 1) return findings;
  const { rule, severity, remedy, where } = rest[0]!;
  const others: Finding = {
    rule,
    severity,
    message: `and ${rest.length} more cost objects like these`,
    ...(remedy === undefined ? {} : { remedy }),
    where: { ...where, key: '…' },
    count: rest.length,
    amountOre: sumOre(rest.map(({ amountOre }) => amountOre ?? 0n)),
  };
  return [...first, others];
}

/** The finding of each node that had to park, with all that flowed from it. */
function parkedAt({ network, solution }: Costs, parkings: readonly Parking[]): Finding[] {
  const nodes = new Map(network.nodes.map(({ key }, i) => [key, i]));
  const flowed = new Map(parkings.map(({ from }) => [nodes.get(from)!, 0n]));
  if (flowed.size === 0) return [];
  for (const { edge, amountOre } of solution.flows) {
    const { from } = network.edges[edge]!;
    const sum = flowed.get(from);
    if (sum !== undefined) flowed.set(from, sum + amountOre);
  }
  return parkings.map(({ from, finding }) => ({
    ...finding,
    amountOre: ore(flowed.get(nodes.get(from)!) ?? 0n),
  }));
}

/** One finding on all that is parked, the largest reasons first. */
function parkedInAll(model: Model, remainders: readonly Remainder[]): Finding[] {
  const parked = remainders.filter(({ kind }) => kind === 'parked');
  if (parked.length === 0) return [];
  const largest = [...parked].sort((a, b) => largerFirst(a.amountOre, b.amountOre) || byKey(a.name, b.name));
  const shown = largest
    .slice(0, SHOWN_REASONS)
    .map(({ name, amountOre }) => `${formatAmount(amountOre, { language: 'nb' })} kr (${name})`);
  const more = largest.length > SHOWN_REASONS ? [`${largest.length - SHOWN_REASONS} more`] : [];
  return [
    {
      rule: 'costing/parked',
      severity: 'warning',
      message: `${[...shown, ...more].join(', ')} found no place.`,
      remedy: 'Give it a pool, a unit or a driver: until then it is in no unit cost and no price.',
      where: { file: model.file, key: 'parked' },
      count: parked.length,
      amountOre: sumOre(parked.map(({ amountOre }) => amountOre)),
    },
  ];
}

const objectKey = ({ service, unit, level }: CostObject): string =>
  [service, unit, level].filter((part) => part !== '').join(' · ');

function withoutActivity(model: Model, object: CostObject): Finding[] {
  if (object.measure === '' || object.parts > 0n || object.costs.length === 0) return [];
  const key = objectKey(object);
  return [
    {
      rule: 'costing/cost-without-activity',
      severity: 'warning',
      message: `${key} has cost and no volume in ${model.years.cost}, so it has no unit cost`,
      remedy: 'Look for its activity, or send the cost elsewhere.',
      where: { file: model.file, key },
      amountOre: ore(object.amountOre),
    },
  ];
}

function withoutCost(model: Model, object: CostObject): Finding[] {
  if (object.parts === 0n || object.costs.length > 0) return [];
  const key = objectKey(object);
  return [
    {
      rule: 'costing/activity-without-cost',
      severity: 'warning',
      message: `${key} has volume in ${model.years.cost} and no cost`,
      remedy: 'Look for its postings: do they have its responsibility, and does a driver name it?',
      where: { file: model.file, key },
    },
  ];
}
