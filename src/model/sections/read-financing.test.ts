// What the financing section says of a good model, and what is told of a bad one: every message with its place.

import { describe, expect, it } from 'vitest';
import {
  financedModel,
  SAMPLE_BUDGET_VOLUMES,
  SAMPLE_FINANCING,
  writeFinanced,
} from '../../../test/support/sample-financing.ts';
import { SAMPLE_UNITS } from '../../../test/support/sample-model.ts';
import { describeFinding } from '../../findings/finding.ts';
import { fraction } from '../../money/fraction.ts';
import { type ModelReading, readModel } from '../read-model.ts';

type Files = { readonly [path: string]: string };
const read = (text: string, files: Files = {}, asOf?: number): Promise<ModelReading> =>
  readModel(writeFinanced(text, files), asOf === undefined ? {} : { asOf });

/** The financed sample with one thing replaced, in the financing section or before it. */
function changed(from: string, to: string): string {
  const inSection = SAMPLE_FINANCING.includes(from);
  const text = inSection
    ? financedModel(SAMPLE_FINANCING.replace(from, to))
    : financedModel().replace(from, to);
  if (!inSection && !financedModel().includes(from)) throw new Error(`the sample does not hold "${from}"`);
  return text;
}
const messages = async (from: string, to: string, files: Files = {}): Promise<string[]> =>
  (await read(changed(from, to), files)).findings.map(describeFinding);

describe('a good financing section', () => {
  it('is read without findings', async () => {
    const { model, findings } = await read(financedModel());
    expect(findings.map(describeFinding)).toEqual([]);
    expect(model?.years).toEqual({ cost: 2025, price: 2026, finance: 2026 });
    expect(model?.financing).toMatchObject({
      year: 2026,
      frame: { heldBy: 'purchaser', from: 'budget', periodise: 'calendar-days' },
      volumesSource: 'council budget 2026',
      hoursDriver: 'paid-time',
      fullTimeHours: fraction(1750n),
      natures: { wages: ['wages'], income: ['sales', 'refunds'], fixed: ['capital'] },
      growthSource: 'statistics 2026',
      inForce: 'activity',
    });
    expect([...(model?.financing?.mixGroups ?? [])]).toEqual([
      ['home-nursing', 'home-care'],
      ['practical-assistance', 'home-care'],
    ]);
    expect(model?.financing?.actualGrowth.get('wages')).toEqual(fraction(23n, 500n));
  });

  it('has its funding models, whole', async () => {
    const { model } = await read(financedModel());
    const [activity, average, frame] = model?.financing?.models ?? [];
    expect(activity).toMatchObject({
      name: 'activity',
      kind: 'activity',
      pays: { basis: 'lesser' },
      applies: [
        { units: ['innlandet', 'sjosiden'], fromMonth: 1 },
        { units: ['solvang'], fromMonth: 7 },
      ],
      floor: fraction(19n, 20n),
      ceiling: fraction(21n, 20n),
      transition: fraction(1n, 2n),
    });
    expect(activity?.pays?.absenceDays).toEqual(new Map([['nursing-home', 14]]));
    expect(activity?.pays?.emptyPlaces).toEqual(new Map([['nursing-home', fraction(4n, 5n)]]));
    expect(average?.applies).toEqual([{ units: ['innlandet', 'sjosiden', 'solvang'], fromMonth: 1 }]);
    expect(average?.prices).toEqual({ base: ['cars', 'patrol'], supplements: [] });
    expect(frame).toMatchObject({ kind: 'frame', applies: [] });
    expect(frame?.pays).toBeUndefined();
  });

  it('has changes of the frame in order of month, and what is carried in, in øre', async () => {
    const { model } = await read(financedModel());
    expect(model?.financing?.frame.changes).toEqual([
      { month: 7, unit: 'sjosiden', amountOre: 50_000_000n, source: 'council 42/26' },
      { month: 9, unit: 'innlandet', amountOre: -12_000_050n, source: 'council 61/26' },
    ]);
    expect(model?.financing?.settlement).toEqual({
      surplus: { keep: fraction(1n, 2n), atMost: fraction(3n, 100n) },
      deficit: { carry: fraction(1n), atMost: fraction(1n, 50n) },
      carriedIn: new Map([['sjosiden', -12_000_000n]]),
      source: 'council 12/26',
    });
  });

  it('has budgeted volumes by unit, service, level and month', async () => {
    const { model } = await read(financedModel());
    const volumes = model?.financing?.volumes.map(({ unit, service, level, month, quantity, users }) => [
      `${unit}/${service}/${level}/${month}`,
      quantity,
      users,
    ]);
    expect(volumes).toEqual([
      ['sjosiden/home-nursing//0', fraction(12_000n), fraction(209n, 2n)],
      ['sjosiden/practical-assistance//1', fraction(900n), undefined],
      ['sjosiden/practical-assistance//2', fraction(1701n, 2n), undefined],
      ['solvang/nursing-home/dementia/0', fraction(8760n), fraction(24n)],
      ['solvang/nursing-home/ordinary/0', fraction(14_600n), fraction(40n)],
    ]);
  });

  it.each<[string, string, string]>([
    ['settlement', SAMPLE_FINANCING.slice(SAMPLE_FINANCING.indexOf('  settlement:')), ''],
    ['hours', '  hours: paid-time\n', ''],
    ['mix', '  mix: { home-care: home-care }\n', ''],
    ['growth', '  growth: { wages: 4.6 %, goods: 3.2 %, source: statistics 2026 }\n', ''],
    [
      'changes',
      SAMPLE_FINANCING.slice(
        SAMPLE_FINANCING.indexOf('    changes:'),
        SAMPLE_FINANCING.indexOf('  volumes:'),
      ),
      '',
    ],
  ])('may leave out %s', async (_, from, to) => {
    const { model, findings } = await read(changed(from, to));
    expect(findings.map(describeFinding).filter((text) => !text.includes('nothing is shared by'))).toEqual(
      [],
    );
    expect(model?.financing).toBeDefined();
  });

  it('takes natures by their names where it says none, and tells where there are none so called', async () => {
    const line = '  natures: { wages: [wages], income: [sales, refunds], fixed: [capital] }\n';
    const { model, findings } = await read(changed(line, ''));
    expect(model?.financing?.natures).toEqual({ wages: ['wages'], income: [], fixed: [] });
    expect(findings.map(({ severity, message }) => [severity, message])).toEqual([
      ['note', 'no nature is called "income": what units earn themselves counts as goods.'],
    ]);
  });
});

