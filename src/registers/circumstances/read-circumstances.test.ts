// Absence, waiting lists, paid hours and places: every row canonical or a finding.

import { describe, expect, it } from 'vitest';
import { type CareRead, circumstanceSource, readCare } from '../../../test/support/care-files.ts';
import { parquetOf } from '../../../test/support/parquet-of.ts';
import { MODEL } from '../../../test/support/table-workspace.ts';
import { describeFinding } from '../../findings/finding.ts';
import type { CircumstanceSource } from '../../model/care-sources.ts';
import type { HourKind } from '../../tables/circumstances.ts';
import { readCircumstances } from './read-circumstances.ts';

const PAID = circumstanceSource(
  'paid-hours',
  { unit: 'enhet', period: 'maaned', hours: 'timer', kind: 'art', amount: 'belop' },
  { kinds: new Map<string, HourKind>([['500', 'overtime']]) },
);
const PLACES = circumstanceSource('capacity', {
  unit: 'enhet',
  places: 'plasser',
  from: 'fra',
  to: 'til',
  closed: 'stengt',
});
const AWAY = circumstanceSource('suspensions', {
  person: 'pnr',
  service: 'tjeneste',
  from: 'fra',
  to: 'til',
});
const WAITING = circumstanceSource('waiting-list', {
  person: 'pnr',
  service: 'tjeneste',
  from: 'fra',
  to: 'til',
});
const HEADS = {
  'paid-hours': 'enhet;maaned;timer;art;belop',
  capacity: 'enhet;plasser;fra;til;stengt',
  suspensions: 'pnr;tjeneste;fra;til',
  'waiting-list': 'pnr;tjeneste;fra;til',
} as const;

const read = (source: CircumstanceSource, ...rows: readonly string[]): Promise<CareRead> =>
  readCare(
    { 'f.csv': `${[HEADS[source.kind], ...rows].join('\n')}\n` },
    (context) => readCircumstances('f.csv', source, context),
    { model: MODEL },
  );

const readParquet = async (source: CircumstanceSource, query: string): Promise<CareRead> =>
  readCare(
    { 'f.parquet': await parquetOf(query) },
    (context) => readCircumstances('f.parquet', source, context),
    { model: MODEL },
  );

