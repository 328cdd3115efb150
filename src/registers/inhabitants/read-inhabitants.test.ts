// Files of people and of assessments: every row becomes a canonical row or a finding, and nobody's number is kept.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MODEL, withFile } from '../../../test/support/table-workspace.ts';
import { describeFinding } from '../../findings/finding.ts';
import type { PeopleSource } from '../../model/model.ts';
import { fraction } from '../../money/fraction.ts';
import { Db, type SqlRow } from '../../store/db.ts';
import { pseudonymiser } from '../people/pseudonym.ts';
import type { ReadOutcome } from '../reader.ts';
import { readInhabitants } from './read-inhabitants.ts';

const AT = { file: 'innsats.yaml', line: 1, column: 1 };
const FORM = { read: 'table', files: [], sexes: new Map(), weights: new Map(), at: AT } as const;
const PEOPLE: PeopleSource = {
  ...FORM,
  kind: 'people',
  columns: { person: 'pnr', 'birth-year': 'aar', sex: 'kjonn', district: 'krets' },
};
const ASSESSMENTS: PeopleSource = {
  ...FORM,
  kind: 'assessments',
  columns: { person: 'pnr', from: 'fra', to: 'til', instrument: 'skjema', score: 'poeng' },
};

type Read = ReadOutcome & { readonly rows: readonly SqlRow[]; readonly persons: readonly SqlRow[] };

async function read(text: string, source: PeopleSource, withoutKey = false): Promise<Read> {
  return withFile('people.csv', text, async (workspaceDir) => {
    const db = await Db.open({ threads: 2 });
    try {
      const key = pseudonymiser({ secret: new Uint8Array(32).fill(3), file: '' });
      const context = { db, workspaceDir, stage: 'stage', model: MODEL };
      const outcome = await readInhabitants('people.csv', source, {
        ...context,
        ...(withoutKey ? {} : { pseudonymise: key }),
      });
      const rowsOf = async (name: string) => {
        const sql = outcome.tables.find((table) => table.name === name)?.sql;
        return sql === undefined ? [] : db.rows(sql);
      };
      return { ...outcome, rows: await rowsOf(source.kind), persons: await rowsOf('persons') };
    } finally {
      db.close();
    }
  });
}

const HEAD = 'pnr;aar;kjonn;krets\n';
const readPeople = (rows: string, source: Partial<PeopleSource> = {}): Promise<Read> =>
  read(`${HEAD}${rows}`, { ...PEOPLE, ...source });
const withoutKeys = (rows: readonly SqlRow[], ...keys: string[]) =>
  rows.map((row) => Object.entries(row).flatMap(([name, cell]) => (keys.includes(name) ? [] : [cell])));

describe('people', () => {
  it('are kept by pseudonym, with what is known of them', async () => {
    const {
      rows,
      persons,
      findings,
      read: all,
      refused,
    } = await readPeople('a1;1941;K;Sentrum\nb2;;M;\nc3;1950;;Nord\n');
    expect(findings).toEqual([]);
    expect([all, refused]).toEqual([3, 0]);
    expect(withoutKeys(rows, 'person')).toEqual([
      [2, 1941, 'female', 'Sentrum'],
      [3, null, 'male', ''],
      [4, 1950, '', 'Nord'],
    ]);
    expect(new Set(rows.map(({ person }) => person)).size).toBe(3);
    for (const { pseudonym } of persons) expect(pseudonym).toMatch(/^[a-z][0-9a-f]{32}$/);
  });

  it('have a birth year from a birth date, and a sex by the words of the model', async () => {
    const { rows, findings } = await read('pnr;fodt;kjonn\na1;31.03.1941;J\n', {
      ...PEOPLE,
      columns: { person: 'pnr', 'birth-date': 'fodt', sex: 'kjonn' },
      sexes: new Map([['J', 'female']]),
    });
    expect(findings).toEqual([]);
    expect(withoutKeys(rows, 'person')).toEqual([[2, 1941, 'female', '']]);
  });

  it.each([
    [
      'a1;1941;X;N\n',
      'people.csv, row 2, column kjonn: "X" is no sex that is known. Say what it stands for under "sexes" in the source: female, male or unknown.',
    ],
    [
      'a1;1899;K;N\n',
      'people.csv, row 2, column aar: The birth year 1899 is before 1900. Correct it where the file comes from, or leave the cell empty.',
    ],
    [
      'a1;2027;K;N\n',
      'people.csv, row 2, column aar: The birth year 2027 has not come yet. Correct it where the file comes from, or leave the cell empty.',
    ],
    [
      'a1;41;K;N\n',
      'people.csv, row 2, column aar: "41" is no birth year and no date. Write 1941, 1941-03-31 or 31.03.1941.',
    ],
    [
      'a1;1941;K;N\na1;1942;K;N\n',
      'people.csv, row 3: A person stands here again with another birth year. Find out which is right where the file comes from; one of the two may be another person.',
    ],
    [
      'a1;1941;K;N\na1;1941;K;S\n',
      'people.csv, row 3: A person stands here again with another sex or district, or with more or less known; the first row counts. Deliver one row a person, as of one day.',
    ],
    [
      'a1;1941;K;N\na1;1941;K;N\n',
      'people.csv, row 3: A person stands here again with the same cells; the first row counts. Nothing needs doing.',
    ],
    [
      'a1;1941;K;01014112345\n',
      'people.csv, row 2, column krets: "99999999999" has the form of a personal identifier and is not kept. Check which column the source names.',
    ],
    [
      ';1941;K;N\nb2;1941;K;N\n',
      'people.csv, row 2, column pnr: Rows name no person and are left out. Fill in the person, or take the rows out.',
    ],
  ])('%j is told', async (rows, message) => {
    const { findings, read: all, refused, rows: kept } = await readPeople(rows);
    expect(findings.map(describeFinding)).toEqual([message]);
    expect(all).toBe(rows.split('\n').length - 1);
    expect(refused).toBe(1);
    expect(kept.length).toBe(all - refused);
  });

  it('just inside: born in the last year of the model, or in 1900', async () => {
    const { findings, refused } = await readPeople('a1;2026;K;N\nb2;1900;2;N\n');
    expect([findings, refused]).toEqual([[], 0]);
  });

  it('are refused without a key', async () => {
    const { findings, tables } = await read(`${HEAD}a1;1941;K;N\n`, PEOPLE, true);
    expect(findings.map(({ rule }) => rule)).toEqual(['people/no-key']);
    expect(tables).toEqual([]);
  });
});

