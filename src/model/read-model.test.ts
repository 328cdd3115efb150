// What the model reader makes of a good model, and what it says about bad ones: every message with its place.

import { describe, expect, it } from 'vitest';
import { SAMPLE_MODEL, SAMPLE_PORTIONS, SAMPLE_UNITS, writeSample } from '../../test/support/sample-model.ts';
import { describeFinding } from '../findings/finding.ts';
import { fraction } from '../money/fraction.ts';
import { type ModelReading, readModel } from './read-model.ts';

type Files = Parameters<typeof writeSample>[1];
const read = (text: string | Uint8Array, files?: Files): Promise<ModelReading> =>
  readModel(writeSample(text, files));

/** The messages about the sample with one thing replaced. */
async function messages(from: string, to: string, files?: Files): Promise<string[]> {
  if (!SAMPLE_MODEL.includes(from)) throw new Error(`the sample does not hold "${from}"`);
  const { findings } = await read(SAMPLE_MODEL.replace(from, to), files);
  return findings.map(describeFinding);
}

describe('a good model', () => {
  it('is read without findings, references resolved', async () => {
    const { model, findings } = await read(SAMPLE_MODEL);
    expect(findings).toEqual([]);
    const pools = new Map(model?.costing.pools.map((pool) => [pool.name, pool]));
    expect(pools.get('cars')).toMatchObject({
      test: {
        responsibility: [{ from: '4710', to: '4710' }],
        article: [{ from: '1', to: '1', prefix: true }],
      },
      answers: 'provider',
      paidAs: 'price',
      goes: { kind: 'share', driver: 'kilometres', to: { kind: 'units', units: ['innlandet', 'sjosiden'] } },
    });
    expect(pools.get('care-wages')).toMatchObject({
      units: ['innlandet', 'sjosiden', 'solvang'],
      goes: {
        to: {
          kind: 'services',
          services: ['day-centre', 'home-nursing', 'nursing-home', 'practical-assistance'],
          own: true,
        },
      },
    });
    expect(pools.get('patrol')?.paidAs).toBe('base');
    expect(pools.get('it')?.goes).toEqual({
      kind: 'share',
      driver: 'equal',
      to: { kind: 'units', units: ['it'] },
    });
    expect(pools.get('user-fees')?.goes).toEqual({ kind: 'not-costed', name: 'not in price' });
    expect(pools.get('visits')?.goes).toMatchObject({
      to: { kind: 'activities', activities: ['travel'], own: true },
    });
    expect(model?.costing.method).toEqual({ kind: 'step-down', order: ['it', 'kitchen'] });
    expect(model?.costing.natures[0]).toMatchObject({ nature: 'wages' });
    expect(model?.ledger[0]?.controlTotalOre).toBe(43_455_100_000n);
    expect(model?.activity[0]?.controlTotal).toEqual(fraction(130_000n));
    expect(model?.pricing).toMatchObject({ roundToOre: 10n, unused: 'unit' });
    expect(model?.pricing.supplements[0]).toMatchObject({
      services: ['home-nursing', 'practical-assistance'],
      units: ['innlandet'],
      amount: fraction(13_100n),
    });
    expect(model?.growth[0]?.natures.get('wages')).toEqual(fraction(21n, 500n));
  });

  it('reads tables: groups, several responsibilities, decimal commas, spaces between thousands', async () => {
    const { model } = await read(SAMPLE_MODEL);
    const solvang = model?.units.find(({ id }) => id === 'solvang');
    expect(solvang?.responsibilities).toEqual([
      { from: '4810', to: '4819' },
      { from: '4825', to: '4825' },
    ]);
    expect(solvang?.groups).toEqual(['everyone', 'institutions']);
    expect(solvang?.columns.get('area')).toEqual(fraction(41_005n, 10n));
    expect(model?.units.find(({ id }) => id === 'kitchen')?.columns.has('places')).toBe(false);
    const portions = model?.costing.drivers.get('portions');
    expect(portions).toMatchObject({
      rows: [{ from: 'kitchen', unit: 'solvang', quantity: fraction(120_000n), row: 2 }, {}],
    });
    const time = model?.costing.drivers.get('paid-time');
    expect(time?.kind === 'minutes' && time.capacity?.get('solvang')).toEqual(fraction(157n, 2n));
  });

  it('does not depend on encoding, byte order mark, line ends or delimiter of its tables', async () => {
    const plain = await read(SAMPLE_MODEL);
    const latin = Uint8Array.from(SAMPLE_UNITS, (letter) => letter.charCodeAt(0));
    const commas = SAMPLE_PORTIONS.replaceAll(';', ',').replaceAll('\n', '\r\n');
    const other = await read(`\ufeff${SAMPLE_MODEL.replaceAll('\n', '\r\n')}`, {
      'data/units.csv': latin,
      'data/portions.csv': `\ufeff${commas}`,
    });
    expect(other.findings).toEqual([]);
    expect({ ...other.model, file: '' }).toEqual({ ...plain.model, file: '' });
  });

  it('has one unit where it names none', async () => {
    const beginner = `
municipality: { id: "0402", country: NO }
years: { cost: 2019, price: 2020 }
sources: { ledger: [{ read: kostra, files: a.dat }] }
services: { institution: { measure: day, function: [253, 261] } }
costing:
  method: direct
  pools:
    - institution: { function: [253, 261], concept: AGD4, answers: provider, driver: volumes, to: institution }
    - rest: { park: not yet placed }
growth: { 2020: { all: 2.5 %, source: national budget } }
`;
    const { model, findings } = await read(beginner);
    expect(findings).toEqual([]);
    expect(model?.units).toMatchObject([{ id: 'municipality', name: '0402', kind: 'provider' }]);
    expect(model?.concepts.find(({ name }) => name === 'AGD4')?.years).toEqual({ to: 2019 });
    expect(model?.municipality.language).toBe('nb');
  });
});

