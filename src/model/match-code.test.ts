import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeCodes, matchesCode, parseCodes, rangesOverlap } from './match-code.ts';
import type { CodeRange } from './model.ts';

describe('codes', () => {
  it.each([
    ['010-099 270', '010', true],
    ['010-099 270', '10', false],
    ['010-099, 270', '270', true],
    ['010 – 099', '099', true],
    ['47*', '47', true],
    ['47*', '4710', true],
    ['47*', '4', false],
    ['4710', '47100', false],
    ['0A|0B', '0B', true],
  ])('"%s" takes %s: %s', (text, code, expected) => {
    expect(matchesCode(code, parseCodes(text) ?? [])).toBe(expected);
  });

  it.each(['', '099-010', '10-099', '-', '1-2-3', '*47', '4*7', '12 -'])(
    '"%s" is no set of codes',
    (text) => {
      expect(parseCodes(text)).toBeUndefined();
    },
  );

  const code = fc.stringMatching(/^[0-3]{1,3}$/);
  const range: fc.Arbitrary<CodeRange> = fc.oneof(
    code.map((from) => ({ from, to: from, prefix: true })),
    fc.tuple(code, code).map(([a, b]) => {
      const to = b.padEnd(a.length, '0').slice(0, a.length);
      return a <= to ? { from: a, to } : { from: to, to: a };
    }),
  );

  it('ranges overlap exactly when a code lies in both', () => {
    const codes: string[] = [];
    for (const a of ['', '0', '1', '2', '3'])
      for (const b of ['', '0', '1', '2', '3'])
        for (const c of '0123') for (const d of ['', '0', '1', '2', '3']) codes.push(a + b + c + d);
    fc.assert(
      fc.property(range, range, (a, b) => {
        const both = codes.some((text) => matchesCode(text, [a]) && matchesCode(text, [b]));
        expect(rangesOverlap(a, b)).toBe(both);
      }),
    );
  });

  it('what is described reads back', () => {
    fc.assert(
      fc.property(fc.array(range, { minLength: 1 }), (set) => {
        expect(parseCodes(describeCodes(set))?.map((r) => [r.from, r.to, r.prefix ?? false])).toEqual(
          set.map((r) => [r.from, r.to, r.prefix ?? false]),
        );
      }),
    );
  });
});