const readAssessed = (rows: string, source: Partial<PeopleSource> = {}): Promise<Read> =>
  read(`pnr;fra;til;skjema;poeng\n${rows}`, { ...ASSESSMENTS, ...source });

describe('assessments', () => {
  it('hold from a day to a day, and weigh what their score says', async () => {
    const weights = new Map([
      ['1', fraction(1n)],
      ['4', fraction(8n, 5n)],
    ]);
    const { rows, findings } = await readAssessed(
      'a1;2025-01-01;30.06.2025;IPLOS;1\na1;2025-07-01;;IPLOS;4\n',
      { weights },
    );
    expect(findings).toEqual([]);
    expect(
      rows.map((row) => [
        String(row['from_date']),
        row['to_date'] && String(row['to_date']),
        row['instrument'],
        row['weight_num'],
        row['weight_den'],
      ]),
    ).toEqual([
      ['2025-01-01', '2025-06-30', 'IPLOS', 1n, 1n],
      ['2025-07-01', null, 'IPLOS', 8n, 5n],
    ]);
  });

  it.each([
    [
      'a1;2025-02-01;2025-01-31;x;1\n',
      1,
      'people.csv, row 2: The assessment ends before it begins. Correct its dates where the file comes from.',
    ],
    [
      'a1;2025-01-01;;x;1\na1;2025-06-01;;x;2\n',
      0,
      'people.csv, row 3: The assessment overlaps one of the same person and instrument; on the days of both, the one that began last holds. End the earlier one on the day before.',
    ],
    [
      'a1;2025-06-01;2025-06-30;x;1\na1;2025-01-01;2025-06-01;x;2\n',
      0,
      'people.csv, row 2: The assessment overlaps one of the same person and instrument; on the days of both, the one that began last holds. End the earlier one on the day before.',
    ],
    [
      'a1;2025-01-01;;x;1\na1;2025-01-01;;x;1\n',
      1,
      'people.csv, row 3: The assessment stands here again; it counts once. Nothing needs doing.',
    ],
    [
      'a1;;2025-01-31;x;1\n',
      1,
      'people.csv, row 2, column fra: The cell is empty. Write 2025-03-31 or 31.03.2025.',
    ],
    [
      'a1;2025-02-30;;x;1\n',
      1,
      'people.csv, row 2, column fra: "9999-99-99" is not a date. Write 2025-03-31 or 31.03.2025.',
    ],
    [
      'a1;2025-02-01;;x;-1\n',
      1,
      'people.csv, row 2, column poeng: "-1" is no weight. Write a number, not negative, such as 1,4.',
    ],
  ])('%j is told', async (rows, lost, message) => {
    const { findings, refused } = await readAssessed(rows);
    expect(findings.map(describeFinding)).toEqual([message]);
    expect(refused).toBe(lost);
  });

  it.each([
    ['one after the other', 'a1;2025-01-01;2025-06-30;x;1\na1;2025-07-01;;x;2\n'],
    ['by two instruments', 'a1;2025-01-01;;x;1\na1;2025-01-01;;y;2\n'],
    ['of two persons', 'a1;2025-01-01;;x;1\nb1;2025-01-01;;x;2\n'],
    ['of a single day', 'a1;2025-01-01;2025-01-01;x;1\n'],
  ])('%s are right', async (_, rows) => {
    expect((await readAssessed(rows)).findings).toEqual([]);
  });

  it('a score without a weight is told', async () => {
    const { findings } = await readAssessed('a1;2025-01-01;;x;9\n', {
      weights: new Map([['1', fraction(1n)]]),
    });
    expect(findings.map(describeFinding)).toEqual([
      'people.csv, row 2, column poeng: "9" is no score that has a weight. Give it one under "weights" in the source.',
    ]);
  });
});

describe('whatever stands in a file', () => {
  const cell = fc.constantFrom(
    '',
    'a1',
    'b2',
    '01014112345',
    '1941',
    '1850',
    'K',
    'x',
    '2025-01-01',
    '"',
    'æ ø',
    '0',
  );
  const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 5 }), { maxLength: 8 });
  it.each([
    ['people', PEOPLE, HEAD] as const,
    ['assessments', ASSESSMENTS, 'pnr;fra;til;skjema;poeng\n'] as const,
  ])('every row of %s is canonical or found', async (_, source, head) => {
    await fc.assert(
      fc.asyncProperty(rows, async (table) => {
        const text = `${head}${table.map((cells) => `${cells.join(';')}\n`).join('')}`;
        const { rows: kept, read: all, refused, findings } = await read(text, source);
        expect(kept.length).toBe(all - refused);
        if (refused > 0) expect(findings.length).toBeGreaterThan(0);
        const said = JSON.stringify([kept, findings], (_key, value) =>
          typeof value === 'bigint' ? `${value}` : value,
        );
        expect(said).not.toContain('01014112345');
      }),
      { numRuns: 40 },
    );
  });
});