const line = (text: string): number => SAMPLE_MODEL.slice(0, SAMPLE_MODEL.indexOf(text)).split('\n').length;

describe('what is wrong is said with its place and remedy', () => {
  it.each<[string, string, string]>([
    ['driver: kilometres', 'driver: kilometers', 'no driver "kilometers". Did you mean "kilometres"?'],
    ['country: NO', 'contry: NO', 'municipality has no key "contry". Did you mean "country"?'],
    ['country: NO', 'country: FI', 'expected one of NO, SE, DK, found "FI".'],
    [
      'price: 2026',
      'price: 2024',
      'the price year 2024 is before the cost year 2025. Prices are set for the cost year or a later one.',
    ],
    ['cost: 2025', 'cost: soon', 'expected a year (a whole number, 1900 to 2200), found "soon".'],
    ['read: table', 'read: excel', 'expected one of kostra, table, saft, sie, found "excel".'],
    ['"434 551 000,00"', '12,345', 'expected an amount in kroner, such as 434 551 000,00, found "12,345".'],
    [
      '{ responsibility: 4 }, ',
      '{ responsible: 4 }, ',
      'expected one of class, responsibility, function, article, own, object, project, skip, found "responsible".',
    ],
    ['{ object: 3 } ]', '{ article: 3 } ]', '"article" stands twice in the account string.'],
    ['income: negative', 'income: minus', 'expected one of negative, positive, found "minus".'],
    [
      'amount: Beløp',
      'amount: Beløp, debit: D, credit: K',
      '"amount" is missing. Name the column of amounts, or both of debit and credit, not all of them.',
    ],
    ['quantity: minutter, ', '', '"quantity" is missing. Name the column that holds the quantity.'],
    [
      '"Hjemmesykepleie": home-nursing',
      '"Hjemmesykepleie": home-nurse',
      'no service "home-nurse". Did you mean "home-nursing"?',
    ],
    [
      'units: data/units.csv',
      'units: data/unit.csv',
      'cannot read the table "data/unit.csv". Paths are relative to the folder of the model file.',
    ],
    ['everyone: [sjosiden', 'everyone: [sjøsiden', 'no unit "sjøsiden". Did you mean "sjosiden"?'],
    ['everyone: [', 'support: [', '"support" is a group that every model has. Give the group another name.'],
    ['everyone: [', 'solvang: [', '"solvang" is the name of a unit. Give the group another name.'],
    [
      'practical-assistance: { measure: hour,',
      'practical-assistance: {',
      '"measure" is missing. Say what the service is counted in, such as "measure: hour", or write "open: true".',
    ],
    [
      'measure: hour, group: home-care }',
      'measure: hours, group: home-care }',
      '"hours" is not a measure. Write "measure: hour".',
    ],
    ['dementia: 1.18', 'dementia: 0', 'expected a weight above 0, found "0".'],
    [
      'care-at-home:',
      'home-nursing:',
      '"home-nursing" is both a service and a group of services. Give one of them another name.',
    ],
    [
      'articles: 010-480',
      'articles: 010-48',
      'expected codes such as 010-099, 270 or 47*, found "010-48 590 710". Both ends of a range have the same length.',
    ],
    [
      'step-down: [it, kitchen]',
      'step-down: [it, solvang]',
      'the order leaves out the support unit kitchen. Name every support unit, in the order in which they close.',
    ],
    [
      'step-down: [it, kitchen]',
      'step-down: [it, kitchen, solvang]',
      'expected a support unit ("solvang" is a provider), found "solvang".',
    ],
    ['volumes: delivered', 'volumes: granted', 'no source holds granted volumes. Sources hold: delivered.'],
    ['follows: care-wages', 'follows: care-wage', 'no pool "care-wage". Did you mean "care-wages"?'],
    [
      'follows: care-wages',
      'follows: refunds',
      'pools follow each other in a circle: refunds → refunds. Let one of them go somewhere itself.',
    ],
    [
      'units: providers,',
      'units: provider,',
      'no unit or group of units "provider". Did you mean "providers"?',
    ],
    [
      'to: own services }\n    - patrol',
      'to: own service }\n    - patrol',
      '"to" names "own service", which is no service, unit or group. Did you mean "own services"?',
    ],
    [
      'to: own activities',
      'to: travel',
      '"travel" is an activity, which every unit has for itself. Write "own travel".',
    ],
    [
      'to: [home-nursing, practical-assistance]',
      'to: [home-nursing, kitchen]',
      'a list under "to" holds either units, services, own services or own activities. Send the cost to one kind; let units pass it on by a rule under "centres".',
    ],
    ['concept: AGD4', 'concept: AGD5', 'no concept "AGD5". Did you mean "AGD3"?'],
    [
      'answers: purchaser',
      'answers: politicians',
      'expected one of provider, purchaser, central, found "politicians".',
    ],
    [
      'answers: central, to: own unit',
      'to: own unit',
      '"answers" is missing. Say whose money it is: "answers: provider", "purchaser" or "central".',
    ],
    [
      'driver: equal, to: day-centre',
      'to: day-centre',
      '"driver" is missing. Say what the cost is shared by: "driver: volumes", or one that you declare under "drivers".',
    ],
    [
      'park: not yet placed',
      'park: x, to: own unit',
      'expected exactly one of to, follows, park, not-costed, external, financing, found to and park: where does the cost go? Write "to: home-care" with a driver, "follows: wages", "park: reason" or "not-costed: name".',
    ],
    [
      '- rest: {',
      '- rest: { function: 1*,',
      'no pool takes the rest. End the pools with "- rest: { park: not yet placed }".',
    ],
    [
      '- state: { function: 850, ',
      '- state: { ',
      '"finance" is never reached: "state" above takes everything. Put the pool without tests last.',
    ],
    [
      '- state:',
      '- cars:',
      `"cars" stands already in line ${line('- cars:')}. Give one of them another name.`,
    ],
    [
      '- kitchen: { driver: portions',
      '- kitchn: { driver: portions',
      'no unit or group of units "kitchn". Did you mean "kitchen"?',
    ],
    [
      'driver: fte, to: [providers, kitchen]',
      'driver: fte, to: own unit',
      'cost is passed on to units or services; it cannot stay or leave the price here. Name a unit, a service or a group, or "own services".',
    ],
    [
      'column: fte, source',
      'column: ftes, source',
      'no numeric column of the units "ftes". Did you mean "fte"?',
    ],
    [
      'sjosiden: 38 %',
      'sjosiden: 37 %',
      'the shares sum to 99.00 %, not 100 %. Write shares that sum to 100 %; thirds may be written 1/3.',
    ],
    [
      'sjosiden: 38 %',
      'sjosiden: 138 %',
      'expected a share from 0 to 100 %, such as 38 %, 0.38 or 1/3, found "138 %".',
    ],
    [
      'amount: [care-wages]',
      'amount: [patrol]',
      'drivers are made of amounts that they share themselves: it-use → it-use. Make one of them of other pools.',
    ],
    [
      'amount: [care-wages]',
      'amount: [care-wages], column: fte',
      'expected exactly one of column, table, shares, minutes, amount in the driver "it-use", found 2.',
    ],
    ['ordinary: 290', 'ordinry: 290', 'no level of nursing-home "ordinry". Did you mean "ordinary"?'],
    ['unused: unit', 'round-too: 1', 'prices has no key "round-too". Did you mean "round-to"?'],
    ['round-to: 10 øre', 'round-to: 10', 'expected an amount such as 1 kr or 10 øre, found "10".'],
    ['base: [patrol]', 'base: [patroll]', 'no pool "patroll". Did you mean "patrol"?'],
    [
      'services: home-care, units',
      'services: solvang, units',
      'expected services or a group of services, found "solvang".',
    ],
    [
      'wages: 4.2 %',
      'wages: 4.2',
      'expected a percentage such as 4.2 %, found "4.2". Write 4.2 % if that is meant.',
    ],
    ['wages: 4.2 %', 'wages: -142 %', 'expected a growth that is not below −100 %, found "-142 %".'],
    ['wages: 4.2 %', 'wages: 4,2 %', 'a comma ends an entry within { }. Write 4.2 % or "4,2 %".'],
    ['goods: 3.0 %', 'godos: 3.0 %', 'no nature "godos". Did you mean "goods"?'],
    ['2026: {', 'next: {', 'expected a year as key of growth, such as 2026, found "next".'],
    ['weeks-per-month: 4', 'weeks-per-month: 0', 'expected weeks per month above 0, found "0".'],
    ['week-rule:', 'weekrule:', 'the model has no key "weekrule". Did you mean "week-rule"?'],
  ])('%s → %s', async (from, to, expected) => {
    const found = await messages(from, to);
    const places = found.filter((text) => text.endsWith(expected));
    expect(found.length > 0 ? places : found).toHaveLength(1);
    expect(places[0]).toMatch(/^innsats\.yaml:\d+:\d+: /);
  });

  it.each<[string, string]>([
    ['  day-centre: { open', '  day/centre: { open'],
    ['  day-centre: { open', '  "day|centre": { open'],
    ['levels: { ordinary: 1.00', 'levels: { ord/inary: 1.00'],
    ['- finance: {', '- fin/ance: {'],
    ['- finance: {', '- "fin|ance": {'],
    ['- travel: {', '- tra/vel: {'],
    ['nature: goods, to: it', 'nature: goods|it, to: it'],
  ])('names hold none of the signs that keys join them by: %s → %s', async (from, to) => {
    const name = /[\w-]+[/|][\w-]+/.exec(to)?.[0];
    expect(await messages(from, to)).toContainEqual(
      expect.stringMatching(
        new RegExp(
          `^innsats\\.yaml:\\d+:\\d+: "${name?.replace('|', '\\|')}" cannot be a name\\. Use letters`,
        ),
      ),
    );
  });

  it.each(['so/lvang', 'so|lvang', 'own solvang', 'not-in-price'])('a unit is not called %s', async (id) => {
    const units = SAMPLE_UNITS.replace('kitchen;', `${id};`);
    const { findings } = await read(SAMPLE_MODEL, { 'data/units.csv': units });
    expect(findings.map(describeFinding)).toContain(
      `data/units.csv, row 5, column id: "${id}" cannot be an id. Use letters, digits, spaces, "-", "." and "_".`,
    );
  });

  it('says the line and column', async () => {
    expect(await messages('driver: kilometres', 'driver: kilometers')).toContain(
      `innsats.yaml:${line('- cars')}:77: no driver "kilometers". Did you mean "kilometres"?`,
    );
  });

  it('says everything at once, in order of file and place', async () => {
    const text = SAMPLE_MODEL.replace('country: NO', 'country: N')
      .replace('driver: kilometres', 'driver: kilometers')
      .replace('follows: care-wages', 'follows: refunds')
      .replace('wages: 4.2 %', 'wages: much');
    const { model, findings } = await read(text, { 'data/portions.csv': 'unit;quantity\nnowhere;x\n' });
    expect(model).toBeUndefined();
    expect(findings.map(({ rule }) => rule)).toEqual([
      'model/table',
      'model/unknown-name',
      'model/expected',
      'model/unknown-name',
      'model/cycle',
      'model/expected',
    ]);
  });
});

