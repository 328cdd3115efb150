// Identity numbers of people who do not exist: built like a Norwegian birth number, with the month raised by 80 as the
// national register does for its synthetic people, so that no real person can ever have one.

import { randomAt } from './counted-random.ts';

const FIRST_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const SECOND_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const DAY_MS = 86_400_000;
/** Consecutive individual numbers of which at least one has valid check digits, on every date (tested). */
const NUMBERS_PER_PERSON = 4;
const PEOPLE_PER_DAY = 125;

const checkDigit = (digits: string, weights: readonly number[]): number => {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return (11 - (sum % 11)) % 11;
};

/** The eleven digits, or undefined when the individual number has no check digits on that date (a digit would be 10). */
function identityNumber(date: string, individual: number): string | undefined {
  const nine = date + String(individual).padStart(3, '0');
  const first = checkDigit(nine, FIRST_WEIGHTS);
  if (first === 10) return undefined;
  const second = checkDigit(`${nine}${first}`, SECOND_WEIGHTS);
  return second === 10 ? undefined : `${nine}${first}${second}`;
}

/** Birth years of a group of people, both included, from 1900 to 1999. */
export type Born = { readonly from: number; readonly to: number };

/**
 * The synthetic identity number of the person with this number among those born in the given years; different people
 * get different numbers. Groups with years in common must use different `share`s of the people, from 0 to `shares` − 1.
 * @throws RangeError when there are more people than numbers: 125 born on each day, shared among the groups.
 */
export function syntheticPerson(person: number, born: Born, share: number, shares: number): string {
  const start = Date.UTC(born.from, 0, 1);
  const days = (Date.UTC(born.to + 1, 0, 1) - start) / DAY_MS;
  const slot = Math.floor(person / days) * shares + share;
  if (slot >= PEOPLE_PER_DAY) throw new RangeError('there are not enough synthetic people of that age');
  // A step that shares no divisor with the number of days visits each of them once: neighbours are years apart.
  const day = (person * 7919 + (randomAt(share, 7) % days)) % days;
  const [year = '', month = '', date = ''] = new Date(start + day * DAY_MS)
    .toISOString()
    .slice(0, 10)
    .split('-');
  const birth = `${date}${Number(month) + 80}${year.slice(2)}`;
  for (let i = 0; i < NUMBERS_PER_PERSON; i++) {
    const number = identityNumber(birth, slot * NUMBERS_PER_PERSON + i);
    if (number) return number;
  }
  throw new Error(`no synthetic person on day ${day}, slot ${slot}`);
}
