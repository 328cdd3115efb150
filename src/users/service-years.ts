// Each service's year: its users, and what they cost.

import type { Model } from '../model/model.ts';
import { byKey } from '../money/apportion.ts';
import type { CostObject } from '../tables/costs.ts';
import type { ServiceYear, UserCosts } from '../tables/users.ts';
import { costByPerson, sortedCosts } from './cost-by-person.ts';
import { medianOf } from './outliers/quantile.ts';

/** In order of service id; open services have nobody. */
export function serviceYears(
  model: Model,
  objects: readonly CostObject[],
  { cells }: UserCosts,
): ServiceYear[] {
  const services = [...new Set(objects.map(({ service }) => service))].sort(byKey);
  return services.map((service) => {
    const own = objects.filter((object) => object.service === service);
    const sorted = sortedCosts(
      costByPerson(cells, model.costing.volumes, (object) => object.service === service),
    );
    return {
      service,
      measure: own[0]!.measure,
      users: sorted.length,
      parts: own.reduce((sum, { parts }) => sum + parts, 0n),
      amountOre: own.reduce((sum, { amountOre }) => sum + amountOre, 0n),
      userOre: BigInt(sorted.reduce((sum, ore) => sum + ore, 0)),
      medianOre: medianOf(sorted),
    };
  });
}
