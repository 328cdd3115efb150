// Writes docs/glossary.md from the terms in src/words/; a test holds the two together.
import { writeFileSync } from 'node:fs';
import { glossaryPage } from '../src/words/glossary.ts';

writeFileSync(new URL('../docs/glossary.md', import.meta.url), glossaryPage());