it.each([
  ['10 øre', 10n],
  ['1 kr', 100n],
  ['0,50 kr', 50n],
  ['0.5 kroner', 50n],
  ['1 000 kr', 100_000n],
])('prices are rounded to %s', async (text, expected) => {
  const { model } = await read(SAMPLE_MODEL.replace('round-to: 10 øre', `round-to: ${text}`));
  expect(model?.pricing.roundToOre).toBe(expected);
});

it('a group without members is told of', async () => {
  const units = SAMPLE_UNITS.replace('office;Purchaser unit;purchaser', 'office;Office;provider');
  const text = SAMPLE_MODEL.replace('to: [providers, kitchen]', 'to: purchasers');
  const { model, findings } = await read(text, { 'data/units.csv': units });
  expect(findings.map(({ message }) => message)).toEqual([
    '"purchasers" holds nothing in this model: what goes there would be parked.',
  ]);
  expect(model).toBeDefined();
});

describe('sections that are missing', () => {
  it.each(['municipality', 'years', 'sources', 'services', 'costing'])('%s', async (section) => {
    const without = SAMPLE_MODEL.replace(new RegExp(`^${section}:.*\\n(?: .*\\n)*`, 'm'), '');
    const { findings } = await read(without);
    expect(findings.map(({ message }) => message)).toContain(`"${section}" is missing.`);
  });

  it('unused capacity that no one pays for', async () => {
    const found = await messages('  unused: unit\n', '');
    expect(found).toEqual([
      `innsats.yaml:${line('paid-time:\n')}:5: "paid-time" has a capacity, and nothing says who pays for what is not used. Write "prices: { unused: price }" (or unit, or purchaser).`,
    ]);
  });

  it('which volumes divide cost, where there are several states', async () => {
    const second =
      '    - { read: table, kind: granted, files: g.csv, columns: { service: s, quantity: q } }\nunits: data';
    const text = SAMPLE_MODEL.replace('  volumes: delivered\n', '').replace('units: data', second);
    const { findings } = await read(text);
    expect(findings.map(({ remedy }) => remedy)).toEqual([
      'Sources hold granted and delivered volumes: say which share and divide cost.',
    ]);
  });

  it('natures, where none are ready-made', async () => {
    const text = SAMPLE_MODEL.replace('country: NO', 'country: SE')
      .replace('cost: 2025', 'cost: 2012')
      .replace(/ {2}natures: .*\n/, '')
      .replace('concept: AGD4, ', '');
    const { findings } = await read(text);
    expect(findings.map(({ message }) => message)).toContain(
      'no natures are ready-made for SE in 2012, and the pool "cars" states none.',
    );
  });
});

