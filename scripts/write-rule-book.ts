// Writes docs/rule-book.md from the rules in src/checks/rule-book.ts; a test holds the two together.
import { writeFileSync } from 'node:fs';
import { ruleBookPage } from '../src/checks/rule-book.ts';

writeFileSync(new URL('../docs/rule-book.md', import.meta.url), ruleBookPage());
