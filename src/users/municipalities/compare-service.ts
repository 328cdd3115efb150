// Two municipalities' cost of a service per inhabitant, and why they differ: need, volume, unit cost.

import { type Fraction, fraction, multiply, subtract } from '../../money/fraction.ts';

/** A service's year in one municipality; `inhabitants` 0 where they are not known. */
export type ServiceFigures = {
  readonly users: number;
  readonly parts: bigint;
  readonly costOre: bigint;
  readonly inhabitants: bigint;
};

/**
 * Øre per inhabitant, exact; the three lines sum to `difference`. Where inhabitants are not known on both sides, all is
 * per user and there is no line of need.
 */
export type ServiceDifference = {
  readonly per: 'inhabitant' | 'user';
  readonly own: Fraction;
  readonly other: Fraction;
  readonly difference: Fraction;
  readonly need?: Fraction;
  readonly volume: Fraction;
  readonly unitCost: Fraction;
};

/**
 * cost ÷ inhabitants = users ÷ inhabitants (need) × volume ÷ users × cost ÷ volume. From the other's figures to one's
 * own, factor by factor, in that order: the joint terms are with the later factor. Absent where one side has no users,
 * no volume or no cost to compare.
 * @example own 0.02 × 100 × 900, other 0.03 × 80 × 1,000: need −800, volume +400, unit cost −200 of −600 per inhabitant
 */
export function compareService(own: ServiceFigures, other: ServiceFigures): ServiceDifference | undefined {
  if ([own, other].some(({ users, parts }) => users === 0 || parts === 0n)) return undefined;
  const isPerInhabitant = own.inhabitants > 0n && other.inhabitants > 0n;
  const [mine, theirs] = [own, other].map((one) => factorsOf(one, isPerInhabitant)) as [Factors, Factors];
  const need = product(subtract(mine.need, theirs.need), theirs.volume, theirs.unitCost);
  const volume = product(mine.need, subtract(mine.volume, theirs.volume), theirs.unitCost);
  const unitCost = product(mine.need, mine.volume, subtract(mine.unitCost, theirs.unitCost));
  const [costs, others] = [mine, theirs].map((one) => product(one.need, one.volume, one.unitCost)) as [
    Fraction,
    Fraction,
  ];
  return {
    per: isPerInhabitant ? 'inhabitant' : 'user',
    own: costs,
    other: others,
    difference: subtract(costs, others),
    ...(isPerInhabitant ? { need } : {}),
    ...{ volume, unitCost },
  };
}

type Factors = { readonly need: Fraction; readonly volume: Fraction; readonly unitCost: Fraction };

const factorsOf = (
  { users, parts, costOre, inhabitants }: ServiceFigures,
  isPerInhabitant: boolean,
): Factors => ({
  need: isPerInhabitant ? fraction(BigInt(users), inhabitants) : fraction(1n),
  volume: fraction(parts, BigInt(users)),
  unitCost: fraction(costOre, parts),
});

const product = (a: Fraction, b: Fraction, c: Fraction): Fraction => multiply(multiply(a, b), c);
