// Tables as workbooks and as Parquet: the cells that come out, in order, in as many files as it takes.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Db } from '../store/db.ts';
import { lineTable } from './table-lines.ts';
import { writeParquet } from './write-parquet.ts';
import { writeSheets } from './write-sheets.ts';

const dir = mkdtempSync(join(tmpdir(), 'innsats-tables-'));
let db: Db;
beforeAll(async () => {
  db = await Db.open();
});
afterAll(() => {
  db.close();
  rmSync(dir, { recursive: true });
});

const LINES = [
  'pnr;dato;minutter;timer;Beløp',
  '01812512345;2025-01-31;25;7,50;-1234567,05',
  '31925098765;2025-12-01;0;0,25;0,00',
];
/** A header and so many rows, numbered in order. */
const numbered = (rows: number): string[] => [
  'pnr;minutter',
  ...Array.from({ length: rows }, (_, i) => `p${i};${i}`),
];

const cellsOf = async (file: string): Promise<unknown[][]> => {
  const { sheets } = await readXlsx(readFileSync(join(dir, file)));
  return sheets[0]!.rows;
};

describe('a table as a workbook', () => {
  it('has texts as texts, numbers as numbers and days as days', async () => {
    expect(await writeSheets(join(dir, 'a.xlsx'), lineTable(LINES))).toBe(3);
    expect(await cellsOf('a.xlsx')).toEqual([
      ['pnr', 'dato', 'minutter', 'timer', 'Beløp'],
      ['01812512345', new Date('2025-01-31T00:00:00Z'), 25, 7.5, -1234567.05],
      ['31925098765', new Date('2025-12-01T00:00:00Z'), 0, 0.25, 0],
    ]);
  });

  it.each([
    [1, ['s.xlsx'], 2],
    [4, ['s.xlsx'], 5],
    [5, ['s-part2.xlsx', 's.xlsx'], 7],
    [9, ['s-part2.xlsx', 's-part3.xlsx', 's.xlsx'], 12],
    // The parts of the larger table before are gone.
    [0, ['s.xlsx'], 1],
  ])('%i rows in sheets of five are %j', async (rows, files, written) => {
    const path = join(dir, 's.xlsx');
    expect(await writeSheets(path, lineTable(numbered(rows)), { sheetRows: 5 })).toBe(written);
    const there = readdirSync(dir).filter((name) => name.startsWith('s'));
    expect(there.sort()).toEqual(files);
    const parts = await Promise.all(
      [...files].sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).map(cellsOf),
    );
    for (const [header] of parts) expect(header).toEqual(['pnr', 'minutter']);
    expect(parts.flatMap((part) => part.slice(1).map(([name]) => name))).toEqual(
      Array.from({ length: rows }, (_, i) => `p${i}`),
    );
  });
});

describe('a table as Parquet', () => {
  const read = (file: string, select: string) =>
    db.rows(`select ${select} from read_parquet('${join(dir, file)}')`);

  it('has columns of their own types', async () => {
    expect(await writeParquet(join(dir, 'a.parquet'), lineTable(LINES), { batchRows: 2 })).toBe(3);
    const types = await db.rows<{ column_name: string; column_type: string }>(
      `describe select * from read_parquet('${join(dir, 'a.parquet')}')`,
    );
    expect(types.map(({ column_name: name, column_type: type }) => `${name} ${type}`)).toEqual([
      'pnr VARCHAR',
      'dato DATE',
      'minutter BIGINT',
      'timer DECIMAL(18,2)',
      'Beløp DECIMAL(18,2)',
    ]);
    expect(await read('a.parquet', `concat_ws(' ', pnr, dato, minutter, timer, "Beløp") as line`)).toEqual([
      { line: '01812512345 2025-01-31 25 7.50 -1234567.05' },
      { line: '31925098765 2025-12-01 0 0.25 0.00' },
    ]);
    expect(existsSync(join(dir, 'a.parquet.writing'))).toBe(false);
  });

  it('keeps the order of many rows, and gives the same bytes whatever the size of its batches', async () => {
    const bytes: Buffer[] = [];
    for (const batchRows of [7, 1_000, 1_000_000]) {
      const path = join(dir, `b${batchRows}.parquet`);
      await writeParquet(path, lineTable(numbered(300_000)), { batchRows });
      bytes.push(readFileSync(path));
    }
    expect(bytes[0]!.equals(bytes[1]!) && bytes[1]!.equals(bytes[2]!)).toBe(true);
    const [counted] = await db.rows(
      `select count(*) as rows, count(*) filter (where minutter <> file_row_number) as astray
       from read_parquet('${join(dir, 'b7.parquet')}', file_row_number = true)`,
    );
    expect(counted).toEqual({ rows: 300_000n, astray: 0n });
  });

  it('refuses a cell that is not of its column, and leaves nothing beside', async () => {
    const path = join(dir, 'c.parquet');
    const wrong = lineTable(['pnr;minutter', 'p;many']);
    await expect(writeParquet(path, wrong, { batchRows: 10 })).rejects.toThrow();
    expect(existsSync(`${path}.writing`)).toBe(false);
  });
});
