// The model whose prices a funding model is paid by.

import { describe, expect, it } from 'vitest';
import { financedModel, SAMPLE_FINANCING, writeFinanced } from '../../test/support/sample-financing.ts';
import type { Model } from './model.ts';
import { readModel } from './read-model.ts';
import { variantOf } from './variant.ts';

async function modelWith(rules: string): Promise<Model> {
  const text = SAMPLE_FINANCING.replace('prices: { base: [patrol, cars], supplements: none }', rules);
  const file = writeFinanced(financedModel(text));
  const { model, findings } = await readModel(file);
  if (!model) throw new Error(JSON.stringify(findings));
  return model;
}
const basesOf = (model: Model): string[] =>
  model.costing.pools.filter(({ paidAs }) => paidAs === 'base').map(({ name }) => name);
const supplementsOf = (model: Model): string[] => model.pricing.supplements.map(({ name }) => name);

describe('the variant of a funding model', () => {
  it.each<[string, string, readonly string[], readonly string[]]>([
    ['other pools as base grant', 'prices: { base: [cars] }', ['cars'], ['travel']],
    ['no base grant', 'prices: { base: none }', [], ['travel']],
    ['no supplements', 'prices: { supplements: none }', ['patrol'], []],
    ['the supplements that it names', 'prices: { supplements: [travel] }', ['patrol'], ['travel']],
    ['both', 'prices: { base: [patrol, cars], supplements: none }', ['cars', 'patrol'], []],
  ])('has %s', async (_, rules, bases, supplements) => {
    const model = await modelWith(rules);
    const variant = variantOf(model, 'average');
    expect(basesOf(variant)).toEqual(bases);
    expect(supplementsOf(variant)).toEqual(supplements);
    expect({ ...variant, costing: model.costing, pricing: model.pricing }).toEqual(model);
    expect(basesOf(model)).toEqual(['patrol']);
  });

  it.each(['activity', 'frame-only'])(
    '%s, without price rules of its own, is the model itself',
    async (name) => {
      const model = await modelWith('prices: { base: none }');
      expect(variantOf(model, name)).toBe(model);
    },
  );

  it('of a funding model that is not there is refused', async () => {
    const model = await modelWith('prices: { base: none }');
    expect(() => variantOf(model, 'other')).toThrow(RangeError);
  });
});
