// How a quantity times a price is written where earnings are explained.

import { expect, it } from 'vitest';
import { fraction } from '../../money/fraction.ts';
import { productText } from './month-money.ts';

it.each([
  ['days', 290_000n, 471_700n, 136_793_000n, '290 × 4\u00a0717,00 kr'],
  ['empty place-days, divided over levels', 24_112n, 377_360n, 9_098_904n, '24,112 × 3\u00a0773,60 kr'],
  ['hours', 36_000_000n, 91_800n, 91_800_000n, '1\u00a0000 × 918,00 kr'],
  ['hours and minutes', 45_000n, 91_800n, 114_750n, '1,250 × 918,00 kr'],
])('%s are multiplied as they are shown', (_, parts, price, amountOre, text) => {
  expect(productText({ parts, price: fraction(price), amountOre }, 'nb')).toBe(text);
});
