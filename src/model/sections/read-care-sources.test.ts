// What a model says about decisions, visits, absence, waiting lists, paid hours and places.

import { describe, expect, it } from 'vitest';
import { SAMPLE_MODEL, writeSample } from '../../../test/support/sample-model.ts';
import { describeFinding } from '../../findings/finding.ts';
import { describeModel } from '../describe-model.ts';
import { readModel } from '../read-model.ts';

const TIMES = 'task;minutes\nwash;20\nshop;42,5\n';
/** The sample with another source of activity beside its own. */
const read = (source: string, times = TIMES) =>
  readModel(
    writeSample(SAMPLE_MODEL.replace('units: data/units.csv', `    - ${source}\nunits: data/units.csv`), {
      'data/times.csv': times,
    }),
  );
/** What is said of the source, without what the sample's costing has to say. */
const messages = async (source: string, times = TIMES): Promise<string[]> =>
  (await read(source, times)).findings
    .map(describeFinding)
    .map((text) => text.replace(/^[\w./]+:\d+:\d+: /, ''));

const DECISIONS =
  '{ read: table, kind: decisions, files: data/d.csv, columns: { person: pnr, service: tjeneste, unit: enhet, quantity: timer, from: fra, to: til }, per: week';

describe('a source of decisions', () => {
  it('is granted, and read back as sentences', async () => {
    const { model, findings } = await read(`${DECISIONS}, changes: replace }`);
    expect(findings).toEqual([]);
    expect(model?.activity[1]).toMatchObject({
      kind: 'decisions',
      state: 'granted',
      decisions: { per: 'week', changes: 'replace', weeks: 'calendar' },
    });
    expect(describeModel(model!)).toContain(
      'Decisions are read from data/d.csv. Granted per week; a later decision of the same person and service ends the one before it.',
    );
  });

  it('may be given as tasks of a catalogue', async () => {
    const source = `${DECISIONS.replace('unit: enhet', 'unit: enhet, task: oppgave')}, standard-times: { table: data/times.csv, source: decided 2024 } }`;
    const { model, findings } = await read(source);
    expect(findings).toEqual([]);
    expect([...(model?.activity[1]?.decisions?.standardTimes?.minutes ?? [])]).toEqual([
      ['wash', { num: 20n, den: 1n }],
      ['shop', { num: 85n, den: 2n }],
    ]);
    expect(await messages(source, 'task;minutes\nwash;20\nwash;0\nshop;\n')).toEqual([
      'data/times.csv, row 3, column task: the task stands here twice. Keep one of the two rows.',
      'data/times.csv, row 4, column minutes: the task has no minutes. Write how many it takes.',
    ]);
  });

  it('takes the codes of a register, and other services for some of them', async () => {
    const whole = await read(`${DECISIONS}, services: kpr }`);
    expect(whole.findings).toEqual([]);
    expect(whole.model?.activity[1]?.services.get('15')).toBe('home-nursing');
    const some = await read(`${DECISIONS}, services: { codes: kpr, "6": practical-assistance } }`);
    expect(some.findings).toEqual([]);
    expect(some.model?.activity[1]?.services.get('6')).toBe('practical-assistance');
    expect(some.model?.activity[1]?.services.get('1')).toBe('practical-assistance');
  });

  const wrong: readonly [string, string, string][] = [
    [
      'without how often',
      `${DECISIONS.replace(', per: week', '')} }`,
      '"per" is missing. Say how often the quantity comes again: "per: week", or name a column "per".',
    ],
    [
      'with a task and no catalogue',
      `${DECISIONS.replace('unit: enhet', 'unit: enhet, task: oppgave')} }`,
      '"standard-times" is missing. Name the minutes of each task: "standard-times: { table: …, source: … }".',
    ],
    [
      'with how often said twice',
      `${DECISIONS}, quantity-in: hours-per-week }`,
      'how often the quantity of a decision comes again is said by "per". Write "quantity-in: hours" and "per: week" or "per: month".',
    ],
    [
      'without from',
      `${DECISIONS.replace('from: fra, ', '')} }`,
      '"from" is missing. Name the column that holds the first day.',
    ],
    [
      'of a register that is not known',
      `${DECISIONS}, services: kpx }`,
      'expected one of kpr, sol, lss, fsiii, found "kpx". Did you mean "kpr"?',
    ],
  ];
  it.each(wrong)('%s is told', async (_, source, message) => {
    expect(await messages(source)).toEqual([message]);
  });
});

describe('a source of deliveries', () => {
  const VISITS = '{ read: table, kind: delivered, files: data/v.csv, columns: { service: t, unit: u';
  it('may have a start and an end in place of a quantity', async () => {
    expect(await messages(`${VISITS}, start: s, end: e } }`)).toEqual([]);
    expect(await messages(`${VISITS}, start: s } }`)).toEqual([
      '"end" is missing. Name the column that holds the end.',
    ]);
    expect(await messages(`${VISITS}, start: s, end: e, quantity: q } }`)).toEqual([
      'the columns give a quantity and a start and end beside it. Name the quantity, or start and end.',
    ]);
    expect(await messages(`${VISITS}, quantity: q }, per: week }`)).toEqual([
      '"per" is for "kind: decisions", not for records. Leave out "per".',
    ]);
  });

  it('has no delivered time in FSIII, which knows no duration', async () => {
    expect(await messages(`${VISITS}, quantity: q }, services: fsiii }`)).toEqual([
      'FSIII says when a delivery began and not how long it took, so that it holds no delivered time. Read the delivered minutes from the care system as a table.',
    ]);
    expect(await messages(`${VISITS}, start: s, end: e }, services: fsiii }`)).toEqual([]);
  });
});

describe('a source of circumstances', () => {
  const PAID =
    '{ read: table, kind: paid-hours, files: data/p.csv, columns: { unit: u, period: m, hours: t, kind: k }';
  it('is read beside activity, and read back as a sentence', async () => {
    const { model, findings } = await read(`${PAID}, kinds: { "100": ordinary } }`);
    expect(findings).toEqual([]);
    expect(model?.activity).toHaveLength(1);
    expect(model?.circumstances).toMatchObject([{ kind: 'paid-hours', columns: { hours: 't' } }]);
    expect(describeModel(model!)).toContain('Paid hours are read from data/p.csv.');
  });

  it('says what is not known', async () => {
    expect(await messages(`${PAID}, kinds: { "100": normal } }`)).toEqual([
      expect.stringContaining('expected one of ordinary, overtime, agency, sick-leave, found "normal".'),
    ]);
    expect(
      await messages('{ read: table, kind: capacity, files: data/c.csv, columns: { unit: u, from: f } }'),
    ).toEqual(['"places" is missing. Name the column that holds the places.']);
    expect(
      await messages('{ read: table, kind: suspension, files: data/c.csv, columns: { person: u, from: f } }'),
    ).toEqual(
      expect.arrayContaining([expect.stringContaining('found "suspension". Did you mean "suspensions"?')]),
    );
  });
});
