// The clock on the wall in Norway, Sweden and Denmark, so that a night shift over the change to or from summer time
// lasts as long as it did.

import { type Day, dayOf } from './days.ts';

const HOUR = 3600;
const SECONDS_PER_DAY = 86_400;

/** The last Sunday of a month; 1970-01-01 was a Thursday. */
function lastSunday(year: number, month: number): Day {
  const last = dayOf(year, month + 1, 1) - 1;
  return last - ((last + 4) % 7);
}

/**
 * The instant (seconds since 1970-01-01 UTC) of a local day and second of the day. Summer time runs from 02:00 on the
 * last Sunday of March to 03:00 on the last Sunday of October (Directive 2000/84/EC). The hour that comes twice in
 * October is read as the first of the two; one that does not come in March as if the clock had not been set.
 * @example 2025-03-29 22:00 to 2025-03-30 07:00 lasts eight hours
 */
export function instantOf(day: Day, second: number): number {
  const year = new Date(day * SECONDS_PER_DAY * 1000).getUTCFullYear();
  const local = day * SECONDS_PER_DAY + second;
  const begins = lastSunday(year, 3) * SECONDS_PER_DAY + 2 * HOUR;
  const ends = lastSunday(year, 10) * SECONDS_PER_DAY + 3 * HOUR;
  const isSummer = local >= begins + HOUR && local < ends;
  return local - (isSummer ? 2 : 1) * HOUR;
}

const CLOCK = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?$/;

/** A time of day ("22:00", "07.30", "22:00:15") as seconds; "24:00" ends the day. Undefined when it is none. */
export function readClock(text: string): number | undefined {
  const match = CLOCK.exec(text.trim());
  if (!match) return undefined;
  const [hour, minute, second] = [match[1], match[2], match[3] ?? '0'].map(Number) as [
    number,
    number,
    number,
  ];
  const all = hour * HOUR + minute * 60 + second;
  return minute < 60 && second < 60 && all <= SECONDS_PER_DAY ? all : undefined;
}
