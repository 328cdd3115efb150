// Files without vouchers: balances of the year (type 1), of months (2), of months by object (3), and budgets. What the
// standard writes both as a total and by object counts once.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSieText, sieText } from '../../../../test/import/sie-text.ts';
import type { LedgerSource } from '../../../model/model.ts';
import { Db } from '../../../store/db.ts';
import { periodBalances } from './balance-lines.ts';
import { splitLine } from './split-line.ts';

const dir = mkdtempSync(join(tmpdir(), 'innsats-sie-'));
let db: Db;
beforeAll(async () => {
  db = await Db.open({ threads: 1 });
});
afterAll(() => {
  db.close();
  rmSync(dir, { recursive: true });
});

const read = (type: string, lines: readonly string[], source: Partial<LedgerSource> = {}) =>
  readSieText(db, dir, sieText(lines, type), { source });
const short = ({ postings }: Awaited<ReturnType<typeof read>>) =>
  postings.map(({ row, month, article, responsibility, amount }) => [
    row,
    month,
    article,
    responsibility,
    amount,
  ]);

describe('balances of the year (type 1)', () => {
  it('are postings of the fiscal year in month 0', async () => {
    const outcome = await read('1', ['#RES 0 5010 100', '#RES 0 3010 -40.5', '#RES -1 5010 7']);
    expect(short(outcome)).toEqual([
      [6, 0, '5010', '', 10_000n],
      [7, 0, '3010', '', -4_050n],
    ]);
    expect(outcome).toMatchObject({
      read: 2,
      refused: 0,
      findings: [],
      covers: ['SIE 1 2120000142 20250101–20251231'],
    });
  });

  it('are controlled against the closing balances', async () => {
    const right = await read('1', ['#UB 0 1930 -100', '#RES 0 5010 100']);
    expect(right.rules).toEqual([]);
    const wrong = await read('1', ['#UB 0 1930 -90', '#RES 0 5010 100']);
    expect(wrong.findings).toMatchObject([
      { rule: 'sie/unbalanced-year', severity: 'warning', amountOre: 1_000n },
    ]);
  });

  it('of a fiscal year that the file does not tell are refused', async () => {
    const text = '#SIETYP 1\r\n#RES 0 5010 100\r\n';
    expect(await readSieText(db, dir, text)).toMatchObject({
      read: 1,
      refused: 1,
      rules: ['sie/no-year'],
    });
    expect(await readSieText(db, dir, text, { source: { year: 2025 } })).toMatchObject({
      read: 1,
      refused: 0,
      rules: [],
    });
  });

  it('of an organisation whose number could be a person\u2019s are not named', async () => {
    const text = sieText(['#ORGNR 121212-1212', '#RES 0 5010 100'], '1');
    expect((await readSieText(db, dir, text)).covers).toEqual([]);
  });
});

