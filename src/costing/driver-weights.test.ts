// What each kind of driver says of units, activities and services, as whole weights.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  centre,
  codes,
  exact,
  handMadeModel,
  service,
  services,
  shares,
  unit,
  units,
  volume,
} from '../../test/support/hand-made-model.ts';
import type { Driver, DriverRow, DriverRule, Target } from '../model/model.ts';
import { fraction } from '../money/fraction.ts';
import { weighPlaces } from './driver-weights.ts';
import { placeFinder } from './places.ts';
import { sumYearVolumes } from './year-volumes.ts';

const nursing = service('nursing', 'hour');
const practical = service('practical', 'hour');
const home = service('home', 'day', {
  levels: [
    { name: 'low', weight: exact(1) },
    { name: 'high', weight: exact(3) },
  ],
});
const model = handMadeModel({
  units: [
    unit('a', 'provider', { responsibilities: codes('1'), columns: new Map([['fte', exact('1.5')]]) }),
    unit('b', 'provider', { responsibilities: codes('2'), columns: new Map([['fte', exact('4.5')]]) }),
    unit('k', 'support'),
  ],
  services: [nursing, practical, home],
  pools: [],
  centres: [
    centre('travel', 'equal', services('nursing'), { units: ['a'], activity: 'travel' }),
    centre('visits', 'equal', services('nursing'), { units: ['a'], activity: 'visits' }),
  ],
});
const volumes = sumYearVolumes(model, [
  volume(nursing, 'a', 10),
  volume(nursing, 'a', '0.5', { month: 2 }),
  volume(nursing, 'b', 21),
  volume(practical, 'a', 7),
  volume(home, 'b', 4, { level: 'low' }),
  volume(home, 'b', 2, { level: 'high' }),
]);
const OWN: Target = { kind: 'services', services: ['home', 'nursing', 'practical'], own: true };

function weighed(rule: DriverRule & { negative?: Driver['negative'] }, to: Target, from: string) {
  const driver: Driver = {
    name: 'd',
    negative: 'refuse',
    at: { file: 'innsats.yaml', line: 1, column: 1 },
    ...rule,
  };
  const ground = {
    model,
    poolAmount: (pool: string, at: string) => (pool === 'wages' ? ({ a: 300n, b: -900n }[at] ?? 0n) : 0n),
  };
  const places = placeFinder(model, volumes).find(to, from, driver);
  const { shares, unused, findings } = weighPlaces(driver, places, from, ground);
  const text = shares.map(({ place, weight }) => `${place.node.key} ${weight}`);
  return [...text, ...(unused > 0n ? [`unused ${unused}`] : []), ...findings.map(({ rule }) => rule)];
}

const rows = (...stated: Partial<DriverRow>[]): DriverRule => ({
  kind: 'table',
  file: 't.csv',
  rows: stated.map((row, i) => ({ quantity: exact(1), row: i + 2, ...row })),
});
const minutes = (
  stated: Record<string, Record<string, number | string>>,
  capacity?: Record<string, number>,
): DriverRule => ({
  kind: 'minutes',
  minutes: new Map(
    Object.entries(stated).map(([id, levels]) => [
      id,
      new Map(Object.entries(levels).map(([level, each]) => [level, exact(each)])),
    ]),
  ),
  ...(capacity && {
    capacity: new Map(Object.entries(capacity).map(([id, number]) => [id, exact(number)])),
  }),
});

