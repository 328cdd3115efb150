import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraction } from '../money/fraction.ts';
import type { PriceList } from '../tables/prices.ts';
import { adoptPrices } from './adopt-prices.ts';
import { readAdoptedPrices } from './read-adopted-prices.ts';

const list: PriceList = {
  costYear: 2025,
  priceYear: 2026,
  prices: [
    {
      kind: 'financing',
      service: 'home-nursing',
      level: '',
      measure: 'hour',
      parts: [],
      supplementsPerMeasure: fraction(0n),
      volumeParts: 1n,
      exact: fraction(275_314_509n, 3000n),
      publishedOre: 91_800n,
      roundingEffectOre: 0n,
    },
    {
      kind: 'full-cost',
      service: '010',
      level: 'no',
      measure: 'day',
      parts: [],
      supplementsPerMeasure: fraction(0n),
      volumeParts: 1n,
      exact: fraction(-1n, 3n),
      publishedOre: -5n,
      roundingEffectOre: 0n,
    },
  ],
  baseGrants: [{ unit: 'sjosiden', parts: [], exact: fraction(656_460_000n), publishedOre: 656_460_000n }],
  supplements: [
    { name: 'travel', service: 'home-nursing', unit: 'innlandet', amount: fraction(26_201n, 2n) },
  ],
};
const text = adoptPrices(list, { date: '2025-12-11', run: '0012345678901234' });

it('writes a text that a person can read', () => {
  expect(text).toBe(`# Adopted prices for 2026, found on the accounts of 2025. price and amount are kroner;
# exact is øre as a fraction, before rounding. To change a price, adopt again from another run.
year: 2026
cost-year: 2025
adopted: 2025-12-11
run: "0012345678901234"
prices:
  - kind: financing
    service: home-nursing
    measure: hour
    price: "918.00"
    exact: 91771503/1000
  - kind: full-cost
    service: "010"
    level: no
    measure: day
    price: "-0.05"
    exact: -1/3
base-grants:
  - unit: sjosiden
    amount: "6564600.00"
    exact: 656460000/1
supplements:
  - name: travel
    service: home-nursing
    unit: innlandet
    amount: "131.01"
    exact: 26201/2
`);
});

it('reads back exactly what was adopted', () => {
  const { values, findings } = readAdoptedPrices(text, 'prices/2026.yaml');
  expect(findings).toEqual([]);
  expect(values).toEqual({
    costYear: 2025,
    priceYear: 2026,
    adopted: '2025-12-11',
    run: '0012345678901234',
    prices: list.prices.map(({ kind, service, level, measure, exact, publishedOre }) => ({
      kind,
      service,
      level,
      measure,
      exact,
      publishedOre,
    })),
    baseGrants: [{ unit: 'sjosiden', exact: fraction(656_460_000n), publishedOre: 656_460_000n }],
    supplements: list.supplements,
  });
});

it('says from when a later decision holds', () => {
  const later = adoptPrices(list, { date: '2026-06-18', run: '0012345678901234', from: '2026-07' });
  expect(later).toBe(text.replace('adopted: 2025-12-11\n', 'adopted: 2026-06-18\nfrom: 2026-07\n'));
  expect(readAdoptedPrices(later, 'prices/2026-from-07.yaml').values?.from).toBe('2026-07');
});

it('says which pools they are made of, and reads them back', () => {
  const pools = [
    { pool: 'care-wages', paidAs: 'price' },
    { pool: 'night-patrol', paidAs: 'base' },
  ] as const;
  const made = adoptPrices(list, { date: '2025-12-11', run: '0012345678901234', pools });
  expect(readAdoptedPrices(made, 'prices/2026.yaml').values?.pools).toEqual(pools);
  const wrong = readAdoptedPrices(made.replace('paid-as: base', 'paid-as: grant'), 'prices/2026.yaml');
  expect(wrong.findings.map(({ message }) => message)).toEqual(['paid-as: "grant" is not as expected']);
});

describe('a file that a hand has edited', () => {
  const edited = (from: string, to: string) => {
    expect(text).toContain(from);
    return readAdoptedPrices(text.replace(from, to), 'prices/2026.yaml');
  };

  it.each([
    ['price: "918.00"', 'price: 918,00', 11, 'price: "918,00" is not as expected'],
    ['exact: 91771503/1000', 'exact: 91771503/0', 12, 'exact: "91771503/0" is not as expected'],
    ['exact: 91771503/1000', 'exact: 917.71', 12, 'exact: "917.71" is not as expected'],
    ['year: 2026', 'year: next', 3, 'year: "next" is not as expected'],
    ['kind: financing', 'kind: cheap', 8, 'kind: "cheap" is not as expected'],
    ['adopted: 2025-12-11', 'adopted: soon', 5, 'adopted: "soon" is not as expected'],
    ['adopted: 2025-12-11', 'adopted: 2025-12-11\nfrom: 2026-13', 6, 'from: "2026-13" is not as expected'],
    ['unit: sjosiden', '- broken', 21, undefined],
    ['run: "0012345678901234"', 'run:', 6, '"run" is missing'],
    [
      'kind: full-cost\n    service: "010"\n    level: no',
      'kind: financing\n    service: home-nursing',
      13,
      '"prices" has two entries for financing · home-nursing',
    ],
  ])('%s → %s is told with line %i', (from, to, line, message) => {
    const { values, findings } = edited(from, to);
    expect(values).toBeUndefined();
    expect(findings[0]!.where).toMatchObject({ file: 'prices/2026.yaml', line });
    if (message) expect(findings.map((finding) => finding.message)).toEqual([message]);
    expect(findings[0]!.remedy).toBeTruthy();
  });

  it('never throws, whatever was cut away or put in, and tells a line', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(40), fc.string({ maxLength: 8 }), (at, cut, put) => {
        const { values, findings } = readAdoptedPrices(
          text.slice(0, at) + put + text.slice(at + cut),
          'prices/2026.yaml',
        );
        expect(values === undefined).toBe(findings.length > 0);
        for (const { where } of findings) expect(where.line).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});
