import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import {
  type HandMade,
  partsOf,
  row,
  type Word,
  workbookOf,
  zipOf,
} from '../../../../test/support/hand-made-workbook.ts';
import {
  MODEL,
  type Options,
  type Read,
  readActivity,
  readLedger,
} from '../../../../test/support/table-workspace.ts';
import { describeFinding } from '../../../findings/finding.ts';
import type { LedgerSource } from '../../../model/model.ts';
import { dateText, numberText, plainText, shownByCode, timeText } from './cell-value.ts';

const HEADER = ['Kontostreng', 'Periode', 'Beløp'];
const ACCOUNT = '47102540101';
const XLSX: Options = { file: 'ledger.xlsx' };

const read = (made: HandMade, source: Partial<LedgerSource> = {}): Promise<Read> =>
  readLedger(workbookOf(made), source, XLSX);
const messages = ({ findings }: Pick<Read, 'findings'>): string[] => findings.map(describeFinding);
const amounts = ({ rows }: Read): [unknown, unknown][] =>
  (rows.postings ?? []).map((posting) => [posting.row, posting.amount_ore]);

/** A sheet of the header and one row of these words. */
const one = (...words: Word[]): HandMade => ({ rows: row(1, HEADER) + row(2, words) });
const number = (value: string, attributes = ''): Word => ({ xml: `<v>${value}</v>`, attributes });

