// Units over time as the table of units tells them: who is there, who takes over, and what is wrong with periods.

import { describe, expect, it } from 'vitest';
import { SAMPLE_MODEL, SAMPLE_UNITS, writeSample } from '../../../test/support/sample-model.ts';
import { describeFinding } from '../../findings/finding.ts';
import type { Fraction } from '../../money/fraction.ts';
import { describeModel } from '../describe-model.ts';
import { type ModelReading, readModel } from '../read-model.ts';

const HEAD =
  'id;name;kind;provision;groups;responsibilities;parent;places;area;fte;from;to;purchaser;successor';
const dateless = SAMPLE_UNITS.trim().split('\n').slice(1);

/** The sample's units with others for `sjosiden`, in the order of HEAD after the numbers. */
const table = (...rows: readonly string[]): string =>
  [
    HEAD,
    ...rows,
    ...dateless.filter((row) => !row.startsWith('sjosiden')).map((row) => `${row};;;;`),
    '',
  ].join('\n');
const row = (
  id: string,
  responsibilities: string,
  from: string,
  to: string,
  successor = '',
  purchaser = '',
): string =>
  `${id};${id};provider;own;home-care-units;${responsibilities};;;410;78;${from};${to};${purchaser};${successor}`;

const read = (units: string, organisation = 'then'): Promise<ModelReading> =>
  readModel(
    writeSample(
      SAMPLE_MODEL.replace('volumes: delivered', `volumes: delivered\n  organisation: ${organisation}`),
      {
        'data/units.csv': units,
      },
    ),
  );
const SPLIT = table(
  row('sjosiden', '4710-4719', '', '2025-06-30', 'north:60 south:40'),
  row('north', '4710-4714', '2025-07-01', ''),
  row('south', '4715-4719', '2025-07-01', ''),
);
const RENAMED = table(
  row('sjosiden', '4710-4719', '', '30.06.2025', 'north'),
  row('north', '4710-4719', '2025-07', ''),
);

