import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readLedger } from '../../test/support/table-workspace.ts';
import type { LedgerLine } from './ledger-line.ts';
import { MOST_SHEET_ROWS, writeLedgerXlsx, writeXlsx } from './write-xlsx.ts';

const SOURCE = {
  columns: { article: 'Art', responsibility: 'Ansvar', function: 'Funksjon', date: 'Dato', amount: 'Beløp' },
};

async function written(lines: readonly LedgerLine[]): Promise<Buffer> {
  const dir = mkdtempSync(join(tmpdir(), 'innsats-xlsx-'));
  try {
    await writeLedgerXlsx(join(dir, 'a.xlsx'), lines, 2025);
    return readFileSync(join(dir, 'a.xlsx'));
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const line = (amountOre: bigint, month = 1): LedgerLine => ({
  account: '5010',
  article: '010',
  responsibility: '0471',
  function: '254',
  month,
  amountOre,
  text: 'Lønn & "tillegg" <1>',
});

it('every øre and every code is found again', async () => {
  const most = 10n ** 15n - 1n;
  const amounts = fc.array(fc.tuple(fc.bigInt({ min: -most, max: most }), fc.integer({ min: 1, max: 12 })), {
    minLength: 1,
    maxLength: 40,
  });
  await fc.assert(
    fc.asyncProperty(amounts, async (given) => {
      const found = await readLedger(await written(given.map(([ore, month]) => line(ore, month))), SOURCE, {
        file: 'a.xlsx',
      });
      expect(found.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(found.rows.accounts).toMatchObject([
        { article: '010', responsibility: '0471', function: '254' },
      ]);
      const rows = (found.rows.postings ?? []).map((row) => [row.amount_ore, row.month]);
      expect(rows).toEqual(given);
    }),
    { numRuns: 20 },
  );
});

it('writes the same bytes for the same rows', async () => {
  const lines = [line(1n), line(-250_000n, 12)];
  expect((await written(lines)).equals(await written(lines))).toBe(true);
});

it('refuses what a sheet does not keep', async () => {
  await expect(written([line(10n ** 15n)])).rejects.toThrow('more øre than a sheet keeps');
  function* endless(): Generator<number[]> {
    for (;;) yield [];
  }
  const dir = mkdtempSync(join(tmpdir(), 'innsats-xlsx-'));
  const file = { sheet: 'a', header: [], rows: endless() };
  await expect(writeXlsx(join(dir, 'a.xlsx'), file)).rejects.toThrow(`a sheet holds ${MOST_SHEET_ROWS} rows`);
  rmSync(dir, { recursive: true });
}, 20_000);
