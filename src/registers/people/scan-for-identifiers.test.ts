import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  danishNumbers,
  norwegianNumbers,
  spellings,
  swedishNumbers,
} from '../../../test/support/identity-numbers.ts';
import type { Country } from '../../model/model.ts';
import { scanForIdentifiers } from './scan-for-identifiers.ts';

const NUMBERS: readonly [Country, fc.Arbitrary<string>][] = [
  ['NO', norwegianNumbers],
  ['SE', swedishNumbers],
  ['SE', swedishNumbers.map((number) => number.slice(2))],
  ['DK', danishNumbers],
];
const words = fc.constantFrom('', 'fnr ', 'Vedtak om hjelp til ', 'sak 25/4711: ', '(', 'kr 12 500,00 til ');
const after = fc.constantFrom('', '.', ', betalt', ' (2025)', ')', ' – Solvang 12');

describe('identity numbers in running text', () => {
  it.each(NUMBERS)('of %s are found in every spelling', (country, numbers) => {
    fc.assert(
      fc.property(numbers, words, after, (number, before, behind) => {
        for (const spelling of spellings(number))
          expect([spelling, scanForIdentifiers(`${before}${spelling}${behind}`, country)]).toEqual([
            spelling,
            1,
          ]);
      }),
    );
  });

  it.each(NUMBERS)('of %s are counted', (country, numbers) => {
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 5 }), (some) => {
        expect(scanForIdentifiers(some.join(' og '), country)).toBe(some.length);
        expect(scanForIdentifiers(some.join('; '), country)).toBe(some.length);
      }),
    );
  });

  it.each<readonly [Country, string, number]>([
    ['NO', '1818512321', 1],
    ['NO', '018185 12322', 0],
    ['NO', '201818512321', 0],
    ['NO', '018185123210', 0],
    ['NO', 'kontonummer 8601 11 17947', 0],
    ['NO', 'tlf 22 33 44 55, 31.12.2025 kl 12.30', 0],
    ['NO', '12 500,00 13 750,50 2025-01-01 2025-12-31', 0],
    ['NO', '4710 254 010 0 000', 0],
    ['NO', '2025 018185 12321', 1],
    ['NO', '12 01 81 85 123 21 99', 1],
    ['SE', 'org.nr 212000-0142', 0],
    ['SE', 'dnr 2025/000112-1234 811218-9876', 1],
    ['SE', '811218+9876', 1],
    ['DK', '070761-4285', 1],
    ['DK', '010165-1111', 1],
    ['DK', '0101651111', 0],
    ['DK', '670761-4286', 1],
    ['DK', '6707614286', 0],
  ])('%s: "%s" holds %i', (country, text, hits) => {
    expect(scanForIdentifiers(text, country)).toBe(hits);
  });

  it('takes time in proportion to the text', () => {
    for (const piece of ['01 ', '018185 1232 ', '1', '01.81.85-', '. , '])
      expect(scanForIdentifiers(piece.repeat(20_000), 'NO')).toBe(0);
  }, 5_000);
});
