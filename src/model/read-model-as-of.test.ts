// A model read as of another year than its cost year: units and concepts of that year, and no complaint about it that
// belongs to the cost year.

import { describe, expect, it } from 'vitest';
import { SAMPLE_MODEL, SAMPLE_UNITS, writeSample } from '../../test/support/sample-model.ts';
import { describeFinding } from '../findings/finding.ts';
import { conceptsFor } from './concepts-for.ts';
import { type ModelReading, readModel } from './read-model.ts';

const HEAD = 'id;name;kind;groups;responsibilities;fte;from;to;successor\n';
/** Of 2025: sjosiden and it. Of 2026: coast, in a group of its own, and data, which supports beside kitchen. */
const DATED = `${HEAD}solvang;Solvang;provider;institutions;4810-4819;78;;;
innlandet;Innlandet;provider;home-care-units;4720-4729;48;;;
sjosiden;Sjøsiden;provider;home-care-units old-units;4710-4719;78;;2025-12-31;coast
coast;Kysten;provider;home-care-units new-units;4710-4719;80;2026-01-01;;
kitchen;Kitchen;support;;4910;19;;;
it;IT;support;;4920;6;;2025-12-31;data
data;Data;support;;4920;7;2026-01-01;;
office;Office;purchaser;;4700;15;;;
`;

const read = (text: string, asOf?: number, units = DATED): Promise<ModelReading> =>
  readModel(writeSample(text, { 'data/units.csv': units }), asOf === undefined ? {} : { asOf });
const idsOf = ({ model }: ModelReading): string[] => model?.units.map(({ id }) => id) ?? [];

describe('as of another year', () => {
  it('the units are those of that year, and the default is the cost year', async () => {
    const now = await read(SAMPLE_MODEL);
    expect(now.findings.map(describeFinding)).toEqual([]);
    expect(idsOf(now)).toEqual(['innlandet', 'it', 'kitchen', 'office', 'sjosiden', 'solvang']);
    const later = await read(SAMPLE_MODEL, 2026);
    expect(later.findings.map(describeFinding)).toEqual([]);
    expect(idsOf(later)).toEqual(['coast', 'data', 'innlandet', 'kitchen', 'office', 'solvang']);
    expect(later.model?.years).toEqual({ cost: 2026, price: 2026 });
    expect(later.model?.organisation?.holdings).toEqual(now.model?.organisation?.holdings);
  });

  it('the cost year itself is the default', async () => {
    expect(await read(SAMPLE_MODEL, 2025)).toEqual(await read(SAMPLE_MODEL));
  });

  it('groups are of those who are there', async () => {
    const poolsOf = async (asOf?: number) => {
      const text = SAMPLE_MODEL.replace(
        'to: home-care-units }',
        'to: home-care-units, units: [old-units, new-units] }',
      );
      return (await read(text, asOf)).model?.costing.pools[0];
    };
    expect(await poolsOf()).toMatchObject({
      units: ['sjosiden'],
      goes: { to: { units: ['innlandet', 'sjosiden'] } },
    });
    expect(await poolsOf(2026)).toMatchObject({
      units: ['coast'],
      goes: { to: { units: ['coast', 'innlandet'] } },
    });
  });

  it('concepts are those that hold in it', async () => {
    const text = SAMPLE_MODEL.replace('cost: 2025, price: 2026', 'cost: 2019, price: 2020').replace(
      '2026: {',
      '2020: {',
    );
    const agd4 = async (asOf?: number) =>
      conceptsFor((await read(text, asOf, SAMPLE_UNITS)).model!).find(({ name }) => name === 'AGD4')?.years;
    expect(await agd4()).toEqual({ to: 2019 });
    expect(await agd4(2020)).toEqual({ from: 2020 });
  });

  it('as organised now, the units are those of the model’s last year in both, and stand in the same places', async () => {
    const text = SAMPLE_MODEL.replace('volumes: delivered', 'volumes: delivered\n  organisation: now')
      .replace('units: providers, answers', 'units: [sjosiden, innlandet], answers')
      .replace('step-down: [it, kitchen]', 'step-down: [data, kitchen]');
    const now = await read(text);
    const later = await read(text, 2026);
    expect(idsOf(later)).toEqual(idsOf(now));
    expect(later.model?.costing).toEqual(now.model?.costing);
    expect(later.model?.costing.pools[2]?.units).toEqual(['coast', 'innlandet']);
  });

  it('a unit that is wrong in that year refuses it', async () => {
    const units = DATED.replace(
      'office;Office',
      'coast;Coast again;provider;;4799;1;2026-03-01;;\noffice;Office',
    );
    const { model, findings } = await read(SAMPLE_MODEL, 2026, units);
    expect(model).toBeUndefined();
    expect(findings.map(describeFinding)).toContainEqual(
      expect.stringContaining('the unit "coast" stands already'),
    );
  });
});

