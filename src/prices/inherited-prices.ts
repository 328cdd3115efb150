// What was adopted for units that have ended since, as organised now: their heirs' base grants, supplements and cost year.

import type { Finding } from '../findings/finding.ts';
import type { Model } from '../model/model.ts';
import type { Heir } from '../model/organisation.ts';
import { apportion, byKey } from '../money/apportion.ts';
import { add, type Fraction, fraction, multiply } from '../money/fraction.ts';
import type { BaseYear, ModelPrices, OwnCost, OwnVolume } from '../tables/financing.ts';
import type { AdoptedPrices, SupplementPrice } from '../tables/prices.ts';

type Heirs = ReadonlyMap<string, readonly Heir[]>;

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
    sharesOf(grant, heirs, ({ divide, part }) => ({
      publishedOre: divide(grant.publishedOre),
      exact: multiply(grant.exact, part),
    })),
  );
  const baseGrants = joined(
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
  const inherited = left.flatMap((one) => sharesOf(one, heirs, () => ({})));
  return joined(
    [...own, ...inherited],
    ({ name, service, unit }) => [name, service, unit].join('\u0000'),
    (sum) => sum,
  );
}

function baseAtHeirs({ costs, volumes }: BaseYear, heirs: Heirs): BaseYear {
  const ownCosts = costs.flatMap((cost) =>
    sharesOf(cost, heirs, ({ divide }) => ({ costOre: divide(cost.costOre) })),
  );
  const ownVolumes = volumes.flatMap((volume) =>
    sharesOf(volume, heirs, ({ divide, part }) => ({
      parts: divide(volume.parts),
      ...(volume.hourParts ? { hourParts: multiply(volume.hourParts, part) } : {}),
    })),
  );
  return {
    costs: joined(ownCosts, costKey, (sum, { costOre }) => ({ ...sum, costOre: sum.costOre + costOre })),
    volumes: joined(
      ownVolumes,
      ({ unit, service, level }) => [unit, service, level].join('\u0000'),
      addVolume,
    ),
  };
}

const costKey = ({ unit, service, level, nature, paidAs, growth }: OwnCost): string =>
  [unit, service, level, nature, paidAs, growth.num, growth.den].join('\u0000');

/** Hours of volumes together are known where both are. */
function addVolume({ hourParts: before, ...sum }: OwnVolume, { parts, hourParts }: OwnVolume): OwnVolume {
  const hours = before && hourParts ? { hourParts: add(before, hourParts) } : {};
  return { ...sum, parts: sum.parts + parts, ...hours };
}

/** An heir's part: of whole amounts by largest remainder over all heirs, ties by id; and as a fraction. */
type Share = { readonly divide: (whole: bigint) => bigint; readonly part: Fraction };

/** A row of a unit that has ended as rows of its heirs, with what each has of it; any other as it is. */
function sharesOf<R extends { readonly unit: string }>(
  row: R,
  heirs: Heirs,
  shareOf: (share: Share) => Partial<R>,
): R[] {
  const those = heirs.get(row.unit);
  if (!those) return [row];
  const weights = those.map(({ weight }) => weight);
  const units = those.map(({ unit }) => unit);
  const all = weights.reduce((sum, weight) => sum + weight, 0n);
  return those.map(({ unit, weight }, i) => {
    const divide = (whole: bigint): bigint => apportion(whole, weights, units)[i]!;
    return { ...row, ...shareOf({ divide, part: fraction(weight, all) }), unit };
  });
}

/** Rows in order of key, those that come to speak of the same as one. */
const joined = <R>(rows: readonly R[], keyOf: (row: R) => string, together: (sum: R, row: R) => R): R[] =>
  [...Map.groupBy(rows, keyOf)]
    .sort(([a], [b]) => byKey(a, b))
    .map(([, same]) => same.reduce((sum, row) => together(sum, row)));
