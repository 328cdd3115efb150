// Files of decisions: what they grant in each month, and every row a decision or a finding.

import { describe, expect, it } from 'vitest';
import {
  absence,
  CARE_MODEL,
  type CareRead,
  decisionSource,
  readCare,
} from '../../../test/support/care-files.ts';
import { parquetOf } from '../../../test/support/parquet-of.ts';
import { describeFinding } from '../../findings/finding.ts';
import type { DecisionRules } from '../../model/care-sources.ts';
import type { ActivitySource } from '../../model/model.ts';
import { fraction } from '../../money/fraction.ts';
import { readDecisions } from './read-decisions.ts';

const HEAD = 'pnr;tjeneste;mengde;per;fra;til\n';
const read = (
  rows: string,
  rules: Partial<DecisionRules> = {},
  away = '',
  more: Partial<ActivitySource> = {},
): Promise<CareRead> =>
  readCare({ 'decisions.csv': `${HEAD}${rows}`, 'away.csv': `pnr;fra;til\n${away}` }, (context) =>
    readDecisions(
      'decisions.csv',
      decisionSource(rules, more),
      away === '' ? [] : [absence('away.csv')],
      context,
    ),
  );
/** Month → hours (a hundredth) or whatever a part of 36,000 is. */
const monthly = ({ rows }: CareRead, perMeasure = 36_000): [number, number][] =>
  (rows['records'] ?? []).map(({ month, parts }) => [
    Number(month),
    Math.round((Number(parts) / perMeasure) * 100) / 100,
  ]);
const rulesOf = ({ findings }: CareRead): string[] => findings.map(({ rule }) => rule);