describe('what is wrong is said with its place and remedy', () => {
  it.each<[string, string, string]>([
    [
      'finance: 2026',
      'finance: 2025',
      'the finance year 2025 is not the price year 2026. What is earned in a year is paid by the prices of that year: write "finance: 2026", or leave it out.',
    ],
    [
      ', finance: 2026',
      '',
      '"finance" is missing. Say which year is followed: "years: { …, finance: 2026 }".',
    ],
    ['held-by: purchaser', 'held-by: council', 'expected one of purchaser, unit, found "council".'],
    [
      '    held-by: purchaser\n',
      '',
      '"held-by" is missing. Say whose the frame is: "held-by: purchaser", or "held-by: unit" where it is split.',
    ],
    [
      '    from: budget\n',
      '',
      '"from" is missing. Say where the frame stands: "from: budget" (or revised-budget, purchase-budget, volumes).',
    ],
    [
      '    periodise: calendar-days\n',
      '',
      '"periodise" is missing. Say how a year falls on its months: "periodise: calendar-days" (or working-days, twelfths, last-year).',
    ],
    [
      'periodise: calendar-days',
      'periodise: twelths',
      'expected one of calendar-days, working-days, twelfths, last-year, found "twelths". Did you mean "twelfths"?',
    ],
    [
      'from: 2026-07, unit: sj',
      'from: 2025-07, unit: sj',
      'expected a month of 2026, such as 2026-07, found "2025-07". The finance year is 2026; 2026-01 is all of it.',
    ],
    [
      'from: 2026-07, unit: sj',
      'from: 2026-13, unit: sj',
      'expected a month of 2026, such as 2026-07, found "2026-13".',
    ],
    [
      'from: 2026-07, unit: sj',
      'from: July, unit: sj',
      'expected a month of 2026, such as 2026-07, found "July". The finance year is 2026; 2026-01 is all of it.',
    ],
    ['unit: sjosiden, amount', 'unit: sjoside, amount', 'no unit "sjoside". Did you mean "sjosiden"?'],
    ['unit: sjosiden, amount', 'unit: kitchen, amount', '"kitchen" is a support unit. Name a provider unit.'],
    ['"500 000"', 'much', 'expected an amount in kroner, such as 434 551 000,00, found "much".'],
    [', source: council 42/26', '', '"source" is missing. Say who decided it: "source: council 42/26".'],
    [
      ', source: council budget 2026',
      '',
      '"source" is missing. Say who decided them: "source: council budget 2026".',
    ],
    [
      'table: data/budget-volumes.csv',
      'table: data/budget.csv',
      'cannot read the table "data/budget.csv". Paths are relative to the folder of the model file.',
    ],
    ['hours: paid-time', 'hours: paid-times', 'no driver "paid-times". Did you mean "paid-time"?'],
    [
      'hours: paid-time',
      'hours: fte',
      '"fte" says nothing of services: a unit’s paid hours cannot be divided by it. Name a driver with quantities per service under "hours".',
    ],
    [
      'hours: paid-time',
      'hours: portions',
      '"portions" says nothing of services: a unit’s paid hours cannot be divided by it. Name a driver with quantities per service under "hours".',
    ],
    ['full-time: 1 750', 'full-time: 0', 'expected hours of a full-time year above 0, found "0".'],
    ['wages: [wages], ', 'wages: [wage], ', 'no nature "wage". Did you mean "wages"?'],
    [
      'fixed: [capital]',
      'fixed: [sales]',
      '"sales" counts both as income and as fixed. Name every nature once.',
    ],
    ['fixed: [capital]', 'goods: [capital]', 'natures has no key "goods". Known: wages, income, fixed.'],
    [
      'mix: { home-care: home-care }',
      'mix: { home-care: home-cares }',
      '"to" names "home-cares", which is no service, unit or group. Did you mean "home-care"?',
    ],
    [
      'mix: { home-care: home-care }',
      'mix: { care: [home-nursing, nursing-home] }',
      'volumes in different measures are not looked at together: day, hour. Name services of one measure.',
    ],
    [
      'mix: { home-care: home-care }',
      'mix: { nursing-home: home-care }',
      '"nursing-home" is a service that is not in this group. Give the group another name.',
    ],
    [
      'mix: { home-care: home-care }',
      'mix: { care: home-care, other: home-nursing }',
      '"home-nursing" is in "care" already. Put every service in one group.',
    ],
    ['wages: 4.6 %', 'wage: 4.6 %', 'no nature "wage". Did you mean "wages"?'],
    [
      'wages: 4.6 %',
      'wages: 4.6',
      'expected a percentage such as 4.2 %, found "4.6". Write 4.6 % if that is meant.',
    ],
    [
      ', source: statistics 2026',
      '',
      'the growth to 2026 as it came out has no source. Write where it is from: "source: statistics …".',
    ],
    [
      '    average:',
      '    from-07:',
      '"from-07" is how prices decided later in the year are named. Give the model another name.',
    ],
    [
      '    average:',
      '    ave/rage:',
      '"ave/rage" cannot be a name. Use letters, digits, spaces, "-", "." and "_", such as home-nursing.',
    ],
    ['kind: frame', 'kind: block', 'expected one of activity, frame, found "block".'],
    [
      'kind: frame',
      'kind: frame, floor: 90 %',
      'what a frame gives is voted: "floor" is not for it. Leave out "floor", or "kind: frame".',
    ],
    [
      '      pays: { basis: delivered }\n',
      '',
      '"pays" is missing. Say what is paid for: "pays: { basis: delivered }", or write "kind: frame".',
    ],
    [
      '{ basis: delivered }',
      '{}',
      '"basis" is missing. Say what is paid for: "basis: delivered", "granted", or "lesser" of the two.',
    ],
    ['basis: delivered', 'basis: planned', 'expected one of granted, delivered, lesser, found "planned".'],
    ['nursing-home: 14 days', 'nursing-home: 14', 'expected a number of days, such as 14 days, found "14".'],
    [
      'nursing-home: 14 days',
      'home-nursing: 14 days',
      '"absence" is for services counted in days; "home-nursing" is counted in hour. Leave it out.',
    ],
    [
      'nursing-home: 14 days',
      'day-centre: 14 days',
      '"absence" is for services counted in days; "day-centre" is not counted. Leave it out.',
    ],
    [
      'nursing-home: 14 days',
      'nursinghome: 14 days',
      'no service "nursinghome". Did you mean "nursing-home"?',
    ],
    [
      'nursing-home: 80 %',
      'nursing-home: 180 %',
      'expected a share from 0 to 100 %, such as 38 %, 0.38 or 1/3, found "180 %".',
    ],
    [
      'applies: [ { units: providers, from: 2026-01 } ]',
      'floor: 1 %',
      '"applies" is missing. Say whom it finances: "applies: [ { units: providers, from: 2026-01 } ]".',
    ],
    [
      '[ { units: providers, from: 2026-01 } ]',
      '[]',
      'expected whom it finances: "[ { units: …, from: 2026-01 } ]", found a list.',
    ],
    [
      'units: providers, from: 2026-01',
      'units: support, from: 2026-01',
      '"support" holds no provider unit in 2026: nobody is financed so. Name units or groups that provide services.',
    ],
    [
      'units: providers, from: 2026-01',
      'units: provider, from: 2026-01',
      'no unit or group of units "provider". Did you mean "providers"?',
    ],
    [
      'units: providers, from: 2026-01',
      'units: kitchen, from: 2026-01',
      '"kitchen" is a support unit. Name a provider unit.',
    ],
    [
      'units: providers, from: 2026-01',
      'units: providers',
      '"from" is missing. Say from which month: "from: 2026-01" for all of the year.',
    ],
    [
      'units: providers, from: 2026-01',
      'from: 2026-01',
      '"units" is missing. Say whom it finances: "units: home-care-units".',
    ],
    [
      'units: solvang, from',
      'units: sjosiden, from',
      'sjosiden stands above already: from which month is it? Name every unit once.',
    ],
    ['floor: 95 %', 'floor: 106 %', 'the floor is above the ceiling. Let the floor be the lower of the two.'],
    ['floor: 95 %', 'floor: -5 %', 'expected a percentage, not negative, found "-5 %".'],
    [
      '  volumes: { table: data/budget-volumes.csv, source: council budget 2026 }\n',
      '',
      '"activity" has a floor or a ceiling, and no volumes are budgeted. Name them: "volumes: { table: …, source: … }". Limits are shares of what they would earn.',
    ],
    [
      '{ 2026: 50 %, 2027: 100 % }',
      '{ 2027: 100 % }',
      '"2026" is missing. Say which share of what is earned counts in the finance year: "2026: 50 %".',
    ],
    [
      '{ 2026: 50 %, 2027: 100 % }',
      '{ 2026: 50 %, later: 100 % }',
      'expected a year, such as 2026, found "later".',
    ],
    ['base: [patrol, cars]', 'base: [patroll]', 'no pool "patroll". Did you mean "patrol"?'],
    [
      'base: [patrol, cars]',
      'base: [user-fees]',
      '"average" pays "user-fees" as base grant, and purchaser answers for it: only what providers answer for is paid. Take it out of the model’s "base".',
    ],
    ['supplements: none', 'supplements: [travels]', 'no supplement "travels". Did you mean "travel"?'],
    [
      'prices: { base: [patrol, cars], supplements: none }',
      'prices: {}',
      'expected base or supplements, or both, found a map. Leave "prices" out where the prices in force are its own.',
    ],
    ['in-force: activity', 'in-force: activities', 'no funding model "activities". Did you mean "activity"?'],
    [
      'in-force: activity',
      'in-force: average',
      '"average" is in force and has price rules of its own. Write its rules under "prices:" of the model file, and leave them out here.',
    ],
    [
      '  in-force: activity\n',
      '',
      '"in-force" is missing. Say which of the models holds: "in-force: …". The others are shown beside it.',
    ],
    [
      '    surplus: { keep: 50 %, at-most: 3 % }\n',
      '',
      '"surplus" is missing. Say what units keep: "surplus: { keep: 50 %, at-most: 3 % }".',
    ],
    [
      '    deficit: { carry: 100 %, at-most: 2 % }\n',
      '',
      '"deficit" is missing. Say what units carry: "deficit: { carry: 100 %, at-most: 2 % }".',
    ],
    ['keep: 50 %, ', '', '"keep" is missing. Say which share of a surplus: "keep: 50 %".'],
    [
      ', at-most: 2 %',
      '',
      '"at-most" is missing. Say which share of the year’s financing is the most: "at-most: 3 %".',
    ],
    ['sjosiden: "-120 000"', 'sjoside: "-120 000"', 'no unit "sjoside". Did you mean "sjosiden"?'],
    [
      '    source: council 12/26\n',
      '',
      'the settlement has no source. Write who voted it: "source: council 12/26".',
    ],
    ['  settlement:', '  settlements:', 'financing has no key "settlements". Did you mean "settlement"?'],
  ])('%s → %s', async (from, to, expected) => {
    const found = await messages(from, to);
    const places = found.filter((text) => text.endsWith(expected));
    expect(found.length > 0 ? places : found).toHaveLength(1);
    expect(places[0]).toMatch(/^innsats\.yaml:\d+:\d+: /);
  });

  it('everything at once, each at its place', async () => {
    const text = financedModel(
      SAMPLE_FINANCING.replace('held-by: purchaser', 'held-by: x')
        .replace('basis: delivered', 'basis: x')
        .replace('keep: 50 %', 'keep: x')
        .replace('hours: paid-time', 'hours: x'),
    );
    const { model, findings } = await read(text, {
      'data/budget-volumes.csv': 'unit;service;quantity\nx;y;-1\n',
    });
    expect(model).toBeUndefined();
    const lines = text.split('\n');
    const lineOf = (part: string) => lines.findIndex((one) => one.includes(part)) + 1;
    expect(findings.map(({ where }) => where.line ?? `row ${where.row} ${where.column}`)).toEqual([
      'row 2 unit',
      'row 2 service',
      'row 2 quantity',
      lineOf('held-by: x'),
      lineOf('hours: x'),
      lineOf('basis: x'),
      lineOf('keep: x'),
    ]);
  });

  it.each<[string, string, readonly string[]]>([
    [
      'held-by: purchaser',
      'held-by: purchaser',
      [
        'the purchaser holds the frame, and nothing says who purchases of innlandet, sjosiden, solvang. Name a purchaser unit in the column "purchaser" of the table of units.',
      ],
    ],
    ['held-by: purchaser', 'held-by: unit', []],
  ])('units without a purchaser, %s → %s', async (from, to, expected) => {
    const told = await messages(from, to, { 'data/units.csv': SAMPLE_UNITS });
    expect(told.map((text) => text.replace(/^[\w.]+:\d+:\d+: /, ''))).toEqual(expected);
  });

  it('a finance year without financing is noted', async () => {
    const { model, findings } = await read(financedModel(''));
    expect(model?.years.finance).toBe(2026);
    expect(findings.map(({ severity, message }) => [severity, message])).toEqual([
      ['note', '2026 is to be followed, and nothing says how it is financed.'],
    ]);
  });

  it.each<[string, string, string, string]>([
    [
      'from: budget',
      'from: volumes',
      '  volumes: { table: data/budget-volumes.csv, source: council budget 2026 }\n',
      '"volumes" is missing. The frame is price × budgeted volume: name the table, "volumes: { table: …, source: … }".',
    ],
    [
      'from: budget',
      'from: purchase-budget',
      '',
      'the frame is what the purchaser has budgeted to pay, and no pool holds what it pays. Add a pool that says "financing: true".',
    ],
    ['from: budget', 'from: purchase-budget', '', '"sjosiden" is a provider unit. Name a purchaser unit.'],
  ])('%s → %s without what it needs', async (from, to, without, expected) => {
    const text = financedModel(SAMPLE_FINANCING.replace(from, to).replace(without, ''));
    const { findings } = await read(text);
    expect(findings.map(describeFinding)).toContainEqual(expect.stringContaining(expected));
  });
});

