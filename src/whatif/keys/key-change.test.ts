import { describe, expect, it } from 'vitest';
import { exact } from '../../../test/support/hand-made-model.ts';
import { SMALL_MODEL } from '../../../test/support/small-sheet.ts';
import type { Driver, Model } from '../../model/model.ts';
import { toDecimal } from '../../money/fraction.ts';
import { type Change, changedModel } from '../change.ts';
import { isProblem } from '../problem.ts';
import type { KeyAmount } from './key-amount.ts';
import { keyChange } from './key-change.ts';

const to = (text: string): KeyAmount => ({ kind: 'quantity', quantity: exact(text) });
const times = (text: string): KeyAmount => ({ kind: 'factor', factor: exact(text) });
const change = (driver: string, entry: string, amount: KeyAmount) =>
  keyChange(SMALL_MODEL, { driver, names: entry.split('/'), amount });

/** The figures of a driver after a change. */
function figures(driver: string, entry: string, amount: KeyAmount): Record<string, string> {
  const made = change(driver, entry, amount);
  if (isProblem(made)) throw new Error(made.problem);
  const model = changedModel(SMALL_MODEL, made);
  return Object.fromEntries(statedBy(model, model.costing.drivers.get(driver)!));
}

function statedBy(model: Model, driver: Driver): [string, string][] {
  switch (driver.kind) {
    case 'column':
      return model.units.flatMap(({ id, columns }) => {
        const value = columns.get(driver.column);
        return value ? [[id, toDecimal(value, 1)]] : [];
      });
    case 'shares':
      return [...driver.shares].map(([name, share]) => [name, toDecimal(share, 3)]);
    case 'table':
      return driver.rows.map(({ unit, service, quantity }) => [`${unit}/${service}`, toDecimal(quantity, 2)]);
    case 'minutes':
      return [...driver.minutes].flatMap(([service, levels]) =>
        [...levels].map(([level, minutes]): [string, string] => [
          `${service}/${level}`,
          toDecimal(minutes, 1),
        ]),
      );
    default:
      throw new Error(`${driver.kind} states nothing`);
  }
}

describe('a figure of a driver', () => {
  it.each([
    ['a column of units', 'fte', 'sjosiden', to('80'), { sjosiden: '80.0' }],
    ['a column, more of it', 'fte', 'sjosiden', times('1.25'), { sjosiden: '10.0' }],
    ['a unit that has nothing in the column', 'fte', 'management', to('3'), { management: '3.0' }],
    [
      'a share: the others make room',
      'rota',
      'meeting-place',
      to('30 %'),
      { 'meeting-place': '0.300', 'day-care': '0.700' },
    ],
    [
      'a share, half as much',
      'rota',
      'meeting-place',
      times('0.5'),
      { 'meeting-place': '0.100', 'day-care': '0.900' },
    ],
    ['all of it', 'rota', 'day-care', to('1'), { 'day-care': '1.000', 'meeting-place': '0.000' }],
    [
      'a row of a table',
      'paid-time',
      'sjosiden/home-nursing',
      to('310'),
      { 'sjosiden/home-nursing': '310.00' },
    ],
    [
      'rows of a unit: together, in proportion',
      ...(['paid-time', 'sjosiden', to('200')] as const),
      { 'sjosiden/home-nursing': '150.00', 'sjosiden/practical-assistance': '50.00' },
    ],
    [
      'rows of a service, ten per cent more',
      ...(['paid-time', 'home-nursing', times('1.1')] as const),
      { 'sjosiden/home-nursing': '330.00', 'innlandet/home-nursing': '88.00' },
    ],
    ['minutes of a service', 'minutes', 'home-nursing', to('55,5'), { 'home-nursing/': '55.5' }],
  ])('%s', (_, driver, entry, amount, expected) => {
    const before = Object.fromEntries(statedBy(SMALL_MODEL, SMALL_MODEL.costing.drivers.get(driver)!));
    expect(figures(driver, entry, amount)).toEqual({ ...before, ...expected });
  });

  it('rows that say who hands on are found without saying it, and with it', () => {
    const rows = [
      { from: 'management', unit: 'sjosiden', quantity: exact(3), row: 2 },
      { from: 'sjosiden', unit: 'innlandet', quantity: exact(1), row: 3 },
    ];
    const use: Driver = {
      ...SMALL_MODEL.costing.drivers.get('equal')!,
      kind: 'table',
      file: 'use.csv',
      rows,
    } as Driver;
    const costing = { ...SMALL_MODEL.costing, drivers: new Map([['use', use]]) };
    const model = { ...SMALL_MODEL, costing };
    const rowsAfter = (entry: string): string[] => {
      const made = keyChange(model, { driver: 'use', names: entry.split('/'), amount: to('9') }) as Change & {
        kind: 'driver';
      };
      return (made.driver as Driver & { kind: 'table' }).rows.map(({ quantity }) => toDecimal(quantity, 0));
    };
    expect(rowsAfter('sjosiden')).toEqual(['9', '1']);
    expect(rowsAfter('sjosiden/innlandet')).toEqual(['3', '9']);
    expect(rowsAfter('management')).toEqual(['9', '1']);
  });

  it('minutes of levels: one by name, all by a factor', () => {
    const [day] = SMALL_MODEL.services.filter(({ id }) => id === 'day-care');
    const minutes = (levels: Record<string, number>): Driver =>
      ({
        ...SMALL_MODEL.costing.drivers.get('minutes')!,
        minutes: new Map([
          [day!.id, new Map(Object.entries(levels).map(([level, each]) => [level, exact(each)]))],
        ]),
      }) as Driver;
    const after = (levels: Record<string, number>, entry: string, amount: KeyAmount) => {
      const drivers = new Map([['minutes', minutes(levels)]]);
      const model = { ...SMALL_MODEL, costing: { ...SMALL_MODEL.costing, drivers } };
      const made = keyChange(model, { driver: 'minutes', names: entry.split('/'), amount });
      return isProblem(made)
        ? made
        : Object.fromEntries(statedBy(model, (made as { driver: Driver }).driver));
    };
    const both = { ordinary: 100, dementia: 200 };
    expect(after(both, 'day-care/dementia', to('250'))).toEqual({
      'day-care/ordinary': '100.0',
      'day-care/dementia': '250.0',
    });
    expect(after(both, 'day-care', times('0.5'))).toEqual({
      'day-care/ordinary': '50.0',
      'day-care/dementia': '100.0',
    });
    expect(after({ '': 90 }, 'day-care/dementia', times('2'))).toEqual({
      'day-care/': '90.0',
      'day-care/dementia': '180.0',
    });
    expect(after(both, 'day-care', to('9'))).toMatchObject({ problem: 'several' });
    expect(after(both, 'day-care/reinforced', to('9'))).toMatchObject({
      problem: 'unknown',
      known: ['day-care/ordinary', 'day-care/dementia'],
    });
  });
});

