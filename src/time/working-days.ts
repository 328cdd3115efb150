// Working days: Monday to Friday without the public holidays of Norway, Sweden and Denmark. Days before a holiday are
// working days, however short.

import { type Day, dayOf, monthsOf } from './days.ts';

/** Where a calendar of public holidays holds. */
export type HolidayCountry = 'NO' | 'SE' | 'DK';

/**
 * Public holidays that can fall on Monday to Friday: days after Easter Sunday, and dates that are the same every year.
 * NO: lov 24.2.1995 nr. 12 and lov 26.4.1947 nr. 1. SE: lag (1989:253), with the national day for Whit Monday from
 * 2005. DK: the feasts of the church; the Great Prayer Day was one to 2023 (lov nr. 214 af 6.3.2023).
 */
const HOLIDAYS: Readonly<
  Record<
    HolidayCountry,
    { readonly afterEaster: readonly number[]; readonly dates: readonly (readonly [number, number])[] }
  >
> = {
  NO: {
    afterEaster: [-3, -2, 1, 39, 50],
    dates: [
      [1, 1],
      [5, 1],
      [5, 17],
      [12, 25],
      [12, 26],
    ],
  },
  SE: {
    afterEaster: [-2, 1, 39],
    dates: [
      [1, 1],
      [1, 6],
      [5, 1],
      [6, 6],
      [12, 25],
      [12, 26],
    ],
  },
  DK: {
    afterEaster: [-3, -2, 1, 39, 50],
    dates: [
      [1, 1],
      [12, 25],
      [12, 26],
    ],
  },
};
const LAST_GREAT_PRAYER_DAY = 2023;
const FIRST_SWEDISH_NATIONAL_DAY = 2005;

/**
 * Easter Sunday in the Gregorian calendar (the computation of Meeus, Astronomical Algorithms, after Butcher).
 * @example easterSunday(2026) is 5 April
 */
export function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const leap = Math.floor(century / 4);
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - leap - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
  const days = moon + weekday - 7 * late + 114;
  return dayOf(year, Math.floor(days / 31), (days % 31) + 1);
}

/** How many working days each month of a year has, January first: in Norway 21 in January 2026, 16 in May. */
export function workingDaysByMonth(year: number, country: HolidayCountry): number[] {
  const off = new Set(publicHolidays(year, country));
  return monthsOf(year).map(({ from, to }) => {
    let days = 0;
    for (let day = from; day <= to; day++) if (isWeekday(day) && !off.has(day)) days += 1;
    return days;
  });
}

/** 1970-01-01 was a Thursday. */
const isWeekday = (day: Day): boolean => (((day + 3) % 7) + 7) % 7 < 5;

function publicHolidays(year: number, country: HolidayCountry): Day[] {
  const { afterEaster, dates } = HOLIDAYS[country];
  const easter = easterSunday(year);
  const found = [
    ...afterEaster.map((days) => easter + days),
    ...dates.map(([month, date]) => dayOf(year, month, date)),
  ];
  if (country === 'DK' && year <= LAST_GREAT_PRAYER_DAY) found.push(easter + 26);
  if (country !== 'SE' || year >= FIRST_SWEDISH_NATIONAL_DAY) return found;
  return [...found.filter((day) => day !== dayOf(year, 6, 6)), easter + 50];
}
