// What following a year up to a month is made from: the same basis gives the same figures, which is what a closing
// keeps.

import type { Acceptance } from '../../checks/accepted/acceptance.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Financing } from '../../model/financing.ts';
import type { Model } from '../../model/model.ts';
import { byKey } from '../../money/apportion.ts';
import type { Snapshot } from '../../registers/snapshot.ts';
import type { ModelPrices } from '../../tables/financing.ts';
import { type Json, modelAsData, type Period, RULES_VERSION, toJson } from '../identity.ts';

/** The model as of the finance year, adopted prices, accepted findings, and the snapshots (hashes, sorted). */
export type MonthBasis = {
  readonly model: Model;
  readonly prices: readonly ModelPrices[];
  readonly accepted: readonly Acceptance[];
  /** What reading the model found: told with the month's own findings. */
  readonly modelFindings: readonly Finding[];
  readonly snapshots: readonly string[];
};

/** The basis as JSON data with the runs of the months that are closed before it: what the certificate names a run by. */
export function basisAsData(basis: MonthBasis, period: Period, closed: readonly string[]): Json {
  const accepted = basis.accepted.map(({ rule, place, reason, date }) => ({ rule, place, reason, date }));
  return toJson({
    snapshots: [...basis.snapshots].sort(byKey),
    model: modelAsData(basis.model),
    prices: basis.prices,
    rulesVersion: RULES_VERSION,
    period,
    closed,
    ...(accepted.length > 0 ? { accepted } : {}),
  });
}

/**
 * True for a snapshot that has something to say of the finance year: its ledger, budget and activity, places and hours;
 * of the year before it the accounts, where months are spread as they were then, and the activity, where somebody who
 * is away in January was there in December; and of the cost year of the prices its hours, which sick leave is held against.
 */
export function isFollowed(
  snapshot: Snapshot,
  { financing }: Model,
  prices: readonly ModelPrices[],
): boolean {
  if (snapshot.register === 'people' || !financing) return false;
  if (snapshot.years.length === 0) return snapshot.register === 'circumstances';
  if (snapshot.years.includes(financing.year)) return true;
  const isBefore = snapshot.years.includes(financing.year - 1);
  const isSpreadByIt = snapshot.register === 'ledger' && financing.frame.periodise === 'last-year';
  const isAwaySince = snapshot.register === 'activity' && paysAbsence(financing);
  const ofHours =
    snapshot.kind === 'paid-hours' && costYears(prices).some((year) => snapshot.years.includes(year));
  return ofHours || (isBefore && (isSpreadByIt || isAwaySince));
}

const paysAbsence = ({ models }: Financing): boolean =>
  models.some(({ pays }) => pays !== undefined && pays.absenceDays.size > 0);

/** The years that prices were found on. */
export const costYears = (prices: readonly ModelPrices[]): number[] => [
  ...new Set(prices.flatMap(({ periods }) => periods.map(({ prices: { costYear } }) => costYear))),
];
