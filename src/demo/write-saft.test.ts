// What the writer of SAF-T puts into a file, read back by the reader: the same books, and the totals that the file says.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleModel } from '../../test/import/sample-model.ts';
import type { LedgerSource } from '../model/model.ts';
import { readSaft } from '../registers/ledger/saft/read-saft.ts';
import { Db } from '../store/db.ts';
import type { LedgerLine } from './ledger-line.ts';
import { SAFT_DIMENSIONS, writeSaft } from './write-saft.ts';

const dir = mkdtempSync(join(tmpdir(), 'innsats-saft-'));
let db: Db;
beforeAll(async () => {
  db = await Db.open({ threads: 1 });
});
afterAll(() => {
  db.close();
  rmSync(dir, { recursive: true });
});

const LINE: LedgerLine = {
  account: '',
  article: '010',
  responsibility: '4710',
  function: '254',
  month: 3,
  amountOre: 12_345n,
  text: 'Lønn <mars> & feriepenger',
};
const FILE = { year: 2025, organisation: '999999999', name: 'Fjordvik & omland' };
const SOURCE: LedgerSource = {
  read: 'saft',
  kind: 'actual',
  files: ['a.xml'],
  columns: {},
  dimensions: SAFT_DIMENSIONS,
  amount: { unit: 'kroner', decimal: '.', income: 'negative' },
  at: { file: 'innsats.yaml', line: 1, column: 1 },
};

/** Postings outside the balance as "responsibility function article month amount", in order of the file. */
async function roundTrip(lines: readonly LedgerLine[]) {
  const written = await writeSaft(join(dir, 'a.xml'), { ...FILE, lines });
  const session = await db.session();
  try {
    const model = sampleModel({ ledger: [SOURCE] }, FILE.year);
    const outcome = await readSaft('a.xml', SOURCE, { db: session, workspaceDir: dir, stage: 's', model });
    const rows = await session.rows<{ text: string }>(
      `select concat(responsibility, ' ', function, ' ', article, ' ', month, ' ', amount_ore) as text
       from query($1) join query($2) using (account) where class = '' order by "row"`,
      outcome.tables.map(({ sql }) => sql),
    );
    return { written, outcome, postings: rows.map(({ text }) => text) };
  } finally {
    session.close();
  }
}

const textOf = (line: LedgerLine): string =>
  `${line.responsibility} ${line.function} ${line.article} ${line.month} ${line.amountOre}`;

describe('writeSaft', () => {
  it('writes books that read back line by line, in balance and with their totals', async () => {
    const arbitraryLine = fc.record({
      account: fc.constantFrom('', '5010'),
      article: fc.constant('010'),
      responsibility: fc.constantFrom('4710', '4720'),
      function: fc.constantFrom('254', '253'),
      month: fc.integer({ min: 1, max: 12 }),
      amountOre: fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }),
      text: fc.string(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryLine, { minLength: 1, maxLength: 40 }), async (lines) => {
        const whole = [
          LINE,
          ...lines.map((line) => ({ ...line, text: line.text.replace(/[^\x20-\x7e]/g, '') })),
        ];
        const { written, outcome, postings } = await roundTrip([
          ...whole,
          { ...LINE, responsibility: '4720' },
        ]);
        expect(outcome.findings).toEqual([]);
        expect(outcome).toMatchObject({ read: written, refused: 0, sumOre: 0n });
        expect(postings).toEqual([...whole, { ...LINE, responsibility: '4720' }].map(textOf));
      }),
      { numRuns: 30 },
    );
  });

  it('gives the same bytes whatever the size of its batches', async () => {
    const lines = Array.from({ length: 100 }, (_, i) => ({
      ...LINE,
      month: 1 + (i % 12),
      amountOre: BigInt(i),
    }));
    const texts: string[] = [];
    for (const batchRows of [1, 7, 10_000]) {
      await writeSaft(join(dir, 'b.xml'), { ...FILE, lines, batchRows });
      texts.push(readFileSync(join(dir, 'b.xml'), 'utf8'));
    }
    expect(new Set(texts).size).toBe(1);
  });

  it('refuses books that it cannot write', async () => {
    const write = (lines: Iterable<LedgerLine>) => writeSaft(join(dir, 'c.xml'), { ...FILE, lines });
    const both = [LINE, { ...LINE, account: '1' }, { ...LINE, account: '1', article: '020' }];
    await expect(write(both)).rejects.toThrow('account 1 has the articles 010 and 020');
    await expect(write([LINE].values())).rejects.toThrow('the lines were others the second time');
  });
});
