// Who is far from the rest, by the one rule that the model chose. Limits are exact; nothing is marked by default.

import type { OutlierRule } from '../../model/users.ts';
import { add, compare, type Fraction, fraction, multiply, subtract } from '../../money/fraction.ts';
import type { ActivityState } from '../../tables/activity.ts';
import type { Outlier, OutlierGroup, Outliers, UserCells } from '../../tables/users.ts';
import { costByPerson, type PersonCosts, sortedCosts } from '../cost-by-person.ts';
import { medianDistance, medianOf, quantile } from './quantile.ts';

/** The group of everybody's whole year. */
const EVERYTHING = 'all';

/** A robust standard deviation is 1.4826 × the median distance from the median, as it is for normally spread amounts. */
const NORMAL = fraction(14_826n, 10_000n);

type Group = { readonly group: string; readonly services: readonly string[] };
/** Above the limit, or from it on. */
type Limit = { readonly limit: Fraction; readonly isIncluded: boolean };

/** Groups that have users, in order of the rule (services in order of id); outliers within them the dearest first. */
export function findOutliers(cells: UserCells, state: ActivityState, rule: OutlierRule): Outliers {
  const found = groupsOf(cells, rule).map((group) => {
    const wanted = new Set(group.services);
    const costs = costByPerson(cells, state, ({ service }) => wanted.size === 0 || wanted.has(service));
    return inGroup(cells, group, costs, limitOf(rule, group, sortedCosts(costs)));
  });
  const known = found.filter(({ summary }) => summary.users > 0);
  return {
    groups: known.map(({ summary }) => summary),
    outliers: known.flatMap(({ outliers }) => outliers),
  };
}

function groupsOf(cells: UserCells, rule: OutlierRule): Group[] {
  if (rule.kind === 'limit') return rule.limits.map(({ group, services }) => ({ group, services }));
  if (rule.within === 'all') return [{ group: EVERYTHING, services: [] }];
  const services = [...new Set(cells.objects.map(({ service }) => service))];
  return services.map((service) => ({ group: service, services: [service] }));
}

/**
 * The limit of a group: as stated; the cost of the last of the dearest share (⌈share × users⌉; who costs as much is
 * among them); Q3 + times × (Q3 − Q1); median + deviations × 1.4826 × median distance.
 */
function limitOf(rule: OutlierRule, { group }: Group, sorted: Float64Array): Limit | undefined {
  if (sorted.length === 0) return undefined;
  if (rule.kind === 'limit') {
    const stated = rule.limits.find((one) => one.group === group);
    return stated && { limit: fraction(stated.limitOre), isIncluded: false };
  }
  if (rule.kind === 'share') {
    const { num, den } = multiply(rule.share, fraction(BigInt(sorted.length)));
    const count = Number((num + den - 1n) / den);
    return count > 0
      ? { limit: fraction(BigInt(sorted[sorted.length - count]!)), isIncluded: true }
      : undefined;
  }
  if (rule.kind === 'quartile') {
    const [first, third] = [quantile(sorted, fraction(1n, 4n)), quantile(sorted, fraction(3n, 4n))];
    return { limit: add(third, multiply(rule.times, subtract(third, first))), isIncluded: false };
  }
  const distance = multiply(NORMAL, medianDistance(sorted));
  return { limit: add(medianOf(sorted), multiply(rule.deviations, distance)), isIncluded: false };
}

function inGroup(
  { persons }: UserCells,
  { group, services }: Group,
  { ore, isUser }: PersonCosts,
  limit: Limit | undefined,
): { readonly summary: OutlierGroup; readonly outliers: Outlier[] } {
  const outliers: Outlier[] = [];
  const sums = { users: 0, costOre: 0n, outliers: 0, outlierOre: 0n };
  for (const [p, person] of persons.entries()) {
    if (isUser[p] !== 1) continue;
    const costOre = BigInt(ore[p]!);
    sums.users += 1;
    sums.costOre += costOre;
    if (!limit || !isBeyond(costOre, limit)) continue;
    sums.outliers += 1;
    sums.outlierOre += costOre;
    outliers.push({ person, group, costOre, limit: limit.limit });
  }
  outliers.sort((a, b) => (a.costOre > b.costOre ? -1 : a.costOre < b.costOre ? 1 : 0));
  return { summary: { group, services, limit: limit?.limit ?? fraction(0n), ...sums }, outliers };
}

function isBeyond(costOre: bigint, { limit, isIncluded }: Limit): boolean {
  const difference = compare(fraction(costOre), limit);
  return isIncluded ? difference >= 0 : difference > 0;
}

/** The persons who are outliers where a service is looked at: of its own groups, and of everybody's whole year. */
export function outliersAt({ groups, outliers }: Outliers, service: string): ReadonlySet<string> {
  const about = new Set(
    groups
      .filter(({ services }) => services.length === 0 || services.includes(service))
      .map(({ group }) => group),
  );
  return new Set(outliers.filter(({ group }) => about.has(group)).map(({ person }) => person));
}
