// The Swedish rule of equal units: adult housing = row 5131 ÷ (adults + 1.25 children + 0.45 family homes); count ×
// average sums to the row, to the öre, for any counts.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cost } from '../../src/costing/cost.ts';
import { fraction, multiply, roundHalfAway, subtract } from '../../src/money/fraction.ts';
import {
  account,
  exact,
  handMadeModel,
  pool,
  REST,
  service,
  services,
  share,
  volume,
} from '../support/hand-made-model.ts';

const HOUSING = ['adult', 'child', 'family-home'].map((id) => service(id, 'place'));
const WEIGHTS = ['1', '1.25', '0.45'];

const MODEL = handMadeModel({
  units: [],
  services: HOUSING,
  pools: [pool('housing', share('equal-units', services(...HOUSING.map(({ id }) => id)))), REST],
  drivers: {
    'equal-units': {
      kind: 'minutes',
      minutes: new Map(HOUSING.map(({ id }, i) => [id, new Map([['', exact(WEIGHTS[i]!)]])])),
    },
  },
  method: { kind: 'direct' },
});

it.each([[[30, 4, 2]], [[1, 0, 0]], [[7, 0, 3]], [[0, 5, 0]]])('counts of %j', (counts) => {
  expect(offBy(4_500_000_000n, counts)).toEqual([]);
});

it('any counts and any row', () => {
  const counts = fc.tuple(...HOUSING.map(() => fc.nat(400))).filter((all) => all.some(Boolean));
  fc.assert(
    fc.property(fc.bigInt(1n, 10n ** 12n), counts, (row, all) => {
      expect(offBy(row, all)).toEqual([]);
    }),
  );
});

/** What is wrong with the costing of a row (öre) on these counts. */
function offBy(row: bigint, counts: readonly number[]): string[] {
  const kroner = `${row / 100n}.${String(row % 100n).padStart(2, '0')}`;
  const volumes = HOUSING.flatMap((of, i) =>
    counts[i]! > 0 ? [volume(of, 'municipality', counts[i]!)] : [],
  );
  const { costs } = cost({ model: MODEL, accounts: [account('1', kroner)], volumes });
  const equalUnits = counts.reduce(
    (sum, count, i) =>
      sum + fraction(exact(WEIGHTS[i]!).num * BigInt(count) * 100n, exact(WEIGHTS[i]!).den).num,
    0n,
  );
  const wrong: string[] = [];
  let sum = 0n;
  for (const { service: id, unitCost } of costs!.objects) {
    if (!unitCost) continue;
    const i = HOUSING.findIndex((one) => one.id === id);
    const times = multiply(unitCost, fraction(BigInt(counts[i]!)));
    sum += times.num / times.den;
    const average = multiply(fraction(row * 100n, equalUnits), exact(WEIGHTS[i]!));
    const off = subtract(multiply(average, fraction(BigInt(counts[i]!))), times);
    if (roundHalfAway({ num: off.num < 0n ? -off.num : off.num, den: off.den }) > 1n)
      wrong.push(`${id} is off`);
    if (times.den !== 1n) wrong.push(`${id}: count × average is no whole öre`);
  }
  return sum === row ? wrong : [...wrong, `sums to ${sum}, not ${row}`];
}
