import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Row, Table, TableSchema } from '../tables/schema.ts';
import { Db } from './db.ts';
import { hashTable, readTable, writeTables } from './result-files.ts';

const schema: TableSchema = {
  name: 'things',
  about: 'for this test',
  columns: [
    { name: 'name', type: 'text', about: '' },
    { name: 'month', type: 'int', about: '' },
    { name: 'amount_ore', type: 'ore', about: '' },
    { name: 'exact', type: 'big', about: '' },
  ],
  key: ['name', 'month'],
};
const table = (rows: Row[]): Table => ({ schema, rows });
const rows: Row[] = [
  { name: 'b, "quoted"', month: 12, amount_ore: -5n, exact: 2n ** 200n },
  { name: 'b, "quoted"', month: 2, amount_ore: 9_007_199_254_740_993n, exact: -1n },
  { name: '', month: 0, amount_ore: 0n, exact: 0n },
];

let db: Db;
let dir: string;
beforeAll(async () => {
  db = await Db.open();
  dir = mkdtempSync(join(tmpdir(), 'innsats-results-'));
});
afterAll(() => {
  db.close();
  rmSync(dir, { recursive: true });
});

it('what is written is read back, in order of key, and has the same hash', async () => {
  await writeTables(db, join(dir, 'run'), [table(rows)]);
  const read = await readTable(db, join(dir, 'run'), schema);
  expect(read).toEqual([rows[2], rows[1], rows[0]]);
  expect(hashTable(table(read))).toBe(hashTable(table(rows)));
  expect(readFileSync(join(dir, 'run/things.csv'), 'utf8').split('\r\n')[3]).toBe(
    `"b, ""quoted""",12,-5,${2n ** 200n}`,
  );
});

it('the hash does not depend on the order of rows and does on every cell', () => {
  const hash = hashTable(table(rows));
  fc.assert(
    fc.property(
      fc.shuffledSubarray(rows, { minLength: 3 }),
      fc.nat(2),
      fc.constantFrom('name', 'month', 'amount_ore', 'exact'),
      (shuffled, i, column) => {
        expect(hashTable(table(shuffled))).toBe(hash);
        const changed = shuffled.map((row, at) => (at === i ? { ...row, [column]: `${row[column]}1` } : row));
        expect(hashTable(table(changed))).not.toBe(hash);
      },
    ),
  );
});
