// Valid identity numbers of people who do not exist, built from the published rules by arithmetic of their own, for
// tests of what reads them.

import fc from 'fast-check';

const rest = (digits: string, weights: readonly number[]): number =>
  [...digits].reduce((sum, digit, i) => sum + Number(digit) * (weights[i] ?? 0), 0) % 11;
const isDigit = (value: number): boolean => value >= 0 && value <= 9;

/** Nine digits and their two control digits; undefined where one of them would be 10. `added` is 1–3 from 2032. */
export function norwegian(nine: string, added = 0): string | undefined {
  const first = (11 + added - rest(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2])) % 11;
  const second = (11 - rest(`${nine}${first}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2])) % 11;
  return isDigit(first) && isDigit(second) ? `${nine}${first}${second}` : undefined;
}

/** The twelve digits of a century, YYMMDD and a birth number. */
export function swedish(century: string, nine: string): string {
  const sum = [...nine].reduce((all, digit, i) => {
    const twice = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return all + Math.floor(twice / 10) + (twice % 10);
  }, 0);
  return `${century}${nine}${(10 - (sum % 10)) % 10}`;
}

/** Nine digits and their control digit; undefined where it would be 10. */
export function danish(nine: string): string | undefined {
  const last = (11 - rest(nine, [4, 3, 2, 7, 6, 5, 4, 3, 2])) % 11;
  return isDigit(last) ? `${nine}${last}` : undefined;
}

const two = (value: number): string => String(value).padStart(2, '0');
const date = fc.record({
  year: fc.integer({ min: 1900, max: 2024 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  serial: fc.integer({ min: 1, max: 999 }).map((serial) => String(serial).padStart(3, '0')),
});
const isWhole = (number: string | undefined): number is string => number !== undefined;

/** Norwegian numbers of every kind that has a date, by the rules before and from 2032. */
export const norwegianNumbers = fc
  .record({
    date,
    day: fc.constantFrom(0, 40),
    month: fc.constantFrom(0, 20, 40, 65, 80),
    added: fc.constantFrom(0, 0, 1, 2, 3),
  })
  .map(({ date: { year, month, day, serial }, ...plus }) =>
    norwegian(`${two(day + plus.day)}${two(month + plus.month)}${two(year % 100)}${serial}`, plus.added),
  )
  .filter(isWhole);

/** Swedish numbers of twelve digits, of people born from 1926, so that ten digits mean them in 2025. */
export const swedishNumbers = fc
  .record({ date: date.filter(({ year }) => year > 1925), day: fc.constantFrom(0, 60) })
  .map(({ date: { year, month, day, serial }, ...plus }) =>
    swedish(String(year).slice(0, 2), `${two(year % 100)}${two(month)}${two(day + plus.day)}${serial}`),
  );

/** Danish numbers with a control digit. */
export const danishNumbers = date
  .map(({ year, month, day, serial }) =>
    danish(`${two(day)}${two(month)}${two(year % 100)}${year < 2000 ? '0' : '4'}${serial.slice(1)}`),
  )
  .filter(isWhole);

/**
 * A number as people and programs write it: its date and the rest apart, the date's parts apart, full-width digits,
 * marks and blanks around it.
 */
export const spellings = (number: string): string[] => {
  const tail = number.length === 11 ? 5 : 4;
  const [front, back] = [number.slice(0, -tail), number.slice(-tail)];
  const pieces = [front.slice(0, -4), front.slice(-4, -2), front.slice(-2)];
  return [
    number,
    `${front} ${back}`,
    `${front}-${back}`,
    `${front}\u00a0${back}`,
    `${front}\u2013${back}`,
    `${front} - ${back}`,
    `${front}.${back}`,
    `${pieces.join('.')}-${back}`,
    `${pieces.join(' ')} ${back}`,
    `${front}\u200b${back}`,
    number.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  ];
};
