// Who is far from the rest, by each rule, on costs small enough to reckon by hand; and how few carry how much.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutlierRule } from '../../model/users.ts';
import { fraction, toDecimal } from '../../money/fraction.ts';
import { ore } from '../../money/ore.ts';
import type { UserCells } from '../../tables/users.ts';
import { concentrationOf, dearest } from './concentration.ts';
import { findOutliers, outliersAt } from './find-outliers.ts';
import { medianDistance, medianOf, quantile } from './quantile.ts';

const sorted = (...costs: number[]): Float64Array => Float64Array.from(costs).sort();

describe('quantiles', () => {
  it.each([
    [[10, 20, 40], 1, 4, '15.00'],
    [[10, 20, 40], 3, 4, '30.00'],
    [[10, 20, 40], 1, 2, '20.00'],
    [[10, 20, 30, 50], 1, 2, '25.00'],
    [[7], 3, 4, '7.00'],
    [[], 1, 2, '0.00'],
    [[-5, 5], 1, 2, '0.00'],
  ])('%j at %i/%i is %s', (costs, num, den, expected) => {
    expect(toDecimal(quantile(sorted(...costs), fraction(BigInt(num), BigInt(den))), 2)).toBe(expected);
  });

  it.each([
    [[1, 1, 2, 2, 4, 6, 9], '2.00', '1.00'],
    [[1, 2, 3, 4], '2.50', '1.00'],
    [[5, 5, 5, 100], '5.00', '0.00'],
  ])('of %j the median is %s and the median distance from it %s', (costs, median, distance) => {
    expect(toDecimal(medianOf(sorted(...costs)), 2)).toBe(median);
    expect(toDecimal(medianDistance(sorted(...costs)), 2)).toBe(distance);
  });
});

/** One unit with the costs of persons a, b, c … for each service. */
function cells(services: { readonly [service: string]: readonly number[] }): UserCells {
  const persons = ['', ...'abcdefghijklmnop'];
  const all = Object.entries(services);
  const starts = [0];
  for (const [, costs] of all) starts.push(starts.at(-1)! + costs.length);
  const costs = Float64Array.from(all.flatMap(([, own]) => own));
  return {
    persons,
    objects: all.map(([service]) => ({ service, unit: 'u', level: '' })),
    strands: [{ key: 'w', nature: 'wages', answers: 'provider', paidAs: 'price' }],
    starts: Uint32Array.from(starts),
    person: Uint32Array.from(all.flatMap(([, own]) => own.map((_, i) => i + 1))),
    weight: costs.map(() => 1),
    parts: { delivered: costs.map(() => 1) },
    sharedOre: [costs],
    directOre: [costs.map(() => 0)],
  };
}

const CARE = cells({ care: [10, 11, 12, 13, 14, 15, 16, 90], home: [500, 600] });
const limits = (group: string, services: string[], limit: number): OutlierRule => ({
  kind: 'limit',
  limits: [{ group, services, limitOre: ore(limit) }],
});

describe('outliers', () => {
  it.each<[string, OutlierRule, string[], string]>([
    ['above a limit of a group', limits('care', ['care'], 15), ['g', 'h'], '15.00'],
    ['a limit is not above itself', limits('care', ['care'], 90), [], '90.00'],
    ['above a limit of the whole year', limits('all', [], 500), ['a', 'b'], '500.00'],
    ['the dearest eighth', { kind: 'share', share: fraction(1n, 8n), within: 'all' }, ['b'], '611.00'],
    [
      'the dearest ninth is one of eight, counted up',
      { kind: 'share', share: fraction(1n, 9n), within: 'all' },
      ['b'],
      '611.00',
    ],
    [
      'above the third quartile by 1.5 distances: 15.25 + 1.5 × 3.5',
      { kind: 'quartile', times: fraction(3n, 2n), within: 'services' },
      ['h'],
      '20.50',
    ],
    [
      'above 3.5 robust deviations: 13.5 + 3.5 × 1.4826 × 2',
      { kind: 'robust', deviations: fraction(7n, 2n), within: 'services' },
      ['h'],
      '23.88',
    ],
  ])('%s', (_, rule, persons, limit) => {
    const { groups, outliers } = findOutliers(CARE, 'delivered', rule);
    expect(outliers.map(({ person }) => person).sort()).toEqual(persons);
    expect(toDecimal(groups[0]!.limit, 2)).toBe(limit);
    expect(groups[0]!.outliers).toBe(persons.length);
    const sum = outliers.reduce((all, { costOre }) => all + costOre, 0n);
    expect(groups.reduce((all, { outlierOre }) => all + outlierOre, 0n)).toBe(sum);
  });

  it('who costs as much as the last of the dearest share is one of them', () => {
    const alike = cells({ care: [1, 5, 5, 5] });
    const { outliers } = findOutliers(alike, 'delivered', {
      kind: 'share',
      share: fraction(1n, 4n),
      within: 'all',
    });
    expect(outliers.map(({ person }) => person)).toEqual(['b', 'c', 'd']);
  });

  it('of a service are its own and those of the whole year', () => {
    const found = findOutliers(CARE, 'delivered', {
      kind: 'limit',
      limits: [
        { group: 'care', services: ['care'], limitOre: ore(80) },
        { group: 'home', services: ['home'], limitOre: ore(590) },
        { group: 'all', services: [], limitOre: ore(600) },
      ],
    });
    expect([...outliersAt(found, 'care')].sort()).toEqual(['b', 'h']);
    expect([...outliersAt(found, 'home')]).toEqual(['b']);
  });
});

describe('concentration', () => {
  it.each([
    [[0, 100], '0.50'],
    [[50, 50, 50], '0.00'],
    [[0, 0, 0, 8], '0.75'],
    [[], '0.00'],
    [[-5, 5], '0.00'],
  ])('the Gini index of %j is %s', (costs, gini) => {
    expect(toDecimal(concentrationOf(sorted(...costs)).gini, 2)).toBe(gini);
  });

  it('goes from nobody to everybody, and every point is what the dearest so many cost', () => {
    const costs = fc.array(fc.integer({ min: 0, max: 10 ** 9 }), { maxLength: 300 });
    fc.assert(
      fc.property(costs, (each) => {
        const all = sorted(...each);
        const { points, users, costOre } = concentrationOf(all);
        expect(points[0]).toEqual({ users: 0, costOre: 0n });
        expect(points.at(-1)).toEqual({ users, costOre });
        for (const point of points) expect(point.costOre).toBe(dearest(all, point.users));
      }),
    );
  });
});
