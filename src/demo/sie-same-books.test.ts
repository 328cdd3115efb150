// The same books as a CSV table and as a SIE file: the same øre on the same responsibility, function and article.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readSieFile, sieSource, swedishModel } from '../../test/import/sie-text.ts';
import type { LedgerSource } from '../model/model.ts';
import { byKey } from '../money/apportion.ts';
import { readLedgerTable } from '../registers/tables/read-ledger-table.ts';
import { Db } from '../store/db.ts';
import type { LedgerLine } from './ledger-line.ts';
import { FUNCTION_DIMENSION, type SieAccount, writeSie } from './write-sie.ts';

const dir = mkdtempSync(join(tmpdir(), 'innsats-sie-'));
let db: Db;
beforeAll(async () => {
  db = await Db.open({ threads: 1 });
});
afterAll(() => {
  db.close();
  rmSync(dir, { recursive: true });
});

const ARTICLES = ['010', '090', '270', '600', '710'];
const LINES: readonly LedgerLine[] = Array.from({ length: 2_000 }, (_, i) => ({
  account: String(4000 + (i % ARTICLES.length)),
  article: ARTICLES[i % ARTICLES.length]!,
  responsibility: String(4700 + (i % 7)),
  function: String(250 + (i % 3)),
  month: 1 + Math.floor((12 * i) / 2_000),
  amountOre: BigInt(((i * 7919) % 1_000_003) - 300_000),
  text: 'Hemtjänst',
}));

type Sums = { month: number; responsibility: string; function: string; article: string; amount: bigint }[];
function summed(postings: Sums): [string, bigint][] {
  const sums = new Map<string, bigint>();
  for (const { month, responsibility, function: code, article, amount } of postings) {
    const key = [month, responsibility, code, article].join(' ');
    sums.set(key, (sums.get(key) ?? 0n) + amount);
  }
  return [...sums].sort(([a], [b]) => byKey(a, b));
}

async function asTable(): Promise<Sums> {
  const kroner = (ore: bigint): string =>
    `${ore < 0n ? '-' : ''}${String(ore < 0n ? -ore : ore)
      .padStart(3, '0')
      .replace(/(..)$/, ',$1')}`;
  const rows = LINES.map((line) =>
    [
      line.responsibility,
      line.function,
      line.article,
      `2025${String(line.month).padStart(2, '0')}`,
      kroner(line.amountOre),
    ].join(';'),
  );
  writeFileSync(join(dir, 'a.csv'), ['ansvar;funktion;art;period;belopp', ...rows, ''].join('\n'));
  const source: LedgerSource = {
    ...sieSource(),
    read: 'table',
    columns: {
      responsibility: 'ansvar',
      function: 'funktion',
      article: 'art',
      period: 'period',
      amount: 'belopp',
    },
    amount: { unit: 'kroner', decimal: ',', income: 'negative' },
  };
  const context = { db, workspaceDir: dir, stage: 'csv', model: swedishModel(source, 2025) };
  const { tables, refused } = await readLedgerTable('a.csv', source, context);
  expect(refused).toBe(0);
  return db.rows(
    'select month, responsibility, function, article, amount_ore as amount from query($1) join query($2) using (account)',
    tables.map(({ sql }) => sql),
  );
}

it('the same books as CSV and as SIE are the same accounts, with balance accounts left out', async () => {
  const chart = new Map<string, SieAccount>([
    ...ARTICLES.map((name, i) => [String(4000 + i), { name, type: 'K' }] as const),
    ['1930', { name: 'Bank', type: 'T' }],
  ]);
  const file = {
    name: 'Ljungby',
    organisation: '212000-0142',
    year: 2025,
    accounts: chart,
    counterAccount: '1930',
  };
  await writeSie(join(dir, 'a.se'), file, LINES);
  const accountMap = {
    file: 'data/accounts.csv',
    source: 'chart of accounts 2025',
    accounts: new Map(ARTICLES.map((article, i) => [String(4000 + i), { article }])),
  };
  const source = sieSource({ accountMap, dimensions: { function: FUNCTION_DIMENSION } });
  const sie = await readSieFile(db, { dir, file: 'a.se', year: 2025, source });
  expect(sie.rules).toEqual(['sie/balance-accounts']);
  expect(summed(sie.postings.filter(({ class: kind }) => kind !== 'T'))).toEqual(summed(await asTable()));
});