describe('budgeted volumes', () => {
  const HEAD = 'unit;service;level;month;users;quantity\n';
  it.each<[string, string]>([
    ['sjoside;home-nursing;;;;1', 'row 2, column unit: no unit "sjoside". Did you mean "sjosiden"?'],
    [';home-nursing;;;;1', 'row 2, column unit: the unit is missing. Say who is to do it.'],
    ['kitchen;home-nursing;;;;1', 'row 2, column unit: "kitchen" is a support unit. Name a provider unit.'],
    [
      'sjosiden;home-nurse;;;;1',
      'row 2, column service: no service "home-nurse". Did you mean "home-nursing"?',
    ],
    ['sjosiden;;;;;1', 'row 2, column service: the service is missing. Say what is to be done.'],
    [
      'sjosiden;day-centre;;;;1',
      'row 2, column service: "day-centre" is open to all: nothing of it is counted. Take the row out: an open service has no volume.',
    ],
    [
      'solvang;nursing-home;;;;1',
      'row 2, column level: "nursing-home" has levels, and the row names none. Levels: ordinary, dementia.',
    ],
    [
      'solvang;nursing-home;dementa;;;1',
      'row 2, column level: no level of nursing-home "dementa". Did you mean "dementia"?',
    ],
    [
      'sjosiden;home-nursing;ordinary;;;1',
      'row 2, column level: "home-nursing" has no levels. Leave the cell empty.',
    ],
    [
      'sjosiden;home-nursing;;13;;1',
      'row 2, column month: "13" is no month of 2026. Write 1 to 12 or 2026-03; leave it empty for the whole year.',
    ],
    [
      'sjosiden;home-nursing;;2025-03;;1',
      'row 2, column month: "2025-03" is no month of 2026. Write 1 to 12 or 2026-03; leave it empty for the whole year.',
    ],
    [
      'sjosiden;home-nursing;;;;',
      'row 2, column quantity: the quantity is missing. Write 0 where there is none.',
    ],
    [
      'sjosiden;home-nursing;;;;-5',
      'row 2, column quantity: a budgeted quantity cannot be negative. Write 0 where there is none.',
    ],
    [
      'sjosiden;home-nursing;;;-5;5',
      'row 2, column users: a number of users cannot be negative. Write 0 where there is none.',
    ],
    [
      'sjosiden;home-nursing;;;;many',
      'row 2, column quantity: "many" is not a number. Write 1234,5 or 1234.5.',
    ],
    [
      'sjosiden;home-nursing;;1;;5\nsjosiden;home-nursing;;01;;5',
      'row 3, column quantity: the same is said already in row 2. Keep one of the two rows.',
    ],
    [
      'sjosiden;home-nursing;;;;5\nsjosiden;home-nursing;;3;;5',
      'row 3, column month: row 2 says it for the whole year. Budget it for the whole year or by months, not both.',
    ],
    [
      'sjosiden;home-nursing;;3;;5\nsjosiden;home-nursing;;4;;5\nsjosiden;home-nursing;;;;5',
      'row 4, column month: row 2 says it by month. Budget it for the whole year or by months, not both.',
    ],
  ])('%j', async (rows, expected) => {
    const { model, findings } = await read(financedModel(), {
      'data/budget-volumes.csv': `${HEAD}${rows}\n`,
    });
    expect(model).toBeUndefined();
    expect(findings.map(describeFinding)).toContain(`data/budget-volumes.csv, ${expected}`);
  });

  it.each<[string, string]>([
    ['unit;service;quantity;levels\n', 'row 1: no column "levels" is known here. Did you mean "level"?'],
    [
      'unit;quantity\n',
      'row 1: the table has no column "service". Columns: unit, service, level, month, users, quantity.',
    ],
    [
      'unit;service;quantity\n',
      'row 1: no volume stands in the table. Write a row for what each unit is to do, or leave "volumes" out.',
    ],
    [
      'unit;service\n',
      'row 1: the table has no column "quantity". Columns: unit, service, level, month, users, quantity.',
    ],
  ])('%j', async (table, expected) => {
    const { findings } = await read(financedModel(), { 'data/budget-volumes.csv': table });
    expect(findings.map(describeFinding)).toContain(`data/budget-volumes.csv, ${expected}`);
  });
});

