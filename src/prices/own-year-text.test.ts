// The table of the own cost year: what is written is read back exactly, and every mistake of a hand is told with its
// place.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraction } from '../money/fraction.ts';
import type { BaseYear, OwnCost, OwnVolume } from '../tables/financing.ts';
import { exactNumber, readExactNumber } from './exact-number.ts';
import { writeOwnYear } from './own-year-text.ts';
import { readOwnYear } from './read-own-year.ts';

const FILE = 'prices/2026-own-year.csv';
const measureOf = (service: string): string =>
  ({ nursing: 'hour', home: 'day' })[service] ?? (service === 'open' ? '' : 'meal');
const year: BaseYear = {
  costs: [
    {
      ...{ unit: 'sjosiden', service: '', level: '', nature: 'wages', paidAs: 'base' },
      costOre: 630_000_000n,
      growth: fraction(521n, 500n),
    },
    {
      ...{ unit: 'sjosiden', service: 'nursing', level: '', nature: 'goods', paidAs: 'price' },
      costOre: -105n,
      growth: fraction(22n, 21n),
    },
  ],
  volumes: [
    { unit: 'sjosiden', service: 'home', level: 'high; "x"', parts: 900_500n },
    {
      ...{ unit: 'sjosiden', service: 'nursing', level: '', parts: 36_001n },
      hourParts: fraction(36_000n * 99_000n, 7n),
    },
  ],
};
const text = writeOwnYear(year, measureOf);

it('is a table that a person can read', () => {
  expect(text).toBe(`kind;unit;service;level;nature;paid-as;kroner;growth;quantity;measure;hours
cost;sjosiden;;;wages;base;6300000.00;1.042;;;
cost;sjosiden;nursing;;goods;price;-1.05;22/21;;;
volume;sjosiden;home;"high; ""x""";;;;;900.5;day;
volume;sjosiden;nursing;;;;;;36001/36000;hour;99000/7
`);
});

it('reads back exactly what was written, whatever the numbers', () => {
  const code = fc.constantFrom('a', 'b', 'æøå', 'x;y', '0"1');
  const share = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }));
  const cost = fc
    .record({
      unit: code,
      service: fc.constantFrom('', 'nursing', 'home'),
      level: code,
      nature: code,
      costOre: fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }),
      growth: share,
    })
    .map(
      ({ growth: [num, den], ...one }): OwnCost => ({
        ...one,
        level: one.service === '' ? '' : one.level,
        paidAs: one.service === '' ? 'base' : 'price',
        growth: fraction(num, den),
      }),
    );
  const volume = fc
    .record({
      unit: code,
      service: fc.constantFrom('nursing', 'home', 'meals', 'open'),
      level: code,
      parts: fc.bigInt({ min: 0n, max: 10n ** 12n }),
      hours: fc.option(share),
    })
    .map(
      ({ hours, ...one }): OwnVolume => ({
        ...one,
        parts: one.service === 'open' ? 0n : one.parts,
        ...(hours ? { hourParts: fraction(hours[0], hours[1]) } : {}),
      }),
    );
  const distinct = (one: OwnCost | OwnVolume): string =>
    JSON.stringify([one.unit, one.service, one.level, 'nature' in one ? one.nature : '']);
  const years = fc.record({
    costs: fc.uniqueArray(cost, { selector: distinct, minLength: 1, maxLength: 8 }),
    volumes: fc.uniqueArray(volume, { selector: distinct, maxLength: 8 }),
  });
  fc.assert(
    fc.property(years, (drawn) => {
      const { values, findings } = readOwnYear(writeOwnYear(drawn, measureOf), FILE);
      expect(findings).toEqual([]);
      expect(values).toEqual(drawn);
    }),
    { numRuns: 300 },
  );
});

it.each([
  ['0', fraction(0n)],
  ['-1.25', fraction(-5n, 4n)],
  ['0.000000000001', fraction(1n, 10n ** 12n)],
  ['1/10000000000000', fraction(1n, 10n ** 13n)],
  ['-1/3', fraction(-1n, 3n)],
])('%s is how a number is written and read', (written, value) => {
  expect(exactNumber(value)).toBe(written);
  expect(readExactNumber(written)).toEqual(value);
});

it.each(['4 %', '1/0', 'a', '', '1.2.3', '1/3.5'])('"%s" is no exact number', (written) => {
  expect(readExactNumber(written)).toBeUndefined();
});

