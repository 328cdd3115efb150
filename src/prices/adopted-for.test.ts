// Which files of prices/ a year is followed by, and what is told of those that cannot be used.

import { describe, expect, it } from 'vitest';
import { AT, handMadeModel, service } from '../../test/support/hand-made-model.ts';
import { describeFinding } from '../findings/finding.ts';
import type { FundingModel } from '../model/financing.ts';
import type { Model } from '../model/model.ts';
import { fraction, ONE } from '../money/fraction.ts';
import type { BaseYear } from '../tables/financing.ts';
import type { PriceList } from '../tables/prices.ts';
import { adoptedFor } from './adopted-for.ts';
import { adoptedName, adoptionFiles, parseAdoptedName } from './adoption-files.ts';

const nursing = service('nursing', 'hour');
const funding = (name: string, rest: Partial<FundingModel> = {}): FundingModel => ({
  ...{ name, kind: 'activity', applies: [], at: AT, ...rest },
});
/** activity is in force; average has price rules of its own, plain has not. */
const model: Model = {
  ...handMadeModel({ units: [], services: [nursing], pools: [] }),
  financing: {
    year: 2026,
    frame: { heldBy: 'unit', from: 'budget', periodise: 'twelfths', changes: [] },
    volumes: [],
    natures: { wages: ['wages'], income: [], fixed: [] },
    mixGroups: new Map(),
    actualGrowth: new Map(),
    models: [funding('average', { prices: { supplements: [] } }), funding('activity'), funding('plain')],
    inForce: 'activity',
    at: AT,
  },
};
const list = (ore: bigint, priceYear = 2026, measure = 'hour'): PriceList => ({
  ...{ costYear: 2025, priceYear, baseGrants: [], supplements: [] },
  prices: [
    {
      ...{ kind: 'financing', service: 'nursing', level: '', measure, parts: [], volumeParts: 1n },
      ...{
        supplementsPerMeasure: fraction(0n),
        exact: fraction(ore),
        publishedOre: ore,
        roundingEffectOre: 0n,
      },
    },
  ],
});
const ownYear = (costOre: bigint): BaseYear => ({
  costs: [
    { unit: 'a', service: 'nursing', level: '', nature: 'wages', paidAs: 'price', costOre, growth: ONE },
  ],
  volumes: [],
});
const DECISION = { date: '2025-12-11', run: 'r1', services: [nursing] };
type Files = [name: string, text: string][];
const adopted = (ore: bigint, more: { from?: string; model?: string } = {}): Files =>
  adoptionFiles(list(ore), ownYear(ore), { ...DECISION, ...more }).map(({ name, text }) => [name, text]);

const told = (files: Files) => {
  const { prices, findings } = adoptedFor(model, new Map(files));
  return {
    prices: prices.map(({ model: name, periods, base }) => [
      name,
      ...periods.map(({ fromMonth, prices: { prices: all } }) => `${fromMonth}: ${all[0]!.publishedOre}`),
      `own ${base.costs[0]?.costOre}`,
    ]),
    findings: findings.map(describeFinding),
  };
};

it('the names of files tell year, model and month', () => {
  for (const [name, of] of [
    ['2026', { year: 2026 }],
    ['2026-from-07', { year: 2026, fromMonth: 7 }],
    ['2026-average-2026', { year: 2026, model: 'average-2026' }],
    ['2026-average-from-11', { year: 2026, model: 'average', fromMonth: 11 }],
  ] as const) {
    expect(parseAdoptedName(name)).toEqual(of);
    expect(adoptedName(of)).toBe(name);
  }
  expect([parseAdoptedName('plan'), parseAdoptedName('26')]).toEqual([undefined, undefined]);
  expect(adopted(1n, { from: '2026-07', model: 'average' }).map(([name]) => name)).toEqual([
    '2026-average-from-07.yaml',
    '2026-average-from-07-own-year.csv',
  ]);
});

it('the model in force comes first, each with its own year and later decisions', () => {
  const files = [
    ...adopted(800n, { from: '2026-07' }),
    ...adopted(700n),
    ...adopted(900n, { model: 'average' }),
    ...adopted(950n, { model: 'average', from: '2026-02' }),
  ];
  expect(told(files)).toEqual({
    prices: [
      ['activity', '1: 700', '7: 800', 'own 700'],
      ['average', '1: 900', '2: 950', 'own 900'],
    ],
    findings: [],
  });
});

it('a price that a hand has changed is used, and told beside the exact one', () => {
  const byHand = adopted(71_000n).map(([name, text]): Files[number] => [
    name,
    name.endsWith('.yaml') ? text.replace('710.00', '745.00') : text,
  ]);
  expect(told(byHand)).toEqual({
    prices: [['activity', '1: 74500', 'own 71000']],
    findings: [
      'prices/2026.yaml, nursing: the price of nursing is 745.00 kr, and the exact price beside it is 710.00 kr. Adopt the prices again; where another price was decided, accept this in accepted.yaml.',
    ],
  });
});