describe.each<[string, DriverRule & { negative?: Driver['negative'] }, Target, string, string[]]>([
  ['equal, units', { kind: 'equal' }, units('a', 'b', 'k'), 'k', ['unit:a 1', 'unit:b 1', 'unit:k 1']],
  ['equal, own services', { kind: 'equal' }, OWN, 'b', ['service:home/b 1', 'object:nursing/b/ 1']],
  [
    'equal, a service at all units',
    { kind: 'equal' },
    services('nursing'),
    'k',
    ['object:nursing/a/ 1', 'object:nursing/b/ 1'],
  ],
  ['equal, own services of a unit without volume', { kind: 'equal' }, OWN, 'k', []],
  ['column, units', { kind: 'column', column: 'fte' }, units('a', 'b', 'k'), 'k', ['unit:a 1', 'unit:b 3']],
  ['column that no unit has', { kind: 'column', column: 'area' }, units('a', 'b'), 'k', []],
  ['volumes, own services', { kind: 'quantity' }, OWN, 'a', ['object:nursing/a/ 3', 'object:practical/a/ 2']],
  ['volumes, units', { kind: 'quantity' }, units('a', 'k'), 'k', ['unit:a 1']],
  ['volumes in two measures', { kind: 'quantity' }, OWN, 'b', ['costing/mixed-measures']],
  [
    'minutes, whole services',
    minutes({ nursing: { '': 60 }, home: { '': 105 } }),
    OWN,
    'b',
    ['service:home/b 1', 'object:nursing/b/ 2'],
  ],
  [
    'minutes by level',
    minutes({ nursing: { '': 60 }, home: { low: 105, high: 0 } }),
    OWN,
    'b',
    ['service:home/b 1', 'object:nursing/b/ 3'],
  ],
  [
    'minutes by level and for the rest',
    minutes({ nursing: { '': 60 }, home: { '': 105, high: 0 } }),
    OWN,
    'b',
    ['service:home/b 1', 'object:nursing/b/ 3'],
  ],
  [
    'minutes that one level lacks',
    minutes({ nursing: { '': 60 }, home: { low: 105 } }),
    OWN,
    'b',
    ['service:home/b 1', 'object:nursing/b/ 3', 'costing/no-minutes'],
  ],
  [
    'minutes with capacity at the unit',
    minutes({ nursing: { '': 60 } }, { b: 2000, '': 1 }),
    services('nursing'),
    'b',
    ['object:nursing/a/ 63', 'object:nursing/b/ 126', 'unused 11'],
  ],
  [
    'minutes with capacity anywhere',
    minutes({ nursing: { '': 60 } }, { '': 1890 }),
    services('nursing'),
    'b',
    ['object:nursing/a/ 1', 'object:nursing/b/ 2'],
  ],
  [
    'minutes beyond capacity',
    minutes({ nursing: { '': 60 } }, { '': 1889 }),
    services('nursing'),
    'b',
    ['object:nursing/a/ 1', 'object:nursing/b/ 2', 'costing/over-capacity'],
  ],
  ['minutes never used', minutes({ nursing: { '': 0 } }, { '': 10 }), services('nursing'), 'b', ['unused 1']],
  [
    'amount, negative',
    { kind: 'amount', pools: ['wages'] },
    units('a', 'b'),
    'k',
    ['costing/negative-driver'],
  ],
  [
    'amount, negative as magnitude',
    { kind: 'amount', pools: ['wages', 'goods'], negative: 'magnitude' },
    units('a', 'b'),
    'k',
    ['unit:a 1', 'unit:b 3'],
  ],
  [
    'amount, negative as zero',
    { kind: 'amount', pools: ['wages'], negative: 'zero' },
    units('a', 'b'),
    'k',
    ['unit:a 1'],
  ],
  ['shares of units', shares({ a: '38 %', b: '62 %' }), units('a', 'b'), 'k', ['unit:a 19', 'unit:b 31']],
  [
    'shares of units to a service',
    shares({ a: '38 %', b: '62 %' }),
    services('nursing'),
    'k',
    ['object:nursing/a/ 19', 'object:nursing/b/ 31'],
  ],
  [
    'shares of units to two services',
    shares({ a: '38 %', b: '62 %' }),
    services('nursing', 'practical'),
    'k',
    ['costing/driver-too-coarse'],
  ],
  [
    'shares of services',
    shares({ nursing: '25 %', practical: '75 %' }),
    OWN,
    'a',
    ['object:nursing/a/ 1', 'object:practical/a/ 3'],
  ],
  [
    'shares of a service at two units',
    shares({ nursing: 1 }),
    services('nursing'),
    'k',
    ['costing/driver-too-coarse'],
  ],
  [
    'shares of activities',
    shares({ travel: '25 %', visits: '75 %' }),
    { kind: 'activities', activities: ['travel', 'visits'], own: true },
    'a',
    ['activity:travel/a 1', 'activity:visits/a 3'],
  ],
  [
    'activities of a unit that has none',
    { kind: 'equal' },
    { kind: 'activities', activities: ['travel'], own: true },
    'b',
    [],
  ],
  [
    'table of units',
    rows({ unit: 'a', quantity: exact('0.5') }, { unit: 'b' }),
    units('a', 'b', 'k'),
    'k',
    ['unit:a 1', 'unit:b 2'],
  ],
  [
    'table of who uses whom',
    rows({ from: 'k', unit: 'a' }, { from: 'x', unit: 'a' }, { from: 'x', unit: 'b' }),
    units('a', 'b'),
    'k',
    ['unit:a 1'],
  ],
  [
    'table of who uses whom, cost without unit',
    rows({ from: 'k', unit: 'a' }, { unit: 'b' }),
    units('a', 'b'),
    '',
    ['unit:b 1'],
  ],
  [
    'table with details added up',
    rows({ unit: 'a', service: 'nursing' }, { unit: 'a', service: 'practical' }, { unit: 'b' }),
    units('a', 'b'),
    'k',
    ['unit:a 2', 'unit:b 1'],
  ],
  [
    'table of services',
    rows({ service: 'nursing', quantity: exact(3) }, { service: 'practical' }),
    OWN,
    'a',
    ['object:nursing/a/ 3', 'object:practical/a/ 1'],
  ],
  [
    'table of services and units',
    rows({ unit: 'a', service: 'nursing' }, { unit: 'b', service: 'nursing', quantity: exact(2) }),
    services('nursing'),
    'k',
    ['object:nursing/a/ 1', 'object:nursing/b/ 2'],
  ],
  [
    'table with levels added up',
    rows(
      { unit: 'b', service: 'home', level: 'low' },
      { unit: 'b', service: 'home', level: 'high' },
      { unit: 'b', service: 'nursing' },
    ),
    OWN,
    'b',
    ['service:home/b 2', 'object:nursing/b/ 1'],
  ],
  [
    'table that names a service without volume',
    rows({ unit: 'b', service: 'practical' }, { unit: 'b', service: 'nursing' }),
    OWN,
    'b',
    ['object:nursing/b/ 1', 'object:practical/b/ 1'],
  ],
  [
    'table of activities',
    rows({ activity: 'travel', quantity: exact(2) }, { activity: 'visits' }, { service: 'nursing' }),
    { kind: 'activities', activities: ['travel', 'visits'], own: true },
    'a',
    ['activity:travel/a 2', 'activity:visits/a 1'],
  ],
  [
    'table whose row is divided between heirs',
    rows({ unit: 'a', row: 2, quantity: exact(3) }, { unit: 'b', row: 2, quantity: exact(2) }),
    units('a', 'b'),
    'k',
    ['unit:a 3', 'unit:b 2'],
  ],
  ['table that speaks of others', rows({ unit: 'x' }, { activity: 'visits' }), OWN, 'a', []],
  [
    'table that is negative',
    rows({ unit: 'a', quantity: exact(-1) }, { unit: 'b' }),
    units('a', 'b'),
    'k',
    ['costing/negative-driver'],
  ],
])('%s', (_, rule, to, from, expected) => {
  it('weighs', () => expect(weighed(rule, to, from)).toEqual(expected));
});

it('weights follow the quantities exactly, whatever their unit', () => {
  const quantity = fc.record({
    num: fc.bigInt({ min: 0n, max: 10n ** 12n }),
    den: fc.bigInt({ min: 1n, max: 10n ** 6n }),
  });
  fc.assert(
    fc.property(quantity, quantity, fc.bigInt({ min: 1n, max: 10n ** 9n }), (one, other, scale) => {
      const stated = (times: bigint) =>
        rows(
          { unit: 'a', quantity: fraction(one.num * times, one.den) },
          { unit: 'b', quantity: fraction(other.num * times, other.den) },
        );
      const found = weighed(stated(1n), units('a', 'b'), 'k');
      expect(weighed(stated(scale), units('a', 'b'), 'k')).toEqual(found);
      const weightOf = (key: string): bigint =>
        BigInt(found.find((text) => text.startsWith(key))?.split(' ')[1] ?? 0);
      expect(weightOf('unit:a') * other.num * one.den).toBe(weightOf('unit:b') * one.num * other.den);
    }),
  );
});
