// Texts in several languages: which one to show.

import { LANGUAGES, type Language, type Texts } from '../words/language.ts';

/**
 * The text in a language; where it is not written, in any language that is (in the order nb, sv, da, en); `fallback`
 * (such as the id) where there is none at all.
 */
export function pickText(texts: Texts, language: Language, fallback: string): string {
  for (const candidate of [language, ...LANGUAGES]) {
    const text = texts[candidate];
    if (text !== undefined) return text;
  }
  return fallback;
}
