// Days on which persons were away and are paid for as if they had been there: the first so many days of each absence.

import type { PersonStretch } from '../../tables/circumstances.ts';
import { type ClosedStretch, type Day, dayOf, daysByMonth, overlap } from '../../time/days.ts';

/** Days of a person's absence from a service that are paid in a month, and how far back the person is looked for. */
export type PaidAbsence = {
  readonly number: number;
  readonly pseudonym: string;
  readonly service: string;
  readonly month: number;
  readonly days: number;
  /** Year × 100 + month: the month before the first of these absences began, and the month itself. */
  readonly first_period: number;
  readonly period: number;
};

/**
 * The paid days of a year up to a month, by person, service and month. Stretches that overlap or follow each other day
 * by day are one absence, and so is one that two files tell of; those that name no service are of every service. An
 * absence of the year before has used up its days there.
 * @example 14 days paid, away 25 January to 20 February: 7 days in January and 7 in February
 */
export function paidAbsences(
  stretches: readonly PersonStretch[],
  paidDays: ReadonlyMap<string, number>,
  year: number,
  through: number,
): PaidAbsence[] {
  const followed = { from: dayOf(year, 1, 1), to: dayOf(year, through + 1, 1) - 1 };
  const persons = [...Map.groupBy(stretches, ({ person }) => person)];
  const found = [...paidDays].flatMap(([service, days]) =>
    persons.flatMap(([pseudonym, all]) => {
      const away = absences(all.filter((one) => one.service === '' || one.service === service));
      return byMonth(away, days, followed, year).map((one) => ({ pseudonym, service, ...one }));
    }),
  );
  return found.map((one, number) => ({ number, ...one }));
}

function byMonth(
  away: readonly Absence[],
  paid: number,
  followed: ClosedStretch,
  year: number,
): Pick<PaidAbsence, 'month' | 'days' | 'first_period' | 'period'>[] {
  const months = away.flatMap(({ from, to }) => {
    const days = overlap({ from, to: Math.min(to, from + paid - 1) }, followed);
    const first = monthBefore(from);
    return daysByMonth(days ? [days] : [], year).map((count, i) => ({ month: i + 1, days: count, first }));
  });
  const groups = Map.groupBy(
    months.filter(({ days }) => days > 0),
    ({ month }) => month,
  );
  return [...groups].map(([month, those]) => ({
    month,
    days: those.reduce((sum, { days }) => sum + days, 0),
    first_period: Math.min(...those.map(({ first }) => first)),
    period: year * 100 + month,
  }));
}

/** An absence from its first day to its last; without an end while the person is still away. */
type Absence = { readonly from: Day; readonly to: Day };

function absences(stretches: readonly PersonStretch[]): Absence[] {
  const days = stretches
    .map(({ from, to }) => ({ from: dayIn(from), to: to === '' ? Number.MAX_SAFE_INTEGER : dayIn(to) }))
    .sort((a, b) => a.from - b.from);
  const joined: { from: Day; to: Day }[] = [];
  for (const { from, to } of days) {
    const last = joined.at(-1);
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** The day of "2025-03-31". */
function dayIn(text: string): Day {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
  return dayOf(year, month, date);
}

/** Year × 100 + month of the month before the one that a day is in. */
function monthBefore(day: Day): number {
  const date = new Date(day * 86_400_000);
  const month = date.getUTCMonth();
  return month === 0 ? (date.getUTCFullYear() - 1) * 100 + 12 : date.getUTCFullYear() * 100 + month;
}