describe('where cost would not get through', () => {
  it.each<[string, string, string, string]>([
    [
      'to: [providers, kitchen]',
      'to: all units',
      'warning',
      '"it" sends cost to office, which nothing under "centres" hands on: it would be parked there.',
    ],
    [
      'to: home-care-units',
      'to: sjosiden',
      'warning',
      '"kilometres" gives a share to innlandet, which "cars" does not go to: the others would take it over.',
    ],
    [
      'to: home-care-units',
      'to: solvang',
      'error',
      '"kilometres" shares between sjosiden, innlandet, and "cars" goes to none of them: it would be parked.',
    ],
    [
      'driver: it-use, to: [home-nursing, practical-assistance]',
      'driver: volumes, to: [home-nursing, nursing-home]',
      'error',
      '"patrol" would add volumes in different measures: day, hour.',
    ],
    [
      'driver: equal, to: day-centre',
      'driver: volumes, to: day-centre',
      'error',
      '"day" is shared by volume, and open services have none.',
    ],
    [
      'function: 234',
      'function: [234, 254]',
      'warning',
      '"day" looks for function 254, which ended with 2023; the costs are of 2025.',
    ],
    [
      'answers: provider, driver: it-use',
      'answers: central, driver: it-use',
      'warning',
      '"patrol" is to be paid as base grant, and central answers for it: only what providers answer for is paid.',
    ],
  ])('%s → %s', async (from, to, severity, expected) => {
    expect(SAMPLE_MODEL).toContain(from);
    const { model, findings } = await read(SAMPLE_MODEL.replace(from, to));
    const told = findings.filter(({ severity: each }) => each !== 'note');
    expect(told.map((finding) => [finding.severity, finding.message])).toEqual([[severity, expected]]);
    expect(model === undefined).toBe(severity === 'error');
  });
});

