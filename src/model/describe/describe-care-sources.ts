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

const WHAT: { readonly [kind in CircumstanceKind]: string } = {
  suspensions: 'Who is away, and gets nothing of what was granted in that time,',
  'waiting-list': 'Who waits',
  'paid-hours': 'Paid hours',
  capacity: 'Places',
};

/** @example "Places are read from data/places.csv." */
export function describeCircumstance({ kind, files, year }: CircumstanceSource, costYear: number): string {
  const verb = kind === 'suspensions' || kind === 'waiting-list' ? 'is' : 'are';
  return `${WHAT[kind]}${sayOtherYear(year, costYear)} ${verb} read from ${sayList(files)}.`;
}