it('nothing is told of years that are not followed, or of files that are no price lists', () => {
  expect(
    told([['2025.yaml', 'x'], ['2027-other.yaml', 'x'], ['README.md', 'x'], ...adopted(1n)]).findings,
  ).toEqual([]);
  expect(told([])).toEqual({ prices: [], findings: [] });
  expect(adoptedFor(handMadeModel({ units: [], services: [], pools: [] }), new Map(adopted(1n)))).toEqual({
    prices: [],
    findings: [],
  });
});

describe('told and left out', () => {
  const renamed = (files: Files, from: string, to: string): Files =>
    files.map(([name, text]) => [name.replace(from, to), text]);
  const ofYear = (year: number, measure = 'hour'): Files =>
    adoptionFiles(list(1n, year, measure), ownYear(1n), DECISION).map(({ name, text }) => [
      name.replace(String(year), '2026'),
      text,
    ]);
  it.each([
    [
      'prices of another year under this year’s name',
      ofYear(2025),
      [],
      'prices/2026.yaml: the file holds prices of 2025, and its name says 2026. Adopt prices of the right year, or rename the file.',
    ],
    [
      'a later decision that says it is none',
      [...adopted(1n), ...renamed(adopted(2n), '2026', '2026-from-07')],
      [],
      'prices/2026-from-07.yaml: the prices hold from New Year, and the name of the file says 2026-07. Adopt them again for that month, or rename the file.',
    ],
    [
      'one of another month',
      [...adopted(1n), ...renamed(adopted(2n, { from: '2026-07' }), '07', '08')],
      [],
      'prices/2026-from-08.yaml: the prices hold from 2026-07, and the name of the file says 2026-08. Adopt them again for that month, or rename the file.',
    ],
    [
      'one from January',
      [...adopted(1n), ...adopted(2n, { from: '2026-01' })],
      [],
      'prices/2026-from-01.yaml: prices of a later decision hold from a month between 02 and 12. Name the file 2026-from-07.yaml, say, or without "-from-" where they hold from New Year.',
    ],
    [
      'a later decision alone',
      adopted(1n, { from: '2026-07' }),
      [],
      'prices/2026-from-07.yaml: these prices were decided during the year, and there are none that hold from New Year. Adopt those of New Year as well: 2026.yaml.',
    ],
    [
      'no own year',
      adopted(1n).slice(0, 1),
      [['activity', '1: 1', 'own undefined']],
      'prices/2026-own-year.csv: what each unit’s own cost year was made of is not beside the prices: efficiency variances cannot be explained. Adopt the prices again, which writes it.',
    ],
    [
      'prices of nobody',
      [...adopted(1n), ...adopted(2n, { model: 'averge' })],
      [['activity', '1: 1', 'own 1']],
      'prices/2026-averge.yaml: no funding model is called "averge", so these prices are nobody’s. Did you mean "average"?',
    ],
    [
      'prices of the model in force under its name',
      [...adopted(1n), ...adopted(2n, { model: 'activity' })],
      [['activity', '1: 1', 'own 1']],
      'prices/2026-activity.yaml: "activity" is in force and is paid by the prices in force, not by these. Adopt them as the prices in force, or take the file away.',
    ],
    [
      'prices of a model without price rules',
      [...adopted(1n), ...adopted(2n, { model: 'plain' })],
      [['activity', '1: 1', 'own 1']],
      'prices/2026-plain.yaml: "plain" has no price rules of its own and is paid by the prices in force, not by these. Give it price rules under financing: models, or take the file away.',
    ],
    [
      'a price per another measure',
      ofYear(2026, 'day'),
      [],
      'prices/2026.yaml: the price of nursing is per day, and the model counts it in hour. Adopt the prices again, or give the service the measure that they were decided for.',
    ],
  ] as const)('%s', (_, files, prices, finding) => {
    const found = told(files as Files);
    expect(found.prices).toEqual(prices);
    expect(found.findings.map((text) => text.replaceAll(/, nursing(?=:)/g, ''))).toEqual([finding]);
  });

  it('files that cannot be read, with their lines', () => {
    const [[yaml, text], [csv, table]] = adopted(1n) as [Files[0], Files[0]];
    const broken = told([
      [yaml, text.replace('exact: 1/1', 'exact: one')],
      [csv, table],
    ]);
    expect(broken.prices).toEqual([]);
    expect(broken.findings[0]).toMatch(/^prices\/2026\.yaml:12:12: exact/);
    const wrongTable = told([
      [yaml, text],
      [csv, table.replace('wages', '')],
    ]);
    expect(wrongTable.findings).toEqual([
      'prices/2026-own-year.csv, row 2, column nature: the nature is missing. Name it as the model does, such as wages.',
    ]);
  });
});