describe('what a cell says', () => {
  it.each<[string, Word[], Omit<HandMade, 'rows'>, bigint]>([
    ['a number', [ACCOUNT, '2025-03', 1234.5], {}, 123_450n],
    [
      'a number with the digits that Excel writes',
      [ACCOUNT, '2025-03', number('4.0999999999999996')],
      {},
      410n,
    ],
    ['a number with an exponent', [ACCOUNT, '2025-03', number('1.5E3')], {}, 150_000n],
    ['an amount as text', [ACCOUNT, '2025-03', '1 234,50'], {}, 123_450n],
    ['a shared text', [number('0', 't="s"'), '2025-03', 7], { texts: [ACCOUNT] }, 700n],
    [
      'a shared text in pieces, with reading aids',
      [number('0', 't="s"'), '2025-03', 7],
      { texts: ['<r><t>4710254</t></r><r><t>0101</t></r><rPh><t>9</t></rPh>'] },
      700n,
    ],
    [
      'an inline text in pieces',
      [
        { xml: `<is><r><t>4710</t></r><r><t>2540101</t></r></is>`, attributes: 't="inlineStr"' },
        '2025-03',
        7,
      ],
      {},
      700n,
    ],
    ['a date', [ACCOUNT, number('45747', 's="1"'), 7], { formats: [0, 14] }, 700n],
    [
      'a date of its own format',
      [ACCOUNT, number('45747', 's="1"'), 7],
      { formats: [0, 'dd.mm.yyyy'] },
      700n,
    ],
    ['a date of 1904', [ACCOUNT, number('44285', 's="1"'), 7], { formats: [0, 14], is1904: true }, 700n],
    ['a date as text of its own type', [ACCOUNT, number('2025-03-31T00:00:00', 't="d"'), 7], {}, 700n],
    ['an account that is a number', [number(ACCOUNT), '2025-03', 7], {}, 700n],
    [
      'percent and accounting formats',
      [ACCOUNT, '2025-03', number('7', 's="1"')],
      { formats: [9, '_-* #,##0.00 &quot;kr&quot;_-;[Red]-#,##0'] },
      700n,
    ],
    ['a cell without a place', [ACCOUNT, '2025-03', number('7')], {}, 700n],
  ])('%s', async (_, words, made, expected) => {
    const found = await read({ ...one(...words), ...made });
    expect(messages(found)).toEqual([]);
    expect(found).toMatchObject({ read: 1, refused: 0, sumOre: expected, years: [2025] });
    expect(found.rows.postings).toMatchObject([{ row: 2, year: 2025, month: 3 }]);
    expect(found.rows.accounts).toMatchObject([
      { responsibility: '4710', function: '254', article: '010', own: '1' },
    ]);
  });

  it.each<[string, Word[], Omit<HandMade, 'rows'>, string]>([
    [
      'an amount finer than an øre',
      [ACCOUNT, '2025-03', 12.345],
      {},
      ', row 2, column Beløp: "12,345" is not an amount in kroner with at most two decimals. Write it as 12 500,00.',
    ],
    [
      'a truth',
      [ACCOUNT, '2025-03', number('1', 't="b"')],
      {},
      ', row 2, column Beløp: "TRUE" is not an amount in kroner with at most two decimals. Write it as 12 500,00.',
    ],
    [
      'a duration',
      [ACCOUNT, '2025-03', number('0.3125', 's="1"')],
      { formats: [0, '[h]:mm'] },
      ', row 2, column Beløp: "07:30:00" is not an amount in kroner with at most two decimals. Write it as 12 500,00.',
    ],
    [
      '29 February 1900',
      [ACCOUNT, number('60', 's="1"'), 7],
      { formats: [0, 14] },
      ', row 2, column Periode: "1900-02-29" is not a period, such as 2025-03 or 202503. Write a period, such as 2025-03 or 202503.',
    ],
    [
      'an error value',
      [ACCOUNT, '2025-03', number('#N/A', 't="e"')],
      {},
      ', row 2, column Beløp: A cell holds an error value, such as #N/A, in place of its own. Correct the formula in the workbook, and save it again.',
    ],
    [
      'a formula that was never calculated',
      [ACCOUNT, '2025-03', { xml: '<f>B2+1</f>' }],
      {},
      ', row 2, column Beløp: A cell holds a formula that was never calculated. Open the workbook in the spreadsheet program, let it calculate, and save it again.',
    ],
    [
      'a code that lost its zeros',
      [number('7102540101'), '2025-03', 7],
      {},
      ', row 2, column Kontostreng: A cell holds a code as a number that is shorter than the code: it has lost its first zeros. Format the column as text, and fill it in again from the system that it comes from.',
    ],
    [
      'a number of sixteen digits',
      [number('5303210010010110'), '2025-03', 7],
      {},
      ', row 2, column Kontostreng: A cell holds a number of more than 15 digits, of which a sheet loses the last. Format the column as text, and fill it in again from the system that it comes from.',
    ],
  ])('refused: %s', async (_, words, made, expected) => {
    const found = await read({ ...one(...words), ...made });
    expect(messages(found)[0]).toBe(`ledger.xlsx${expected}`);
    expect(found).toMatchObject({ read: 1, refused: 1, sumOre: 0n });
  });

  it('a date without its format is no date', async () => {
    const columns = { account: 'Kontostreng', date: 'Periode', amount: 'Beløp' };
    expect(messages(await read(one(ACCOUNT, 45747, 7), { columns }))).toEqual([
      'ledger.xlsx, row 2, column Periode: "45747" is not a date, such as 2025-03-31 or 31.03.2025. Write a date, such as 2025-03-31 or 31.03.2025.',
    ]);
  });

  it('a formula counts with the value that was stored with it, and is told', async () => {
    const formula = (value: number): Word => ({ xml: `<f>SUM(A1)</f><v>${value}</v>` });
    const found = await read({
      rows:
        row(1, HEADER) +
        row(2, [ACCOUNT, '2025-03', formula(12.5)]) +
        row(3, [ACCOUNT, '2025-03', formula(1)]),
    });
    expect(found).toMatchObject({ read: 2, refused: 0, sumOre: 1350n });
    expect(messages(found)).toEqual([
      'ledger.xlsx, row 2, column Beløp: 2 cells, of which this is the first: each holds a formula; the value that was stored with it is read. Check that the workbook was calculated before it was saved, or deliver values.',
    ]);
    expect(found.findings).toMatchObject([{ severity: 'warning', count: 2 }]);
  });

  it('codes in columns of their own have KOSTRA’s length where no account string is declared', async () => {
    const made = { rows: row(1, ['Funksjon', 'Art', 'Beløp']) + row(2, [254, 10, 7]) };
    const columns = { function: 'Funksjon', article: 'Art', amount: 'Beløp' };
    const found = await readLedger(workbookOf(made), { columns, year: 2025, accountString: [] }, XLSX);
    expect(messages(found)[0]).toMatch(/^ledger.xlsx, row 2, column Art: A cell holds a code as a number/);
  });
});

