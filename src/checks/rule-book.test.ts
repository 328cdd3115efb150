import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { RULE_BOOK, ruleBookPage } from './rule-book.ts';

it('the rule book page is the one that the rules give; "npm run rule-book" writes it', () => {
  expect(readFileSync(new URL('../../docs/rule-book.md', import.meta.url), 'utf8')).toBe(ruleBookPage());
});

it('every rule has a name of its own', () => {
  expect(new Set(RULE_BOOK.map(({ name }) => name)).size).toBe(RULE_BOOK.length);
});
