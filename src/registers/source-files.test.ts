// Which files a pattern means: * within a name, everything else as it stands.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sourceFiles } from './source-files.ts';

const dir = mkdtempSync(join(tmpdir(), 'innsats-files-'));
beforeAll(() => {
  for (const file of [
    'data/a1.csv',
    'data/a2.csv',
    'data/b.csv',
    'data/a(1).csv',
    'data/.a.csv',
    'data/2025/a1.csv',
    'data/2026/a1.csv',
  ]) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), file);
  }
});
afterAll(() => rmSync(dir, { recursive: true }));

const at = { file: 'innsats.yaml', line: 3, column: 5 };

it.each([
  ['a plain path', ['data/b.csv'], ['data/b.csv']],
  ['a star in a name', ['data/a*.csv'], ['data/a(1).csv', 'data/a1.csv', 'data/a2.csv']],
  ['a star for a folder', ['data/*/a1.csv'], ['data/2025/a1.csv', 'data/2026/a1.csv']],
  ['signs of other pattern languages', ['data/a(1).csv'], ['data/a(1).csv']],
  ['a point is a point', ['data/a1*csv'], ['data/a1.csv']],
  [
    'each file once, in order',
    ['data/b.csv', 'data/*.csv'],
    ['data/a(1).csv', 'data/a1.csv', 'data/a2.csv', 'data/b.csv'],
  ],
  ['hidden files only when asked for', ['data/.*.csv'], ['data/.a.csv']],
  ['another way to write a path', ['./data//b.csv', 'data\\b.csv'], ['data/b.csv']],
])('%s', (_, files, expected) => {
  expect(sourceFiles(dir, { files, at })).toEqual({ files: expected, findings: [] });
});

it('an absolute path stays absolute', () => {
  const file = join(dir, 'data', 'b.csv');
  expect(sourceFiles(tmpdir(), { files: [file], at }).files).toEqual([file.replaceAll('\\', '/')]);
});

it('a folder is no file', () => {
  expect(sourceFiles(dir, { files: ['data/2025'], at })).toMatchObject({
    files: [],
    findings: [{ rule: 'import/no-such-file', severity: 'error', where: { line: 3, position: 5 } }],
  });
});
