import { describe, expect, it } from 'vitest';
import { LEDGER, type Read, readLedger } from '../../../test/support/table-workspace.ts';
import { describeFinding } from '../../findings/finding.ts';

const HEADER = 'Kontostreng;Periode;Beløp\n';
const messages = ({ findings }: Read): string[] => findings.map(describeFinding);
const amounts = ({ rows }: Read): unknown[] => rows['postings']!.map((row) => row['amount_ore']);
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('a ledger in a table', () => {
  it('becomes postings in øre on accounts in order, leading zeros kept', async () => {
    const read = await readLedger(
      `${HEADER}47102540101;2025-01;1 234,50\n00012547100;202502;-3\n47102540101;2025-12;0,05\n`,
    );
    expect(messages(read)).toEqual([]);
    expect(read).toMatchObject({ register: 'ledger', read: 3, refused: 0, sumOre: 123_155n, years: [2025] });
    expect(read.rows['postings']).toEqual([
      { row: 2, account: 1, year: 2025, month: 1, amount_ore: 123_450n },
      { row: 3, account: 0, year: 2025, month: 2, amount_ore: -300n },
      { row: 4, account: 1, year: 2025, month: 12, amount_ore: 5n },
    ]);
    const account = { class: '', object: '', project: '' };
    expect(read.rows['accounts']).toEqual([
      { account: 0, ...account, responsibility: '0001', function: '254', article: '710', own: '0' },
      { account: 1, ...account, responsibility: '4710', function: '254', article: '010', own: '1' },
    ]);
  });

  describe('amounts', () => {
    const cases: readonly [string, string, bigint | undefined][] = [
      ['plain', '12', 1200n],
      ['one decimal', '12,5', 1250n],
      ['decimals only', ',50', 50n],
      ['trailing zeros are no finer', '12,5000', 1250n],
      ['a decimal mark and nothing after', '12,', 1200n],
      ['spaces', '1 234 567,50', 123_456_750n],
      ['no-break space', '1\u00a0234\u00a0567,50', 123_456_750n],
      ['narrow no-break and thin space', '1\u202f234\u2009567,50', 123_456_750n],
      ['points between thousands', '1.234.567,50', 123_456_750n],
      ['leading minus', '-12,50', -1250n],
      ['minus and space', '- 12,50', -1250n],
      ['trailing minus', '12,50-', -1250n],
      ['trailing minus after a space', '1 200,50 -', -120_050n],
      ['minus sign U+2212', '\u221212,50', -1250n],
      ['en dash', '\u201312,50', -1250n],
      ['parentheses', '(1.234,50)', -123_450n],
      ['plus', '+12,50', 1250n],
      ['around it spaces', '  12,50  ', 1250n],
      ['large', '123456789012345,67', 12_345_678_901_234_567n],
      ['too large', '1234567890123456789,00', undefined],
      ['groups of two', '12 34,50', undefined],
      ['points that are no groups', '1234.50', undefined],
      ['mixed groups', '1.234 567,50', undefined],
      ['two decimal marks', '12,5,0', undefined],
      ['three decimals', '12,345', undefined],
      ['two minuses', '-12-', undefined],
      ['minus in parentheses', '(-12)', undefined],
      ['power of ten', '1e3', undefined],
      ['hexadecimal', '0x10', undefined],
      ['text', 'tolv', undefined],
      ['only a sign', '-', undefined],
      ['only a mark', ',', undefined],
      ['empty', '', undefined],
      ['NaN', 'NaN', undefined],
      ['infinity', 'inf', undefined],
      ['other digits', '١٢', undefined],
    ];
    it('as they are written', async () => {
      const text = cases.map(([, written]) => `47102540101;2025-01;${written}\n`).join('');
      const read = await readLedger(HEADER + text);
      const byRow = new Map(read.rows['postings']!.map((row) => [row['row'], row['amount_ore']]));
      const found = cases.map(([name, written], i) => [name, written, byRow.get(i + 2)]);
      expect(found).toEqual(cases);
      expect(read.refused).toBe(cases.filter(([, , ore]) => ore === undefined).length);
    });

    it.each([
      ['ore', '1250', 1250n],
      ['kroner', '12,50', 1250n],
      ['thousand', '12,5', 1_250_000n],
      ['thousand', '0,00001', 1n],
    ] as const)('written in %s: %s', async (unit, written, ore) => {
      const amount = { ...LEDGER.amount, unit };
      expect(amounts(await readLedger(`${HEADER}47102540101;2025-01;${written}\n`, { amount }))).toEqual([
        ore,
      ]);
    });

    it('written with the other decimal mark, told with the line of the model that says so', async () => {
      const read = await readLedger(`${HEADER}47102540101;2025-01;100000.00\n`);
      expect(messages(read)).toEqual([
        'table.csv, row 2, column Beløp: "100000.00" is not an amount in kroner with at most two decimals. Write it as 12 500,00; if the whole file writes decimals so, say decimal: "." under amount.',
      ]);
    });

    it.each([
      ['ore', '12,50', 'an amount in whole øre', '1 250 000'],
      ['kroner', '12,345', 'an amount in kroner with at most two decimals', '12 500,00'],
      ['thousand', '0,000001', 'an amount in thousand kroner with at most five decimals', '12,5'],
    ] as const)('finer than an øre in %s: %s', async (unit, written, expected, example) => {
      const amount = { ...LEDGER.amount, unit };
      const read = await readLedger(`${HEADER}47102540101;2025-01;${written}\n`, { amount });
      expect(messages(read)).toEqual([
        `table.csv, row 2, column Beløp: "${written}" is not ${expected}. Write it as ${example}.`,
      ]);
    });

    it('with a decimal point', async () => {
      const amount = { ...LEDGER.amount, decimal: '.' as const };
      const read = await readLedger(
        `${HEADER}47102540101;2025-01;1,234,567.50\n47102540101;2025-01;1234.5\n47102540101;2025-01;1,23\n`,
        { amount, delimiter: ';' },
      );
      expect(amounts(read)).toEqual([123_456_750n, 123_450n]);
      expect(read.refused).toBe(1);
    });

    it('with signs turned', async () => {
      const amount = { ...LEDGER.amount, income: 'positive' as const };
      const read = await readLedger(`${HEADER}47102546000;2025-01;12,50\n`, { amount });
      expect(amounts(read)).toEqual([-1250n]);
    });

    it('as debit and credit', async () => {
      const columns = { account: 'Konto', period: 'P', debit: 'Debet', credit: 'Kredit' };
      const read = await readLedger(
        'Konto;P;Debet;Kredit\n47102540101;202501;12,50;\n47102540101;202501;;2,50\n47102540101;202501;7;2\n47102540101;202501;;\n47102540101;202501;1;x\n',
        { columns },
      );
      expect(amounts(read)).toEqual([1250n, -250n, 500n]);
      expect(messages(read)).toEqual([
        'table.csv, row 5, column Debet / Kredit: The amount is empty. Write it as 12 500,00.',
        'table.csv, row 6, column Debet / Kredit: "1" / "x" is not an amount in kroner with at most two decimals. Write it as 12 500,00.',
      ]);
    });
  });

  it('lists twenty faults of a kind and counts the rest', async () => {
    const read = await readLedger(HEADER + '47102540101;2025-01;x\n'.repeat(25));
    expect(read).toMatchObject({ read: 25, refused: 25 });
    expect(read.findings).toHaveLength(21);
    expect(read.findings.at(-1)).toMatchObject({ message: 'And 5 more rows of the same kind.', count: 5 });
  });

  it('an account string of another length is a finding', async () => {
    const read = await readLedger(`${HEADER}471025401;2025-01;1\n47102540101;2025-01;2\n;2025-01;3\n`);
    expect(amounts(read)).toEqual([200n]);
    expect(messages(read)).toEqual([
      'table.csv, row 2, column Kontostreng: The account string "471025401" has 9 characters; its declared parts take 11. Correct the string, or account-string in the model.',
      'table.csv, row 4, column Kontostreng: The account string is empty. Correct the string, or account-string in the model.',
    ]);
  });

  it('dimensions may stand in columns of their own', async () => {
    const columns = {
      responsibility: 'Ansvar',
      function: 'Funksjon',
      article: 'Art',
      month: 'Mnd',
      year: 'År',
      amount: 'Beløp',
    };
    const read = await readLedger(
      'År;Mnd;Ansvar;Funksjon;Art;Beløp\n2025;3; 0471 ;254;010;1\n2025;03;0471;254;010;1\n',
      { columns },
    );
    expect(messages(read)).toEqual([]);
    expect(read.rows['accounts']).toMatchObject([
      { responsibility: '0471', function: '254', article: '010', own: '' },
    ]);
    expect(read.rows['postings']).toMatchObject([
      { account: 0, month: 3 },
      { account: 0, month: 3 },
    ]);
  });

  describe('years', () => {
    it('a row of another year than declared is an error', async () => {
      const read = await readLedger(`${HEADER}47102540101;2024-12;1\n47102540101;2025-01;2\n`, {
        year: 2025,
      });
      expect(messages(read)).toEqual([
        'table.csv, row 2, column Periode: The row is of 2024; the model says that the file is of 2025. Take the row out, or correct year in the source.',
      ]);
      expect(read.sumOre).toBe(200n);
    });
    it('some rows of another year are a warning, all rows an error', async () => {
      const some = await readLedger(`${HEADER}47102540101;2024-12;1\n47102540101;2025-01;2\n`);
      expect(some.findings).toMatchObject([
        { rule: 'ledger/other-year', severity: 'warning', count: 1, amountOre: 100n },
      ]);
      expect(some).toMatchObject({ read: 2, refused: 0, years: [2024, 2025] });
      const all = await readLedger(`${HEADER}47102540101;2024-12;1\n`);
      expect(all.findings).toMatchObject([{ rule: 'ledger/other-year', severity: 'error' }]);
    });
    it('bare months take the declared year, or the cost year with a note', async () => {
      expect((await readLedger(`${HEADER}47102540101;3;1\n`, { year: 2025 })).findings).toEqual([]);
      const read = await readLedger(`${HEADER}47102540101;3;1\n`);
      expect(messages(read)).toEqual([
        'table.csv: Nothing says which year the rows are of; they are read as 2025, the cost year. Write year: 2025 in the source.',
      ]);
      expect(read.rows['postings']).toMatchObject([{ year: 2025, month: 3 }]);
    });
    it('period 13 is December, with a note', async () => {
      const read = await readLedger(`${HEADER}47102540101;202513;1\n`);
      expect(read.rows['postings']).toMatchObject([{ year: 2025, month: 12 }]);
      expect(messages(read)).toEqual(['table.csv: Period 13, which closes the year, counts as December.']);
    });
  });

  it('expenses that sum to less than nothing are pointed out', async () => {
    const read = await readLedger(`${HEADER}47102540101;2025-01;-1\n47102546000;2025-01;5\n`);
    expect(read.findings).toMatchObject([
      { rule: 'ledger/turned-signs', severity: 'warning', amountOre: -100n },
    ]);
  });

  describe('the form of the file', () => {
    const row = '47102540101;2025-01;12,50';
    it.each([
      ['UTF-8', `${HEADER}${row}\n`],
      ['UTF-8 with a mark', `\ufeff${HEADER}${row}\n`],
      ['latin-1', latin1(`${HEADER}${row}\n`)],
      [
        'Windows-1252',
        Buffer.concat([latin1(`${HEADER}${row}\n47102540101;2025-02;`), Buffer.from([0x96]), latin1('0\n')]),
      ],
      ['UTF-16 with a mark', Buffer.from(`\ufeff${HEADER}${row}\n`, 'utf16le')],
      ['UTF-16, other byte order', Buffer.from(`\ufeff${HEADER}${row}\n`, 'utf16le').swap16()],
      ['CR LF', `${HEADER}${row}\n`.replaceAll('\n', '\r\n')],
      ['line breaks of both kinds', `${HEADER}${row}\r\n47102540101;2025-02;0\n`],
      ['commas and a quoted amount', 'Kontostreng,Periode,Beløp\n47102540101,2025-01,"12,50"\n'],
      ['tabs', `${HEADER}${row}\n`.replaceAll(';', '\t')],
      ['bars', `${HEADER}${row}\n`.replaceAll(';', '|')],
      [
        'more columns, in another order',
        'Tekst;Beløp;Periode;Kontostreng\n"a;""b""\nc";12,50;2025-01;47102540101\n',
      ],
      ['a delimiter at the end of every line', `${HEADER}${row}\n`.replaceAll('\n', ';\n')],
      ['a delimiter at the end of rows only', `${HEADER}${row};\n`],
      ['empty lines at the end', `${HEADER}${row}\n\n\r\n`],
      [
        'a header over several lines',
        `"Konto-\nnavn";"Beløp";Periode;Kontostreng\n;12,50;2025-01;47102540101\n`,
      ],
      ['names with spaces around', ` Kontostreng ; Periode;Beløp\n${row}\n`],
    ])('%s', async (_, bytes) => {
      const read = await readLedger(bytes);
      expect(messages(read)).toEqual([]);
      expect(read).toMatchObject({ sumOre: 1250n, refused: 0 });
      expect(read.rows['postings']![0]).toMatchObject({ row: 2, month: 1 });
    });

    it.each([
      ['blank line between', `${HEADER}\n${row}\n\n\n47102540101;2025-02;1\n`, [3, 6]],
      ['rows of nothing but delimiters', `${HEADER}${row}\n;;\n47102540101;2025-02;1\n;;\n`, [2, 4]],
      [
        'line breaks in quotation marks',
        `Kontostreng;Periode;Beløp;Tekst\n${row};"a\n\nb"\n47102540101;2025-02;1;\n`,
        [2, 3],
      ],
    ])('rows count as a spreadsheet shows them: %s', async (_, text, rows) => {
      const read = await readLedger(text);
      expect(messages(read)).toEqual([]);
      expect(read.read).toBe(2);
      expect(read.rows['postings']!.map((posting) => posting['row'])).toEqual(rows);
    });

    it.each<[string, string | Uint8Array, Partial<typeof LEDGER>, string[]]>([
      ['no bytes', '', {}, ['table.csv: The file is empty. Deliver it again.']],
      [
        'a header and nothing else',
        HEADER,
        {},
        ['table.csv: The file has a header and no rows. Deliver it again.'],
      ],
      [
        'a NUL character',
        `${HEADER}4710\u0000540101;2025-01;1\n`,
        {},
        [
          'table.csv, row 2: The file holds a NUL character (line 2): it is damaged or no text file. Deliver it again.',
        ],
      ],
      [
        'a gzip archive',
        Buffer.from('1f8b0800', 'hex'),
        {},
        [
          'table.csv: The file is a gzip archive, not a table that can be read. Save it as CSV (UTF-8), Parquet or an Excel workbook (xlsx).',
        ],
      ],
      [
        'a workbook that is cut short',
        Buffer.from('504b030414000600', 'hex'),
        {},
        [
          'table.csv: The workbook is damaged or cut short: its end is missing. Open it in the spreadsheet program, save it again, and deliver that.',
        ],
      ],
      [
        'a missing column',
        'Kontostreng;Periode;Belop\n1;2;3\n',
        {},
        [
          'table.csv, row 1, column Beløp: There is no column "Beløp" in the header; the model reads amount from it. Did you mean "Belop"?',
        ],
      ],
      [
        'a column that stands twice',
        'Kontostreng;Beløp;Periode;Beløp\n1;2;3;4\n',
        {},
        [
          'table.csv, row 1, column Beløp: The header has the column "Beløp" more than once. Rename one of them.',
        ],
      ],
      [
        'UTF-8 declared latin-1',
        `${HEADER}${row}\n`,
        { encoding: 'latin-1' },
        [
          'table.csv: The model says that the file is latin-1, but its bytes are utf-8. Write encoding: utf-8 in the source, or leave it out to have it found out.',
        ],
      ],
      [
        'latin-1 declared UTF-8',
        latin1(`Kontostreng;Periode;Bel\n1;2;3\n4;5;\xf8\n`),
        { encoding: 'utf-8' },
        [
          'table.csv, row 3: The model says that the file is utf-8, but its bytes are latin-1 (line 3 is not). Write encoding: latin-1 in the source, or leave it out to have it found out.',
        ],
      ],
      [
        'one byte a letter declared UTF-16',
        `${HEADER}${row}\n`,
        { encoding: 'utf-16' },
        [
          'table.csv: The model says that the file is utf-16, but its bytes are utf-8. Write encoding: utf-8 in the source, or leave it out to have it found out.',
        ],
      ],
      [
        'another delimiter than declared',
        `${HEADER}${row}\n`,
        { delimiter: ',' },
        [
          'table.csv, row 1, column Kontostreng: There is no column "Kontostreng" in the header; the model reads account from it. Check the delimiter of the file and the names under columns.',
          'table.csv, row 1, column Periode: There is no column "Periode" in the header; the model reads period from it. Check the delimiter of the file and the names under columns.',
          'table.csv, row 1, column Beløp: There is no column "Beløp" in the header; the model reads amount from it. Check the delimiter of the file and the names under columns.',
        ],
      ],
      [
        'no amount column in the model',
        `${HEADER}${row}\n`,
        { columns: { account: 'Kontostreng' } },
        [
          'table.csv: The source does not say which column holds the amount, or debit and credit. Name it under columns in the source.',
        ],
      ],
    ])('refused: %s', async (_, bytes, source, expected) => {
      const read = await readLedger(bytes, source);
      expect(messages(read)).toEqual(expected);
      expect(read).toMatchObject({ read: 0, refused: 0, sumOre: 0n, tables: [] });
    });

    it.each([
      ['too few cells', '1;2\n', 'The row has 2 cells; the header has 3.'],
      ['too many cells', '1;2;3;4\n', 'The row has 4 cells; the header has 3.'],
    ])('a ragged row is a finding, the rest is read: %s', async (_, ragged, message) => {
      const read = await readLedger(`${HEADER}${row}\n${ragged}${row}\n`);
      expect(messages(read)).toEqual([
        `table.csv, row 3: ${message} Put a text that holds the delimiter in quotation marks, or deliver the file again.`,
      ]);
      expect(read).toMatchObject({ read: 3, refused: 1, sumOre: 2500n });
    });

    it('a quotation mark that is never closed', async () => {
      const read = await readLedger(`${HEADER}${row}\n"47102540101;2025-01;1\n${row}\n`);
      expect(messages(read)).toEqual([
        'table.csv, row 3: A quotation mark opens in this row and is never closed. Correct the row, or deliver the file again.',
      ]);
      expect(read.read).toBe(read.refused + read.rows['postings']!.length);
    });

    it('a last line that is cut short', async () => {
      const read = await readLedger(`${HEADER}${row}\n47102540101;2025-01;12`);
      expect(messages(read)).toEqual([
        'table.csv: The last line does not end with a line break: the file may have been cut short. Check its last row against the system that it comes from.',
      ]);
      const cut = await readLedger(`${HEADER}${row}\n47102540101;20`);
      expect(cut.findings.map(({ rule }) => rule)).toEqual(['table/cut-short', 'table/ragged-row']);
    });
  });
});