describe('254 ÷ hours is no unit price', () => {
  const pool = (test: string, to: string) =>
    messages(
      '    - patrol:',
      `    - home: { ${test}, answers: provider, driver: volumes, to: ${to} }\n    - patrol:`,
    );

  it.each<[string, string, boolean]>([
    ['function: 254', 'home-nursing', true],
    ['function: [253, 254], concept: AGD4', 'home-nursing', true],
    ['function: 200-299, article: 010-099', 'home-care', false],
    ['function: 254, responsibility: 4710', 'home-nursing', false],
    ['function: 254, units: providers', 'own home-nursing', false],
    ['function: 254, object: 100', 'home-nursing', false],
    ['function: 254', 'nursing-home', false],
    ['function: 258', 'home-nursing', false],
  ])('%s to %s: %s', async (test, to, refused) => {
    const found = await pool(test, to);
    expect(found.some((text) => text.includes('254 holds personal assistance, staffed housing'))).toBe(
      refused,
    );
  });

  it('a series of functions holds it until 2023', async () => {
    const pool =
      '    - home: { function: 200-299, answers: provider, driver: volumes, to: home-care }\n    - patrol:';
    const text = SAMPLE_MODEL.replace('cost: 2025', 'cost: 2023').replace('    - patrol:', pool);
    const { findings } = await read(text);
    expect(findings.map(({ rule }) => rule)).toEqual(['model/254-per-hour']);
  });
});

