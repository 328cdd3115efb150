// What the KOSTRA reader makes of every kind of line: a posting, or a finding that names its row and what to do.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kostraRecord } from '../../../test/import/kostra-text.ts';
import { kostraSource, sampleModel } from '../../../test/import/sample-model.ts';
import { Db } from '../../store/db.ts';
import type { ReadOutcome } from '../reader.ts';
import { readKostra } from './read-kostra.ts';

const dir = mkdtempSync(join(tmpdir(), 'innsats-kostra-'));
let db: Db;
beforeAll(async () => {
  db = await Db.open({ threads: 1 });
});
afterAll(() => {
  db.close();
  rmSync(dir, { recursive: true });
});

type Posting = { row: number; class: string; function: string; article: string; amount: bigint };
type Reading = ReadOutcome & { readonly postings: readonly Posting[] };

/** Reads a text as a KOSTRA file of 2019 and joins the staged tables back to plain postings. */
async function read(bytes: string | Uint8Array, year = 2019): Promise<Reading> {
  writeFileSync(join(dir, 'a.dat'), bytes);
  const session = await db.session();
  try {
    const source = kostraSource(['a.dat']);
    const context = {
      db: session,
      workspaceDir: dir,
      stage: 's',
      model: sampleModel({ ledger: [source] }, year),
    };
    const outcome = await readKostra('a.dat', source, context);
    const [postings, accounts] = outcome.tables.map(({ sql }) => sql);
    const rows = await session.rows<Posting>(
      `select row, class, function, article, amount_ore as amount
       from query($1) join query($2) using (account) order by row`,
      [postings!, accounts!],
    );
    return { ...outcome, postings: rows };
  } finally {
    session.close();
  }
}

const GOOD = { function: '253', article: '010', amount: 700 };
const good = kostraRecord(GOOD);
/** A good record with one field overwritten, from position `at` (from 1). */
const withField = (at: number, text: string): string =>
  good.slice(0, at - 1) + text + good.slice(at - 1 + text.length);

describe('a line', () => {
  it.each([
    [
      'too short',
      good.slice(0, 47),
      'kostra/record-length',
      'The record has 47 characters; a KOSTRA record has 48.',
    ],
    ['too long', `${good}0`, 'kostra/record-length', 'The record has 49 characters'],
    [
      'of another form',
      withField(1, '9Z'),
      'kostra/unknown-form',
      'Positions 1–2 hold "9Z", where one of 0A 0B',
    ],
    ['without a year', withField(3, '20I9'), 'kostra/year', 'Positions 3–6 hold "20I9", where four digits'],
    ['of a fifth quarter', withField(7, '5'), 'kostra/quarter', 'Position 7 holds "5", where 1 to 4'],
    ['of no region', withField(8, 'Oslo  '), 'kostra/region', 'Positions 8–13 hold "Oslo  "'],
    ['with letters in the organisation', withField(14, 'ABCDEFGHI'), 'kostra/organisation', 'nine digits'],
    [
      'of a balance class',
      withField(32, '2'),
      'kostra/class',
      'Position 32 holds "2", where 0 or 1 in form 0A',
    ],
    ['with a function to the right', withField(33, ' 253'), 'kostra/function', 'left justified'],
    ['without an amount', withField(40, '        -'), 'kostra/amount', 'whole thousand kroner'],
    [
      'with a decimal amount',
      withField(40, '    70,50'),
      'kostra/amount',
      'Positions 40–48 hold "    70,50"',
    ],
    ['with two signs', withField(40, '     --70'), 'kostra/amount', 'whole thousand kroner'],
    ['with a character that is not printed', withField(33, '25\u0007 '), 'kostra/function', '"25? "'],
  ])('%s is refused with its row and reason', async (_, line, rule, message) => {
    const { read: all, refused, postings, findings } = await read(`${good}\n${line}\n`);
    expect({ all, refused, postings: postings.length }).toEqual({ all: 2, refused: 1, postings: 1 });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ rule, severity: 'error', where: { file: 'a.dat', row: 2 } });
    expect(findings[0]?.message).toContain(message);
    expect(findings[0]?.remedy).toMatch(/\.$/);
  });

  it.each([
    ['positive', '      700', 70_000_000n],
    ['negative', '     -700', -70_000_000n],
    ['with the sign in the first place', '-     700', -70_000_000n],
    ['with leading zeros', '000000700', 70_000_000n],
    ['zero', '        0', 0n],
    ['as large as fits', '999999999', 99_999_999_900_000n],
  ])('has its amount in thousand kroner: %s', async (_, text, expected) => {
    const { postings, sumOre } = await read(withField(40, text));
    expect(postings).toMatchObject([
      { row: 1, class: '1', function: '253', article: '010', amount: expected },
    ]);
    expect(sumOre).toBe(expected);
  });
});

