import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { RULE_BOOK, ruleBookPage } from './rule-book.ts';

it('the rule book page is the one that the rules give; "npm run rule-book" writes it', () => {
  expect(readFileSync(new URL('../../docs/rule-book.md', import.meta.url), 'utf8')).toBe(ruleBookPage());
});

it('every rule has a name of its own', () => {
  expect(new Set(RULE_BOOK.map(({ name }) => name)).size).toBe(RULE_BOOK.length);
});

it('the statements are portable: no division, and nothing that only one engine knows', () => {
  const files = readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' });
  const statements = files.filter((file) => file.endsWith('.sql'));
  expect(statements.length).toBeGreaterThan(RULE_BOOK.length);
  const wrong = statements.filter((file) => {
    const text = readFileSync(new URL(file, import.meta.url), 'utf8').replaceAll(/--.*$/gm, '');
    return /\/|group by all|qualify|filter\s*\(|pivot|arg_min|arg_max|\bavg\b/i.test(text);
  });
  expect(wrong).toEqual([]);
});