describe('tables', () => {
  it.each<[string, string, string, string]>([
    [
      'units',
      'sjosiden;Sjøsiden home care;provider',
      'sjosiden;Sjøsiden;supplier',
      'row 2, column kind: expected one of provider, support, purchaser, found "supplier".',
    ],
    [
      'units',
      '4720-4729',
      '4719-4729',
      'row 3, column responsibilities: 4719-4729 of "innlandet" and 4710-4719 of "sjosiden" (row 2) overlap. Give every responsibility to one unit.',
    ],
    [
      'units',
      '4720-4729',
      '47*',
      'row 3, column responsibilities: 47* of "innlandet" and 4710-4719 of "sjosiden" (row 2) overlap. Give every responsibility to one unit.',
    ],
    [
      'units',
      'own;home-care-units;4710',
      'own;support;4710',
      'row 2, column groups: "support" is a group that every model has. Give the group another name.',
    ],
    [
      'units',
      'own;home-care-units;4710',
      'own;kitchen;4710',
      'row 2, column groups: "kitchen" is the id of a unit. Give the group another name.',
    ],
    [
      'units',
      '4910',
      '49-10',
      'row 5, column responsibilities: "49-10" are no responsibilities. Write 4710-4719 4725 or 47*.',
    ],
    [
      'units',
      'innlandet;Inn',
      'sjosiden;Inn',
      'row 3, column id: the unit "sjosiden" stands already in row 2.',
    ],
    [
      'units',
      ';;600;19',
      ';;600;nineteen',
      'row 5, column fte: "nineteen" is not a number. Write 1234,5 or 1234.5.',
    ],
    [
      'units',
      ';;90;6',
      ';;90',
      'row 6: the row has 9 cells, the header 10. Give every row a cell for each column.',
    ],
    ['units', '4920;;', '4920;kitchn;', 'row 6, column parent: no unit "kitchn". Did you mean "kitchen"?'],
    ['units', '4920;;', '4920;it;', 'row 6, column parent: "it" is above itself: it → it.'],
    [
      'units',
      'id;name',
      'ident;name',
      'row 1: the table of units has no column "id". Columns: id, name, kind, provision, groups, responsibilities, parent, and numbers.',
    ],
    ['units', 'area;fte', 'area;area', 'row 1, column area: the column "area" stands twice.'],
    [
      'units',
      'Kitchen;',
      '"Kitchen;',
      'row 5: a quotation mark is not closed, or stands inside a cell. Put the whole cell in "…", and write " as "".',
    ],
    ['portions', 'solvang', 'solvagn', 'row 2, column unit: no unit "solvagn". Did you mean "solvang"?'],
    [
      'portions',
      '3000',
      '-3000',
      'row 3, column quantity: a quantity to share by cannot be negative. Correct it, or say "negative: zero" or "negative: magnitude" at the driver.',
    ],
    ['portions', '3000', '3 00', 'row 3, column quantity: "3 00" is not a number. Write 1234,5 or 1234.5.'],
    [
      'portions',
      '120 000',
      '1.200',
      'row 2, column quantity: "1.200" may be read in two ways. Write numbers without marks between thousands.',
    ],
    [
      'portions',
      'kitchen;sjosiden',
      'kitchen;solvang',
      'row 3, column quantity: the same is said already in row 2. Keep one of the two rows.',
    ],
    [
      'portions',
      ';quantity',
      ';number',
      'row 1: the table has no column "quantity". Columns: from, unit, service, activity, level, quantity.',
    ],
    ['portions', 'unit;', 'untis;', 'row 1: no column "untis" is known here. Did you mean "unit"?'],
  ])('%s.csv: %s → %s', async (name, from, to, expected) => {
    const text = name === 'units' ? SAMPLE_UNITS : SAMPLE_PORTIONS;
    expect(text).toContain(from);
    const file = `data/${name}.csv`;
    const { findings, model } = await read(SAMPLE_MODEL, { [file]: text.replace(from, to) });
    expect(model).toBeUndefined();
    expect(findings.map(describeFinding)).toContain(`${file}, ${expected}`);
  });

  it.each(['', '\n', '\ufeff', ';;;'])('an empty table %j', async (text) => {
    const { findings } = await read(SAMPLE_MODEL, { 'data/units.csv': text });
    expect(findings.map(describeFinding)).toContain(
      'data/units.csv, row 1: the table is empty. Row 1 names the columns.',
    );
  });
});

