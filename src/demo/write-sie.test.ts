// A ledger written as SIE is read back to the same postings.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSieFile, sieSource } from '../../test/import/sie-text.ts';
import { Db } from '../store/db.ts';
import type { LedgerLine } from './ledger-line.ts';
import { FUNCTION_DIMENSION, type SieFile, writeSie } from './write-sie.ts';

const dir = mkdtempSync(join(tmpdir(), 'innsats-sie-'));
let db: Db;
beforeAll(async () => {
  db = await Db.open({ threads: 1 });
});
afterAll(() => {
  db.close();
  rmSync(dir, { recursive: true });
});

const FILE: SieFile = {
  name: 'Ljungby "Norra" kommun åäöø',
  organisation: '212000-0142',
  year: 2025,
  accounts: new Map([
    ['5010', { name: 'Löner', type: 'K' }],
    ['3010', { name: 'Avgifter', type: 'I' }],
    ['010', { name: 'Fastlønn', type: 'K' }],
    ['1930', { name: 'Bank', type: 'T' }],
  ]),
  counterAccount: '1930',
};
const line = (more: Partial<LedgerLine>): LedgerLine => ({
  account: '5010',
  article: '010',
  responsibility: '4711',
  function: '254',
  month: 1,
  amountOre: 12_345n,
  text: 'Månadslön',
  ...more,
});

async function written(lines: Iterable<LedgerLine>) {
  await writeSie(join(dir, 'a.se'), FILE, lines);
  const source = sieSource({ dimensions: { function: FUNCTION_DIMENSION } });
  return readSieFile(db, { dir, file: 'a.se', year: 2025, source });
}

describe('a ledger as SIE', () => {
  it('is in code page 437, with lines that end in CR LF', async () => {
    await written([line({ text: 'Sjøsiden "två"\nrader' })]);
    const text = readFileSync(join(dir, 'a.se'), 'latin1');
    expect(text).toContain('#FNAMN "Ljungby \\"Norra\\" kommun \u0086\u0084\u0094\u0094"\r\n');
    expect(text).toContain(
      '#TRANS 5010 {1 "4711" 20 "254"} 123.45 "" "Sj\u0094siden \\"tv\u0086\\" rader"\r\n',
    );
    expect(text).toContain('#TRANS 1930 {} -123.45\r\n');
    expect(text.endsWith('#RES 0 5010 123.45\r\n')).toBe(true);
  });

  it('of nothing is a head that the reader finds empty', async () => {
    expect((await written([])).rules).toContain('sie/empty');
  });

  it('comes back: any lines are the postings of their accounts, and every voucher balances', async () => {
    const code = fc.constantFrom('', '4711', '4712', 'A 1"');
    const lines = fc.array(
      fc.record({
        account: fc.constantFrom('', '5010', '3010'),
        article: fc.constant('010'),
        responsibility: code,
        function: code,
        month: fc.integer({ min: 1, max: 12 }),
        amountOre: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        text: fc.string({ maxLength: 10 }),
      }),
      { maxLength: 130 },
    );
    await fc.assert(
      fc.asyncProperty(lines, async (made) => {
        const { postings, findings, refused } = await written(made);
        const costs = postings.filter(({ class: kind }) => kind !== 'T');
        expect(
          costs.map((found) => [
            found.month,
            found.article,
            found.responsibility,
            found.function,
            found.amount,
          ]),
        ).toEqual(
          made.map((one) => [
            one.month,
            one.account || one.article,
            one.responsibility,
            one.function,
            one.amountOre,
          ]),
        );
        expect(refused).toBe(0);
        const quiet = ['sie/balance-accounts', 'sie/dimension-without-objects', 'sie/empty', 'sie/encoding'];
        expect(findings.filter(({ rule }) => !quiet.includes(rule))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('is written without being held: two hundred thousand lines one by one', async () => {
    let made = 0;
    function* lines(): Generator<LedgerLine> {
      for (; made < 200_000; made++)
        yield line({ month: 1 + Math.floor(made / 20_000), amountOre: BigInt(made) });
    }
    const { read, sumOre, refused } = await written(lines());
    expect({ read, refused, sumOre }).toEqual({ read: 200_000 + 4_000, refused: 0, sumOre: 0n });
  });
});
