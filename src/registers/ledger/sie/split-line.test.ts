// Lines of SIE files as they occur, in their parts.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSieAmount, sieAmount } from './sie-amount.ts';
import { splitLine } from './split-line.ts';

describe('a line in its parts', () => {
  it.each([
    ['blanks', '#KONTO 1510  Kundfordringar', ['#KONTO', ['1510', 'Kundfordringar'], undefined, false]],
    ['tabs', '#VER\t"2"\t"8"\t20101115\t"a b"\t', ['#VER', ['2', '8', '20101115', 'a b'], undefined, false]],
    ['small letters', '#konto 1 x', ['#KONTO', ['1', 'x'], undefined, false]],
    [
      'an empty list',
      '#TRANS 1510  {} 1063 20110824 "" ',
      ['#TRANS', ['1510', '1063', '20110824', ''], [], false],
    ],
    ['a list with a blank', '#TRANS 4010 { } -2.67', ['#TRANS', ['4010', '-2.67'], [], false]],
    ['bare objects', '#TRANS 3010 {1 1} -3', ['#TRANS', ['3010', '-3'], ['1', '1'], false]],
    [
      'objects close together',
      '#TRANS 1 {1"A"6"B C"}5',
      ['#TRANS', ['1', '5'], ['1', 'A', '6', 'B C'], false],
    ],
    ['no list', '#TRANS 3010 -50', ['#TRANS', ['3010', '-50'], undefined, false]],
    [
      'an escaped mark',
      String.raw`#FNAMN "Bygg \"2000\" AB" 1`,
      ['#FNAMN', ['Bygg "2000" AB', '1'], undefined, false],
    ],
    ['a mark within a field', '#PROSA 5"rör', ['#PROSA', ['5"rör'], undefined, false]],
    ['an open mark', '#TRANS 1 {} 5 20250101 "text', ['#TRANS', ['1', '5', '20250101', 'text'], [], true]],
    ['an open list', '#TRANS 1 {1 "A" 5', ['#TRANS', ['1'], ['1', 'A', '5'], true]],
    [
      'braces in a text',
      '#TRANS 1 {} 5 20250101 "a {b} c"',
      ['#TRANS', ['1', '5', '20250101', 'a {b} c'], [], false],
    ],
  ] as const)('%s', (_, text, [label, fields, objects, isOpen]) => {
    expect(splitLine(text)).toEqual({ label, fields, ...(objects && { objects }), isOpen });
  });

  it('any texts come back from their quoted form', () => {
    const text = fc.string().map((made) => made.replace(/[\\\r\n\0]/g, ''));
    fc.assert(
      fc.property(fc.array(text), fc.array(text), (fields, objects) => {
        const quoted = (texts: readonly string[]): string =>
          texts.map((made) => `"${made.replaceAll('"', '\\"')}"`).join(' ');
        const line = splitLine(`#X ${quoted(fields)} {${quoted(objects)}}`);
        expect(line).toEqual({ label: '#X', fields, objects, isOpen: false });
      }),
    );
  });
});

describe('an amount', () => {
  it.each([
    ['1063', 106_300n],
    ['-212.5', -21_250n],
    ['+0.05', 5n],
    ['-.5', -50n],
    ['0.000000', 0n],
    ['1.230', 123n],
    ['1.234', undefined],
    ['12,50', undefined],
    ['1 000', undefined],
    ['1,000.00', undefined],
    ['(5)', undefined],
    ['1e3', undefined],
    ['', undefined],
    ['-', undefined],
    ['.', undefined],
    ['9999999999999999', undefined],
  ])('%s', (text, expected) => {
    expect(parseSieAmount(text)).toBe(expected);
  });

  it('comes back from its written form', () => {
    const amounts = fc.bigInt({ min: -(10n ** 17n) + 1n, max: 10n ** 17n - 1n });
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(parseSieAmount(sieAmount(amount))).toBe(amount);
      }),
    );
  });
});
