// The leader's questions: what the financing carries in wages beside what they cost, hours paid and delivered beside
// what the cost year would have paid, and the terms of the share of productive hours at which the unit breaks even.

import { add, type Fraction, fraction, multiply, subtract, ZERO } from '../money/fraction.ts';
import type { HourKind, PaidHours } from '../tables/circumstances.ts';
import type { ExpenseLine, Staffing } from '../tables/financing.ts';
import { keyOf } from '../tables/keys.ts';
import type { Counted } from './counted.ts';
import type { PaidRow } from './paid.ts';
import type { StandardMonth, Standards } from './standard.ts';

/** Paid hours of a unit and month by kind, in parts of an hour. */
export type HoursByKind = Readonly<Record<HourKind, bigint>>;

/** Hours as they are asked for; undefined where the register has none of the unit and month. */
export type Hours = (unit: string, month: number) => HoursByKind | undefined;

/** Indexes the paid hours of a year. */
export function hoursOf(rows: readonly PaidHours[], year: number): Hours {
  const sums = new Map<string, Record<HourKind, bigint>>();
  for (const { unit, month, kind, parts, ...row } of rows) {
    if (row.year !== year) continue;
    const key = keyOf(unit, month);
    const sum = sums.get(key) ?? { ordinary: 0n, overtime: 0n, agency: 0n, 'sick-leave': 0n };
    sum[kind] += parts;
    sums.set(key, sum);
  }
  return (unit, month) => sums.get(keyOf(unit, month));
}

/** H: ordinary, overtime and agency hours, sick leave beside; undefined where none are known. */
export function paidParts(hours: HoursByKind | undefined): bigint | undefined {
  const sum = hours ? hours.ordinary + hours.overtime + hours.agency : 0n;
  return sum === 0n ? undefined : sum;
}

/** What the staffing of a unit and month is told from. */
export type StaffingGround = {
  readonly unit: string;
  readonly hours: HoursByKind | undefined;
  readonly delivered: readonly Counted[];
  readonly measureOf: (service: string) => string;
  readonly paid: readonly PaidRow[];
  readonly priced: Fraction;
  readonly baseOre: bigint;
  readonly standard: StandardMonth;
  readonly standards: Standards;
  readonly expenses: readonly ExpenseLine[];
  readonly wageNatures: readonly string[];
  readonly placeDays: bigint | undefined;
};

/**
 * Staffing of a unit and month. Carried wages = Σ (wage share of the service's cost) × p·Q + wage share of the base
 * grant. Break-even share π* = (wages + fixed − base) ÷ ((P − g)·H): `breakEvenCostOre` is its numerator, and
 * `contributionOre` (P − g) × what was delivered, Σ p·Q − goods + income, so that π* = cost × direct ÷ (contribution × H).
 */
export function staffing(ground: StaffingGround): Staffing {
  const { unit, hours, standard, standards, wageNatures, paid, expenses, baseOre, priced } = ground;
  const carried = paid
    .map(({ service, worth }) => multiply(standards.wageShare(service), worth))
    .reduce(add, ZERO);
  const inBase = multiply(standards.baseWageShare(unit), fraction(baseOre));
  const spent = (isCounted: (line: ExpenseLine) => boolean): bigint =>
    expenses.filter(isCounted).reduce((sum, { postedOre, accruedOre }) => sum + postedOre + accruedOre, 0n);
  const direct = ground.delivered.filter(({ service }) => ground.measureOf(service) === 'hour');
  return {
    ordinaryParts: hours?.ordinary ?? 0n,
    overtimeParts: hours?.overtime ?? 0n,
    agencyParts: hours?.agency ?? 0n,
    sickParts: hours?.['sick-leave'] ?? 0n,
    directParts: direct.reduce((sum, { parts }) => sum + parts, 0n),
    standardParts: standard.hourParts ?? ZERO,
    carriedWageOre: add(carried, inBase),
    wageOre: spent(({ nature }) => wageNatures.includes(nature)),
    breakEvenCostOre: fraction(spent(({ kind }) => kind === 'wages' || kind === 'fixed') - baseOre),
    contributionOre: subtract(priced, fraction(spent(({ kind }) => kind === 'goods' || kind === 'income'))),
    placeDays: ground.placeDays ?? 0n,
  };
}
