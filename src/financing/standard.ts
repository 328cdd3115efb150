// A unit's own standard: what its cost year, grown to the year that is financed, would have spent on the quantities of a
// month, by nature, and how many hours it would have paid.

import { add, divide, type Fraction, fraction, multiply, roundHalfAway, ZERO } from '../money/fraction.ts';
import type { BaseYear, OwnCost } from '../tables/financing.ts';
import { keyOf } from '../tables/keys.ts';
import {
  type CostByNature,
  grown,
  grownByNature,
  type Rate,
  ratesBy,
  shareOf,
  timesEach,
  total,
} from './own-rates.ts';
import type { PaidRow } from './paid.ts';

/** Grown cost by nature (øre) and paid hours of a month's quantities. */
export type StandardMonth = {
  readonly costs: CostByNature;
  /** H0, parts of an hour; undefined where the cost year's hours are not known of all of it. */
  readonly hourParts: Fraction | undefined;
  /** What of `costs` rests on the average of all units, because the unit's cost year did not have it. */
  readonly common: CostByNature;
};

export type Standards = {
  /** Ĉ and H0 of a unit for paid quantities. */
  readonly of: (unit: string, rows: readonly PaidRow[]) => StandardMonth;
  /**
   * X0 of the year, whole øre: base cost, and cost of fixed natures in the price, of the unit's own cost year, grown.
   * Where that had no base cost, the base grant is the plan.
   */
  readonly plannedFixedOre: (unit: string, baseGrantOre: bigint) => bigint;
  /** Which part wages are of a service's cost, all units together; 0 where nothing is known. */
  readonly wageShare: (service: string) => Fraction;
  /** Which part wages are of the unit's base cost; 0 where it had none. */
  readonly baseWageShare: (unit: string) => Fraction;
  /** Units that the cost year knows. */
  readonly units: ReadonlySet<string>;
  /** True where no unit's cost year says what the price of a service is made of. */
  readonly isUnknown: (service: string) => boolean;
};

/**
 * The standards of a cost year: v_k(u,s,l) = cost × growth ÷ volume. A service and level that the unit's own cost year
 * did not have is measured against the common price: the average of all units, brought to what the unit is paid, so
 * that its starting position is 0.
 * @example wages 46,332,000 × 1.042 ÷ 55,000 hours: 877.78 kroner an hour; 99,000 paid hours: 1.80 an hour
 */
export function standardsOf(
  base: BaseYear,
  { wages, fixed }: { readonly wages: readonly string[]; readonly fixed: readonly string[] },
): Standards {
  const priced = base.costs.filter(({ paidAs }) => paidAs === 'price');
  const inBase = Map.groupBy(
    base.costs.filter(({ paidAs }) => paidAs === 'base'),
    ({ unit }) => unit,
  );
  const own = ratesBy(priced, base.volumes, ({ unit, service, level }) => keyOf(unit, service, level));
  const byLevel = ratesBy(priced, base.volumes, ({ service, level }) => keyOf('', service, level));
  const byService = ratesBy(priced, base.volumes, ({ service }) => service);
  const sharesOfWages = (costs: ReadonlyMap<string, readonly OwnCost[]>): ReadonlyMap<string, Fraction> =>
    new Map([...costs].map(([key, those]) => [key, shareOf(grownByNature(those), wages)]));
  const inServices = sharesOfWages(Map.groupBy(priced, ({ service }) => service));
  const inGrants = sharesOfWages(inBase);
  const fixedInPrice = Map.groupBy(
    priced.filter(({ nature }) => fixed.includes(nature)),
    ({ unit }) => unit,
  );
  return {
    of: (unit, rows) =>
      standardMonth(
        rows.map((row) => {
          const rate = own.get(keyOf(unit, row.service, row.level));
          if (rate) return standardRow(row, rate);
          const average = byLevel.get(keyOf('', row.service, row.level)) ?? byService.get(row.service);
          return average && commonRow(row, average);
        }),
      ),
    plannedFixedOre: (unit, baseGrantOre) => {
      const own = inBase.get(unit)?.map(grown) ?? [fraction(baseGrantOre)];
      return roundHalfAway([...own, ...(fixedInPrice.get(unit) ?? []).map(grown)].reduce(add, ZERO));
    },
    wageShare: (service) => inServices.get(service) ?? ZERO,
    baseWageShare: (unit) => inGrants.get(unit) ?? ZERO,
    units: new Set([...base.costs, ...base.volumes].map(({ unit }) => unit)),
    isUnknown: (service) => !byService.has(service),
  };
}

type StandardRow = Rate & { readonly isCommon: boolean };

const standardRow = ({ parts }: PaidRow, { costs, hourParts }: Rate): StandardRow => {
  const quantity = fraction(parts);
  return {
    costs: timesEach(costs, quantity),
    hourParts: hourParts && multiply(hourParts, quantity),
    isCommon: false,
  };
};

/** The average of all units, brought to what the unit is paid; nothing is known where that average is 0. */
function commonRow(row: PaidRow, average: Rate): StandardRow | undefined {
  const { costs, hourParts } = standardRow(row, average);
  const whole = total(costs);
  if (whole.num === 0n) return undefined;
  const factor = divide(row.worth, whole);
  return {
    costs: timesEach(costs, factor),
    hourParts: hourParts && multiply(hourParts, factor),
    isCommon: true,
  };
}

function standardMonth(rows: readonly (StandardRow | undefined)[]): StandardMonth {
  const known = rows.filter((row) => row !== undefined);
  const isTimed = known.every(({ hourParts }) => hourParts);
  return {
    costs: summed(known),
    hourParts: isTimed ? known.map(({ hourParts }) => hourParts ?? ZERO).reduce(add, ZERO) : undefined,
    common: summed(known.filter(({ isCommon }) => isCommon)),
  };
}

function summed(rows: readonly StandardRow[]): CostByNature {
  const sums = new Map<string, Fraction>();
  for (const { costs } of rows)
    for (const [nature, cost] of costs) sums.set(nature, add(sums.get(nature) ?? ZERO, cost));
  return sums;
}
