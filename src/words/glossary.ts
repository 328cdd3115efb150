// The field's own words: one English word per concept with its Norwegian, Swedish and Danish term. The page
// docs/glossary.md is written from the terms beside this file, and a test holds them together.

import type { Term } from './term.ts';
import { TERMS_OF_COSTING } from './terms-of-costing.ts';
import { TERMS_OF_FINANCING } from './terms-of-financing.ts';
import { TERMS_OF_WORK } from './terms-of-work.ts';

/** Every term, in the order of the glossary page. */
export const TERMS: readonly Term[] = [...TERMS_OF_WORK, ...TERMS_OF_COSTING, ...TERMS_OF_FINANCING];

/** The glossary as a page in Markdown. */
export function glossaryPage(): string {
  const rows = TERMS.map(({ en, nb, sv, da, meaning }) => `| ${en} | ${nb} | ${sv} | ${da} | ${meaning} |`);
  return `# Glossary

One English word per concept, the same in code, files, interface and documents; beside it the field’s own words.
Written from the terms in \`src/words/\` by \`npm run glossary\`.

| English (code) | Norsk bokmål | Svenska | Dansk | Meaning |
|---|---|---|---|---|
${rows.join('\n')}
`;
}
