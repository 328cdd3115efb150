// What the table readers make of identity numbers in the person column, and of those that stand where none belongs.

import { describe, expect, it } from 'vitest';
import { MODEL, type Read, readActivity, readLedger } from '../../../test/support/table-workspace.ts';
import { describeFinding } from '../../findings/finding.ts';
import type { Country } from '../../model/model.ts';
import { couldIdentify } from './fault.ts';

const messages = ({ findings }: Read): string[] => findings.map(describeFinding);
const PERSON = '01818512321';
const HEADER = 'pnr;tjeneste;enhet;dato;minutter;behov\n';
const row = (person: string): string => `${person};Hjemmesykepleie;Sjøsiden;2025-03-31;5;\n`;
const inCountry = (country: Country) => ({
  model: { ...MODEL, municipality: { ...MODEL.municipality, country } },
});
const persons = ({ rows }: Read): unknown[] => rows['records']!.map(({ person }) => person);
const marks = ({ rows }: Read): string[] =>
  rows['persons']!.map((one) => String(one['pseudonym']).slice(0, 1));

describe('the person column', () => {
  it('has one person in every spelling, one of them with its zero lost', async () => {
    const written = ['1818512321', '018185 12321', '018185-12321', PERSON];
    const read = await readActivity(HEADER + written.map(row).join(''));
    expect(persons(read)).toEqual([0, 0, 0, 0]);
    expect(messages(read)).toEqual([
      'table.csv, column pnr: An identity number had lost zeros in front, as spreadsheets do; they were put back. Format the column as text before the file is saved.',
    ]);
  });

  it('keeps the rows of a number in doubt apart, with a warning that says how many', async () => {
    const wrong = ['01818512322', '018185 12322', '31028512321', '181851232'];
    const read = await readActivity(HEADER + [PERSON, ...wrong, 'A-17', '1818512322'].map(row).join(''));
    expect(messages(read)).toEqual([
      'table.csv, row 3, column pnr: 3 identity numbers are not valid (1 with a wrong control digit, 1 with a date that does not exist, 1 with a digit missing). The rows count; whoever they mean is taken for somebody else than the person with the right number. Correct the numbers in the system that the file comes from.',
    ]);
    expect(read.findings).toMatchObject([{ severity: 'warning', count: 4 }]);
    expect(read).toMatchObject({ read: 7, refused: 0 });
    expect(marks(read)).toEqual(['l', 'l', 'p', 'u', 'u', 'u']);
    const [sound, doubtful, again] = persons(read);
    expect(doubtful).toBe(again);
    expect(doubtful).not.toBe(sound);
  });

  it('refuses numbers that a spreadsheet has shortened', async () => {
    const read = await readActivity(HEADER + row('1,01851E+10') + row(PERSON));
    expect(messages(read)).toEqual([
      'table.csv, row 2, column pnr: A spreadsheet has shortened identity numbers to the form 1,01E+10; their last digits are lost. Format the column as text where the numbers are whole, and export the file again.',
    ]);
    expect(read).toMatchObject({ read: 2, refused: 1, findings: [{ severity: 'error' }] });
  });

  it('reads ten and twelve Swedish digits as one person, by the year of the data', async () => {
    const written = ['811218-9876', '198112189876', '19811218-9876', '8112189876'];
    const read = await readActivity(HEADER + written.map(row).join(''), {}, inCountry('SE'));
    expect(messages(read)).toEqual([]);
    expect(persons(read)).toEqual([0, 0, 0, 0]);
  });

  it('knows the numbers of its own country only', async () => {
    const read = await readActivity(HEADER + row('070761-4285') + row(PERSON), {}, inCountry('DK'));
    expect(messages(read)).toEqual([]);
    expect(marks(read)).toEqual(['l', 'p']);
  });
});

describe('an identity number in another column', () => {
  const astray = (place: string): string =>
    `table.csv, ${place}: An identity number stands in a column that does not hold persons. Name the right columns in the source, or take the number out of the file.`;

  it.each([
    ['tjeneste', `x;Hjelp til ${PERSON};sjosiden;2025-03-31;5;\n`],
    ['enhet', 'x;Hjemmesykepleie;018185 12321;2025-03-31;5;\n'],
    ['behov', `x;Hjemmesykepleie;sjosiden;2025-03-31;5;${PERSON}\n`],
    ['behov', 'x;Sykehjem;solvang;2025-03-31;5;018185-12321\n'],
  ])('%s refuses an activity file', async (column, line) => {
    const read = await readActivity(HEADER + line + row(PERSON));
    expect(messages(read)).toContain(astray(`row 2, column ${column}`));
    expect(JSON.stringify(read.rows, (_, value) => (typeof value === 'bigint' ? 0 : value))).not.toMatch(
      /018185.?12321/,
    );
  });

  it.each([
    ['prosjekt', '253;010;1;018185 12321\n'],
    ['ansvar', `253;010;${PERSON};\n`],
  ])('%s refuses a ledger', async (column, line) => {
    const columns = {
      function: 'funksjon',
      article: 'art',
      responsibility: 'ansvar',
      project: 'prosjekt',
      amount: 'b',
    };
    const header = 'funksjon;art;ansvar;prosjekt;b\n';
    const amount = line.replace('\n', ';100\n');
    const read = await readLedger(`${header}${amount}253;010;1;P1;100\n`, { columns, accountString: [] });
    expect(messages(read)).toContain(astray(`row 2, column ${column}`));
    expect(JSON.stringify(read.rows['accounts'])).not.toMatch(/018185.?12321/);
  });

  it('in place of an account string refuses a ledger', async () => {
    const read = await readLedger('Kontostreng;Periode;Beløp\n018185 - 12321 ;2025-01;100\n', {
      accountString: [{ field: 'function', length: 3 }],
    });
    expect(messages(read)).toContain(astray('row 2, column Kontostreng'));
  });

  it('is none where the account string has its declared length, whatever its digits', async () => {
    const read = await readLedger(`Kontostreng;Periode;Beløp\n${PERSON};2025-01;100\n`);
    expect(messages(read)).toEqual([]);
  });

  it.each(['01 81 85 12322', '018185 - 12322', '018185.123.22'])(
    'is not shown when it is in doubt: %s',
    async (text) => {
      const read = await readLedger(`Kontostreng;Periode;Beløp\n1;2025-01;${text}\n${text} 1;2025-01;1\n`);
      expect(messages(read).length).toBeGreaterThan(1);
      expect(messages(read).join()).not.toMatch(/12322|123.22/);
    },
  );
});

describe('the form of an identity number', () => {
  it.each([
    ['018185 12322', true],
    ['01.81.85-123 22', true],
    ['０１８１８５１２３２２', true],
    ['8112189876', true],
    ['Solvang 12', false],
    ['2025-01-31', false],
    ['22 33 44 55', false],
    ['4710 254 010 0', false],
  ])('%s: %s', (text, expected) => {
    expect(couldIdentify(text)).toBe(expected);
  });
});
