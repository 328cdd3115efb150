import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { glossaryPage } from './glossary.ts';

it('the glossary page is the one that the terms give; "npm run glossary" writes it', () => {
  expect(readFileSync(new URL('../../docs/glossary.md', import.meta.url), 'utf8')).toBe(glossaryPage());
});