describe('what belongs to the cost year is not told of another', () => {
  it.each<[string, string, string]>([
    [
      'the order of a step-down method names its support units',
      'step-down: [it, kitchen]',
      'step-down: [kitchen, it]',
    ],
    ['cost goes to a group that only it has', 'to: home-care-units }', 'to: old-units }'],
    [
      'a centre is of units that only it has',
      '- kitchen: { driver: portions',
      '- sjosiden: { driver: portions',
    ],
    ['shares are of units that only it has', 'sjosiden: 38 %, innlandet: 62 %', 'sjosiden: 100 %'],
    ['a function ended with it', 'function: 234', 'function: [234, 254]'],
    [
      'a whole function 254 by hours',
      '- patrol:',
      '- home: { function: 254, answers: provider, driver: volumes, to: home-nursing }\n    - patrol:',
    ],
    ['growth has no source', ', source: national budget 2026', ''],
    ['a driver shares nothing', 'driver: fte, to', 'driver: equal, to'],
    [
      'cost reaches a unit that hands nothing on',
      'to: [providers, kitchen]',
      'to: [providers, kitchen, office]',
    ],
  ])('%s', async (_, from, to) => {
    if (!SAMPLE_MODEL.includes(from)) throw new Error(`the sample does not hold "${from}"`);
    const { model, findings } = await read(SAMPLE_MODEL.replace(from, to), 2026);
    expect(findings.map(describeFinding)).toEqual([]);
    expect(model).toBeDefined();
  });

  it('what changes within that year is', async () => {
    const units = DATED.replace('80;2026-01-01;;', '80;2026-01-01;2026-06-30;').replace(
      'kitchen;K',
      'coast;Kysten;provider;new-units;4710-4719;80;2026-07-01;;\nkitchen;K',
    );
    expect((await read(SAMPLE_MODEL, undefined, units)).findings).toEqual([]);
    expect((await read(SAMPLE_MODEL, 2026, units)).findings.map(({ rule }) => rule)).toEqual([
      'model/changes-within-the-year',
    ]);
  });

  it.each([
    ['kind', 'support;own;one', 'pools and drivers take it'],
    ['groups', 'provider;own;two', 'pools and drivers take it'],
    ['provision', 'provider;private;one', 'it is taken'],
    ['purchaser', 'provider;own;one', 'it is taken', 'office'],
  ])('another %s within it is told', async (column, later, taken, purchaser = '') => {
    const units = `id;name;kind;provision;groups;responsibilities;purchaser;area;from;to
sosiden;S;provider;own;one;4710-4719;;80;;2026-06-30
sosiden;S;${later};4710-4719;${purchaser};80;2026-07-01;
office;O;purchaser;own;;4100;;10;;
`;
    const { findings } = await read(SAMPLE_MODEL, 2026, units);
    const told = findings.filter(({ rule }) => rule === 'model/changes-within-the-year');
    expect(told.map(({ message, where }) => [message, where.row])).toEqual([
      [
        `the unit "sosiden" changes its ${column} within the year; ${taken} for the whole year as it is in the end.`,
        3,
      ],
    ]);
  });

  it.each<[string, string, string]>([
    ['a circle of pools', 'follows: care-wages', 'follows: refunds'],
    ['a name that is nowhere', 'driver: kilometres', 'driver: kilometers'],
    ['a pool that takes no rest', '- rest: {', '- rest: { function: 1*,'],
  ])('%s refuses any year', async (_, from, to) => {
    const { model, findings } = await read(SAMPLE_MODEL.replace(from, to), 2026);
    expect(model).toBeUndefined();
    expect(findings).toHaveLength(1);
  });
});
