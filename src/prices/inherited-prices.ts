// What was adopted for units that have ended since, as organised now: their heirs' base grants, supplements and cost year.

import type { Finding } from '../findings/finding.ts';
import { atHeirs, type Heirs, joinRows } from '../model/at-heirs.ts';
import type { Model } from '../model/model.ts';
import { byKey } from '../money/apportion.ts';
import { add, multiply } from '../money/fraction.ts';
import type { BaseYear, ModelPrices, OwnCost, OwnVolume } from '../tables/financing.ts';
import { keyOf } from '../tables/keys.ts';
import type { AdoptedPrices, SupplementPrice } from '../tables/prices.ts';

/**
 * Prices as decided, with what they hold of units that have ended at their heirs: base grants, cost and volumes of the
 * cost year by the heirs' parts, to the øre; supplements at the same rate for every heir that has none of that name.
 * @example a base grant of 100 kroner of a unit whose heirs are north 60 and south 40: 60 and 40 kroner
 */
export function pricesAtHeirs({ organisation }: Model, prices: ModelPrices): ModelPrices {
  const heirs = organisation?.heirs;
  if (!heirs?.size) return prices;
  return {
    ...prices,
    periods: prices.periods.map((period) => ({ ...period, prices: listAtHeirs(period.prices, heirs) })),
    base: baseAtHeirs(prices.base, heirs),
  };
}

/** A note on the units of base grants that have ended since they were adopted. */
export function inheritedFindings({ organisation }: Model, prices: readonly ModelPrices[]): Finding[] {
  const granted = prices.flatMap(({ periods }) => periods.flatMap((period) => period.prices.baseGrants));
  const units = [...new Set(granted.map(({ unit }) => unit))].filter((unit) => organisation?.heirs.has(unit));
  return units.sort(byKey).map((unit) => ({
    rule: 'prices/inherited',
    severity: 'note',
    message: `a base grant is adopted for ${unit}, which has ended: ${organisation!.heirs
      .get(unit)!
      .map((heir) => heir.unit)
      .join(' and ')} ${organisation!.heirs.get(unit)!.length === 1 ? 'has' : 'have'} it`,
    remedy: 'Nothing needs to be done; prices that are adopted again name the units of now.',
    where: { file: 'prices', key: unit },
  }));
}

function listAtHeirs(list: AdoptedPrices, heirs: Heirs): AdoptedPrices {
  const grants = list.baseGrants.flatMap((grant) =>
    atHeirs(grant, heirs, ({ divide, part }) => ({
      publishedOre: divide(grant.publishedOre),
      exact: multiply(grant.exact, part),
    })),
  );
  const baseGrants = joinRows(
    grants,
    ({ unit }) => unit,
    (sum, more) => ({
      ...sum,
      publishedOre: sum.publishedOre + more.publishedOre,
      exact: add(sum.exact, more.exact),
    }),
  );
  return { ...list, baseGrants, supplements: supplementsAtHeirs(list.supplements, heirs) };
}

/** A unit's own supplement stands before one that it has inherited. */
function supplementsAtHeirs(supplements: readonly SupplementPrice[], heirs: Heirs): SupplementPrice[] {
  const [own, left] = [true, false].map((isOwn) =>
    supplements.filter(({ unit }) => heirs.has(unit) !== isOwn),
  ) as [SupplementPrice[], SupplementPrice[]];
  const inherited = left.flatMap((one) => atHeirs(one, heirs, () => ({})));
  return joinRows(
    [...own, ...inherited],
    ({ name, service, unit }) => keyOf(name, service, unit),
    (sum) => sum,
  );
}

function baseAtHeirs({ costs, volumes }: BaseYear, heirs: Heirs): BaseYear {
  const ownCosts = costs.flatMap((cost) =>
    atHeirs(cost, heirs, ({ divide }) => ({ costOre: divide(cost.costOre) })),
  );
  const ownVolumes = volumes.flatMap((volume) =>
    atHeirs(volume, heirs, ({ divide, part }) => ({
      parts: divide(volume.parts),
      ...(volume.hourParts ? { hourParts: multiply(volume.hourParts, part) } : {}),
    })),
  );
  return {
    costs: joinRows(ownCosts, costKey, (sum, { costOre }) => ({ ...sum, costOre: sum.costOre + costOre })),
    volumes: joinRows(ownVolumes, ({ unit, service, level }) => keyOf(unit, service, level), addVolume),
  };
}

const costKey = ({ unit, service, level, nature, paidAs, growth }: OwnCost): string =>
  keyOf(unit, service, level, nature, paidAs, growth.num, growth.den);

/** Hours of volumes together are known where both are. */
function addVolume({ hourParts: before, ...sum }: OwnVolume, { parts, hourParts }: OwnVolume): OwnVolume {
  const hours = before && hourParts ? { hourParts: add(before, hourParts) } : {};
  return { ...sum, parts: sum.parts + parts, ...hours };
}
