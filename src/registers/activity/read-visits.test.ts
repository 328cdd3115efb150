// Deliveries by start and end: how long they lasted, and every row a record or a finding.

import { describe, expect, it } from 'vitest';
import { CARE_MODEL, type CareRead, decisionSource, readCare } from '../../../test/support/care-files.ts';
import { parquetOf } from '../../../test/support/parquet-of.ts';
import { describeFinding } from '../../findings/finding.ts';
import type { ActivitySource } from '../../model/model.ts';
import { readVisits } from './read-visits.ts';

const { decisions: _, ...FORM } = decisionSource();
const source = (columns: ActivitySource['columns']): ActivitySource => ({
  ...FORM,
  kind: 'records',
  state: 'delivered',
  columns: { person: 'pnr', service: 'tjeneste', ...columns },
});
const WHOLE = source({ start: 'start', end: 'slutt' });
const BY_DAY = source({ date: 'dato', start: 'start', end: 'slutt' });
const read = (rows: string): Promise<CareRead> =>
  readCare({ 'v.csv': `pnr;tjeneste;start;slutt\n${rows}` }, (context) =>
    readVisits('v.csv', WHOLE, context),
  );
const readByDay = (rows: string): Promise<CareRead> =>
  readCare({ 'v.csv': `pnr;tjeneste;dato;start;slutt\n${rows}` }, (context) =>
    readVisits('v.csv', BY_DAY, context),
  );
const hours = ({ rows }: CareRead): number[] =>
  (rows['records'] ?? []).map(({ parts }) => Number(parts) / 36_000);

describe('visits', () => {
  const lengths: readonly [string, string, number][] = [
    ['20 minutes', 'a;home-nursing;2025-05-01 08:00;2025-05-01 08:20', 20 / 60],
    ['to the second', 'a;home-nursing;2025-05-01 08:00:00;2025-05-01 08:00:36', 0.01],
    ['over midnight', 'a;home-nursing;01.05.2025 22:00;02.05.2025 07:00', 9],
    ['over the night to summer time', 'a;home-nursing;2025-03-29T22:00;2025-03-30T07:00', 8],
    ['over the night from summer time', 'a;home-nursing;2025-10-25 22:00;2025-10-26 07:00', 10],
    ['a whole day', 'a;home-nursing;2025-05-01 08:00;2025-05-02 08:00', 24],
    ['with its zone', 'a;home-nursing;2025-05-01T08:00:00+02:00;2025-05-01T07:30:00Z', 1.5],
  ];
  it.each(lengths)('%s', async (_name, row, expected) => {
    const outcome = await read(`${row}\n`);
    expect(outcome.findings).toEqual([]);
    expect(hours(outcome)[0]).toBeCloseTo(expected, 9);
  });

  it('by day and time of day go over midnight where the end is before the start', async () => {
    const outcome = await readByDay(
      'a;home-nursing;2025-01-31;22:00;07:00\na;home-nursing;2025-02-01;08:00;08:30\n',
    );
    expect(outcome.findings).toEqual([]);
    expect(hours(outcome)).toEqual([9, 0.5]);
    expect(outcome.rows['records']!.map(({ month }) => month)).toEqual([1, 2]);
  });

  it.each([
    [
      'TIMESTAMP',
      WHOLE,
      "timestamp '2025-05-01 22:00:00' as start, timestamp '2025-05-02 07:00:00' as slutt",
    ],
    [
      'TIMESTAMP to the millisecond',
      WHOLE,
      "timestamp '2025-05-01 22:00:00.250' as start, timestamp '2025-05-02 07:00:00.250' as slutt",
    ],
    [
      'DATE and TIME',
      BY_DAY,
      "date '2025-05-01' as dato, time '22:00:00' as start, time '07:00:00' as slutt",
    ],
  ])('in Parquet have their times as %s', async (_, form, times) => {
    const bytes = await parquetOf(`select 'a' as pnr, 'home-nursing' as tjeneste, ${times}`);
    const outcome = await readCare({ 'v.parquet': bytes }, (context) =>
      readVisits('v.parquet', form, context),
    );
    expect(outcome.findings).toEqual([]);
    expect(hours(outcome)).toEqual([9]);
  });

  const faults: readonly [rule: string, row: string][] = [
    ['activity/end-before-start', 'a;home-nursing;2025-05-01 08:00;2025-05-01 07:59'],
    ['activity/zero', 'a;home-nursing;2025-05-01 08:00;2025-05-01 08:00'],
    ['activity/longer-than-a-day', 'a;home-nursing;2025-05-01 08:00;2025-05-02 08:01'],
    ['activity/time', 'a;home-nursing;2025-05-01 08:00;2025-05-01'],
    ['activity/time', 'a;home-nursing;2025-05-01 08:00;later'],
    ['activity/period', 'a;home-nursing;yesterday 08:00;2025-05-01 08:00'],
    ['activity/other-year', 'a;home-nursing;2024-12-31 22:00;2025-01-01 07:00'],
    ['activity/service', 'a;gardening;2025-05-01 08:00;2025-05-01 09:00'],
  ];
  it.each(faults)('%s is told of %s', async (rule, row) => {
    const {
      findings,
      read: all,
      refused,
      rows,
    } = await read(`${row}\na;home-nursing;2025-06-01 08:00;2025-06-01 09:00\n`);
    expect(findings.map((finding) => finding.rule)).toContain(rule);
    expect([all, refused, rows['records']!.length]).toEqual([2, 1, 1]);
  });

  it('of nobody count in volumes', async () => {
    const outcome = await read(';home-nursing;2025-05-01 08:00;2025-05-01 09:00\n');
    expect(outcome.findings.map(({ rule }) => rule)).toEqual(['activity/nobody']);
    expect(outcome.rows['records']).toMatchObject([{ person: null, parts: 36_000n }]);
  });

  it('of a service that is not counted in time have no quantity', async () => {
    const outcome = await read('a;nursing-home;2025-05-01 08:00;2025-05-01 09:00\n');
    expect(outcome.findings.map(({ rule }) => rule)).toEqual(['activity/service']);
  });

  it('never show an identity number that stands in the wrong column', async () => {
    const number = '01010112345';
    const { findings } = await read(`a;home-nursing;${number};${number}\n`);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.map(describeFinding).join('\n')).not.toContain(number);
    expect(CARE_MODEL.units).toEqual([]);
  });
});