describe('decisions', () => {
  it('grant by week, day and month what the days in force come to', async () => {
    const hours = async (row: string) => monthly(await read(`a;home-nursing;${row}\n`));
    expect(await hours('7;week;2025-02-01;2025-03-10')).toEqual([
      [2, 28],
      [3, 10],
    ]);
    expect(await hours('0,5;day;2025-02-10;2025-02-19')).toEqual([[2, 5]]);
    expect(await hours('30;month;2025-04-16;2025-05-31')).toEqual([
      [4, 15],
      [5, 30],
    ]);
  });

  it('are clipped at the cost year, an open end and one at 9999-12-31 alike', async () => {
    for (const end of ['', '9999-12-31', '2026-06-30']) {
      const outcome = await read(`a;home-nursing;7;week;2020-01-01;${end}\n`);
      expect(monthly(outcome).map(([, hours]) => hours)).toEqual([
        31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
      ]);
      expect(outcome.sumParts).toBe(365n * 36_000n);
      expect(outcome.records).toBe(12);
    }
  });

  it('do not run while the person is away, from anything or from one service', async () => {
    const outcome = await read(
      'a;home-nursing;1;day;2025-04-01;2025-04-30\nb;home-nursing;1;day;2025-04-01;2025-04-30\n',
      {},
      'a;2025-04-10;2025-04-24\n',
    );
    expect(monthly(outcome)).toEqual([
      [4, 15],
      [4, 30],
    ]);
  });

  it('by a register’s weeks give every whole month the same', async () => {
    const outcome = await read('a;home-nursing;6;week;2025-01-01;2025-03-31\n', { weeks: 'register' });
    expect(monthly(outcome)).toEqual([
      [1, 24],
      [2, 24],
      [3, 24],
    ]);
  });

  it('need the week rule that they are to be read by', async () => {
    const { weekRule: _, ...model } = CARE_MODEL;
    const outcome = await readCare(
      { 'd.csv': `${HEAD}a;home-nursing;6;week;2025-01-01;\n` },
      (context) => readDecisions('d.csv', decisionSource({ weeks: 'register' }), [], context),
      { model },
    );
    expect(rulesOf(outcome)).toEqual(['decisions/no-week-rule']);
  });

  it('given as tasks are times × minutes', async () => {
    const minutes = new Map([['wash', fraction(20n)]]);
    const outcome = await readCare(
      {
        'd.csv':
          'pnr;tjeneste;ganger;oppgave;fra\na;home-nursing;3;wash;2025-02-01\na;home-nursing;1;iron;2025-02-01\n',
      },
      (context) =>
        readDecisions(
          'd.csv',
          decisionSource(
            { per: 'week', standardTimes: { file: 'times.csv', source: 'catalogue', minutes } },
            {
              columns: {
                person: 'pnr',
                service: 'tjeneste',
                quantity: 'ganger',
                task: 'oppgave',
                from: 'fra',
              },
            },
          ),
          [],
          context,
        ),
    );
    expect(monthly(outcome)[0]).toEqual([2, 4]);
    expect(outcome.findings.map(describeFinding)).toEqual([
      'd.csv, row 3, column oppgave: "iron" is no task of times.csv. Add it there with its minutes, or correct the row.',
    ]);
  });

  it('are kept themselves, by pseudonym, with what the year comes to', async () => {
    const { rows } = await read('a;home-nursing;7;week;2025-12-01;\n');
    expect(rows['decisions']).toHaveLength(1);
    const [decision] = rows['decisions']!;
    expect(decision).toMatchObject({ row: 2, to_date: null, per: 'week', days: 31, parts: 31n * 36_000n });
    expect(`${decision!['from_date']}`).toBe('2025-12-01');
    expect(rows['persons']![0]!['pseudonym']).toMatch(/^[a-z][0-9a-f]{32}$/);
  });

  const quantities: readonly [type: string, quantity: string, decimal: ',' | '.'][] = [
    ['DECIMAL', '4.30::decimal(18, 2)', ','],
    ['DOUBLE', '4.3::double', ','],
    ['DOUBLE of a source with points', '4.3::double', '.'],
    ['VARCHAR, as the source writes numbers', "'4,3'", ','],
  ];
  it.each(quantities)('in Parquet have their quantities as %s', async (_, quantity, decimal) => {
    const bytes = await parquetOf(`select 'a' as pnr, 'home-nursing' as tjeneste, ${quantity} as mengde,
      'day' as per, date '2025-02-01' as fra, date '2025-02-10' as til`);
    const outcome = await readCare({ 'd.parquet': bytes }, (context) =>
      readDecisions('d.parquet', decisionSource({}, { decimal }), [], context),
    );
    expect(outcome.findings).toEqual([]);
    expect(monthly(outcome)).toEqual([[2, 43]]);
  });

  const faults: readonly [rule: string, rows: string, refused: number][] = [
    ['decisions/end-before-start', 'a;home-nursing;1;day;2025-02-10;2025-02-09\n', 1],
    ['decisions/quantity', 'a;home-nursing;much;day;2025-02-10;\n', 1],
    ['decisions/quantity', 'a;home-nursing;-1;day;2025-02-10;\n', 1],
    ['decisions/zero', 'a;home-nursing;0;day;2025-02-10;\n', 1],
    ['decisions/per', 'a;home-nursing;1;fortnight;2025-02-10;\n', 1],
    ['decisions/date', 'a;home-nursing;1;day;2025-02-30;\n', 1],
    ['decisions/date', 'a;home-nursing;1;day;;\n', 1],
    ['decisions/other-year', 'a;home-nursing;1;day;2024-01-01;2024-12-31\n', 1],
    ['decisions/hours-a-week', 'a;home-nursing;169;week;2025-01-01;\n', 0],
    ['activity/service', 'a;gardening;1;day;2025-01-01;\n', 1],
    ['activity/nobody', ';home-nursing;1;day;2025-01-01;\n', 1],
    ['decisions/twice', 'a;home-nursing;1;day;2025-01-01;\na;home-nursing;1;day;2025-01-01;\n', 1],
    ['decisions/overlap', 'a;home-nursing;1;day;2025-01-01;\na;home-nursing;2;day;2025-02-01;\n', 0],
    [
      'decisions/overlapping-stays',
      'a;nursing-home;1;day;2025-01-01;\na;nursing-home;1;day;2025-02-01;\n',
      0,
    ],
  ];
  it.each(faults)('%s is told of %j', async (rule, rows, refused) => {
    const outcome = await read(rows);
    expect(rulesOf(outcome)).toEqual([rule]);
    expect(outcome.refused).toBe(refused);
    expect(outcome.read - outcome.refused).toBe(outcome.rows['decisions']?.length);
  });

  const sound: readonly [string, string][] = [
    ['168 hours a week', 'a;home-nursing;168;week;2025-01-01;\n'],
    ['one day only', 'a;home-nursing;1;day;2025-02-10;2025-02-10\n'],
    [
      'one decision after the other',
      'a;home-nursing;1;day;2025-01-01;2025-01-31\na;home-nursing;2;day;2025-02-01;\n',
    ],
    [
      'the same decision of two persons',
      'a;home-nursing;1;day;2025-01-01;\nb;home-nursing;1;day;2025-01-01;\n',
    ],
  ];
  it.each(sound)('%s is no trouble', async (_, rows) => {
    expect(rulesOf(await read(rows))).toEqual([]);
  });

  it('name nobody in what is told, and are refused without a key', async () => {
    const number = '01010112345';
    const outcome = await read(`${number};home-nursing;x;day;${number};\n`);
    expect(outcome.findings.map(describeFinding).join('\n')).not.toContain(number);
    const without = await readCare(
      { 'd.csv': `${HEAD}a;home-nursing;1;day;2025-01-01;\n` },
      (context) => readDecisions('d.csv', decisionSource(), [], context),
      { withoutKey: true },
    );
    expect(rulesOf(without)).toEqual(['activity/no-key']);
  });

  it('do not depend on the order of their rows', async () => {
    const rows = [
      'a;home-nursing;7;week;2025-01-01;',
      'a;home-nursing;3;week;2025-05-05;',
      'b;nursing-home;1;day;2025-03-03;',
      'b;nursing-home;1;day;2025-02-02;2025-04-04',
    ];
    const totals = async (order: readonly string[]) =>
      (await read(`${order.join('\n')}\n`, { changes: 'replace' })).sumParts;
    expect(await totals([...rows].reverse())).toBe(await totals(rows));
  });
});
