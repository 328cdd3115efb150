import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toJson } from './identity.ts';

const canonicalJson = (value: unknown): string => JSON.stringify(toJson(value));

describe('toJson', () => {
  const cases: readonly [string, unknown, string][] = [
    ['a bigint is decimal text', { a: 12n }, '{"a":"12"}'],
    [
      'maps are objects with sorted keys',
      new Map([
        ['b', 2n],
        ['a', 1],
      ] as [string, unknown][]),
      '{"a":1,"b":"2"}',
    ],
    ['undefined is left out', { b: undefined, a: [] }, '{"a":[]}'],
    ['depth and null', { z: { y: [null, true, { x: '' }] } }, '{"z":{"y":[null,true,{"x":""}]}}'],
  ];
  it.each(cases)('%s', (_, value, text) => expect(canonicalJson(value)).toBe(text));

  it('refuses what is no data', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError);
    expect(() => canonicalJson({ a: () => 1 })).toThrow(TypeError);
  });

  it('survives being read and written again, and does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (data) => {
        const text = canonicalJson(data);
        expect(JSON.stringify(JSON.parse(text))).toBe(text);
        expect(canonicalJson(new Map(Object.entries(data).reverse()))).toBe(text);
        expect(toJson(JSON.parse(text))).toEqual(JSON.parse(text));
      }),
    );
  });
});