it('reads what a spreadsheet saved: commas for decimals, another delimiter', () => {
  const saved = text.replaceAll('.', ',');
  expect(readOwnYear(saved, FILE).values).toEqual(year);
  const byTabs = `\ufeff${text.replaceAll('"high; ""x"""', 'high').replaceAll(';', '\t').replaceAll('\n', '\r\n')}`;
  expect(readOwnYear(byTabs, FILE).values?.costs).toEqual(year.costs);
});

describe('a table that a hand has edited', () => {
  it.each([
    [
      'cost;sjosiden;;',
      'costs;sjosiden;;',
      2,
      'kind',
      '"costs" is not as expected.',
      'Write cost or volume.',
    ],
    ['wages;base', 'wages;grant', 2, 'paid-as', '"grant" is not as expected.', 'Write price or base.'],
    [
      'wages;base',
      'wages;price',
      2,
      'service',
      'what is paid by price is of no service.',
      'Name the service, or write base.',
    ],
    [
      'goods;price',
      'goods;base',
      3,
      'service',
      'what is paid as base is of the whole unit.',
      'Leave service and level empty.',
    ],
    [
      ';wages;base',
      ';;base',
      2,
      'nature',
      'the nature is missing.',
      'Name it as the model does, such as wages.',
    ],
    [
      '6300000.00',
      '',
      2,
      'kroner',
      '"kroner" is missing.',
      'Write it as 46332000.00, or as a fraction such as 7/3.',
    ],
    [
      '6300000.00',
      '6.3 mill',
      2,
      'kroner',
      '"6.3 mill" is no number.',
      'Write it as 46332000.00, or as a fraction such as 7/3.',
    ],
    ['-1.05', '-1.055', 3, 'kroner', '-1.055 is no whole øre.', 'Write two decimals at most.'],
    [
      '1.042',
      '4.2 %',
      2,
      'growth',
      '"4.2 %" is no number.',
      'Write it as 1.042, or as a fraction such as 7/3.',
    ],
    [
      '22/21',
      '-1',
      3,
      'growth',
      'a growth factor is not below zero.',
      'Write 1.042 where it is 4.2 per cent.',
    ],
    [
      '1.042;;;',
      '1.042;5;day;',
      2,
      'quantity',
      'a cost has no "quantity".',
      'Leave the cell empty, or make the row a volume.',
    ],
    [
      '900.5',
      '900.0005',
      4,
      'quantity',
      '900.0005 is below zero, or finer than what is counted in.',
      'Hours are counted in tenths of a second, all else in thousandths.',
    ],
    [
      '900.5',
      '-1',
      4,
      'quantity',
      '-1 is below zero, or finer than what is counted in.',
      'Hours are counted in tenths of a second, all else in thousandths.',
    ],
    [
      '900.5;day',
      '900.5;',
      4,
      'measure',
      'the measure is missing.',
      'Name it as the model does, such as hour.',
    ],
    ['sjosiden;home', 'sjosiden;', 4, 'service', 'a volume is of no service.', 'Name the service.'],
    ['99000/7', '-7', 5, 'hours', 'paid hours are below zero.', 'Leave the cell empty if they are unknown.'],
    [
      'home;"high; ""x"""',
      'nursing;',
      5,
      'kind',
      'row 4 is of volume · sjosiden · nursing too.',
      'Keep the one that was adopted.',
    ],
    [
      ';hours',
      ';hour',
      1,
      'hours',
      'the column "hours" is missing.',
      'Adopt the prices again, which writes it.',
    ],
    [
      ';goods;price',
      ';goods',
      3,
      undefined,
      'the row has 10 cells, the header 11.',
      'Give every row a cell for each column.',
    ],
  ])('%s → %s', (from, to, row, column, message, remedy) => {
    expect(text).toContain(from);
    const { values, findings } = readOwnYear(text.replace(from, to), FILE);
    expect(values).toBeUndefined();
    expect(findings[0]).toEqual({
      ...{ rule: 'prices/own-year-file', severity: 'error', message, remedy },
      where: { file: FILE, row, ...(column === undefined ? {} : { column }) },
    });
  });

  it.each(['', 'kind;unit\n', text.split('\n')[0]!])('%j holds nothing', (nothing) => {
    const { values, findings } = readOwnYear(nothing, FILE);
    expect(values).toBeUndefined();
    expect(findings.length).toBeGreaterThan(0);
  });

  it('never throws, whatever was cut away or put in', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(40), fc.string({ maxLength: 8 }), (at, cut, put) => {
        const { values, findings } = readOwnYear(text.slice(0, at) + put + text.slice(at + cut), FILE);
        expect(values === undefined).toBe(findings.length > 0);
        for (const { where, remedy } of findings) expect([where.row, remedy]).not.toContain(undefined);
      }),
      { numRuns: 1000 },
    );
  });
});
