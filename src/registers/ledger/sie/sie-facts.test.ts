// The published example files of Swedish accounting systems, figure by figure (worked examples, E9). They stand beside
// the project in ../shared/data/sie; where they do not, these tests are passed over and say so.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSieFile, sieSource } from '../../../../test/import/sie-text.ts';
import { byKey } from '../../../money/apportion.ts';
import { Db } from '../../../store/db.ts';
import { inspectBytes } from '../../tables/inspect-bytes.ts';
import { beginReading, takeLine } from './sie-reading.ts';
import { decoder, findEncoding, readLines } from './sie-text.ts';
import type { NumberedLine } from './stage-postings.ts';

const dir = fileURLToPath(new URL('../../../../../shared/data/sie/', import.meta.url));
const isThere = existsSync(dir);

let db: Db;
beforeAll(async () => {
  db = await Db.open({ threads: 1 });
});
afterAll(() => db.close());

/** What the lines of a file come to, without the engine. */
async function survey(file: string) {
  const path = join(dir, file);
  const { encoding } = await findEncoding(path, await inspectBytes(path), undefined);
  const lines: NumberedLine[] = [];
  const sink = { add: (line: NumberedLine) => void lines.push(line), close: () => {} };
  const reading = beginReading(sieSource(), decoder(encoding), sink);
  let row = 0;
  for await (const batch of readLines(path))
    for (const text of batch.lines) {
      row += 1;
      takeLine(reading, text, row);
    }
  const { vouchers, head, book, balances } = reading;
  return {
    encoding,
    vouchers: vouchers.count,
    lines: lines.length,
    accounts: head.declared.size,
    objects: head.objects,
    withObjects: lines.filter(({ account }) => book.locals[account]!.texts.some((text) => text !== ''))
      .length,
    budgets: balances['#PBUDGET'].length,
    sumOre: lines.reduce((sum, { amountOre }) => sum + amountOre, 0n),
  };
}

describe.skipIf(!isThere)(`files of ../shared/data/sie${isThere ? '' : ', which is not there'}`, () => {
  it.each([
    ['BL0001_typ4.SE', [84, 405, 117, 23, 104, 24, 0n]],
    ['BL0001_typ4I.SI', [1, 10, 0, 0, 0, 0, 0n]],
    ['MAMUT_SIE4_EXPORT.SE', [168, 458, 412, 33, 297, 0, 0n]],
    ['XE_SIE_4_20151125095119.SE', [65, 248, 373, 48, 43, 0, 200n]],
    ['BL0001_typ1.SE', [0, 0, 117, 0, 0, 0, 0n]],
  ] as const)('%s has the figures known of it', async (file, figures) => {
    const [vouchers, lines, accounts, objects, withObjects, budgets, sumOre] = figures;
    const facts = { vouchers, lines, accounts, objects, withObjects, budgets, sumOre };
    expect(await survey(file)).toEqual({ encoding: 'code page 437', ...facts });
  });

  it.each([
    ['BL0001_typ4.SE', 2010, 'actual', ['sie/other-year', 'sie/balance-accounts', 'sie/encoding']],
    ['BL0001_typ4I.SI', 2011, 'actual', ['sie/balance-accounts']],
    ['MAMUT_SIE4_EXPORT.SE', 2010, 'actual', ['sie/balance-accounts']],
    ['XE_SIE_4_20151125095119.SE', 2015, 'actual', ['sie/unbalanced-voucher', 'sie/balance-accounts']],
    ['BL0001_typ1.SE', 2010, 'actual', ['sie/broken-year']],
    ['BL0001_typ4.SE', 2010, 'budget', ['sie/other-year', 'sie/encoding']],
  ] as const)(
    '%s of %i as %s: read whole, balances agree, and nothing else is told',
    async (file, year, kind, rules) => {
      const read = await readSieFile(db, { dir, file, year, source: sieSource({ kind }) });
      expect(read).toMatchObject({ refused: 0, rules });
      expect(read.postings).toHaveLength(read.read);
      expect(read.postings.reduce((sum, { amount }) => sum + amount, 0n)).toBe(read.sumOre);
    },
  );

  it('the voucher that does not balance is imported and named', async () => {
    const read = await readSieFile(db, { dir, file: 'XE_SIE_4_20151125095119.SE', year: 2015 });
    expect(read.sumOre).toBe(200n);
    expect(read.findings[0]).toMatchObject({
      severity: 'warning',
      message: 'Voucher 1 1 sums to 2.00; debit and credit should be equal.',
      where: { file: 'XE_SIE_4_20151125095119.SE', row: 1356 },
      amountOre: 200n,
    });
  });

  it('a year as balances (type 1) is the same result as its vouchers (type 4)', async () => {
    const balances = await readSieFile(db, { dir, file: 'BL0001_typ1.SE', year: 2010 });
    const vouchers = await readSieFile(db, { dir, file: 'BL0001_typ4.SE', year: 2010 });
    const results = (postings: typeof vouchers.postings) => {
      const sums = new Map<string, bigint>();
      for (const { class: kind, article, amount } of postings)
        if (/[IK]/.test(kind)) sums.set(article, (sums.get(article) ?? 0n) + amount);
      return [...sums].sort(([a], [b]) => byKey(a, b));
    };
    expect(balances.postings).toHaveLength(17);
    expect(results(balances.postings)).toEqual(results(vouchers.postings));
    expect(balances.sumOre).toBe(-21258347n);
  });

  it('the budget has twelve months of two accounts', async () => {
    const { postings } = await readSieFile(db, {
      dir,
      file: 'BL0001_typ4.SE',
      year: 2010,
      source: sieSource({ kind: 'budget' }),
    });
    const perAccount = Object.groupBy(postings, ({ article }) => article);
    expect(Object.keys(perAccount)).toEqual(['3010', '4010']);
    expect(perAccount['3010']?.map(({ amount }) => amount)).toEqual(Array(12).fill(-10_000_000n));
    expect(perAccount['4010']?.map(({ amount }) => amount)).toEqual(Array(12).fill(5_000_000n));
    expect(perAccount['3010']?.[0]).toMatchObject({ row: 440, year: 2009, month: 7, class: 'I' });
  });
});
