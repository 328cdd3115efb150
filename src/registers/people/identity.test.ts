import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  danishNumbers,
  norwegianNumbers,
  spellings,
  swedishNumbers,
} from '../../../test/support/identity-numbers.ts';
import type { Country } from '../../model/model.ts';
import { identity } from './identity.ts';

const read = (country: Country, text: string, year = 2025): unknown => {
  const found = identity(text, { country, year });
  return 'problem' in found ? found.problem : [found.doubt ?? found.kind, found.normal];
};

describe('a Norwegian number', () => {
  it.each([
    // The tax administration's own examples of numbers from 2032.
    ['02013299997', 'birth-number'],
    ['02013299903', 'birth-number'],
    ['02013299806', 'birth-number'],
    ['30108299920', 'birth-number'],
    ['30108299939', 'birth-number'],
    // Worked examples of the rules by fnrinfo.no and matematikk.org.
    ['31129956715', 'birth-number'],
    ['02016126007', 'birth-number'],
    ['41018512007', 'd-number'],
    ['01418512187', 'help-number'],
    ['41818512315', 'synthetic-number'],
    ['01668512395', 'synthetic-number'],
    ['01218512352', 'nav-number'],
    ['80000001124', 'help-number'],
    ['91234567883', 'help-number'],
    ['91234567884', 'check-digit'],
    ['01818512321', 'synthetic-number'],
    ['02013299998', 'check-digit'],
    ['02013299987', 'check-digit'],
    ['32013299997', 'date'],
    ['29022312345', 'date'],
    ['01138512345', 'date'],
    ['00018512345', 'date'],
  ])('%s is a %s', (digits, kind) => {
    expect(read('NO', digits)).toEqual([kind, digits]);
  });

  it('is one person in every spelling', () => {
    fc.assert(
      fc.property(norwegianNumbers, (number) => {
        for (const text of spellings(number)) expect(read('NO', text)).toEqual(read('NO', number));
        expect((read('NO', number) as string[])[1]).toBe(number);
      }),
    );
  });

  it('with one digit wrong, or two neighbours changed about, is in doubt', () => {
    fc.assert(
      fc.property(norwegianNumbers, fc.nat(10), fc.integer({ min: 1, max: 9 }), (number, at, more) => {
        const wrong = `${number.slice(0, at)}${(Number(number[at]) + more) % 10}${number.slice(at + 1)}`;
        expect(identity(wrong, { country: 'NO', year: 2025 })).toMatchObject({ kind: 'unverified' });
        const swapped = `${number.slice(0, at)}${number[at + 1] ?? ''}${number[at]}${number.slice(at + 2)}`;
        if (swapped !== number)
          expect(identity(swapped, { country: 'NO', year: 2025 })).toMatchObject({ kind: 'unverified' });
      }),
    );
  });

  it('gets a lost zero back only where it is valid with it', () => {
    expect(identity('1818512321', { country: 'NO', year: 2025 })).toEqual({
      country: 'NO',
      kind: 'synthetic-number',
      normal: '01818512321',
      isRestored: true,
    });
    expect(read('NO', '1818512322')).toEqual(['length', '1818512322']);
    expect(read('NO', '181851 2321')).toEqual(['length', '1818512321']);
  });
});

describe('a Swedish number', () => {
  it.each([
    // Skatteverket's worked examples: 811218-9876 and the coordination number 701063-2391.
    ['811218-9876', 2025, ['personal-number', '198112189876']],
    ['19811218-9876', 2025, ['personal-number', '198112189876']],
    ['198112189876', 2025, ['personal-number', '198112189876']],
    ['701063-2391', 2025, ['coordination-number', '197010632391']],
    ['811218-9877', 2025, ['check-digit', '198112189877']],
    ['811318-9876', 2025, ['date', '8113189876']],
    ['16811218-9876', 2025, ['date', '168112189876']],
    // An organisation's number has a third digit from 2, which is no month.
    ['212000-0142', 2025, ['date', '2120000142']],
    ['11218-9876', 2025, ['length', '112189876']],
    ['9811218-9876', 2025, ['length', '98112189876']],
    ['811218-TF12', 2025, ['local-id', '811218-TF12']],
  ] as const)('%s in %i', (text, year, expected) => {
    expect(read('SE', text, year)).toEqual(expected);
  });

  it.each([
    ['-', 2025, '20', '2020'],
    ['-', 2025, '25', '2025'],
    ['-', 2025, '26', '1926'],
    ['-', 2019, '20', '1920'],
    ['+', 2025, '25', '1925'],
    ['+', 2025, '20', '1920'],
    ['+', 2025, '26', '1926'],
    ['+', 2025, '35', '1935'],
    ['+', 1999, '99', '1899'],
    ['', 2025, '24', '2024'],
  ])('with "%s" in %i, born in %s, is of %s', (sign, year, two, born) => {
    const tens = Array.from({ length: 10 }, (_, i) => `${two}0101${sign}123${i}`);
    const found = tens.map((text) => read('SE', text, year) as [string, string]);
    expect(found.filter(([kind]) => kind === 'personal-number')).toEqual([
      ['personal-number', expect.stringMatching(new RegExp(`^${born}0101123`))],
    ]);
  });

  it('with a plus sign that cannot be right has no date', () => {
    expect(read('SE', '600101+1231', 2025)).toEqual(['date', '6001011231']);
  });

  it('is one person with ten digits and twelve, in every spelling', () => {
    fc.assert(
      fc.property(swedishNumbers, (number) => {
        const all = [...spellings(number), ...spellings(number.slice(2))];
        for (const text of all) expect(read('SE', text)).toEqual(read('SE', number));
        expect((read('SE', number) as string[])[1]).toBe(number);
      }),
    );
  });

  it('with one digit wrong is in doubt', () => {
    fc.assert(
      fc.property(
        swedishNumbers,
        fc.integer({ min: 2, max: 11 }),
        fc.integer({ min: 1, max: 9 }),
        (number, at, more) => {
          const wrong = `${number.slice(0, at)}${(Number(number[at]) + more) % 10}${number.slice(at + 1)}`;
          expect(identity(wrong, { country: 'SE', year: 2025 })).toMatchObject({ kind: 'unverified' });
        },
      ),
    );
  });

  it('gets up to three lost zeros back', () => {
    const ten = '000112';
    const valid = Array.from({ length: 10 }, (_, i) => `${ten}123${i}`).find(
      (text) => (read('SE', text) as string[])[0] === 'personal-number',
    )!;
    expect(identity(valid.replace(/^0+/, ''), { country: 'SE', year: 2025 })).toMatchObject({
      kind: 'personal-number',
      normal: `20${valid}`,
      isRestored: true,
    });
  });
});