describe('the sheet', () => {
  const ROW = [ACCOUNT, '2025-03', 7];

  it('empty rows, rows of nothing but formats and what stands in other columns are no rows', async () => {
    const empty = row(3, [undefined, undefined, { xml: '' }, 'a remark']);
    const found = await read({
      rows: row(1, HEADER) + row(2, ROW) + empty + row(7, ROW) + row(8, ['', ' ']) + row(90, []),
    });
    expect(messages(found)).toEqual([]);
    expect(amounts(found)).toEqual([
      [2, 700n],
      [7, 700n],
    ]);
    expect(found).toMatchObject({ read: 2, refused: 0 });
  });

  it('the header may stand further down, under a title', async () => {
    const found = await read(
      {
        rows: row(1, ['Ledger of 2025']) + row(4, ['', ...HEADER]) + row(5, ['', ...ROW]),
        after: '<mergeCells><mergeCell ref="A1:D1"/></mergeCells>',
      },
      { headerRow: 4 },
    );
    expect(messages(found)).toEqual([]);
    expect(amounts(found)).toEqual([[5, 700n]]);
  });

  it.each<[string, HandMade, Partial<LedgerSource>, string[]]>([
    [
      'a title above the header',
      { rows: row(1, ['Ledger of 2025']) + row(2, HEADER) + row(3, ROW) },
      {},
      HEADER.map(
        (name, i) =>
          `ledger.xlsx, row 1, column ${name}: There is no column "${name}" in the header; the model reads ${['account', 'period', 'amount'][i]} from it. Write header-row: and the number of the row that names the columns in the source.`,
      ),
    ],
    [
      'a header twice',
      { rows: row(1, [...HEADER, 'Beløp']) + row(2, ROW) },
      {},
      [
        'ledger.xlsx, row 1, column Beløp: The header has the column "Beløp" more than once. Rename one of them.',
      ],
    ],
    [
      'no such sheet',
      { rows: row(1, HEADER) },
      { sheet: 'Ark' },
      ['ledger.xlsx: The workbook has no sheet "Ark". Did you mean "Ark1"?'],
    ],
    [
      'a header and no rows',
      { rows: row(1, HEADER) },
      {},
      ['ledger.xlsx: The file has a header and no rows. Deliver it again.'],
    ],
    [
      'merged cells',
      {
        rows: row(1, HEADER) + row(2, ROW) + row(3, ROW),
        after: '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="E2:F9"/></mergeCells>',
      },
      {},
      [
        'ledger.xlsx, row 2: A block of merged cells covers rows of the table: only the first cell of a block holds a value. Unmerge the cells, and write the value in each of them.',
      ],
    ],
    [
      'several sheets',
      { rows: row(1, HEADER) + row(2, ROW), more: [{ name: 'Pivot', rows: '' }] },
      {},
      [
        'ledger.xlsx: The workbook has 2 sheets: "Ark1", "Pivot". The first is read. Write sheet: Ark1 in the source, or name another.',
      ],
    ],
    [
      'several sheets, one named',
      { rows: '', more: [{ name: 'Bilag', rows: row(1, HEADER) + row(2, ROW) }] },
      { sheet: 'Bilag' },
      [],
    ],
    [
      'a hidden sheet',
      { rows: row(1, HEADER) + row(2, ROW), state: 'hidden' },
      {},
      ['ledger.xlsx: The sheet "Ark1" is hidden in the workbook. It is read.'],
    ],
    [
      'a hidden row',
      { rows: row(1, HEADER) + row(2, ROW, 'hidden="1"') },
      {},
      [
        'ledger.xlsx, row 2: A row is hidden in the sheet; it is read. Nothing to do if it belongs to the ledger or the activity; else take it out.',
      ],
    ],
  ])('%s', async (_, made, source, expected) => {
    expect(messages(await read(made, source))).toEqual(expected);
  });

  it('other programs: prefixes, no places, cells of UTF-16, "\\" between folders', async () => {
    const parts = partsOf({ rows: '', texts: ['Kontostreng', 'Periode', 'Bel_x00F8_p'] }).map((part) => {
      if (part.name !== 'xl/worksheets/sheet1.xml') return { ...part, name: part.name.replaceAll('/', '\\') };
      const cells = (values: string[], type = '') =>
        values.map((value) => `<x:c${type}><x:v>${value}</x:v></x:c>`).join('');
      const text = `<x:worksheet><x:sheetData><x:row>${cells(['0', '1', '2'], ' t="s"')}</x:row><x:row>${cells([ACCOUNT, '202503', '7'])}</x:row></x:sheetData></x:worksheet>`;
      return { ...part, content: Buffer.from(`\ufeff${text}`, 'utf16le') };
    });
    const found = await readLedger(zipOf(parts), {}, XLSX);
    expect(messages(found)).toEqual([]);
    expect(amounts(found)).toEqual([[2, 700n]]);
  });

  it('what another program writes is read as it was given', async () => {
    const given = [
      [ACCOUNT, new Date(Date.UTC(2025, 2, 31)), 1234.5],
      [ACCOUNT, new Date(Date.UTC(2025, 11, 1)), -0.07],
    ];
    for (const stringMode of ['shared', 'inline'] as const)
      for (const dateSystem of ['1900', '1904'] as const) {
        const bytes = await writeXlsx({
          sheets: [{ name: 'Ark1', rows: [HEADER, ...given] }],
          stringMode,
          dateSystem,
        });
        const found = await readLedger(bytes, {}, XLSX);
        expect(messages(found)).toEqual([]);
        expect(found.rows.postings).toMatchObject([
          { row: 2, year: 2025, month: 3, amount_ore: 123_450n },
          { row: 3, year: 2025, month: 12, amount_ore: -7n },
        ]);
      }
  });

  it('activity is read as from any other table, and its persons are pseudonyms', async () => {
    const header = ['pnr', 'tjeneste', 'enhet', 'dato', 'minutter', 'behov'];
    const made: HandMade = {
      rows:
        row(1, header) +
        row(2, [number('13097248022'), 'Hjemmesykepleie', 'Sjøsiden', number('45747', 's="1"'), 45, '']) +
        row(3, ['130972 48022', 'Hjemmesykepleie', 'solvang', '2025-03-31', 1.5, '']) +
        row(4, [number('1818512321'), 'Hjemmesykepleie', 'Sjøsiden', '2025-03-31', 45, '']),
      formats: [0, 14],
    };
    const found = await readActivity(workbookOf(made), {}, { file: 'delivered.xlsx', model: MODEL });
    expect(found).toMatchObject({ read: 3, refused: 0 });
    expect(found.rows.persons).toHaveLength(2);
    expect(messages(found)).toEqual([
      'delivered.xlsx, column pnr: An identity number had lost zeros in front, as spreadsheets do; they were put back. Format the column as text before the file is saved.',
    ]);
  });
});