describe('files that are no YAML', () => {
  const BROKEN: [string, string][] = [
    ['a: [1, 2', 'innsats.yaml:1:9'],
    ['a: b: c', 'innsats.yaml:1:4'],
    ['\tx: 1', 'innsats.yaml:1:1'],
    ['a: "x', 'innsats.yaml:1:'],
    ['a: *b', 'innsats.yaml:1:'],
    ['a: 1\n---\nb: 2', 'innsats.yaml:2:1'],
    ['? [a]\n: b', 'innsats.yaml:1:'],
    ['', 'innsats.yaml:1:1: the model is empty'],
    ['# nothing', 'innsats.yaml:1:'],
    ['- a', 'innsats.yaml:1:1'],
    ['just text', 'innsats.yaml:1:1'],
    ['years: 1\nyears: 2\n', 'innsats.yaml:2:1: this key stands twice in the same place.'],
    ['a: &a [*a]', 'innsats.yaml:1:'],
    ['['.repeat(20_000), 'innsats.yaml:1:'],
    ['{a: '.repeat(5_000), 'innsats.yaml:1:'],
    ['- '.repeat(5_000), 'innsats.yaml:1:'],
  ];
  it.each(BROKEN.map(([text, expected]) => [text.slice(0, 40), text, expected] as const))(
    '%j',
    async (_, text, expected) => {
      const { model, findings } = await read(text);
      expect(model).toBeUndefined();
      expect(findings.map(describeFinding).some((message) => message.startsWith(expected))).toBe(true);
    },
  );

  it('indented with tabs, told once', async () => {
    const { findings } = await read('municipality:\n\tid: "1"\n\tname: x\nyears:\n\tcost: 2025\n');
    expect(findings.map(describeFinding)).toEqual([
      'innsats.yaml:2:1: lines are indented with tabs. Write spaces, here and below: most editors can turn all tabs into spaces at once.',
    ]);
  });

  it('another encoding', async () => {
    const latin = Uint8Array.from('years: 1\nname: Fjordgløtt', (letter) => letter.charCodeAt(0));
    const { findings } = await read(latin);
    expect(findings.map(describeFinding)).toEqual([
      'innsats.yaml:2:1: the file is not in UTF-8. Save it again as UTF-8.',
    ]);
  });

  it('a file that is not there', async () => {
    const { findings } = await readModel('/nowhere/innsats.yaml');
    expect(findings.map(describeFinding)).toEqual([
      'innsats.yaml:1:1: cannot read the model file. Run "innsats init" to make one.',
    ]);
  });
});
