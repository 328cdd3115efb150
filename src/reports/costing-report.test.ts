// What the page of a costing says below its title.

import { expect, it } from 'vitest';
import { coverageText } from './costing-report.ts';

it.each([
  [0n, 'og ingenting er parkert.'],
  [31_200_000n, 'og 0,3 mill. kr er parkert.'],
])('says what is parked in words where it is nothing: %d øre', (parkedOre, ending) => {
  const remainders = [
    { kind: 'not-costed', amountOre: -120_000_000n },
    { kind: 'parked', amountOre: parkedOre },
  ];
  const text = coverageText({ objects: [{ amountOre: 5_376_000_000n }], remainders }, 'nb');
  expect(text.replace(/[\u00a0\u202f]/g, ' ')).toContain(
    '−1,2 mill. kr er holdt utenfor tjenestene ved navn',
  );
  expect(text.replace(/[\u00a0\u202f]/g, ' ').endsWith(ending)).toBe(true);
});