describe('values', () => {
  it.each([
    ['4.0999999999999996', '4.1'],
    ['-0', '0'],
    ['1E-3', '0.001'],
    ['12 5', undefined],
    ['1e999', undefined],
    ['NaN', undefined],
    ['0x10', undefined],
  ])('the number %s', (stored, expected) => expect(numberText(stored)).toBe(expected));

  it.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [45_747.999_999_9, false, '2025-04-01'],
    [45_747.5, false, '2025-03-31T12:00:00'],
    [0, true, '1904-01-01'],
    [0.5, false, undefined],
    [-1, false, undefined],
    [2_958_466, false, undefined],
  ])('the day %s (1904: %s)', (serial, is1904, expected) => expect(dateText(serial, is1904)).toBe(expected));

  it.each([
    ['General', 'number'],
    ['#,##0.00" dager"', 'number'],
    ['[Red]0.00', 'number'],
    ['0.00E+00', 'number'],
    ['mmm yy', 'date'],
    ['[$-414]d. mmmm yyyy', 'date'],
    ['mmmm', 'date'],
    ['[h]:mm', 'time'],
    ['hh:mm:ss', 'time'],
  ])('the format %s', (code, expected) => expect(shownByCode(code)).toBe(expected));

  it('times and texts', () => {
    expect([timeText(0.3125), timeText(1.5), timeText(-0.25)]).toEqual(['07:30:00', '36:00:00', '-06:00:00']);
    expect(plainText('a_x000D_b_x001F_c\u0001')).toBe('a b c ');
  });
});
