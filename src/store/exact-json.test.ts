// What is written comes back as it was, of any data; what is no data is refused.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactData, exactText } from './exact-json.ts';

const data = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.string(),
    fc.bigInt(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(
      fc.string().filter((key) => key !== '#' && key !== '=>' && key !== '__proto__'),
      tie('any'),
      { noNullPrototype: true },
    ),
    fc.array(fc.tuple(fc.string(), tie('any')), { maxLength: 4 }).map((entries) => new Map(entries)),
  ),
})).any;

describe('exactText', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(data, (value) => {
        expect(exactData(exactText(value))).toEqual(value);
      }),
    );
  });

  it.each([
    ['a function', () => 1],
    ['NaN', Number.NaN],
    ['a key that stands for a bigint', { '#': 1 }],
  ])('%s is refused', (_, value) => {
    expect(() => exactText(value)).toThrow(TypeError);
  });
});
