import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Db } from './db.ts';
import {
  collectTexts,
  csvRelation,
  describeParquet,
  identifier,
  isScannable,
  literal,
  parquetRelation,
  TEXT_SEPARATOR,
  textsOf,
} from './scan.ts';

let dir = '';
let db: Db;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'innsats-scan-'));
  db = await Db.open();
});
afterAll(() => {
  db.close();
  rmSync(dir, { recursive: true });
});

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const NASTY = [
  '"',
  "'",
  ';',
  ',',
  '\\',
  '--',
  '/*',
  '*/',
  '$x',
  '$1',
  '?',
  '%',
  '🌊',
  'æ',
  '\n',
  '\r\n',
  ' ',
  '(',
  ')',
  '=',
  '@',
  '[',
  '{',
  '*',
  "'); drop table t; --",
];
const nasty = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ minLength: 1, maxLength: 3 })), { maxLength: 6 })
  .map((pieces) => pieces.join('').replaceAll('\0', '').replaceAll(TEXT_SEPARATOR, ''));

describe('texts in SQL', () => {
  it('a literal and an identifier mean themselves', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, nasty, async (text, name) => {
        const column = `${name}x`;
        const rows = await db.rows(`select ${literal(text)} as ${identifier(column)}`);
        expect(rows).toEqual([{ [column]: text }]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a CSV file', () => {
  it('gives its cells, whatever stands in them, in its name and in its header', async () => {
    const names = nasty
      .map((name) => `${name.replace(/[/\r\n\0]/g, '_').slice(0, 40)}.csv`)
      .filter(isScannable);
    const oneLine = nasty.map((text) => text.replace(/[\r\n]/g, '¶'));
    const records = fc.array(fc.tuple(nasty, nasty), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        names,
        oneLine,
        records,
        fc.constantFrom(';', ',', '\t', '|', "'"),
        async (name, header, rows, delimiter) => {
          const path = join(dir, name);
          const lines = [[header, 'b'], ...rows].map((cells) => cells.map(quoted).join(delimiter));
          writeFileSync(path, `${lines.join('\n')}\n`);
          const relation = csvRelation({ path, delimiter, encoding: 'utf-8', columns: 2 });
          const read = await db.rows(
            `select coalesce(c0, '') as a, coalesce(c1, '') as b from ${relation.from}`,
          );
          expect(read).toEqual(rows.map(([a, b]) => ({ a, b })));
          rmSync(path);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is not mistaken for a pattern of names', async () => {
    for (const name of ['a.csv', '*.csv', '[a].csv', '?.csv', '{a,b}.csv', 'a*[b]?.csv']) {
      writeFileSync(join(dir, name), `x;y\n${name};1\n`);
    }
    for (const name of ['*.csv', '[a].csv', '?.csv', '{a,b}.csv', 'a*[b]?.csv']) {
      const relation = csvRelation({ path: join(dir, name), delimiter: ';', encoding: 'utf-8', columns: 2 });
      expect(await db.rows(`select c0 from ${relation.from}`)).toEqual([{ c0: name }]);
    }
  });

  it('with a backslash beside the signs of a pattern is not read as another', () => {
    for (const name of ['\\[a].csv', 'a\\*.csv', '?\\.csv']) {
      expect(isScannable(name)).toBe(false);
      expect(() => csvRelation({ path: name, delimiter: ';', encoding: 'utf-8', columns: 2 })).toThrow(
        RangeError,
      );
    }
    expect(isScannable('a\\b.csv')).toBe(true);
  });

  it('gives the distinct texts of joined columns', async () => {
    let run = 0;
    const records = fc.array(fc.tuple(nasty, nasty, nasty), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(records, async (rows) => {
        const path = join(dir, 'texts.csv');
        writeFileSync(path, `a;b;c\n${rows.map((cells) => `${cells.map(quoted).join(';')}\n`).join('')}`);
        const relation = csvRelation({ path, delimiter: ';', encoding: 'utf-8', columns: 3 });
        const stage = `run_${run++}`;
        const dictionaries = [
          { name: 'one', columns: [2] },
          { name: 'two', columns: [0, undefined, 1] },
        ];
        await db.run(collectTexts(stage, relation, dictionaries));
        const found = await Promise.all(
          [0, 1].map((which) => db.rows<{ text: string }>(textsOf(stage, which))),
        );
        const expected = [rows.map(([, , c]) => c), rows.map(([a, b]) => [a, '', b].join(TEXT_SEPARATOR))];
        for (const [which, texts] of expected.entries()) {
          expect(new Set(found[which]!.map(({ text }) => text))).toEqual(new Set(texts));
          expect(found[which]).toHaveLength(new Set(texts).size);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('a Parquet file', () => {
  it('gives its columns by position, however odd their names', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, nasty, async (name, cell) => {
        const path = join(dir, 'odd [1].parquet');
        const column = `${name}x`;
        await db.run(
          `copy (select ${literal(cell)} as ${identifier(column)}, 7 as b) to ${literal(path)} (format parquet)`,
        );
        const relation = parquetRelation(path, 2);
        expect(await db.rows(describeParquet(path))).toEqual([
          { name: column, type: 'VARCHAR' },
          { name: 'b', type: 'INTEGER' },
        ]);
        expect(await db.rows(`select c0, c1 from ${relation.from}`)).toEqual([{ c0: cell, c1: 7 }]);
      }),
      { numRuns: 50 },
    );
  });
});
