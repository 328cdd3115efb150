// The sentences that sources of decisions, visits and circumstances are read back as.

import { toDecimal } from '../../money/fraction.ts';
import type { CircumstanceKind } from '../../tables/circumstances.ts';
import type { CircumstanceSource } from '../care-sources.ts';
import type { ActivitySource, WeekRule } from '../model.ts';
import { sayList, sayOtherYear } from './say-names.ts';

/**
 * What decides the granted quantity of decisions; nothing for other sources.
 * @example " Granted per week; a later decision of the same person and service ends the one before it."
 */
export function describeDecisionRules({ decisions, columns }: ActivitySource, weekRule?: WeekRule): string {
  if (!decisions) return '';
  const per = decisions.per ? `Granted per ${decisions.per}` : 'Granted as the rows say';
  const changes =
    decisions.changes === 'replace'
      ? '; a later decision of the same person and service ends the one before it'
      : columns.decision === undefined
        ? '; decisions that run side by side add up'
        : '; a later row of the same decision ends the one before it, and others add up';
  const times = decisions.standardTimes;
  const tasks = times
    ? `; the minutes of ${times.minutes.size} tasks are from ${times.file} (source: ${times.source})`
    : '';
  const weeks =
    decisions.weeks === 'register' && weekRule
      ? `; a month counts as ${toDecimal(weekRule.weeksPerMonth, 2).replace(/\.?0+$/, '')} weeks (source: ${weekRule.source})`
      : '';
  return ` ${per}${changes}${tasks}${weeks}.`;
}

const WHAT: { readonly [kind in CircumstanceKind]: (year: string) => string } = {
  suspensions: (year) => `Who is away${year}, and gets nothing of what was granted in that time, is`,
  'waiting-list': (year) => `Who waits${year} is`,
  'paid-hours': (year) => `Paid hours${year} are`,
  capacity: (year) => `Places${year} are`,
};

/** @example "Places of 2026 are read from data/places.csv." */
export function describeCircumstance({ kind, files, year }: CircumstanceSource, costYear: number): string {
  const isPeople = kind === 'suspensions' || kind === 'waiting-list';
  const other = sayOtherYear(year, costYear);
  return `${WHAT[kind](isPeople ? other.replace('of', 'in') : other)} read from ${sayList(files)}.`;
}
