// Totals of any group of unit-months: amounts are summed, ratios are recomputed from their summed parts, and the
// frame of a group of which some is held by the purchaser is absent, never 0.

import { add, compare, divide, type Fraction, fraction, multiply, ZERO } from '../../money/fraction.ts';
import { sumOre } from '../../money/ore.ts';
import type {
  ActivityLine,
  EfficiencyLine,
  HeldFrame,
  MemoLine,
  Staffing,
  UnitMonth,
} from '../../tables/financing.ts';

export type LineSum<Line> = { readonly line: Line; readonly amountOre: bigint };

/** activity = frame − earned, efficiency = earned − spent, in øre; positive = money left over. */
export type Totals = {
  /** Absent where the purchaser holds the frame of any of the units: so is the activity variance then. */
  readonly frameOre?: bigint;
  readonly activityOre?: bigint;
  readonly earnedOre: bigint;
  readonly spentOre: bigint;
  readonly efficiencyOre: bigint;
  /** By name, in the order of the formulas; they sum to the variance. */
  readonly activity: readonly LineSum<ActivityLine>[];
  readonly efficiency: readonly LineSum<EfficiencyLine>[];
  readonly memo: readonly LineSum<MemoLine>[];
  readonly staffing: Staffing;
};

/** The lines of each variance in the order in which they are explained (domain.md 3.4). */
const ACTIVITY_LINES: readonly ActivityLine[] = [
  ...(['frame-gap', 'grant-terms', 'users', 'quantity', 'volume', 'new-service', 'mix'] as const),
  ...(['delivery-gap', 'price-decision', 'absence-and-empty', 'purchase-price', 'model-terms'] as const),
];
const EFFICIENCY_LINES: readonly EfficiencyLine[] = [
  ...(['starting-position', 'wage-growth', 'wage-composition', 'wages', 'usage', 'goods-price'] as const),
  ...(['goods-usage', 'fixed-coverage', 'fixed-spending', 'income', 'outside', 'model-terms'] as const),
];
const MEMO_LINES: readonly MemoLine[] = [
  ...(['users-times-quantity', 'mix-times-volume', 'granted-not-delivered'] as const),
  ...(['sick-leave', 'productive-share', 'unused-capacity'] as const),
];

/**
 * Sums unit-months. `heldFrames` are frames that a purchaser holds for units of the group: give them only for the whole
 * of that purchaser's units, since they belong to no single one. What such a frame has beyond the lines that the
 * units carry is its frame gap, so that the lines always sum to frame − earned.
 * @example frame 100 and held frame 50, earned 120 + 40 → activity 150 − 160 = −10
 */
export function sumMonths(months: readonly UnitMonth[], heldFrames: readonly HeldFrame[] = []): Totals {
  const earnedOre = sumOre(months.map((month) => month.earnedOre));
  const spentOre = sumOre(months.map((month) => month.spentOre));
  const frameOre = frameOf(months, heldFrames);
  const lines = months.flatMap((month) => month.lines);
  const activity = sumLines(
    ACTIVITY_LINES,
    lines.filter((line) => line.variance === 'activity'),
  );
  const efficiency = sumLines(
    EFFICIENCY_LINES,
    lines.filter((line) => line.variance === 'efficiency'),
  );
  return {
    ...(frameOre === undefined ? {} : { frameOre, activityOre: frameOre - earnedOre }),
    ...{ earnedOre, spentOre, efficiencyOre: earnedOre - spentOre },
    activity: frameOre === undefined ? [] : withGap(activity, frameOre - earnedOre),
    efficiency,
    memo: sumLines(
      MEMO_LINES,
      lines.filter((line) => line.variance === 'memo'),
    ),
    staffing: months.map(({ staffing }) => staffing).reduce(addStaffing, NO_STAFFING),
  };
}

/** Undefined where a unit's frame is held by a purchaser whose frame of that month is not among those given. */
function frameOf(months: readonly UnitMonth[], heldFrames: readonly HeldFrame[]): bigint | undefined {
  const isHeld = ({ purchaser, month }: UnitMonth): boolean =>
    heldFrames.some((held) => held.purchaser === purchaser && held.month === month);
  if (months.some((month) => month.frameOre === undefined && !isHeld(month))) return undefined;
  return sumOre([
    ...months.map(({ frameOre }) => frameOre ?? 0n),
    ...heldFrames.map(({ amountOre }) => amountOre),
  ]);
}

function sumLines<Line extends string>(
  order: readonly Line[],
  lines: readonly { readonly line: Line; readonly amountOre: bigint }[],
): LineSum<Line>[] {
  const sums = Map.groupBy(lines, ({ line }) => line);
  return order.flatMap((line) => {
    const amountOre = sumOre((sums.get(line) ?? []).map((each) => each.amountOre));
    return amountOre === 0n ? [] : [{ line, amountOre }];
  });
}

