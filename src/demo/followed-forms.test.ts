// Fjordvik's 2026 followed to a month in every form that its registers can be written in: the same bytes of what units
// may spend, have earned and spent, and of every line between them.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adoptFjordvik, followFjordvik } from '../../test/support/followed-fjordvik.ts';
import { Db } from '../store/db.ts';
import type { ModelPrices } from '../tables/financing.ts';
import type { LedgerFormat, TableFormat } from './formats.ts';
import { generateFjordvik } from './generate-fjordvik.ts';

const SCALE = 0.02;
const MONTH = 10;

let db: Db;
beforeAll(async () => {
  db = await Db.open({ threads: 2 });
});
afterAll(() => db.close());

/** Runs with a workspace of those forms, which is gone afterwards. */
async function inForm<T>(
  ledger: LedgerFormat,
  activity: TableFormat,
  work: (dir: string) => Promise<T>,
): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'fjordvik-followed-'));
  try {
    await generateFjordvik(dir, { scale: SCALE, ledger, activity });
    return await work(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Two of the tables that a month writes, as text. */
async function followed(dir: string, prices: readonly ModelPrices[]) {
  const { result } = await followFjordvik(dir, db, { month: MONTH, prices });
  const text = (name: string): string => readFileSync(join(result!.dir, name), 'utf8');
  return { unitMonths: text('unit_months.csv'), variances: text('variances.csv') };
}

describe('a followed month', () => {
  let prices: readonly ModelPrices[];
  let csv: Awaited<ReturnType<typeof followed>>;
  beforeAll(async () => {
    await inForm('csv', 'csv', async (dir) => {
      prices = await adoptFjordvik(dir, db);
      csv = await followed(dir, prices);
    });
    expect(csv.unitMonths.trimEnd().split('\n').length).toBe(1 + 10 * MONTH);
    expect(csv.variances.split('\n').length).toBeGreaterThan(5 * 10 * MONTH);
  });

  it.each([
    ['xlsx', 'csv'],
    ['parquet', 'xlsx'],
    ['saft', 'csv'],
    ['sie', 'parquet'],
  ] as const)('with the ledger as %s and activity as %s', async (ledger, activity) => {
    const other = await inForm(ledger, activity, (dir) => followed(dir, prices));
    expect(other.unitMonths).toBe(csv.unitMonths);
    expect(other.variances).toBe(csv.variances);
  });
});