describe('units over time', () => {
  const HEAD = 'id;name;kind;groups;responsibilities;fte;purchaser;from;to;successor\n';
  const OTHERS = `solvang;Solvang;provider;;4810-4819;78;office;;;
kitchen;Kitchen;support;;4910;19;;;;
it;IT;support;;4920;6;;;;
office;Office;purchaser;;4700;15;;;;
innlandet;Innlandet;provider;home-care-units;4720-4729;48;office;;;
`;
  const SPLIT = `${HEAD}${OTHERS}sjosiden;Sjøsiden;provider;home-care-units;4710-4719;78;office;;2025-12-31;north:1 south:2
north;North;provider;home-care-units northern;4710-4715;40;office;2026-01-01;;
south;South;provider;home-care-units;4716-4719;38;office;2026-01-01;;
`;
  const inForce = (name: string) => (financing: string) => financing.replaceAll('sjosiden', name);

  it('are those of the finance year, whichever year the model is read as of', async () => {
    const text = financedModel(inForce('north')(SAMPLE_FINANCING));
    const volumes = inForce('north')(SAMPLE_BUDGET_VOLUMES);
    const files = { 'data/units.csv': SPLIT, 'data/budget-volumes.csv': volumes };
    const now = await read(text, files);
    const later = await read(text, files, 2026);
    expect(now.findings.map(describeFinding)).toEqual([]);
    expect(later.findings.map(describeFinding)).toEqual([]);
    expect(now.model?.units.map(({ id }) => id)).not.toContain('north');
    expect(later.model?.units.map(({ id }) => id)).toContain('north');
    expect(now.model?.financing?.models[0]?.applies[0]?.units).toEqual(['innlandet', 'north', 'south']);
    expect(later.model?.financing).toEqual(now.model?.financing);
  });

  it('that have ended are told', async () => {
    const { findings } = await read(financedModel(), { 'data/units.csv': SPLIT });
    const told = findings.map(describeFinding);
    expect(told).toContainEqual(
      expect.stringMatching(
        /^innsats.yaml:\d+:\d+: the unit "sjosiden" is not there in 2026\. Name a unit that is there in the finance year\.$/,
      ),
    );
    expect(told).toContain(
      'data/budget-volumes.csv, row 2, column unit: the unit "sjosiden" is not there in 2026. Name a unit that is there in the finance year.',
    );
  });

  it('have their heirs, as organised now: amounts and volumes are divided, to the øre', async () => {
    const text = financedModel().replace('volumes: delivered', 'volumes: delivered\n  organisation: now');
    const { model, findings } = await read(text, { 'data/units.csv': SPLIT });
    expect(findings.map(describeFinding)).toEqual([]);
    const { financing } = model!;
    expect(financing?.frame.changes.map(({ unit, amountOre }) => [unit, amountOre])).toEqual([
      ['north', 16_666_667n],
      ['south', 33_333_333n],
      ['innlandet', -12_000_050n],
    ]);
    expect(financing?.settlement?.carriedIn).toEqual(
      new Map([
        ['north', -4_000_000n],
        ['south', -8_000_000n],
      ]),
    );
    const nursing = financing?.volumes.filter(({ service }) => service === 'home-nursing');
    expect(nursing?.map(({ unit, quantity, users }) => [unit, quantity, users])).toEqual([
      ['north', fraction(4000n), fraction(209n, 6n)],
      ['south', fraction(8000n), fraction(209n, 3n)],
    ]);
  });
});
