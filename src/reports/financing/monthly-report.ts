// What the pages and tables of a followed month are made from: the financing of the year so far, the model that gives
// names, and what surrounds the figures: findings, closings, corrections, settlements, comments.

import type { Finding } from '../../findings/finding.ts';
import type { Model } from '../../model/model.ts';
import type { DistrictGrant } from '../../run/month/district-grants.ts';
import type {
  Correction,
  FinancingYear,
  HeldFrame,
  ManagerComment,
  ReserveLine,
  Settlement,
  UnitMonth,
} from '../../tables/financing.ts';

/** What a unit's service cost in the cost year of the prices, grown to the price year, and its volume then. */
export type ServiceCost = {
  readonly unit: string;
  readonly service: string;
  readonly costOre: bigint;
  readonly parts: bigint;
};

export type MonthlyReport = {
  readonly model: Model;
  readonly year: FinancingYear;
  /** 1 to 12, at most `year.through`: the month that the pages are of; "so far" is January to this month. */
  readonly month: number;
  readonly findings: readonly Finding[];
  readonly corrections: readonly Correction[];
  readonly closedMonths: readonly number[];
  /** Empty until the year is settled. */
  readonly settlements: readonly Settlement[];
  /** What reserves get or pay in the settlement. */
  readonly reserves?: readonly ReserveLine[];
  readonly comments: readonly ManagerComment[];
  /** The last days that ledger and activity hold ("2026-04-28"); the months of the freshness where absent. */
  readonly dataUntil?: { readonly ledger?: string; readonly activity?: string };
  readonly serviceCosts?: readonly ServiceCost[];
  readonly districtGrants?: readonly DistrictGrant[];
};

/** The unit-months of January to the report's month; `unit` narrows them to one unit. */
export const monthsUntil = ({ year, month }: MonthlyReport, unit?: string): UnitMonth[] =>
  year.months.filter((each) => each.month <= month && (unit === undefined || each.unit === unit));

/** The unit-months of the report's month alone. */
export const monthsAt = ({ year, month }: MonthlyReport, unit?: string): UnitMonth[] =>
  year.months.filter((each) => each.month === month && (unit === undefined || each.unit === unit));

/** The units that are financed in the report's months, in the order of the model's units, others behind by id. */
export function unitsOf(report: MonthlyReport): string[] {
  const used = new Set(monthsUntil(report).map(({ unit }) => unit));
  const known = report.model.units.map(({ id }) => id).filter((id) => used.has(id));
  return [...known, ...[...used].filter((id) => !known.includes(id)).sort()];
}

/** True where the month is closed: its figures stand, and what comes later is a correction. */
export const isClosed = ({ closedMonths, month }: MonthlyReport): boolean => closedMonths.includes(month);

/** Frames that purchasers hold for units, of January to the report's month; `purchaser` narrows them to one. */
export const heldUntil = ({ year, month }: MonthlyReport, purchaser?: string): HeldFrame[] =>
  year.heldFrames.filter(
    (held) => held.month <= month && (purchaser === undefined || held.purchaser === purchaser),
  );

/** The same of the report's month alone. */
export const heldAt = ({ year, month }: MonthlyReport, purchaser?: string): HeldFrame[] =>
  year.heldFrames.filter(
    (held) => held.month === month && (purchaser === undefined || held.purchaser === purchaser),
  );
