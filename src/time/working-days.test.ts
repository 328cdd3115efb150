// Working days against calendars.

import { describe, expect, it } from 'vitest';
import { dayOf } from './days.ts';
import { easterSunday, type HolidayCountry, workingDaysByMonth } from './working-days.ts';

describe('Easter Sunday', () => {
  it.each([
    [1961, 4, 2],
    [2000, 4, 23],
    [2008, 3, 23],
    [2019, 4, 21],
    [2023, 4, 9],
    [2024, 3, 31],
    [2025, 4, 20],
    [2026, 4, 5],
    [2027, 3, 28],
    [2038, 4, 25],
  ])('%i: month %i, day %i', (year, month, date) => {
    expect(easterSunday(year)).toBe(dayOf(year, month, date));
  });
});

describe('working days', () => {
  // 2026: New Year Thursday, Easter 5 April, Ascension 14 May, Whit Monday 25 May, 6 June a Saturday, Christmas Friday.
  it.each<[HolidayCountry, number, number[]]>([
    ['NO', 2026, [21, 20, 22, 19, 18, 22, 23, 21, 22, 22, 21, 22]],
    ['SE', 2026, [20, 20, 22, 20, 19, 22, 23, 21, 22, 22, 21, 22]],
    ['DK', 2026, [21, 20, 22, 19, 19, 22, 23, 21, 22, 22, 21, 22]],
    // The Great Prayer Day of 2023 was Friday 5 May; from 2024 it is a working day.
    ['DK', 2023, [22, 20, 23, 17, 20, 22, 21, 23, 21, 22, 22, 19]],
    ['DK', 2024, [22, 21, 19, 21, 21, 20, 23, 22, 21, 23, 21, 20]],
    // Whit Monday, 31 May, was a Swedish holiday for the last time; 6 June 2005 was a Monday.
    ['SE', 2004, [20, 20, 23, 20, 19, 22, 22, 22, 22, 21, 22, 23]],
    ['SE', 2005, [20, 20, 21, 21, 21, 21, 21, 23, 22, 21, 22, 21]],
  ])('%s %i', (country, year, expected) => expect(workingDaysByMonth(year, country)).toEqual(expected));
});