describe('balances of months (types 2 and 3)', () => {
  it('are postings of their months', async () => {
    const outcome = await read('2', [
      '#PSALDO 0 202501 5010 {} 60',
      '#PSALDO 0 202502 5010 {} 40.00 3',
      '#RES 0 5010 100',
    ]);
    expect(short(outcome)).toEqual([
      [6, 1, '5010', '', 6_000n],
      [7, 2, '5010', '', 4_000n],
    ]);
    expect(outcome.rules).toEqual([]);
  });

  it('by object count once, with what the total has beyond them', async () => {
    const lines = [
      '#PSALDO 0 202501 6590 {} 857.00',
      '#PSALDO 0 202501 6590 {1 "200"} 500.00',
      '#PSALDO 0 202501 6590 {1 "201"} 300.00',
      '#PSALDO 0 202501 6590 {6 "P1"} 700.00',
    ];
    const outcome = await read('3', lines);
    expect(short(outcome)).toEqual([
      [6, 1, '6590', '', 5_700n],
      [7, 1, '6590', '200', 50_000n],
      [8, 1, '6590', '201', 30_000n],
    ]);
    expect(outcome).toMatchObject({ sumOre: 85_700n, rules: ['sie/other-dimensions'] });
    expect(outcome.findings[0]).toMatchObject({ severity: 'note', count: 1 });
    const byProject = await read('3', lines, { dimensions: { responsibility: '6' } });
    expect(short(byProject)).toEqual([
      [6, 1, '6590', '', 15_700n],
      [9, 1, '6590', 'P1', 70_000n],
    ]);
  });

  it('that stand twice are refused', async () => {
    const outcome = await read('3', ['#PSALDO 0 202501 5010 {} 60', '#PSALDO 0 202501 5010 {} 60']);
    expect(outcome).toMatchObject({ read: 2, refused: 1, sumOre: 6_000n });
    expect(outcome.findings[0]).toMatchObject({
      rule: 'sie/repeated-balance',
      severity: 'error',
      message: 'The same account, month and objects stand already in row 6.',
      where: { row: 7 },
    });
  });

  it.each([
    ['2025', 'sie/period'],
    ['202514', 'sie/period'],
  ])('of period %s are refused', async (period, rule) => {
    expect(await read('2', [`#PSALDO 0 ${period} 5010 {} 60`])).toMatchObject({ refused: 1, rules: [rule] });
  });

  it('that differ from the year\u2019s result are told', async () => {
    const outcome = await read('2', ['#PSALDO 0 202501 5010 {} 60', '#RES 0 5010 100']);
    expect(outcome.findings).toMatchObject([
      { rule: 'sie/balance-differs', message: 'Account 5010: the lines sum to 60.00, #RES says 100.00.' },
    ]);
  });

  it('any mixture of totals and objects sums to the totals', () => {
    const amounts = fc.array(fc.bigInt({ min: -9999n, max: 9999n }), { maxLength: 6 });
    const accounts = fc.array(
      fc.record({ total: fc.bigInt({ min: -9999n, max: 9999n }), units: amounts, projects: amounts }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(accounts, (made) => {
        const texts = made.flatMap(({ total, units, projects }, i) => [
          `#PSALDO 0 202501 ${5000 + i} {} ${total}`,
          ...units.map((amount, u) => `#PSALDO 0 202501 ${5000 + i} {1 u${u}} ${amount}`),
          ...projects.map((amount, p) => `#PSALDO 0 202501 ${5000 + i} {6 p${p}} ${amount}`),
        ]);
        const rows = texts.map((text, i) => ({ row: i + 1, line: splitLine(text) }));
        const { postings, faults, unused } = periodBalances(rows, '1');
        const expected = made.reduce((sum, { total }) => sum + total * 100n, 0n);
        expect(postings.reduce((sum, { amountOre }) => sum + amountOre, 0n)).toBe(expected);
        expect(postings.length + faults.length + unused).toBe(rows.length);
      }),
    );
  });
});

describe('the type', () => {
  it.each([
    ['4', ['#RES 0 5010 100'], 'sie/empty', 'error'],
    ['2', ['#VER A 1 20250331', '{', '#TRANS 5010 {} 0', '}'], 'sie/type', 'warning'],
    ['7', ['#RES 0 5010 100'], 'sie/type', 'warning'],
  ])('%s that does not fit what is there is told', async (type, lines, rule, severity) => {
    const outcome = await read(type, lines);
    expect(outcome.findings).toContainEqual(expect.objectContaining({ rule, severity }));
  });
});

describe('budgets', () => {
  it('are read by a source of budgets alone, by month', async () => {
    const lines = [
      '#PBUDGET 0 202501 5010 {} 60',
      '#PBUDGET 0 202502 5010 {} 40',
      '#VER A 1 20250331',
      '{',
      '#TRANS 5010 {} 7',
      '#TRANS 1930 {} -7',
      '}',
    ];
    const budget = await read('4', lines, { kind: 'budget' });
    expect(short(budget)).toEqual([
      [6, 1, '5010', '', 6_000n],
      [7, 2, '5010', '', 4_000n],
    ]);
    expect(budget.rules).toEqual([]);
    expect((await read('4', lines)).postings.map(({ amount }) => amount)).toEqual([700n, -700n]);
  });
});
