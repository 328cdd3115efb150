// Judges the texts that say when a visit began and ended: a date and time in one cell, or a time of day beside a column
// with the date, where an end before the start is on the next morning.

import { TEXT_SEPARATOR } from '../../store/scan.ts';
import { type Day, dayOf } from '../../time/days.ts';
import { instantOf, readClock } from '../../time/local-time.ts';
import type { Judgement } from '../tables/coded-rows.ts';
import { FaultList, showCell } from '../tables/fault.ts';
import { readDate } from '../tables/read-period.ts';

/** Instants are seconds since the start of 2000, so that they are small numbers and those before it are none. */
const EPOCH = dayOf(2000, 1, 1) * 86_400;
const ZONE = /(?:Z|[+-]\d{2}:?\d{2})$/;

/** How the columns stand: `date` is there where times are times of day. */
export type TimeColumns = { readonly date?: string; readonly start: string; readonly end: string };

/** Days of the visits, of which only those in the cost year count; values are days since 1970. */
export function judgeVisitDays(
  texts: readonly string[],
  column: string,
  { cost, declared }: { readonly cost: number; readonly declared?: number | undefined },
): Judgement {
  const faults = new FaultList();
  const values = texts.map((text) => {
    const cell = text.trim();
    const date = readDate(cell.replace(ZONE, ''));
    const about = { rule: 'activity/period', severity: 'error', column } as const;
    if (date?.day === undefined) {
      const message = cell === '' ? 'The cell is empty.' : `${showCell(cell, true)} is no date and time.`;
      return faults.add({ ...about, message, remedy: 'Write 2025-03-31 22:00 or 31.03.2025 22:00.' });
    }
    if (declared !== undefined && date.year !== declared) {
      const message = `The row is of ${date.year}; the model says that the file is of ${declared}.`;
      return faults.add({ ...about, message, remedy: 'Take the row out, or correct year in the source.' });
    }
    if (date.year === cost) return date.day;
    const message = `Rows of ${date.year} are left out; the cost year is ${cost}.`;
    const remedy = 'Nothing needs doing if they belong there.';
    return faults.add({ rule: 'activity/other-year', severity: 'note', column, message, remedy });
  });
  return { values, faults: faults.faults };
}

/** The time of day of a text that may have its date in front: "2025-03-31T22:00" → "22:00". */
const clockOf = (text: string): string => text.replace(/^[\d.\-/]{8,10}[T ]+(?=\d)/, '');

/** The instant of a text that has a date and a time; undefined when it has not both. */
function dateTime(text: string): number | undefined {
  if (ZONE.test(text) && /[T ]\d{2}:/.test(text)) {
    const instant = Date.parse(text.replace(' ', 'T'));
    return Number.isNaN(instant) ? undefined : Math.floor(instant / 1000);
  }
  const day = readDate(text)?.day;
  const clock = clockOf(text);
  const second = clock === text ? undefined : readClock(clock);
  return day === undefined || second === undefined ? undefined : instantOf(day, second);
}

/** A time of day on a day, and the one after it where an end is not later than its start. */
function onDay(day: Day, start: string, end?: string): number | undefined {
  const [from, to] = [readClock(start), end === undefined ? undefined : readClock(end)];
  if (from === undefined || (end !== undefined && to === undefined)) return undefined;
  if (to === undefined) return instantOf(day, from);
  return to < from ? instantOf(day + 1, to) : instantOf(day, to);
}

/**
 * Starts or ends as instants. With a date column the texts are date, start and, of ends, end, joined; a date that
 * cannot be read is not told again.
 */
export function judgeTimes(
  texts: readonly string[],
  which: 'start' | 'end',
  columns: TimeColumns,
): Judgement {
  const faults = new FaultList();
  const values = texts.map((text) => {
    const [first = '', start = '', end] = text.split(TEXT_SEPARATOR).map((cell) => cell.trim());
    const day = readDate(first)?.day;
    if (columns.date !== undefined && day === undefined) return 0;
    const instant = columns.date === undefined ? dateTime(first) : onDay(day!, start, end);
    if (instant !== undefined && instant >= EPOCH) return instant - EPOCH;
    const cell = columns.date === undefined ? first : which === 'start' ? start : (end ?? '');
    const example = columns.date === undefined ? '2025-03-31 22:00' : '22:00';
    const message = cell === '' ? 'The cell is empty.' : `${showCell(cell, true)} is no time.`;
    const rule = 'activity/time';
    return faults.add({
      rule,
      severity: 'error',
      column: columns[which],
      message,
      remedy: `Write ${example}.`,
    });
  });
  return { values, faults: faults.faults };
}