function withGap(lines: readonly LineSum<ActivityLine>[], varianceOre: bigint): LineSum<ActivityLine>[] {
  const gap = varianceOre - sumOre(lines.map(({ amountOre }) => amountOre));
  if (gap === 0n) return [...lines];
  const first = lines.find(({ line }) => line === 'frame-gap');
  const frameGap = { line: 'frame-gap' as const, amountOre: (first?.amountOre ?? 0n) + gap };
  return [frameGap, ...lines.filter((line) => line !== first)];
}

// ---- staffing: parts are summed, ratios come from the sums ----------------------------------------------------

const NO_STAFFING: Staffing = {
  ...{ ordinaryParts: 0n, overtimeParts: 0n, agencyParts: 0n, sickParts: 0n, directParts: 0n },
  ...{ standardParts: ZERO, carriedWageOre: ZERO, wageOre: 0n },
  ...{ breakEvenCostOre: ZERO, contributionOre: ZERO, placeDays: 0n },
};

const addStaffing = (a: Staffing, b: Staffing): Staffing => ({
  ordinaryParts: a.ordinaryParts + b.ordinaryParts,
  overtimeParts: a.overtimeParts + b.overtimeParts,
  agencyParts: a.agencyParts + b.agencyParts,
  sickParts: a.sickParts + b.sickParts,
  directParts: a.directParts + b.directParts,
  standardParts: add(a.standardParts, b.standardParts),
  carriedWageOre: add(a.carriedWageOre, b.carriedWageOre),
  wageOre: a.wageOre + b.wageOre,
  breakEvenCostOre: add(a.breakEvenCostOre, b.breakEvenCostOre),
  contributionOre: add(a.contributionOre, b.contributionOre),
  placeDays: a.placeDays + b.placeDays,
});

/** Paid hours H in parts of an hour: ordinary, overtime and agency; sick leave stands beside. */
export const paidParts = (staffing: Staffing): bigint =>
  staffing.ordinaryParts + staffing.overtimeParts + staffing.agencyParts;

/** num ÷ den; undefined where there is nothing to divide by. */
const ratio = (num: Fraction, den: Fraction): Fraction | undefined =>
  den.num === 0n ? undefined : divide(num, den);

/** Delivered ÷ paid hours: 46,300 ÷ 94,200 = 49.2 %. Undefined where hours are not known, or nothing is counted in hours. */
export const productiveShare = (staffing: Staffing): Fraction | undefined =>
  staffing.directParts === 0n
    ? undefined
    : ratio(fraction(staffing.directParts), fraction(paidParts(staffing)));

/** Delivered ÷ the hours that the unit's base year would have paid for: 46,300 ÷ 90,226 = 51.3 %. */
export const standardShare = (staffing: Staffing): Fraction | undefined =>
  staffing.directParts === 0n ? undefined : ratio(fraction(staffing.directParts), staffing.standardParts);

/**
 * The productive share at which the unit spends what it earns, π* = (wages + fixed − base) ÷ ((P − g)·H). With
 * (P − g)·delivered as the summed part it is share × numerator ÷ that: 49.2 % × 46.3 ÷ 42.2 = 54.0 %.
 */
export function breakEvenShare(staffing: Staffing): Fraction | undefined {
  const share = productiveShare(staffing);
  if (!share || compare(staffing.contributionOre, ZERO) <= 0) return undefined;
  return multiply(share, divide(staffing.breakEvenCostOre, staffing.contributionOre));
}

/** Full-time equivalents over a stretch of months: those paid for and those that the financing carries. */
export type FullTime = { readonly used: Fraction; readonly carried: Fraction };

/**
 * used = paid hours ÷ (hours of a full-time equivalent × months ÷ 12); carried = the wages that the financing carries
 * ÷ what such an equivalent cost. Undefined where paid hours, wages or the hours of a full-time equivalent are missing.
 * @example 161,400 h in a year of 1,690 h → used 95.5; carried wages 99 % of those spent → 94.5
 */
export function fullTime(
  staffing: Staffing,
  months: number,
  fullTimeHours: Fraction | undefined,
): FullTime | undefined {
  const parts = paidParts(staffing);
  if (!fullTimeHours || parts === 0n || staffing.wageOre <= 0n || months === 0) return undefined;
  const hours = fraction(parts, PARTS_PER_HOUR);
  const used = divide(hours, multiply(fullTimeHours, fraction(BigInt(months), 12n)));
  return { used, carried: multiply(used, divide(staffing.carriedWageOre, fraction(staffing.wageOre))) };
}

const PARTS_PER_HOUR = 36_000n;