describe('dated units', () => {
  it('change nothing where no row has a date', async () => {
    const plain = await readModel(writeSample(SAMPLE_MODEL));
    const { model, findings } = await read(table(row('sjosiden', '4710-4719', '', '')));
    expect(findings).toEqual([]);
    expect(model?.organisation).toBeUndefined();
    expect(model?.units.map(({ id }) => id)).toEqual(plain.model?.units.map(({ id }) => id));
  });

  it('as organised then, are those of the cost year, with months of holding, the latest first', async () => {
    const { model, findings } = await read(RENAMED);
    expect(findings).toEqual([]);
    expect(model?.units.map(({ id }) => id)).toContain('sjosiden');
    expect(model?.organisation?.heirs.size).toBe(0);
    expect(model?.organisation?.holdings.slice(0, 1)).toMatchObject([
      { id: 'north', from: '2025-07', to: '9999-12' },
    ]);
    expect(model?.organisation?.holdings.find(({ id }) => id === 'sjosiden')).toMatchObject({
      from: '',
      to: '2025-06',
    });
  });

  it('as organised now, are replaced by their heirs wherever the model names them', async () => {
    const { model, findings } = await read(RENAMED, 'now');
    expect(findings).toEqual([]);
    expect(model?.units.map(({ id }) => id)).not.toContain('sjosiden');
    expect(model?.organisation?.heirs.get('sjosiden')).toEqual([{ unit: 'north', weight: 1n }]);
    const kilometres = model?.costing.drivers.get('kilometres');
    expect(kilometres?.kind === 'shares' && [...kilometres.shares.keys()].sort()).toEqual([
      'innlandet',
      'north',
    ]);
    const portions = model?.costing.drivers.get('portions');
    expect(portions?.kind === 'table' && portions.rows.map(({ unit }) => unit)).toEqual(['solvang', 'north']);
    expect(JSON.stringify(model?.costing.pools)).not.toContain('sjosiden');
  });

  it('as organised now, are divided between several heirs, and so is what was stated of them', async () => {
    const { model, findings } = await read(SPLIT, 'now');
    expect(findings).toEqual([]);
    expect(model?.organisation?.heirs.get('sjosiden')).toEqual([
      { unit: 'north', weight: 3n },
      { unit: 'south', weight: 2n },
    ]);
    const kilometres = model?.costing.drivers.get('kilometres');
    const shares = kilometres?.kind === 'shares' ? kilometres.shares : new Map<string, Fraction>();
    expect([...shares].map(([id, { num, den }]) => `${id} ${num}/${den}`).sort()).toEqual([
      'innlandet 31/50',
      'north 57/250',
      'south 19/125',
    ]);
  });

  it('that are gone before the cost year are left out', async () => {
    const gone = table(row('old', '4730', '', '2024-12-31'), row('sjosiden', '4710-4719', '', ''));
    const { model, findings } = await read(gone);
    expect(findings).toEqual([]);
    expect(model?.units.map(({ id }) => id)).not.toContain('old');
  });

  it('may stand in several rows, and the one in force at the end of the year is the unit', async () => {
    const rows = [row('sjosiden', '4710', '', '2025-03-31'), row('sjosiden', '4711', '2025-04-01', '')];
    const { model, findings } = await read(table(...rows));
    expect(findings).toEqual([]);
    expect(model?.units.find(({ id }) => id === 'sjosiden')?.responsibilities).toEqual([
      { from: '4711', to: '4711' },
    ]);
    expect(model?.organisation?.holdings.filter(({ id }) => id === 'sjosiden').length).toBe(2);
  });

  it.each([
    [
      'two rows at once',
      table(row('sjosiden', '4710', '', '2025-06-30'), row('sjosiden', '4711', '2025-06-30', '')),
      'then',
      'data/units.csv, row 3, column from: the unit "sjosiden" stands already in row 2 at the same time. Let one row of a unit end before the next begins.',
    ],
    [
      'a gap',
      table(row('sjosiden', '4710', '', '2025-03-31'), row('sjosiden', '4711', '2025-06-01', '')),
      'then',
      'data/units.csv, row 3, column from: the unit "sjosiden" is not there between 2025-03-31 and 2025-06-01. Let row 2 end on the day before, if it was there.',
    ],
    [
      'a responsibility of two at once',
      table(row('sjosiden', '4710-4719', '', '2025-07-31', 'north'), row('north', '4710', '2025-07-01', '')),
      'then',
      'data/units.csv, row 3, column responsibilities: 4710 of "north" and 4710-4719 of "sjosiden" (row 2) overlap. Give every responsibility to one unit.',
    ],
    [
      'an unknown successor',
      table(row('sjosiden', '4710', '', '2025-06-30', 'innlande')),
      'then',
      'data/units.csv, row 2, column successor: no unit "innlande". Did you mean "innlandet"?',
    ],
    [
      'a successor without an end',
      table(row('sjosiden', '4710', '', '', 'innlandet')),
      'then',
      'data/units.csv, row 2, column successor: the unit "sjosiden" names a successor and has no end. Write its last day under "to".',
    ],
    [
      'an end before the start',
      table(row('sjosiden', '4710', '2025-06-01', '2025-05-31')),
      'then',
      'data/units.csv, row 2, column to: the unit ends on 2025-05-31, before it begins on 2025-06-01. Correct one of the two days.',
    ],
    [
      'no date',
      table(row('sjosiden', '4710', '2025-13-01', '')),
      'then',
      'data/units.csv, row 2, column from: "2025-13-01" is no date. Write 2025-06-30, 30.06.2025 or 2025-06.',
    ],
    [
      'an end without a successor',
      table(row('sjosiden', '4710', '', '2025-06-30')),
      'now',
      'data/units.csv, row 2, column successor: the unit "sjosiden" has ended and names no successor; as organised now, it keeps what it had. Name the unit that took over in the column "successor".',
    ],
    [
      'a part that is no number',
      table(row('sjosiden', '4710', '', '2025-06-30', 'innlandet:x solvang:1')),
      'then',
      'data/units.csv, row 2, column successor: the part of "innlandet" is no number above 0. Write "b", or the parts of all: "b:60 c:40".',
    ],
    [
      'parts for some',
      table(row('sjosiden', '4710', '', '2025-06-30', 'innlandet:1 solvang')),
      'then',
      'data/units.csv, row 2, column successor: some of the units that take over have a part and some have none. Write "b", or the parts of all: "b:60 c:40".',
    ],
    [
      'a purchaser that is none',
      table(row('sjosiden', '4710', '', '', '', 'kitchen')),
      'then',
      'data/units.csv, row 2, column purchaser: "kitchen" is a support unit. Name a purchaser unit.',
    ],
  ])('%s: is told', async (_, units, organisation, message) => {
    const { findings } = await read(units, organisation);
    expect(findings.map(describeFinding)).toContain(message);
  });

  it.each([
    [
      'then',
      'Units are taken as they were organised then: cost and activity of 2025 stand, month by month, with whoever had the responsibility.',
    ],
    [
      'now',
      'Units are taken as they are organised now: what units that have ended held is with those that took over. Taken over: sjosiden by north.',
    ],
    [
      'now',
      'Units are taken as they are organised now: what units that have ended held is with those that took over. Taken over: sjosiden by north (60 %) and south (40 %).',
      SPLIT,
    ],
  ])('as organised %s, are said so', async (organisation, sentence, units = RENAMED) => {
    const { model } = await read(units, organisation);
    expect(describeModel(model!)).toContain(sentence);
  });

  it('whose successors go in a circle are told', async () => {
    const units = table(
      row('sjosiden', '4710', '', '2025-03-31', 'north'),
      row('north', '4711', '2025-04-01', '2025-06-30', 'sjosiden'),
    );
    const { findings } = await read(units, 'now');
    expect(findings.map(({ rule }) => rule)).toContain('model/cycle');
  });

  it.each([
    ['split, as organised then', SPLIT],
    ['with a purchaser', table(row('sjosiden', '4710', '', '', '', 'office'))],
  ])('%s, are right', async (_, units) => {
    const { findings } = await read(units);
    expect(findings.map(describeFinding)).toEqual([]);
  });
});
