import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { syntheticPerson } from './synthetic-person.ts';

/** The check sums of a Norwegian birth number, written out from its definition. */
function hasValidChecks(number: string): boolean {
  const sum = (weights: readonly number[]): number =>
    weights.reduce((total, weight, i) => total + weight * Number(number[i]), 0);
  return sum([3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 && sum([5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
}

const OLD = { from: 1922, to: 1954 };

describe('syntheticPerson', () => {
  it('gives eleven digits with valid checks and a month raised by 80', () => {
    fc.assert(
      fc.property(fc.nat(180_000), fc.nat(7), (person, share) => {
        const number = syntheticPerson(person, OLD, share, 8);
        expect(number).toMatch(/^\d{2}(8[1-9]|9[0-2])\d{7}$/);
        expect(hasValidChecks(number)).toBe(true);
      }),
    );
  });

  it('never gives two people the same number', () => {
    const numbers = new Set<string>();
    for (let share = 0; share < 8; share++)
      for (let person = 0; person < 30_000; person++) numbers.add(syntheticPerson(person, OLD, share, 8));
    expect(numbers.size).toBe(8 * 30_000);
  });

  it('refuses more people than there are numbers', () => {
    expect(() => syntheticPerson(2_000_000, OLD, 0, 8)).toThrow('not enough synthetic people');
  });
});