describe('a Danish number', () => {
  it.each([
    // The worked example of the CPR office.
    ['070761-4285', ['cpr-number', '0707614285']],
    ['070761-4286', ['check-digit', '0707614286']],
    ['670761-4286', ['replacement-number', '6707614286']],
    ['010165-1111', ['cpr-number', '0101651111']],
    ['310265-1111', ['date', '3102651111']],
    // 1900 was no leap year, 2000 was: the seventh digit tells them apart.
    ['290200-1111', ['date', '2902001111']],
    ['290200-4111', ['check-digit', '2902004111']],
    ['070761-AB12', ['local-id', '070761-AB12']],
  ] as const)('%s', (text, expected) => {
    expect(read('DK', text)).toEqual(expected);
  });

  it('is one person in every spelling, and in doubt with one digit wrong', () => {
    fc.assert(
      fc.property(danishNumbers, fc.nat(9), fc.integer({ min: 1, max: 9 }), (number, at, more) => {
        expect(read('DK', number)).toEqual(['cpr-number', number]);
        for (const text of spellings(number)) expect(read('DK', text)).toEqual(read('DK', number));
        const wrong = `${number.slice(0, at)}${(Number(number[at]) + more) % 10}${number.slice(at + 1)}`;
        fc.pre(!/^(0101|[6-9])/.test(wrong));
        expect(identity(wrong, { country: 'DK', year: 2025 })).toMatchObject({ kind: 'unverified' });
      }),
    );
  });

  it('gets a lost zero back', () => {
    expect(identity('707614285', { country: 'DK', year: 2025 })).toMatchObject({
      normal: '0707614285',
      isRestored: true,
    });
  });
});

describe('what else stands in a person column', () => {
  it.each([
    ['', 'nobody'],
    [' - ', 'nobody'],
    ['00000000000', 'nobody'],
    ['0', 'nobody'],
    ['000000-00000', 'nobody'],
    ['99999999999', 'nobody'],
    ['1,01851E+10', 'shortened'],
    ['1.01851e10', 'shortened'],
    ['1E+10', 'shortened'],
    ['12E5', ['local-id', '12E5']],
    ['1E10', ['local-id', '1E10']],
    ['1818512321.0', ['synthetic-number', '01818512321']],
    ['1818512321,00', ['synthetic-number', '01818512321']],
    ['="01818512321"', ['synthetic-number', '01818512321']],
    ["'01818512321", ['synthetic-number', '01818512321']],
    ['"018185 12321"', ['synthetic-number', '01818512321']],
    ['\ufeff01818512321', ['synthetic-number', '01818512321']],
    ['4711', ['local-id', '4711']],
    ['47-11', ['local-id', '47-11']],
    ['ab 12', ['local-id', 'AB12']],
    ['201234567890', ['local-id', '201234567890']],
  ])('%j', (text, expected) => {
    expect(read('NO', text)).toEqual(expected);
  });

  it('never fails, and what it finds is found again in its own normal spelling', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9 +.-]{6,16}$/));
    fc.assert(
      fc.property(text, fc.constantFrom<Country>('NO', 'SE', 'DK'), (written, country) => {
        const found = identity(written, { country, year: 2025 });
        if ('problem' in found) return;
        expect(found.normal).toMatch(/[\p{L}\p{N}]/u);
        if (found.kind === 'local-id' || found.doubt === 'date') return;
        expect(read(country, found.normal)).toEqual(read(country, written));
      }),
      { numRuns: 2000 },
    );
  });
});