describe('circumstances', () => {
  it('of payroll are hours to a tenth of a second and øre', async () => {
    const { rows, findings, years } = await read(
      PAID,
      'solvang;2025-01;150,25;ordinary;45 075,50',
      'solvang;2025-02;7,5;500;',
    );
    expect(findings).toEqual([]);
    expect(years).toEqual([2025]);
    expect(rows['paid_hours']).toEqual([
      {
        row: 2,
        unit: 'solvang',
        year: 2025,
        month: 1,
        kind: 'ordinary',
        parts: 5_409_000n,
        amount_ore: 4_507_550n,
      },
      { row: 3, unit: 'solvang', year: 2025, month: 2, kind: 'overtime', parts: 270_000n, amount_ore: 0n },
    ]);
  });

  it('of places have their days, and whether they were closed', async () => {
    const { rows, findings } = await read(
      PLACES,
      'solvang;40;2025-01-01;;',
      'solvang;2;2025-07-01;2025-07-31;ja',
    );
    expect(findings).toEqual([]);
    expect(
      rows['capacity']!.map(({ places, to_date: to, closed }) => [places, to && `${to}`, closed]),
    ).toEqual([
      [40, null, 0],
      [2, '2025-07-31', 1],
    ]);
  });

  it('of persons are kept by pseudonym', async () => {
    const away = await read(AWAY, 'a;;2025-03-01;2025-03-10', 'a;home-nursing;2025-04-01;');
    expect(away.findings).toEqual([]);
    expect(away.rows['stretches']!.map(({ person, service }) => [person, service])).toEqual([
      [0, ''],
      [0, 'home-nursing'],
    ]);
    expect(away.rows['persons']).toHaveLength(1);
    const waiting = await read(WAITING, 'b;nursing-home;2025-03-01;');
    expect([waiting.findings, waiting.rows['stretches']!.length]).toEqual([[], 1]);
  });

  const typed: readonly [type: string, hours: string, amount: string][] = [
    ['DECIMAL', '150.25::decimal(18, 2)', '45075.50::decimal(18, 2)'],
    ['DOUBLE', '150.25::double', '45075.5::double'],
    ['a number beside VARCHAR', '150.25::double', "'45 075,50'"],
    ['VARCHAR', "'150,25'", "'45.075,50'"],
  ];
  it.each(typed)('of payroll in Parquet have their numbers as %s', async (_, hours, amount) => {
    const { rows, findings } = await readParquet(
      PAID,
      `select 'solvang' as enhet, '2025-01' as maaned, ${hours} as timer, 'ordinary' as art, ${amount} as belop`,
    );
    expect(findings).toEqual([]);
    expect(rows['paid_hours']).toMatchObject([{ parts: 5_409_000n, amount_ore: 4_507_550n }]);
  });

  it.each([
    ['INTEGER', '40', ['40']],
    ['DOUBLE', '40.0::double', ['40']],
    ['DECIMAL', '40.000::decimal(9, 3)', ['40']],
    ['DOUBLE that is not whole', '40.5::double', []],
    ['VARCHAR with a mark', "'40.000'", []],
  ])('of places in Parquet as %s', async (_, places, expected) => {
    const { rows, findings } = await readParquet(
      PLACES,
      `select 'solvang' as enhet, ${places} as plasser, date '2025-01-01' as fra, null::date as til, '' as stengt`,
    );
    expect(rows['capacity']!.map((row) => `${row['places']}`)).toEqual(expected);
    expect(findings.map(({ rule }) => rule)).toEqual(expected.length === 0 ? ['capacity/places'] : []);
  });

  const faults: readonly [rule: string, CircumstanceSource, string][] = [
    ['paid-hours/kind', PAID, 'solvang;2025-01;1;holiday;'],
    ['paid-hours/unit', PAID, 'moon;2025-01;1;ordinary;'],
    ['paid-hours/hours', PAID, 'solvang;2025-01;-1;ordinary;'],
    ['paid-hours/zero', PAID, 'solvang;2025-01;0;ordinary;'],
    ['paid-hours/amount', PAID, 'solvang;2025-01;1;ordinary;1,234567'],
    ['paid-hours/period', PAID, 'solvang;2025-13x;1;ordinary;'],
    ['paid-hours/other-year', PAID, 'solvang;2024-01;1;ordinary;'],
    ['capacity/places', PLACES, 'solvang;4,5;2025-01-01;;'],
    ['capacity/end-before-start', PLACES, 'solvang;4;2025-02-01;2025-01-31;'],
    ['capacity/closed', PLACES, 'solvang;4;2025-02-01;;perhaps'],
    ['capacity/date', PLACES, 'solvang;4;;;'],
    ['suspensions/end-before-start', AWAY, 'a;;2025-02-01;2025-01-31'],
    ['suspensions/service', AWAY, 'a;gardening;2025-02-01;'],
    ['suspensions/date', AWAY, 'a;;2025-02-30;'],
    ['waiting-list/service', WAITING, 'a;;2025-02-01;'],
    ['activity/nobody', WAITING, ';home-nursing;2025-02-01;'],
  ];
  it.each(faults)('%s is told', async (rule, source, row) => {
    const outcome = await read(source, row);
    expect(outcome.findings.map((finding) => finding.rule)).toEqual([rule]);
    expect([outcome.read, outcome.refused]).toEqual([1, 1]);
  });

  it('say where and how to put it right', async () => {
    const { findings } = await read(PAID, 'solvang;2025-01;1;holiday;');
    expect(findings.map(describeFinding)).toEqual([
      'f.csv, row 2, column art: "holiday" is no kind of hours that is known. Say under "kinds" in the source what it stands for: ordinary, overtime, agency, sick-leave.',
    ]);
  });

  it('are refused without a key where they name persons', async () => {
    const outcome = await readCare(
      { 'f.csv': 'pnr;fra\na;2025-01-01\n' },
      (context) => readCircumstances('f.csv', AWAY, context),
      {
        withoutKey: true,
      },
    );
    expect(outcome.findings.map(({ rule }) => rule)).toEqual(['circumstances/no-key']);
  });
});