describe('a file', () => {
  it('may end its lines in any way, with blanks after them, blank lines between, and a byte-order mark', async () => {
    const lines = ['253', '254', '261'].map((code) => kostraRecord({ ...GOOD, function: code }));
    const text = `\u00ef\u00bb\u00bf${lines[0]}  \r\n\r\n${lines[1]}\n${lines[2]}\u001a`;
    const { postings, findings, read: all } = await read(Buffer.from(text, 'latin1'));
    expect(findings).toEqual([]);
    expect({ all, rows: postings.map(({ row }) => row) }).toEqual({ all: 3, rows: [1, 3, 4] });
  });

  it('without records is refused', async () => {
    const { findings } = await read('\r\n');
    expect(findings).toMatchObject([{ rule: 'kostra/empty-file', severity: 'error' }]);
  });

  it('in UTF-16 is refused in one finding', async () => {
    writeFileSync(join(dir, 'a.dat'), Buffer.from(`\ufeff${good}\r\n${good}`, 'utf16le'));
    const source = kostraSource(['a.dat']);
    const context = { db, workspaceDir: dir, stage: 's', model: sampleModel({ ledger: [source] }) };
    const { findings, read: all, refused } = await readKostra('a.dat', source, context);
    expect(findings).toMatchObject([{ rule: 'kostra/not-text', severity: 'error' }]);
    expect(refused).toBe(all);
  });

  it('of another year is refused in one finding that says how to read it', async () => {
    const other = kostraRecord({ ...GOOD, year: 2018 });
    const { findings, refused } = await read(`${good}\n${other}\n${other}\n`);
    expect(refused).toBe(2);
    expect(findings).toMatchObject([
      {
        rule: 'kostra/other-year',
        message: '2 records are of 2018, where 2019 is expected.',
        remedy: 'Read the file of 2019, or state "year: 2018" at the source in innsats.yaml.',
        where: { row: 2 },
        count: 2,
      },
    ]);
  });

  it('with a thousand equal faults lists twenty and counts the rest', async () => {
    const { findings, refused } = await read(`${'x'.repeat(10)}\n`.repeat(1000));
    expect(refused).toBe(1000);
    expect(findings).toHaveLength(21);
    expect(findings[20]).toMatchObject({ message: 'And 980 more of the same kind.', count: 980 });
  });

  it('keeps class and chapter of a balance', async () => {
    const balance = kostraRecord({ form: '0B', class: '2', function: '10', article: '320', amount: -5 });
    const { postings, findings } = await read(balance);
    expect(findings).toEqual([]);
    expect(postings).toMatchObject([{ class: '2', function: '10', article: '320' }]);
  });
});

describe('checks', () => {
  it.each([
    ['unknown function', { function: '999' }, 'kostra/unknown-function', 'error'],
    [
      'unknown function in the third quarter',
      { function: '999', quarter: '3' },
      'kostra/unknown-function',
      'warning',
    ],
    ['unknown article', { article: '011' }, 'kostra/unknown-article', 'error'],
    ['a refund with the sign of an expense', { article: '710', amount: 1 }, 'kostra/turned-sign', 'warning'],
    ['an expense with the sign of income', { article: '230', amount: -1 }, 'kostra/turned-sign', 'warning'],
    ['part of the year', { quarter: '2' }, 'kostra/part-of-the-year', 'warning'],
    ['another municipality', { region: '030100' }, 'kostra/other-municipality', 'warning'],
  ] as const)('%s', async (_, fields, rule, severity) => {
    const { findings, refused } = await read(kostraRecord({ ...GOOD, ...fields }));
    expect(findings.find((finding) => finding.rule === rule)).toMatchObject({ severity });
    expect(refused).toBe(0);
  });

  it('the premium deviation of pensions may have either sign', async () => {
    const { findings } = await read(kostraRecord({ function: '170', article: '090', amount: -29143 }));
    expect(findings).toEqual([]);
  });

  it('doubled accounts are told and added', async () => {
    const { findings, sumOre } = await read(`${good}\n${good}\n`);
    expect(sumOre).toBe(140_000_000n);
    expect(findings).toMatchObject([{ rule: 'kostra/doubled-account', severity: 'warning', count: 2 }]);
  });
});

describe('checks of a whole year', () => {
  const year = (...records: readonly [string, string, number][]): string =>
    records
      .map(([code, article, amount]) => kostraRecord({ function: code, article, amount, quarter: ' ' }))
      .join('\n');
  const rules = async (text: string, of = 2019): Promise<string[]> =>
    (await read(text, of)).findings.map(({ rule }) => rule);

  it('are silent where everything agrees within 30 thousand kroner', async () => {
    expect(
      await rules(year(['253', '010', 1000], ['253', '590', 80], ['860', '990', -70], ['840', '800', -980])),
    ).toEqual([]);
  });

  it('name operating accounts out of balance, and depreciation without its counter-entry', async () => {
    expect(await rules(year(['253', '010', 1000], ['840', '800', -969]))).toEqual(['kostra/unbalanced']);
    expect(await rules(year(['253', '590', 80], ['860', '990', -49], ['840', '800', -31]))).toEqual([
      'kostra/depreciation',
    ]);
    expect(await rules(kostraRecord(GOOD))).toEqual([]);
  });

  it('name closing entries on a function where they do not belong, since 2020', async () => {
    const stray = (of: number): string =>
      kostraRecord({ function: '870', article: '530', amount: 9, year: of });
    expect(await rules(stray(2025), 2025)).toEqual(['kostra/stray-article']);
    expect(await rules(stray(2019))).toEqual([]);
  });
});

describe('any text', () => {
  const line = fc.oneof(
    fc.constant(good),
    fc.string({ maxLength: 60 }),
    fc
      .tuple(fc.integer({ min: 1, max: 48 }), fc.string({ minLength: 1, maxLength: 3 }))
      .map(([at, text]) => withField(at, text)),
  );

  it('every record is a posting or a finding', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 8 }), async (lines) => {
        const {
          read: all,
          refused,
          postings,
          findings,
          sumOre,
        } = await read(Buffer.from(lines.join('\n'), 'latin1'));
        expect(postings.length + refused).toBe(all);
        expect(postings.reduce((sum, { amount }) => sum + amount, 0n)).toBe(sumOre);
        if (refused > 0) expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
