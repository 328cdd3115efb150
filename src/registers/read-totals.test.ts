import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Db } from '../store/db.ts';
import { literal } from '../store/scan.ts';
import { accountTotals, volumes } from './read-totals.ts';
import type { Register } from './register.ts';
import type { Snapshot } from './snapshot.ts';

const HASH = 'ab'.repeat(32);
let dir = '';
let db: Db;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'innsats-totals-'));
  mkdirSync(join(dir, HASH));
  db = await Db.open();
});
afterEach(() => {
  db.close();
  rmSync(dir, { recursive: true });
});

const write = (table: string, columns: string, values: string): Promise<void> =>
  db.run(
    `copy (select * from (values ${values}) as t(${columns})) to ${literal(join(dir, HASH, `${table}.parquet`))} (format parquet)`,
  );

const registerWith = (note: Partial<Snapshot>): Register => ({
  dir,
  snapshots: [
    {
      hash: HASH,
      file: 'data/a.csv',
      sha256: HASH,
      bytes: 1,
      register: 'activity',
      kind: 'delivered',
      reader: 'table',
      readerVersion: 1,
      mapping: '{}',
      years: [2025],
      read: 3,
      refused: 1,
      sumParts: 30n,
      covers: [],
      findings: [],
      tables: [],
      ...note,
    },
  ],
});

const DAMAGED = `registers/${HASH} does not hold what was imported from data/a.csv. Remove that folder and import the file again.`;

describe('totals are only given of what was imported', () => {
  const objects = () => write('objects', 'object, service, unit, level', "(0, 's', 'u', '')");
  const records = (values: string) => write('records', '"row", object, year, month, parts', values);

  it('volumes of a whole snapshot', async () => {
    await objects();
    await records('(2, 0, 2025, 1, 10::bigint), (4, 0, 2025, 1, 20::bigint)');
    expect(await volumes(db, registerWith({}), { year: 2025 })).toEqual([
      { service: 's', unit: 'u', level: '', state: 'delivered', year: 2025, month: 1, parts: 30n, rows: 2 },
    ]);
  });

  it.each([
    ['a part more', '(2, 0, 2025, 1, 10::bigint), (4, 0, 2025, 1, 21::bigint)'],
    ['a row less', '(2, 0, 2025, 1, 30::bigint)'],
    ['an object that the file has not', '(2, 0, 2025, 1, 10::bigint), (4, 1, 2025, 1, 20::bigint)'],
    ['less than nothing', '(2, 0, 2025, 1, -10::bigint), (4, 0, 2025, 1, 40::bigint)'],
    ['a thirteenth month', '(2, 0, 2025, 13, 10::bigint), (4, 0, 2025, 1, 20::bigint)'],
  ])('no volumes of a damaged one: %s', async (_, values) => {
    await objects();
    await records(values);
    await expect(volumes(db, registerWith({}), { year: 2025 })).rejects.toThrow(DAMAGED);
  });

  it.each([
    ['whole', '(2, 0, 2025, 1, 10::bigint), (4, 0, 2024, 1, 20::bigint)', undefined],
    ['an øre more', '(2, 0, 2025, 1, 11::bigint), (4, 0, 2024, 1, 20::bigint)', DAMAGED],
    ['an account that the file has not', '(2, 0, 2025, 1, 10::bigint), (4, 7, 2024, 1, 20::bigint)', DAMAGED],
  ])('accounts: %s', async (_, values, error) => {
    await write(
      'accounts',
      'account, class, responsibility, function, article, own, object, project',
      "(0, '', '4710', '254', '010', '', '', '')",
    );
    await write('postings', '"row", account, year, month, amount_ore', values);
    const { sumParts: _parts, ...note } = registerWith({ register: 'ledger', kind: 'actual', sumOre: 30n })
      .snapshots[0]!;
    const totals = accountTotals(db, { dir, snapshots: [note] }, { kind: 'actual', year: 2025 });
    if (error) await expect(totals).rejects.toThrow(error);
    else expect(await totals).toMatchObject([{ responsibility: '4710', rows: 1, amountOre: 10n }]);
  });
});
