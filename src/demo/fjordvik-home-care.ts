// Home care visits as the care system hands them over: one row per visit, in minutes.

import { apportion } from '../money/apportion.ts';
import { randomAt, streamOf } from './counted-random.ts';
import { DAYS_IN_MONTH, dateText, type FjordvikYear, monthsSinceStart } from './fjordvik-calendar.ts';
import {
  HOME_CARE,
  type HomeCare,
  hospitalStayOf,
  isAway,
  needOf,
  spellsOf,
  usersOf,
} from './fjordvik-home-care-users.ts';
import { personOf } from './fjordvik-people.ts';
import { unitPlan } from './fjordvik-units.ts';
import { type Size, scaled } from './size.ts';
import { splitInBlocks } from './split-in-blocks.ts';

const HOME_CARE_HEADER = 'pnr;tjeneste;enhet;dato;minutter';

/** A month of a year. */
type Month = { readonly year: FjordvikYear; readonly month: number };

/**
 * How much of a month's time a user gets. In 2025 some are away, but never the first of a block, so that someone takes
 * the time; in 2026 everyone gets some, by up to six parts in a hundred more or less than usual.
 */
function weightOf(stream: number, user: number, { year, month }: Month, isFirst: boolean): bigint {
  const need = needOf(stream, user);
  if (year === 2026)
    return BigInt(need * (94 + (randomAt(stream, user, 2, monthsSinceStart(year, month)) % 13)));
  return !isFirst && isAway(stream, user, year, month) ? 0n : BigInt(need);
}

/** The days of a month from 1 on which somebody is at home. */
function daysAtHome(unit: string, person: number, { year, month }: Month, size: Size): number[] {
  const all = Array.from({ length: DAYS_IN_MONTH[month] ?? 30 }, (_, i) => i + 1);
  const away = year === 2026 ? hospitalStayOf(unit, person, size) : undefined;
  return away?.month === month ? all.filter((day) => day < away.from || day > away.to) : all;
}

/** The visits of one person in a month: `minutes` over as many visits as their usual length gives, on these days. */
function* visits(
  stream: number,
  minutes: bigint,
  visitMinutes: number,
  days: readonly number[],
): Generator<[day: number, minutes: bigint]> {
  if (minutes <= 0n) return;
  const count = Math.max(1, Math.round(Number(minutes) / visitMinutes));
  const lengths = apportion(
    minutes,
    Array.from({ length: count }, (_, i) => BigInt(60 + (randomAt(stream, i) % 81))),
  );
  for (const [i, length] of lengths.entries())
    if (length > 0n) yield [days[Math.floor((i * days.length) / count)] ?? 1, length];
}

/** Minutes of a service at a unit in a month, by the days of the month. */
function minutesOf({ hours }: HomeCare, month: number, { scale }: Size): bigint {
  const year = scaled(BigInt(hours), scale) * 60n;
  return apportion(year, DAYS_IN_MONTH.map(BigInt))[month] ?? 0n;
}

function* monthRows(plan: HomeCare, when: Month, size: Size): Generator<string> {
  const { unit, service, visitMinutes } = plan;
  const { year, month } = when;
  const stream = streamOf(size.seed, `home-care/${unit}/${service}`);
  const name = unitPlan(unit).name;
  for (const { first, count, total } of splitInBlocks(minutesOf(plan, month, size), usersOf(plan, size))) {
    const shares = apportion(
      total,
      Array.from({ length: count }, (_, i) => weightOf(stream, first + i, when, i === 0)),
    );
    for (const [i, share] of shares.entries()) {
      const { person } = spellsOf(plan, first + i, year, size).find(({ to }) => month < to)!;
      const own = randomAt(stream, first + i, 3, monthsSinceStart(year, month));
      const start = `${personOf(unit, person)};${service};${name};`;
      for (const [day, length] of visits(own, share, visitMinutes, daysAtHome(unit, person, when, size)))
        yield `${start}${dateText(year, month, day)};${length}`;
    }
  }
}

/** The visits of some months of a year (0 = January), by month, unit, service and person. */
export function* homeCareRows(year: FjordvikYear, size: Size, months: readonly number[]): Generator<string> {
  yield HOME_CARE_HEADER;
  for (const month of months)
    for (const plan of HOME_CARE[year]) yield* monthRows(plan, { year, month }, size);
}
