// Amounts as people and systems write them, and back.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AmountUnit,
  formatAmount,
  formatQuantity,
  formatRate,
  formatShare,
  type NumberLanguage,
  parseAmount,
} from './amount-text.ts';
import { fraction, parseFraction } from './fraction.ts';

const LANGUAGES: readonly NumberLanguage[] = ['nb', 'sv', 'da', 'en'];

describe('parseAmount', () => {
  it.each<[string, ',' | '.', AmountUnit, bigint]>([
    ['1 234 567,50', ',', 'kroner', 123456750n],
    ['1\u00a0234\u00a0567,50', ',', 'kroner', 123456750n],
    ['1\u202f234\u202f567,5', ',', 'kroner', 123456750n],
    ['1\u2009234', ',', 'kroner', 123400n],
    ['1.234.567,50', ',', 'kroner', 123456750n],
    ['1,234,567.50', '.', 'kroner', 123456750n],
    ['1234567.5', '.', 'kroner', 123456750n],
    ['-12,00', ',', 'kroner', -1200n],
    ['−12', ',', 'kroner', -1200n],
    ['− 12', ',', 'kroner', -1200n],
    ['12,00-', ',', 'kroner', -1200n],
    ['12,00−', ',', 'kroner', -1200n],
    ['(12,00)', ',', 'kroner', -1200n],
    ['( 1.250,00 )', ',', 'kroner', -125000n],
    ['+12', ',', 'kroner', 1200n],
    ['  12 ', ',', 'kroner', 1200n],
    ['-0,00', ',', 'kroner', 0n],
    [',50', ',', 'kroner', 50n],
    ['-,5', ',', 'kroner', -50n],
    ['12,500', ',', 'kroner', 1250n],
    ['12,500', '.', 'kroner', 1250000n],
    ['434 551', ',', 'thousand', 43455100000n],
    ['1,23456', ',', 'thousand', 123456n],
    ['434,551', ',', 'million', 43455100000n],
    ['1234', ',', 'ore', 1234n],
    ['1234,00', ',', 'ore', 1234n],
    ['9999999999999999999,99', ',', 'kroner', 999999999999999999999n],
  ])('reads %j with decimal %s in %s', (text, decimal, unit, expected) => {
    expect(parseAmount(text, { decimal, unit })).toBe(expected);
  });

  it.each<[string, ',' | '.', AmountUnit]>([
    ['', ',', 'kroner'],
    ['   ', ',', 'kroner'],
    ['-', ',', 'kroner'],
    ['()', ',', 'kroner'],
    ['1.5', ',', 'kroner'],
    ['1,5', '.', 'kroner'],
    ['12,5,0', ',', 'kroner'],
    ['1 23', ',', 'kroner'],
    ['1234 567', ',', 'kroner'],
    ['1 234.567', ',', 'kroner'],
    ['1.234 567', ',', 'kroner'],
    ['12,505', ',', 'kroner'],
    ['1,234567', ',', 'thousand'],
    ['12,5', ',', 'ore'],
    ['--12', ',', 'kroner'],
    ['-12-', ',', 'kroner'],
    ['(12', ',', 'kroner'],
    ['12)', ',', 'kroner'],
    ['(-12)', ',', 'kroner'],
    ['12,', ',', 'kroner'],
    ['500,-', ',', 'kroner'],
    ['1e3', ',', 'kroner'],
    ['12 kr', ',', 'kroner'],
    ['0x10', ',', 'kroner'],
    ['١٢', ',', 'kroner'],
  ])('refuses %j with decimal %s in %s', (text, decimal, unit) => {
    expect(parseAmount(text, { decimal, unit })).toBeUndefined();
  });

  it('never throws, and what it takes has the value of its digits', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123459 .,-−()+'), maxLength: 14 });
    fc.assert(
      fc.property(text, fc.constantFrom(',' as const, '.' as const), (written, decimal) => {
        const amount = parseAmount(written, { decimal, unit: 'kroner' });
        if (amount === undefined) return;
        const plain = [...written].filter((sign) => /\d/.test(sign) || sign === decimal).join('');
        const value = parseFraction(`0${plain}`)!;
        expect(amount < 0n ? -amount * value.den : amount * value.den).toBe(value.num * 100n);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('formatAmount', () => {
  it.each<[bigint, NumberLanguage, string]>([
    [123456750n, 'nb', '1\u00a0234\u00a0567,50'],
    [123456750n, 'sv', '1\u00a0234\u00a0567,50'],
    [123456750n, 'da', '1.234.567,50'],
    [123456750n, 'en', '1,234,567.50'],
    [-99950n, 'nb', '−999,50'],
    [-100000n, 'da', '−1.000,00'],
    [5n, 'en', '0.05'],
    [0n, 'nb', '0,00'],
  ])('%s øre in %s is %s', (amount, language, expected) => {
    expect(formatAmount(amount, { language })).toBe(expected);
  });

  it.each<[bigint, AmountUnit, number, string]>([
    [43455100000n, 'thousand', 0, '434\u00a0551'],
    [-8428000000n, 'million', 1, '−84,3'],
    [50n, 'kroner', 0, '1'],
    [49n, 'kroner', 0, '0'],
    [-49n, 'kroner', 0, '0'],
    [-50n, 'kroner', 0, '−1'],
    [123n, 'ore', 0, '123'],
  ])('%s øre in %s with %i decimals is %s', (amount, unit, decimals, expected) => {
    expect(formatAmount(amount, { language: 'nb', unit, decimals })).toBe(expected);
  });

  it('comes back as it went, in every language', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.constantFrom(...LANGUAGES), (amount, language) => {
        const text = formatAmount(amount, { language });
        expect(parseAmount(text, { decimal: language === 'en' ? '.' : ',', unit: 'kroner' })).toBe(amount);
      }),
    );
  });

  it('rates, quantities and shares', () => {
    expect(formatRate(fraction(5_040_000n, 29n), { language: 'nb' })).toBe('1\u00a0737,93');
    expect(formatRate(fraction(91_750n), { language: 'en', decimals: 0 })).toBe('918');
    expect(formatQuantity(198_000_000n, { language: 'da', partsPerMeasure: 36_000n })).toBe('5.500');
    expect(formatQuantity(54_000n, { language: 'en', partsPerMeasure: 36_000n, decimals: 2 })).toBe('1.50');
    expect(formatShare(fraction(287n, 500n), { language: 'nb' })).toBe('57,4\u00a0%');
    expect(formatShare(fraction(-1n, 8n), { language: 'en', decimals: 0 })).toBe('−13%');
  });
});
