// The house rules that a machine can hold: which room may import which, no barrels, no cycles, file sizes.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Room → rooms it may import from, besides itself. Leaves ← tables ← model ← pure stages ← run ← reports ← doors. */
const LEAVES = ['money', 'time', 'findings', 'words'];
const PURE = [...LEAVES, 'tables', 'model'];
const MAY_IMPORT: Record<string, readonly string[]> = {
  money: [],
  time: ['money'],
  findings: ['money'],
  words: ['money'],
  tables: LEAVES,
  model: [...LEAVES, 'tables'],
  costing: PURE,
  prices: PURE,
  financing: PURE,
  users: PURE,
  store: [...LEAVES, 'tables'],
  registers: [...PURE, 'store'],
  checks: [...PURE, 'store', 'registers'],
  run: [...PURE, 'store', 'registers', 'checks', 'costing', 'prices', 'financing', 'users'],
  whatif: [...PURE, 'costing', 'prices', 'financing', 'users'],
  explain: [...PURE, 'store', 'costing', 'prices', 'run'],
  charts: LEAVES,
  reports: [...PURE, 'prices', 'financing', 'users', 'charts', 'explain', 'run', 'whatif', 'store', 'checks'],
  // The demonstration's beginner model is the one that the model room proposes.
  demo: [...PURE, 'store'],
};

function sourcesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(
    (match) => match[1] ?? '',
  );
  return specifiers.map((specifier) =>
    relative(root, resolve(root, dirname(file), specifier)).replaceAll('\\', '/'),
  );
}

/** Comments and blank lines not counted. */
function linesOfCode(files: readonly string[]): number {
  const lines = files.flatMap((file) => readFileSync(join(root, file), 'utf8').split('\n'));
  return lines.filter((line) => !/^\s*(\/\/.*|\/?\*.*)?$/.test(line)).length;
}

const roomOf = (file: string): string => file.split('/')[1] ?? '';
const sources = sourcesBelow('src');
const program = sources.filter((file) => !file.endsWith('.test.ts'));

describe('architecture', () => {
  it('every room imports only the rooms that come before it', () => {
    const wrong = program.flatMap((file) => {
      const room = roomOf(file);
      if (room === 'cli') return [];
      const allowed = MAY_IMPORT[room];
      if (!allowed) return [`${file}: no room "${room}" in the architecture`];
      return importsOf(file)
        .filter((target) => roomOf(target) !== room && !allowed.includes(roomOf(target)))
        .map((target) => `${file} imports ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('nothing imports a door', () => {
    const wrong = program.filter(
      (file) => roomOf(file) !== 'cli' && importsOf(file).some((target) => roomOf(target) === 'cli'),
    );
    expect(wrong).toEqual([]);
  });

  it('the checker in verify/ and the auditors import nothing from src/', () => {
    const independent = [
      ...sourcesBelow('verify'),
      ...sourcesBelow('test/auditor'),
      'test/financing/auditor.ts',
    ];
    const wrong = independent.filter(
      (file) => !file.endsWith('.test.ts') && importsOf(file).some((target) => target.startsWith('src/')),
    );
    expect(wrong).toEqual([]);
  });

  it('every checker, and what checkers stand on together, is at most 400 lines of code', () => {
    const files = sourcesBelow('verify').filter((file) => !file.endsWith('.test.ts'));
    const folders = Map.groupBy(files, dirname);
    const lengths = [...folders].map(([folder, those]) => [folder, linesOfCode(those)] as const);
    expect(lengths.filter(([, lines]) => lines > 400)).toEqual([]);
  });

  it('a checker can be read by itself: it imports nothing of another', () => {
    // What a year was followed by is shared by the checkers of financing.
    const shared = ['verify', 'verify/financing/followed'];
    const wrong = sourcesBelow('verify').flatMap((file) =>
      importsOf(file)
        .filter((target) => ![dirname(file), ...shared].includes(dirname(target)))
        .filter(() => file !== 'verify/verify.ts')
        .map((target) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('there are no barrels and no import cycles', () => {
    expect(sources.filter((file) => file.endsWith('/index.ts'))).toEqual([]);
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (done.has(file) || path.includes(file)) return;
      for (const target of importsOf(file)) if (program.includes(target)) visit(target, [...path, file]);
      done.add(file);
    };
    for (const file of program) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('files stay short', () => {
    const long = program.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 400);
    expect(long).toEqual([]);
  });
});
