// Is the last month whole? The volume of the last weeks of each service at each unit, beside what is usual there.

import { readSql } from '../../store/read-sql.ts';
import { monthText } from '../month-text.ts';
import type { Question } from '../rule.ts';

const DAYS = readSql(import.meta.url, 'days.sql');
const MONTHS = readSql(import.meta.url, 'months.sql');

/** How many weeks, or months, are looked at, and before them how many say what is usual. */
const LOOKED_AT = { week: 4, month: 2 } as const;
const USUAL_FROM = { week: 26, month: 6 } as const;
/** Below so many per cent of what is usual, a week or a month is not whole. */
const WHOLE_PERCENT = 80n;

export type Stretch = { readonly name: string; readonly parts: bigint };

/**
 * A service at a unit. `usual` is the median of the weeks (months where there are no dates) before the last ones, in
 * parts of the measure; `last` are those, in order. Preliminary: the latest holds less than 80 % of the usual.
 */
export type Completeness = {
  readonly state: string;
  readonly service: string;
  readonly unit: string;
  readonly measure: string;
  readonly per: 'week' | 'month';
  readonly usual: bigint;
  readonly last: readonly Stretch[];
  readonly isPreliminary: boolean;
};

type Place = Pick<Completeness, 'state' | 'service' | 'unit' | 'measure'>;
type Sum = Place & { readonly parts: bigint };

/**
 * Asks the staged register. Weeks run from Monday to Sunday; only those that lie in the cost year and end no later
 * than the register's last date of the state are compared. Services with fewer than three stretches before the last
 * ones have nothing usual and are left out.
 */
export async function completeness({ db, model }: Question): Promise<Completeness[]> {
  const days = await db.rows<Sum & { readonly day: bigint }>(DAYS);
  const months = await db.rows<Sum & { readonly period: number }>(MONTHS);
  const weekly = days.map(({ day, ...sum }) => ({ ...sum, stretch: weekOf(Number(day)) }));
  const newYear = Date.UTC(model.years.cost, 0, 1) / DAY_MS;
  const begin = weekOf(newYear + 6); // the first that lies wholly in the year
  return [
    ...compare('week', weekly, begin, lastWholeWeek(days), (week) => dayText(weekStart(week))),
    ...compare(
      'month',
      months.map(({ period, ...sum }) => ({ ...sum, stretch: period })),
      model.years.cost * 100 + 1,
      latest(months.map(({ state, period }) => ({ state, last: period }))),
      monthText,
    ),
  ];
}

const DAY_MS = 86_400_000;
/** Weeks are counted from the one that holds 1970-01-01, a Thursday. */
const weekOf = (day: number): number => Math.floor((day + 3) / 7);
const weekStart = (week: number): number => week * 7 - 3;
const dayText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

function lastWholeWeek(
  days: readonly { readonly state: string; readonly day: bigint }[],
): Map<string, number> {
  const last = latest(days.map(({ state, day }) => ({ state, last: Number(day) })));
  return new Map([...last].map(([state, day]) => [state, weekOf(day + 1) - 1]));
}

function latest(all: readonly { readonly state: string; readonly last: number }[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { state, last } of all) found.set(state, Math.max(last, found.get(state) ?? last));
  return found;
}

function compare(
  per: 'week' | 'month',
  sums: readonly (Sum & { readonly stretch: number })[],
  first: number,
  lastOf: ReadonlyMap<string, number>,
  nameOf: (stretch: number) => string,
): Completeness[] {
  const places = Map.groupBy(sums, ({ state, service, unit }) => JSON.stringify([state, service, unit]));
  return [...places.values()].flatMap((all) => {
    const { state, service, unit, measure } = all[0]!;
    const held = new Map<number, bigint>();
    for (const { stretch, parts } of all) held.set(stretch, (held.get(stretch) ?? 0n) + parts);
    const last = lastOf.get(state) ?? first;
    const begin = Math.max(first, Math.min(...held.keys()));
    const stretches = Array.from({ length: Math.max(0, last - begin + 1) }, (_, i) => begin + i);
    const before = stretches.slice(0, -LOOKED_AT[per]).slice(-USUAL_FROM[per]);
    if (before.length < 3) return [];
    const usual = median(before.map((stretch) => held.get(stretch) ?? 0n));
    const looked = stretches
      .slice(-LOOKED_AT[per])
      .map((stretch) => ({ name: nameOf(stretch), parts: held.get(stretch) ?? 0n }));
    const isPreliminary = looked.at(-1)!.parts * 100n < usual * WHOLE_PERCENT;
    return [{ state, service, unit, measure, per, usual, last: looked, isPreliminary }];
  });
}

/** The middle value; of two in the middle the lower, so that it is a volume that occurred. */
function median(values: readonly bigint[]): bigint {
  const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0n;
}
