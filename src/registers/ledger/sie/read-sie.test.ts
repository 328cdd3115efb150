// What the SIE reader makes of every kind of line: a posting, or a finding that names its row; each finding beside the
// nearest file that does not raise it.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSieText, sieText, voucher } from '../../../../test/import/sie-text.ts';
import type { LedgerSource } from '../../../model/model.ts';
import { Db } from '../../../store/db.ts';

const dir = mkdtempSync(join(tmpdir(), 'innsats-sie-'));
let db: Db;
beforeAll(async () => {
  db = await Db.open({ threads: 1 });
});
afterAll(() => {
  db.close();
  rmSync(dir, { recursive: true });
});

const read = (text: string | Uint8Array, source: Partial<LedgerSource> = {}) =>
  readSieText(db, dir, text, { source });
const KONTO = ['#KONTO 1930 Bank', '#KONTO 5010 Löner', '#KTYP 5010 K'];
/** A whole file: accounts, then vouchers; wages of 100.00 from the bank unless told. */
const file = (...lines: readonly string[]): string =>
  sieText([...KONTO, ...(lines.length > 0 ? lines : voucher('5010 {} 100.00', '1930 {} -100.00'))]);

describe('a file that is right', () => {
  it('gives one posting a transaction line, with its row, month and class', async () => {
    const { postings, findings, read: lines, refused, sumOre, years } = await read(file());
    expect({ lines, refused, sumOre, years }).toEqual({ lines: 2, refused: 0, sumOre: 0n, years: [2025] });
    expect(postings).toMatchObject([
      { row: 11, year: 2025, month: 3, class: 'K', article: '5010', responsibility: '', amount: 10_000n },
      { row: 12, year: 2025, month: 3, class: 'T', article: '1930', responsibility: '', amount: -10_000n },
    ]);
    expect(findings).toMatchObject([
      {
        rule: 'sie/balance-accounts',
        severity: 'note',
        count: 1,
        amountOre: -10_000n,
        where: { file: 'a.se' },
      },
    ]);
  });

  it('takes a line of its own date, and the voucher\u2019s where it has none', async () => {
    const { postings } = await read(file(...voucher('5010 {} 100 20250131', '1930 {} -100 ""')));
    expect(postings.map(({ month }) => month)).toEqual([1, 3]);
  });

  it('counts neither lines that were taken away nor those added later, which are repeated', async () => {
    const { postings, rules } = await read(
      file(
        '#VER A 1 20250331',
        '{',
        '#BTRANS 5010 {} 70.00',
        '#RTRANS 5010 {} 100.00',
        '#TRANS 5010 {} 100.00',
        '#TRANS 1930 {} -100.00',
        '}',
      ),
    );
    expect(postings.map(({ amount }) => amount)).toEqual([10_000n, -10_000n]);
    expect(rules).toEqual(['sie/balance-accounts']);
  });

  it('reads objects of the reserved dimensions, and of others where the source names them', async () => {
    const lines = voucher('5010 {1 "10" 6 P1 2 "A B" 20 510} 100', '1930 {} -100');
    const plain = await read(file(...lines));
    expect(plain.postings[0]).toMatchObject({
      responsibility: '10',
      project: 'P1',
      object: 'A B',
      function: '',
    });
    const named = await read(file(...lines), { dimensions: { function: '20', responsibility: '6' } });
    expect(named.postings[0]).toMatchObject({
      responsibility: 'P1',
      project: '',
      object: 'A B',
      function: '510',
    });
    expect(named.rules).toEqual(['sie/balance-accounts']);
  });

  it('reads the object of a sub-dimension where the one above has none, and only then', async () => {
    const lines = [
      '#UNDERDIM 21 Grupp 1',
      '#UNDERDIM 22 Lag 21',
      ...voucher('5010 {22 L7} 60', '5010 {1 10 22 L7} 40', '1930 {} -100'),
    ];
    const { postings } = await read(file(...lines));
    expect(postings.map(({ responsibility }) => responsibility)).toEqual(['L7', '10', '']);
    const mapped = await read(file(...lines), { dimensions: { function: '22' } });
    expect(mapped.postings.map(({ responsibility, function: code }) => [responsibility, code])).toEqual([
      ['', 'L7'],
      ['10', 'L7'],
      ['', ''],
    ]);
  });

  it('gives accounts their official article by the map, and joins what becomes one account', async () => {
    const accounts = new Map([
      ['5010', { article: '010', own: '1', function: '253' }],
      ['5020', { article: '010', own: '1', function: '253' }],
    ]);
    const accountMap = { file: 'data/accounts.csv', source: 'chart of accounts 2025', accounts };
    const text = sieText([
      ...KONTO,
      '#KONTO 5020 x',
      '#KONTO 5030 y',
      ...voucher('5010 {} 60', '5020 {} 30', '5030 {} 10', '1930 {} -100'),
    ]);
    const { postings, findings, tables } = await read(text, { accountMap });
    expect(postings.map(({ article, own, function: code }) => [article, own, code])).toEqual([
      ['010', '1', '253'],
      ['010', '1', '253'],
      ['5030', '', ''],
      ['1930', '', ''],
    ]);
    expect(tables.map(({ name }) => name)).toEqual(['postings', 'accounts']);
    expect(findings[0]).toMatchObject({
      rule: 'sie/unmapped-account',
      message: 'Account 5030 is not in data/accounts.csv; it stays its own article.',
      where: { row: 15 },
      amountOre: 1000n,
    });
  });

  it('has the class of #KTYP, else of the first digit of the account', async () => {
    const text = sieText([
      '#KTYP 1500 K',
      '#KTYP 8999 ?',
      ...voucher('1500 {} 1', '2000 {} 1', '3000 {} 1', '4000 {} 1', '8999 {} -4'),
    ]);
    expect((await read(text)).postings.map(({ class: kind }) => kind)).toEqual(['K', 'S', 'I', 'K', 'K']);
  });

  it('keeps the order of rows whatever the order of accounts', async () => {
    const { postings } = await read(file(...voucher('8000 {} 1', '3000 {} 2', '8000 {} 3', '1930 {} -6')));
    expect(postings.map(({ row }) => row)).toEqual([11, 12, 13, 14]);
  });
});

