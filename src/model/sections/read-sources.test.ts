// Sources of another year than the cost year: every kind may say `year:`.

import { describe, expect, it } from 'vitest';
import { SAMPLE_MODEL, writeSample } from '../../../test/support/sample-model.ts';
import { describeFinding } from '../../findings/finding.ts';
import { describeModel } from '../describe-model.ts';
import { readModel } from '../read-model.ts';

const LEDGER = 'columns: { account: Kontostreng, period: Periode, amount: Beløp }';
const PERSON = 'person: pnr, service: tjeneste';

describe('a source may say its year', () => {
  it.each<[where: 'ledger' | 'activity' | 'circumstances', said: string, source: string, sentence: string]>([
    [
      'ledger',
      'table',
      `{ read: table, files: data/x.csv, ${LEDGER}`,
      'The ledger of 2026 is read from data/x.csv',
    ],
    [
      'ledger',
      'budget',
      `{ read: table, kind: budget, files: data/x.csv, ${LEDGER}`,
      'The budget of 2026 is read from data/x.csv',
    ],
    ['ledger', 'kostra', '{ read: kostra, files: data/x.dat', 'The ledger of 2026 is read from data/x.dat'],
    ['ledger', 'saft', '{ read: saft, files: data/x.xml', 'The ledger of 2026 is read from data/x.xml'],
    ['ledger', 'sie', '{ read: sie, files: data/x.se', 'The ledger of 2026 is read from data/x.se'],
    [
      'activity',
      'records',
      `{ read: table, kind: delivered, files: data/x.csv, columns: { ${PERSON}, start: fra, end: til }`,
      'Delivered activity of 2026 is read from data/x.csv.',
    ],
    [
      'activity',
      'volumes',
      '{ read: table, kind: volumes, files: data/x.csv, columns: { service: tjeneste, quantity: q }',
      'Delivered volumes of 2026 are read from data/x.csv.',
    ],
    [
      'activity',
      'decisions',
      `{ read: table, kind: decisions, files: data/x.csv, per: week, columns: { ${PERSON}, quantity: q, from: fra }`,
      'Decisions of 2026 are read from data/x.csv. Granted per week; decisions that run side by side add up.',
    ],
    [
      'circumstances',
      'suspensions',
      '{ read: table, kind: suspensions, files: data/x.csv, columns: { person: pnr, from: fra }',
      'Who is away in 2026, and gets nothing of what was granted in that time, is read from data/x.csv.',
    ],
    [
      'circumstances',
      'waiting-list',
      `{ read: table, kind: waiting-list, files: data/x.csv, columns: { ${PERSON}, from: fra }`,
      'Who waits in 2026 is read from data/x.csv.',
    ],
    [
      'circumstances',
      'paid-hours',
      '{ read: table, kind: paid-hours, files: data/x.csv, columns: { unit: enhet, hours: timer }',
      'Paid hours of 2026 are read from data/x.csv.',
    ],
    [
      'circumstances',
      'capacity',
      '{ read: table, kind: capacity, files: data/x.csv, columns: { places: plasser, from: fra }',
      'Places of 2026 are read from data/x.csv.',
    ],
  ])('%s: %s', async (where, _, source, sentence) => {
    const before = where === 'ledger' ? '  account-string:' : 'units: data/units.csv';
    const readWith = (rest: string) =>
      readModel(writeSample(SAMPLE_MODEL.replace(before, `    - ${source}${rest} }\n${before}`)));
    const { model, findings } = await readWith(', year: 2026');
    expect(findings.map(describeFinding)).toEqual([]);
    expect(model?.[where]?.at(-1)?.year).toBe(2026);
    expect(describeModel(model!).some((line) => line.startsWith(sentence))).toBe(true);
    expect((await readWith('')).model?.[where]?.at(-1)?.year).toBeUndefined();
    expect((await readWith(', year: soon')).findings.map(({ message }) => message)).toEqual([
      'expected a year (a whole number, 1900 to 2200), found "soon".',
    ]);
  });

  it('and the cost year is not said back', async () => {
    const text = SAMPLE_MODEL.replace('kind: delivered\n', 'kind: delivered\n      year: 2025\n');
    const { model } = await readModel(writeSample(text));
    expect(model?.activity[0]?.year).toBe(2025);
    expect(describeModel(model!)).toContain(
      'Delivered activity is read from data/delivered-2025-*.csv, in minutes; it must sum to 130,000.',
    );
  });
});