describe('what cannot be changed', () => {
  it.each([
    ['no such driver', 'ftee', 'sjosiden', to('1'), { problem: 'unknown', what: 'driver' }],
    ['no such unit', 'fte', 'sjoside', to('1'), { problem: 'unknown', what: 'entry', of: 'fte' }],
    [
      'no such share',
      'rota',
      'sjosiden',
      to('1'),
      { problem: 'unknown', known: ['day-care', 'meeting-place'] },
    ],
    ['no such row', 'paid-time', 'home-nursing/sjosiden', to('1'), { problem: 'unknown', what: 'entry' }],
    ['no such service', 'minutes', 'day-care', to('1'), { problem: 'unknown', what: 'entry' }],
    ['a level of a service without', 'minutes', 'home-nursing/night', to('1'), { problem: 'unknown' }],
    ['more than all', 'rota', 'meeting-place', to('101 %'), { problem: 'share' }],
    ['less than nothing', 'rota', 'meeting-place', to('-0.1'), { problem: 'share' }],
    ['computed from volumes', 'volumes', 'sjosiden', to('1'), { problem: 'not-stated' }],
    ['the same for all', 'equal', 'sjosiden', to('1'), { problem: 'not-stated' }],
  ])('%s', (_, driver, entry, amount, expected) => {
    expect(change(driver, entry, amount)).toMatchObject(expected);
  });

  it('a share that is the only one has no one to give to', () => {
    const rota = {
      ...SMALL_MODEL.costing.drivers.get('rota')!,
      kind: 'shares',
      shares: new Map([['day-care', exact(1)]]),
    };
    const drivers = new Map([['rota', rota as Driver]]);
    const model = { ...SMALL_MODEL, costing: { ...SMALL_MODEL.costing, drivers } };
    const key = { driver: 'rota', names: ['day-care'] };
    expect(keyChange(model, { ...key, amount: to('0.5') })).toMatchObject({ problem: 'only-share' });
    expect(keyChange(model, { ...key, amount: to('1') })).toMatchObject({ kind: 'driver' });
  });

  it('rows that are all 0 have no proportions to keep', () => {
    const rows = ['sjosiden', 'innlandet'].map((unit, i) => ({
      ...{ unit, service: 'home-nursing', quantity: exact(0), row: i + 2 },
    }));
    const table = { ...SMALL_MODEL.costing.drivers.get('paid-time')!, rows } as Driver;
    const costing = { ...SMALL_MODEL.costing, drivers: new Map([['paid-time', table]]) };
    const key = { driver: 'paid-time', names: ['home-nursing'], amount: to('5') };
    expect(keyChange({ ...SMALL_MODEL, costing }, key)).toEqual({
      ...{ problem: 'several', name: 'home-nursing', of: 'paid-time' },
      known: ['sjosiden/home-nursing', 'innlandet/home-nursing'],
    });
  });
});