describe('a finding', () => {
  it.each([
    ['account', voucher('50X0 {} 100', '1930 {} -100'), 'sie/account', 11, '"50X0" is no account number.'],
    [
      'object list',
      voucher('5010 {1} 100', '1930 {} -100'),
      'sie/object-list',
      11,
      'pairs of dimension and object',
    ],
    ['amount', voucher('5010 {} 100,00', '1930 {} -100'), 'sie/amount', 11, 'a point before the decimals'],
    [
      'öre',
      voucher('5010 {} 100.001', '1930 {} -100'),
      'sie/amount',
      11,
      '"100.001" is no amount in whole öre.',
    ],
    ['date', voucher('5010 {} 100 20250231', '1930 {} -100'), 'sie/date', 11, '"99999999" is no date'],
    ['voucher', ['#TRANS 5010 {} 100'], 'sie/outside-voucher', 9, 'outside the braces of a voucher'],
    [
      'closing brace',
      ['#VER A 1 20250331', '{', ...voucher('5010 {} 0', '1930 {} 0')],
      'sie/open-voucher',
      9,
      'no closing brace before the next voucher in row 11',
    ],
    [
      'end',
      voucher('5010 {} 100', '1930 {} -100').slice(0, -1),
      'sie/cut-off',
      9,
      'The file ends within voucher A 1',
    ],
    [
      'checksum',
      ['#KSUMMA', ...voucher('5010 {} 100', '1930 {} -100')],
      'sie/cut-off',
      undefined,
      'begun and not ended',
    ],
    [
      'currency',
      ['#VALUTA EUR', ...voucher('5010 {} 100', '1930 {} -100')],
      'sie/currency',
      undefined,
      'not in SEK',
    ],
    [
      'other year',
      voucher('5010 {} 100 20240105', '1930 {} -100 20240105'),
      'sie/other-year',
      11,
      'postings of 2024; the model asks for 2025',
    ],
    ['nothing', ['#KONTO 1 x'], 'sie/empty', undefined, 'no vouchers (#VER)'],
  ])('refuses a wrong %s', async (_, lines, rule, row, message) => {
    const { findings, postings, refused, read: all } = await read(file(...lines));
    const found = findings.find((finding) => finding.rule === rule);
    expect(found).toMatchObject({ severity: 'error', where: { file: 'a.se', ...(row && { row }) } });
    expect(found?.message).toContain(message);
    expect(found?.remedy).toBeTruthy();
    expect(postings.length + refused).toBe(all);
  });

  it.each([
    ['sum', voucher('5010 {} 100', '1930 {} -98'), 'sie/unbalanced-voucher', 9, 'Voucher A 1 sums to 2.00'],
    [
      'undeclared account',
      voucher('5099 {} 100', '1930 {} -100'),
      'sie/undeclared-account',
      11,
      'Account 5099 has postings and no #KONTO.',
    ],
    [
      'day outside the fiscal year',
      voucher('5010 {} 100 20241231', '5010 {} 0', '1930 {} -100'),
      'sie/outside-year',
      11,
      '20250101–20251231',
    ],
    [
      'result',
      ['#RES 0 5010 90', ...voucher('5010 {} 100', '1930 {} -100')],
      'sie/balance-differs',
      12,
      'Account 5010: the lines sum to 100.00, #RES says 90.00.',
    ],
    [
      'result left out',
      ['#RES 0 3010 0', ...voucher('5010 {} 100', '1930 {} -100')],
      'sie/balance-differs',
      12,
      '#RES says 0.00',
    ],
    [
      'closing balance',
      ['#IB 0 1930 500', '#UB 0 1930 390', ...voucher('5010 {} 100', '1930 {} -100')],
      'sie/balance-differs',
      14,
      'Account 1930: the lines sum to -100.00, #UB less #IB says -110.00.',
    ],
    [
      'stray line',
      ['Bank', ...voucher('5010 {} 100', '1930 {} -100')],
      'sie/stray-line',
      9,
      'neither a label nor a brace',
    ],
    [
      'open mark',
      voucher('5010 {} 100 "" "text', '1930 {} -100'),
      'sie/open-line',
      11,
      'not closed on its line',
    ],
  ])('warns of a %s, and the lines are read', async (_, lines, rule, row, message) => {
    const { findings, refused, postings } = await read(file(...lines));
    const found = findings.find((finding) => finding.rule === rule);
    expect(found).toMatchObject({ severity: 'warning', where: { file: 'a.se', row } });
    expect(found?.message).toContain(message);
    expect(refused).toBe(0);
    expect(postings.length).toBeGreaterThan(1);
  });

  it.each([
    ['results that agree', ['#RES 0 5010 100', ...voucher('5010 {} 100', '1930 {} -100')]],
    ['balances that agree', ['#IB 0 1930 500', '#UB 0 1930 400', ...voucher('5010 {} 100', '1930 {} -100')]],
    ['balances of the year before', ['#RES -1 5010 7', ...voucher('5010 {} 100', '1930 {} -100')]],
    ['swedish kronor', ['#VALUTA SEK', ...voucher('5010 {} 100', '1930 {} -100')]],
    ['the last day of the year', voucher('5010 {} 100 20251231', '1930 {} -100')],
    ['an escaped quotation mark', voucher(String.raw`5010 {} 100 "" "5\" rör"`, '1930 {} -100')],
  ])('is not made of %s', async (_, lines) => {
    expect((await read(file(...lines))).rules).toEqual(['sie/balance-accounts']);
  });

  it('counts labels that the standard does not have, and names them', async () => {
    const { findings } = await read(
      file('#EGEN 1', '#EGEN 2', '#X"19', ...voucher('5010 {} 1', '1930 {} -1')),
    );
    expect(findings.find(({ rule }) => rule === 'sie/unknown-label')).toMatchObject({
      severity: 'note',
      message: 'Labels that SIE does not have are passed over: #EGEN.',
      count: 3,
    });
  });

  it('is made of lines of another year than the one declared, which are refused', async () => {
    const lines = voucher('5010 {} 100 20250105', '1930 {} -100 20240105');
    expect(await read(file(...lines), { year: 2025 })).toMatchObject({
      read: 2,
      refused: 1,
      sumOre: 10_000n,
      findings: expect.arrayContaining([
        expect.objectContaining({ rule: 'sie/other-year', severity: 'error' }),
      ]),
    });
  });

  it('is made of a dimension that no line has, and of the dimension of employees', async () => {
    const lines = voucher('5010 {7 "x"} 100', '1930 {} -100');
    expect((await read(file(...lines), { dimensions: { function: '20' } })).findings).toMatchObject([
      {},
      {
        rule: 'sie/dimension-without-objects',
        message: 'No line has an object of dimension 20, which the source names for function.',
      },
    ]);
    const employees = await read(file(...lines), { dimensions: { object: '7' } });
    expect(employees.findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      { rule: 'sie/employee-dimension' },
    ]);
  });

  it('shows no number that could be a person\u2019s', async () => {
    const lines = voucher('1912121212 {} 100', '1912 {} 3', '5010 {} 121212-1212', '5010 {} 1 121212-1212');
    lines[0] = '#VER 121212 1212 20250331';
    const { findings } = await read(file(...lines));
    expect(
      JSON.stringify(findings, (_, value) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toMatch(/1212/);
    expect(findings.filter(({ severity }) => severity === 'error')).toHaveLength(3);
  });

  it.each([
    ['nothing', '', 'sie/empty'],
    ['a table', 'konto;belopp\n5010;100\n', 'sie/not-sie'],
    ['a workbook', 'PK\u0003\u0004 and more', 'sie/not-text'],
    ['UTF-16', '\ufeff#SIETYP 4', 'sie/not-text'],
    ['NUL bytes', '#SIETYP 4\n\u0000', 'sie/not-text'],
  ])('refuses a file of %s', async (name, text, rule) => {
    const outcome = await read(Buffer.from(text, name === 'UTF-16' ? 'utf16le' : 'utf-8'));
    expect(outcome.rules).toContain(rule);
    expect(outcome).toMatchObject({ read: 0, refused: 0, sumOre: 0n });
    expect(outcome.findings[0]).toMatchObject({ severity: 'error', where: { file: 'a.se' } });
  });
});
