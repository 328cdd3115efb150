import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { glossaryPage, TERMS } from './glossary.ts';

it('the glossary page is the one that the terms give; "npm run glossary" writes it', () => {
  expect(readFileSync(new URL('../../docs/glossary.md', import.meta.url), 'utf8')).toBe(glossaryPage());
});

it('a concept has one entry, with its meaning', () => {
  expect(new Set(TERMS.map(({ en }) => en)).size).toBe(TERMS.length);
  expect(TERMS.filter(({ meaning }) => meaning === '')).toEqual([]);
});
